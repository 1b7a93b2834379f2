import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.records import Work
from kg.resolution.decisions import Decision
from kg.resolution.resolve import resolve
from tests.resolution.builders import TEAM, page, person, prose

STRANGERS = (person("Cy Crane"), person("Di Drew"))


@pytest.mark.parametrize(
    ("a", "b", "one"),
    [
        (page(1, text=prose(1)), page(2, text=prose(1)), True),
        (page(1, text=prose(1)), page(2, text=prose(1).upper() + " $x^2$"), True),
        (page(1, text=prose(1)), page(2, text=prose(1, 60)), True),
        (page(1, text=prose(1)), page(2, text=prose(2)), False),
        (page(1, text="Abstract to follow"), page(2, text="Abstract to follow"), False),
        (
            page(1, text=prose(1), title="On Kernels, Part 1"),
            page(2, text=prose(1), title="On Kernels, Part 2"),
            False,
        ),
        (
            page(1, *TEAM, text=prose(1), title="Kernels of large graphs"),
            page(2, TEAM[1], text=prose(2), title="Kernels of large graphs"),
            True,
        ),
        (
            page(1, *TEAM, text=prose(1), title="Kernels of large graphs", year=2001),
            page(2, *TEAM, text=prose(2), title="Kernels of large graphs", year=2019),
            False,
        ),
        (
            page(1, *TEAM, text=prose(1), title="Kernels of large graphs"),
            page(2, *TEAM, text=prose(2), title="Kernles of large graphs"),
            True,
        ),
        (
            page(1, *TEAM, text=prose(1), title="Deep Learning"),
            page(2, *STRANGERS, text=prose(2), title="Deep Learning"),
            False,
        ),
        (
            page(1, *TEAM, text=prose(1), title="Kernels of very large random graphs"),
            page(
                2,
                *STRANGERS,
                text=prose(2),
                title="Kernels of very large random graphs",
            ),
            False,
        ),
        (
            page(1, *TEAM, text=prose(1), title="Kernels of large graphs"),
            page(2, *TEAM, text=prose(2), title="Erratum: Kernels of large graphs"),
            False,
        ),
        (
            page(1, text=prose(1), doi="10.1000/x"),
            page(2, text=prose(2), doi="https://doi.org/10.1000/X"),
            True,
        ),
        (
            page(1, *TEAM, text=prose(1), title="Kernels of graphs", doi="10.1000/x"),
            page(2, *STRANGERS, text=prose(2), title="Trees in song", doi="10.1000/x"),
            False,
        ),
    ],
)
def test_documents_of_one_work(a, b, one):
    first, second = resolve([a, b]).documents
    assert (first == second) is one


def paper(number, title, *names, text="", **known):
    return page(number, *map(person, names), title=title, text=text, **known)


@pytest.mark.parametrize(
    ("a", "b", "one"),
    [
        (
            paper(1, "Kernels of very large graphs", "Ann Ally", "Bo Brook"),
            paper(2, "Kernels of very large graphs", "Ann Ally", "et al."),
            True,
        ),
        (
            paper(1, "Kernels of very large graphs", "Anonymous", text=prose(1)),
            paper(2, "Kernels of very large graphs", "Ann Ally", text=prose(1, 70)),
            True,
        ),
        (
            paper(1, "GraphNet: Kernels of very large graphs", "Ann Ally", year=2010),
            paper(2, "Kernels of very large graphs", "Ann Ally", year=2011),
            True,
        ),
        (
            paper(1, "GraphNet: a song", "Ann Ally", year=2010, text=prose(1)),
            paper(2, "GraphNet: a tale", "Ann Ally", year=2010, text=prose(2)),
            False,
        ),
        (
            paper(1, "Kernels of <i>very</i> large graphs &amp; trees", "A. Ally"),
            paper(2, "Kernels of very large graphs and trees", "Ally, Ann"),
            True,
        ),
        (
            paper(1, "Kernels of very large graphs", "Ann Allyson", year=2010),
            paper(2, "Kernels of very large graphs", "Ann Alyson", year=2010),
            True,
        ),
        (
            paper(1, "Kernels of very large graphs", "Ann Ally", year=2010),
            paper(2, "Kernels of very large graphs", "nn Ally", year=2010),
            True,
        ),
        (
            paper(1, "Letter to the Editor", "Ann Ally", year=2010),
            paper(2, "Letter to the Editor", "Ann Ally", year=2010),
            False,
        ),
        (
            paper(1, "Kernels of large graphs in spring", *["Ann Ally", "Bo Brook"]),
            paper(2, "Kernels of large graphs in autumn", *["Ann Ally", "Bo Brook"]),
            False,
        ),
        (
            paper(1, "Kernels of large graphs in spring", "Ann Ally", text=prose(1)),
            paper(
                2,
                "Kernels of large graphs in early spring",
                "Ann Ally",
                text=prose(1, 60) + prose(2, 25),
            ),
            True,
        ),
        (
            page(1, person("Ann Ally"), text=prose(1)),
            page(2, person("A. Ally"), text=prose(1, 40) + prose(2, 40)),
            True,
        ),
    ],
)
def test_records_as_other_sources_have_them(a, b, one):
    first, second = resolve([a, b]).documents
    assert (first == second) is one


def test_a_title_alone_does_not_bring_two_works_of_that_title_together():
    title = "Kernels of very large graphs"
    works = [
        paper(1, title, "Ann Ally", text=prose(1)),
        paper(2, title),
        paper(3, title, "Cy Crane", text=prose(3)),
    ]
    documents = resolve(works).documents
    assert documents[0] == documents[1] != documents[2]


def test_a_work_named_by_another_or_no_title_stays_a_node():
    known = paper(1, "Kernels of very large graphs", "Ann Ally", year=2010)
    named = [
        Work(0, 4, title="Kernels of very large graphs", authors=("Cy Crane",)),
        Work(5, 9, title="Songs of very small trees", authors=("Ann Ally",)),
        Work(10, 14, authors=("Ann Ally",), venue="JMLR", year=2010),
        Work(15, 19, title="Kernels of Very Large Graphs.", authors=("A. Ally",)),
    ]
    resolution = resolve([known, page(2, works=named)])
    matched = [work == resolution.documents[0] for work in resolution.works[1]]
    assert matched == [False, False, False, True]
    assert len({*resolution.works[1], *resolution.documents}) == 5


TITLES = [
    "Kernels of large graphs",
    "Kernles of large graphs",
    "Kernels of large graphs, Part 2",
    "Erratum: Kernels of large graphs",
    "Kernels of large graphs: a longer view of it",
    "Editorial",
    "Songs of very small trees",
    None,
]


RECORDS = st.lists(
    st.tuples(
        st.sampled_from(TITLES),
        st.sampled_from(["Ann Ally", "A. Ally", "Cy Crane", "et al.", None]),
        st.sampled_from([None, 2001, 2002, 2012]),
        st.sampled_from([None, 1, 2]),
        st.sampled_from([None, "10.1000/x", "10.1000/y"]),
        st.booleans(),
    ),
    max_size=7,
)


def filed(rows):
    """Make a document of each row; the true ones name a work of the same title."""
    return [
        page(
            number,
            *([person(name)] if name else []),
            title=title,
            year=year,
            doi=doi,
            text=prose(seed) if seed else "",
            works=[Work(0, 4, title=title or "Trees", authors=("Ally",))]
            if names
            else (),
        )
        for number, (title, name, year, seed, doi, names) in enumerate(rows)
    ]


@settings(max_examples=150, deadline=None)
@given(RECORDS, st.randoms(use_true_random=False))
def test_works_are_a_partition_in_any_order(rows, chance):
    pages = filed(rows)
    resolution = resolve(pages)
    assert len(resolution.documents) == len(pages)
    assert [len(row) for row in resolution.works] == [len(p.works) for p in pages]
    known = {entity.id for entity in resolution.entities if entity.kind == "work"}
    assert known == {*resolution.documents, *sum(resolution.works, ())}
    order = chance.sample(range(len(pages)), len(pages))
    shuffled = resolve([pages[number] for number in order])
    assert shuffled.documents == tuple(resolution.documents[n] for n in order)
    assert shuffled.works == tuple(resolution.works[n] for n in order)
    assert shuffled.merges == resolution.merges


@settings(max_examples=80, deadline=None)
@given(RECORDS)
def test_an_unrelated_paper_changes_no_work(rows):
    stranger = paper(99, "Zonal zinc in Zurich zoos", "Zed Zimmer", text=prose(77))
    plain, more = resolve(filed(rows)), resolve([*filed(rows), stranger])
    assert more.documents[:-1] == plain.documents
    assert more.works[:-1] == plain.works


@settings(max_examples=80, deadline=None)
@given(RECORDS.filter(lambda rows: len(rows) > 2), st.sampled_from(["merge", "apart"]))
def test_a_decision_on_documents_is_obeyed(rows, verdict):
    decision = Decision("document", "d0", "d2", verdict, line=2)
    documents = resolve(filed(rows), decisions=[decision]).documents
    assert (documents[0] == documents[2]) is (verdict == "merge")


def test_a_bridge_without_title_does_not_bring_two_parts_together():
    parts = [
        page(1, text=prose(1), title="On Kernels, Part 1"),
        page(2, text=prose(1)),
        page(3, text=prose(1), title="On Kernels, Part 2"),
    ]
    documents = resolve(parts).documents
    assert documents[0] != documents[2]


def test_works_named_are_matched_to_documents_and_to_each_other():
    paper = page(
        1, *TEAM, title="Kernels of large graphs", doi="10.48550/arXiv.2101.00001"
    )
    by_id = page(2, works=[Work(0, 4, id="https://arxiv.org/abs/2101.00001v2")])
    by_title = page(
        3, works=[Work(0, 4, title="Kernels of Large Graphs", authors=("Ally",))]
    )
    elsewhere = [
        page(n, works=[Work(0, 4, id="arXiv:2202.00002"), Work(0, 4, title="Trees")])
        for n in (4, 5)
    ]
    resolution = resolve([paper, by_id, by_title, *elsewhere])
    assert resolution.works[1] == resolution.works[2] == resolution.documents[:1]
    assert resolution.works[3][0] == resolution.works[4][0] == "work:arxiv-2202-00002"
    assert resolution.works[3][1] != resolution.works[4][1]


def test_a_talk_is_not_the_paper_of_the_same_title_that_it_names():
    work = Work(0, 4, title="Kernels of very large graphs", id="arXiv:2101.00001")
    resolution = resolve([page(1, title="Kernels of very large graphs", works=[work])])
    assert resolution.works[0][0] != resolution.documents[0]


TWINS = {"title": "Letters of the moth keeper", "year": 2018}


@pytest.mark.parametrize(
    ("first", "second", "one"),
    [
        ("10.1000/m.1", "10.1000/m.2", False),
        ("10.1000/m.1", "https://doi.org/10.1000/M.1", True),
        ("10.1000/m.1", None, True),
        ("10.1000/m.1", "10.1101/2018.01.01.222", True),
        ("10.1000/m.1", "10.48550/arXiv.1801.00001", True),
    ],
)
def test_two_dois_of_publications_are_two_works_of_one_title(first, second, one):
    pages = [
        page(n, *TEAM, text="x", doi=d, **TWINS) for n, d in ((1, first), (2, second))
    ]
    made = resolve(pages)
    assert (made.documents[0] == made.documents[1]) is one


def test_a_record_without_doi_brings_no_two_publications_together():
    dois = ("10.1000/m.1", None, "10.1000/m.2")
    made = resolve(
        [page(n, *TEAM, text="x", doi=d, **TWINS) for n, d in enumerate(dois)]
    )
    assert made.documents[0] == made.documents[1] != made.documents[2]


def test_one_text_in_two_publications_of_one_title_is_one_work():
    pages = [
        page(n, *TEAM, text=prose(1), doi=f"10.1000/m.{n}", **TWINS) for n in (1, 2)
    ]
    made = resolve(pages)
    assert made.documents[0] == made.documents[1]


@pytest.mark.parametrize(("later", "one"), [(2, True), (6, True), (7, False)])
def test_a_preprint_may_wait_for_its_publication(later, one):
    title = "Keeping moths in the dark"
    preprint = page(1, *TEAM, text="x", title=title, year=2010, doi="arXiv:1001.00001")
    paper = page(
        2,
        *TEAM,
        text="y",
        title=title,
        year=2010 + later,
        doi="10.1000/m",
        venue="Moths",
    )
    made = resolve([preprint, paper])
    assert (made.documents[0] == made.documents[1]) is one
    (work,) = {e.id for e in made.entities if e.kind == "work"} if one else (None,)
    assert not one or made.documents == (work, work)
