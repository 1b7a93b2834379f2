"""One entry of a reference list: its authors, title, venue, year and number.

Styles differ in what comes first and in what parts it, so the parts are told by what
they are: names look like names, titles stand in quotes or are what is left.
"""

import re
from dataclasses import dataclass

from kg.extraction.references.authors import (
    Span,
    scan_authors,
    scan_only_authors,
    scan_trailing_authors,
)
from kg.extraction.references.paper_links import find_identifiers
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


_LONGEST = 2000  # characters; no entry is longer
_QUOTED = re.compile(
    r"(?:[\"“«„]|``|(?<!\w)[‘'])([^\"”»“«\n]{6,300}?)(?:[\"”»“]|''|[’'](?=[\s.,;(]|$))"
)
_LINK = re.compile(r"https?://|www\.")
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
    r"[ \t]*){1,7}[:：–—-]?\s*$"
    rf"|(?:[\w/’'-]+[ \t]+){{0,6}}?{_PAGE}(?:[ \t]+[\w/’'-]+){{0,5}}\s*[:：]\s*$"
    r"|(?:[\w/’'-]+[ \t]+){0,8}?(?:available|found|here)"
    r"(?:[ \t]+(?:at|here|on|online))?\s*$",
    re.IGNORECASE,
)
_YEAR_AFTER_NAMES = re.compile(
    r"[\s.,:]*(?:\(\s*)?(?:19|20)\d\d[a-z]?(?:\s*\))?[\s.,:]*"
)
_GAP = re.compile(r"[\s.,:;–—|-]*")
_END_OF_TITLE = re.compile(
    r"(?:(?<=[^\W\d_]{2})|(?<=[)\d$]))\.(?=\s|$|[A-Z\[(])|[?!](?=\s)"
    r"|\s{1,5}[–—|]\s{1,5}|\s-{1,2}\s(?=[A-Z])|\n|;"
    # a parenthesis, but none of a formula: "GL(3)", "f(x)"
    r"|\s{1,5}[(\[](?=[^()\n]{1,80}[)\]])|(?<![A-Z\s])[(\[](?=[^()\n]{4,80}[)\]])"
    r"|,\s+(?=(?:[Ii]n:?\s+[A-Z]|[Ii]n\s+prep|[Tt]o\s+appear|[Ss]ubmitted|[Pp]reprint"
    r"|[Aa]ccepted|[Pp]roc|[Aa]r[Xx]iv|(?:19|20)\d\d|[A-Z]{3,}|(?:[A-Z]\w+\.\s?){1,4}"
    r"|(?:[A-Z][\w.&]*\s+){1,6}\(?\d|\d+|J\.\s+(?:[A-Z]\w+\.|of\b|[A-Z]\w+\s+\d)"
    r"|Journal|Annals|Transactions|Advances"
    r"|(?:\w+\s){0,5}(?:Journal|Conference|Letters|Review|Proceedings|Workshop|Press)\b))"
)
_BY = re.compile(r"(?:,?\s+\(?by|(?:,\s*|\s\()with)\s+(?=[^\Wa-z\d_])")
# "… of Trees": a title, or what names what an author did, never an author list's end.
_GOES_ON = re.compile(r"[ \t]+(?!and\b|et\b|with\b|in\b|eds?\b)[a-z]{2,}")
_REST = re.compile(r"[\s.,(]*(?:[A-Z][\w. ]{0,30}[ ,]+)?(?:(?:19|20)\d\d[\s.)]*)?$")
_OPENED = re.compile(r"\s*[(\[]\s*(?:(?:joint(?:\s+work)?\s+)?(?:with|by)\s+)?")
_NO_TITLE = re.compile(
    r"[\s(\[]*(?:in\s+(?:preparation|submission|press|progress|review)\b|to\s+appear|submitted"
    r"|forthcoming|under\s+review|(?:arxiv\s+)?preprint\b|arxiv\b|tentative|work\s+in\s+progress"
    r"|available\s+(?:at|on|online)|link\b|url\b|https?:|doi\b|accepted\b|unpublished"
    r"|[\d(]|vol\b|pp?\.|in:?\s+[A-Z]|proc)",
    re.IGNORECASE,
)
_SHORT_VENUE = re.compile(r"(?:[A-Z][\w&.'’/-]*\s*){1,4}(?:\d|\(|,\s*\d|$)")
_SMALL_WORD = re.compile(r"(?<![\w$\\])[a-z]{2,}")


def read_entry(text: str, start: int, end: int) -> Entry:
    """Read one entry; parts that it does not tell are left out."""
    ids = find_identifiers(text, start, end)
    begin, stop = start, min(end, start + _LONGEST)
    link = _LINK.search(text, start, end)
    first = min([i.start for i in ids] + ([link.start()] if link else []), default=end)
    if first - start > 12 or not ids:
        stop = first
    elif ids:
        begin = ids[0].end
    if _LABEL.match(text, begin, stop):
        begin = stop
    begin = _skip_gap(text, begin, stop)
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


def _read_parts(
    text: str, begin: int, stop: int
) -> tuple[list[Span], Span | None, int]:
    """Return authors, title and where the rest begins."""
    if quoted := _QUOTED.search(text, begin, stop):
        authors, _ = scan_authors(text, begin, quoted.start())
        title = _trim_title(text, quoted.start(1), quoted.end(1))
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
    end = _title_end(text, authors[0][0], stop)
    names, rest = scan_authors(text, _skip_gap(text, end, stop), stop)
    only = _REST.match(text, rest, stop)
    return bool(names and only) and any(is_common(word) for word in last.split())


def _read_after_authors(
    text: str, authors: list[Span], after: int, stop: int
) -> tuple[list[Span], Span | None, int]:
    year = _YEAR_AFTER_NAMES.match(text, after, stop)
    begin = year.end() if year else _skip_gap(text, after, stop)
    if _NO_TITLE.match(text, begin, stop) or _looks_venue(text[begin:stop]):
        return authors, None, begin
    end = _title_end(text, begin, stop)
    title = _trim_title(text, begin, end)
    phrase = text[slice(*title)]
    short = phrase.istitle() and len(phrase) > 3 and phrase.isalpha()
    return authors, title if short or _is_title(phrase) else None, end


def _read_title_first(
    text: str, begin: int, stop: int
) -> tuple[list[Span], Span | None, int]:
    """Read "Title. Authors", "Title, Authors (Venue)", "Title Authors" or "Title"."""
    end = _title_end(text, begin, stop)
    if by := _BY.search(text, begin, end):
        authors, after = scan_authors(text, by.end(), stop)
        if authors:
            return authors, _trim_title(text, begin, by.start()), after
    for comma in re.finditer(r",\s+", text[begin:end]):
        authors = scan_only_authors(text, begin + comma.end(), end)
        if authors and _is_title(text[begin : begin + comma.start()]):
            before = scan_trailing_authors(text, begin, end)
            authors = before if len(before) > len(authors) else authors
            cut = authors[0][0] if before == authors else begin + comma.start()
            return authors, _trim_title(text, begin, cut), end
    if authors := scan_trailing_authors(text, begin, end):
        return authors, _trim_title(text, begin, authors[0][0]), end
    title = _trim_title(text, begin, end)
    after = _skip_gap(text, end, stop)
    if opened := _OPENED.match(text, end, stop):
        after = opened.end()
    authors, last = scan_authors(text, after, stop)
    if not _is_title(text[slice(*title)]):
        return [], None, begin
    return authors, title, last if authors else end


def _title_end(text: str, begin: int, stop: int) -> int:
    match = _END_OF_TITLE.search(text, begin + 3, stop)
    if not match:
        return stop
    return match.start() + (match[0] in ("?", "!"))


def _is_title(phrase: str) -> bool:
    """Tell whether a phrase has the length and words of a title."""
    if _NO_TITLE.match(phrase):
        return False
    long = re.findall(r"[^\W\d_]{2,}", phrase)
    return len(long) >= 2 or (len(long) == 1 and len(long[0]) > 5)


def _looks_venue(phrase: str) -> bool:
    """Tell whether what follows the authors is a journal's short name and numbers."""
    head = re.split(r"[,.(]", phrase, maxsplit=1)[0].strip()
    return (
        len(head.split()) <= 3
        and not _SMALL_WORD.search(head)
        and bool(_SHORT_VENUE.match(phrase))
        and bool(re.search(r"\d", phrase[len(head) : len(head) + 12]))
        and (head.isupper() or "." in phrase[: len(head) + 1])
    )


def _skip_gap(text: str, begin: int, stop: int) -> int:
    match = _GAP.match(text, begin, stop)
    return match.end() if match else begin


def _trim_title(text: str, begin: int, end: int) -> Span:
    while begin < end and text[begin] in ' \t\n.,;:–—-"“”':
        begin += 1
    while end > begin and text[end - 1] in ' \t\n.,;:–—-(["“”':
        end -= 1
    return begin, end


def _text_for_year(text: str, start: int, end: int, title: Span | None) -> str:
    """Return the text in which a year may be looked for."""
    blanks = [(i.start, i.end) for i in find_identifiers(text, start, end)]
    kept = []
    for begin, stop in sorted([*blanks, title] if title else blanks):
        kept.append(text[start:begin])
        start = max(start, stop)
    return " ".join([*kept, text[start:end]])
