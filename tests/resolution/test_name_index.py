import pytest

from kg.resolution.name_index import (
    collect_names,
    group_names,
    mention_name,
    name_lookup,
)
from tests.resolution.builders import page, person, place, term

PAGES = [
    page(1, person("Ann Ally"), term("MAP"), person("Bo Brook")),
    page(2, person("ann ally"), term("map")),
    page(3, person("Ann Ally")),
]


def people(**known):
    return collect_names(PAGES, kinds=("person",), **known)


def test_names_are_nodes_in_the_order_of_documents():
    nodes = people()
    assert nodes.names == ["Ann Ally", "Bo Brook", "ann ally"]
    assert nodes.places == [(0, 0), (0, 2), (1, 0), (2, 0)]
    assert nodes.node_at == [0, 1, 2, 0]
    assert nodes.node_in("Ann Ally", 2) == 0
    assert nodes.node_in("Nobody", 2) is None
    assert nodes.handle(0) == "Ann Ally"


def test_homonyms_are_nodes_of_their_own_documents():
    nodes = people(
        homonym_key=lambda name, number, mention: number if "Ally" in name else None
    )
    assert nodes.names == ["Ann Ally", "Bo Brook", "ann ally", "Ann Ally"]
    assert nodes.node_in("Ann Ally", 0) != nodes.node_in("Ann Ally", 2)
    assert [nodes.handle(node) for node in (0, 1, 3)] == [
        "Ann Ally@d1",
        "Bo Brook",
        "Ann Ally@d3",
    ]


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Ann Ally", [0]), ("ANN ALLY", [0, 2]), ("Ann Ally@d1", []), ("Cy", [])],
)
def test_a_name_is_looked_up_as_written_then_folded(name, expected):
    assert name_lookup(people())(name) == expected


def test_a_bound_name_is_looked_up_in_its_document():
    nodes = people(homonym_key=lambda name, number, mention: number)
    look_up = name_lookup(nodes)
    assert look_up("Ann Ally@d3") == [nodes.node_in("Ann Ally", 2)]
    assert look_up("ann ally@d1") == [nodes.node_in("Ann Ally", 0)]


def test_surfaces_are_looked_up_last():
    nodes = collect_names(
        [page(1, place("Ulm University", "UU"))], kinds=["institution"]
    )
    assert name_lookup(nodes, surfaces={"uu": [0]})("UU") == [0]
    assert name_lookup(nodes)("UU") == []


def test_names_without_a_key_are_in_no_group():
    found = group_names(
        people(), lambda name: name.casefold() if "Ally" in name else None
    )
    assert found == {"ann ally": [0]}


def test_a_mention_without_a_normal_form_goes_by_its_surface():
    mention = person("Ann Ally")._replace(name=" ", surface=" A. Ally ")
    assert mention_name(mention) == "A. Ally"
