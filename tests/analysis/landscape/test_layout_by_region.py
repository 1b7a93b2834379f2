import networkx as nx
import numpy as np
import pytest

from kg.analysis.arrays import edge_arrays
from kg.analysis.landscape.layout_by_region import lay_out_regions
from kg.analysis.regions import find_regions


@pytest.fixture(scope="module")
def ties():
    graph = nx.planted_partition_graph(9, 14, 0.6, 0.02, seed=3)
    graph = nx.relabel_nodes(graph, lambda n: f"n{n:03}")
    return edge_arrays(nx.Graph(graph), weight="weight")


@pytest.fixture(scope="module")
def regions(ties):
    return find_regions(ties, most=4)


@pytest.fixture(scope="module")
def radii(ties):
    return np.random.default_rng(0).uniform(2, 9, len(ties.nodes))


@pytest.fixture(scope="module")
def layout(ties, regions, radii):
    return lay_out_regions(ties, radii, regions)


def test_no_two_nodes_and_no_two_regions_overlap(layout, radii):
    for places, sizes in ((layout.places, radii), (layout.centres, layout.reaches)):
        distances = np.linalg.norm(places[:, None] - places, axis=2)
        gaps = distances - sizes - sizes[:, None]
        assert gaps[np.triu_indices(len(sizes), 1)].min() > -0.02


def test_each_node_lies_in_its_region_and_with_its_sub_region(layout, regions):
    home = layout.centres[regions.coarse]
    distances = np.linalg.norm(layout.places - home, axis=1)
    assert (distances <= layout.reaches[regions.coarse] + 0.02).all()
    middles = np.array(
        [
            layout.places[regions.fine == group].mean(axis=0)
            for group in range(regions.fine.max() + 1)
        ]
    )
    nearest = np.linalg.norm(layout.places[:, None] - middles, axis=2).argmin(axis=1)
    assert np.mean(nearest == regions.fine) > 0.9


def test_it_does_not_depend_on_the_order_of_anything(ties, regions, radii, layout):
    again = lay_out_regions(ties, radii, regions)
    assert np.array_equal(again.places, layout.places)
    assert np.array_equal(layout.places, layout.places.round(2))


def test_an_earlier_map_is_kept(ties, regions, radii, layout):
    turned = layout.places @ np.array([[0.0, 1.0], [-1.0, 0.0]])
    before = dict(zip(ties.nodes, map(tuple, turned.tolist()), strict=True))
    kept = lay_out_regions(ties, radii, regions, before=before)
    span = np.ptp(turned, axis=0).max()
    moved = np.linalg.norm(kept.places - turned, axis=1) / span
    without = np.linalg.norm(layout.places - turned, axis=1) / span
    assert np.median(moved) < 0.5 * np.median(without)


def test_nothing_has_no_places():
    none = edge_arrays(nx.Graph(), weight="weight")
    layout = lay_out_regions(none, np.zeros(0), find_regions(none))
    assert layout.places.shape == layout.centres.shape == (0, 2)
