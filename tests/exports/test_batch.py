import networkx as nx
import pytest

from kg.exports import schema
from kg.exports.graphml import generate as graphml
from kg.exports.xml import tagged


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
    ends = [edge[:2] for edge in schema.edges_in_order(graph)]
    assert ends == [("b", "a"), ("b", "c"), ("c", "a")]


def test_only_what_is_known_is_tagged():
    columns = {"a": ["x&y", None, ""], "b": [1, 0, 2.5], "c": ["no", "no", "no"]}
    rows = tagged(columns, {"a": ("<a>", "</a>"), "b": ("<b>", "</b>")})
    assert list(rows) == ["<a>x&amp;y</a><b>1</b>", "<b>0</b>", "<b>2.5</b>"]
