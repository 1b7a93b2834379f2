"""Other works that a document names: in reference lists, by title in quotes, by link.

A work is named by its title, or else by its number or link. Code, home pages and slides
are no works, nor is what a list says only the authors of.
"""

import re
from collections.abc import Iterator, Sequence

from kg.extraction.passages import SILENT
from kg.extraction.references.entry import Entry, read_entry
from kg.extraction.references.paper_links import Identifier, find_identifiers
from kg.extraction.references.quoted_titles import (
    QuotedTitle,
    find_quoted_titles,
    read_details,
)
from kg.extraction.references.splitting import split_references
from kg.records import Document, Mention, Passage, Work
from kg.text.folding import fold
from kg.text.latex import decode_latex
from kg.text.names.person_normal_form import normal_name

_LABEL_REACH = 80  # characters before a link that may label it
_NEAR = 40  # characters between a title and its number or link
_ONLY_LABEL = 8  # words at most that name a page of code, not a work
# "Slides: https://…/talk.pdf": no paper.
_OTHER_FILE = re.compile(
    r"\b(?:slides?|posters?|code|software|videos?|recordings?|handouts?|notebooks?"
    r"|(?:lecture\s)?notes|supplement\w*|cv|resume|flyer)"
    r"(?:\s++(?:is|are|can\s+be\s+found|available))?(?:\s++(?:at|here"
    r"|on))?\s*+(?:[:：]\s*+)?(?:https?://)?$",
    re.IGNORECASE,
)
_LINK = re.compile(r"https?://|www\.")


def find_works(
    document: Document, passages: Sequence[Passage], people: Sequence[Mention]
) -> list[Work]:
    """Find the works that a document names, in order, each once.

    Args:
        document: the document.
        passages: its body, as `find_passages` cuts it.
        people: who was found in it, for the names of a work's authors.
    """
    names = {m.start: m.name for m in people if m.field == "text"}
    found: list[Work] = []
    for passage in sorted(passages):
        if passage.kind == "references":
            found.extend(_listed_works(document.text, passage, names))
        elif passage.kind not in SILENT:
            found.extend(_works_in_prose(document.text, passage))
    return list(_drop_repeated(found, document.title))


def _listed_works(text: str, passage: Passage, names: dict[int, str]) -> Iterator[Work]:
    """Yield the works of a list of references."""
    for start, end in split_references(text, passage.start, passage.end):
        entry = read_entry(text, start, end)
        if not entry.title and not entry.id:
            if not entry.authors:
                yield from _works_in_prose(text, Passage(start, end, "prose"))
            continue
        if not _is_label(text, entry) and not _is_other_file(text, entry):
            yield _make_work(text, entry, names)


def _is_label(text: str, entry: Entry) -> bool:
    """Tell whether an entry is a link to a page with its label: "Software: https://…"."""
    if entry.id or entry.authors or not entry.title:
        return False
    link = _LINK.search(text, entry.title[1], entry.end)
    before = text[entry.start : link.start()].rstrip() if link else ""
    return before.endswith((":", "：")) and len(before.split()) <= _ONLY_LABEL


def _is_other_file(text: str, entry: Entry) -> bool:
    """Tell whether an entry is but a link behind "Slides:", "Video:" and the like."""
    if entry.title or entry.authors:
        return False
    ids = find_identifiers(text, entry.start, entry.end)
    return bool(ids and _OTHER_FILE.search(text[entry.start : ids[0].start]))


def _make_work(text: str, entry: Entry, names: dict[int, str]) -> Work:
    """Return the work that an entry names, its authors as they were found."""
    authors = [names.get(a[0]) or normal_name(text[slice(*a)]) for a in entry.authors]
    return Work(
        start=entry.start,
        end=entry.end,
        title=decode_latex(text[slice(*entry.title)]) if entry.title else None,
        authors=tuple(authors),
        venue=entry.venue,
        year=entry.year,
        id=entry.id,
    )


def _works_in_prose(text: str, passage: Passage) -> Iterator[Work]:
    """Yield works named by a title in quotes, then by a link alone, in running text."""
    ids = find_identifiers(text, passage.start, passage.end)
    used: set[Identifier] = set()
    for quoted in find_quoted_titles(text, passage.start, passage.end):
        near = next((i for i in ids if 0 <= i.start - quoted.end <= _NEAR), None)
        used.update([near] if near else [])
        yield _quoted_work(text, quoted, near)
    for identifier in ids:
        if identifier not in used and not _leads_elsewhere(text, passage, identifier):
            venue, year, _ = read_details(text, identifier.end, passage.end)
            yield Work(
                identifier.start,
                identifier.end,
                venue=venue,
                year=year,
                id=identifier.id,
            )


def _quoted_work(text: str, quoted: QuotedTitle, near: Identifier | None) -> Work:
    """Return the work of a title in quotes, and of the link shortly behind it."""
    return Work(
        quoted.title[0],
        near.end if near else quoted.end,
        title=decode_latex(text[slice(*quoted.title)]),
        authors=tuple(normal_name(text[slice(*a)]) for a in quoted.authors),
        venue=quoted.venue,
        year=quoted.year,
        id=near.id if near else None,
    )


def _leads_elsewhere(text: str, passage: Passage, link: Identifier) -> bool:
    """Tell whether "Slides:", "Code:" and the like stand before a link."""
    before = text[max(passage.start, link.start - _LABEL_REACH) : link.start]
    return _OTHER_FILE.search(before.rpartition("\n")[2]) is not None


def _drop_repeated(works: Sequence[Work], own_title: str | None) -> Iterator[Work]:
    """Leave out what was named before, and the document's own title."""
    seen = {fold(own_title)} if own_title else set()
    for work in works:
        keys = {fold(work.title) if work.title else None, work.id} - {None}
        if seen.isdisjoint(keys):
            yield work
        seen.update(str(key) for key in keys)
