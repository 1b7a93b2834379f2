"""What the page is told of nodes, lines and documents."""

import networkx as nx
import pytest

from kg.kinds import EDGE_KINDS
from kg.viewer.neighbourhood_data import (
    DOCUMENTS,
    describe_shown,
    kind_counts,
    shown_documents,
    shown_lines,
    shown_name,
    shown_nodes,
)

ADA, GAUSS, CARDS = "person:ada", "person:gauss", "method:cards"


def edge(kind, source, target, weight=1, documents=("doc:1",), years=(None, None)):
    first, last = years
    return (
        *(source, target),
        {
            "kind": kind,
            "source": source,
            "target": target,
            "weight": weight,
            "first_year": first,
            "last_year": last,
            "documents": tuple(documents),
        },
    )


def neighbourhood(*edges, labels=(), hidden=(0, 0)):
    graph = nx.MultiGraph(
        centre=ADA, hidden_nodes=hidden[0], hidden_links=hidden[1], documents={}
    )
    graph.add_node(ADA)
    for source, target, attributes in edges:
        graph.add_edge(source, target, **attributes)
        for document in attributes["documents"]:
            graph.graph["documents"][document] = {
                "title": f"About {document}",
                "year": 1840,
                "place": "a.txt:2",
            }
    for number, node in enumerate(sorted(graph)):
        kind, _, name = node.partition(":")
        graph.nodes[node].update(label=name, kind=kind, documents=number + 1)
        graph.nodes[node].update(first_year=1830, last_year=1840, aliases=("A.",))
    for node, label in dict(labels).items():
        graph.nodes[node]["label"] = label
    return graph


@pytest.fixture
def three():
    return neighbourhood(
        edge("uses", ADA, CARDS, weight=1, documents=("doc:2",)),
        edge("studies", ADA, CARDS, weight=3, years=(1830, 1832)),
        edge("coauthor", ADA, GAUSS),
        hidden=(7, 1),
    )


def test_nodes_are_numbered_by_id_and_say_what_they_are(three):
    cards, ada, gauss = shown_nodes(three)
    assert [node["id"] for node in (cards, ada, gauss)] == [0, 1, 2]
    assert ada["facts"] == "person · 2 works · 1830–1840"
    assert ada["title"] == f"ada\n{ada['facts']}"
    assert cards["size"] < ada["size"] < gauss["size"]
    assert len({(node["x"], node["y"]) for node in (cards, ada, gauss)}) == 3


def test_there_is_one_line_for_two_nodes_with_all_its_relations(three):
    uses, coauthor = shown_lines(three)
    assert [each["words"] for each in uses["relations"]] == ["studies", "uses"]
    assert [each["facts"] for each in uses["relations"]] == [
        "3 works, 1830–1832",
        "1 work",
    ]
    assert (uses["from"], uses["to"], uses["label"]) == (1, 0, "studies, uses")
    assert uses["arrows"]["to"]["enabled"]
    assert not coauthor["arrows"]["to"]["enabled"]
    assert coauthor["why"] == "kg why person:ada person:gauss"


@pytest.mark.parametrize("kind", EDGE_KINDS)
def test_a_line_says_its_kind_in_words(kind):
    (line,) = shown_lines(neighbourhood(edge(kind, GAUSS, ADA)))
    (relation,) = line["relations"]
    assert line["label"] == relation["words"] == EDGE_KINDS[kind].label
    assert (relation["from"], relation["to"]) == (1, 0)
    assert relation["mutual"] == (not EDGE_KINDS[kind].directed)


def test_what_holds_in_the_other_direction_is_not_written_on_the_arrow():
    graph = neighbourhood(
        edge("cites", ADA, GAUSS, weight=2), edge("cites", GAUSS, ADA, weight=1)
    )
    (line,) = shown_lines(graph)
    assert line["label"] == "cites the person"
    assert [each["from"] for each in line["relations"]] == [0, 1]


def test_relations_lead_to_their_documents(three):
    documents = shown_documents(three)
    uses, _ = shown_lines(three)
    listed = [
        [documents[number]["title"] for number in relation["documents"]]
        for relation in uses["relations"]
    ]
    assert listed == [["About doc:1"], ["About doc:2"]]


def test_of_many_documents_the_first_are_listed_and_the_rest_counted():
    many = [f"doc:{number:03}" for number in range(DOCUMENTS + 5)]
    graph = neighbourhood(edge("coauthor", ADA, GAUSS, documents=many))
    (line,) = shown_lines(graph)
    (relation,) = line["relations"]
    assert len(relation["documents"]) == len(shown_documents(graph)) == DOCUMENTS
    assert relation["more"] == 5


def test_names_are_on_one_line_printable_and_cut():
    labels = {ADA: "\u202eAda\nByron\x07", CARDS: "x" * 10_000, GAUSS: " \t"}
    edges = edge("uses", ADA, CARDS), edge("coauthor", ADA, GAUSS)
    cards, ada, gauss = shown_nodes(neighbourhood(*edges, labels=labels))
    assert ada["name"] == "\ufffdAda Byron\ufffd"
    assert len(cards["name"]) == 300
    assert len(cards["label"]) == 30
    assert gauss["name"] == GAUSS
    assert shown_name(ADA, {"label": None}) == ADA


def test_a_command_says_ids_as_a_shell_reads_them():
    (line,) = shown_lines(neighbourhood(edge("coauthor", ADA, "person:o'hara;ls")))
    assert line["why"] == "kg why person:ada 'person:o'\"'\"'hara;ls'"


def test_what_is_shown_and_hidden_is_said(three):
    assert describe_shown(three) == (
        "3 nodes and 2 links shown, the strongest; "
        "hidden: 7 nodes, 1 link between those shown"
    )
    assert describe_shown(neighbourhood()) == "1 node and 0 links shown, none hidden"
    assert [(each["kind"], each["count"]) for each in kind_counts(three)] == [
        ("person", 2),
        ("method", 1),
    ]
