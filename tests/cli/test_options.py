from kg.cli.options import Kind, names_of
from kg.kinds import ENTITY_KINDS


def test_every_kind_of_entity_can_be_asked_for():
    assert [kind.value for kind in Kind] == list(ENTITY_KINDS)


def test_a_shell_is_given_the_names_of_a_table():
    assert names_of({"b": 1, "a": 2})() == ["b", "a"]
