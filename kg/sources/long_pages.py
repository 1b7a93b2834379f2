"""A file that is no file of records, read in bounded memory: in parts, if it is long.

Pages are looked at as a whole, several times; a page that a person saved is no longer
than a part.
"""

from collections.abc import Iterable, Iterator, Sequence

from kg.errors import SourceError
from kg.files.opened_file import Opened
from kg.records import Remark
from kg.sources.parts import (
    LONGEST_PART,
    Item,
    Parse,
    read_page,
    read_page_or_remark,
    shifted,
)

LARGEST_PAGE = 256 << 20  # bytes
_LONGEST_LINE = 1 << 20  # characters


def read_pages(file: Opened, parse: Parse) -> Iterator[Item]:
    """Yield what is in a file that is no file of records.

    Such a file is held in memory, so there is a bound to it; a long one is read in
    parts, which end at a blank line.

    Raises:
        SourceError: it is too large, it is of one kind that no reader is for, or a .gz
            archive is damaged.
    """
    if file.is_larger_than(LARGEST_PAGE):
        raise SourceError(
            f"larger than {LARGEST_PAGE >> 20} MB, and no file of records: split it"
        )
    file.refuse_damaged()
    first = 0
    for lines in _parts_of(_bounded_lines(file.pieces())):
        for number, line in enumerate(lines):
            if len(line) > _LONGEST_LINE:
                yield _too_long(source=file.name, line=first + number + 1)
                lines[number] = ""
        is_blank = not any(map(str.strip, lines))
        # What was read already is no reason to stop at a part that nothing reads.
        read = read_page_or_remark if first else read_page
        items = () if is_blank else read(lines, parse, name=file.name)
        yield from (shifted(item, first) if first else item for item in items)
        first += len(lines)


def _too_long(*, source: str, line: int) -> Remark:
    what = f"a line of more than {_LONGEST_LINE:,} characters is no abstract"
    return Remark(source, line, f"{what}: not read; break it into paragraphs")


def _bounded_lines(pieces: Iterable[str]) -> Iterator[str]:
    """Yield lines; of one that is too long, one more character than may be."""
    held = ""
    for piece in pieces:
        first, *lines = piece.split("\n")
        held += first[: max(_LONGEST_LINE + 1 - len(held), 0)]
        for line in lines:  # a line feed ends what is held
            yield held
            held = line if len(line) <= _LONGEST_LINE else line[: _LONGEST_LINE + 1]
    yield held


def _parts_of(lines: Iterable[str]) -> Iterator[list[str]]:
    """Yield all lines, or so many that each part ends where a gap is, if there is one."""
    part: list[str] = []
    size = 0
    for line in lines:
        part.append(line)
        size += len(line) + 1
        # Two blank lines, one, or none: the longer a part has grown, the fewer will do.
        if size > LONGEST_PART and _gap_below(part) >= 4 - 2 * size // LONGEST_PART:
            yield part
            part, size = [], 0
    yield part


def _gap_below(lines: Sequence[str]) -> int:
    """Return how many blank lines stand at the end, of two at most."""
    return next((n for n, line in enumerate(reversed(lines[-2:])) if line.strip()), 2)
