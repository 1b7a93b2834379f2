"""Authors that are no persons: collaborations, consortia, teams."""

from kg.text.folding import fold

GROUP_WORDS = ("collaboration", "consortium", "group", "team", "initiative")
"""The last word of a group's name."""


def is_group(text: str) -> bool:
    """Tell whether the author is no person, but a collaboration, a team and the like.

    >>> is_group("The ATLAS Collaboration"), is_group("Ana Cruz")
    (True, False)
    """
    words = fold(text).split()
    return len(words) > 1 and "," not in text and words[-1] in GROUP_WORDS
