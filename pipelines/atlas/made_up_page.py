"""Pages of a made-up network, of any size: kg's, and those of other viewers beside it."""

import json
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from kg.analysis.arrays import EdgeArrays
from kg.analysis.landscape.land import Land, make_land
from kg.analysis.landscape.land_layers import LAYERS, LandLayers, Layer
from kg.analysis.regions import find_regions
from kg.kinds import EDGE_KINDS, ENTITY_KINDS
from kg.viewer.atlas import map_edges, map_nodes
from kg.viewer.atlas.atlas_page import AtlasPage
from kg.viewer.atlas.data_blocks import deflate, pack_columns
from kg.viewer.atlas.map_header import Corpus, make_header
from pipelines.atlas.layouts import make_network


def make_up_land(nodes: int, edges: int) -> Land:
    """Return the land of a made-up network, all of its edges drawn."""
    network = make_network(nodes, edges)
    works = np.minimum(1 + np.random.default_rng(1).pareto(1.5, nodes) * 2, 5_000)
    regions = find_regions(network)
    names = [
        [f"region {number}", f"of {number}"]
        for number in range(regions.coarse.max() + 1)
    ]
    return make_land(
        [f"made-up term {number}" for number in range(nodes)],
        works.astype(np.int64),
        regions,
        np.ones(nodes),
        ties=network,
        pairs=network,
        edges=network,
        names=names,
        sub_names=[[] for _ in range(regions.fine.max() + 1)],
        named_by="terms",
        total=nodes,
    )


def make_up_page(land: Land) -> AtlasPage:
    """Return kg's page of a land, without texts."""
    order = np.argsort(-land.works, kind="stable")
    nodes = map_nodes.MapNodes(
        ids=tuple(land.nodes[i] for i in order),
        kinds=("concept",) * len(order),
        names=tuple(land.labels[i] for i in order),
        aliases=("[]",) * len(order),
        works=land.works[order],
        years=np.zeros((len(order), 2), dtype=np.int64),
        salience=np.full(len(order), 0.5),
        data_sets=np.zeros(len(order), dtype=bool),
        shown_with=(),
        places=land.places[order],
        regions=np.where(land.regions.coarse < 20, land.regions.coarse, -1)[order],
        tiers=np.full(len(order), map_nodes.FAR),
    )
    edges = _edges(land.edges, order)
    layers = LandLayers(land, "terms", {name: _empty() for name in LAYERS})
    header = make_header(
        *(Corpus(0, 1_000, 1, None, None, 0), nodes, edges, layers),
        texts={"kept": "none", "perBlock": 256, "without": 0},
        first="terms",
    )
    columns = {
        "kind": np.full(len(order), list(ENTITY_KINDS).index("concept"), np.uint8),
        **map_nodes.as_columns(nodes),
        "meanYear": np.zeros(len(order), np.uint16),
        **map_edges.as_columns(edges),
    }
    lines = "\n".join(f"{a}\t{b}" for a, b in zip(nodes.ids, nodes.names, strict=True))
    none: dict[str, NDArray[Any]] = {
        "start": np.zeros(len(order) + 1, np.uint8),
        "document": np.zeros(0, np.uint8),
        "work": np.zeros(0, np.uint8),
        "year": np.zeros(0, np.uint16),
    }
    blocks = {
        "map": deflate(pack_columns(header, columns)),
        "names": deflate(lines.encode()),
        "where": deflate(pack_columns({}, none)),
    }
    return AtlasPage("Made up", blocks)


def _edges(network: EdgeArrays, order: np.ndarray) -> map_edges.MapEdges:
    place = np.empty(len(order), dtype=np.int64)
    place[order] = np.arange(len(order))
    by_weight = np.argsort(-network.weights, kind="stable")
    size = len(by_weight)
    return map_edges.MapEdges(
        place[network.sources[by_weight]],
        place[network.targets[by_weight]],
        np.full(size, list(EDGE_KINDS).index("cooccurrence")),
        network.weights[by_weight].astype(np.int64),
        np.ones(size, dtype=bool),
        left_out=0,
    )


def _empty() -> Layer:
    none = np.zeros(0, dtype=np.int64)
    return Layer((), np.zeros((0, 2)), none, none.astype(bool))


_HTML = """<!DOCTYPE html><meta charset="utf-8"><style>html, body, #map {{ margin: 0;
width: 100%; height: 100% }}</style><div id="map"></div><script>{library}</script>
<script>const data = {data};{script}
requestAnimationFrame(() => requestAnimationFrame(() => document.body.dataset.ready = 1));
</script>"""
_VIS = """
new vis.Network(document.getElementById("map"), { nodes: data.nodes.map(([x, y, r, l], i) =>
({ id: i, x, y, size: r, label: l, shape: "dot" })), edges: data.edges.map(([a, b], i) =>
({ id: i, from: a, to: b })) }, { physics: false, layout: { improvedLayout: false },
interaction: { hideEdgesOnDrag: true, hideEdgesOnZoom: true }, edges: { smooth: false } })
.fit();"""
_SIGMA = """
const graph = new graphology.Graph({ multi: true });
data.nodes.forEach(([x, y, r, label], i) => graph.addNode(i, { x, y, size: r / 2, label }));
data.edges.forEach(([a, b]) => graph.addEdge(a, b));
new Sigma(graph, document.getElementById("map"), { hideEdgesOnMove: true });"""


def other_pages(land: Land, sigma: Path | None) -> dict[str, str]:
    """Return the same network as pages of vis-network, and of sigma where that is.

    Args:
        land: of `make_up_land`.
        sigma: a node_modules with sigma and graphology.
    """
    nodes = [
        [float(x), float(-y), float(r), label]
        for (x, y), r, label in zip(land.places, land.radii, land.labels, strict=True)
    ]
    ends = np.stack([land.edges.sources, land.edges.targets], axis=1).tolist()
    data = json.dumps({"nodes": nodes, "edges": ends})
    vis = files("pyvis") / "templates/lib/vis-9.1.2/vis-network.min.js"
    pages = {"vis": (vis.read_text("utf-8"), _VIS)}
    if sigma is not None:
        scripts = ["graphology/dist/graphology.umd.min.js", "sigma/dist/sigma.min.js"]
        texts = [(sigma / script).read_text("utf-8") for script in scripts]
        pages["sigma"] = ("\n".join(texts), _SIGMA)
    return {
        name: _HTML.format(library=library, data=data, script=script)
        for name, (library, script) in pages.items()
    }
