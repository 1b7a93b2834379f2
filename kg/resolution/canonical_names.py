"""Which of an entity's names becomes its label: what people write most, in full."""

from collections.abc import Callable, Mapping

from kg.text.names.name_parts import parse_name

LabelChooser = Callable[[Mapping[str, int]], str]


def choose_term_label(counts: Mapping[str, int]) -> str:
    """Return the wording written most, in its most frequent capitals.

    Args:
        counts: how often each name stands in the corpus.

    >>> choose_term_label({"Graph kernel": 2, "graph kernel": 2, "kernel graph": 3})
    'graph kernel'
    """
    if len(counts) == 1:
        return next(iter(counts))
    wordings: dict[str, int] = {}
    for name, count in counts.items():
        wordings[name.casefold()] = wordings.get(name.casefold(), 0) + count
    wording = min(wordings, key=lambda w: (-wordings[w], len(w), w))
    spellings = [name for name in counts if name.casefold() == wording]
    best = min(spellings, key=lambda n: (-counts[n], _capitals(n), n))
    # A capital at the front alone may only mean that a sentence begins there.
    small = best[:1].lower() + best[1:]
    return small if small in spellings and _capitals(best) == 1 else best


def _capitals(name: str) -> int:
    """Return how many letters of a name are capitals."""
    return sum(map(str.isupper, name))


def choose_person_label(counts: Mapping[str, int]) -> str:
    """Return the full name written most: no initials, no comma, accents kept.

    >>> choose_person_label({"A. Li": 9, "Li, Ana": 3, "Ana Li": 2})
    'Ana Li'

    Args:
        counts: how often each name stands in the corpus.
    """

    def preference(name: str) -> tuple[bool, bool, bool, int, int, int, str]:
        parsed = parse_name(name)
        accents = sum(not character.isascii() for character in name)
        return (
            parsed.bare,
            parsed.initialled,
            "," in name or name.isupper() or name.islower(),
            -counts[name],
            -accents,
            -len(name),
            name,
        )

    return min(counts, key=preference)


def choose_institution_label(counts: Mapping[str, int]) -> str:
    """Return the name written most, the shortest of several.

    >>> choose_institution_label({"Oxford University": 2, "University of Oxford": 9})
    'University of Oxford'

    Args:
        counts: how often each name stands in the corpus.
    """
    return min(counts, key=lambda name: (-counts[name], -len(name), name))
