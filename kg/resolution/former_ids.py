"""Ids of an earlier build that its entities no longer have, and what those are called now.

An id is made from a name, so a document that gives an entity a fuller name gives it
another id. Whoever wrote the old one down (a decision, a link, a query) still means that
entity: it is the one to which most of the places now belong that the old one had.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence

from kg.files.earlier_ids import EarlierBuild, Place
from kg.records import Extraction, Resolution


def trace_ids(
    before: EarlierBuild, extractions: Sequence[Extraction], resolution: Resolution
) -> dict[str, str]:
    """Return what each former id means by now, sorted; see `used_ids` for what holds.

    Args:
        before: the build before this one.
        extractions: of this build.
        resolution: of the same extractions, in the same order.
    """
    live = {entity.id for entity in resolution.entities}
    gone = before.entities.keys() - live
    votes = count_places(before, gone, extractions, resolution)
    renamed = {old: commonest(counts) for old, counts in votes.items()}
    known = {old: renamed.get(now, now) for old, now in before.former.items()}
    traced = {**known, **renamed}
    return {old: now for old, now in sorted(traced.items()) if old != now}


def commonest(counts: Mapping[str, int]) -> str:
    """Return what is counted most; of equals, the first by letter.

    >>> commonest({"b": 2, "c": 1, "a": 2})
    'a'
    """
    return min(counts, key=lambda name: (-counts[name], name))


def count_places(
    before: EarlierBuild,
    ids: Collection[str],
    extractions: Sequence[Extraction],
    resolution: Resolution,
) -> dict[str, Counter[str]]:
    """Count, for ids of the build before, which ids their places have now.

    Args:
        before: the build before this one.
        ids: of it; those that have no place any more are left out.
        extractions: of this build.
        resolution: of the same extractions, in the same order.
    """
    wanted = dict(before.places_of(sorted(ids))) if ids else {}
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for place, now in _named_places(extractions, resolution) if wanted else ():
        if place in wanted:
            votes[wanted[place]][now] += 1
    return dict(votes)


def used_ids(traced: Mapping[str, str], resolution: Resolution) -> dict[str, str]:
    """Return those former ids that nothing else is called, and whose entity is there.

    >>> used_ids({"person:a": "person:b"}, Resolution((), (), (), (), ()))
    {}
    """
    live = {entity.id for entity in resolution.entities}
    return {o: now for o, now in traced.items() if o not in live and now in live}


def _named_places(
    extractions: Sequence[Extraction], resolution: Resolution
) -> Iterator[tuple[Place, str]]:
    """Yield every place that names an entity, with the entity's id."""
    for number, extraction in enumerate(extractions):
        document = extraction.document.id
        yield (document, "", None, None), resolution.documents[number]
        mentions = zip(extraction.mentions, resolution.mentions[number], strict=True)
        for mention, entity in mentions:
            if entity is not None:
                yield (document, mention.field, mention.start, mention.end), entity
        works = zip(extraction.works, resolution.works[number], strict=True)
        for work, entity in works:
            yield (document, "work", work.start, work.end), entity
