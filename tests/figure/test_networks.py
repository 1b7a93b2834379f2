import numpy as np
import pytest

from kg.build import build_graph
from kg.errors import UnknownName
from kg.figure import networks as module
from kg.figure.compose import compose_figure
from kg.figure.networks import draw_network
from kg.network_kinds import NETWORKS
from kg.store.connection import connect, create_store
from kg.store.derive import derive_tables


@pytest.mark.parametrize("name", NETWORKS)
def test_a_store_with_nothing_in_it_can_be_drawn(tmp_path, name):
    with create_store(tmp_path / "kg.duckdb") as empty:
        derive_tables(empty)
        drawing = draw_network(empty, name)
    assert drawing.labels == ()
    assert compose_figure(drawing).startswith("<svg")


@pytest.mark.parametrize("name", NETWORKS)
def test_a_small_store_can_be_drawn(connection, name):
    drawing = draw_network(connection, name)
    assert len(drawing.places) == len(drawing.labels) == len(drawing.works)
    assert compose_figure(drawing).startswith("<svg")


def test_an_unknown_figure_answers_with_the_known_ones(connection):
    with pytest.raises(UnknownName, match="works-terms"):
        draw_network(connection, "maps")


@pytest.fixture(scope="module")
def examples(tmp_path_factory):
    folder = tmp_path_factory.mktemp("figures")
    build_graph("examples/library.bib", folder, jobs=1)
    with connect(folder) as store:
        yield store


@pytest.mark.parametrize(
    ("name", "plural"),
    [
        ("terms", "terms"),
        ("people", "people"),
        ("coauthor", "people"),
        ("people-terms", "terms and people"),
        ("works-terms", "terms and works"),
    ],
)
def test_figures_of_a_corpus_say_of_how_much_they_are(examples, name, plural):
    drawing = draw_network(examples, name)
    assert len(drawing.labels) > 5
    assert f" {plural} of " in drawing.caption[0]
    assert drawing.caption[0].startswith(f"{len(drawing.labels):,} of ")
    assert (drawing.edges < len(drawing.labels)).all()
    assert drawing.regions.max() < len(drawing.land.names)


def test_people_stand_in_the_region_of_their_terms(examples):
    drawing = draw_network(examples, "people")
    inside = drawing.regions >= 0
    reach = drawing.land.reaches[drawing.regions[inside]]
    home = drawing.land.centres[drawing.regions[inside]]
    distances = np.linalg.norm(drawing.places[inside] - home, axis=1)
    assert np.mean(distances <= reach * 1.2) > 0.9


def test_terms_and_people_have_one_place_in_every_figure(examples):
    alone, both = (draw_network(examples, name) for name in ("terms", "people-terms"))
    places = dict(zip(alone.labels, alone.places.tolist(), strict=True))
    shared = [n for n, ring in enumerate(both.rings) if not ring]
    assert len(shared) > 5
    assert all(places[both.labels[n]] == both.places[n].tolist() for n in shared)
    assert both.rings.any()


def test_of_many_nodes_and_edges_the_surest_are_drawn(examples, monkeypatch):
    monkeypatch.setattr(module, "MOST_NODES", 20)
    monkeypatch.setattr(module, "_EDGES_A_NODE", 1)
    drawing = draw_network(examples, "all")
    assert len(drawing.labels) == 20
    assert "the three strongest of each node" in drawing.caption[1]
