"""The institutions of a raw affiliation, as a user sees them: in the order of the text.

Without a registry, by our own table and the words for institutions; with one, by the
registry, and what it does not have stands there without an id.
"""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from kg.affiliations.matching import LEAST_SCORE, Match, Matcher
from kg.affiliations.places import country_of
from kg.affiliations.spans import Span, parts
from kg.affiliations.whereabouts import city_in, place_behind
from kg.entities.affiliation_field import cut_affiliations
from kg.entities.institution_candidate import Candidate
from kg.entities.institution_table import table_rows
from kg.text.wordlists import pairs


class Answer(NamedTuple):
    """An institution that an affiliation names.

    Attributes:
        name: its normal name, the registry's where that has it.
        ror: its id in the registry; None without one, or where none of it is meant.
        score: the probability of that id; of none, the best that there was.
        city: where it is, as far as that is known; so for `country`.
        parent: the institution that it belongs to, as far as that is known.
        cut: the words of the affiliation that name it.
    """

    name: str
    ror: str | None
    score: float
    city: str | None
    country: str | None
    parent: str | None
    cut: str


def answers_by_table(text: str) -> list[Answer]:
    """Return the institutions of an affiliation, without a registry."""
    found = cut_affiliations(text)
    cut = parts(text, [Span(each.start, each.end) for each in found])
    return [_unmatched(text, cut, each, 0.0) for each in found]


def answers_by_registry(
    text: str, matcher: Matcher, *, least: float = LEAST_SCORE
) -> list[Answer]:
    """Return the institutions of an affiliation, with their ids in a registry.

    In the order of the parts that ; | or "and" set apart; within one, likeliest first.
    An institution that the registry lacks stands there without an id, if its part has
    none with one.
    """
    judged = matcher.match(text, least=0.0)
    matches = [each for each in judged if each.score >= least]
    known = cut_affiliations(text)
    spans = [each.span for each in matches]
    spans += [Span(each.start, each.end) for each in known if each.sure]
    cut = parts(text, spans)
    found = [(_part(cut, m.span.start), _matched(text, m, matcher)) for m in matches]
    taken = {part for part, _ in found}
    for each in known:
        part = _part(cut, each.start)
        if part not in taken and (each.sure or not matches):
            own = Span(each.start, each.end)
            near = (match.score for match in judged if match.span.meets(own))
            found.append((part, _unmatched(text, cut, each, max(near, default=0.0))))
    found.sort(key=lambda each: each[0])
    return [answer for _, answer in found]


def _part(cut: Sequence[Span], start: int) -> int:
    """Return the number of the part that a place lies in."""
    return sum(part.start <= start for part in cut) - 1


def _matched(text: str, match: Match, matcher: Matcher) -> Answer:
    each = match.organisation
    return Answer(
        name=each.name,
        ror=each.id,
        score=match.score,
        city=each.city or None,
        country=each.country or None,
        parent=matcher.parent(each),
        cut=text[match.span.start : match.span.end],
    )


def _unmatched(text: str, cut: Sequence[Span], each: Candidate, score: float) -> Answer:
    place = place_behind(text[each.end : cut[_part(cut, each.start)].end])
    known = _countries().get(each.name)
    return Answer(
        name=each.name,
        ror=None,
        score=score,
        city=place.city or city_in(each.name),
        country=country_of(known) if known else place.country,
        parent=pairs("institution_parents").get(each.name),
        cut=text[each.start : each.end],
    )


@cache
def _countries() -> dict[str, str]:
    return {row["name"]: row["country"] for row in table_rows()}
