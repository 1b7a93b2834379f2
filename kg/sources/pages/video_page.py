"""Pages of a video library: abstract, the same cut short, codes of its subject.

The preview between "[-]" and "[+]" says where an abstract begins; the page's own words
(upload here, watch later) come back for every video and so are told from text.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from kg.files.opened_file import Head, Opened
from kg.records import Document, Remark
from kg.sources.pages.boilerplate import (
    is_furniture,
    is_marker,
    is_prose,
    line_template,
    recurring_templates,
)
from kg.sources.pages.page_layout import Part, assemble
from kg.sources.pages.previews import Preview, find_previews, is_opened
from kg.text.names.name_lines import name_line_parts

# A code of the Mathematics Subject Classification: "65K10", "65-XX".
_MSC = re.compile(r"\b\d\d(?:[A-Z](?:\d\d|xx|XX)|-(?:\d\d|XX|xx))(?!\w)")
_CODE = re.compile(r"[A-Z\d][\w.+-]{1,11}")
# What names the scheme that codes are of.
_SCHEME = re.compile(r"\b(?:MSC|PACS|JEL|AMS|ACM|CCS|class\w*|codes?)\b", re.IGNORECASE)
_ABOVE = 6  # lines between a title and its abstract at most
_NEAR = 4  # blank lines and buttons between a preview and its codes at most


def fits(head: Head) -> bool:
    """Tell whether previews repeat the abstracts of a page.

    One between signs such as "[-]" and "[+]" will do; of others there must be two.
    """
    lines = head.text.split("\n")
    found = list(find_previews(lines))
    enclosed = sum(is_opened(lines, preview.first) for preview in found)
    return enclosed >= 1 or len(found) >= 2


def parse(file: Opened) -> Iterator[Document | Remark]:
    """Cut the page into abstracts, each with its preview and codes where it has them.

    Abstracts too short for a preview are found as prose between the others.
    """
    lines = file.text().split("\n")
    again = recurring_templates(lines)
    entries = _entries(lines, list(find_previews(lines)), again)
    if not entries:
        yield Remark(file.name, None, "no abstracts found on this page of videos")
        return
    headed = _headed(lines, entries, again)
    for (parts, last), heads in zip(entries, headed, strict=True):
        codes = [part.first for part in parts if part.kind == "codes"]
        msc = tuple(_MSC.findall(lines[codes[0]])) if codes else ()
        yield assemble(lines, [*heads, *parts], source=file.name, last=last, msc=msc)


_Entry = tuple[list[Part], int]


def _entries(
    lines: Sequence[str], previews: Sequence[Preview], again: frozenset[str]
) -> list[_Entry]:
    """Return each video's parts and last line, in the order of the page."""
    entries: list[_Entry] = []
    top = 0
    for preview in previews:
        entries += _bare_entries(lines, top, preview.body, again)
        parts = [
            Part(preview.body, preview.body_last, "body"),
            Part(preview.first, preview.last, "preview"),
        ]
        entry = _with_codes(lines, parts, preview.last)
        entries.append(entry)
        top = entry[1] + 1
    return entries + _bare_entries(lines, top, len(lines), again)


def _bare_entries(
    lines: Sequence[str], top: int, stop: int, again: frozenset[str]
) -> list[_Entry]:
    """Find abstracts without a preview: runs of lines with prose in them."""
    entries: list[_Entry] = []
    first = top
    while first < stop:
        if not is_prose(lines[first]) or _is_page_line(lines[first], again):
            first += 1
            continue
        last = first
        while last + 1 < stop and _goes_on(lines[last + 1], again):
            last += 1
        entry = _with_codes(lines, [Part(first, last, "body")], last)
        entries.append(entry)
        first = entry[1] + 1
    return entries


def _goes_on(line: str, again: frozenset[str]) -> bool:
    """Tell whether a line can continue the abstract above it."""
    if not line.strip() or is_codes(line) or _is_page_line(line, again):
        return False
    return is_prose(line) or line.rstrip().endswith((".", ":", ",", ";", ")"))


def _with_codes(lines: Sequence[str], parts: list[Part], last: int) -> _Entry:
    """Add the codes behind an entry, past the button that closes its preview."""
    end = last
    for number in range(last + 1, min(last + 1 + _NEAR, len(lines))):
        if is_codes(lines[number]):
            return [*parts, Part(number, number, "codes")], number
        if is_marker(lines[number]):
            end = number
        elif lines[number].strip():
            break
    return parts, end


def is_codes(line: str) -> bool:
    """Tell whether a line is a list of subject codes.

    >>> is_codes("65K10 ; 65K05"), is_codes("65 mills")
    (True, False)
    """
    look = line.strip()
    if not look or len(look) > 400:
        return False
    codes = [code.strip() for code in re.split(r"[;,|]", look) if code.strip()]
    if all(_MSC.fullmatch(code) for code in codes):
        return bool(codes)
    label, _, rest = look.partition(":")
    if rest and len(label) < 40 and _SCHEME.search(label):
        return is_codes(rest) or bool(_CODE.fullmatch(rest.strip()))
    return len(codes) > 1 and all(
        _CODE.fullmatch(code) and any(char.isdigit() for char in code) for code in codes
    )


def _is_page_line(line: str, again: frozenset[str]) -> bool:
    return line_template(line) in again or is_furniture(line)


def _headed(
    lines: Sequence[str], entries: Sequence[_Entry], again: frozenset[str]
) -> list[list[Part]]:
    """Find titles and author lines above the abstracts, if the page has them.

    A page has titles if at least half of its entries, and two, have a line that could
    be one at the same distance: else menus would be taken for titles.
    """
    heads: list[list[Part]] = []
    floor = -1
    for parts, last in entries:
        heads.append(_heads(lines, floor, min(parts).first, again))
        floor = last
    distances = Counter(
        min(parts).first - head[0].first
        for (parts, _), head in zip(entries, heads, strict=True)
        if head
    )
    if not distances:
        return heads
    count = max(distances.values())
    distance_of_most = min(
        distance for distance in distances if distances[distance] == count
    )
    if count < 2 or count * 2 < len(entries):
        return [[] for _ in heads]
    return [
        head if head and min(parts).first - head[0].first == distance_of_most else []
        for (parts, _), head in zip(entries, heads, strict=True)
    ]


def _heads(
    lines: Sequence[str], floor: int, body: int, again: frozenset[str]
) -> list[Part]:
    """Find the lines above one abstract that could be its title and authors."""
    found: list[Part] = []
    for number in range(body - 1, max(floor, body - 1 - _ABOVE), -1):
        line = lines[number]
        if not line.strip() or _is_page_line(line, again) or is_codes(line):
            continue
        if name_line_parts(line) and not found:
            found.append(Part(number, number, "authors"))
        elif is_title(line):
            return [Part(number, number, "title"), *found]
    return []


def is_title(line: str) -> bool:
    """Tell whether a line has a title's form: some words and no full stop."""
    words = line.split()
    return 2 <= len(words) <= 40 and not line.rstrip().endswith((".", ":", ";", ","))
