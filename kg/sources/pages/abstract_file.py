"""One small file, one abstract: perhaps a title, perhaps a line of authors, then prose.

The case of a folder of .txt files. First and last line are the first and last that are
not blank.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from kg.files.opened_file import Head, Opened
from kg.records import Document, Remark, Section
from kg.sources.pages.boilerplate import (
    count_words,
    ends_a_sentence,
    is_furniture,
    is_mostly_lower_case,
    is_prose,
)
from kg.sources.pages.text_chunks import Chunk, split_chunks
from kg.sources.records.fields import split_keywords
from kg.text.names.author_lists import split_author_names
from kg.text.names.name_affixes import PARTICLES

# Bounds of one abstract with its header; what is longer is a page of several.
_MOST_CHARACTERS = 6_000
# A longer file is a paper or a dump, not one abstract.
_MOST_LINES = 60
_FEWEST_WORDS = 40
# Of letters and notes: so many do, if nothing but sentences follows the header.
_FEWEST_WORDS_ALONE = 8
# Title, authors, address, keywords, and one to spare.
_MOST_HEADER_CHUNKS = 5
# A longer first paragraph is the abstract.
_TITLE_WORDS = 40
_AUTHOR_LABELS = ("author", "authors", "speaker", "speakers", "by")
_KEYWORD_LABELS = ("keywords", "key words", "index terms")
# What stands behind names in an author line and is no part of them.
_FOOTNOTE_MARKS = re.compile(
    r"\([^()]*\)|[\d*\u2020\u2021\u00a7\u00b6\u00b9\u00b2\u00b3]"
)
_SENTENCE_END = re.compile(r"[.!?。！？।؟][\"'”’)\]»]{0,3}$")
_CAPITALISED = re.compile(r"[^\W\d_a-zß-ÿ].*")


def fits(head: Head) -> bool:
    """Tell a short file that reads as one abstract, not as several under headings.

    At most 6,000 characters, a few short chunks above the prose, forty words of prose
    or more, and no heading within it; or eight words, of whole sentences only.
    """
    if (
        len(head.text) > _MOST_CHARACTERS
        or head.text.strip().count("\n") >= _MOST_LINES
    ):
        return False
    chunks = split_chunks(head.text.strip())
    start = _body_start(chunks)
    if start is None or start > _MOST_HEADER_CHUNKS:
        return False
    body = " ".join(chunk.text for chunk in chunks[start:])
    if not (is_prose(body, words=_FEWEST_WORDS) or _is_short(chunks[start:])):
        return False
    return not any(_is_heading(*pair) for pair in pairwise(chunks[start:]))


def parse(file: Opened) -> Iterator[Document | Remark]:
    """Yield the one document that a file is.

    Its first and last line are the first and last that are not blank; title and
    authors are sections of the lines above the prose, keywords the last line.
    """
    lines = file.text().split("\n")
    used = [number for number, line in enumerate(lines) if line.strip()]
    if not used:
        return
    content = "\n".join(lines[used[0] : used[-1] + 1])
    chunks = split_chunks(content)
    start = _body_start(chunks) or 0
    title, authors = _read_header(chunks[:start])
    body = chunks[start:]
    keywords: tuple[str, ...] = ()
    if len(body) > 1 and body[-1].label in _KEYWORD_LABELS:
        keywords = split_keywords(body.pop().text)
    if len(body) > 1 and not body[0].text:
        body = body[1:]  # "Abstract" on a line of its own
    sections = [Section(body[0].start, body[-1].end, "body")]
    if title:
        sections.append(Section(title.start, title.end, "title"))
    if authors:
        sections.append(Section(authors.start, authors.end, "authors"))
    yield Document(
        id="",
        source=file.name,
        text=content,
        sections=tuple(sorted(s for s in sections if s.start < s.end)),
        first_line=used[0],
        last_line=used[-1],
        title=title.text if title else None,
        keywords=keywords,
    )


def _is_short(chunks: list[Chunk]) -> bool:
    """Tell an abstract of few words: each chunk ends with a sentence."""
    texts = [c.text for c in chunks if c.text and c.label not in _KEYWORD_LABELS]
    body = " ".join(texts)
    return (
        count_words(body) >= _FEWEST_WORDS_ALONE
        and all(_SENTENCE_END.search(text) for text in texts)
        and is_mostly_lower_case(body)
        and not any(is_furniture(text) for text in texts)
    )


def _is_heading(chunk: Chunk, following: Chunk) -> bool:
    """Tell a heading within the prose, a sign of a further text."""
    if chunk.label or following.label or ends_a_sentence(chunk.text):
        return False
    return count_words(chunk.text) < count_words(following.text)


def _body_start(chunks: list[Chunk]) -> int | None:
    """Return the place of the first chunk of prose: a sentence, or an abstract."""
    for number, chunk in enumerate(chunks):
        if chunk.label in ("abstract", "summary"):
            return number
        if chunk.label:
            continue
        if is_prose(chunk.text, words=25):
            return number
        is_sentence = ends_a_sentence(chunk.text) or _SENTENCE_END.search(chunk.text)
        if is_sentence and count_words(chunk.text) >= _FEWEST_WORDS_ALONE:
            return number
    return None


def _read_header(chunks: list[Chunk]) -> tuple[Chunk | None, Chunk | None]:
    """Return title and author line among the chunks before the prose."""
    title = next((c for c in chunks if c.label == "title" and c.text), None)
    if title is None and chunks and not chunks[0].label:
        fit = count_words(chunks[0].text) <= _TITLE_WORDS
        title = chunks[0] if fit and not ends_a_sentence(chunks[0].text) else None
    authors = next((c for c in chunks if c.label in _AUTHOR_LABELS and c.text), None)
    if authors is None:
        others = (c for c in chunks if c is not title and not c.label)
        authors = next((c for c in others if _names_people(c.text)), None)
    return title, authors


def _names_people(line: str) -> bool:
    """Tell a line of names: two to five words each, capitals but for particles."""
    names = split_author_names(_FOOTNOTE_MARKS.sub("", line))
    return bool(names) and all(_reads_as_name(name) for name in names)


def _reads_as_name(name: str) -> bool:
    words = name.replace(",", " ").split()
    return 2 <= len(words) <= 5 and all(
        word in PARTICLES or word == "y" or _CAPITALISED.fullmatch(word)
        for word in words
    )
