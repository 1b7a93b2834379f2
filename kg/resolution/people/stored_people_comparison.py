"""Two people of a finished graph, compared again: why they are two.

Resolution compares candidate pairs only and notes those that are likely. For any other
pair this says what speaks for and against it, by the same evidence.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from kg.log_odds import probability_from_bits
from kg.resolution.people.homonym_clustering import best_pair_evidence
from kg.resolution.people.match_evidence import Evidence, total_bits, trained_weights
from kg.resolution.people.name_comparison import name_differences
from kg.resolution.people.name_comparison_form import NameForm, name_form
from kg.resolution.people.person_blocking import candidate_pairs
from kg.resolution.people.person_clustering import (
    describe_differences,
    describe_evidence,
)
from kg.resolution.people.profiles import Profile, pool_profiles
from kg.resolution.person_ids import explain_differing_ids
from kg.text.names.name_parts import parse_name

_MOST_WORKS = 100  # of a person, compared with each of the other's


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
    a: Person, b: Person, *, others: Iterable[str], topic_counts: Mapping[str, int]
) -> Comparison:
    """Say what speaks for two people being one, and against it.

    Args:
        a: one person.
        b: another.
        others: names of people like theirs, who might be meant instead.
        topic_counts: how many works of the corpus have each topic that the two share.
    """
    one, other = pool_profiles(a.works), pool_profiles(b.works)
    forms = name_form(parse_name(a.label)), name_form(parse_name(b.label))
    clash = _find_incompatible_names(a.names, b.names)
    if clash:
        reason = f"“{clash[0]}” and “{clash[1]}” cannot be names of one person."
        return Comparison("names clash", reason, 0.0)
    if not one.author_lines.isdisjoint(other.author_lines):
        return Comparison("side by side", "One author line has both.", 0.0)
    if proof := explain_differing_ids(one.ids, other.ids):
        return Comparison("identifiers differ", proof, 0.0)
    if not all(name.opened for name in forms):
        reason = "A surname alone is explained by its own document only."
        return Comparison("surname alone", reason, 0.0)
    if forms[0] == forms[1]:
        return _same_name(forms[0], a, b, topic_counts)
    return _other_name(forms, (one, other), others, topic_counts)


def _find_incompatible_names(
    a: Sequence[str], b: Sequence[str]
) -> tuple[str, str] | None:
    """Return two names that no person can have both, if there are any."""
    for one, other in product(a, b):
        forms = name_form(parse_name(one)), name_form(parse_name(other))
        if all(name.opened for name in forms) and name_differences(*forms) is None:
            return one, other
    return None


def _same_name(
    name: NameForm, a: Person, b: Person, topic_counts: Mapping[str, int]
) -> Comparison:
    """Compare the works of two homonyms, as homonym splitting does."""
    bits, added = best_pair_evidence(
        name,
        a.works[:_MOST_WORKS],
        b.works[:_MOST_WORKS],
        topic_counts,
        trained_weights(),
    )
    reason = (
        "The same name, which several people have; evidence in bits of their two "
        f"likest works: {describe_evidence(added)}."
    )
    return Comparison("homonyms", reason, round(probability_from_bits(bits), 3))


def _other_name(
    forms: tuple[NameForm, NameForm],
    known: tuple[Profile, Profile],
    others: Iterable[str],
    topic_counts: Mapping[str, int],
) -> Comparison:
    """Compare two people of different names, as candidate pairs are compared."""
    differences = name_differences(*forms) or frozenset()
    rivals = {name_form(parse_name(name)) for name in others}.difference(forms)
    names = [*forms, *sorted(rivals, key=repr)]
    profiles = [*known, *(Profile() for _ in rivals)]
    pairs = candidate_pairs(names, profiles)
    evidence = Evidence(names, profiles, pairs, topic_counts, trained_weights())
    added = evidence.weigh(0, 1, differences)
    reason = (
        f"The names differ by {describe_differences(differences)}{evidence.describe_shared(0, 1)}; "
        f"evidence in bits: {describe_evidence(added)}."
    )
    rule = "too little" if (0, 1) in pairs else "not compared"
    return Comparison(rule, reason, round(probability_from_bits(total_bits(added)), 3))
