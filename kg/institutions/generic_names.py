"""Names that any institution may have for a part of it: "Research Laboratory".

"State Key Laboratory" or "AI Lab" alone says nothing of whose it is, so that what
stands beside it names the institution.
"""

from functools import cache, lru_cache

from kg.datafiles import word_list
from kg.institutions.grammar import grammar
from kg.institutions.ror.normalization import normal_form
from kg.text.folding import fold

# A ministry or an academy of one country needs no name of its own.
_WHOLE = frozenset(
    (
        "university",
        "academy",
        "ministry",
        "agency",
        "council",
        "institute",
        "parliament",
    )
)
# Of fields: "Psychology and Neurobiology".
_FIELDS = ("ology", "onomics", "omics", "istry", "matics", "hysics", "ineering")
_MOST_OF_WHOLE = 2  # words: "Research Institute", "Graduate University"


@lru_cache(maxsize=20_000)
def is_generic(name: str, *, beside_university: bool = False) -> bool:
    """Tell whether a name has no word that tells whose it is.

    Beside a university, also an "Institute of Mathematics" is one of its parts.

    >>> is_generic("State Key Laboratory"), is_generic("Bell Laboratories")
    (True, False)
    """
    own = [normal_form(word) for word in fold(name).split()]
    if not all(map(_is_generic_word, own)):
        return False
    if beside_university:
        return "university" not in own
    whole = not _WHOLE.isdisjoint(own) or own[0] in ("national", "federal")
    return not whole or len(own) <= _MOST_OF_WHOLE or "key" in own


def names_but_kinds(name: str) -> bool:
    """Tell whether all words of a name are of kinds and fields, so that several have it.

    >>> names_but_kinds("University of Technology"), names_but_kinds("Oslo University")
    (True, False)
    """
    small = word_list("institutions/affiliation_small_words")
    own = (normal_form(word) for word in fold(name).split() if word not in small)
    return all(map(_is_generic_word, own))


def _is_generic_word(word: str) -> bool:
    return word in _generic_words() or word.endswith(_FIELDS)


@cache
def _generic_words() -> frozenset[str]:
    listed = grammar("kind") | grammar("field") | _WHOLE
    words = {*map(str.lower, listed), *word_list("institutions/generic_words")}
    return frozenset(map(normal_form, words))
