"""The fields of records that nothing reads: each is named once a file.

A misnamed field costs what it holds in every record, and nothing else shows it.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from difflib import get_close_matches
from functools import lru_cache
from typing import Literal, NamedTuple

from kg.records import Remark
from kg.sources.records.bibtex_entry import READ_FIELDS
from kg.sources.records.json_values import JSON
from kg.sources.records.record_ids import SCHEME_FIELDS
from kg.text.counts import format_count, name_first
from kg.text.surrogates import replace_surrogates

Owner = Literal["a record", "an entry", "an author", "an affiliation"]

# What is read, by `kg.sources.records.json_record`, `json_authors` and `bibtex`.
_READ: Mapping[Owner, frozenset[str]] = {
    "a record": frozenset(
        [
            *("id", "title", "abstract", "authors", "affiliations", "year", "venue"),
            *("doi", "keywords", "ids", "references", "type", "language"),
        ]
    ),
    "an entry": READ_FIELDS,
    "an author": frozenset(["name", "affiliations", "orcid"]),
    "an affiliation": frozenset(["raw", "name", "ror", "country", "country_code"]),
}
# What databases and their tools call the same, where the words are not alike.
_OTHER_WORDS: Mapping[Owner, Mapping[str, tuple[str, ...]]] = {
    "a record": {
        "title": ("display_name", "name", "headline"),
        "abstract": ("abstract_inverted_index", "summary", "description"),
        "authors": ("authorships", "creator", "creators", "speaker", "speakers"),
        "venue": (
            *("journal", "booktitle", "container_title", "source_title", "publication"),
            *("journaltitle", "journal_title", "conference", "host_venue"),
        ),
        "year": ("publication_year", "pub_year", "date", "publication_date", "issued"),
        "keywords": ("subjects", "tags"),
        "references": ("referenced_works", "bibliography"),
    },
    "an entry": {},
    "an author": {
        "name": (
            *("display_name", "full_name", "fullname", "raw_author_name"),
            *("given", "family", "first_name", "last_name", "forename", "surname"),
        ),
        "affiliations": ("institution", "institutions", "raw_affiliation_strings"),
        "orcid": ("orcid_id", "orcid_url"),
    },
    "an affiliation": {
        "name": ("display_name", "institution", "organization", "organisation"),
        "ror": ("ror_id",),
    },
}
_MOST_FIELDS = 1000  # told apart: a file of random names is no reason to hold them all
_MOST_NAMED = 20  # in one remark
_LONGEST_NAME = 60


class _Field(NamedTuple):
    """A field that is not read, and the one that may have been meant, if any."""

    owner: Owner
    name: str
    meant: str | None

    def __str__(self) -> str:
        """Return how remarks name it."""
        name = " ".join(replace_surrogates(self.name[:_LONGEST_NAME]).split())
        is_whole = self.owner in ("a record", "an entry")
        return f'"{name}"' if is_whole else f'"{name}" of {self.owner}'


class UnreadFields:
    """Counts the fields of a file's records that are not read."""

    def __init__(self) -> None:
        """Begin a file of which no record was seen."""
        self._lines: dict[_Field, int] = {}  # of the first records that have them
        self._records: Counter[_Field] = Counter()

    def count(self, record: JSON, *, line: int) -> None:
        """Count the fields of the record that begins at a line, each once."""
        self._count(_unread_fields(record), line)

    def count_entry(self, names: Collection[str], *, line: int) -> None:
        """Count the fields of the BibTeX entry that begins at a line, each once."""
        self._count(_unread_of("an entry", names), line)

    def count_names(self, names: Iterable[str], *, line: int) -> None:
        """Count fields that a reader of another dialect does not read, each once a record."""
        self._count((_Field("a record", name, None) for name in names), line)

    def _count(self, fields: Iterable[_Field], line: int) -> None:
        for field in dict.fromkeys(fields):
            if field in self._lines or len(self._lines) < _MOST_FIELDS:
                self._lines.setdefault(field, line)
                self._records[field] += 1

    def remarks(self, source: str) -> Iterator[Remark]:
        """Yield a remark on each that may have been meant for another, one on the rest.

        >>> fields = UnreadFields()
        >>> fields.count({"title": "On mills", "author": ["Ann Lee"]}, line=3)
        >>> [remark.reason for remark in fields.remarks("x.jsonl")]
        ['field "author" is not read; did you mean "authors"? (1 record)']
        """
        rest = [field for field in self._lines if field.meant is None]
        for field in self._lines:
            if field.meant:
                question = f'did you mean "{field.meant}"? ({self._extent(field)})'
                reason = f"field {field} is not read; {question}"
                yield Remark(source, self._lines[field], reason, lost=False)
        if rest:
            named = [f"{field} ({self._extent(field)})" for field in rest]
            reason = f"fields that are not read: {name_first(named, _MOST_NAMED)}"
            yield Remark(source, self._lines[rest[0]], reason, lost=False)

    def _extent(self, field: _Field) -> str:
        return format_count(self._records[field], "record")


def _unread_fields(record: JSON) -> Iterator[_Field]:
    """Yield the fields of a record, its authors, and their affiliations that are."""
    if not isinstance(record, dict):
        return
    yield from _unread_of("a record", record)
    yield from _unread_of_places(record.get("affiliations"))
    for author in _objects(record.get("authors")):
        yield from _unread_of("an author", author)
        yield from _unread_of_places(author.get("affiliations"))


def _unread_of_places(value: JSON) -> Iterator[_Field]:
    """Yield those of affiliations: an object, or a list of objects or of such lists."""
    for item in value if isinstance(value, list) else [value]:
        for place in _objects(item):
            yield from _unread_of("an affiliation", place)


def _unread_of(owner: Owner, item: Collection[str]) -> Iterator[_Field]:
    for name in item:
        if not _is_read(owner, name):
            meant = _likely_meant(owner, name[:_LONGEST_NAME])
            yield _Field(owner, name, None if meant in item else meant)


def _is_read(owner: Owner, name: str) -> bool:
    of_scheme = owner == "a record" and name.lower() in SCHEME_FIELDS
    return of_scheme or name in _READ[owner]


def _objects(value: JSON) -> Iterator[dict[str, JSON]]:
    items = value if isinstance(value, list) else [value]
    return (item for item in items if isinstance(item, dict))


@lru_cache(maxsize=1 << 12)
def _likely_meant(owner: Owner, name: str) -> str | None:
    """Return the field that is read and has this name but for case, letters, or words.

    >>> _likely_meant("a record", "Author"), _likely_meant("a record", "journal")
    ('authors', 'venue')
    """
    folded = "_".join(name.lower().replace("-", " ").split())
    if folded in _READ[owner]:
        return folded
    for read, others in _OTHER_WORDS[owner].items():
        if folded in others:
            return read
    close = get_close_matches(folded, sorted(_READ[owner]), n=1, cutoff=0.8)
    return close[0] if close else None
