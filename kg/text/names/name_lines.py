"""Lines that list people: "Family, Given, Family, Given" and its relatives."""

import re
from itertools import pairwise

from kg.datafiles import word_list
from kg.text.names.author_lists import cut_author_list
from kg.text.names.name_affixes import PARTICLES
from kg.text.names.name_shapes import ends_commonly

# Small words of author lists that join no family name.
_JOINING = frozenset(("a", "al", "e", "el", "et", "of", "st", "y"))
_SMALL = re.compile(r"(?<![^\W\d_])[a-z]{3,}(?![^\W\d_])")
_WORD = re.compile(r"[^\W\d_]+")
_PAIRED = re.compile(r"[,;，、]")
# A word in small letters that is in no name, before anything in brackets: so long are
# neither particles nor "and others".
_OF_PROSE = re.compile(r"[^(\[]*?(?<!\S)[a-z]{7,}(?!\S)")
_LONGEST = 200_000  # characters: an experiment's thousands of authors


def name_line_parts(line: str) -> list[str]:
    """Return the parts of a line between commas; none where one cannot be of a name.

    A part is a family name, a given name or both; titles in capitals with commas pass
    too ("Graphs, Groups, Geometry"), so the caller needs more evidence than this.

    >>> name_line_parts("Cruz, Ana, Li, Bo"), name_line_parts("We prove it, twice")
    (['Cruz', 'Ana', 'Li', 'Bo'], [])
    """
    look = line.strip().rstrip(".,;") if not line.rstrip().endswith("Jr.") else line
    if not look or len(look) > _LONGEST or _OF_PROSE.match(look):
        return []
    parts = [look[start:end] for start, end in cut_author_list(look)]
    return parts if parts and all(_is_name_part(part) for part in parts) else []


def lower_case_words(text: str) -> frozenset[str]:
    """Return the words that a page writes in small letters somewhere.

    >>> sorted(lower_case_words("We study Games and games."))
    ['and', 'games', 'study']
    """
    return frozenset(_SMALL.findall(text))


def lists_people(line: str, *, small: frozenset[str]) -> bool:
    """Tell whether a line lists two people or more, and is no title, no venue.

    Args:
        line: the line.
        small: words that the page has in small letters too. Those of titles and venues
            come back there ("Games and Economic Behavior"), those of names do not.
    """
    parts = name_line_parts(line)
    if len(parts) < 2:
        return False
    plain = not _PAIRED.search(line)
    if plain and any(" " not in part for part in parts):
        return False  # "Family and Family" is no author line, "Games and …" a venue
    found = _WORD.findall(line)
    if "of" in found:
        return False
    long = [word for word in found if len(word) > 2]
    if not line.isupper() and any(len(w) > 3 and w.isupper() for w in long):
        return False
    large = [word for word in long if word[0].isupper()]
    common = sum(_is_common(word.lower(), small) for word in large)
    return common * 2 < max(len(large), 1)


def _is_common(word: str, small: frozenset[str]) -> bool:
    """Tell whether a word is one of the page's prose, of titles or of venues."""
    listed = word in word_list("people/common_capitals") or word in word_list(
        "people/not_surnames"
    )
    return word in small or listed or ends_commonly(word)


def person_keys(parts: list[str]) -> set[str]:
    """Return what may be one person in such a line, to count over lines.

    Each neighbouring pair of parts ("family, given") and each part of several words
    ("given family") is tried, since an author may have been split wrongly.

    >>> sorted(person_keys(["Cruz", "Ana", "Bo Li"]))
    ['ana, bo li', 'bo li', 'cruz, ana']
    """
    folded = [" ".join(part.lower().split()) for part in parts]
    pairs = {f"{a}, {b}" for a, b in pairwise(folded)}
    return pairs | {part for part in folded if " " in part}


def _is_name_part(part: str) -> bool:
    """Tell whether a part has capitals, but for particles, and nothing but letters."""
    pieces = part.split()
    if not 1 <= len(pieces) <= 5 or len(part) > 60:
        return False
    large = 0
    for word in pieces:
        if not all(char.isalpha() or char in "'’`´.-‐‑·()" for char in word):
            return False
        first = next((char for char in word if char.isalpha()), "")
        if not first:
            return False
        if not first.islower():
            large += 1
        elif not _is_particle(word):
            return False
    return large > 0 or part.strip(".") == "et al"


def _is_particle(word: str) -> bool:
    """Tell whether a small word may stand in a list of names."""
    small = word.strip(".")
    if small in _JOINING or small in PARTICLES:
        return True
    return word.startswith(("d'", "d’", "l'", "l’", "al-", "el-"))
