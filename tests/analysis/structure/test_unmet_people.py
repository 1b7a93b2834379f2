import pytest

from kg.analysis.structure.study import read_study
from kg.analysis.structure.unmet_people import analyse
from kg.store.derive import derive_tables

TERMS = ("rye", "soil", "water", "light")


@pytest.fixture
def corpus(connection):
    """A function that fills a store with works: authors and the first letter of terms."""

    def fill(people, works):
        for table in ("documents", "mentions", "entities", "links", "works"):
            connection.execute(f"DELETE FROM {table}")
        for name in people:
            connection.execute(
                "INSERT INTO entities (id, kind, name, aliases) "
                "VALUES (?, 'person', ?, '[]')",
                [f"person:{name}", name],
            )
        for term in TERMS:
            connection.execute(
                "INSERT INTO entities (id, kind, name, aliases) "
                "VALUES (?, 'concept', ?, '[]')",
                [f"concept:{term}", term],
            )
        for number, (authors, terms) in enumerate(works):
            _add_work(number, authors, terms)
        derive_tables(connection)
        return connection

    def _add_work(number, authors, terms):
        connection.execute(
            "INSERT INTO documents (number, id, work) VALUES (?, ?, ?)",
            [number, f"d{number}", f"work:{number}"],
        )
        named = [("person", f"person:{a}", "author") for a in authors]
        named += [("concept", f"concept:{t}", "about") for t in TERMS if t[0] in terms]
        for place, (kind, entity, role) in enumerate(named):
            connection.execute(
                "INSERT INTO mentions (document, number, kind, entity, role) "
                "VALUES (?, ?, ?, ?, ?)",
                [number, place, kind, entity, role],
            )

    return fill


def _pairs(connection):
    rows = analyse(read_study(connection, "people"))
    return [(row.name_a, row.name_b) for row in rows]


def _works(one, other):
    others = [(["Zoe Quist"], "l")] * 6
    return [([one], "rsw"), ([one], "rsw"), ([other], "rsw"), ([other], "rsw"), *others]


def test_two_who_share_terms_and_no_work_are_found(corpus):
    people = ["Ada Holm", "Uwe Kern", "Zoe Quist"]
    connection = corpus(people, _works("Ada Holm", "Uwe Kern"))
    (row,) = analyse(read_study(connection, "people"))
    assert (row.name_a, row.name_b, row.shared) == ("Ada Holm", "Uwe Kern", 3)
    assert row.similarity == 1.0
    assert set(row.terms) == {"rye", "soil", "water"}
    assert row.coauthors == 0


def test_who_wrote_together_has_met(corpus):
    works = [*_works("Ada Holm", "Uwe Kern"), (["Ada Holm", "Uwe Kern"], "l")]
    assert _pairs(corpus(["Ada Holm", "Uwe Kern", "Zoe Quist"], works)) == []


@pytest.mark.parametrize(
    "names",
    [("Ada Holm", "Anna Holm"), ("Ada Holm", "A. Kern"), ("Li Wei", "Wei Li")],
)
def test_who_may_be_one_person_is_left_out(corpus, names):
    assert _pairs(corpus([*names, "Zoe Quist"], _works(*names))) == []
