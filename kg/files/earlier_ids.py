"""What the build that lies in a folder knew of ids, as the next build there needs it."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

Place = tuple[str, str, int | None, int | None]
"""A document's id, a field of it, start and end; a document as a whole has no field."""

PlacesOf = Callable[[Collection[str]], Iterable[tuple[Place, str]]]


class KnownEntity(NamedTuple):
    """An entity of a build.

    Attributes:
        name: what it was called.
        document: the id of one that names it, None where none does.
    """

    name: str
    document: str | None = None


def _no_places(_: Collection[str]) -> Iterable[tuple[Place, str]]:
    return ()


@dataclass(frozen=True, slots=True)
class EarlierBuild:
    """What is to be known of the build that a folder has had until now.

    Attributes:
        former: from ids that were no longer used by then to what they had become.
        entities: by the ids that it used.
        places_of: returns where the entities of some of these ids were named, each place
            with its id.
    """

    former: Mapping[str, str]
    entities: Mapping[str, KnownEntity] = field(default_factory=dict)
    places_of: PlacesOf = _no_places


NO_BUILD = EarlierBuild({})
