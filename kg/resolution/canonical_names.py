"""Which of an entity's names becomes its label: what people write most, in full."""

from collections.abc import Callable, Collection, Mapping

from kg.text.names.name_parts import parse_name

LabelChooser = Callable[[Mapping[str, int], Collection[str]], str]


def choose_term_label(counts: Mapping[str, int], short: Collection[str]) -> str:
    """Return the wording written most, in its most frequent capitals.

    Args:
        counts: how often each name stands in the corpus.
        short: abbreviations, which label only what has no other name.

    >>> choose_term_label({"Graph kernel": 2, "graph kernel": 2, "GK": 9}, {"GK"})
    'graph kernel'
    """
    if len(counts) == 1:
        return next(iter(counts))
    long = {name: count for name, count in counts.items() if name not in short}
    forms = long or dict(counts)
    wordings: dict[str, int] = {}
    for name, count in forms.items():
        wordings[name.casefold()] = wordings.get(name.casefold(), 0) + count
    wording = min(wordings, key=lambda w: (-wordings[w], len(w), w))
    spellings = [name for name in forms if name.casefold() == wording]
    best = min(spellings, key=lambda n: (-forms[n], _capitals(n), n))
    # A capital at the front alone may only mean that a sentence begins there.
    small = best[:1].lower() + best[1:]
    return small if small in spellings and _capitals(best) == 1 else best


def _capitals(name: str) -> int:
    """Return how many letters of a name are capitals."""
    return sum(map(str.isupper, name))


def choose_person_label(counts: Mapping[str, int], short: Collection[str]) -> str:
    """Return the full name written most: no initials, no comma, accents kept.

    >>> choose_person_label({"A. Li": 9, "Li, Ana": 3, "Ana Li": 2}, ())
    'Ana Li'

    Args:
        counts: how often each name stands in the corpus.
        short: not looked at; people have no short forms.
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


def choose_institution_label(counts: Mapping[str, int], short: Collection[str]) -> str:
    """Return the name written most that is no acronym.

    >>> choose_institution_label({"MIT": 9, "Massachusetts Institute": 2}, {"MIT"})
    'Massachusetts Institute'

    Args:
        counts: how often each name stands in the corpus.
        short: acronyms, which label only what has no other name.
    """
    long = [name for name in counts if name not in short] or list(counts)
    return min(long, key=lambda name: (-counts[name], -len(name), name))
