"""What of a file ends in no document: it is read by another reader, or a remark.

No text goes in silence. A text is a paragraph of twenty words or more, on lines of four
or more: a menu, a table of numbers or a heading is none.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kg.records import Document, Remark
from kg.sources.formats.rows_alone import holds_rows
from kg.sources.pages.boilerplate import WRAPPED_WIDTH, count_words, is_prose

_FEWEST_WORDS = 20
_WORDS_A_LINE = 4
_LOOK = 100_000  # characters of a line whose words are counted: of no abstract more
_SHOWN = 60  # characters of a text in its remark


@dataclass(frozen=True, slots=True)
class Unused:
    """Lines that are no part of a reader's format; `line` is the first, from 1.

    `reason` is what is to be said if they are no text either: of a file of records.
    """

    line: int
    text: str
    reason: str = ""

    def remark(self, source: str) -> Remark:
        """Return the remark that says its reason, of a file, with its lines."""
        last = self.line + self.text.rstrip().count("\n")
        return Remark(source, self.line, self.reason, last=last)


def unused_runs(count: int, documents: Iterable[Document]) -> Iterator[tuple[int, int]]:
    """Yield (first line, line behind) of the lines of a page that no document holds.

    Args:
        count: how many lines the page has.
        documents: cut from the page, in any order.
    """
    spans = ((d.first_line, d.last_line) for d in documents)
    top = 0
    for first, last in sorted(
        (f, t) for f, t in spans if f is not None and t is not None
    ):
        if top < first:
            yield top, first
        top = max(top, last + 1)
    if top < count:
        yield top, count


def find_texts(lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield (first line, line behind) of each paragraph that is a text.

    >>> list(find_texts(["Home", "", "We ask " * 10]))
    [(2, 3)]
    """
    first = 0
    for number, line in enumerate([*lines, ""]):
        if line.strip():
            continue
        if _is_text(lines[first:number]):
            yield first, number
        first = number + 1


def end_of_paragraph(lines: Sequence[str], start: int) -> int:
    """Return the line behind a paragraph and the blank lines that follow it.

    >>> end_of_paragraph(["On mills", "They turn.", "", "On wind"], 0)
    3
    """
    stop = start
    while stop < len(lines) and lines[stop].strip():
        stop += 1
    while stop < len(lines) and not lines[stop].strip():
        stop += 1
    return stop


def count_prose(lines: Sequence[str]) -> int:
    """Return how many of the texts among lines are prose: long lines, or paragraphs.

    >>> count_prose(["We ask how the mills turn. " * 9] * 2)
    2
    """
    found = 0
    for first, stop in find_texts(lines):
        long = [line for line in lines[first:stop] if len(line) > WRAPPED_WIDTH]
        found += sum(map(is_prose, long)) or is_prose(" ".join(lines[first:stop]))
    return found


def _is_text(paragraph: Sequence[str]) -> bool:
    words = sum(count_words(line[:_LOOK]) for line in paragraph)
    return words >= _FEWEST_WORDS and words >= _WORDS_A_LINE * len(paragraph)


def remark_on_unused(
    lines: Sequence[str], *, source: str, first: int
) -> Iterator[Remark]:
    """Yield a remark on the texts among lines, if there are any, that are not read.

    Words that are no prose, as of a menu or a table, are a warning: they were read over.

    Args:
        lines: a run of lines that no document holds.
        source: the file's name.
        first: the number of the first line in the file, counted from 0.
    """
    texts = list(find_texts(lines))
    if texts:
        top, bottom = texts[0][0], texts[-1][1]
        words = sum(count_words(line[:_LOOK]) for a, b in texts for line in lines[a:b])
        shown = " ".join(" ".join(lines[top : top + 3]).split())[:_SHOWN]
        reason = (
            f'{words:,} words are in no document: "{shown}…" reads as no '
            "abstract, talk or record; put it in a file of its own if it is one"
        )
        is_lost = any(is_prose(" ".join(lines[a:b])) for a, b in texts)
        is_lost = is_lost or holds_rows(lines[top:bottom])
        yield Remark(source, first + top + 1, reason, is_lost, last=first + bottom)


def remark_on_scraps(
    lines: Sequence[str], *, source: str, first: int
) -> Iterator[Remark]:
    """Yield a remark on words between records that are too few for a text, if any.

    Args:
        lines: a run of lines that no record holds.
        source: the file's name.
        first: the number of the first line in the file, counted from 0.
    """
    words = " ".join(" ".join(lines).split())
    if words and not any(True for _ in find_texts(lines)):
        reason = f'no record is read here: "{words[:_SHOWN]}"'
        yield Remark(source, first + 1, reason, last=first + len(lines))
