"""Entries that take fields from another: the papers of a volume from the volume.

BibTeX wants the volume below its papers, so these wait until it comes.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace

from kg.sources.records.bibtex_entry import BibtexEntry

# A paper's field → where the volume has it, the surest first.
_INHERITED: Mapping[str, tuple[str, ...]] = {
    "booktitle": ("booktitle", "title", "maintitle"),
    "year": ("year",),
    "date": ("date",),
    "journal": ("journal",),
    "journaltitle": ("journaltitle",),
    "language": ("language",),
}
_VOLUMES = (
    "proceedings",
    "book",
    "collection",
    "periodical",
    "reference",
    "conference",
)
_MOST = 100_000  # entries that wait, and volumes that are known


class Volumes:
    """Holds entries until those that they refer to are known."""

    def __init__(self) -> None:
        """Begin a file of which no entry was seen."""
        self._volumes: dict[str, Mapping[str, str]] = {}
        self._waiting: defaultdict[str, list[BibtexEntry]] = defaultdict(list)
        self._held = 0

    def take(self, entry: BibtexEntry) -> Iterator[BibtexEntry]:
        """Yield the entries that are whole with this one, in the order of the file.

        >>> volumes = Volumes()
        >>> paper = BibtexEntry("a", "inproceedings", 1, {"title": "A", "crossref": "B"})
        >>> list(volumes.take(paper))
        []
        >>> volume = BibtexEntry("b", "proceedings", 5, {"title": "On mills", "year": "2019"})
        >>> [each.fields.get("booktitle") for each in volumes.take(volume)]
        ['On mills', None]
        """
        key = _key(entry.fields.get("crossref", ""))
        known = self._volumes.get(key)
        if known is not None:
            yield from self._with_papers(_inherit(entry, known))
        elif not key or self._held >= _MOST:
            yield from self._with_papers(entry)
        else:
            self._waiting[key].append(entry)
            self._held += 1

    def rest(self) -> Iterator[BibtexEntry]:
        """Yield the entries that refer to none of the file, as they are."""
        waiting = (entry for entries in self._waiting.values() for entry in entries)
        yield from sorted(waiting, key=lambda entry: entry.line)

    def _with_papers(self, volume: BibtexEntry) -> Iterator[BibtexEntry]:
        """Yield the entries that waited for one, and for these, then itself."""
        ready = [volume]
        for entry in ready:  # grows
            key = _key(entry.key)
            papers = self._waiting.pop(key, [])
            self._held -= len(papers)
            if papers or (
                entry.kind.removeprefix("mv") in _VOLUMES and len(self._volumes) < _MOST
            ):
                self._volumes[key] = _inheritable(entry.fields)
            ready += (_inherit(paper, self._volumes[key]) for paper in papers)
        yield from sorted(ready, key=lambda entry: entry.line)


def _key(written: str) -> str:
    return written.strip("{} ").lower()


def _inheritable(fields: Mapping[str, str]) -> Mapping[str, str]:
    names = {name for names in _INHERITED.values() for name in names}
    return {name: value for name, value in fields.items() if name in names}


def _inherit(entry: BibtexEntry, volume: Mapping[str, str]) -> BibtexEntry:
    """Return an entry with the fields of its volume that it has not itself."""
    missing = {
        name: value
        for name, names in _INHERITED.items()
        if name not in entry.fields
        and (value := next((volume[n] for n in names if n in volume), None))
    }
    return replace(entry, fields={**entry.fields, **missing}) if missing else entry
