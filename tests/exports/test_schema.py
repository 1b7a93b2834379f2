import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.exports import schema
from kg.exports.graphml import generate as graphml


@pytest.mark.parametrize("batch", [1, 2, 1000])
def test_the_size_of_batches_changes_nothing(batch, monkeypatch):
    graph = nx.Graph()
    for number in range(5):
        graph.add_node(f"n{number}", label=f"<{number}>", documents=number)
        graph.add_edge(f"n{number}", "n0", weight=number, evidence=("d1", "d2"))
    whole = "".join(graphml(graph))
    monkeypatch.setattr(schema, "BATCH", batch)
    assert "".join(graphml(graph)) == whole


def test_edges_stand_by_source_and_target_whatever_the_order_of_adding():
    graph = nx.Graph()
    graph.add_edge("c", "a", source="c")
    graph.add_edge("b", "c", source="b")
    graph.add_edge("b", "a", source="b")
    ends = [edge[:2] for edge in schema.sorted_edges(graph)]
    assert ends == [("b", "a"), ("b", "c"), ("c", "a")]


def test_columns_have_the_types_that_formats_declare(network):
    python = {"int": int, "double": float, "string": str, "boolean": bool}
    for _, columns in schema.node_batches(network):
        assert set(columns) == set(schema.NODE_TYPES)
    for _, columns in schema.edge_batches(network):
        for name, kind in schema.EDGE_TYPES.items():
            known = [value for value in columns[name] if value is not None]
            assert all(type(value) is python[kind] for value in known), name


def test_what_is_not_known_is_no_value(network):
    values = schema.node_values("person:plain", network.nodes["person:plain"])
    assert "first_year" not in values
    assert "aliases" not in values
    assert values["label"] == "Ada Lovelace"


def test_a_node_is_called_by_its_id_where_nothing_else_can_be_written():
    assert schema.node_values("n", {"label": "\x00"})["label"] == "n"


def test_an_edge_has_at_most_ten_documents():
    columns = schema.edge_columns([{"evidence": tuple(map(str, range(30)))}])
    assert columns["evidence"] == ["; ".join(map(str, range(10)))]
    assert columns["kind"] == ["related"]


YEAR = st.none() | st.integers(1500, 2100)


@given(YEAR, YEAR)
def test_years_are_in_order_and_known(first, last):
    known = schema.year_span(first, last)
    given_years = {first, last} - {None}
    if not given_years:
        assert known is None
    else:
        assert known == (min(given_years), max(given_years))
    assert schema.known_years({"first_year": first, "last_year": last}) == known
