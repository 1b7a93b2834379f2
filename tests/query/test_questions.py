import pytest

from kg.query.questions import neighbours, path, search, who


def test_neighbours_come_strongest_first(connection):
    rows = neighbours(connection, "Ada Byron")
    assert rows[0].entity == "method:punched-cards"
    assert rows[0].documents == ("doc:0", "doc:1")
    assert [r.weight for r in rows] == sorted((r.weight for r in rows), reverse=True)


def test_neighbours_of_one_kind(connection):
    rows = neighbours(connection, "Ada Byron", kind="person")
    assert [row.name for row in rows] == ["Carl Gauss"]


def test_neighbours_two_edges_away_come_after_the_near_ones(connection):
    near = [r.entity for r in neighbours(connection, "Analytical Engine Laboratory")]
    far = [
        r.entity for r in neighbours(connection, "Analytical Engine Laboratory", hops=2)
    ]
    assert near == ["person:ada-byron"]
    assert far[0] == near[0]
    assert "person:carl-gauss" in far
    assert len(far) == len(set(far))


def test_the_limit_is_kept(connection):
    assert len(neighbours(connection, "Ada Byron", limit=2)) == 2


def test_a_path_leads_from_a_to_b_with_documents(connection):
    steps = path(connection, "Analytical Engine Laboratory", "least squares")
    assert [step.entity for step in steps] == [
        "institution:analytical-engine-lab",
        "person:ada-byron",
        "concept:least-squares",
    ]
    assert steps[0].edge is None
    assert all(step.documents for step in steps[1:])


def test_a_path_to_oneself_is_one_step(connection):
    assert [s.name for s in path(connection, "Ada Byron", "ada byron")] == ["Ada Byron"]


def test_no_way_is_an_empty_path(connection):
    connection.execute("DELETE FROM edges WHERE kind = 'citation'")
    assert path(connection, "Ada Byron", "arXiv:1801.00001") == []


def test_who_ranks_by_fractional_count(connection):
    rows = who(connection, "least squares")
    assert [(row.name, row.score) for row in rows] == [
        ("Carl Gauss", 1.5),
        ("Ada Byron", 0.5),
    ]
    assert rows[0].documents == ("doc:1", "doc:2")


def test_who_is_at_an_institution(connection):
    rows = who(connection, "Analytical Engine Laboratory")
    assert [row.name for row in rows] == ["Ada Byron"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("gauss", ["person:carl-gauss", "work:least-squares", "work:cards"]),
        ("LOOMS", ["work:looms"]),
        ("punched squares", ["work:cards"]),
        ("xyzzy", []),
        ("", []),
        ("%", []),
    ],
)
def test_search_finds_names_then_texts(connection, words, expected):
    found = [row.entity for row in search(connection, words)]
    assert sorted(found) == sorted(expected)
    assert found[:1] == expected[:1]


def test_hops_end_where_the_graph_ends(connection):
    rows = neighbours(connection, "Ada Byron", hops=10**9, limit=100)
    assert {row.entity for row in rows} < {"person:ada-byron"} | {
        row[0] for row in connection.execute("SELECT id FROM nodes").fetchall()
    }
