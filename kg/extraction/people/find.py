"""People in a document, each with the role that the document gives them.

Finders go over the parts of a document from the surest to the least sure; where two
claim the same words, the surer one has them.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import chain

from kg.extraction.passages import SILENT
from kg.extraction.people.author_line import find_authors
from kg.extraction.people.author_orcids import add_orcids
from kg.extraction.people.biography import find_mentors, find_speakers, find_titled
from kg.extraction.people.citations import find_citations, stands_alone
from kg.extraction.people.collaborators import find_collaborators
from kg.extraction.people.proposals import Claim, is_organisation, proposed_people
from kg.extraction.references.entry import read_entry
from kg.extraction.references.quoted_titles import find_quoted_titles
from kg.extraction.references.splitting import split_references
from kg.records import Document, Mention, Passage
from kg.text.names.person_normal_form import normal_name
from kg.text.names.placeholder_names import named_part
from kg.text.span_mask import SpanMask

_NOT_PROSE = ("references", *SILENT)


def find_people(
    document: Document,
    passages: Sequence[Passage],
    tagged: Sequence[Mention] = (),
) -> list[Mention]:
    """Find the people of a document: in its text, and in its record's list of authors.

    Args:
        document: the document.
        passages: its body, as `find_passages` cuts it.
        tagged: people that a trained model proposes in the text; accepted where the rules
            say nothing and the words around do not make a term of the name.

    Returns:
        Mentions sorted by field and place; those of the text do not overlap.
    """
    text = document.text
    claims = chain(
        _author_lines(document),
        *(_passage_people(text, passage) for passage in passages),
        _prose_people(document, passages),
    )
    kept = _drop_overlaps(claims)
    kept = _drop_overlaps([*kept, *_repeated_names(text, kept)])
    proposed = list(proposed_people(document, tagged))
    kept = _drop_overlaps([*kept, *proposed])
    kept = list(_drop_name_parts(document, kept, proposed))
    silent = [(p.start, p.end) for p in passages if p.kind in SILENT]
    unread = SpanMask(0, len(text), silent)
    kept = [claim for claim in kept if not unread.touches(claim[0], claim[1])]
    mentions = sorted(_mention(text, claim) for claim in kept)
    return [*_record_authors(document), *add_orcids(document, mentions)]


def _record_authors(document: Document) -> Iterator[Mention]:
    """Yield the authors that the record lists, each in a field of its own."""
    for number, author in enumerate(document.authors):
        name = author.name
        if author.is_group or not named_part(name):
            continue  # without a name: affiliations that may be anybody's
        yield Mention(
            0,
            len(name),
            "person",
            name,
            normal_name(name),
            role="author",
            field=f"authors.{number}",
        )


def _author_lines(document: Document) -> Iterator[Claim]:
    """Yield the people of the author lines that a page has."""
    for section in document.sections:
        if section.kind == "authors":
            line = find_authors(document.text, section.start, section.end)
            yield from ((*place, "author", 1.0) for place in line)


def _passage_people(text: str, passage: Passage) -> Iterator[Claim]:
    """Yield the people of a passage by the rules for its kind."""
    start, end = passage.start, passage.end
    if passage.kind == "collaboration":
        for number, place in enumerate(find_collaborators(text, start, end)):
            if not (number and is_organisation(text[slice(*place)])):
                yield *place, "author", 1.0
    elif passage.kind == "biography":
        yield from _biography_people(text, start, end)
    elif passage.kind == "references":
        for entry in split_references(text, start, end):
            for place in read_entry(text, *entry).authors:
                yield *place, "cited", 1.0


def _biography_people(text: str, start: int, end: int) -> Iterator[Claim]:
    """Yield whom a biography is about, then whom it mentions."""
    for place in find_speakers(text, start, end):
        yield *place, "author", 1.0
    for place in find_mentors(text, start, end):
        if not is_organisation(text[slice(*place)]):
            yield *place, "mentioned", 1.0


def _prose_people(document: Document, passages: Sequence[Passage]) -> Iterator[Claim]:
    """Find cited and mentioned people in running text, titles and previews too."""
    text = document.text
    places = [
        (s.start, s.end) for s in document.sections if s.kind in ("title", "preview")
    ]
    places += [(p.start, p.end) for p in passages if p.kind not in _NOT_PROSE]
    for start, end in sorted(places):
        for quoted in find_quoted_titles(text, start, end):
            for place in quoted.authors:
                yield *place, "cited", 1.0
        for citation in find_citations(text, start, end):
            yield citation.start, citation.end, citation.role, 0.9
        for place in find_titled(text, start, end):
            yield *place, "mentioned", 0.9


def _drop_overlaps(claims: Iterator[Claim] | Sequence[Claim]) -> list[Claim]:
    """Keep of claims on the same words the first."""
    kept: list[Claim] = []
    covered: set[int] = set()
    for claim in claims:
        place = range(claim[0], claim[1])
        if place and covered.isdisjoint(place):
            covered.update(place)
            kept.append(claim)
    return kept


def _drop_name_parts(
    document: Document, claims: Sequence[Claim], proposed: Sequence[Claim]
) -> Iterator[Claim]:
    """Leave out what is but a part of an author's name: "Ana" beside "Ana Cruz".

    In citations and in author lines it may be another person, unless a model says so.
    """
    text = document.text
    lines = [(s.start, s.end) for s in document.sections if s.kind == "authors"]
    authors = {normal_name(text[c[0] : c[1]]) for c in claims if c[2] == "author"}
    wholes = [set(name.split()) for name in sorted(authors)]
    guessed = set(proposed)
    for claim in claims:
        words_of = set(normal_name(text[claim[0] : claim[1]]).split())
        in_line = any(start <= claim[0] < end for start, end in lines)
        cited = claim[2] == "cited" and claim not in guessed
        if in_line or cited or not any(words_of < whole for whole in wholes):
            yield claim


def _repeated_names(text: str, claims: Sequence[Claim]) -> Iterator[Claim]:
    """Find the same names elsewhere: full ones anywhere, surnames that stand alone.

    The given name of a speaker ("Ana was …") is left to the reader.
    """
    names: dict[str, dict[str, Claim]] = {}
    for claim in claims:
        name = text[claim[0] : claim[1]]
        first = _FIRST_WORD.match(name)
        if first and (" " in name or claim[2] != "author"):
            names.setdefault(first[0], {}).setdefault(name, claim)
    for match in _FIRST_WORD.finditer(text) if names else ():
        start = match.start()
        for name, claim in names.get(match[0], {}).items():
            end = start + len(name)
            if not text.startswith(name, start) or _JOINED.match(text, end):
                continue
            if " " in name or stands_alone(text, end):
                yield start, end, claim[2], claim[3]


# A word that may begin a name: not behind a letter, apostrophe or dash.
_FIRST_WORD = re.compile(r"(?<![\w'’–-])\w+\.?")
# What makes the name a part of a longer word.
_JOINED = re.compile(r"[\w–-]")


def _mention(text: str, claim: Claim) -> Mention:
    """Return the mention of a claim, under the normal form of its name."""
    start, end, role, score = claim
    surface = text[start:end]
    name = normal_name(surface)
    return Mention(start, end, "person", surface, name, role=role, score=score)
