"""A list of authors in one string → their names, each as it stands there.

The same comma separates people ("Jane Doe, John Roe") and the halves of one name ("Doe,
Jane"). What tells them apart is how the parts between commas look, and what else the
list uses as separator.
"""

import re

_AND = re.compile(r"(?:^|(?<=[\s,]))(?:and|AND|&|und|et)(?=\s|$)")
_REST = re.compile(r"[,;\s]*\b(?:and others|et al)\b[.\s]*$", re.IGNORECASE)
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})


def split_authors(text: str) -> tuple[str, ...]:
    """Split "A and B", "A; B", "A, B and C", "Family, Given, Family, Given" into names.

    A name keeps the order of its parts ("Doe, Jane" stays); a suffix goes to the family
    name ("King, Jr., Martin" → "King Jr., Martin"). "et al." and "and others" are
    nobody's name.
    """
    text = _REST.sub("", " ".join(text.split()))
    if ";" in text:
        stated = (_AND.sub("", piece, count=1) for piece in text.split(";"))
        names = [", ".join(_comma_parts(piece)) for piece in stated]
        return tuple(name for name in names if name)
    pieces = [piece for piece in (_comma_parts(p) for p in _AND.split(text)) if piece]
    if len(pieces) > 1 and all(len(piece) == 2 for piece in pieces):
        return tuple(", ".join(piece) for piece in pieces)
    alone = len(pieces) == 1
    return tuple(name for piece in pieces for name in _split_piece(piece, alone=alone))


def _comma_parts(piece: str) -> list[str]:
    """Split at commas, and put suffixes ("Jr.") back to what they stand behind."""
    parts: list[str] = []
    for part in (part.strip() for part in piece.split(",")):
        if parts and part.rstrip(".").lower() in _SUFFIXES:
            parts[-1] += f" {part}"
        elif part:
            parts.append(part)
    return parts


def _split_piece(parts: list[str], *, alone: bool) -> list[str]:
    """Tell whether parts between commas are names or halves of names."""
    if len(parts) == 1:
        return parts
    whole = [_is_whole_name(part) for part in parts]
    if all(whole) or (not alone and all(whole[1::2])):
        return parts
    if len(parts) % 2 == 0:
        return [", ".join(parts[i : i + 2]) for i in range(0, len(parts), 2)]
    return parts


def _is_whole_name(part: str) -> bool:
    """Tell "Jane Doe" and "J. Doe" from "Doe" and "J. A."."""
    words = [word for word in part.split() if word.rstrip(".").lower() not in _SUFFIXES]
    return len(words) > 1 and not all(_is_initials(word) for word in words)


def _is_initials(word: str) -> bool:
    return word.endswith(".") or (len(word) <= 3 and word.isupper())
