"""The page: a store as one file that works with the network off."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from kg.analysis.landscape.land_layers import LandLayers, read_layers
from kg.files.writing import write_text
from kg.kinds import ENTITY_KINDS
from kg.viewer.atlas import map_edges, map_nodes
from kg.viewer.atlas.data_blocks import (
    as_letters,
    deflate,
    pack_columns,
    smallest_column,
)
from kg.viewer.atlas.document_texts import DocumentText, read_texts
from kg.viewer.atlas.map_header import make_header, read_corpus, title_of
from kg.viewer.atlas.page_script import page_script
from kg.viewer.atlas.text_blocks import MOST_BYTES, PER_BLOCK, make_text_blocks
from kg.viewer.content_policy import policy_source

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


@dataclass(frozen=True, slots=True)
class AtlasPage:
    """A page in its parts.

    Attributes:
        title: what it is called.
        blocks: deflated data, by name.
        left_out: edges of the store that are not in it.
        description: what it shows at first, in a sentence.
    """

    title: str
    blocks: dict[str, bytes]
    left_out: int = 0
    description: str = ""


def make_page(
    connection: "DuckDBPyConnection",
    *,
    first: str = "",
    texts: str = "sentences",
    land: LandLayers | None = None,
    text_bytes: int = MOST_BYTES,
) -> AtlasPage:
    """Return the page of a store.

    Args:
        connection: an open store.
        first: the layer shown first, of `kg.analysis.landscape.land_layers.LAYERS`; by
            default terms, or people where there are few terms.
        texts: what it has of texts, of `kg.viewer.atlas.TEXTS`.
        land: that of the store, if it was asked for already.
        text_bytes: how much they may take, deflated; of more, the best are kept.

    Example:
        >>> from pathlib import Path
        >>> from kg.store.connection import connect
        >>> with connect(Path("outputs/examples")) as connection:
        ...     sorted(make_page(connection).blocks)
        ['map', 'names', 'texts-0', 'where']
    """
    land = read_layers(connection) if land is None else land
    nodes = map_nodes.read_nodes(connection, land)
    edges = map_edges.read_edges(connection, nodes, land)
    corpus = read_corpus(connection)
    documents = list(read_texts(connection, nodes.numbers, full=texts == "full"))
    wanted = documents if texts != "none" else ()
    said, without = make_text_blocks(wanted, most=text_bytes)
    header = make_header(
        *(corpus, nodes, edges, land),
        texts={"kept": texts, "perBlock": PER_BLOCK, "without": without},
        first=first or land.ground,
    )
    columns = {
        "kind": _kind_numbers(nodes.kinds),
        **map_nodes.as_columns(nodes),
        "meanYear": _mean_years(nodes, documents),
        **map_edges.as_columns(edges),
    }
    blocks = {
        "map": pack_columns(header, columns),
        "names": _names(nodes),
        "where": _where(documents, len(nodes.ids)),
    }
    deflated = {name: deflate(block) for name, block in blocks.items()} | said
    shown = next(each for each in header["layers"] if each["name"] == header["first"])
    return AtlasPage(
        *(title_of(corpus), deflated, edges.left_out),
        description=f"page: {shown['caption']}",
    )


def _kind_numbers(kinds: Sequence[str]) -> NDArray[np.uint8]:
    numbers = {kind: i for i, kind in enumerate(ENTITY_KINDS)}
    return np.array([numbers[kind] for kind in kinds], dtype=np.uint8)


def _names(nodes: map_nodes.MapNodes) -> bytes:
    """Return a line a node: id, name, aliases, with tabs between them."""
    lines = []
    for node, name, aliases in zip(nodes.ids, nodes.names, nodes.aliases, strict=True):
        parts = [node, name, *json.loads(aliases or "[]")]
        lines.append("\t".join(" ".join(part.split()) for part in parts))
    return "\n".join(lines).encode("utf-8", "replace")


def _where(documents: Sequence[DocumentText], size: int) -> bytes:
    """Return the documents of each node, and the work of each document, as columns."""
    pairs = sorted(
        {
            (node, number)
            for number, document in enumerate(documents)
            for node in (
                document.work,
                *(mark.node for each in document.passages for mark in each.marks),
            )
        }
    )
    table = np.array(pairs, dtype=np.int64).reshape(-1, 2)
    start = np.searchsorted(table[:, 0], np.arange(size + 1))
    works = np.array([document.work for document in documents], dtype=np.int64)
    return pack_columns(
        {},
        {
            "start": start.astype(np.uint32),
            "document": smallest_column(table[:, 1]),
            "work": smallest_column(works),
            "year": np.array([each.year for each in documents], dtype=np.uint16),
        },
    )


def _mean_years(
    nodes: map_nodes.MapNodes, documents: Sequence[DocumentText]
) -> NDArray[np.uint16]:
    """Return by how many tenths of a year the mean year of a node is after its first."""
    pairs = {
        (mark.node, document.work, document.year)
        for document in documents
        if document.year
        for passage in document.passages
        for mark in passage.marks
    }
    pairs |= {(each.work, each.work, each.year) for each in documents if each.year}
    table = np.array(sorted(pairs), dtype=np.int64).reshape(-1, 3)
    size = len(nodes.ids)
    counts = np.bincount(table[:, 0], minlength=size)
    sums = np.bincount(table[:, 0], table[:, 2].astype(np.float64), minlength=size)
    means = sums / np.maximum(counts, 1) - nodes.years[:, 0]
    known = (counts > 0) & (nodes.years[:, 0] > 0)
    tenths = np.where(known, np.clip(means * 10, 0, 65_535), 0).round()
    return tenths.astype(np.uint16)


def render(page: AtlasPage, *, served: bool = False) -> Iterator[str]:
    """Yield the page as HTML.

    Args:
        page: of `make_page`.
        served: without its blocks, which it asks a server of this machine for.

    Example:
        >>> "".join(render(AtlasPage("Atlas", {})))[:15]
        '<!DOCTYPE html>'
    """
    template = _template()
    blocks = {} if served else page.blocks
    style, script = _style(), page_script()
    yield template.render(
        title=page.title.replace("\0", ""),
        policy=_policy(style, script, served=served),
        style=style,
        script=script,
        blocks=[(name, as_letters(packed)) for name, packed in blocks.items()],
    )
    yield "\n"


@cache
def _template() -> Any:  # noqa: ANN401 - jinja2 is imported late
    import jinja2

    source = (files("kg.viewer") / "assets" / "atlas" / "page.html").read_text("utf-8")
    # Only the title is anybody's words.
    return jinja2.Template(source.replace("{{ title }}", "{{ title|e }}"))


@cache
def _style() -> str:
    return (files("kg.viewer") / "assets" / "atlas" / "page.css").read_text("utf-8")


def _policy(style: str, script: str, *, served: bool) -> str:
    """Return the content security policy: this script, this style, and nothing else."""
    asks = "connect-src 'self'; " if served else ""
    return (
        f"default-src 'none'; script-src {policy_source(script)}; "
        f"style-src {policy_source(style)}; {asks}"
        "img-src blob: data:; base-uri 'none'; form-action 'none'"
    )


def write_page(
    connection: "DuckDBPyConnection",
    path: Path | str,
    *,
    first: str = "",
    texts: str = "sentences",
    land: LandLayers | None = None,
) -> AtlasPage:
    """Write the page of a store to `path`, and return it.

    See `make_page`.

    Raises:
        OutputError: the file cannot be written.
    """
    page = make_page(connection, first=first, texts=texts, land=land)
    write(page, path)
    return page


def write(page: AtlasPage, path: Path | str) -> None:
    """Write a page to `path`.

    Raises:
        OutputError: the file cannot be written.
    """
    write_text(path, render(page))
