import pandas as pd

from kg.store.frames import document_frame, edge_frame, mention_frame, node_frame


def test_nodes_have_lists_of_aliases_and_whole_years(connection):
    nodes = node_frame(connection).set_index("id")
    assert list(nodes.index) == sorted(nodes.index)
    gauss = nodes.loc["person:carl-gauss"]
    assert gauss["label"] == "Carl Gauss"
    assert gauss["aliases"] == ["Gauss, Carl"]
    assert gauss["first_year"] == 1840
    assert pd.isna(nodes.loc["work:least-squares", "first_year"])
    assert str(nodes["first_year"].dtype) == "Int64"


def test_one_kind_alone(connection):
    assert set(node_frame(connection, "person")["kind"]) == {"person"}
    assert len(edge_frame(connection, "coauthor")) == 1
    assert set(mention_frame(connection, "method")["surface"]) == {"punched cards"}
    assert node_frame(connection, "nothing").empty


def test_edges_have_both_ends_and_weights(connection):
    edges = edge_frame(connection)
    assert {"source", "target", "kind", "weight", "fractional", "strength"} <= set(
        edges
    )
    assert edges["source"].isin(node_frame(connection)["id"]).all()
    order = ["kind", "source", "target"]
    assert edges[order].equals(edges[order].sort_values(order).reset_index(drop=True))


def test_documents_are_as_their_source_has_them(connection):
    documents = document_frame(connection)
    assert list(documents["id"]) == ["doc:0", "doc:1", "doc:2"]
    assert list(documents["first_line"].fillna(-1)) == [0, 1, -1]
    assert documents["authors"][2][0][0] == "Gauss, Carl"
    assert documents["work"][0] == "work:looms"


def test_mentions_quote_their_documents(connection):
    texts = document_frame(connection).set_index("id")["text"]
    mentions = mention_frame(connection)
    assert len(mentions) == 10
    for row in mentions[mentions["field"] == "text"].itertuples():
        assert texts[row.document][row.start : row.end] == row.surface
