"""Institutions: organisations that people belong to or work at, under normal names.

Four ways lead to one: its name alone says it ("University of Bonn"), the words around
it do (a biography, a parenthesis behind a person), the record has a field for it, or
the trained tagger proposes it.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from kg.institutions.candidates import Candidate, find_candidates
from kg.institutions.facts import display_name, facts_of, link_name
from kg.institutions.find.conflicts import without_rivals
from kg.institutions.find.context import (
    behind_institution,
    behind_person,
    in_aside,
    in_biography,
    in_prose,
)
from kg.institutions.generic_names import is_generic
from kg.institutions.institution_normal_form import institution_name
from kg.institutions.ror.linker import AffiliationLinker
from kg.institutions.table import known
from kg.records import Document, Mention, Passage, Section
from kg.text.mentions import mentions_within
from kg.text.places import is_place
from kg.text.span_mask import SpanMask
from kg.text.words import words_of

Span = tuple[int, int]
Found = tuple[Candidate, float]

# An abstract that says "I am a postdoc at" is read like a biography. The letters
# come first and what is before them is looked at then: fast where there are none.
_PERSONAL = re.compile(
    r"(?:I(?<!\wI)\s(?:am|was|have|did|received|obtained|work)"
    r"|m(?<!\wm)y\s(?:Ph\.?D|postdoc))\b"
)


def find_institutions(
    document: Document,
    passages: Sequence[Passage],
    people: Sequence[Mention],
    tagged: Sequence[Mention] = (),
    *,
    linker: AffiliationLinker,
) -> list[Mention]:
    """Find the institutions that a document names, in its text and its record's fields.

    Args:
        document: the document.
        passages: its bodies' passages; references and links are not searched.
        people: the people found in it; nothing is found inside their names, but a
            name that lies in an institution's own is passed over.
        tagged: institutions that a model proposes, with scores.
        linker: reads what stands where an affiliation does: a record's field, an
            author line, a parenthesis behind a person; and knows more of a name.

    Returns:
        Mentions by place, those of the text first. An institution that the text calls
        by several names is listed under the first, at each place where that stands.
    """
    text = document.text
    stretches = list(_stretches(document, passages))
    here = sorted((p for p in people if p.field == "text"), key=_place)
    titles = [(s.start, s.end) for s in document.sections if s.kind == "title"]
    shaped = [
        candidate
        for stretch in stretches
        for candidate in find_candidates(text, *stretch)
        if stretch not in titles or known(candidate.name)
    ]
    here = without_rivals(text, here, shaped)
    names = SpanMask(0, len(text), ((p.start, p.end) for p in here))
    searched = SpanMask(0, len(text), stretches)
    found = [(c, 1.0) for c in shaped if c.sure and not is_generic(c.name)]
    found += [(c, 1.0) for c in behind_institution(text, shaped)]
    found += _confirmed_candidates(document, passages, here, stretches, names, linker)
    found += [_proposed_candidate(m) for m in tagged if _is_named(m, searched)]
    kept = _keep_surest(
        text, (f for f in found if not names.touches(f[0].start, f[0].end))
    )
    linked = [(_linked(candidate, linker), score) for candidate, score in kept]
    mentions = _mention_everywhere(text, linked, searched, names)
    return sorted(mentions, key=_place) + list(_from_fields(document, linker))


def _stretches(document: Document, passages: Sequence[Passage]) -> Iterator[Span]:
    """Yield the parts of the text in which institutions are looked for."""
    for section in document.sections:
        if section.kind in ("title", "authors", "affiliation", "preview"):
            yield section.start, section.end
    for passage in passages:
        if passage.kind in ("prose", "collaboration", "biography"):
            yield passage.start, passage.end


def _confirmed_candidates(
    document: Document,
    passages: Sequence[Passage],
    people: Sequence[Mention],
    stretches: Sequence[Span],
    names: SpanMask,
    linker: AffiliationLinker,
) -> list[Found]:
    """Collect the candidates that their own words or those around them confirm."""
    text = document.text
    found: list[Candidate] = []
    for start, end in stretches:
        found += behind_person(
            text, mentions_within(people, start, end), linker, limit=end
        )
    for passage in passages:
        start, end = passage.start, passage.end
        prose = passage.kind == "prose"
        if passage.kind == "biography" or (
            prose and _PERSONAL.search(text, start, end)
        ):
            found += in_biography(text, start, end, names)
        elif passage.kind in ("prose", "collaboration"):
            found += in_prose(text, start, end)
    for section in document.sections:
        if section.kind == "authors":
            for start, end in _gaps_between_people(section, people):
                found += (c for c in in_aside(text, start, end, linker) if c.sure)
        elif section.kind == "affiliation":
            found += in_aside(text, section.start, section.end, linker)
    return [(candidate, 1.0 if candidate.sure else 0.9) for candidate in found]


def _gaps_between_people(section: Section, people: Sequence[Mention]) -> Iterator[Span]:
    """Yield what an author line holds beside its people."""
    start = section.start
    for person in mentions_within(people, section.start, section.end):
        if person.start > start:
            yield start, person.start
        start = person.end
    if start < section.end:
        yield start, section.end


def _is_named(mention: Mention, searched: SpanMask) -> bool:
    named = mention.surface[:1].isupper() and not is_place(mention.surface)
    return named and searched.covers(mention.start, mention.end)


def _proposed_candidate(mention: Mention) -> Found:
    name = institution_name(mention.surface)
    return Candidate(mention.start, mention.end, name, sure=False), mention.score


def _keep_surest(text: str, found: Iterable[Found]) -> list[Found]:
    """Of overlapping candidates keep the surest, then the longest."""
    taken = SpanMask(0, len(text))
    kept = [f for f in sorted(found, key=_rank) if taken.add(f[0].start, f[0].end)]
    return sorted(kept, key=lambda f: f[0].start)


def _rank(found: Found) -> tuple[bool, bool, float, int, int, str]:
    """Return what overlapping candidates are sorted by, the best first.

    A name that the words around it told facts of was read as an affiliation, with more care
    than one found in running text.
    """
    candidate, score = found
    length = candidate.end - candidate.start
    untold = candidate.facts is None
    return (
        not candidate.sure,
        untold,
        -score,
        -length,
        candidate.start,
        candidate.name,
    )


def _linked(candidate: Candidate, linker: AffiliationLinker) -> Candidate:
    """Add what the linker knows of a name, if the words around it told nothing."""
    found = None if candidate.facts else link_name(candidate.name, linker)
    if found is None:
        return candidate
    name = display_name(found) if found.ror else candidate.name
    return candidate._replace(name=name, facts=facts_of(found))


def _mention_everywhere(
    text: str, found: Sequence[Found], searched: SpanMask, names: SpanMask
) -> list[Mention]:
    """Give each institution at all places of the surface that names it first."""
    first: dict[str, str] = {}
    again: dict[str, Found] = {}
    mentions: list[Mention] = []
    taken = SpanMask(0, len(text), ((c.start, c.end) for c, _ in found))
    for candidate, score in found:
        surface = text[candidate.start : candidate.end]
        if first.setdefault(candidate.name, surface) == surface:
            mentions.append(_mention(text, candidate, score))
            if " " in surface or surface.isupper():  # "Columbia" may be a river, too
                again.setdefault(surface, (candidate, score))
    for start, surface in _find_again(text, again):
        end = start + len(surface)
        free = searched.covers(start, end) and not names.touches(start, end)
        if free and taken.add(start, end):
            candidate, score = again[surface]
            moved = candidate._replace(start=start, end=end)
            mentions.append(_mention(text, moved, score))
    return mentions


def _find_again(text: str, surfaces: Iterable[str]) -> Iterator[tuple[int, str]]:
    """Yield where each surface stands as words of its own, the longest at each word."""
    by_word: dict[str, list[str]] = {}
    for surface in sorted(surfaces, key=len, reverse=True):
        first = words_of(surface, 0, len(surface))[0].text
        by_word.setdefault(first, []).append(surface)
    for word in words_of(text, 0, len(text)) if by_word else ():
        for surface in by_word.get(word.text, ()):
            end = word.start + len(surface)
            if (
                text.startswith(surface, word.start)
                and not text[end : end + 1].isalnum()
            ):
                yield word.start, surface
                break


def _from_fields(document: Document, linker: AffiliationLinker) -> Iterator[Mention]:
    """Yield the institutions that a record's affiliation strings name."""
    for i, author in enumerate(document.authors):
        for j, stated in enumerate(author.affiliations):
            found = linker.link(
                stated.raw, ror=stated.ror, country=stated.country, guess=True
            )
            for each in found:
                place = Candidate(
                    each.start, each.end, display_name(each), each.sure, facts_of(each)
                )
                score = 1.0 if each.sure else 0.8
                field = f"affiliations.{i}.{j}"
                yield _mention(stated.raw, place, score, field=field)


def _mention(
    text: str, candidate: Candidate, score: float, field: str = "text"
) -> Mention:
    start, end, name, _, facts = candidate
    surface = text[start:end]
    return Mention(start, end, "institution", surface, name, None, score, field, facts)


def _place(mention: Mention) -> tuple[int, int]:
    return mention.start, mention.end
