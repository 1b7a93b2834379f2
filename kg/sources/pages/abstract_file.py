"""One small file, one abstract: perhaps a title, perhaps a line of authors, then prose.

The case of a folder of .txt files. First and last line are the first and last that are
not blank.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from kg.files.opened_file import Head, Opened
from kg.records import Document, Remark, Section
from kg.sources.pages.abstract_header import header_sections
from kg.sources.pages.boilerplate import (
    count_words,
    ends_a_sentence,
    is_furniture,
    is_mostly_lower_case,
    is_prose,
)
from kg.sources.pages.header_lines import header_form
from kg.sources.pages.page_layout import section_words
from kg.sources.pages.talk_labels import read_label
from kg.sources.pages.text_chunks import Chunk, split_chunks
from kg.sources.records.fields import split_keywords

# Bounds of one abstract with its header; what is longer is a page of several.
_MOST_CHARACTERS = 6_000
# A longer file is a paper or a dump, not one abstract.
_MOST_LINES = 60
_FEWEST_WORDS = 40
# Of letters and notes: so many do, if nothing but sentences follows the header.
_FEWEST_WORDS_ALONE = 8
_TITLE_WORDS = 30  # of a title that is a sentence
# Of no form of a header's: the title, and some to spare.
_MOST_OTHER_CHUNKS = 4
_KEYWORD_LABELS = ("keywords", "key words", "index terms")
_SENTENCE_END = re.compile(r"[.!?。！？।؟][\"'”’)\]»]{0,3}$")


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
    if start is None or sum(map(_is_other, chunks[:start])) > _MOST_OTHER_CHUNKS:
        return False
    texts = _without_details(chunks[start:])
    body = " ".join(chunk.text for chunk in texts)
    if not (is_prose(body, words=_FEWEST_WORDS) or _is_short(texts)):
        return False
    return not any(_is_heading(*pair) for pair in pairwise(texts))


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
    body = _without_details(chunks[start:])
    keywords: tuple[str, ...] = ()
    if len(body) > 1 and body[-1].label in _KEYWORD_LABELS:
        keywords = split_keywords(body.pop().text)
    if len(body) > 1 and not body[0].text:
        body = body[1:]  # "Abstract" on a line of its own
    above = content.rfind("\n", 0, chunks[start].start) + 1
    sections = header_sections(content, above)
    sections.append(Section(body[0].start, body[-1].end, "body"))
    yield Document(
        id="",
        source=file.name,
        text=content,
        sections=tuple(sorted(s for s in sections if s.start < s.end)),
        first_line=used[0],
        last_line=used[-1],
        title=section_words(content, sections, "title"),
        keywords=keywords,
    )


def _without_details(chunks: list[Chunk]) -> list[Chunk]:
    """Return the chunks of a body without labelled ones behind it: "Comments: 12 pages"."""
    last = len(chunks)
    while last > 1 and not chunks[last - 1].label and _is_detail(chunks[last - 1].text):
        last -= 1
    return chunks[:last]


def _is_detail(line: str) -> bool:
    label = read_label(line)
    return label is not None and label.meaning in ("other", "date")


def _is_other(chunk: Chunk) -> bool:
    return not chunk.label and header_form(chunk.text) == "other"


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
    return next(find_body_starts(chunks), None)


def find_body_starts(chunks: list[Chunk]) -> Iterator[int]:
    """Yield the places of chunks that an abstract may begin with.

    A label of one, prose, a sentence; but not a sentence over a line of authors, which is
    a title.

    >>> list(find_body_starts(split_chunks("On mills\\nAbstract: They turn.")))
    [1]
    """
    for number, chunk in enumerate(chunks):
        following = chunks[number + 1 : number + 2]
        if _opens_body(chunk) and not _is_title(chunk, following):
            yield number


def _is_title(chunk: Chunk, following: list[Chunk]) -> bool:
    """Tell a sentence that is a title, by the authors below it."""
    if chunk.label or count_words(chunk.text) > _TITLE_WORDS:
        return False
    return any(header_form(each.text) == "authors" for each in following)


def _opens_body(chunk: Chunk) -> bool:
    if chunk.label:
        return chunk.label in ("abstract", "summary")
    is_sentence = ends_a_sentence(chunk.text) or _SENTENCE_END.search(chunk.text)
    is_long = is_sentence and count_words(chunk.text) >= _FEWEST_WORDS_ALONE
    if not (is_long or is_prose(chunk.text, words=25)):
        return False
    return header_form(chunk.text) == "other"
