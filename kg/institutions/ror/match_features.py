"""What speaks for an organisation being named in an affiliation, as numbers by name.

Of a name where it lies, of it beside others, of an acronym, of the organisation itself;
a feature that is missing is 0.
"""

import math
from collections.abc import Sequence
from functools import lru_cache

from kg.datafiles import word_list
from kg.institutions.ror.affiliation_parts import Stretch
from kg.institutions.ror.index import RegistryIndex
from kg.institutions.ror.name_alignment import AlignedName
from kg.institutions.ror.parsed_affiliation import ParsedAffiliation
from kg.institutions.ror.registry_record import Organisation

Features = dict[str, float]

# ROR's types but the vague ones: nonprofit, archive, other.
_TYPES = ("education", "company", "healthcare", "facility", "government", "funder")
# Words that say what sort of institution, not which.
_SORTS = frozenset(["university", "institute", "college", "hospital", "laboratory"])


def name_features(
    aligned: AlignedName, parsed: ParsedAffiliation, index: RegistryIndex
) -> Features:
    """Return the features of a name where it stands.

    How much of the name is there and what it weighs (`cover`, `exact`, `missing`), how
    much else its stretch and its part of the address hold (`window`, `part`), how far
    behind it stands (`late`), and what comes before and after (`left_…`, `right_…`).
    Weights are in tens of nats, counts in shares of their bound, the rest is 0 or 1.
    """
    name, stretch = aligned.name, aligned.stretch
    missing = [key for key in name.key if key not in aligned.found]
    heaviest = max((index.weights[key] for key in missing), default=0.0)
    weight = min(name.weight, 25.0) / 10
    return {
        "constant": 1.0,
        "cover": aligned.cover,
        "full": float(not missing),
        "exact": float(aligned.exact),
        "ordered": float(aligned.ordered),
        "weight": weight,
        "exact_weight": weight * aligned.exact,
        "one_word": float(len(name.key) == 1),
        "two_words": float(len(name.key) == 2),
        "words": min(len(name.key), 8) / 8,
        "one_found": float(len(aligned.found) == 1 and len(name.key) > 1),
        "missing": heaviest / 10,
        "missing_elsewhere": float(
            bool(missing) and all(key in parsed.at for key in missing)
        ),
        "missing_sort": float(any(key in _SORTS for key in missing)),
        "unit_first": float(name.key[0] in word_list("institutions/unit_words")),
        "institute_first": float(name.key[0] == "institute"),
        "university": float("university" in name.key),
        "whole": float(stretch.end - stretch.start == len(parsed.words)),
        "inner_breaks": min(aligned.breaks, 3) / 3,
        **_context_features(aligned, parsed),
        **_neighbour_features(stretch, parsed),
    }


def _context_features(aligned: AlignedName, parsed: ParsedAffiliation) -> Features:
    """Return how much else stands in a stretch and in its part of the address."""
    stretch, part = aligned.stretch, parsed.part
    inside = range(stretch.start, stretch.end)
    weights = parsed.weights
    matched = sum(
        weights[p] for p in inside if not aligned.found.isdisjoint(parsed.choices[p])
    )
    first, last = part[stretch.start], part[stretch.end - 1]
    rest = sum(
        weights[p]
        for p, number in enumerate(part)
        if first <= number <= last
        and p not in inside
        and p not in parsed.places.at
        and not parsed.keys[p].isdigit()
    )
    slips = sum(parsed.keys[p] != parsed.words[p].key for p in inside)
    return {
        "window": matched / sum(weights[p] for p in inside),
        "part": matched / (matched + rest),
        "breaks": min(last - first, 3) / 3,
        "late": last / (part[-1] + 1),
        "parts": min(part[-1], 8) / 8,
        "slip": slips / 3,
    }


def _neighbour_features(stretch: Stretch, parsed: ParsedAffiliation) -> Features:
    """Return what stands before and after a stretch in its part of the address."""
    result: Features = {}
    units = word_list("institutions/unit_words")
    before, after = stretch.start - 1, stretch.end
    if before >= 0 and parsed.words[stretch.start].join != ",":
        join = parsed.words[stretch.start].join or "bare"
        result[f"left_{join}{_place(before, parsed)}"] = 1.0
        result["left_unit"] = float(parsed.keys[before] in units)
        result["left_weight"] = parsed.weights[before] / 10
    if after < len(parsed.words) and parsed.words[after].join != ",":
        join = parsed.words[after].join or "bare"
        number = parsed.keys[after].isdigit()
        place = "_place" if number else _place(after, parsed)
        result[f"right_{join}{place}"] = 1.0
        result["right_unit"] = float(parsed.keys[after] in units)
        result["right_weight"] = parsed.weights[after] / 10
    return result


def _place(at: int, parsed: ParsedAffiliation) -> str:
    return "_place" if at in parsed.places.at else ""


def rival_features(aligned: AlignedName, others: Sequence[AlignedName]) -> Features:
    """Return the features of a name beside the names of others that overlap it.

    `…_ahead` says by how much it is better than the best of these; `held`, that a name
    around it stands there in full as well ("Oxford" in "Oxford Brookes University").
    """
    start, end = aligned.stretch
    rivals = [
        each
        for each in others
        if each.stretch.start < end
        and start < each.stretch.end
        and each.name.called.isdisjoint(aligned.name.called)
    ]
    similarity = max((each.similarity for each in rivals), default=0.0)
    shared_weight = max((each.shared_weight for each in rivals), default=0.0)
    holders = [e for e in rivals if e.whole and e.stretch.holds(aligned.stretch)]
    same = sum(each.found >= aligned.found for each in rivals)
    whole = [each.stretch for each in rivals if each.whole and not each.breaks]
    own = aligned.stretch
    # "…, School of Science, The University of Tokyo" is no Science University of Tokyo,
    # nor is "Northwestern University, Chicago" a University of Chicago.
    tail = aligned.breaks and any(
        own.start < w.start and w.end == own.end for w in whole
    )
    head = aligned.breaks and any(w.start < own.start < w.end < own.end for w in whole)
    return {
        "tail_named": float(tail),
        "head_named": float(head),
        "exact_rival": float(any(each.exact for each in rivals)),
        "held": float(bool(holders)),
        "held_exact": float(any(each.exact for each in holders)),
        "similarity": aligned.similarity,
        "similarity_ahead": aligned.similarity - similarity,
        "shared_weight": aligned.shared_weight / 10,
        "shared_weight_ahead": (aligned.shared_weight - shared_weight) / 10,
        "same_words": math.log(1 + same),
    }


def acronym_features(
    place: int, numbers: Sequence[int], parsed: ParsedAffiliation
) -> Features:
    """Return the features of an acronym where it stands.

    Args:
        place: its word's number.
        numbers: the organisations called so.
        parsed: the affiliation.
    """
    words = parsed.words
    last = place + 1 == len(words)
    ends = last or words[place + 1].join == ","
    return {
        "acronym": 1.0,
        "acronym_length": min(len(words[place].raw), 8) / 8,
        "acronym_shared": math.log(len(numbers)),
        "acronym_clear": float(words[place].join == "," and ends),
        "acronym_ends": float(ends),
        "acronym_alone": float(len(words) == 1),
        "acronym_shouted": float(parsed.shouted and len(words) > 1),
        "acronym_place": float(place in parsed.places.at),
        "acronym_late": parsed.part[place] / (parsed.part[-1] + 1),
        "acronym_parts": min(parsed.part[-1], 8) / 8,
    }


def organisation_features(
    number: int, bearers: Sequence[int], parsed: ParsedAffiliation, index: RegistryIndex
) -> Features:
    """Return the features of an organisation beside what the text says of places.

    Args:
        number: of the organisation.
        bearers: all organisations of the name that stands there; `rivals` counts them,
            `rivals_here` those in the country of the text.
        parsed: the affiliation.
        index: the registry.
    """
    places = parsed.places
    country = index.country(number)
    here = country in places.countries
    in_city = index.city(number) in places.cities
    same_place = len(bearers)
    if here and same_place > 1:
        same_place = sum(index.country(b) == country for b in bearers)
    known = index.known
    return {
        "country": float(here),
        "other_country": float(bool(places.countries) and not here),
        "city": float(in_city),
        "other_city": float(bool(places.cities) and not in_city),
        "rivals": math.log(len(bearers)),
        "rivals_here": math.log(same_place),
        "known": float(number in known),
        "known_rival": float(any(b in known for b in bearers if b != number)),
        **_record_features(index.organisation(number)),
    }


@lru_cache(maxsize=1 << 16)
def _record_features(each: Organisation) -> Features:
    """Return what does not depend on the affiliation."""
    kinds = {f"is_{kind}": 1.0 for kind in _TYPES if kind in each.types}
    return {
        "inactive": float(each.status != "active"),
        "relations": math.log(1 + len(each.relations)) / 3,
        "names": math.log(1 + len(each.aliases) + len(each.labels)) / 3,
        "is_child": float(any(kind == "parent" for kind, _ in each.relations)),
        **kinds,
    }
