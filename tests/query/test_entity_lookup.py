import pytest

from kg.errors import UnknownName
from kg.query.entity_lookup import NEAREST, find_entities, find_entity, nearest_names


@pytest.mark.parametrize(
    "name",
    ["person:carl-gauss", "Carl Gauss", "carl gauss", "CARL GAUSS", "Gauss, Carl"],
)
def test_an_entity_is_found_by_id_name_and_alias(connection, name):
    assert find_entity(connection, name).id == "person:carl-gauss"


def test_an_unknown_name_answers_with_the_nearest(connection):
    with pytest.raises(UnknownName) as caught:
        find_entity(connection, "Karl Gaus")
    assert caught.value.known[0] == "Carl Gauss"
    assert "Carl Gauss" in str(caught.value)


def test_a_name_of_two_kinds_means_both(connection):
    connection.execute(
        "INSERT INTO nodes VALUES ('concept:ada-byron', 'concept', 'Ada Byron', '[]', "
        "NULL, NULL, NULL, NULL, 9, NULL, NULL, NULL, NULL, FALSE, NULL, NULL)"
    )
    connection.execute(
        "INSERT INTO names VALUES ('concept:ada-byron', 'Ada Byron', 'ada byron')"
    )
    found = [entity.id for entity in find_entities(connection, "ada byron")]
    assert found == ["concept:ada-byron", "person:ada-byron"]
    assert find_entity(connection, "PERSON:ada-byron").kind == "person"


def test_a_name_in_a_document_means_who_has_it_there(connection):
    assert find_entity(connection, "Gauss, Carl@doc:2").id == "person:carl-gauss"
    assert find_entity(connection, "doc:2").id == "work:least-squares"
    with pytest.raises(UnknownName):
        find_entity(connection, "Gauss, Carl@doc:0")


def test_the_nearest_names_are_one_an_entity(connection):
    names = nearest_names(connection, "gauss")
    assert names[0] in ("Carl Gauss", "Gauss, Carl")
    assert not {"Carl Gauss", "Gauss, Carl"} <= set(names)
    assert len(names) <= NEAREST


def test_what_is_like_nothing_has_no_nearest_name(connection):
    assert nearest_names(connection, "☃") == []
