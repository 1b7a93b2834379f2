"""Lists of references: where each entry begins and ends.

Entries are told by their marks ([1], 2., •), which a page may have glued together, else
by lines; a line of links alone is one entry a link.
"""

import re
from collections.abc import Iterator

from kg.extraction.references.paper_links import find_identifiers
from kg.text.names.name_sequences import walk_names

# The heading of a list, also glued to its first entry.
_HEADING = re.compile(
    r"\s*+(?:[*#]{1,4}\s*+)?(?:[^\W\d]++\s++){0,3}?(?:references?(?:\s+list)?|reference\s+list"
    r"|bibliography|literature"
    r"|citations?|works?(?:\s+cited)?|papers?|publications?|articles?|preprints?|readings?|reading)"
    r"[ \t*]{0,4}(?:[:：.–—-]|(?=[^\S\n]*+\n)|(?=\[1\])|(?=https?:))\s*",
    re.IGNORECASE,
)
_LONGEST = 2000  # characters; no entry is longer
_MARK = re.compile(
    r"[ \t]*(?:\[[\w+-]{1,10}\]|\((?:\d{1,2}|[a-h]|i{1,3}|iv)\)"
    r"|(?:\d{1,2}[.)]|[a-h]\))(?!\d)|[•·∗▪*]|[-–—](?=\s))[ \t]*"
)
# Marks within a line, of three styles; they count upwards.
_INNER = {
    "[": re.compile(r"\[(\d{1,2})\]"),
    "(": re.compile(r"(?<!\w)\((\d{1,2})\)(?=\s?[A-Z\"“])"),
    ".": re.compile(r"(?:(?<=[\s.;:])|^)(\d{1,2})[.)](?=\s?[A-Z\"“])"),
}


def split_references(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the places of the entries of a list, without heading and marks.

    >>> text = "References: [1] A. Li. Trees. [2] B. Roe. Words."
    >>> [text[start:end].strip() for start, end in split_references(text, 0, len(text))]
    ['A. Li. Trees.', 'B. Roe. Words.']
    """
    if heading := _HEADING.match(text, start, end):
        start = heading.end()
    entries: list[tuple[int, int]] = []
    marked = False
    for begin, stop in _lines(text, start, end):
        mark = _MARK.match(text, begin, stop)
        if (
            mark
            or not entries
            or not _continues_entry(text, entries[-1], (begin, stop), marked)
        ):
            marked = marked or bool(mark)
            entries.extend(_split_at_numbers(text, mark.end() if mark else begin, stop))
        else:
            entries[-1] = (entries[-1][0], stop)
    return [part for entry in entries for part in _split_at_links(text, *entry)]


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the lines that are not blank."""
    for match in re.compile(r"[^\n]+").finditer(text, start, end):
        if match[0].strip():
            yield match.start(), match.end()


def _continues_entry(
    text: str, entry: tuple[int, int], line: tuple[int, int], marked: bool
) -> bool:
    """Tell whether a line without a mark goes on with the entry before it."""
    if entry[1] - entry[0] > _LONGEST:
        return False
    content = text[slice(*line)].strip()
    before = text[slice(*entry)]
    ids = find_identifiers(text, *line)
    if ids and ids[0].start - line[0] < 12 and len(content) < 150:
        bare = not re.search(
            r"(?<![^\W\d_])[^\W\d_]{3,}+\s++[^\W\d_]{3}",
            _remove_identifiers(text, *entry),
        )
        return not bare and not find_identifiers(text, *entry)
    if marked:
        return True
    names = walk_names(text, *line)
    covered = sum(stop - begin for begin, stop in names)
    return (
        bool(names)
        and covered * 10 > len(content) * 7
        and not walk_names(before, 0, len(before))
    )


def _split_at_numbers(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut a line at marks within it that count upwards: "…[2] … [3] …"."""
    cuts: list[re.Match[str]] = []
    for pattern in _INNER.values():
        found = list(pattern.finditer(text, start, end))
        numbers = [int(match[1]) for match in found]
        counted = list(range(numbers[0], numbers[0] + len(numbers))) if numbers else []
        if numbers and numbers == counted and numbers[0] in (1, 2):
            cuts = found
            break
    begin = start
    for cut in cuts:
        if text[begin : cut.start()].strip():
            yield begin, cut.start()
        begin = cut.end()
    if text[begin:end].strip():
        yield begin, end


def _split_at_links(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut an entry that is nothing but links at each of them."""
    ids = find_identifiers(text, start, end)
    if len(ids) < 2 or re.search(
        r"[^\W\d_]{4,}", _remove_identifiers(text, start, end)
    ):
        yield start, end
        return
    for position, identifier in enumerate(ids):
        last = position + 1 == len(ids)
        yield identifier.start, end if last else ids[position + 1].start


def _remove_identifiers(text: str, start: int, end: int) -> str:
    """Return an entry's text without its links and numbers."""
    kept = []
    for identifier in find_identifiers(text, start, end):
        kept.append(text[start : identifier.start])
        start = identifier.end
    return re.sub(r"https?://\S+", "", " ".join([*kept, text[start:end]]))
