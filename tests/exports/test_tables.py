import csv

import pytest

from kg.errors import OutputError
from kg.exports import tables


def read(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_edges_join_nodes_and_nothing_is_a_formula(network, tmp_path):
    network.add_node("=evil", label="@SUM(A1)", kind="concept", documents=1)
    network.add_edge("=evil", "person:plain", kind="cooccurrence", weight=1)
    tables.write(network, tmp_path)
    nodes, edges = read(tmp_path / "nodes.csv"), read(tmp_path / "edges.csv")
    ids = {row["Id"] for row in nodes}
    assert len(ids) == len(network)
    assert {row[end] for row in edges for end in ("Source", "Target")} <= ids
    names = [row[column] for row in nodes for column in ("Id", "Label", "Aliases")]
    assert not [name for name in names if name.startswith(tuple("=+-@\t\r"))]


def test_headings_are_those_of_gephi(network):
    nodes, edges = next(tables.node_rows(network)), next(tables.edge_rows(network))
    assert nodes[:3] == ["Id", "Label", "Kind"]
    assert edges[:6] == ["Source", "Target", "Type", "Id", "Label", "Weight"]


def test_numbers_stay_numbers_below_zero(network, tmp_path):
    tables.write(network, tmp_path)
    rows = {row["Id"]: row for row in read(tmp_path / "nodes.csv")}
    assert float(rows["person:control"]["Y"]) == -3.5
    assert rows["person:plain"]["First_Year"] == ""


def test_direction_is_the_type(network, tmp_path):
    tables.write(network, tmp_path)
    kinds = {row["Kind"]: row["Type"] for row in read(tmp_path / "edges.csv")}
    assert kinds["studies"] == "Directed"
    assert kinds["coauthor"] == "Undirected"


def test_a_folder_that_cannot_be_is_named(network, tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputError, match="file"):
        tables.write(network, tmp_path / "file")
