"""Countries, states and cities: what stands behind an institution but is none."""

import re
from functools import lru_cache

from kg.datafiles import word_list
from kg.text.folding import fold


@lru_cache(maxsize=50_000)
def is_place(phrase: str) -> bool:
    """Tell whether a phrase is but a country, a state or a well-known city.

    >>> is_place("Paris 75005"), is_place("University of Paris")
    (True, False)
    """
    plain = re.sub(r"(?<![\s\d-])[\s\d-]++$", "", phrase.strip(" .,;()"))
    places = word_list("institutions/place_words")
    return (
        plain.lower().replace(" ", "_") in places
        or fold(plain).replace(" ", "_") in places
    )
