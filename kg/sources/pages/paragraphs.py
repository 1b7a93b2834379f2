"""Any other text: each paragraph of prose is taken for one abstract, with a warning."""

from collections.abc import Iterator

from kg.files.opened_file import Head, Opened
from kg.records import Document, Remark
from kg.sources.pages.boilerplate import WRAPPED_WIDTH, is_prose
from kg.sources.pages.page_layout import Part, assemble

_WORDS = 25  # fewer are a heading, a caption, a menu
_KNOWN = (
    "JSON Lines, BibTeX, XML, seminar dumps, author, video library and concept pages, "
    "one abstract a .txt file"
)


def fits(head: Head) -> bool:
    """Take everything that is text: this reader is asked last."""
    return True


def parse(file: Opened) -> Iterator[Document | Remark]:
    """Yield a document for each paragraph of prose, after a warning that says so.

    Titles, menus, tables between the paragraphs are left out: nothing says what they
    are. Where no paragraph is prose, the file is a reject.
    """
    lines = file.text().split("\n")
    found = [span for span in _paragraphs(lines) if _reads_as_prose(lines, span)]
    if not found:
        reason = f"no known format and no paragraph of prose; known: {_KNOWN}"
        yield Remark(file.name, None, reason)
        return
    reason = (
        f"no known format: each paragraph of {_WORDS} words or more ({len(found):,}) "
        f"is read as one abstract; known: {_KNOWN}"
    )
    yield Remark(file.name, found[0][0] + 1, reason, lost=False)
    for first, last in found:
        yield assemble(lines, [Part(first, last, "body")], source=file.name)


def _paragraphs(lines: list[str]) -> Iterator[tuple[int, int]]:
    """Yield (first line, last line) of blocks between blank lines, and of long lines.

    Where lines are longer than anybody wraps text, each is a paragraph of its own.
    """
    first = 0
    for number, line in enumerate([*lines, ""]):
        if line.strip():
            continue
        if first < number:
            if max(len(line) for line in lines[first:number]) <= WRAPPED_WIDTH:
                yield first, number - 1
            else:
                yield from ((single, single) for single in range(first, number))
        first = number + 1


def _reads_as_prose(lines: list[str], span: tuple[int, int]) -> bool:
    return is_prose("\n".join(lines[span[0] : span[1] + 1]), words=_WORDS)
