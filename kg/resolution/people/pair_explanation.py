"""Two people of a finished graph, compared again: why they are two.

Resolution looks at few pairs and notes those that tempt. Who asks for any other pair is
told what speaks for and against it, by the same evidence.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from kg.odds import probability_from_bits
from kg.resolution.people.homonyms import best_bits
from kg.resolution.people.match_evidence import Evidence, total_bits, trained_weights
from kg.resolution.people.name_variants import Form, differences, form
from kg.resolution.people.person_blocking import candidates
from kg.resolution.people.person_clustering import evidence_in_words, told_differences
from kg.resolution.people.profiles import Profile, pooled
from kg.text.names.name_parts import parse_name

_MOST_WORKS = 100  # of a bearer, held against those of the other one by one


@dataclass(frozen=True, slots=True)
class Person:
    """One person: the label, all names, and a profile a work."""

    label: str
    names: tuple[str, ...]
    works: tuple[Profile, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """What was found: a rule's name, a sentence, how likely the two are one."""

    rule: str
    reason: str
    score: float


def compare_people(
    a: Person, b: Person, *, others: Iterable[str], told: Mapping[str, int]
) -> Comparison:
    """Say what speaks for two people being one, and against it.

    Args:
        a: one person.
        b: another.
        others: names of people like theirs, who might be meant instead.
        told: how many works of the corpus have each topic that the two share.
    """
    one, other = pooled(a.works), pooled(b.works)
    forms = form(parse_name(a.label)), form(parse_name(b.label))
    clash = _clash(a.names, b.names)
    if clash:
        reason = f"“{clash[0]}” and “{clash[1]}” cannot be names of one person."
        return Comparison("names clash", reason, 0.0)
    if not one.lines.isdisjoint(other.lines):
        return Comparison("side by side", "One author line has both.", 0.0)
    if not all(name.opened for name in forms):
        reason = "A surname alone is explained by its own document only."
        return Comparison("surname alone", reason, 0.0)
    if forms[0] == forms[1]:
        return _same_name(forms[0], a, b, told)
    return _other_name(forms, (one, other), others, told)


def _clash(a: Sequence[str], b: Sequence[str]) -> tuple[str, str] | None:
    """Find two names that no person can have both."""
    for one, other in product(a, b):
        forms = form(parse_name(one)), form(parse_name(other))
        if all(name.opened for name in forms) and differences(*forms) is None:
            return one, other
    return None


def _same_name(name: Form, a: Person, b: Person, told: Mapping[str, int]) -> Comparison:
    """Compare the works of two bearers of one name, as they were parted by."""
    bits, added = best_bits(
        name, a.works[:_MOST_WORKS], b.works[:_MOST_WORKS], told, trained_weights()
    )
    reason = (
        "The same name, which several people bear; evidence in bits of their two "
        f"likest works: {evidence_in_words(added)}."
    )
    return Comparison("namesakes", reason, round(probability_from_bits(bits), 3))


def _other_name(
    forms: tuple[Form, Form],
    known: tuple[Profile, Profile],
    others: Iterable[str],
    told: Mapping[str, int],
) -> Comparison:
    said = differences(*forms) or frozenset()
    rivals = {form(parse_name(name)) for name in others}.difference(forms)
    names = [*forms, *sorted(rivals, key=repr)]
    profiles = [*known, *(Profile() for _ in rivals)]
    pairs = candidates(names, profiles)
    evidence = Evidence(names, profiles, pairs, told, trained_weights())
    added = evidence.weighed(0, 1, said)
    reason = (
        f"The names differ by {told_differences(said)}{evidence.words_for(0, 1)}; "
        f"evidence in bits: {evidence_in_words(added)}."
    )
    rule = "too little" if (0, 1) in pairs else "not compared"
    return Comparison(rule, reason, round(probability_from_bits(total_bits(added)), 3))
