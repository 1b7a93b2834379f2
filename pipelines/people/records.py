"""Authors of bibliographic records as kg sees them, for learning who is who."""

from collections.abc import Iterable, Mapping
from typing import Any

from kg.records import Author, Document, Extraction, Mention
from kg.text.names.person_normal_form import normal_name


def extraction(record: Mapping[str, Any]) -> Extraction:
    """Make of a record (id, title, authors, year, venue) what kg would extract."""
    names = [name for name in record.get("authors") or () if name]
    document = Document(
        id=record["id"],
        source="records",
        text=record.get("title") or "",
        sections=(),
        title=record.get("title"),
        venue=record.get("venue"),
        year=record.get("year"),
        authors=tuple(Author(name) for name in names),
    )
    mentions = tuple(
        Mention(0, len(name), "person", name, normal_name(name), "author", 1.0, field)
        for name, field in ((n, f"authors.{i}") for i, n in enumerate(names))
    )
    return Extraction(document, mentions)


def by_paper(mentions: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Gather author mentions (paper_id, name, coauthors, …) into a record a paper."""
    papers: dict[str, dict[str, Any]] = {}
    for mention in mentions:
        paper = papers.setdefault(
            mention["paper_id"],
            {
                "id": mention["paper_id"],
                **{key: mention.get(key) for key in ("title", "year", "venue")},
                "authors": [],
            },
        )
        for name in (mention["name"], *mention.get("coauthors", ())):
            if name not in paper["authors"]:
                paper["authors"].append(name)
    return list(papers.values())
