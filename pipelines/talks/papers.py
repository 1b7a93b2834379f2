"""What the made-up seminar dumps are made of: abstracts and metadata of papers."""

from pathlib import Path

from pipelines.common.json_lines import read_lines
from pipelines.talks.endings import Metadata

_SHORTEST, _LONGEST = 300, 3000  # characters of an abstract that is whole


def read_abstracts(path: Path) -> list[str]:
    """Return the abstracts of a collection that are long enough to be whole, sorted."""
    found = {(record.get("abstract") or "").strip() for record in read_lines([path])}
    return sorted(text for text in found if _SHORTEST < len(text) < _LONGEST)


def read_metadata(path: Path) -> Metadata:
    """Return the names, institutions, titles and venues of a collection's papers."""
    papers = list(read_lines([path]))
    places = (place for paper in papers for place in paper.get("affiliations") or ())
    titles = (paper["title"].rstrip(".") for paper in papers if paper.get("title"))
    small = (_begun_small(title) for title in titles)
    authors = (name for paper in papers for name in paper["authors"])
    return Metadata(
        names=tuple(sorted({name for name in authors if " " in name})),
        places=tuple(sorted({p for p in places if p and 2 < len(p) < 60})),
        titles=tuple(sorted({title for title in small if len(title) < 90})),
        venues=tuple(sorted({p["venue"] for p in papers if p.get("venue")})),
    )


def _begun_small(title: str) -> str:
    """Return a title as it stands within a sentence; an acronym keeps its capitals."""
    return title if title[1:2].isupper() else f"{title[:1].lower()}{title[1:]}"
