from kg.datafiles import table
from kg.sources.records.tables.table_dialects import DIALECTS, UNREAD


def test_names_stand_once_and_every_dialect_has_marks():
    names = [dialect.name for dialect in DIALECTS]
    assert len(set(names)) == len(names)
    assert all(dialect.marks and all(dialect.marks) for dialect in DIALECTS)


def test_roles_are_those_of_the_common_table_or_of_vendors_alone():
    own = {UNREAD, "bracketed addresses", "named orcids", "names with places"}
    own |= {"glued authors", "place list"}
    common = {row["role"] for row in table("sources/column_headings")}
    assert {role for dialect in DIALECTS for role in dialect.roles} <= own | common
