"""A raw affiliation → the organisations of a registry that it names.

Each candidate's score is the probability that it is meant, by trees over its evidence;
of candidates that share words of the affiliation, the likeliest stays.
"""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from kg.datafiles import trained
from kg.institutions.gazetteer import country_of
from kg.institutions.ror.affiliation_parts import Span, Stretch, word_spans
from kg.institutions.ror.boosted_trees import ObliviousTrees, from_json
from kg.institutions.ror.candidate_generation import Evidence, collect_evidence
from kg.institutions.ror.index import RegistryIndex
from kg.institutions.ror.normalization import name_key
from kg.institutions.ror.parsed_affiliation import parse_affiliation
from kg.institutions.ror.registry_record import Organisation

# Below, "none of the registry" is the better answer (`pipelines.institutions.score`).
MIN_PROBABILITY = 0.32
# At least so likely is the one organisation whose full name a text is.
_FULL_NAME = 0.9


class Match(NamedTuple):
    """An organisation that words of an affiliation name, and the probability of it."""

    organisation: Organisation
    score: float
    span: Span


class RegistryMatcher:
    """Finds the organisations of a registry in affiliations."""

    def __init__(
        self, index: RegistryIndex, trees: ObliviousTrees | None = None
    ) -> None:
        """Match with a registry; `trees` are by default those that kg ships."""
        self.index = index
        self.trees = trees or trained_trees()
        self._full: dict[tuple[str, str], Match | None] = {}

    def match(self, text: str, *, least: float = MIN_PROBABILITY) -> list[Match]:
        """Return the organisations named in a cleaned affiliation, likeliest first.

        No word serves two, and what scores less than `least` is left out. The span of a
        match is that of the longest name of the organisation that stands there.
        """
        parsed = parse_affiliation(text, self.index)
        evidence = collect_evidence(parsed, self.index)
        if not evidence:
            return []
        table = self.trees.feature_table([each.features for each in evidence])
        scores = self.trees.predict_proba(table).tolist()
        best = select_candidates(evidence, scores, least=least)
        spans = word_spans(text, parsed.words) if best else []
        found = []
        for score, each in best:
            first, end = _widest(each, evidence)
            organisation = self.index.organisation(each.organisation)
            span = Span(spans[first].start, spans[end - 1].end)
            found.append(Match(organisation, round(score, 3), span))
        return found

    def match_whole(self, text: str, judged: Sequence[Match]) -> Match | None:
        """Return the one organisation whose first name a text is, from end to end.

        "Rye University Hospitals Trust" is no Rye University, however well known that is.

        Args:
            text: an affiliation, cleaned.
            judged: its matches; that of the organisation, if it is there, has the score.
        """
        key = name_key(text)
        number = self.index.exact(key) if len(key) > 1 else None
        main = self.index.name(number).main if number is not None else ()
        if len(main) != 1:
            return None
        organisation = self.index.organisation(*main)
        own = (e.score for e in judged if e.organisation == organisation)
        start = len(text) - len(text.lstrip())
        span = Span(start, start + len(text.strip()))
        return Match(organisation, max(next(own, 0.0), _FULL_NAME), span)

    def match_name(self, name: str, country: str) -> Match | None:
        """Return the organisation in a country that is called just so, if any.

        Our table's full name of an acronym leads to its id so; the answer is kept.
        """
        if (name, country) not in self._full:
            self._full[name, country] = self._match_name(name, country)
        return self._full[name, country]

    def _match_name(self, name: str, country: str) -> Match | None:
        """Return the bearer of just this name that lies in the country, if there is one."""
        number = self.index.exact(name_key(name))
        found = (
            self.match(f"{name}, {country}", least=0.0) if number is not None else []
        )
        bearers = self.index.name(number).bearers if number is not None else ()
        for each in found:
            own = self.index.number[each.organisation.id]
            if own in bearers and self.index.country(own) == country_of(country):
                return each
        return None

    def ancestors(self, organisation: Organisation) -> list[Organisation]:
        """Return what an organisation belongs to in the registry, the nearest first."""
        first = self.index.number[organisation.id]
        found: dict[int, None] = {}
        level = sorted(self.index.parents(first))
        while level:
            found |= dict.fromkeys(level)
            above = {p for number in level for p in self.index.parents(number)}
            level = sorted(above - found.keys() - {first})
        return [self.index.organisation(number) for number in found]


def select_candidates(
    evidence: Sequence[Evidence], scores: Sequence[float], *, least: float
) -> list[tuple[float, Evidence]]:
    """Return the likeliest candidates that share no word with a likelier one.

    Args:
        evidence: of the candidates of one affiliation.
        scores: the probability of each.
        least: the probability that a candidate must have.

    Returns:
        Probabilities and candidates, the likeliest first; each organisation once. Of
        equal ones, that which comes first in the registry stays.
    """
    order = sorted(
        range(len(evidence)), key=lambda n: (-scores[n], evidence[n].organisation)
    )
    kept: list[tuple[float, Evidence]] = []
    for number in order:
        if scores[number] < least:
            break
        each = evidence[number]
        if not any(
            each.organisation == other.organisation or each.stretch.meets(other.stretch)
            for _, other in kept
        ):
            kept.append((scores[number], each))
    return kept


def _widest(each: Evidence, evidence: Sequence[Evidence]) -> Stretch:
    """Return where the longest name of the organisation lies that stands there too.

    Of "Tsinghua Univ.", the likeliest name may be "Tsinghua".
    """
    wider = (
        other.stretch
        for other in evidence
        if other.organisation == each.organisation
        and other.stretch.holds(each.stretch)
        and other.features.get("full")
    )
    return max(wider, key=lambda own: (own.end - own.start, own), default=each.stretch)


@cache
def trained_trees() -> ObliviousTrees:
    """Return the trees that kg ships (`pipelines.institutions.train`)."""
    return from_json(trained("institutions/affiliation_trees"))
