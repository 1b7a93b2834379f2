from kg.store.derive import count_crowded_works, derive_tables


def test_relations_can_be_derived_again(connection):
    everything = "SELECT * FROM edges ORDER BY ALL"
    before = connection.execute(everything).fetchall()
    derive_tables(connection)
    assert before
    assert connection.execute(everything).fetchall() == before


def test_works_of_more_authors_than_allowed_are_counted(connection):
    assert count_crowded_works(connection) == 0
    derive_tables(connection, max_authors=1)
    assert count_crowded_works(connection) == 1
    kinds = connection.execute("SELECT DISTINCT kind FROM edges").fetchall()
    assert ("coauthor",) not in kinds
