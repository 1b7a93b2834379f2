"""One decoded JSON value → a document, with a remark on each field of a wrong type."""

from collections.abc import Iterator

from kg.records import Document, Remark
from kg.sources.records.fields import (
    parse_year,
    record_document,
    reject_without_text,
    split_keywords,
)
from kg.sources.records.json_authors import json_authors
from kg.sources.records.json_values import (
    JSON,
    id_field,
    ignored_complaint,
    kind_of,
    line_field,
    strings,
    text_field,
)
from kg.sources.records.record_ids import SCHEME_FIELDS, parse_work_id
from kg.sources.records.stated_authors import stated_authors
from kg.sources.records.stated_terms import stated_keywords
from kg.sources.records.stated_texts import is_empty_text
from kg.text.identifiers import parse_doi
from kg.text.markup import strip_markup
from kg.text.surrogates import replace_surrogates

# What names a work that is cited, the surest first.
_REFERENCE_FIELDS = ("doi", "id", "raw", "unstructured", "title")


def record_from_json(
    value: JSON, *, source: str, line: int
) -> Iterator[Document | Remark]:
    """Yield remarks on what was wrong with a record, then its document.

    Args:
        value: one decoded JSON value.
        source: the file's name.
        line: at which the record begins, counted from 1.

    Yields:
        A Remark without `lost` for each field that is left out, then the document; of
        what is no record, one Remark with `lost` alone.
    """
    if not isinstance(value, dict):
        yield Remark(source, line, f"a record is a JSON object, not {kind_of(value)}")
        return
    complaints: list[str] = []
    title = _text(value, "title", complaints)
    abstract = _text(value, "abstract", complaints)
    if title is None and abstract is None:
        yield reject_without_text(complaints, source=source, line=line)
        return
    document = record_document(
        title,
        abstract,
        id=_id(value, complaints),
        source=source,
        record_line=line,
        venue=text_field(value, "venue", complaints),
        year=_year(value, complaints),
        doi=_doi(value, complaints),
        authors=tuple(stated_authors(json_authors(value, complaints))),
        keywords=stated_keywords(_keywords(value, complaints)),
        ids=_ids(value, complaints),
        references=_references(value, complaints),
        type=line_field(value, ["type"], complaints) or None,
        language=line_field(value, ["language"], complaints) or None,
    )
    yield from (Remark(source, line, why, lost=False) for why in complaints)
    yield document


def _text(record: dict[str, JSON], name: str, complaints: list[str]) -> str | None:
    """Return a text without markup; None where the field says that there is none."""
    text = strip_markup(text_field(record, name, complaints) or "")
    return None if is_empty_text(text) else text


def _id(record: dict[str, JSON], complaints: list[str]) -> str:
    """Return the record's own id, a string or a number; "" where it has none."""
    value = record.get("id")
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return (text_field(record, "id", complaints) or "").strip()


def _year(record: dict[str, JSON], complaints: list[str]) -> int | None:
    """Return a year from a number, or from what tables and dates make of it."""
    value = record.get("year")
    if value is None or value == "":
        return None
    # "2019.0" is what tables with gaps make of 2019; repr of a float is always short.
    known = isinstance(value, (str, float, int)) and not isinstance(value, bool)
    year = parse_year(str(value)[:20]) if known and not _is_huge(value) else None
    if year is None:
        complaints.append('field "year" is ignored: expected a year such as 2019')
    return year


def _is_huge(value: JSON) -> bool:
    return isinstance(value, int) and abs(value) > 10**6


def _doi(record: dict[str, JSON], complaints: list[str]) -> str | None:
    """Return the record's DOI in its bare form; complain of what is none."""
    value = text_field(record, "doi", complaints)
    if value is None:
        return None
    doi = parse_doi(value)
    if doi is None:
        complaints.append('field "doi" is ignored: expected something like "10.1234/x"')
    return doi


def _keywords(record: dict[str, JSON], complaints: list[str]) -> tuple[str, ...]:
    """Return keywords: a list, or a string that holds one."""
    value = record.get("keywords")
    if isinstance(value, str):
        return split_keywords(replace_surrogates(value))
    return strings(value, "keywords", complaints)


def _ids(record: dict[str, JSON], complaints: list[str]) -> tuple[tuple[str, str], ...]:
    """Read "ids", an object of schemes and values, and fields named for a scheme."""
    stated = record.get("ids")
    if stated is not None and not isinstance(stated, dict):
        complaints.append(ignored_complaint("ids", "an object", stated))
    within = stated if isinstance(stated, dict) else {}
    found: set[tuple[str, str]] = set()
    for field, value in [*within.items(), *_named_for_a_scheme(record)]:
        scheme = replace_surrogates(SCHEME_FIELDS.get(field.lower(), field.lower()))
        if value is None or value == "" or scheme == "doi":
            continue  # a DOI has a field of its own
        work = parse_work_id(scheme, id_field(value))
        if work is None:
            complaints.append(
                f'field "{replace_surrogates(field)}" is ignored: no id of a work'
            )
        else:
            found.add((scheme, work))
    return tuple(sorted(found))


def _named_for_a_scheme(record: dict[str, JSON]) -> Iterator[tuple[str, JSON]]:
    return (item for item in record.items() if item[0].lower() in SCHEME_FIELDS)


def _references(record: dict[str, JSON], complaints: list[str]) -> tuple[str, ...]:
    """Read a list of strings, and of objects of which the surest name is taken."""
    value = record.get("references")
    found: list[str] = []
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, dict):
            name = line_field(item, _REFERENCE_FIELDS, complaints)
            found += [name] if name else []
        else:
            found += strings(item, "references", complaints)
    return tuple(found)
