"""The table of dialects, and which of them a record is of."""

from functools import lru_cache

from kg.sources.formats.json_keys import keys_of_record
from kg.sources.records.json_dialects.events import (
    INDICO,
    OPENREVIEW,
    RESEARCH_SEMINARS,
)
from kg.sources.records.json_dialects.indexes import (
    AMINER,
    CORE,
    LENS,
    OPEN_RESEARCH_CORPUS,
    OPENAIRE,
    OPENALEX,
    S2ORC,
    SEMANTIC_SCHOLAR,
)
from kg.sources.records.json_dialects.json_dialect import JsonDialect
from kg.sources.records.json_dialects.publishers import (
    CROSSREF,
    DATACITE,
    DOAJ,
    IEEE,
    SCOPUS,
    SPRINGER,
    ZENODO,
)
from kg.sources.records.json_dialects.reference_managers import CSL, MENDELEY, ZOTERO
from kg.sources.records.json_dialects.subject_indexes import (
    ADS,
    ARXIV_SNAPSHOT,
    DBLP,
    EUROPE_PMC,
    HAL,
    INSPIRE,
    PUBMED_SUMMARY,
)
from kg.sources.records.json_values import JSON

# Asked from the top: what has keys that nobody else has stands first.
DIALECTS: tuple[JsonDialect, ...] = (
    OPENALEX,
    LENS,
    ADS,
    HAL,
    ARXIV_SNAPSHOT,
    PUBMED_SUMMARY,
    EUROPE_PMC,
    INSPIRE,
    DATACITE,
    ZENODO,
    SPRINGER,
    IEEE,
    SCOPUS,
    ZOTERO,
    OPENREVIEW,
    INDICO,
    RESEARCH_SEMINARS,
    DBLP,
    OPENAIRE,
    CORE,
    AMINER,
    OPEN_RESEARCH_CORPUS,
    SEMANTIC_SCHOLAR,
    S2ORC,
    MENDELEY,
    DOAJ,
    CROSSREF,
    CSL,
)


def find_dialect(record: dict[str, JSON]) -> JsonDialect | None:
    """Return the dialect that a record is of; None of our own, or of none known.

    >>> find_dialect({"title": "On mills", "authorships": []}).what
    'OpenAlex works'
    """
    return _dialect_of(keys_of_record(record))


@lru_cache(maxsize=1 << 10)  # records of a file have few sets of keys
def _dialect_of(keys: frozenset[str]) -> JsonDialect | None:
    return next(
        (
            dialect
            for dialect in DIALECTS
            if any(keys.issuperset(marks) for marks in dialect.marks)
        ),
        None,
    )
