import numpy as np

from kg.analysis.landscape.land_layers import read_layers
from kg.kinds import EDGE_KINDS
from kg.store.connection import connect
from kg.viewer.atlas.map_edges import read_edges
from kg.viewer.atlas.map_nodes import read_nodes


def edges_of(store, **options):
    with connect(store) as connection:
        layers = read_layers(connection)
        nodes = read_nodes(connection, layers)
        return layers, nodes, read_edges(connection, nodes, layers, **options)


def test_every_node_with_an_edge_has_one_of_the_first_rank(example_store):
    _, nodes, edges = edges_of(example_store)
    ends = np.concatenate([edges.sources, edges.targets])
    first = len(nodes.ids) * len(EDGE_KINDS)
    early = {*edges.sources[:first].tolist(), *edges.targets[:first].tolist()}
    assert set(ends.tolist()) == early


def test_the_backbone_of_the_land_is_drawn(example_store):
    layers, nodes, edges = edges_of(example_store)
    kind = list(EDGE_KINDS).index("cooccurrence")
    drawn = edges.drawn & (edges.kinds == kind)
    assert np.count_nonzero(drawn) == len(layers.land.edges.sources)
    backbone = {
        frozenset((nodes.numbers[layers.land.nodes[a]], nodes.numbers[layers.land.nodes[b]]))
        for a, b in zip(layers.land.edges.sources, layers.land.edges.targets, strict=True)
    }  # fmt: skip
    pairs = zip(
        edges.sources[drawn].tolist(), edges.targets[drawn].tolist(), strict=True
    )
    assert {frozenset(pair) for pair in pairs} == backbone


def test_what_is_too_much_is_counted_and_what_is_drawn_stays(example_store):
    _, _, whole = edges_of(example_store)
    _, _, some = edges_of(example_store, most=3_000)
    assert some.left_out == len(whole.sources) - 3_000
    assert np.count_nonzero(some.drawn) == np.count_nonzero(whole.drawn)
