from kg.cli.options import Kind
from kg.kinds import ENTITY_KINDS


def test_every_kind_of_entity_can_be_asked_for():
    assert [kind.value for kind in Kind] == list(ENTITY_KINDS)
