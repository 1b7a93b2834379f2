"""Keys of family names: two names of one person have one in common, if not the whole.

Each way in which `name_differences` lets family names differ has its key, so that
candidates are found by looking up, not by comparing all with all.
"""

from itertools import chain

from kg.resolution.people.name_comparison import SHORTEST_MISSPELT, without_umlauts
from kg.resolution.people.name_comparison_form import NameForm


def family_name_keys(name: NameForm) -> frozenset[object]:
    """Return the keys of a name, one for each way in which others may write it.

    All of the family name, its first and last words, a second family name taken as a
    given one; without the e of umlauts; without each of its letters, which two words
    have in common that one typing error tells apart (Damerau 1964); and all words in
    alphabetical order.

    >>> from kg.resolution.people.name_comparison_form import name_form
    >>> from kg.text.names.name_parts import parse_name
    >>> one, other, third = (
    ...     family_name_keys(name_form(parse_name(name)))
    ...     for name in ("Bo Eldan", "Bo Eldna", "Bo Elder")
    ... )
    >>> one.isdisjoint(other), one.isdisjoint(third)
    (False, True)
    """
    family = "".join(name.family)
    words = range(1, len(name.family))
    return frozenset(
        chain(
            (family, name.whole, without_umlauts(family)),
            ("".join(name.family[:n]) for n in words),
            ("".join(name.family[n:]) for n in words),
            name.closed[-1:] if len(name.closed) > 1 else (),
            _deletions(family),
            [tuple(sorted((*name.opened, *name.family)))],
            ["".join((*name.opened, *name.family))],
        )
    )


def _deletions(word: str) -> list[str]:
    """Return a word without each of its letters; of short words no slip is forgiven."""
    if len(word) < SHORTEST_MISSPELT:
        return []
    return [word[:n] + word[n + 1 :] for n in range(len(word))]
