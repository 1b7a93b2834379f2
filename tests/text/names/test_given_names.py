"""The given names of both tables."""

from kg.datafiles import mapping
from kg.text.names.given_names import known_given_names


def test_names_of_both_tables_are_known() -> None:
    common = mapping("people/given_names_common")
    other = mapping("people/given_names_other")
    assert "ming" in common
    assert "maria" in other
    assert known_given_names() == {*common, *other}
