"""What words are to a sentence that says what a work does: verbs, subjects, prepositions.

The words stand in kg/data/terms/role_words.txt; here verbs get their forms.
"""

from collections.abc import Iterator
from functools import cache

from kg.datafiles import labelled_words

VERBS = ("make", "uses", "about", "claims")
"""What a verb says of its object: it is made by the work, used, its topic, or proven."""

_VOWELS = "aeiou"


@cache
def verb_classes() -> dict[str, str]:
    """Return the class of each form of each verb, a name in `VERBS`.

    Example:
        >>> classes = verb_classes()
        >>> classes["studied"], classes["proposes"], classes["applying"]
        ('about', 'make', 'uses')
    """
    words = labelled_words("terms/role_words")
    return {
        form: label
        for label in VERBS
        for verb in sorted(words[label])
        for form in verb_forms(verb)
    }


@cache
def words_of(label: str) -> frozenset[str]:
    """Return the words of one label of the list.

    Example:
        >>> "paper" in words_of("work"), "via" in words_of("using")
        (True, True)
    """
    return labelled_words("terms/role_words")[label]


def verb_forms(verb: str) -> Iterator[str]:
    """Yield a regular verb as English writes it.

    >>> list(verb_forms("study"))
    ['study', 'studies', 'studied', 'studying']
    >>> list(verb_forms("use"))
    ['use', 'uses', 'used', 'using']
    """
    yield verb
    if verb.endswith("e"):
        yield from (f"{verb}s", f"{verb}d", f"{verb[:-1]}ing")
    elif verb.endswith("y") and verb[-2] not in _VOWELS:
        yield from (f"{verb[:-1]}ies", f"{verb[:-1]}ied", f"{verb}ing")
    else:
        plural = "es" if verb.endswith(("s", "x", "z", "ch", "sh")) else "s"
        yield from (f"{verb}{plural}", f"{verb}ed", f"{verb}ing")
