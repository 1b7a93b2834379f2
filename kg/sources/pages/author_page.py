"""Pages of one author in a paper index: title, "Family, Given, …" line, abstract.

The author lines carry the page. The person whose page it is stands in nearly all of
them; what lies before one is a title, what follows its abstract, up to the next title.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from kg.files.opened_file import Head, Opened
from kg.records import Document, Remark
from kg.sources.pages.boilerplate import (
    is_detail,
    is_furniture,
    is_prose,
    line_template,
    recurring_templates,
)
from kg.sources.pages.page_layout import Part, assemble, filled_lines
from kg.sources.pages.speaker_lines import names_speaker_with_place
from kg.text.names.name_lines import (
    lists_people,
    lower_case_words,
    name_line_parts,
    person_keys,
)

_HEADINGS = 3  # a page names its person that often before the first paper, at most


def fits(head: Head) -> bool:
    """Tell whether most prose of a page follows author lines with titles before them.

    One paper alone must stand under a heading with its author's name, or any abstract
    under a line of names would be such a page.
    """
    lines = head.text.split("\n")
    used = filled_lines(lines)
    anchors = _anchors(lines, used)
    prose = sum(is_prose(lines[number]) for number in used)
    # Of author lines one below the other, the last stands above the abstract.
    last = [place for place in anchors if place + 1 not in anchors]
    followed = sum(_opens_body(lines, used, place) for place in last)
    if followed == 1 and not _has_heading(lines, used, anchors[0]):
        return False
    return followed >= 1 and followed * 2 >= prose


def _has_heading(lines: Sequence[str], used: Sequence[int], anchor: int) -> bool:
    """Tell whether a person of an author line stands alone above its title."""
    people = person_keys(name_line_parts(lines[used[anchor]]))
    return any(
        ", ".join(parts).lower() in people
        for number in used[: max(anchor - 1, 0)]
        if 0 < len(parts := name_line_parts(lines[number])) <= 2
    )


def parse(file: Opened) -> Iterator[Document | Remark]:
    """Cut the page at its author lines.

    A paper that stands there several times is several documents; one without abstract
    ends with its author line. Authors are left to be read from that section's text.
    """
    lines = file.text().split("\n")
    used = filled_lines(lines)
    anchors = _anchors(lines, used)
    if not anchors:
        yield Remark(file.name, None, "no author lines found on this author page")
        return
    again = recurring_templates(lines, least=3)
    titles = _titles(lines, used, anchors, again)
    tops = [min(pair) for pair in zip(titles, anchors, strict=True)]
    for entry, (title, anchor) in enumerate(zip(titles, anchors, strict=True)):
        stop = tops[entry + 1] if entry + 1 < len(tops) else len(used)
        final = entry + 1 == len(tops)
        parts = _parts(lines, used, (title, anchor, stop), final=final, again=again)
        yield assemble(lines, parts, source=file.name)


def _parts(
    lines: Sequence[str],
    used: Sequence[int],
    places: tuple[int, int, int],
    *,
    final: bool,
    again: frozenset[str],
) -> list[Part]:
    """Yield what the lines of an entry are; places count in `used`."""
    title, anchor, stop = places
    parts = [Part(used[anchor], used[anchor], "authors")]
    if title != anchor:
        parts.append(Part(used[title], used[title], "title"))
    first = max(title, anchor) + 1
    while first < stop and _is_aside(lines[used[first]], again):
        if _is_venue(lines[used[first]]) and not any(p.kind == "venue" for p in parts):
            parts.append(Part(used[first], used[first], "venue"))
        first += 1
    last = stop - 1
    while last >= first and _is_tail(lines[used[last]], final=final, again=again):
        last -= 1
    if last >= first:
        parts.append(Part(used[first], used[last], "body"))
    return parts


def _anchors(lines: Sequence[str], used: Sequence[int]) -> list[int]:
    """Return the places in `used` of the author lines."""
    small = lower_case_words("\n".join(lines))
    keys = {
        place: person_keys(name_line_parts(lines[number]))
        for place, number in enumerate(used)
        if _is_author_line(lines[number], small=small)
    }
    counts = Counter(key for found in keys.values() for key in found)
    best = max(counts.values(), default=0)
    # The page's person; names found once say nothing.
    person = (
        min((k for k in counts if counts[k] == best), default="") if best > 1 else ""
    )
    sure = {place for place, found in keys.items() if person in found}
    anchors = sorted(
        place
        for place in keys
        if place in sure
        or (
            (place > 0 or _opens_title(lines, used))
            and place - 1 not in sure
            and place + 1 not in keys
            and _opens_body(lines, used, place)
        )
    )
    # A person alone, with the next author line two lines on, heads the page.
    for _ in range(_HEADINGS):
        if len(anchors) > 1 and _heads_page(lines, used, anchors):
            anchors.pop(0)
    return [place for place in anchors if place > 0 or len(anchors) > 1]


def _is_author_line(line: str, *, small: frozenset[str]) -> bool:
    return lists_people(line, small=small) or names_speaker_with_place(line)


def _opens_title(lines: Sequence[str], used: Sequence[int]) -> bool:
    """Tell whether a title and then prose stand under the first line of a page."""
    after = [is_prose(lines[number]) for number in used[1:3]]
    return after == [False, True]


def _heads_page(
    lines: Sequence[str], used: Sequence[int], anchors: Sequence[int]
) -> bool:
    """Tell whether the first author line is the page's person, not a paper's."""
    first, second = anchors[0], anchors[1]
    alone = len(name_line_parts(lines[used[first]])) <= 2
    if not alone:
        return False
    return second - first == 2 or not _opens_body(lines, used, first)


def _opens_body(lines: Sequence[str], used: Sequence[int], place: int) -> bool:
    """Tell whether prose follows, at once or after a line of details or a title."""
    after = [lines[number] for number in used[place + 1 : place + 3]]
    if not after:
        return False
    if is_prose(after[0]):
        return True
    return len(after) == 2 and is_prose(after[1])


def _titles(
    lines: Sequence[str],
    used: Sequence[int],
    anchors: Sequence[int],
    again: frozenset[str],
) -> list[int]:
    """Return each entry's title: before its author line, or after it on some pages."""
    behind = sum(
        place + 2 < len(used)
        and (place == 0 or is_prose(lines[used[place - 1]]))
        and not is_prose(lines[used[place + 1]])
        and is_prose(lines[used[place + 2]])
        for place in anchors
    )
    if behind * 2 > len(anchors):
        return [place + 1 for place in anchors]
    titles = []
    floor = -1
    for place in anchors:
        title = place - 1
        while title > floor + 1 and _is_aside(lines[used[title]], again):
            title -= 1
        over = title <= floor or is_prose(lines[used[title]])
        if over or _is_aside(lines[used[title]], again):
            title = place - 1 if place - 1 > floor else place
        titles.append(title)
        floor = place
    return titles


def _is_aside(line: str, again: frozenset[str]) -> bool:
    """Tell whether a line of an entry is a date, a venue that recurs, or a button."""
    if is_detail(line):
        return True
    short = len(line.split()) <= 6
    return short and (line_template(line) in again or is_furniture(line))


def _is_venue(line: str) -> bool:
    """Tell whether a line between authors and abstract names where it appeared."""
    return bool(re.search(r"[^\W\d_]{3}", line)) and not is_furniture(line)


def _is_tail(line: str, *, final: bool, again: frozenset[str]) -> bool:
    """Tell whether a line behind an abstract is no part of it."""
    if is_prose(line):
        return False
    if _is_aside(line, again) or is_furniture(line):
        return True
    ends = line.rstrip().endswith((".", "!", "?", "$", ")", "”", '"'))
    return final and not ends
