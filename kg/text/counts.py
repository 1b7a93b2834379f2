"""Numbers of things, in words."""


def format_count(number: int, singular: str, plural: str | None = None) -> str:
    """Return a number with its noun; by default the plural has an s.

    >>> format_count(1, "method"), format_count(1200, "person", "people")
    ('1 method', '1,200 people')
    """
    noun = singular if number == 1 else plural or f"{singular}s"
    return f"{number:,} {noun}"
