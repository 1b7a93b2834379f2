import pytest

from kg.records import Document, Extraction, Link, Mention
from kg.resolution.clusters import Clusters
from kg.resolution.name_index import collect_names
from kg.resolution.terms.abbreviation_evidence import (
    SenseContext,
    rank_senses,
)
from kg.resolution.terms.abbreviation_senses import assign_senses
from kg.resolution.terms.abbreviations import collect_definitions


def _page(number, *names, short=None, long=None):
    """A document that mentions names, and may explain a short form."""
    mentions = [
        Mention(place, place + 1, "concept", name, name)
        for place, name in enumerate(dict.fromkeys(filter(None, (*names, short, long))))
    ]
    by_name = {mention.name: mention for mention in mentions}
    links = ()
    if long:
        links = (Link("abbreviation", by_name[short], by_name[long], 0, 1),)
    return Extraction(Document(f"d{number}", "s", "x" * 9, ()), tuple(mentions), links)


def _resolved(pages):
    works = range(len(pages))
    nodes = collect_names(pages, kinds=("concept",))
    clusters = Clusters(len(nodes.names))
    defined = collect_definitions(pages, works, nodes)
    senses = rank_senses(defined, clusters)
    context = SenseContext(nodes, clusters, works)
    moved = assign_senses(defined, works, nodes, clusters, senses, context)
    named = {
        (number, pages[number].mentions[position].name): nodes.names[node]
        for (number, position), node in moved.items()
    }
    return named, clusters, nodes, senses, context


FREE = "free lattice machine"
FIVE = [
    _page(n, "cutting planes", "sparse grids", short="FLM", long=FREE) for n in range(5)
]
OTHER = [
    _page(n, "bank deposits", "loan books", short="FLM", long="fixed loan market")
    for n in range(5, 9)
]


def test_a_single_meaning_holds_for_all():
    named, clusters, nodes, *_ = _resolved([FIVE[0], _page(9, "FLM", "anything")])
    assert named == {(0, "FLM"): FREE, (1, "FLM"): FREE}
    (finding,) = clusters.findings
    assert (nodes.names[finding.a], nodes.names[finding.b]) == ("FLM", FREE)
    assert finding.verdict == "same"
    assert 0.5 < finding.score < 1


def test_of_two_meanings_a_document_has_that_of_its_field():
    pages = [*FIVE, *OTHER, _page(9, "FLM", "sparse grids"), _page(10, "FLM", "loans")]
    pages.append(_page(11, "FLM", "loan books"))
    named, clusters, *_ = _resolved(pages)
    assert named[9, "FLM"] == FREE
    assert named[11, "FLM"] == "fixed loan market"
    assert (10, "FLM") not in named
    (left,) = [f for f in clusters.findings if f.rule == "abbreviation unclear"]
    assert left.verdict == "apart"
    assert left.score < 0.5


def test_a_document_that_explains_it_or_writes_it_out_has_the_last_word():
    pages = [*FIVE, _page(9, "sparse grids", short="FLM", long="first lunar month")]
    pages.append(_page(10, "FLM", "first lunar month"))
    named, *_ = _resolved(pages)
    assert named[5, "FLM"] == "first lunar month"
    assert named[6, "FLM"] == "first lunar month"


@pytest.mark.parametrize("verdict", ["merge", "apart"])
def test_what_was_decided_is_left(verdict):
    pages = [FIVE[0], _page(9, "FLM")]
    nodes = collect_names(pages, kinds=("concept",))
    clusters = Clusters(len(nodes.names))
    ends = nodes.node_of["FLM"], nodes.node_of[FREE]
    defined = collect_definitions(pages, (0, 1), nodes)
    senses = rank_senses(defined, clusters)
    if verdict == "apart":
        clusters.forbid(ends[:1], ends[1:])
    else:
        clusters.pinned.update(ends)
    context = SenseContext(nodes, clusters, (0, 1))
    assert assign_senses(defined, (0, 1), nodes, clusters, senses, context) == {}
