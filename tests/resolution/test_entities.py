import pytest

from kg.resolution.canonical_names import choose_institution_label, choose_term_label
from kg.resolution.clusters import Clusters, Finding
from kg.resolution.entities import build_entities
from kg.resolution.name_index import Outcome, collect_names
from tests.resolution.builders import page, place, term

PAGES = [
    page(1, term("graph kernel", "method"), term("Graph kernels")),
    page(2, term("graph kernel"), term("GK")),
]


def built(joins=(), **outcome):
    nodes = collect_names(PAGES, kinds=("method", "concept"))
    clusters = Clusters(len(nodes.names))
    for finding in joins:
        clusters.join(finding)
    made = Outcome(clusters, **outcome)
    return clusters, build_entities(PAGES, nodes, made, choose_label=choose_term_label)


def test_a_cluster_is_an_entity_with_label_aliases_and_kind():
    _, found = built([Finding(0, 1, "number", "A plural.", 0.99)])
    entity = found.entities[0]
    assert (entity.id, entity.kind) == ("concept:graph-kernel", "concept")
    assert (entity.name, entity.aliases) == ("graph kernel", ("Graph kernels",))
    (merge,) = found.merges
    assert (merge.entity, merge.a, merge.b) == (
        entity.id,
        "graph kernel",
        "Graph kernels",
    )


def test_a_reassigned_mention_names_where_it_went():
    clusters, found = built(reassigned={(1, 1): 0}, short_forms=frozenset({2}))
    assert found.named[1, 1] == found.named[0, 0]
    assert [entity.aliases for entity in found.entities] == [("GK",), ()]
    assert clusters.find(2) != clusters.find(0)


@pytest.mark.parametrize(
    ("alone", "label"), [(2, "graph kernel"), (3, "GK"), (9, "GK")]
)
def test_a_short_form_that_most_documents_write_alone_is_the_label(alone, label):
    pages = [
        page(1, term("graph kernel"), term("GK"), term("GK"), term("GK")),
        page(2, term("graph kernel")),
        *(page(3 + n, term("GK")) for n in range(alone)),
    ]
    nodes = collect_names(pages, kinds=("concept",))
    clusters = Clusters(2)
    clusters.join(Finding(0, 1, "abbreviation", "Defined."))
    outcome = Outcome(clusters, short_forms=frozenset({nodes.node_of["GK"]}))
    for short_labels, expected in ((True, label), (False, "graph kernel")):
        found = build_entities(
            pages,
            nodes,
            outcome,
            choose_label=choose_term_label,
            short_labels=short_labels,
        )
        assert [entity.name for entity in found.entities] == [expected]


def test_what_became_one_later_is_not_said_to_be_apart():
    nodes = collect_names(PAGES, kinds=("method", "concept"))
    clusters = Clusters(len(nodes.names))
    clusters.note(Finding(0, 1, "number", "In doubt.", 0.4, "apart"))
    clusters.note(Finding(0, 2, "number", "In doubt.", 0.4, "apart"))
    clusters.join(Finding(0, 1, "case", "The same."))
    found = build_entities(
        PAGES, nodes, Outcome(clusters), choose_label=choose_term_label
    )
    assert [(merge.b, merge.verdict) for merge in found.merges] == [
        ("GK", "apart"),
        ("Graph kernels", "same"),
    ]


def test_broader_entities_are_named_by_id():
    _, found = built(broader={2: 0, 0: 9})
    assert found.broader == [("concept:gk", "method:graph-kernel")]


def test_what_stands_in_texts_is_an_alias_where_asked_for():
    pages = [page(1, place("Ulm University", "UU"))]
    nodes = collect_names(pages, kinds=("institution",))
    outcome = Outcome(Clusters(1))
    for surfaces, aliases in ((True, ("UU",)), (False, ())):
        (entity,) = build_entities(
            pages,
            nodes,
            outcome,
            choose_label=choose_institution_label,
            surfaces=surfaces,
        ).entities
        assert entity.aliases == aliases
