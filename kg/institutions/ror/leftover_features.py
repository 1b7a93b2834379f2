"""What an affiliation says beside a candidate's words, as numbers by name.

A registry lacks more than half of all organisations: that none of it is meant must be
seen from the words that a candidate does not explain.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from kg.datafiles import word_list
from kg.institutions.ror.affiliation_parts import Stretch
from kg.institutions.ror.kind_words import GENERIC, HEADS
from kg.institutions.ror.name_alignment import AlignedName
from kg.institutions.ror.name_constraints import specific_words
from kg.institutions.ror.parsed_affiliation import ParsedAffiliation

Features = dict[str, float]


def leftover_features(stretch: Stretch, parsed: ParsedAffiliation) -> Features:
    """Return the features of what stands outside of a stretch.

    `rest_KIND` says that the word for another kind of organisation stands there;
    `…_named`, the weight of the rarest word in a part that has such a word;
    `…_heavy`, that in any part.
    """
    first, last = parsed.part[stretch.start], parsed.part[stretch.end - 1]
    heads, heavy = _heads_outside(stretch, parsed), _rarest_outside(stretch, parsed)
    inside = {HEADS.get(key) for key in parsed.keys[stretch.start : stretch.end]}
    kinds = {kind for own in heads.values() for kind in own} - inside
    named = {part: weight for part, weight in heavy.items() if part in heads}
    before = {part: weight for part, weight in heavy.items() if part < first}
    return {
        **{f"rest_{kind}": 1.0 for kind in sorted(kinds)},
        "part_head": float(any(first <= part <= last for part in heads)),
        "rest_heavy": _largest_weight(heavy),
        "rest_named": _largest_weight(named),
        "before_heavy": _largest_weight(before),
        "before_named": _largest_weight({p: w for p, w in named.items() if p < first}),
        "after_named": _largest_weight({p: w for p, w in named.items() if p > last}),
    }


def shared_word_features(each: AlignedName, parsed: ParsedAffiliation) -> Features:
    """Return the features of the words that a name shares, lacks, and that part it."""
    own = specific_words(each, parsed)
    extra = [
        place
        for place in range(*each.stretch)
        if each.found.isdisjoint(parsed.choices[place])
    ]
    missing = [key for key in each.name.key if key not in each.found]
    generic = sum(key in GENERIC for key in missing)
    rare = (parsed.weights[place] for place in own if place not in parsed.places.at)
    return {
        "only_place": float(bool(own) and parsed.places.at.issuperset(own)),
        "no_specific": float(not own),
        "heaviest_found": max(rare, default=0.0) / 10,
        "extra": _scale_count(len(extra)),
        "extra_generic": _scale_count(
            sum(parsed.keys[place] in GENERIC for place in extra)
        ),
        "extra_heavy": max((parsed.weights[p] for p in extra), default=0.0) / 10,
        "missing_generic": _scale_count(generic),
        "missing_specific": _scale_count(len(missing) - generic),
    }


def _heads_outside(stretch: Stretch, parsed: ParsedAffiliation) -> dict[int, set[str]]:
    """Return the kinds of organisation that each part has a word for."""
    found: dict[int, set[str]] = defaultdict(set)
    for place in _places_outside(stretch, parsed):
        if parsed.keys[place] in HEADS:
            found[parsed.part[place]].add(HEADS[parsed.keys[place]])
    return dict(found)


def _rarest_outside(stretch: Stretch, parsed: ParsedAffiliation) -> dict[int, float]:
    """Return the weight of the rarest word of each part; of places and units, none."""
    none = GENERIC | HEADS.keys() | word_list("institutions/unit_words")
    found: dict[int, float] = {}
    for place in _places_outside(stretch, parsed):
        key, part = parsed.keys[place], parsed.part[place]
        if place not in parsed.places.at and not key.isdigit() and key not in none:
            found[part] = max(found.get(part, 0.0), parsed.weights[place])
    return found


def _places_outside(stretch: Stretch, parsed: ParsedAffiliation) -> Iterator[int]:
    yield from range(stretch.start)
    yield from range(stretch.end, len(parsed.keys))


def _largest_weight(weights: Mapping[int, float]) -> float:
    return max(weights.values(), default=0.0) / 10


def _scale_count(count: int) -> float:
    return min(count, 3) / 3
