"""Kinds are rows: a new one needs no other line of code to be stored, drawn, written."""

import re
import shutil
import zlib
from dataclasses import replace
from importlib.resources import files
from pathlib import Path

import networkx as nx
import pytest

from kg.analysis.network_for_drawing import annotated_network
from kg.appearance import GREY, kind_colour
from kg.exports import graphml, tables
from kg.files.output_names import STORE_FILE
from kg.graph import edge_counts
from kg.kinds import (
    EDGE_KINDS,
    ENTITY_KINDS,
    EdgeKind,
    EntityKind,
    family_kinds,
    one_of,
    tagged_kinds,
)
from kg.network_kinds import NETWORKS, Network
from kg.query.evidence import why_edge
from kg.records import Entity, Resolution
from kg.store import relations
from kg.store.connection import create_store
from kg.store.derive import derive_tables
from kg.store.relations import derived_kinds
from kg.store.write import write_extractions, write_resolution
from kg.tagger.labels import LABELS
from kg.viewer.atlas.atlas_page import make_page

MNIST, CARDS = "dataset:mnist", "method:punched-cards"
ADA, CARL = "person:ada-byron", "person:carl-gauss"


@pytest.fixture
def dataset_kind(monkeypatch):
    row = EntityKind(
        plural="datasets",
        colour="#123456",
        family="term",
        meaning="What something is tried on.",
    )
    monkeypatch.setitem(ENTITY_KINDS, "dataset", row)


@pytest.fixture
def store_with_dataset(dataset_kind, tmp_path, extractions, resolution):
    """The store of three documents, of which two mention a dataset, not a concept."""
    renamed = {"concept:least-squares": MNIST}
    with_dataset: Resolution = replace(
        resolution,
        entities=(Entity(MNIST, "dataset", "MNIST"), *resolution.entities[1:]),
        mentions=tuple(
            tuple(renamed.get(entity, entity) for entity in named)
            for named in resolution.mentions
        ),
    )
    with create_store(tmp_path / STORE_FILE) as made:
        write_extractions(made, extractions)
        write_resolution(made, with_dataset)
        derive_tables(made)
        yield made


def test_a_new_kind_of_entity_is_a_row(store_with_dataset):
    connection = store_with_dataset
    assert family_kinds("term") == ("method", "concept", "dataset")
    assert connection.execute(
        "SELECT kind, documents FROM nodes WHERE id = ?", [MNIST]
    ).fetchone() == ("dataset", 2)
    graph = annotated_network(connection)
    assert graph.nodes[MNIST]["kind"] == "dataset"
    assert graph.edges[ADA, MNIST]["kind"] == "studies"
    assert MNIST in annotated_network(connection, "concept")[CARDS]
    assert kind_colour("dataset") == "#123456"


def test_a_new_kind_of_entity_is_in_every_export(store_with_dataset):
    graph = annotated_network(store_with_dataset)
    assert nx.parse_graphml("".join(graphml.generate(graph))).nodes[MNIST]["kind"] == (
        "dataset"
    )
    assert any(row[0] == MNIST for row in tables.node_rows(graph))
    page = make_page(store_with_dataset).blocks["map"]
    assert b'"#123456"' in zlib.decompress(page, -zlib.MAX_WBITS)


NOT_DERIVED = [kind for kind in EDGE_KINDS if kind not in derived_kinds()]


@pytest.fixture
def add_statement(monkeypatch, tmp_path):
    """A function that gives a kind of edge a statement by which two people have it."""
    folder = shutil.copytree(Path(relations.__file__).parent, tmp_path / "relations")
    monkeypatch.setattr(relations, "_FOLDER", folder)

    def add(kind):
        (folder / f"{kind}.sql").write_text(
            f"INSERT INTO relations SELECT '{kind}', '{ADA}', '{CARL}', work, 1.0 "
            "FROM sizes ORDER BY work"
        )

    return add


def test_a_new_kind_of_edge_is_a_row_and_its_relations(
    connection, monkeypatch, add_statement
):
    meets = EdgeKind(label="meets", directed=False, meaning="They meet.")
    monkeypatch.setitem(EDGE_KINDS, "meets", meets)
    meetings = Network("Who meets whom.", edges=("meets",))
    monkeypatch.setitem(NETWORKS, "meetings", meetings)
    add_statement("meets")
    derive_tables(connection)
    assert edge_counts(connection)["meets"] == 1
    graph = annotated_network(connection, "meetings")
    assert [edge[2] for edge in graph.edges(data="strength")] == [2.0]
    assert {row[2] for row in list(tables.edge_rows(graph))[1:]} == {"Undirected"}


@pytest.mark.parametrize("kind", NOT_DERIVED)
def test_a_kind_without_a_statement_has_edges_as_soon_as_it_gets_one(
    connection, add_statement, kind
):
    assert kind not in edge_counts(connection)
    add_statement(kind)
    derive_tables(connection)
    assert edge_counts(connection)[kind] == 1
    assert kind in {row.edge for row in why_edge(connection, ADA, CARL)}
    graph = annotated_network(connection)
    assert graph.edges[ADA, CARL]["kind"] == kind
    assert any(kind in row for row in tables.edge_rows(graph))


def test_a_directed_kind_weighs_what_leaves_against_what_arrives(connection):
    rows = dict(connection.execute("SELECT kind, directed FROM edge_kinds").fetchall())
    assert rows == {name: kind.directed for name, kind in EDGE_KINDS.items()}


def test_every_statement_fills_the_kind_that_it_is_named_for():
    folder = files("kg.store.relations")
    for kind in derived_kinds():
        text = (folder / f"{kind}.sql").read_text(encoding="utf-8")
        assert set(re.findall(r"SELECT (?:DISTINCT )?'(\w+)'", text)) == {kind}


def test_the_tagger_knows_its_kinds_in_the_order_of_its_labels():
    assert LABELS[1::2] == tuple(f"B-{kind}" for kind in tagged_kinds())


def test_colours_are_told_apart_and_meanings_are_sentences():
    colours = [kind.colour for kind in ENTITY_KINDS.values()]
    assert len({*colours, GREY}) == len(colours) + 1
    for row in (*ENTITY_KINDS.values(), *EDGE_KINDS.values()):
        assert re.fullmatch(r"[A-Z].*\.", row.meaning)


def test_the_whole_graph_has_all_kinds_of_edge():
    assert NETWORKS["all"].edges == tuple(EDGE_KINDS)


@pytest.mark.parametrize(
    ("names", "text"),
    [(("a",), "a"), (("a", "b"), "a or b"), (("a", "b", "c"), "a, b or c")],
)
def test_names_are_listed_as_in_a_sentence(names, text):
    assert one_of(names) == text
