"""A document as parts of a page's lines: lines in, offsets out."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kg.records import Document, Section, SectionKind


@dataclass(frozen=True, slots=True, order=True)
class Part:
    """Lines `first` to `last` of a page (counted from 0), and what they are.

    `skip` characters of the first line, a label such as "Title: ", are no part of it.
    """

    first: int
    last: int
    kind: SectionKind
    skip: int = 0


def filled_lines(lines: Sequence[str]) -> list[int]:
    """Return the numbers of the lines that are not blank.

    >>> filled_lines(["Talks", "", "Ann Lee"])
    [0, 2]
    """
    return [number for number, line in enumerate(lines) if line.strip()]


def assemble(
    lines: Sequence[str],
    parts: Iterable[Part],
    *,
    source: str,
    last: int | None = None,
    msc: tuple[str, ...] = (),
) -> Document:
    """Return the document that lines from the first part to the last are.

    Args:
        lines: the whole page.
        parts: at least one; they do not overlap.
        source: the page's file name.
        last: the document's last line where it lies behind the last part (a button that
            closes a preview).
        msc: codes of the Mathematics Subject Classification.

    Returns:
        A document without id; title and venue are those of the first such part.

    >>> page = ["Title: On mills", "They turn."]
    >>> parts = [Part(0, 0, "title", skip=7), Part(1, 1, "body")]
    >>> assemble(page, parts, source="page.txt").title
    'On mills'
    """
    ordered = sorted(parts)
    top = ordered[0].first
    bottom = max(part.last for part in ordered) if last is None else last
    starts = [0]
    for line in lines[top:bottom]:
        starts.append(starts[-1] + len(line) + 1)
    text = "\n".join(lines[top : bottom + 1])
    sections = tuple(
        _trimmed(
            text,
            starts[part.first - top] + part.skip,
            starts[part.last - top] + len(lines[part.last]),
            part.kind,
        )
        for part in ordered
    )
    return Document(
        id="",
        source=source,
        text=text,
        sections=sections,
        first_line=top,
        last_line=bottom,
        title=section_words(text, sections, "title"),
        venue=section_words(text, sections, "venue"),
        msc=msc,
    )


def _trimmed(text: str, start: int, end: int, kind: SectionKind) -> Section:
    """Return a section without the white space at its ends."""
    while start < end and text[end - 1].isspace():
        end -= 1
    while start < end and text[start].isspace():
        start += 1
    return Section(start, end, kind)


def section_words(
    text: str, sections: Iterable[Section], kind: SectionKind
) -> str | None:
    """Return the words of the first section of a kind, as one line; None without any.

    >>> section_words("On\\nmills", [Section(0, 8, "title")], "title")
    'On mills'
    """
    for section in sections:
        if section.kind == kind:
            return " ".join(text[section.start : section.end].split()) or None
    return None
