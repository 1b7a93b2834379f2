"""The relations of kg/sql, against plain recomputation."""

from collections import Counter
from dataclasses import replace
from fractions import Fraction
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.graph import network
from kg.query.evidence import why_edge
from kg.records import (
    Document,
    Entity,
    Extraction,
    Link,
    Mention,
    Resolution,
    Section,
)
from kg.store import relations
from kg.store.connection import create_store
from kg.store.derive import derive_tables
from kg.store.read import read_extractions
from kg.store.write import write_extractions, write_resolution


def test_every_file_is_run():
    files = {path.stem for path in Path(relations.__file__).parent.glob("*.sql")}
    assert files == set(relations.statement_names())


def _edges(connection, kind):
    rows = connection.execute(
        "SELECT source, target, weight, fractional, strength FROM edges WHERE kind = ?",
        [kind],
    ).fetchall()
    return {row[:2]: row[2:] for row in rows}


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("coauthor", {("person:ada-byron", "person:carl-gauss"): (1, 1.0, 2.0)}),
        (
            "affiliation",
            {("person:ada-byron", "institution:analytical-engine-lab"): (1, 1.0, 1.0)},
        ),
        (
            "citation",
            {("work:least-squares", "work:arxiv-1801-00001"): (1, 1.0, 1.0)},
        ),
        ("collaboration", {}),
        (
            "cooccurrence",
            {("concept:least-squares", "method:punched-cards"): (1, 1.0, 2.0)},
        ),
    ],
)
def test_edges_of_a_small_corpus(connection, kind, expected):
    found = _edges(connection, kind)
    assert {k: tuple(map(float, v)) for k, v in found.items()} == {
        k: tuple(map(float, v)) for k, v in expected.items()
    }


def test_roles_of_terms_are_edges_of_works_and_of_authors(connection):
    assert {k: v[:2] for k, v in _edges(connection, "uses").items()} == {
        ("person:ada-byron", "method:punched-cards"): (2, 1.5),
        ("person:carl-gauss", "method:punched-cards"): (1, 0.5),
        ("work:looms", "method:punched-cards"): (1, 1.0),
        ("work:cards", "method:punched-cards"): (1, 1.0),
    }
    assert {k: v[:2] for k, v in _edges(connection, "studies").items()} == {
        ("person:ada-byron", "concept:least-squares"): (1, 0.5),
        ("person:carl-gauss", "concept:least-squares"): (2, 1.5),
    }
    assert {k: v[:2] for k, v in _edges(connection, "about").items()} == {
        ("work:cards", "concept:least-squares"): (1, 1.0),
        ("work:least-squares", "concept:least-squares"): (1, 1.0),
    }
    assert _edges(connection, "mentions") == {}


def test_a_term_said_in_passing_is_no_edge_of_an_author(
    tmp_path, extractions, resolution
):
    first, *others = extractions
    ada, lab, cards = first.mentions
    passing = replace(first, mentions=(ada, lab, cards._replace(role="mentioned")))
    with create_store(tmp_path / "new.duckdb") as made:
        write_extractions(made, [passing, *others])
        write_resolution(made, resolution)
        derive_tables(made)
        assert {*_edges(made, "mentions")} == {("work:looms", "method:punched-cards")}
        own = _edges(made, "uses")["person:ada-byron", "method:punched-cards"]
    assert own[:2] == (1, 0.5)


def test_people_whom_a_work_names_are_cited_by_it(tmp_path, extractions, resolution):
    first, *others = extractions
    cited = _cited(first)
    named = replace(
        resolution,
        mentions=(
            (*resolution.mentions[0], "person:carl-gauss"),
            *resolution.mentions[1:],
        ),
    )
    with create_store(tmp_path / "new.duckdb") as made:
        write_extractions(made, [cited, *others])
        write_resolution(made, named)
        derive_tables(made)
        # He is an author of the third work, which names him, too.
        assert {*_edges(made, "cites")} == {("work:looms", "person:carl-gauss")}


def test_what_sentences_say_of_two_terms_are_edges(tmp_path, extractions, resolution):
    first, second, third = extractions
    cards, squares = second.mentions[2:]
    links = (
        Link("used_for", cards, squares, 0, 9, 0.95),
        Link("such_as", cards, squares, 0, 9, 0.95),
    )
    with create_store(tmp_path / "new.duckdb") as made:
        write_extractions(made, [first, replace(second, links=links), third])
        write_resolution(made, resolution)
        derive_tables(made)
        ends = ("method:punched-cards", "concept:least-squares")
        assert {*_edges(made, "used_for")} == {ends}
        assert {*_edges(made, "such_as")} == {ends}
        assert {*_edges(made, "broader")} == {ends[::-1]}
        why = why_edge(made, *ends)
    assert {row.edge for row in why} == {
        "broader",
        "cooccurrence",
        "such_as",
        "used_for",
    }
    assert all("punched cards for least squares" in row.sentence for row in why)


def test_what_contradicts_itself_is_no_example(tmp_path, extractions, resolution):
    first, second, third = extractions
    cards, squares = second.mentions[2:]
    ends = ("method:punched-cards", "concept:least-squares")
    both = (
        Link("such_as", cards, squares, 0, 9, 0.95),
        Link("such_as", squares, cards, 0, 9, 0.95),
    )
    for links, broader, expected in (
        (both, (), set()),
        (both[:1], (ends,), set()),
        (both[:1], (ends[::-1],), {ends}),
    ):
        known = replace(resolution, broader=broader)
        with create_store(tmp_path / f"{len(links)}{broader}.duckdb") as made:
            write_extractions(made, [first, replace(second, links=links), third])
            write_resolution(made, known)
            derive_tables(made)
            assert {*_edges(made, "such_as")} == expected


def test_works_are_evaluated_on_data_sets_and_compared(
    tmp_path, extractions, resolution
):
    first, second, third = extractions
    cards, squares = second.mentions[2:]
    links = tuple(
        Link(kind, None, target, target.start, target.end, 0.9)
        for kind in ("compared_with", "evaluated_on")
        for target in (cards, squares)
    )
    marked = replace(
        resolution,
        entities=tuple(
            replace(e, is_data_set=e.id == "concept:least-squares")
            for e in resolution.entities
        ),
    )
    with create_store(tmp_path / "new.duckdb") as made:
        write_extractions(made, [first, replace(second, links=links), third])
        write_resolution(made, marked)
        derive_tables(made)
        work = resolution.documents[1]
        assert {*_edges(made, "evaluated_on")} == {(work, "concept:least-squares")}
        compared = {*_edges(made, "compared_with")}
        assert compared == {
            (work, "method:punched-cards"),
            (work, "concept:least-squares"),
        }
        why = why_edge(made, work, "least squares")
        assert list(read_extractions(made))[1].links == links
    (row,) = [row for row in why if row.edge == "evaluated_on"]
    assert "punched cards for least squares" in row.sentence


def _cited(extraction):
    """The extraction with a cited person behind its own mentions."""
    person = Mention(60, 67, "person", "punched", "Carl Gauss", "cited")
    return replace(extraction, mentions=(*extraction.mentions, person))


def _corpus(author_lists):
    """Documents that say nothing but who wrote them; person n is called n."""
    extractions, mentions, people = [], [], set()
    for number, authors in enumerate(author_lists):
        text = f"Work {number}"
        document = Document(f"d{number}", "s", text, (Section(0, len(text), "body"),))
        found = tuple(
            Mention(0, 1, "person", str(a), str(a), "author", field=f"authors.{i}")
            for i, a in enumerate(authors)
        )
        extractions.append(Extraction(document, found))
        mentions.append(tuple(f"person:{a}" for a in authors))
        people.update(authors)
    works = tuple(f"work:{n}" for n in range(len(author_lists)))
    entities = [Entity(f"person:{p}", "person", str(p)) for p in sorted(people)]
    entities += [Entity(w, "work", w) for w in works]
    blank = tuple(() for _ in works)
    return extractions, Resolution(tuple(entities), tuple(mentions), works, blank)


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.lists(st.integers(0, 6), unique=True, max_size=5), min_size=1, max_size=8
    )
)
def test_co_authorship_equals_plain_loops(tmp_path_factory, author_lists):
    extractions, resolution = _corpus(author_lists)
    weight, share = Counter(), Counter()
    for authors in author_lists:
        for a, b in combinations(sorted(f"person:{a}" for a in authors), 2):
            weight[a, b] += 1
            share[a, b] += Fraction(1, len(authors) - 1)
    at = Counter()
    for pair, count in weight.items():
        for end in pair:
            at[end] += count
    total = sum(weight.values())
    with create_store(tmp_path_factory.mktemp("s") / "kg.duckdb") as made:
        write_extractions(made, extractions)
        write_resolution(made, resolution)
        derive_tables(made)
        found = _edges(made, "coauthor")
    assert {pair: row[0] for pair, row in found.items()} == dict(weight)
    for (a, b), (count, fractional, strength) in found.items():
        assert fractional == pytest.approx(float(share[a, b]))
        assert strength == pytest.approx(2 * total * count / (at[a] * at[b]))


def test_hyper_authored_works_give_no_co_author_edges(tmp_path):
    extractions, resolution = _corpus([list(range(4)), [0, 1]])
    with create_store(tmp_path / "kg.duckdb") as made:
        write_extractions(made, extractions)
        write_resolution(made, resolution)
        derive_tables(made, max_authors=3)
        assert set(_edges(made, "coauthor")) == {("person:0", "person:1")}
        assert len(_edges(made, "authorship")) == 6


def test_duplicated_documents_count_once(tmp_path):
    extractions, resolution = _corpus([[1, 2], [2, 1]])
    same = Resolution(
        resolution.entities, resolution.mentions, ("work:0", "work:0"), ((), ())
    )
    with create_store(tmp_path / "kg.duckdb") as made:
        write_extractions(made, extractions)
        write_resolution(made, same)
        derive_tables(made)
        assert _edges(made, "coauthor")["person:1", "person:2"][0] == 1


def test_a_work_on_a_term_says_that_the_broader_one_is_broader(
    tmp_path, extractions, resolution
):
    cards, squares = "method:punched-cards", "concept:least-squares"
    known = replace(resolution, broader=((cards, squares),))
    with create_store(tmp_path / "kg.duckdb") as made:
        write_extractions(made, extractions)
        write_resolution(made, known)
        derive_tables(made)
        assert _edges(made, "broader") == {(cards, squares): (2, 2.0, 1.0)}
        # One pair, one edge: the network of terms still says that they meet.
        whole, terms = network(made), network(made, "concept")
        assert whole.edges[cards, squares]["kind"] == "broader"
        assert whole.edges[cards, squares]["source"] == cards
        assert whole.edges[cards, squares]["weight"] == 2
        assert terms.edges[cards, squares]["kind"] == "cooccurrence"
        rows = why_edge(made, "punched cards", "least squares")
        assert [(r.document, r.edge) for r in rows] == [
            ("doc:0", "broader"),
            ("doc:1", "broader"),
            ("doc:1", "cooccurrence"),
        ]


def test_institutions_that_are_nobodys_in_particular_collaborate(tmp_path):
    names = {"authors.0": "Ada", "authors.1": "Bo", "affiliations.2.0": "Mill Lab"}
    names["affiliations.2.1"] = "Rope Lab"
    mentions = tuple(
        Mention(
            *(0, len(name), "person" if field[1] == "u" else "institution", name, name),
            role="author" if field[1] == "u" else "mentioned",
            field=field,
        )
        for field, name in names.items()
    )
    document = Document("a", "x.bib", "A", (Section(0, 1, "title"),), title="A")
    ids = tuple(f"{m.kind}:{m.name}" for m in mentions)
    kinds = [*((i, m.kind, m.name) for i, m in zip(ids, mentions, strict=True))]
    kinds.append(("work:a", "work", "A"))
    entities = tuple(Entity(*kind) for kind in kinds)
    with create_store(tmp_path / "new.duckdb") as made:
        write_extractions(made, [Extraction(document, mentions)])
        write_resolution(made, Resolution(entities, (ids,), ("work:a",), ((),)))
        derive_tables(made)
        assert [*_edges(made, "collaboration")] == [
            ("institution:Mill Lab", "institution:Rope Lab")
        ]
