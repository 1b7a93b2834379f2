import pytest

from kg.analysis.sides import SIDES

ADA, CARL = "person:ada-byron", "person:carl-gauss"
LAB = "institution:analytical-engine-lab"


@pytest.mark.parametrize("name", SIDES)
def test_a_side_has_a_row_a_work_and_sizes_to_count_by(connection, name):
    side = SIDES[name](connection, 1)
    works = len(side.incidence.works)
    assert side.incidence.matrix.shape == (works, len(side.incidence.nodes))
    assert len(side.sizes) == works
    assert list(side.incidence.nodes) == sorted(side.incidence.nodes)
    assert set(side.incidence.matrix.data.tolist()) <= {1.0}


def test_authors_have_the_places_of_the_text(connection):
    side = SIDES["authors"](connection, 1)
    row = side.incidence.works.index("work:cards")
    places = side.places[[row]].toarray().ravel().tolist()
    assert dict(zip(side.incidence.nodes, places, strict=True)) == {ADA: 1, CARL: 2}


def test_who_has_too_few_works_still_counts_among_the_authors(connection):
    connection.execute("DELETE FROM mentions WHERE document = 0")
    side = SIDES["authors"](connection, 3)
    assert side.incidence.nodes == ()
    assert side.sizes.max() == 2


def test_crowded_works_link_nobody(connection):
    connection.execute("UPDATE thresholds SET value = 1")
    side = SIDES["authors"](connection, 1)
    assert side.sizes.max() == 1
    assert side.incidence.nodes == (ADA, CARL)


@pytest.fixture
def two_labs(connection):
    """Ada is of two institutions in two countries, Carl of one of them, in one work."""
    connection.execute(
        "INSERT INTO entities (id, kind, name, country) VALUES "
        "('institution:b', 'institution', 'B', 'DE')"
    )
    connection.execute("UPDATE entities SET country = 'GB' WHERE id = ?", [LAB])
    connection.execute("DELETE FROM affiliated")
    rows = [(ADA, LAB), (ADA, "institution:b"), (CARL, "institution:b")]
    for person, institution in rows[:2]:
        connection.execute(
            "INSERT INTO affiliated VALUES ('work:looms', ?, ?, 1)",
            [person, institution],
        )
    for person, institution in rows:
        connection.execute(
            "INSERT INTO affiliated VALUES ('work:cards', ?, ?, 1)",
            [person, institution],
        )
    return connection


@pytest.mark.parametrize(
    ("name", "nodes"),
    [
        ("institutions", (LAB, "institution:b")),
        ("countries", ("country:de", "country:gb")),
    ],
)
def test_what_one_author_has_alone_is_known(two_labs, name, nodes):
    side = SIDES[name](two_labs, 1)
    assert side.incidence.nodes == nodes
    assert side.incidence.counts.tolist() == [2, 2]
    of_works = [side.incidence.works[i] for i in side.alone.works.tolist()]
    sizes = side.alone.matrix.sum(axis=1).tolist()
    assert ("work:looms", 2) in zip(of_works, sizes, strict=True)
    assert ("work:cards", 2) not in zip(of_works, sizes, strict=True)
