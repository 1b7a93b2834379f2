"""Names of people: their normal form, their shape, and lists of them.

"Jelassi, Samy", "SMITH, John" and "Prof. John Smith, PhD" become "Given Family".
"""

import re
import unicodedata
from collections.abc import Collection
from functools import lru_cache

from kg.datafiles import word_list
from kg.text.latex import decode_latex
from kg.text.names.group_authors import is_group
from kg.text.names.name_shapes import INITIAL, UPPER, is_acronym, is_common, scan_name

_DEGREES = re.compile(
    r",?\s*\(?\b(?:Ph\.?\s?D|M\.?D|D\.?Phil|M\.?Sc|B\.?Sc|MBA|M\.A|B\.A|FRS|Esq)\b"
    r"\.?\)?(?=$|[,;\s])"
)
_MARKS = " \t\n\u00a0*†‡§¶#∗,;:•·"  # footnotes' and lists' marks
_DIGITS = "0123456789"
_SUFFIX = re.compile(r"^(?:jr|sr|ii|iii|iv|2nd|3rd)\.?$", re.IGNORECASE)
_GLUED_INITIAL = re.compile(rf"({UPPER}\.)(?=[^\W\d_])")
_ONLY_INITIALS = re.compile(rf"(?:{INITIAL}|{UPPER}{{1,3}}$)+")
_SEPARATOR = re.compile(
    r"\s{0,9}[,;\n|•·]\s{0,9}(?:(?:and|und|et|y|&|\\&)\s+)?"
    r"|\s{1,9}(?:and|und|et|y|e|with|&|\\&)\s{1,9}"
    r"|\s{0,9}&\s{0,9}"
)
_PAREN = re.compile(r"\s{0,9}[(\[][^()\[\]]{0,200}[)\]]")
_LEAD = re.compile(r"\s*(?:[-–—•*·∗]\s*|(?:and|und|et|&|by)\s+)?")


def normal_name(surface: str) -> str:
    """Give a name as "Given Family": no title or degree, no capitals throughout.

    A surname alone stays alone; LaTeX and odd white space are read as a reader would. A
    group's name ("The ATLAS Collaboration") stays as it is.
    """
    return surface if _is_normal(surface) else _normalised(surface)


def _is_normal(surface: str) -> bool:
    """Tell of a name that is written as most are that nothing has to be done to it."""
    if not _PLAIN.fullmatch(surface) or "Esq" in surface:
        return False
    first = surface.partition(" ")[0].lower()
    return first != "ph" and first not in word_list("people/person_titles")


_PLAIN = re.compile(r"[A-Z][a-z]+(?:-[A-Z][a-z]+)?(?: [A-Z]\.)?(?: [A-Z][a-z]+){1,2}")


@lru_cache(maxsize=20_000)
def _normalised(surface: str) -> str:
    if is_group(surface):
        return decode_latex(surface).strip()
    name = _DEGREES.sub("", decode_latex(surface).strip())
    name = name.lstrip(_MARKS + ".").rstrip(_MARKS + _DIGITS)
    name = _without_titles(unicodedata.normalize("NFC", name))
    parts = [part.strip() for part in name.split(",") if part.strip()]
    suffixes = [part for part in parts if _SUFFIX.match(part)]
    rest = [part for part in parts if not _SUFFIX.match(part)]
    if len(rest) >= 2:
        rest = [*rest[1:], rest[0]]
    joined = " ".join([*rest, *suffixes]) or name
    return _cased(_GLUED_INITIAL.sub(r"\1 ", joined))


def is_name(text: str) -> bool:
    """Say whether all of `text` is a person's name by its shape, written directly."""
    text = text.strip()
    if not text or len(text) > 80 or scan_name(text, 0) != len(text):
        return False
    parts = text.split()
    if len(parts) == 1 and text.isupper():
        return False
    return not all(is_common(part) for part in parts if part[:1].isupper())


def without_titles(text: str, start: int) -> int:
    """Give where the name begins that may have titles before it at `start`."""
    while match := _TITLE.match(text, start):
        if match[1].lower().rstrip(".") not in word_list("people/person_titles"):
            break
        start = match.end()
    return start


_TITLE = re.compile(
    r"[ \t\u00a0]{0,5}((?:[^\W\d_]|-){1,20}\.?)(?:[ \t\u00a0]{1,5}|(?<=\.))"
)


def split_names(text: str) -> list[tuple[int, int]]:
    """Find the names in a list of directly written ones, with their places.

    Separators are commas, semicolons, "and" and line ends outside parentheses; what
    stands in parentheses after a name (an institution) is passed over, as are titles.
    Parts that are no names are left out.
    """
    found = []
    for start, end in _pieces(text):
        start = without_titles(text, start)
        stop = scan_name(text, start, end)
        if stop > start and not text[stop:end].strip(" *†‡§¶∗0123456789."):
            found.append((start, stop))
    return [span for span in found if is_name(text[slice(*span)])]


def split_inverted(text: str, *, known: Collection[str] = ()) -> list[tuple[int, int]]:
    """Find the people of "Family, Given, Family, Given", with their places.

    Semicolons, where there are any, part people. Otherwise parts are paired from the
    left. In a list of an odd count one part stands alone: an organisation's name, else
    one that `known` people ("Family, Given") leave over, else the longest direct name.
    """
    if ";" in text:
        return [span for span in _cut(text, 0, len(text), ";") if text[slice(*span)]]
    parts = _joined_suffixes(text, list(_comma_parts(text)))
    paired: list[tuple[int, int]] = []
    for run in _runs(text, parts, known):
        paired.extend(_paired(text, run))
    return paired


def is_inverted(text: str) -> bool:
    """Say whether a line of authors has families before given names.

    Told by parts of one word: direct names have two words or more.
    """
    items = [text[slice(*span)] for span in _cut(text, 0, len(text), ";")]
    if len(items) > 1:
        return sum("," in item for item in items) * 2 > len(items)
    parts = [text[slice(*span)] for span in _comma_parts(text)]
    if len(parts) < 2:
        return False
    single = sum(len(part.split()) == 1 or _is_family(part) for part in parts)
    return single * 5 >= len(parts) * 2


def _is_family(part: str) -> bool:
    """Say whether a part of several words is no full name: "van Dijk", "J. A."."""
    words_of = part.split()
    if words_of[:1] and words_of[0] in word_list("people/name_particles"):
        return True
    return all(_ONLY_INITIALS.fullmatch(word) for word in words_of)


def _comma_parts(text: str) -> list[tuple[int, int]]:
    """Cut at commas, and at "and" where it stands between two people."""
    cut: list[tuple[int, int]] = []
    for start, end in _cut(text, 0, len(text), ","):
        match = re.search(r"(?:^|\s)(?:and|&)\s", text[start:end])
        if match:
            before, after = (start, start + match.start()), (start + match.end(), end)
            cut.extend(span for span in (before, after) if span[0] < span[1])
        else:
            cut.append((start, end))
    return cut


def _joined_suffixes(text: str, parts: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Put "Jr." and the like to the part before."""
    joined: list[tuple[int, int]] = []
    for start, end in parts:
        if joined and _SUFFIX.match(text[start:end]):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _runs(
    text: str, parts: list[tuple[int, int]], known: Collection[str]
) -> list[list[tuple[int, int]]]:
    """Cut parts at organisations and at the pairs that are known to be one person."""
    keys = {_key(name) for name in known}
    runs: list[list[tuple[int, int]]] = [[]]
    index = 0
    while index < len(parts):
        pair = parts[index : index + 2]
        if len(pair) == 2 and _key(text[pair[0][0] : pair[1][1]]) in keys:
            runs += [pair, []]
            index += 2
        else:
            runs[-1].append(parts[index])
            index += 1
    return [run for run in runs if run]


def _key(name: str) -> str:
    return " ".join(re.findall(r"\w+", name.casefold()))


def _paired(text: str, parts: list[tuple[int, int]]) -> list[tuple[int, int]]:
    single = _left_over(text, parts) if len(parts) % 2 else -1
    found, index = [], 0
    while index < len(parts):
        if index == single:
            found.append(parts[index])
            index += 1
        else:
            found.append((parts[index][0], parts[index + 1][1]))
            index += 2
    return found


def _left_over(text: str, parts: list[tuple[int, int]]) -> int:
    """Choose which part of an odd count stands alone; pairs stay whole around it."""

    def loneliness(index: int) -> tuple[bool, int]:
        part = text[slice(*parts[index])]
        plain = [w for w in part.split() if len(w.strip(".")) > 1]
        return is_acronym(part) and " " not in part and len(part) > 3, len(plain)

    return max(range(0, len(parts), 2), key=loneliness)


def _pieces(text: str) -> list[tuple[int, int]]:
    """Cut a list at its separators, without what stands in parentheses."""
    blank = _PAREN.sub(lambda match: " " * len(match[0]), text)
    pieces, start = [], 0
    for match in _SEPARATOR.finditer(blank):
        pieces.append((start, match.start()))
        start = match.end()
    pieces.append((start, len(blank)))
    trimmed = []
    for begin, end in pieces:
        lead = _LEAD.match(blank, begin, end)
        begin = lead.end() if lead else begin
        end = begin + len(blank[begin:end].rstrip())
        if begin < end:
            trimmed.append((begin, end))
    return trimmed


def _cut(text: str, start: int, end: int, sign: str) -> list[tuple[int, int]]:
    """Cut at a sign, and trim white space and footnote marks off the parts."""
    spans = []
    for piece in text[start:end].split(sign):
        inner = piece.lstrip(" \t\u00a0\n")
        begin = start + len(piece) - len(inner)
        kept = len(inner.rstrip(" \t\u00a0\n*†‡§¶∗0123456789"))
        if kept:
            spans.append((begin, begin + kept))
        start += len(piece) + len(sign)
    return spans


def _without_titles(name: str) -> str:
    return name[without_titles(name, 0) :].strip()


def _cased(name: str) -> str:
    """Write words of capitals as names are written; initials stay."""
    parts = name.split()
    plain = [p for p in parts if any(char.islower() for char in p)]
    return " ".join(_cased_word(part, alone=not plain) for part in parts)


def _cased_word(word: str, *, alone: bool) -> str:
    letters = [char for char in word if char.isalpha()]
    roman = word.upper() in ("II", "III", "IV")
    if "." in word or roman or not all(char.isupper() for char in letters):
        return word
    small = word.lower()
    if small in word_list("people/name_particles") and (alone or len(small) > 1):
        return small
    if len(letters) < (2 if alone else 4):  # "Henrichs MP", "JB Smith"
        return word
    cased = re.sub(r"(^|[-'’ ‐‑])([^\W\d_])", lambda m: m[1] + m[2].upper(), small)
    return re.sub(r"^Mc([a-z])", lambda m: "Mc" + m[1].upper(), cased)
