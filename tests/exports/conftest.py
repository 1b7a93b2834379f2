"""Networks to write: one as `kg.graph` makes them, with the nastiest names we know."""

import networkx as nx
import pytest

NASTY = {
    "person:plain": "Ada Lovelace",
    "person:control": "Nul\x00l and \x0bbell\x07",
    "person:surrogate": "lone \ud800 surrogate \ufffe",
    "concept:script": "</script><script>alert(1)</script>",
    "concept:formula": '=cmd("calc")',
    "concept:quotes": "\"double\" & 'single' <tag/> ]]>",
    "method:lines": "two\nlines\tand a tab\rreturn",
    "method:astral": "𝔽ₚ-modules 🧮",
    "institution:rtl": "האוניברסיטה העברית",
    "institution:spaces": "  kept  spaces  ",
}


def _edge(source, target, kind, weight, **more):
    return (
        source,
        target,
        {
            "kind": kind,
            "weight": weight,
            "fractional": weight / 2,
            "strength": 1.25,
            "first_year": None,
            "last_year": None,
            "evidence": ("doc:1", "doc:<2>"),
            "source": source,
            "target": target,
            **more,
        },
    )


@pytest.fixture
def network():
    graph = nx.Graph()
    for number, (node, label) in enumerate(NASTY.items()):
        graph.add_node(
            node,
            label=label,
            kind=node.split(":")[0],
            documents=number,
            first_year=2010 + number if number % 2 else None,
            last_year=2020 if number % 2 else None,
            community=number % 3,
            degree=0,
            aliases=(label[:4], "=B") if number % 3 else (),
            x=number * 10.25,
            y=-3.5 * number,
        )
    graph.add_edges_from(
        [
            _edge("person:plain", "person:control", "coauthor", 3, first_year=2012),
            _edge("person:plain", "concept:script", "studies", 2, last_year=2019),
            _edge("person:surrogate", "method:lines", "uses", 1),
            _edge("concept:quotes", "concept:formula", "cooccurrence", 12),
            _edge("person:plain", "institution:rtl", "affiliation", 1),
        ]
    )
    for node, degree in graph.degree():
        graph.nodes[node]["degree"] = degree
    graph.graph["documents"] = {"doc:1": "A <b>title</b> & </script>"}
    return graph
