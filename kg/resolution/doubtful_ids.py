"""Ids of the build before that may mean somebody else by now.

To ask of each place that each entity had would take as long as to write them; so first
one document an entity is looked at, and only what is not as it was is asked about.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

from kg.files.earlier_ids import EarlierBuild
from kg.records import Extraction, Resolution
from kg.resolution.entity_ids import plain_id


def doubtful_ids(
    before: EarlierBuild,
    then: Mapping[str, str],
    extractions: Sequence[Extraction],
    resolution: Resolution,
) -> Iterator[str]:
    """Yield ids that are not in the document where they were, and those of homonyms.

    Args:
        before: the build before this one, in the same folder.
        then: its ids, and what they are without a number (see `plain_before`).
        extractions: of this build.
        resolution: of the same extractions, in the same order.
    """
    now = {(e.id, plain_id(e.kind, e.name)) for e in resolution.entities}
    seen = {
        name
        for number, extraction in enumerate(extractions)
        for name in _ids_in(resolution, number)
        if (known := before.entities.get(name))
        and known.document == extraction.document.id
    }
    bearers = Counter(made for _, made in now | then.items())
    for name, made in then.items():
        if name not in seen or bearers[made] > 1:
            yield name


def _ids_in(resolution: Resolution, number: int) -> AbstractSet[str]:
    mentions = filter(None, resolution.mentions[number])
    return {resolution.documents[number], *mentions, *resolution.works[number]}


def plain_before(before: EarlierBuild) -> dict[str, str]:
    """Return the ids of the build before, and what they are without a number."""
    return {
        name: plain_id(name.partition(":")[0], entity.name)
        for name, entity in before.entities.items()
    }
