"""One entry of a reference list: its authors, title, venue, year and number.

    A. Lee and B. Chen. Trees of words. ICML, 2019.
    Lee, A., & Chen, B. (2019). Trees of words. Annals of Botany, 12, 1-9.
    "Trees of words," by A. Lee, in Proc. ICML, 2019.
    Trees of words, A. Lee, B. Chen (arXiv:2101.00001)

Styles differ in what comes first and in what parts it, so the parts are told by what
they are: names look like names, titles stand in quotes or are what is left.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kg.extraction.references.authors import (
    Span,
    scan_authors,
    scan_only_authors,
    scan_trailing_authors,
)
from kg.extraction.references.entry_titles import (
    is_title,
    opens_no_title,
    title_end,
    trim_title,
)
from kg.extraction.references.paper_links import Identifier, find_identifiers
from kg.extraction.references.venues import find_year, read_venue
from kg.text.names.name_shapes import is_common


@dataclass(frozen=True, slots=True)
class Entry:
    """What an entry says; places are offsets into the document."""

    start: int
    end: int
    authors: tuple[Span, ...] = ()
    title: Span | None = None
    venue: str | None = None
    year: int | None = None
    id: str | None = None


_SHORTEST = 12  # characters before a link that may be authors or a title
_LONGEST = 2000  # characters; no entry is longer
# A title in quotes, of whatever sort.
_QUOTED = re.compile(
    r"(?:[\"“«„]|``|(?<!\w)[‘'])([^\"”»“«\n]{6,300}?)(?:[\"”»“]|''|[’'](?=[\s.,;(]|$))"
)
_LINK = re.compile(r"https?://|www\.")
# What a link may lead to that is no paper, or the words that announce one.
_PAGE = (
    r"(?:links?|urls?|papers?|preprints?|codes?|slides|arxiv|software|package|versions?"
    r"|web\s?sites?"
    r"|webpage|homepage|documentation|docs|implementation|repository|repositories|repo|library"
    r"|toolbox|demos?|notebooks?|tutorials?|data|datasets?|materials?|supplement|blog|post|posters?"
    r"|recordings?|sources?|scripts?|appendix|videos?|github|gitlab|draft|manuscript|article|here"
    r"|pdf|project|page|doi|talk|available|preliminary|journal)"
)
# What says where a link leads: "Link to the paper", "Code can be found here:".
_LABEL = re.compile(
    rf"(?:(?:the|this|our|my|full|extended|long|short|to|of|for|and|on|a|at|in|is|see|{_PAGE})\b"
    r"[ \t]*+){1,7}[:：–—-]?\s*+$"
    rf"|(?:[\w/’'-]++[ \t]++){{0,6}}?{_PAGE}(?:[ \t]++[\w/’'-]++){{0,5}}\s*+[:：]\s*+$"
    r"|(?:[\w/’'-]++[ \t]++){0,8}?(?:available|found|here)"
    r"(?:[ \t]++(?:at|here|on|online))?\s*+$",
    re.IGNORECASE,
)
# "(2019)." between authors and title.
_YEAR_AFTER_NAMES = re.compile(
    r"[\s.,:]*(?:\(\s*)?(?:19|20)\d\d[a-z]?(?:\s*\))?[\s.,:]*"
)
# What parts authors, title and venue.
_GAP = re.compile(r"[\s.,:;–—|-]*")
# What leads to authors behind a title.
_BY = re.compile(r"(?:,?\s{1,9}\(?by|(?:,\s*+|\s\()with)\s++(?=[^\Wa-z\d_])")
# "… of Trees": a title, or what names what an author did, never an author list's end.
_GOES_ON = re.compile(r"[ \t]+(?!and\b|et\b|with\b|in\b|eds?\b)[a-z]{2,}")
# What may follow the authors at an entry's end: a venue and a year.
_REST = re.compile(r"[\s.,(]*(?:[A-Z][\w. ]{0,30}[ ,]+)?(?:(?:19|20)\d\d[\s.)]*)?$")
# Authors in parentheses behind a title: "Trees (with Ana Cruz)".
_OPENED = re.compile(r"\s*[(\[]\s*(?:(?:joint(?:\s+work)?\s+)?(?:with|by)\s+)?")


def read_entry(text: str, start: int, end: int) -> Entry:
    """Return the parts of one entry; those that it does not tell are left out.

    >>> text = "A. Lee and B. Chen. Trees of words. ICML, 2019."
    >>> entry = read_entry(text, 0, len(text))
    >>> text[slice(*entry.title)], entry.venue, entry.year
    ('Trees of words', 'ICML', 2019)
    """
    ids = find_identifiers(text, start, end)
    begin, stop = _words_of_entry(text, start, end, ids)
    authors, title, rest = _read_parts(text, begin, stop)
    tail = text[rest:end] if title else text[rest:stop]
    venue = read_venue(tail)
    return Entry(
        start=start,
        end=end,
        authors=tuple(authors),
        title=title,
        venue=venue,
        year=find_year(_text_for_year(text, start, end, title)),
        id=ids[0].id if ids else None,
    )


def _words_of_entry(
    text: str, start: int, end: int, ids: Sequence[Identifier]
) -> tuple[int, int]:
    """Return where authors and title may stand: before links, or behind the first.

    What only says where a link leads ("Link to the paper:") is neither.
    """
    begin, stop = start, min(end, start + _LONGEST)
    link = _LINK.search(text, start, end)
    links = [*(i.start for i in ids), *([link.start()] if link else [])]
    first = min(links, default=end)
    if first - start > _SHORTEST or not ids:
        stop = first
    else:
        begin = ids[0].end
    if _LABEL.match(text, begin, stop):
        begin = stop
    return _skip_gap(text, begin, stop), stop


def _read_parts(
    text: str, begin: int, stop: int
) -> tuple[list[Span], Span | None, int]:
    """Return authors, title and where the rest begins."""
    if quoted := _QUOTED.search(text, begin, stop):
        authors, _ = scan_authors(text, begin, quoted.start())
        title = trim_title(text, quoted.start(1), quoted.end(1))
        rest = quoted.end()
        if not authors:
            after = _skip_gap(text, rest, stop)
            by = _BY.match(text, rest, stop)
            authors, last = scan_authors(text, by.end() if by else after, stop)
            rest = last if authors else rest
        return authors, title, rest
    authors, after = scan_authors(text, begin, stop)
    if authors and not _is_title_start(text, authors, after, stop):
        return _read_after_authors(text, authors, after, stop)
    return _read_title_first(text, begin, stop)


def _is_title_start(text: str, authors: list[Span], after: int, stop: int) -> bool:
    """Tell whether what reads as names at the front are words of a title.

    "Local Causal Discovery of Trees" goes on in small letters, and behind "Neural
    Semantic Encoders." stand the real names.
    """
    last = text[slice(*authors[-1])]
    if _GOES_ON.match(text, after, stop) and "." not in last:
        return True
    if len(authors) > 1 or "." in last or "," in last:
        return False
    end = title_end(text, authors[0][0], stop)
    names, rest = scan_authors(text, _skip_gap(text, end, stop), stop)
    only = _REST.match(text, rest, stop)
    return bool(names and only) and any(is_common(word) for word in last.split())


def _read_after_authors(
    text: str, authors: list[Span], after: int, stop: int
) -> tuple[list[Span], Span | None, int]:
    """Read the title that follows the authors, where there is one."""
    year = _YEAR_AFTER_NAMES.match(text, after, stop)
    begin = year.end() if year else _skip_gap(text, after, stop)
    if opens_no_title(text[begin:stop]):
        return authors, None, begin
    end = title_end(text, begin, stop)
    title = trim_title(text, begin, end)
    phrase = text[slice(*title)]
    short = phrase.istitle() and len(phrase) > 3 and phrase.isalpha()
    return authors, title if short or is_title(phrase) else None, end


def _read_title_first(
    text: str, begin: int, stop: int
) -> tuple[list[Span], Span | None, int]:
    """Read "Title. Authors", "Title, Authors (Venue)", "Title Authors" or "Title"."""
    end = title_end(text, begin, stop)
    if by := _BY.search(text, begin, end):
        authors, after = scan_authors(text, by.end(), stop)
        if authors:
            return authors, trim_title(text, begin, by.start()), after
    if parted := _authors_behind_comma(text, begin, end):
        return *parted, end
    if authors := scan_trailing_authors(text, begin, end):
        return authors, trim_title(text, begin, authors[0][0]), end
    title = trim_title(text, begin, end)
    after = _skip_gap(text, end, stop)
    if opened := _OPENED.match(text, end, stop):
        after = opened.end()
    authors, last = scan_authors(text, after, stop)
    if not is_title(text[slice(*title)]):
        return [], None, begin
    return authors, title, last if authors else end


def _authors_behind_comma(
    text: str, begin: int, end: int
) -> tuple[list[Span], Span] | None:
    """Read "Title, Authors"; None where no comma parts the two."""
    for comma in re.finditer(r",\s+", text[begin:end]):
        authors = scan_only_authors(text, begin + comma.end(), end)
        if authors and is_title(text[begin : begin + comma.start()]):
            more = scan_trailing_authors(text, begin, end)
            if len(more) > len(authors):
                return more, trim_title(text, begin, more[0][0])
            return authors, trim_title(text, begin, begin + comma.start())
    return None


def _skip_gap(text: str, begin: int, stop: int) -> int:
    """Return where the next part begins."""
    match = _GAP.match(text, begin, stop)
    return match.end() if match else begin


def _text_for_year(text: str, start: int, end: int, title: Span | None) -> str:
    """Return the text in which a year may be looked for."""
    blanks = [(i.start, i.end) for i in find_identifiers(text, start, end)]
    kept = []
    for begin, stop in sorted([*blanks, title] if title else blanks):
        kept.append(text[start:begin])
        start = max(start, stop)
    return " ".join([*kept, text[start:end]])
