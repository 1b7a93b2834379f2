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
    if not all(word in _generic_words() or word.endswith(_FIELDS) for word in own):
        return False
    if beside_university:
        return "university" not in own
    whole = not _WHOLE.isdisjoint(own) or own[0] in ("national", "federal")
    return not whole or len(own) <= _MOST_OF_WHOLE or "key" in own


@cache
def _generic_words() -> frozenset[str]:
    listed = grammar("kind") | grammar("field") | _WHOLE
    words = {*map(str.lower, listed), *word_list("institutions/generic_words")}
    return frozenset(map(normal_form, words))
