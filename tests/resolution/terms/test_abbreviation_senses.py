import pytest

from kg.records import Document, Extraction, Link, Mention
from kg.resolution.clusters import Clusters
from kg.resolution.name_index import collect_names
from kg.resolution.terms.abbreviation_evidence import (
    PIECES,
    WEIGHTS,
    Context,
    agreement,
    meanings,
    pieces,
    probability,
    usual,
)
from kg.resolution.terms.abbreviation_senses import explained
from kg.resolution.terms.abbreviations import definitions


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
    said = definitions(pages, works, nodes)
    told = meanings(said, clusters)
    context = Context(nodes, clusters, works)
    moved = explained(said, works, nodes, clusters, told, context)
    named = {
        (number, pages[number].mentions[position].name): nodes.names[node]
        for (number, position), node in moved.items()
    }
    return named, clusters, nodes, told, context


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


def test_words_of_the_long_form_speak_for_it():
    *_, told, context = _resolved(
        [*FIVE, _page(9, "FLM", "lattice reduction"), _page(10, "FLM", "poetry")]
    )
    ((short, known),) = told.items()
    near, far = (pieces(n, short, known[0], known, context) for n in (5, 6))
    assert near["words"] > far["words"] == 0


def test_what_a_work_says_itself_is_no_evidence_on_it():
    *_, told, context = _resolved([FIVE[0], FIVE[1]])
    ((short, known),) = told.items()
    alone = pieces(0, short, known[0], known, context)
    assert alone["definitions"] == 0.0
    assert alone["any term"] == 1.0  # of the other work
    *_, told, context = _resolved([FIVE[0]])
    ((short, known),) = told.items()
    assert pieces(0, short, known[0], known, context)["any term"] == 0.0


def test_where_short_forms_have_many_meanings_one_definition_says_little():
    mixed = [
        _page(100 + n, short=f"S{n // 2}", long=f"long form {n}") for n in range(60)
    ]
    *_, told, _ = _resolved([FIVE[0]])
    assert list(usual(told).values())
    *_, told, _ = _resolved([*mixed, FIVE[0]])
    assert agreement(told) < 0.5
    assert not usual(told)


def test_every_piece_has_a_weight_and_more_works_say_more():
    assert set(WEIGHTS) == set(PIECES)
    found = dict.fromkeys(PIECES[1:], 0.0)
    one = probability(found | {"definitions": 1.0}, 0.9)
    assert one > probability(found, 0.9) > probability(found, 0.5)
    assert probability(found | {"other definitions": 3.0}, 0.9) < one


@pytest.mark.parametrize("verdict", ["merge", "apart"])
def test_what_was_decided_is_left(verdict):
    pages = [FIVE[0], _page(9, "FLM")]
    nodes = collect_names(pages, kinds=("concept",))
    clusters = Clusters(len(nodes.names))
    ends = nodes.node_of["FLM"], nodes.node_of[FREE]
    said = definitions(pages, (0, 1), nodes)
    told = meanings(said, clusters)
    if verdict == "apart":
        clusters.forbid(ends[:1], ends[1:])
    else:
        clusters.pinned.update(ends)
    context = Context(nodes, clusters, (0, 1))
    assert explained(said, (0, 1), nodes, clusters, told, context) == {}
