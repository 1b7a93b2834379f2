"""Authors that are no persons: collaborations, consortia, teams."""

from kg.text.folding import fold

_GROUPS = frozenset(["collaboration", "consortium", "group", "team", "initiative"])


def is_group(text: str) -> bool:
    """Tell whether the author is no person, as "The ATLAS Collaboration"."""
    words = fold(text).split()
    return len(words) > 1 and "," not in text and words[-1] in _GROUPS
