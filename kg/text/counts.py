"""Numbers of things, in words."""

from collections.abc import Sequence


def format_count(number: int, singular: str, plural: str | None = None) -> str:
    """Return a number with its noun; by default the plural has an s.

    >>> format_count(1, "method"), format_count(1200, "person", "people")
    ('1 method', '1,200 people')
    """
    noun = singular if number == 1 else plural or f"{singular}s"
    return f"{number:,} {noun}"


def name_first(names: Sequence[str], most: int) -> str:
    """Return the first of some names in a line, and how many more there are.

    >>> name_first(["a", "b"], 2), name_first(["a", "b", "c"], 2)
    ('a, b', 'a, b and 1 more')
    """
    more = f" and {len(names) - most} more" if len(names) > most else ""
    return f"{', '.join(names[:most])}{more}"
