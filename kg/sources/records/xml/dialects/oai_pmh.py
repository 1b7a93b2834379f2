"""OAI-PMH: a record is a header and, unless it was deleted, metadata of some dialect."""

from collections.abc import Callable, Iterator, Mapping
from xml.etree.ElementTree import Element

from kg.sources.records.record_values import RecordValues
from kg.sources.records.xml.dialect import Dialect
from kg.sources.records.xml.dialects import datacite_xml, dublin_core, jats, marc, mods
from kg.sources.records.xml.dialects.arxiv_records import ARXIV_PATHS, read_arxiv
from kg.sources.records.xml.element_values import child_text


def _read_wrapped(metadata: Element) -> RecordValues:
    """Return what DataCite's resource states within a wrapper of its version."""
    resource = metadata.find("payload/resource")
    return RecordValues() if resource is None else datacite_xml.read_datacite(resource)


_PAYLOADS: Mapping[str, Callable[[Element], RecordValues]] = {
    "dc": dublin_core.read_dublin_core,
    "qualifieddc": dublin_core.read_dublin_core,
    "arXiv": read_arxiv,
    "arXivRaw": read_arxiv,
    "article": jats.read_jats,
    "mods": mods.read_mods,
    "oai_datacite": _read_wrapped,
    "record": marc.read_marc,
    "resource": datacite_xml.read_datacite,
}
"""Root of the metadata, without its prefix → who reads it."""


def _read(record: Element) -> Iterator[RecordValues | str]:
    """Yield the work of a record; of one that was deleted, that it was."""
    # A deleted record keeps its header, so that copies can be deleted.
    header, metadata = record.find("header"), record.find("metadata")
    if header is not None and header.get("status") == "deleted":
        yield "deleted"
        return
    if header is None and metadata is None:
        # The end of a record, cut within its metadata.
        yield marc.read_marc(record)
        return
    payload = next(iter(metadata), None) if metadata is not None else None
    read = None if payload is None else _PAYLOADS.get(payload.tag)
    if payload is None:
        yield "without metadata"
    elif read is None:
        yield f"<{payload.tag}> of no dialect that is known"
    else:
        values = read(payload)
        values.id = child_text(header, "identifier") or values.id
        yield values


DIALECT = Dialect(
    records=("record",),
    reader=lambda _file: _read,
    paths={
        "header": {},
        "metadata": {
            "arXiv": ARXIV_PATHS,
            "arXivRaw": ARXIV_PATHS,
            "article": jats.DIALECT.paths,
            "dc": dublin_core.DIALECT.paths,
            "mods": mods.DIALECT.paths,
            "oai_datacite": {"payload": {"resource": datacite_xml.DIALECT.paths}},
            "qualifieddc": dublin_core.DIALECT.paths,
            "record": marc.DIALECT.paths,
            "resource": datacite_xml.DIALECT.paths,
        },
    },
)
"""Records of an answer, or of several one behind another."""
