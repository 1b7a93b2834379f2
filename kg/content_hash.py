"""What a document says, hashed: equal documents have one id, wherever they stand."""

import hashlib
import json
from typing import Any

from kg.records import Document

# Where a document stood, which is no part of what it says.
_PLACE = frozenset(["id", "source", "first_line", "last_line", "record_line"])
# Fields that came later: a document that says none of them keeps its hash, and thereby
# the id that decisions of people may name.
_ADDED = frozenset(
    ["ids", "references", "type", "language", "orcid", "unchecked_orcid", "ror",
     "country", "subjects", "is_group"]
)  # fmt: skip


def content_hash(document: Document) -> str:
    """Return the SHA-256 of everything that the source said of a document."""
    stated = _stated_values(document)
    content = {name: stated[name] for name in stated if name not in _PLACE}
    text = json.dumps(
        content, sort_keys=True, ensure_ascii=True, default=_stated_values
    )
    return hashlib.sha256(text.encode("ascii")).hexdigest()


def _stated_values(record: object) -> dict[str, Any]:
    values = by_field(record).items()
    return {name: value for name, value in values if value or name not in _ADDED}


def by_field(record: Any) -> dict[str, Any]:  # noqa: ANN401 - any dataclass of records
    """Return the values of a record by field, as they are; asdict copies each.

    >>> from kg.records import Affiliation
    >>> by_field(Affiliation("Rye Mill"))
    {'raw': 'Rye Mill', 'ror': None, 'country': None}
    """
    return {name: getattr(record, name) for name in record.__slots__}
