"""PDF documents: the first two pages as text, by PDFium, an optional library.

There a paper has its title, its authors and its abstract; what comes behind the heading
"Introduction" is no abstract and is left out.
"""

import re
from collections.abc import Iterator
from typing import Any

from kg.errors import SourceError
from kg.files.opened_file import Opened, read_bytes
from kg.records import Remark
from kg.sources.made_text import MadeText
from kg.text.counts import format_count

_LARGEST = 256 << 20  # bytes; a file is held in memory
_PAGES = 2
_LONGEST = 200_000  # characters of a page
_MISSING = (
    "a PDF document: to read it, pip install 'scholkg[pdf]' (kg[pdf]); or export its "
    "text first"
)
# A hyphen at a line's end, as PDFium marks it, and the line's end.
_HYPHEN = re.compile(r"[\x02\ufffe]\s*")
_BEHIND = re.compile(
    r"\s{0,20}(?:(?:\d{1,2}|[IVX]{1,4}|A)[.)]?\s{1,20})?"
    r"(?:introduction|introducción|einleitung|einführung|introduzione|introdução|introducere)"
    r"\s{0,20}[.:]?\s{0,20}",
    re.IGNORECASE,
)


def parse(file: Opened) -> Iterator[MadeText | Remark]:
    """Yield the text of the first pages; how much more there is, is told.

    Raises:
        SourceError: PDFium is not installed, or the document is damaged, encrypted, too
            large, or has no text.
    """
    pages, count = _read_pages(file)
    lines = [line for page in pages for line in page]
    places = [number for number, page in enumerate(pages, 1) for _ in page]
    stop = next(
        (n for n, line in enumerate(lines) if n and _BEHIND.fullmatch(line)), None
    )
    if not any(map(str.strip, lines)):
        raise SourceError("a PDF document without text, as scans are: give its text")
    yield MadeText(tuple(lines[:stop]), tuple(places[:stop]))
    words = sum(len(line.split()) for line in lines[stop:]) if stop else 0
    not_read = [
        *([f"{format_count(words, 'word')} behind its introduction"] * bool(words)),
        *([format_count(count - _PAGES, "page")] * (count > _PAGES)),
    ]
    if not_read:
        reason = f"of the document not read: {', '.join(not_read)}"
        yield Remark(file.name, None, reason, lost=False)


def _read_pages(file: Opened) -> tuple[list[list[str]], int]:
    """Return the lines of the first pages, and how many pages there are."""
    pdfium = _library()
    with file.raw() as raw:
        data = read_bytes(raw, _LARGEST + 1)
    if len(data) > _LARGEST:
        raise SourceError(f"a PDF document larger than {_LARGEST >> 20} MB: split it")
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        raise SourceError(
            f"a PDF document that cannot be read ({error}): export its text"
        ) from error
    try:
        count = len(document)
        return [_lines(document, n, pdfium) for n in range(min(_PAGES, count))], count
    finally:
        document.close()


def _lines(document: Any, number: int, pdfium: Any) -> list[str]:  # noqa: ANN401
    """Return the lines of a page; of a page that is damaged, none."""
    try:
        page = document[number].get_textpage()
        text: str = page.get_text_range(count=min(page.count_chars(), _LONGEST))
    except pdfium.PdfiumError:
        return []
    return _HYPHEN.sub("", text).replace("\r\n", "\n").replace("\r", "\n").split("\n")


def _library() -> Any:  # noqa: ANN401 - a module without types
    """Return PDFium.

    Raises:
        SourceError: it is not installed.
    """
    try:
        import pypdfium2
    except ImportError:
        raise SourceError(_MISSING) from None
    return pypdfium2
