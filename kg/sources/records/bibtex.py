"""BibTeX: an entry → a document, with names, accents, macros as BibTeX means them."""

import logging
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from bibtexparser.entrypoint import parse_string
from bibtexparser.model import (
    Block,
    DuplicateBlockKeyBlock,
    Entry,
    ImplicitComment,
    ParsingFailedBlock,
    String,
)

from kg.files.opened_file import Head, Opened
from kg.records import Document, Remark
from kg.sources.records.bibtex_entry import LISTS, BibtexEntry, document_from_entry
from kg.sources.records.bibtex_repair import (
    end_of_fields,
    goes_on_with_fields,
    repair_commas,
    split_field,
    with_brackets,
)
from kg.sources.records.bibtex_values import expand
from kg.sources.records.bibtex_volumes import Volumes
from kg.sources.records.unread_fields import UnreadFields
from kg.sources.unused_text import Unused

_ENTRY = r"@\w+\s*[{(]"
# Where a block begins, as bibtexparser tells it: at the start of a line only, and there
# even within an entry, which then was never closed.
_BLOCK_START = re.compile(r"[^\S\n]*@\w*[ \t]*[{(]")
_ENTRY_AT_LINE_START = re.compile(rf"^[ \t]*{_ENTRY}", re.MULTILINE)
# Nothing but comments of TeX stands above the first entry.
_ENTRY_FIRST = re.compile(rf"\s*(?:%[^\n]*\n\s*)*{_ENTRY}")
# Signs of an entry or a field, outside of any entry that could be read.
_OF_BIBTEX = re.compile(r"@\w+\s*[{(]|[\w-]\s*=\s*[{\"]|^\s*[{(]\s*\w+\s*,")
# Lines of an entry whose beginning is lost.
_FIELDS = re.compile(
    r"^[ \t]*+[A-Za-z][\w-]{2,30}\s{0,20}=\s{0,20}[{\"\w]", re.MULTILINE
)
_FEWEST_FIELDS = 2
_COMMENT = re.compile(r"(?<!%)%[^\n]*+\n\s*+")  # behind the field before
_BARE = re.compile(r"\s*[A-Za-z][\w ,.:;()'-]*$")
# The parser's words, which name a place that the reader of a message cannot see.
_END_OF_TEXT = "Unexpectedly reached end of file."
_NOT_READ = "not read"


def fits(head: Head) -> bool:
    """Tell BibTeX by an entry as the first thing, or anywhere in a file called .bib.

    Comments of TeX may stand above the entry; what is no .bib may hold one as an
    example in prose, so there nothing else may.
    """
    if ".bib" in head.name.lower():
        return bool(_ENTRY_AT_LINE_START.search(head.text))
    return bool(_ENTRY_FIRST.match(head.text))


def parse(file: Opened) -> Iterator[Document | Remark | Unused]:
    """Yield a document an entry; of a key that comes twice, both entries.

    Entries without an abstract are documents of a title only. A broken entry costs
    itself; what stands between entries is given back. Macros hold from where they are
    defined, as BibTeX has it.
    """
    unread = UnreadFields()
    volumes = Volumes()
    for item in _read_blocks(file):
        if isinstance(item, BibtexEntry):
            unread.count_entry(item.fields, line=item.line)
            for entry in volumes.take(item):
                yield from document_from_entry(entry, source=file.name)
        else:
            yield item
    for entry in volumes.rest():
        reason = f'crossref "{entry.fields["crossref"]}" is no entry of the file'
        yield Remark(file.name, entry.line, reason, lost=False)
        yield from document_from_entry(entry, source=file.name)
    yield from unread.remarks(file.name)


def _read_blocks(file: Opened) -> Iterator[BibtexEntry | Remark | Unused]:
    """Yield the entries of a file as they come, with what is to be said of others."""
    _quieten()
    macros: dict[str, str] = {}
    taken: set[tuple[type[Block], str]] = set()
    for start, block in _parsed_blocks(with_brackets(file.lines())):
        line = start + (block.start_line or 0)
        kept: Block | None = block
        if isinstance(block, ImplicitComment):
            yield from _between(block.comment, source=file.name, line=line)
        elif isinstance(block, ParsingFailedBlock):
            yield from _failure(block, source=file.name, line=line)
            kept = block.ignore_error_block
        elif isinstance(block, (Entry, String)):
            if block.key and (type(block), block.key) in taken:
                yield _repeated_key(block.key, source=file.name, line=line)
            taken.add((type(block), block.key))
        if isinstance(kept, String):
            macros[kept.key.lower()], rest = expand(kept.value, macros)
            if rest:
                yield _unread_of_macro(kept, rest, source=file.name, line=line)
        elif isinstance(kept, Entry):
            yield from _read_entry(kept, macros, source=file.name, start=start)


def _unread_of_macro(macro: String, rest: str, *, source: str, line: int) -> Remark:
    reason = f'macro "{macro.key}": "{rest[:40]}" is not read'
    last = line + macro.value.rstrip().count("\n")
    return Remark(source, line, reason, lost=False, last=last)


def _between(text: str, *, source: str, line: int) -> Iterator[Remark | Unused]:
    """Yield what is to be said of text between blocks, and give it back."""
    lines = text.split("\n")
    stop = end_of_fields(lines) if goes_on_with_fields(text) else 0
    if stop:
        shown = " ".join("\n".join(lines[:stop]).split())[:40]
        reason = f'a brace too many closes the entry: "{shown}" is not read'
        yield Remark(source, line, reason, last=line + stop - 1)
    rest = "\n".join(lines[stop:])
    if len(_FIELDS.findall(rest)) >= _FEWEST_FIELDS:
        reason = f'fields of no entry are not read: "{" ".join(rest.split())[:40]}"'
        last = line + stop + rest.rstrip().count("\n")
        yield Remark(source, line + stop, reason, last=last)
    elif rest.strip():
        reason = f'no entry is read here: "{" ".join(rest.split())[:40]}"'
        yield Unused(line + stop, rest, reason if _OF_BIBTEX.search(rest) else "")


def _parsed_blocks(lines: Iterable[str]) -> Iterator[tuple[int, Block]]:
    """Yield what the parser makes of a file, with the line that its lines count from.

    It is given one block after another: it would hold a file several times over.
    """
    for start, text in _block_texts(lines):
        blocks = parse_string(text, parse_stack=[]).blocks
        if any(type(block) is ParsingFailedBlock for block in blocks):
            again = parse_string(repair_commas(text), parse_stack=[]).blocks
            is_better = not any(type(block) is ParsingFailedBlock for block in again)
            blocks = again if is_better else _failed_apart(text, blocks)
        yield from ((start, block) for block in blocks)


def _failed_apart(text: str, blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks of a text with a broken one, and apart what cannot be of it."""
    lines = text.split("\n")
    # An entry may begin in the middle of a line, with lines above it.
    failed_at = (b.start_line for b in blocks if type(b) is ParsingFailedBlock)
    first = next(failed_at) or 0
    stop = first + end_of_fields(lines[first:])
    blocks = parse_string("\n".join(lines[:stop]), parse_stack=[]).blocks
    failed = list(_widened(blocks, lines[:stop]))
    if not any(map(str.strip, lines[stop:])):
        return failed
    return [*failed, ImplicitComment(comment="\n".join(lines[stop:]), start_line=stop)]


def _widened(blocks: Iterable[Block], lines: Sequence[str]) -> Iterator[Block]:
    """Yield blocks; what follows a broken one, up to the next, is of that."""
    held: Block | None = None
    for block in blocks:
        if type(held) is ParsingFailedBlock and isinstance(block, ImplicitComment):
            stop = (block.start_line or 0) + block.comment.count("\n") + 1
            raw = "\n".join(lines[held.start_line or 0 : stop])
            held = ParsingFailedBlock(held.error, held.start_line, raw)
        else:
            if held is not None:
                yield held
            held = block
    if held is not None:
        yield held


def _block_texts(lines: Iterable[str]) -> Iterator[tuple[int, str]]:
    """Yield the text of one block after another, with the line at which it begins."""
    start = 1
    block: list[str] = []
    for number, line in enumerate(lines, start=1):
        if block and _BLOCK_START.match(line):
            yield start, "\n".join(block)
            start, block = number, []
        # The parser does not count a line end that a backslash stands before.
        block.append(f"{line} " if line.endswith("\\") else line)
    yield start, "\n".join(block)


def _quieten() -> None:
    """Keep the parser's log from being printed where nobody has set logging up.

    What it would say is in its failed blocks, which all become remarks.
    """
    logger = logging.getLogger("bibtexparser")
    if not logger.handlers:
        logger.addHandler(logging.NullHandler())


def _repeated_key(key: str, *, source: str, line: int) -> Remark:
    return Remark(source, line, f'key "{key}" comes twice', lost=False)


def _failure(block: ParsingFailedBlock, *, source: str, line: int) -> Iterator[Remark]:
    """Yield the remark on a block that the parser could not read, or not whole."""
    if isinstance(block, DuplicateBlockKeyBlock):
        yield _repeated_key(block.key, source=source, line=line)
        return
    why = " ".join((getattr(block.error, "abort_reason", "") or "").split())
    why = why.replace(_END_OF_TEXT, "not closed before the next entry, or the end")
    if block.ignore_error_block is None:
        last = line + (block.raw or "").rstrip().count("\n")
        reason = f"broken BibTeX entry: {why or block.error}"
        yield Remark(source, line, reason, last=last)
        return
    repeated: set[str] = getattr(block, "duplicate_keys", set())
    if not LISTS.issuperset(name.lower() for name in repeated):
        reason = "a field comes twice: the first is taken"
        yield Remark(source, line, reason, lost=False)


def _values(
    name: str, raw: str, macros: Mapping[str, str]
) -> Iterator[tuple[str, str, str]]:
    """Yield name and value of a field, and of those that follow it without a comma.

    Each comes with what is to be said of what follows it.
    """
    following: tuple[str, str] | None = name, raw
    while following:
        name, raw = following
        value, unread = expand(raw, macros)
        following = split_field(unread)
        if unread and not following and _BARE.match(raw):
            value, unread = raw.strip(), ""  # words that nothing encloses
        how = "read as a field" if following else _NOT_READ
        reason = f'field "{name}": no comma before "{unread[:40]}", {how}'
        yield name, value, reason if unread else ""


def _read_entry(
    entry: Entry, macros: dict[str, str], *, source: str, start: int
) -> Iterator[BibtexEntry | Remark]:
    """Yield remarks on fields that were not read as such, then the entry with the others."""
    fields: dict[str, str] = {}
    for field in entry.fields:
        at = start + (field.start_line or 0)
        key = _COMMENT.sub("", field.key)
        for name, value, reason in _values(key, str(field.value), macros):
            if reason:
                size = str(field.value).rstrip().count("\n")
                last = at + size if reason.endswith(_NOT_READ) else None
                yield Remark(source, at, reason, lost=False, last=last)
            if value.strip():
                _add_field(fields, name.lower(), value)
    line = start + (entry.start_line or 0)
    yield BibtexEntry(entry.key, entry.entry_type.lower(), line, fields)


def _add_field(fields: dict[str, str], name: str, value: str) -> None:
    """Add a field; of one that is there already, the first stays, or both of a list."""
    if name in LISTS and name in fields:
        fields[name] = f"{fields[name]}; {value}"
    fields.setdefault(name, value)
