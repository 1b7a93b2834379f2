"""Web pages as they are saved: what they state of a work, else the text that they show.

A page of one work states it in meta tags or as JSON-LD, for search engines; then it is
a record. Of any other page the text is made as a reader sees it, for the readers of
pages: a seminar's programme, an author's list, an archive's listing.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice

from kg.errors import SourceError
from kg.files.decoding import Notice
from kg.files.opened_file import Opened, read_bytes
from kg.records import Document, Remark
from kg.sources.html.citation_tags import (
    description_of_tags,
    is_record,
    unread_tags,
    values_of_tags,
)
from kg.sources.html.html_tokens import read_tokens
from kg.sources.html.json_ld import read_script, values_of_script
from kg.sources.html.page_encoding import declared_encoding
from kg.sources.html.page_head import PageHead
from kg.sources.html.page_lines import count_line_words, line_numbers
from kg.sources.html.shown_abstract import shown_abstract
from kg.sources.html.visible_text import VisibleText, visible_text
from kg.sources.made_text import MadeText
from kg.sources.records.record_values import RecordValues, document_from_values
from kg.text.counts import format_count, name_first

LARGEST = 256 << 20  # bytes; pages with all their pictures in them have some twenty
_MOST_TOKENS = 2_000_000  # some ten seconds
_MOST_NAMED = 20  # in one remark
_CUT = re.compile(r"(?:\.\.\.|…)\s*$")
_LONG = 200  # characters: a description that is longer may be the abstract


def parse(file: Opened) -> Iterator[Document | Remark | MadeText]:
    """Yield a document a work that the page states; of a page without, its text.

    What is not read is counted: menus, hidden parts, tags, and the words around a
    record.

    Raises:
        SourceError: the page is too large, or cannot be read.
    """
    text = _decode(file)
    head = PageHead()
    tokens = read_tokens(text)
    page = visible_text(head.watch(islice(tokens, _MOST_TOKENS)))
    found = list(_records(head, page, text, source=file.name))
    yield from found
    not_read = Counter(page.words_left_out)
    if any(isinstance(item, Document) for item in found):
        not_read["what it shows beside the work"] = count_line_words(page.lines)
    elif page.lines:
        numbers = line_numbers(text, [line.place for line in page.lines])
        yield MadeText(tuple(line.text for line in page.lines), tuple(numbers))
    yield from _remarks(not_read, unread_tags(head.metas), source=file.name)
    if next(tokens, None):
        reason = f"more than {_MOST_TOKENS:,} tags: read as far as that"
        yield Remark(file.name, None, reason)


def _decode(file: Opened) -> str:
    """Return the page as text.

    Raises:
        SourceError: it is too large, or cannot be read.
    """
    if declared_encoding(file.head().data) is None:
        if file.is_larger_than(LARGEST):
            raise SourceError(f"a page larger than {LARGEST >> 20} MB: not read")
        return file.text()
    with file.raw() as raw:
        data = read_bytes(raw, LARGEST + 1)
    if len(data) > LARGEST:
        raise SourceError(f"a page larger than {LARGEST >> 20} MB: not read")
    text = data.decode(declared_encoding(data) or "utf-8", "replace")
    broken = text.count("\ufffd")
    if broken:
        reason = f"{broken:,} bytes are no character, and were replaced"
        file.warnings = (Notice(reason),)
    return text.replace("\r\n", "\n")


def _records(
    head: PageHead, page: VisibleText, text: str, *, source: str
) -> Iterator[Document | Remark]:
    """Yield the works that a page states: by its tags, else by its JSON-LD."""
    if is_record(head.metas):
        values = values_of_tags(head.metas)
        values.abstract = values.abstract or _abstract(head, page)
        values.language = values.language or head.language
        (line,) = line_numbers(text, [head.metas[0].place])
        yield from document_from_values(values, source=source, line=line)
        return
    yield from _records_of_scripts(head.scripts, text, source=source)


def _records_of_scripts(
    scripts: Sequence[tuple[str, int]], text: str, *, source: str
) -> Iterator[Document | Remark]:
    seen: set[tuple[str, str]] = set()
    lines = line_numbers(text, [place for _, place in scripts])
    for (script, _), line in zip(scripts, lines, strict=True):
        try:
            stated: Sequence[RecordValues] = list(values_of_script(read_script(script)))
        except ValueError as error:
            reason = f"JSON-LD that is not read: {error}"
            yield Remark(source, line, reason, lost=False)
            continue
        for values in stated:
            key = (values.title, values.abstract)
            if key not in seen:  # a page may state a work twice, in two scripts
                seen.add(key)
                yield from document_from_values(values, source=source, line=line)


def _abstract(head: PageHead, page: VisibleText) -> str:
    """Return the abstract that a page shows, or describes itself by; "" without one."""
    shown = shown_abstract([line.text for line in page.lines])
    description = description_of_tags(head.metas)
    # Many a page gives its first words, or those of its publisher.
    is_whole = len(description) >= _LONG and not _CUT.search(description)
    return shown or (description if is_whole else "")


def _remarks(
    words: Counter[str], tags: Sequence[str], *, source: str
) -> Iterator[Remark]:
    """Yield a remark on what of a page is not read, if there is anything."""
    parts = [
        f"{format_count(count, 'word')} of {what}"
        for what, count in sorted(words.items())
        if count
    ]
    parts += [f'tag "{name}" ({count:,})' for name, count in Counter(tags).items()]
    if parts:
        shown = name_first(parts, _MOST_NAMED)
        yield Remark(source, None, f"of the page not read: {shown}", lost=False)
