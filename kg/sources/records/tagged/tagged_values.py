"""A tagged record → what it states, by its dialect's table of tags.

A table says of each tag what it holds. Where several hold the same, as a title and an
older title, the one that stands first in the table counts.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from kg.records import Author, SubjectHeading
from kg.sources.records.fields import find_dated, split_keywords
from kg.sources.records.record_ids import parse_orcid
from kg.sources.records.record_values import (
    RecordValues,
    author_from_values,
)
from kg.sources.records.tagged.tagged_records import Tagged, TaggedRecord
from kg.text.identifiers import find_doi
from kg.text.markup import strip_markup
from kg.text.names.author_lists import split_author_names
from kg.text.names.character_names import are_several_names
from kg.text.names.stated_names import stated_names

Uses = Mapping[str, str]
"""Tag → what it holds: a field of `RecordValues`, and these.

"author", "affiliation", "keyword", "reference": one value or several. "subject:mesh",
"id:pmid": of that vocabulary, that scheme. "doi within": perhaps, among other words.
"mark": nothing that a document has, as the mark of a record's end.
"""

# A line that goes on within a word or an address.
_WRAPPED = re.compile(r"(?<=[a-z])-\n *+(?!(?:and|or|to)\b)(?=[a-z])")


class FieldsByUse:
    """The fields of a record, by what they hold; knows which of them were read."""

    def __init__(self, record: TaggedRecord, uses: Uses) -> None:
        """Sort a record's fields: those of a use as the table ranks them."""
        rank = {tag: number for number, tag in enumerate(uses)}
        self._fields: defaultdict[str, list[Tagged]] = defaultdict(list)
        self._read = {"mark"}
        for field in record.fields:
            value = strip_markup(field.value)  # entities end in a semicolon
            if value:
                use = uses.get(field.tag, "")
                self._fields[use].append(field._replace(value=value))
        for fields in self._fields.values():
            fields.sort(key=lambda field: (rank.get(field.tag, 0), field.line))

    def all(self, use: str) -> list[Tagged]:
        """Return the fields of a use, those of the best tag first."""
        self._read.add(use)
        return self._fields.get(use, [])

    def in_order(self, *uses: str) -> list[Tagged]:
        """Return the fields of some uses in the order of the record."""
        found = (field for use in uses for field in self.all(use))
        return sorted(found, key=lambda field: field.line)

    def first(self, use: str, complaints: list[str]) -> str:
        """Return the best value of a use; complain of others that its tag has, too."""
        fields = self.all(use)
        if not fields:
            return ""
        tag, value, _ = fields[0]
        others = {as_text(f.value) for f in fields if f.tag == tag} - {as_text(value)}
        if others:
            complaints.append(f'tag "{tag}" comes several times: the first is taken')
        return as_text(value)

    def within(self, prefix: str) -> Iterable[tuple[str, Tagged]]:
        """Yield what follows a prefix in a use, with each field of it: ("pmid", …)."""
        for use, fields in self._fields.items():
            if use.startswith(prefix):
                self._read.add(use)
                yield from ((use.removeprefix(prefix), field) for field in fields)

    def unread_tags(self) -> list[str]:
        """Return the tags of fields that nobody asked for, or that had not what was asked."""
        return [
            field.tag
            for use, fields in self._fields.items()
            for field in fields
            if use not in self._read
            or (use == "doi within" and not find_doi(field.value))
        ]


def values_from_fields(fields: FieldsByUse) -> RecordValues:
    """Return what a record states, authors and affiliations left to its dialect."""
    values = RecordValues()
    complaints = values.complaints
    values.id = fields.first("id", complaints)
    values.title = fields.first("title", complaints)
    # Several journals, types, languages are one in other words: the first will do.
    values.venue = fields.first("venue", [])  # in full, abbreviated, …
    values.type = fields.first("type", [])
    values.language = fields.first("language", [])
    values.abstract = " ".join(_of_best_tag(fields.all("abstract")))
    values.year = find_dated(as_text(field.value) for field in fields.all("year"))
    values.doi = _doi(fields, complaints)
    values.keywords = split_terms([field.value for field in fields.in_order("keyword")])
    values.subjects = [
        SubjectHeading(vocabulary, term)
        for vocabulary, field in fields.within("subject:")
        for term in split_terms([field.value])
    ]
    values.ids = [(scheme, as_text(f.value)) for scheme, f in fields.within("id:")]
    values.references = [
        line.strip() for f in fields.all("reference") for line in f.value.split("\n")
    ]
    return values


def as_text(value: str) -> str:
    """Return a value as one line, a word that was parted at its hyphen whole again.

    >>> as_text("A low-\\n cost mill\\nof wood")
    'A low-cost mill of wood'
    """
    return " ".join(_WRAPPED.sub("-", value).split())


def split_terms(values: Sequence[str]) -> list[str]:
    """Return the terms of fields that hold one each, one a line, or a list.

    A comma parts terms only where a single field holds them all.

    >>> split_terms(["mills; wind", "water\\nDams, small"])
    ['mills', 'wind', 'water', 'Dams, small']
    >>> split_terms(["mills, wind, water"])
    ['mills', 'wind', 'water']
    """
    joined = "\n".join(value.replace("\n ", " ") for value in values)
    lines = joined.replace("；", ";").split("\n")
    if len(lines) == 1 and lines[0].count(",") > 1:
        return list(split_keywords(lines[0]))
    terms = (term for line in lines for term in line.split(";"))
    return [" ".join(term.split()) for term in terms if term.strip()]


def split_people(value: str) -> tuple[str, ...]:
    """Return the names of a field, which holds one, or against its rules several.

    >>> split_people("Lee, Ann"), split_people("Lee, A.; Li, B.")
    (('Lee, Ann',), ('Lee, A.', 'Li, B.'))
    """
    line = as_text(value).rstrip(",; ")  # a comma is how Refer marks an organisation
    if are_several_names(line):
        return split_author_names(line)
    return tuple(stated_names(line))


def authors_of(fields: FieldsByUse, complaints: list[str], *uses: str) -> list[Author]:
    """Return the authors of the fields for them, each once."""
    authors: dict[str, Author] = {}
    for field in (field for use in uses for field in fields.in_order(use)):
        names = split_people(field.value)
        # "Lee, Ann https://orcid.org/0000-0002-1825-0097"
        orcid = parse_orcid(field.value) or "" if len(names) == 1 else ""
        for name in names:
            author = author_from_values(name, complaints, orcid=orcid)
            authors.setdefault(author.name, author)
    return list(authors.values())


def _of_best_tag(fields: Sequence[Tagged]) -> list[str]:
    """Return the values of the tag that counts: some write a paragraph a field."""
    values = (as_text(field.value) for field in fields if field.tag == fields[0].tag)
    return list(dict.fromkeys(values))


def _doi(fields: FieldsByUse, complaints: list[str]) -> str:
    """Return what is said to be the DOI if it holds one, else one among other words."""
    stated = fields.first("doi", complaints)
    found = find_doi(stated)
    if found:
        return found
    within = (find_doi(field.value) for field in fields.all("doi within"))
    return next(filter(None, within), stated)
