"""A document with its mentions marked, as a reader would mark a printed page.

Marks in the text never overlap: where mentions do, the longest is marked and the others
are listed beneath, with those of a record's fields. So each mention is shown once.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.printable import printable
from kg.records import Document, Extraction, Mention
from kg.text.span_mask import SpanMask


@dataclass(frozen=True, slots=True)
class MarkedDocument:
    """A document ready to be shown; every string in it is safe to print.

    `marks` are disjoint and in order, and count in `text`; `unmarked` are the mentions
    that could not be marked there.
    """

    location: str
    title: str
    text: str
    marks: tuple[Mention, ...]
    unmarked: tuple[Mention, ...]


def mark_mentions(extraction: Extraction) -> MarkedDocument:
    """Return a document ready to be shown, with each mention once.

    Control characters and the like are replaced, one for one, so that places stay.
    """
    document = extraction.document
    marks = _disjoint(extraction.mentions, len(document.text))
    marked = set(marks)
    return MarkedDocument(
        location=printable(location(document)),
        title=printable(" ".join((document.title or "").split())),
        text=printable(document.text),
        marks=tuple(marks),
        unmarked=tuple(m for m in extraction.mentions if m not in marked),
    )


def location(document: Document) -> str:
    """Return where a document stands, as editors count: source and lines, from 1."""
    if document.first_line is not None:
        first, last = document.first_line, document.last_line
        lines = str(first + 1) if last in (None, first) else f"{first + 1}-{last + 1}"
    elif document.record_line is not None:
        lines = str(document.record_line)
    else:
        lines = document.id
    return f"{document.source}:{lines}"


def mention_label(mention: Mention) -> str:
    """Return what is said of a mention: its kind and its score."""
    return f"{mention.kind} {mention.score:.2f}"


def split_at_marks(marked: MarkedDocument) -> Iterator[tuple[str, Mention | None]]:
    """Cut the text at its marks; what stands between them comes with None."""
    end = 0
    for mention in marked.marks:
        if mention.start > end:
            yield marked.text[end : mention.start], None
        yield marked.text[mention.start : mention.end], mention
        end = mention.end
    if end < len(marked.text):
        yield marked.text[end:], None


def plain_lines(marked: MarkedDocument) -> Iterator[str]:
    """Yield the lines of a document without colour: `[words|kind score]`.

    The words of a mark stay on one line, so that they can be searched for.
    """
    yield f"{marked.location}  {marked.title}".rstrip()
    text = "".join(
        piece if mention is None else format_mention(piece, mention)
        for piece, mention in split_at_marks(marked)
    )
    yield from text.split("\n")
    for mention in marked.unmarked:
        yield f"  {mention_place(mention)}: {format_mention(mention.surface, mention)}"


def format_mention(words: str, mention: Mention) -> str:
    """Return words with what is said of them behind, in brackets."""
    return f"[{' '.join(printable(words).split())}|{mention_label(mention)}]"


def mention_place(mention: Mention) -> str:
    """Return where a mention stands that is not marked in the text."""
    if mention.field == "text":
        return f"characters {mention.start}-{mention.end}"
    return printable(mention.field)


def _disjoint(mentions: Sequence[Mention], size: int) -> list[Mention]:
    """Return the longest mentions in the text; of equals the most certain, the first.

    Empty ones and those that end outside of the text cannot be marked.
    """
    mask = SpanMask(0, size)
    inside = (m for m in mentions if m.field == "text" and 0 <= m.start < m.end <= size)
    by_length = sorted(
        inside, key=lambda m: (m.start - m.end, -m.score, m.start, m.kind, m.name)
    )
    return sorted(
        (m for m in by_length if mask.add(m.start, m.end)), key=lambda m: m.start
    )
