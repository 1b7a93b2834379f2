import io
import re
import xml.etree.ElementTree as ET

import igraph
import networkx as nx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.errors import OutputError
from kg.exports import graphml
from kg.text.xml_characters import drop_illegal


def text(graph):
    return "".join(graphml.generate(graph))


def pairs(edges):
    return {frozenset(edge[:2]): edge[2] for edge in edges}


def test_networkx_reads_the_same_nodes_edges_and_weights(network):
    read = nx.parse_graphml(text(network))
    assert set(read) == set(network)
    assert pairs(read.edges(data="weight")) == pairs(network.edges(data="weight"))
    assert read.nodes["concept:formula"]["label"] == '=cmd("calc")'
    assert read.nodes["method:lines"]["label"] == "two\nlines\tand a tab\rreturn"
    assert read.edges["person:plain", "person:control"]["kind"] == "coauthor"
    assert read.edges["person:plain", "person:control"]["first_year"] == 2012


def test_igraph_reads_the_same_nodes_edges_and_weights(network, tmp_path):
    graphml.write(network, tmp_path / "graph.graphml")
    read = igraph.Graph.Read_GraphML(str(tmp_path / "graph.graphml"))
    ids = read.vs["id"]
    assert set(ids) == set(network)
    found = {frozenset((ids[e.source], ids[e.target])): e["weight"] for e in read.es}
    assert found == pairs(network.edges(data="weight"))
    assert not read.is_directed()


def test_integer_weights_stay_integers(network):
    read = nx.parse_graphml(text(network))
    weights = [weight for _, _, weight in read.edges(data="weight")]
    assert weights
    assert all(type(weight) is int for weight in weights)


def test_direction_is_kept_as_data(network):
    root = ET.fromstring(text(network))
    space = {"g": "http://graphml.graphdrawing.org/xmlns"}
    directed = {
        (edge.get("source"), edge.get("target"))
        for edge in root.iterfind(".//g:edge", space)
        if edge.findtext("g:data[@key='directed']", namespaces=space) == "true"
    }
    assert directed == {
        ("person:plain", "concept:script"),
        ("person:surrogate", "method:lines"),
        ("person:plain", "institution:rtl"),
    }


def test_keys_are_unique_and_of_types_gephi_knows(network):
    keys = re.findall(r'<key id="(\w+)" for="\w+" attr.name="\w+" attr.type="(\w+)"',
                      text(network))  # fmt: skip
    assert len({identifier for identifier, _ in keys}) == len(keys) == 44
    assert {kind for _, kind in keys} <= {
        "boolean", "int", "long", "float", "double", "string",
    }  # fmt: skip


def test_unknown_years_and_empty_aliases_are_left_out(network):
    read = nx.parse_graphml(text(network))
    assert "first_year" not in read.nodes["person:plain"]
    assert "aliases" not in read.nodes["person:plain"]
    assert read.nodes["person:control"]["first_year"] == 2011


@pytest.mark.parametrize("label", ["", None, "\x00", "\ud800\ufffe"])
def test_every_node_has_a_label(label):
    graph = nx.Graph()
    graph.add_node("concept:nameless", label=label, kind="concept", documents=1)
    assert nx.parse_graphml(text(graph)).nodes["concept:nameless"]["label"] == (
        "concept:nameless"
    )


def test_only_ten_documents_stand_on_an_edge(network):
    edge = network.edges["person:plain", "person:control"]
    edge["evidence"] = tuple(f"doc:{n}" for n in range(30))
    read = nx.parse_graphml(text(network))
    evidence = read.edges["person:plain", "person:control"]["evidence"]
    assert evidence.split("; ") == [f"doc:{n}" for n in range(10)]


def test_order_of_insertion_does_not_show(network):
    other = nx.Graph()
    other.add_nodes_from(reversed(list(network.nodes(data=True))))
    other.add_edges_from((b, a, d) for a, b, d in reversed(list(network.edges.data())))
    assert text(other) == text(network)


def test_a_folder_that_cannot_be_is_named_and_nothing_is_left(network, tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputError, match="file"):
        graphml.write(network, tmp_path / "file" / "graph.graphml")
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_a_folder_that_is_missing_is_made(network, tmp_path):
    graphml.write(network, tmp_path / "new" / "graph.graphml")
    assert (tmp_path / "new" / "graph.graphml").exists()


def test_a_failure_half_way_leaves_the_old_file(network, tmp_path):
    path = tmp_path / "graph.graphml"
    path.write_text("old")
    network.nodes["person:plain"]["aliases"] = (1, 2)
    with pytest.raises(TypeError):
        graphml.write(network, path)
    assert [p.name for p in tmp_path.iterdir()] == [path.name]
    assert path.read_text() == "old"


labels = st.text(st.characters(codec=None), max_size=12)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(labels, min_size=1, max_size=6), st.data())
def test_any_label_comes_back(found, data):
    graph = nx.Graph()
    for number, label in enumerate(found):
        graph.add_node(f"concept:{number}", label=label, kind="concept", documents=1)
    place = st.sampled_from(sorted(graph))
    for a, b in data.draw(st.lists(st.tuples(place, place), max_size=8)):
        if a != b:
            weight = data.draw(st.integers(1, 10**6))
            graph.add_edge(a, b, kind="cooccurrence", weight=weight)
    read = nx.read_graphml(io.BytesIO(text(graph).encode()))
    assert pairs(read.edges(data="weight")) == pairs(graph.edges(data="weight"))
    for node, label in graph.nodes(data="label"):
        assert read.nodes[node]["label"] == (drop_illegal(label) or node)
