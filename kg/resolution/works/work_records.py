"""Records of works: each a document, or a work that a document names."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from kg.records import Document, Extraction, Work
from kg.resolution.name_index import mention_name
from kg.resolution.person_ids import record_ids
from kg.resolution.works.near_duplicates import Shingles, hash_texts
from kg.resolution.works.untitled_names import untitled_name
from kg.text.folding import fold
from kg.text.identifiers import canonical_identifier
from kg.text.names.group_authors import GROUP_WORDS
from kg.text.names.name_affixes import SUFFIXES
from kg.text.names.name_parts import parse_name

# Authors who are nobody: what lists end in, or have instead of names.
_NOBODY = re.compile(
    r"\W*(?:and\s+)?(?:et\s+al|al|(?:the\s+)?others|anonymous(?:\s+authors?)?"
    r"|unknown|n/?a|none)?\W*",
    re.IGNORECASE,
)
# Nothing in these is a suffix, a group or a particle.
_NO_SURNAME = "|".join(map(str.title, (*SUFFIXES, *GROUP_WORDS, "others")))
_SIMPLE_NAME = re.compile(
    rf"[A-Z][a-z]{{2,20}}(?: [A-Z]\.)? (?!{_NO_SURNAME})[A-Z][a-z]{{3,20}}"
)
_AND_OTHERS = re.compile(r",?\s{1,9}(?:et\s+al|and\s+others)\b\W*$", re.IGNORECASE)


# The folded name of an author, the scheme of an identifier, and its value.
AuthorId = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class WorkRecord:
    """One record; `authors` are (family name, first initial), as lists spell them all.

    `author_ids` are identifiers that a record gives authors (ORCIDs), by folded name.
    `named_in` is the document that names the work, None for a document itself. `handle`
    is what messages and decisions call the record, `label` the name it gives a work.

    Attributes:
        handle: the document's id, or the label of a work named.
        label: the title, or what else a reader would call the work.
        title: None where the record has none.
        year: of the publication, or None.
        authors: empty where nobody is listed.
        identifiers: DOIs, arXiv numbers and others, each with its scheme: "doi:10.1/x".
        text: the shingles of the abstract, none of a work named.
    """

    handle: str
    label: str
    title: str | None
    year: int | None
    authors: frozenset[tuple[str, str]]
    identifiers: tuple[str, ...]
    text: Shingles
    named_in: int | None = None
    author_ids: frozenset[AuthorId] = frozenset()


def work_records(extractions: Sequence[Extraction]) -> list[WorkRecord]:
    """Return the documents in order, then the works that they name, in order."""
    (nothing,) = hash_texts([""])
    bodies = [_abstract_of(extraction.document) for extraction in extractions]
    found = [
        _document_record(extraction, text)
        for extraction, text in zip(extractions, hash_texts(bodies), strict=True)
    ]
    for number, extraction in enumerate(extractions):
        found.extend(
            _named_work_record(work, extraction, number, nothing)
            for work in extraction.works
        )
    return found


def _document_record(extraction: Extraction, text: Shingles) -> WorkRecord:
    """Return the record that a document is.

    Args:
        extraction: the document and what was found in it.
        text: the shingles of its abstract.
    """
    document = extraction.document
    title = (document.title or "").strip() or None
    own_identifiers = (
        canonical_identifier(document.doi),
        canonical_identifier(document.id),
    )
    elsewhere = (f"{scheme}:{value.lower()}" for scheme, value in document.ids)
    authors = [
        mention
        for mention in extraction.mentions
        if mention.kind == "person" and mention.role == "author"
    ]
    return WorkRecord(
        handle=document.id,
        label=title or untitled_name(extraction) or document.id,
        title=title,
        year=document.year,
        authors=_author_keys(
            [mention_name(mention) for mention in authors]
            or [author.name for author in document.authors if author.name]
        ),
        identifiers=tuple(
            dict.fromkeys(n for n in (*own_identifiers, *elsewhere) if n)
        ),
        text=text,
        author_ids=frozenset(
            (fold(mention_name(mention)), *author_id)
            for mention in authors
            for author_id in record_ids(document, mention)
        ),
    )


def _named_work_record(
    work: Work, extraction: Extraction, number: int, nothing: Shingles
) -> WorkRecord:
    """Return the record of a work that a document, by its number, names."""
    title = " ".join((work.title or "").split()) or None
    made = canonical_identifier(work.id)
    words = (*work.authors, work.venue, str(work.year) if work.year else None)
    about = ", ".join(word for word in words if word)
    label = title or work.id or about or extraction.document.text[work.start : work.end]
    return WorkRecord(
        handle=label,
        label=label,
        title=title,
        year=work.year,
        authors=_author_keys(work.authors),
        identifiers=(made,) if made else (),
        text=nothing,
        named_in=number,
    )


def _author_keys(names: Sequence[str]) -> frozenset[tuple[str, str]]:
    """Return the (family name, initial) of each; a bare surname has no initial.

    "et al." is no author, nor is "Anonymous", as papers under review have it.
    """
    return frozenset(map(_author_key, filter(_is_somebody, names)))


def _is_somebody(name: str) -> bool:
    """Tell whether a name in an author list is that of a person."""
    return bool(_SIMPLE_NAME.fullmatch(name)) or not _NOBODY.fullmatch(name)


@lru_cache(maxsize=200_000)
def _author_key(name: str) -> tuple[str, str]:
    """Return the family name and first initial of an author.

    >>> _author_key("Lima, Ana"), _author_key("A. Lima et al.")
    (('lima', 'a'), ('lima', 'a'))
    """
    if _SIMPLE_NAME.fullmatch(name):  # as most names are
        words = name.lower().split()
        return words[-1], words[0][0]
    parsed = parse_name(_AND_OTHERS.sub("", name))
    family = parsed.words[-1:] or (parsed.family,)
    return family[0], parsed.given[0][0] if parsed.given else ""


def _abstract_of(document: Document) -> str:
    """Return the abstract, without title, author line, preview or chrome."""
    parts = [
        document.text[section.start : section.end]
        for section in document.sections
        if section.kind == "body"
    ]
    if parts or document.sections:
        return "\n".join(parts)
    text = document.text
    return text.removeprefix(document.title or "").lstrip()
