"""A resolution whose entities have other ids."""

from collections.abc import Mapping
from dataclasses import replace
from operator import attrgetter

from kg.records import Resolution

MERGE_ORDER = attrgetter("entity", "kind", "a", "b", "rule", "verdict", "reason")
"""What merges are sorted by: words, which sort faster than merges do."""

Pairs = tuple[tuple[str, str], ...]


def rename_ids(resolution: Resolution, changed: Mapping[str, str]) -> Resolution:
    """Return the resolution with other ids, in their order; `kept_ids` says which.

    Args:
        resolution: is left as it is.
        changed: from ids to what they are to be.

    Example:
        >>> from kg.records import Entity
        >>> given = Resolution((Entity("work:a-2", "work", "A"),), ((),), ("work:a-2",), ((),))
        >>> rename_ids(given, {"work:a-2": "work:a"}).documents
        ('work:a',)
    """

    def rename(name: str) -> str:
        return changed.get(name, name)

    def rename_pairs(pairs: Pairs) -> Pairs:
        return tuple(sorted((rename(one), rename(other)) for one, other in pairs))

    entities = (replace(each, id=rename(each.id)) for each in resolution.entities)
    merges = (replace(each, entity=rename(each.entity)) for each in resolution.merges)
    return replace(
        resolution,
        entities=tuple(sorted(entities, key=lambda entity: entity.id)),
        mentions=tuple(
            tuple(None if name is None else rename(name) for name in names)
            for names in resolution.mentions
        ),
        documents=tuple(map(rename, resolution.documents)),
        works=tuple(tuple(map(rename, names)) for names in resolution.works),
        cited=tuple(
            tuple((number, rename(work)) for number, work in row)
            for row in resolution.cited
        ),
        merges=tuple(sorted(merges, key=MERGE_ORDER)),
        broader=rename_pairs(resolution.broader),
        part_of=rename_pairs(resolution.part_of),
        kept_ids=tuple(sorted((now, made) for made, now in changed.items())),
    )
