"""Which concepts are data sets: by their form, and by how the whole corpus speaks of them.

That one text says "the GPS dataset" makes GPS none: of all places where the name stands,
a good share must show signs of a data set (`data_set_contexts`).
"""

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from kg.records import Extraction, Mention, Resolution
from kg.resolution.terms.data_set_contexts import POINTS, Sign, near_data_set_word
from kg.resolution.terms.data_set_names import DataSetName, read_data_set_name
from kg.resolution.terms.data_set_signs import count_signs

Group = Hashable
"""What mentions are put together by: an entity, a cluster."""

# So many points, and such a share of all places with a sign: names with capitals inside
# or digits need less than a word with a capital, which may be a language or a place.
_FEWEST_POINTS = 2.0
_MARKED_SHARE, _PLAIN_SHARE = 0.3, 0.45
_DOUBT = 0.5  # places without a sign that are assumed before any is counted
_NUMBERED_POINTS, _PLAIN_POINTS = 0.5, -1.0
# A phrase ("Ubuntu dialogue corpus") is a name if its first word stands hardly elsewhere.
_ELSEWHERE = 2


@dataclass(slots=True)
class _Use:
    """How a group is written, and how its places speak of it."""

    surfaces: Counter[str] = field(default_factory=Counter)
    kinds: Counter[str] = field(default_factory=Counter)
    near_word: bool = False


def mark_data_sets(
    extractions: Sequence[Extraction], resolution: Resolution
) -> Resolution:
    """Return a resolution whose data sets are marked; they have no salience.

    A data set is what works are measured on, however seldom it stands in a title.

    Args:
        extractions: what was found, a document each.
        resolution: of the same extractions, in the same order.
    """
    found = find_data_sets(extractions, resolution.mentions)
    entities = tuple(
        replace(entity, is_data_set=True, salience=None)
        if entity.id in found and read_data_set_name(entity.name) is not None
        else entity
        for entity in resolution.entities
    )
    return replace(resolution, entities=entities)


def find_data_sets(
    extractions: Sequence[Extraction], groups: Sequence[Sequence[Group | None]]
) -> frozenset[Group]:
    """Return the groups of mentions that name a data set.

    Args:
        extractions: what was found, a document each.
        groups: for each mention of each, what it is put under; None for nothing.
    """
    uses = _candidates(_count_uses(extractions, groups))
    names = {
        group: {
            name.stem: name
            for name in map(read_data_set_name, use.surfaces)
            if name is not None
        }
        for group, use in uses.items()
    }
    stems = {stem for own in names.values() for stem in own}
    phrases = {
        n.stem.split()[0] for own in names.values() for n in own.values() if n.is_phrase
    }
    signs = count_signs([e.document for e in extractions], stems | phrases)
    return frozenset(
        group for group, use in uses.items() if _is_data_set(use, names[group], signs)
    )


def _count_uses(
    extractions: Sequence[Extraction], groups: Sequence[Sequence[Group | None]]
) -> dict[Group, _Use]:
    """Return how the methods and concepts of each group are written."""
    uses: dict[Group, _Use] = {}
    for extraction, own in zip(extractions, groups, strict=True):
        text = extraction.document.text
        for mention, group in zip(extraction.mentions, own, strict=True):
            if group is None or mention.field != "text" or not _is_term(mention):
                continue
            use = uses.setdefault(group, _Use())
            use.surfaces[mention.surface] += 1
            use.kinds[mention.kind] += 1
            if not use.near_word and read_data_set_name(mention.surface):
                use.near_word = near_data_set_word(text, mention.start, mention.end)
    return uses


def _is_term(mention: Mention) -> bool:
    return mention.kind in ("method", "concept")


def _candidates(uses: Mapping[Group, _Use]) -> dict[Group, _Use]:
    """Return the groups that are concepts, written as a name, near a data set's word."""
    return {
        group: use
        for group, use in uses.items()
        if use.near_word
        and use.kinds["concept"] > use.kinds["method"]
        and read_data_set_name(use.surfaces.most_common(1)[0][0]) is not None
    }


def _is_data_set(
    use: _Use,
    names: Mapping[str, DataSetName],
    signs: Mapping[str, Counter[Sign | None]],
) -> bool:
    """Weigh the signs of all names of a group."""
    found: Counter[Sign | None] = Counter()
    for stem in names:
        found.update(signs[stem])
    # Other names of it ("lexical entailment" of HyperLex) speak of no data set.
    found[None] += sum(
        count
        for surface, count in use.surfaces.items()
        if read_data_set_name(surface) is None
    )
    total = found.total()
    shown = total - found[None]
    marked = any(name.is_marked for name in names.values())
    points = sum(worth * found[sign] for sign, worth in POINTS.items())
    if any(name.is_numbered for name in names.values()):
        points += _NUMBERED_POINTS
    elif not marked and all(" " not in stem for stem in names):
        points += _PLAIN_POINTS
    share = shown / (total + _DOUBT)
    return (
        points >= _FEWEST_POINTS
        and shown > found["evaluated"]
        and share >= (_MARKED_SHARE if marked else _PLAIN_SHARE)
        and not _begins_with_common_word(names.values(), shown, signs)
    )


def _begins_with_common_word(
    names: Iterable[DataSetName],
    shown: int,
    signs: Mapping[str, Counter[Sign | None]],
) -> bool:
    """Tell phrases whose first word stands in many other places: "RSSI fingerprint"."""
    listed = list(names)
    if not all(name.is_phrase for name in listed):
        return False
    first = min(name.stem for name in listed).split()[0]
    return signs[first].total() > _ELSEWHERE * shown + 1
