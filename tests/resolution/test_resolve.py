import random
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import DecisionError
from kg.records import Document, Extraction, Link, Mention, Section, Work
from kg.resolution.decisions import Decision, unmatched_decisions
from kg.resolution.resolve import resolve


def person(name, role="author", line=True):
    field = "authors.0" if line and role == "author" else "text"
    return Mention(0, len(name), "person", name, name, role, 1.0, field)


def term(name, kind="concept"):
    return Mention(0, len(name), kind, name, name)


def place(name, surface=None):
    return Mention(0, len(name), "institution", surface or name, name)


def page(number, *mentions, text="", links=(), works=(), **known):
    text = text or f"page {number}"
    sections = (Section(0, len(text), "body"),)
    document = Document(f"d{number}", "a.txt", text, sections, number, number, **known)
    return Extraction(document, tuple(mentions), tuple(links), tuple(works))


def short(a, b, kind="concept"):
    return Link("abbreviation", term(a, kind), term(b, kind))


def defining(number, a, b, *more):
    return page(number, term(b), term(a), *more, links=[short(a, b)])


def named(resolution):
    """Give the names of the entities of all mentions, document by document."""
    names = {entity.id: entity.name for entity in resolution.entities}
    return [[names[e] if e else None for e in row] for row in resolution.mentions]


def together(resolution, first=(0, 0), second=(1, 0)):
    mentions = resolution.mentions
    return mentions[first[0]][first[1]] == mentions[second[0]][second[1]]


@pytest.mark.parametrize(
    ("a", "b", "one"),
    [
        ("Samy Jelassi", "Jelassi, Samy", True),
        ("Jérôme Bolte", "Jerome Bolte", True),
        ("Jérôme Bolte", r"J\'er\^ome Bolte", True),
        ("JOAN BRUNA", "Joan Bruna", True),
        ("Jean-Pierre Serre", "Jean Pierre Serre", True),
        ("Xiao-Ming Li", "Xiaoming Li", True),
        ("Carles Domingo-Enrich", "Enrich Carles Domingo", True),
        ("John Smith", "John A. Smith", True),
        ("Andrew Y. Ng", "Andrew Ng", True),
        ("Tuan-Anh Nguyen", "Anh Tuan Nguyen", False),
        ("Jean Serre", "Jean-Pierre Serre", False),
        ("J. Smith", "John Smith", False),
        ("Yang Li", "Li Yang", False),
        ("Cheng Yang", "Cheng Yan", False),
        ("Cheng Yan", "Cheng Yu", False),
        ("John Smith Jr.", "John Smith", False),
        ("John Smith Jr.", "John Smith III", False),
        ("John A. Smith", "John B. Smith", False),
        ("Eldan", "Ronen Eldan", False),
        ("Wei Zhang", "Wei Zhang Li", False),
        ("Thomas Müller", "Thomas Mueller", True),
        ("Detmar Meurers", "W. Detmar Meurers", True),
        ("Bill Smith", "William Smith", False),
        ("Wei Wang", "W. Wang", False),
        ("Gerhard van Huyssteen", "Gerhard Van Huyssteen", True),
        ("Ronen Eldan", "Ronen Eldam", False),
    ],
)
def test_names_alone_make_one_person_or_two(a, b, one):
    resolution = resolve([page(1, person(a)), page(2, person(b))])
    assert together(resolution) is one


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("J. Smith", "John Smith"),
        ("Yang Li", "Li Yang"),
        ("J.-P. Serre", "Jean-Pierre Serre"),
    ],
)
def test_a_shared_co_author_bears_a_name_out(a, b):
    ally = person("Ann Ally")
    resolution = resolve([page(1, person(a), ally), page(2, person(b), ally)])
    assert together(resolution)
    assert any("Ann Ally" in merge.reason for merge in resolution.merges)


@pytest.mark.parametrize(
    ("a", "b"), [("M. Rosner", "Michael Rosner"), ("T. Evans", "Tom Evans")]
)
def test_a_shared_place_bears_a_name_out(a, b):
    assert not together(resolve([page(1, person(a)), page(2, person(b))]))
    there = place("University of Ulm")
    sent = [
        page(n, person(name), there, links=[Link("affiliation", person(name), there)])
        for n, name in enumerate((a, b))
    ]
    resolution = resolve(sent)
    assert together(resolution)
    assert any("university of ulm" in merge.reason for merge in resolution.merges)


def test_an_initial_that_fits_two_people_joins_neither_and_says_so():
    ally = person("Ann Ally")
    resolution = resolve(
        [
            page(1, person("J. Smith"), ally),
            page(2, person("John Smith"), ally),
            page(3, person("Jane Smith"), ally),
        ]
    )
    assert len({row[0] for row in resolution.mentions}) == 3
    assert {(m.rule, m.verdict) for m in resolution.merges if "J. " in m.a} == {
        ("initial unclear", "apart")
    }


def test_two_in_one_author_line_are_two_people():
    team = page(1, person("J. Smith"), person("John Smith"))
    assert not together(resolve([team]), (0, 0), (0, 1))


def test_a_middle_name_that_two_lack_joins_neither():
    pages = [
        page(n, person(name))
        for n, name in enumerate(("John Smith", "John A. Smith", "John B. Smith"))
    ]
    assert len({row[0] for row in resolve(pages).mentions}) == 3


def test_a_bare_surname_is_explained_by_its_own_document_only():
    resolution = resolve(
        [
            page(1, person("Ronen Eldan"), person("Eldan", "cited")),
            page(2, person("Eldan", "cited")),
            page(3, person("Eldan", "cited"), person("Ann Ally")),
            page(4, person("Ann Li"), person("Bo Li"), person("Li", "cited")),
        ]
    )
    assert named(resolution)[0] == ["Ronen Eldan", "Ronen Eldan"]
    assert resolution.mentions[1] == ("person:eldan",)
    assert resolution.mentions[2][0] == "person:eldan"
    assert resolution.mentions[3][2] == "person:li"


def test_a_split_name_in_an_author_line_is_one_person():
    line = page(1, person("Carles Domingo Enrich"), person("Domingo Carles"))
    resolution = resolve([line, page(2, person("Carles Domingo-Enrich"))])
    assert (
        len({entity.id for entity in resolution.entities if entity.kind == "person"})
        == 1
    )


def test_a_word_said_twice_is_no_part_of_a_name_that_has_it_once():
    line = page(1, person("Li Li"), person("Vos Li Vaart"))
    assert named(resolve([line]))[0][0] == "Li Li"


@pytest.mark.parametrize(
    ("names", "label"),
    [
        (["Samy Jelassi", "Jelassi, Samy", "Jelassi, Samy"], "Samy Jelassi"),
        (["Jerome Bolte", "Jérôme Bolte"], "Jérôme Bolte"),
        (["JOAN BRUNA", "JOAN BRUNA", "Joan Bruna"], "Joan Bruna"),
    ],
)
def test_a_person_is_called_by_the_fullest_form(names, label):
    pages = [page(n, person(name)) for n, name in enumerate(names)]
    assert {row[0] for row in named(resolve(pages))} == {label}


@pytest.mark.parametrize(
    ("a", "b", "one"),
    [
        ("University of Ulm", "The University of Ulm", True),
        ("École Normale Supérieure", "Ecole Normale Superieure", True),
        ("UC, Santa Cruz", "UC at Santa Cruz", True),
        (
            "Center for Signal & Image Processing",
            "Center for Signal and Image Processing",
            True,
        ),
        ("University of Ulm", "University of Umeå", False),
        ("Washington University", "University of Washington", False),
    ],
)
def test_institutions_join_by_their_normal_name(a, b, one):
    assert together(resolve([page(1, place(a)), page(2, place(b))])) is one


def test_an_institutions_surfaces_are_its_other_names():
    (entity,) = [
        e
        for e in resolve([page(1, place("University of Ulm", "Uni Ulm"))]).entities
        if e.kind == "institution"
    ]
    assert entity.aliases == ("Uni Ulm",)


def test_an_acronym_that_the_corpus_explains_is_its_institution():
    full, cut = place("Ulm Institute of Kernels"), place("UIK")
    link = Link("abbreviation", cut, full)
    resolution = resolve([page(1, full, cut, links=[link]), page(2, cut)])
    assert named(resolution)[1] == ["Ulm Institute of Kernels"]


@pytest.mark.parametrize(
    ("forms", "label"),
    [
        (["Neural networks", "neural networks", "neural network"], "neural networks"),
        (["Neural networks", "Neural networks", "neural networks"], "neural networks"),
        (["mean-field", "mean field", "mean-field"], "mean-field"),
        (
            ["Gaussian mixture", "gaussian mixture", "Gaussian mixture"],
            "gaussian mixture",
        ),
        (["ADAM", "Adam", "Adam"], "Adam"),
    ],
)
def test_a_term_is_called_what_people_write_most(forms, label):
    resolution = resolve([page(n, term(form)) for n, form in enumerate(forms)])
    (entity,) = [e for e in resolution.entities if e.kind == "concept"]
    assert entity.name == label
    assert set(entity.aliases) == set(forms) - {label}


@pytest.mark.parametrize(
    ("kinds", "kind"),
    [
        (["method", "concept", "method"], "method"),
        (["concept", "method"], "concept"),
        (["method", "concept"], "method"),
    ],
)
def test_a_term_has_the_kind_given_most_then_first(kinds, kind):
    resolution = resolve([page(n, term("boosting", k)) for n, k in enumerate(kinds)])
    assert {row[0] for row in resolution.mentions} == {f"{kind}:boosting"}


def test_a_short_form_joins_the_one_long_form_and_never_labels_it():
    resolution = resolve(
        [
            defining(1, "PLM", "pruned lattice machines"),
            page(2, term("PLMs")),
            page(3, term("PLM")),
            page(4, term("PLM training")),
            page(5, term("pruned lattice machine training")),
        ]
    )
    assert {name for row in named(resolution)[:3] for name in row} == {
        "pruned lattice machines"
    }
    assert together(resolution, (3, 0), (4, 0))


def test_documents_decide_a_short_form_of_several_meanings():
    resolution = resolve(
        [
            defining(1, "PLM", "pruned lattice machine", term("PLM")),
            defining(2, "PLM", "private label market"),
            page(3, term("PLM")),
        ]
    )
    assert named(resolution) == [
        ["pruned lattice machine"] * 3,
        ["private label market"] * 2,
        ["PLM"],
    ]
    assert any(m.rule == "abbreviation unclear" for m in resolution.merges)


def test_a_rare_second_meaning_stays_in_its_document():
    usual = [defining(n, "PLM", "pruned lattice machine") for n in range(5)]
    resolution = resolve(
        [*usual, defining(6, "PLM", "private label market"), page(7, term("PLM"))]
    )
    assert named(resolution)[5] == ["private label market"] * 2
    assert named(resolution)[6] == ["pruned lattice machine"]


def test_long_forms_that_differ_in_one_ending_are_one_and_others_are_not():
    nets = [
        defining(1, "RAN", "rough adversarial nets"),
        defining(2, "RAN", "rough adversarial networks"),
    ]
    assert together(resolve(nets))
    equations = [
        defining(1, "SDE", "stochastic differential equation"),
        defining(2, "SDE", "stochastic difference equation"),
    ]
    assert not together(resolve(equations))


def prose(seed, length=80):
    chooser = random.Random(seed)
    parts = [a + b for a in "bdfgklmnprst" for b in ("ara", "elo", "iru", "ona")]
    return " ".join(chooser.choice(parts) for _ in range(length))


TEAM = (person("Ann Ally"), person("Bo Brook"))
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


def test_a_work_is_called_by_its_title_or_its_first_words():
    resolution = resolve([page(1, text=prose(1)), page(2, title="A  title", text="x")])
    names = {entity.id: entity.name for entity in resolution.entities}
    assert names[resolution.documents[0]] == " ".join(prose(1).split()[:8]) + "…"
    assert names[resolution.documents[1]] == "A title"


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


def test_nothing_in_nothing_out():
    resolution = resolve([])
    assert resolution.entities == resolution.mentions == resolution.merges == ()


def test_a_mention_without_a_name_is_nobody():
    assert resolve([page(1, term(" "), term("a kernel"))]).mentions[0][0] is None


CORPUS = [
    page(
        1,
        *TEAM,
        person("Eldan", "cited"),
        term("SGD"),
        term("step sizes"),
        text=prose(1),
    ),
    page(2, person("A. Ally"), person("Bo Brook"), term("step-size"), text=prose(1)),
    page(
        3, person("Ronen Eldan"), person("Eldan", "cited"), term("Step size", "method")
    ),
    defining(4, "SGD", "stochastic gradient descent", person("Brook, Bo")),
    defining(5, "SGD", "small group discussion", person("Anne Ally")),
    page(6, place("University of Ulm"), place("The University of Ulm"), term("C++")),
    page(7, term("C"), person("Ann Ally"), works=[Work(0, 4, id="arXiv:2101.00001")]),
    page(8, term("c"), works=[Work(0, 4, id="arXiv:2101.00001v3")], title="Of C"),
]
NAMES = [
    "Ann Ally",
    "A. Ally",
    "Bo Brook",
    "Brook, Bo",
    "Eldan",
    "Ronen Eldan",
    "Anne Ally",
]


@settings(max_examples=40, deadline=None)
@given(st.permutations(range(len(CORPUS))))
def test_the_order_of_input_changes_nothing(order):
    plain, shuffled = resolve(CORPUS), resolve([CORPUS[number] for number in order])
    assert shuffled.entities == plain.entities
    assert shuffled.merges == plain.merges
    for position, number in enumerate(order):
        assert shuffled.mentions[position] == plain.mentions[number]
        assert shuffled.documents[position] == plain.documents[number]
        assert shuffled.works[position] == plain.works[number]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(range(len(CORPUS))), max_size=10))
def test_the_result_is_a_partition_into_entities_that_are_named(numbers):
    extractions = [CORPUS[number] for number in numbers]
    resolution = resolve(extractions)
    ids = [entity.id for entity in resolution.entities]
    assert len(set(ids)) == len(ids)
    assert ids == sorted(ids)
    used = {
        *resolution.documents,
        *sum(resolution.works, ()),
        *sum(resolution.mentions, ()),
    }
    assert used == set(ids)
    for extraction, row in zip(extractions, resolution.mentions, strict=True):
        assert len(row) == len(extraction.mentions)
    assert {merge.entity for merge in resolution.merges} <= set(ids)


@settings(max_examples=80, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(NAMES),
            st.sampled_from(NAMES),
            st.sampled_from(["merge", "apart"]),
        ).filter(lambda row: row[0] != row[1]),
        max_size=5,
    )
)
def test_decisions_are_obeyed_or_refused_as_contradictory(rows):
    decisions = [
        Decision("person", a, b, v, line=n) for n, (a, b, v) in enumerate(rows)
    ]
    try:
        resolution = resolve(CORPUS, decisions=decisions)
    except DecisionError as error:
        place = str(error)
    else:
        check_obeyed(rows, resolution)
        return
    assert re.match(r"decisions\.csv:\d: ", place)


def check_obeyed(rows, resolution):
    spelt = {}
    for extraction, row in zip(CORPUS, resolution.mentions, strict=True):
        for mention, entity in zip(extraction.mentions, row, strict=True):
            spelt.setdefault(mention.name, set()).add(entity)
    for a, b, verdict in rows:
        if verdict == "merge":
            assert spelt[a] == spelt[b]
            assert len(spelt[a]) == 1
        else:
            assert spelt[a].isdisjoint(spelt[b])


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 99), st.integers(-5, 20))
def test_an_unrelated_document_changes_no_cluster(seed, line):
    stranger = page(
        line,
        person("Zed Zimmer"),
        term("zonal zinc"),
        place("Zurich Zoo"),
        text=prose(seed + 50),
    )
    plain, more = resolve(CORPUS), resolve([*CORPUS, stranger])
    assert more.mentions[:-1] == plain.mentions
    assert more.documents[:-1] == plain.documents
    assert set(plain.merges) == set(more.merges)


@pytest.mark.parametrize(
    ("kind", "a", "b"),
    [
        ("person", "A. Ally", "Ann Ally"),
        ("person", "person:ann-ally", "anne ally"),
        ("person", "Eldan", "Ronen Eldan"),
        ("concept", "C++", "concept:c"),
        ("term", "SGD", "stochastic gradient descent"),
        ("institution", "university of ulm", "the university of ulm"),
        ("work", "d3", "d6"),
        ("work", "Of C", "arXiv:2101.00001"),
    ],
)
def test_a_decision_to_merge_is_obeyed_and_recorded(kind, a, b):
    decision = Decision(kind, a, b, "merge", "we asked", 7)
    resolution = resolve(CORPUS, decisions=[decision])
    assert not unmatched_decisions([decision], resolution)
    kept = [merge for merge in resolution.merges if merge.rule == "decision"]
    assert kept or kind == "institution"
    assert all(
        "Line 7" in merge.reason and "we asked" in merge.reason for merge in kept
    )


def test_a_decision_to_part_outlasts_every_rule():
    pages = [page(1, term("Adam")), page(2, term("ADAM")), page(3, term("adam"))]
    apart = Decision("method", "Adam", "ADAM", "apart", line=2)
    resolution = resolve(pages, decisions=[apart])
    assert not together(resolution)
    assert resolution.mentions[2][0] in {row[0] for row in resolution.mentions[:2]}


def test_parted_documents_stay_apart():
    pages = [page(1, text=prose(1)), page(2, text=prose(1))]
    apart = Decision("work", "d1", "d2", "apart", line=2)
    assert len(set(resolve(pages, decisions=[apart]).documents)) == 2


def test_a_contradiction_by_an_id_is_found_when_names_are_known():
    pages = [page(1, person("Samy Jelassi")), page(2, person("Jelassi, Samy"))]
    decisions = [
        Decision("person", "Samy Jelassi", "Jelassi, Samy", "merge", line=2),
        Decision("person", "person:samy-jelassi", "Jelassi, Samy", "apart", line=3),
    ]
    with pytest.raises(DecisionError, match=r"decisions\.csv:3"):
        resolve(pages, decisions=decisions)


def test_a_decision_about_nobody_is_reported():
    decision = Decision("person", "Ann Ally", "Nobody Here", "merge", line=2)
    resolution = resolve(CORPUS, decisions=[decision])
    assert unmatched_decisions([decision], resolution) == [(decision, ["Nobody Here"])]


def people_of(resolution):
    return {entity.id for entity in resolution.entities if entity.kind == "person"}


@pytest.mark.parametrize("names", [["Li X"] * 6, ["Li X", "X. Li", "Li, X."]])
def test_initials_alone_are_a_person_a_work(names):
    resolution = resolve([page(n, person(name)) for n, name in enumerate(names)])
    rows = [row[0] for row in resolution.mentions]
    assert len(set(rows)) == len(names)
    if len(set(names)) == 1:
        assert rows == ["person:li-x", *(f"person:li-x-{n}" for n in range(2, 7))]


def test_the_same_initials_join_by_a_co_author_and_say_so():
    ally = person("Ann Ally")
    resolution = resolve(
        [
            page(1, person("J. Smith"), ally),
            page(2, person("Smith J"), ally),
            page(3, person("J. Smith"), person("Bo Brook")),
        ]
    )
    assert together(resolution)
    assert not together(resolution, second=(2, 0))


@pytest.mark.parametrize(
    ("team", "one"), [(["X. Li"], False), (["K. Jones", "L. Brown"], True)]
)
def test_one_crowded_co_author_is_no_proof_but_two_others_are(team, one):
    line = [person(name) for name in ("Y. Wang", *team)]
    assert together(resolve([page(1, *line), page(2, *line)])) is one


def test_rare_initials_are_one_person_and_common_ones_a_person_a_work():
    for name, one in (
        ("M. E. J. Newman", True),
        ("J. Lee", False),
        ("J.-H. Li", False),
    ):
        pages = [page(n, person(name)) for n in (1, 2)]
        assert together(resolve(pages)) is one


def test_fewer_initials_join_more_by_a_shared_co_author_only():
    ally = person("Ann Ally")
    pages = [page(1, person("J. Smith"), ally), page(2, person("J. A. Smith"), ally)]
    resolution = resolve([*pages, page(3, person("J. Smith"))])
    assert together(resolution)
    assert not together(resolution, second=(2, 0))


def test_a_group_is_called_as_it_is_written_and_proves_nothing():
    team = person("The ATLAS Collaboration")
    pages = [page(1, person("J. Smith"), team), page(2, person("J. Smith"), team)]
    resolution = resolve([*pages, page(3, person("ATLAS Collaboration"))])
    assert named(resolution)[0][1] == "The ATLAS Collaboration"
    assert resolution.mentions[2][0] == resolution.mentions[0][1]
    assert not together(resolution)


@pytest.mark.parametrize(("make", "kind"), [(person, "person"), (place, "institution")])
def test_a_decision_parts_two_of_one_name_by_their_documents(make, kind):
    pages = [page(n, make("Wei Li")) for n in (1, 2, 3)]
    apart = Decision(kind, "Wei Li@d1", "wei li@d2", "apart", "we asked", 2)
    resolution = resolve(pages, decisions=[apart])
    assert not together(resolution)
    assert not unmatched_decisions([apart], resolution)
    assert {row[0] for row in resolution.mentions} == {
        f"{kind}:wei-li",
        f"{kind}:wei-li-2",
    }


def test_other_works_go_with_the_bearer_that_they_are_like():
    pages = [
        page(1, person("Ottokar Brenk"), person("Uta Seyfarth")),
        page(2, person("Ottokar Brenk"), person("Lars Dombrowe")),
        page(3, person("Ottokar Brenk"), person("Lars Dombrowe"), person("Inge Falk")),
        page(4, person("Ottokar Brenk"), person("Inge Falk")),
        page(5, person("Brenk, Ottokar"), person("Uta Seyfarth")),
    ]
    apart = Decision("person", "Ottokar Brenk@d1", "Ottokar Brenk@d2", "apart", line=2)
    resolution = resolve(pages, decisions=[apart])
    meant = [row[0] for row in resolution.mentions]
    assert meant[0] == meant[4] != meant[1] == meant[2] == meant[3]
    assert len({row[0] for row in resolve(pages).mentions}) == 1


def test_a_decision_joins_two_of_the_same_initials_by_their_documents():
    pages = [page(n, person("J. Smith")) for n in (1, 2, 3)]
    merge = Decision("person", "J. Smith@d1", "J. Smith@d3", "merge", line=2)
    resolution = resolve(pages, decisions=[merge])
    assert together(resolution, second=(2, 0))
    assert not together(resolution)
    assert not unmatched_decisions([merge], resolution)


@pytest.mark.parametrize("b", ["J. Smith@d7", "Jo Nobody@d2", "J. Smith@"])
def test_a_name_bound_to_a_document_that_has_it_not_is_reported(b):
    pages = [page(n, person("J. Smith")) for n in (1, 2)]
    decision = Decision("person", "J. Smith@d1", b, "apart", line=2)
    resolution = resolve(pages, decisions=[decision])
    assert unmatched_decisions([decision], resolution) == [(decision, [b])]


@pytest.mark.parametrize(
    ("titles", "label"),
    [
        (["Kernels of large grahps", "Kernels of large graphs"], "graphs"),
        (["Kernels of large grahps"] * 2 + ["Kernels of large graphs"], "grahps"),
    ],
)
def test_a_work_is_called_as_most_records_and_other_titles_write(titles, label):
    pages = [
        page(n, *TEAM, text=prose(n), title=title) for n, title in enumerate(titles)
    ]
    other = page(9, text=prose(9), title="Colours of graphs")
    resolution = resolve([*pages, other])
    names = {entity.id: entity.name for entity in resolution.entities}
    assert names[resolution.documents[0]] == f"Kernels of large {label}"
    assert len(set(resolution.documents)) == 2


INITIALS = ["J. Smith", "Smith J", "J. A. Smith", "John Smith", "K. Jones", "Jones K"]
LINES = st.lists(
    st.lists(
        st.sampled_from([*INITIALS, "Ann Ally", "Eldan"]), max_size=4, unique=True
    ),
    max_size=7,
)


@settings(max_examples=150, deadline=None)
@given(LINES, st.randoms(use_true_random=False))
def test_every_join_of_two_names_has_a_reason_in_any_order(lines, chance):
    pages = [page(n, *map(person, line)) for n, line in enumerate(lines)]
    resolution = resolve(pages)
    order = chance.sample(range(len(pages)), len(pages))
    shuffled = resolve([pages[number] for number in order])
    assert shuffled.entities == resolution.entities
    assert shuffled.merges == resolution.merges
    for entity in resolution.entities:
        joined = {(entity.name)}
        steps = [
            {name.partition("@")[0] for name in (merge.a, merge.b)}
            for merge in resolution.merges
            if merge.verdict == "same" and merge.entity == entity.id
        ]
        for _ in steps:
            joined |= {name for step in steps if step & joined for name in step}
        assert joined >= {entity.name, *entity.aliases}


def test_the_works_of_one_name_are_parted_by_co_authors():
    allies = ["Ann Ally", "Bo Brook", "Cy Crane", "Di Drew", "Ed Elk"]
    pages = [page(n, person("Wei Wang"), person(allies[n % 5])) for n in range(40)]
    resolution = resolve(pages)
    bearers = [row[0] for row in resolution.mentions]
    assert len(set(bearers)) == 5
    assert all(bearers[n] == bearers[n % 5] for n in range(40))
    lonely = resolve([page(n, person("Wei Wang")) for n in range(4)])
    assert len({row[0] for row in lonely.mentions}) == 1


def test_one_more_work_never_shatters_a_name():
    for count in (100, 101, 150):
        pages = [
            page(n, person("Wei Wang"), person("Bo Unusualov")) for n in range(count)
        ]
        assert len({row[0] for row in resolve(pages).mentions}) == 1


def test_many_bearers_of_one_name_stay_apart_whatever_their_titles_share():
    chooser = random.Random(1)
    words = [prose(n, 1) + prose(n + 7, 1) for n in range(2000)]
    pages = [
        page(
            n,
            person("Wei Wang"),
            person(f"Al{'abcdefghij'[n // 3 % 10]}{'abcde'[n // 30]} Unusualov"),
            title=" ".join(chooser.sample(words, 4)),
        )
        for n in range(150)
    ]
    bearers = [row[0] for row in resolve(pages).mentions]
    assert len(set(bearers)) > 40
    assert all(bearers[n] == bearers[n - n % 3] for n in range(150))


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Yu Zhang", "Yue Zhang"),
        ("Ming Li", "Meng Li"),
        ("Jun Wang", "Junjie Wang"),
        ("Paul Smith", "Paula Smith"),
        ("Yang Li", "Li Yang"),
    ],
)
def test_like_names_that_write_on_the_same_are_two(a, b):
    first = page(
        1, person(a), person("Ann Ally"), title="Kernels of large random graphs"
    )
    second = page(
        2, person(b), person("Bo Brook"), title="Random graphs: large kernels"
    )
    assert not together(resolve([first, second]))


def test_a_name_in_characters_has_several_bearers():
    pages = [
        page(n, person("王伟"), person(ally))
        for n, ally in ((1, "Ann Ally"), (2, "Bo Ek"))
    ]
    assert not together(resolve(pages))


def test_a_decision_on_a_bare_surname_hinders_no_join():
    ally = person("Ann Ally")
    pages = [
        page(1, person("J. Kirschner"), ally),
        page(2, person("Jonas Kirschner"), ally),
        page(3, person("Kirschner", "cited")),
    ]
    merge = Decision("person", "Kirschner", "Jonas Kirschner", "merge", line=2)
    resolution = resolve(pages, decisions=[merge])
    assert len({row[0] for row in resolution.mentions}) == 1


def test_a_decision_by_id_tells_entities_of_one_name_apart():
    """Ids of two people of one name stand for what is said in their first documents."""
    extractions = [
        page(0, person("J. Smith"), person("Ana Lima")),
        page(1, person("J. Smith"), person("Rui Costa")),
    ]
    plain = resolve(extractions)
    ids = sorted(e.id for e in plain.entities if e.name == "J. Smith")
    assert len(ids) == 2
    joined = resolve(extractions, decisions=[Decision("person", *ids, "merge")])
    assert sum(e.name == "J. Smith" for e in joined.entities) == 1


def test_a_broader_term_is_linked_and_not_merged():
    names = ("two-layer ReLU networks", "ReLU network", "neural nets")
    resolution = resolve([page(n, term(name)) for n, name in enumerate(names)])
    ids = [entity for (entity,) in resolution.mentions]
    assert len(set(ids)) == 3
    assert set(resolution.broader) == {(ids[0], ids[1]), (ids[1], ids[2])}


def test_words_in_another_order_join_where_both_are_written():
    pages = [
        page(1, term("rate of contraction")),
        page(2, term("contraction rates"), term("contraction rate")),
    ]
    assert together(resolve(pages))
    (label,) = {name for row in named(resolve(pages)) for name in row}
    assert label in ("contraction rate", "contraction rates")
    called = defining(3, "RoC", "rate of contraction")
    assert not together(resolve([pages[1], called]))


def _decided(pages, *rows):
    """Resolve with decisions: kind, a, b, verdict."""
    decisions = [Decision(*row, line=n) for n, row in enumerate(rows, start=2)]
    resolution = resolve(pages, decisions=decisions)
    return resolution, unmatched_decisions(decisions, resolution)


def test_two_short_forms_of_one_long_form_are_kept_apart():
    pages = [
        defining(1, "RNM", "raw nettle mash"),
        defining(2, "RaNM", "raw nettle mash"),
        page(3, term("RNM")),
        page(4, term("RaNM")),
    ]
    assert len({row[0] for row in resolve(pages).mentions}) == 1
    resolution, unknown = _decided(pages, ("term", "RNM", "RaNM", "apart"))
    assert not unknown
    assert not together(resolution, (2, 0), (3, 0))
    assert any(m.rule == "decision" for m in resolution.merges)


def test_a_decision_may_name_an_institution_as_a_text_does():
    pages = [
        page(1, place("Ulmar University", "UU")),
        page(2, place("University of Ulmar")),
    ]
    resolution, unknown = _decided(
        pages, ("institution", "UU", "University of Ulmar", "merge")
    )
    assert together(resolution)
    assert not unknown
    with pytest.raises(DecisionError, match="one name as it is written"):
        _decided(pages, ("institution", "UU", "Ulmar University", "apart"))


@pytest.mark.parametrize(
    ("kind", "a", "b"),
    [
        ("concept", "concept:c", "concept:c-plus-plus"),
        ("person", "person:ann-ally", "Bo Brook"),
        ("work", "doc-1", "https://doi.org/10.1234/ABC.5"),
    ],
)
def test_what_was_obeyed_is_not_called_unknown(kind, a, b):
    pages = [
        page(1, term("C"), person("Ann Ally"), text=prose(1), doi="10.1234/abc.5"),
        page(2, term("C++"), person("Bo Brook"), text=prose(2)),
    ]
    ids = {"doc-1": pages[1].document.id}
    _, unknown = _decided(pages, (kind, ids.get(a, a), b, "merge"))
    assert not unknown


def test_an_id_is_that_of_a_build_by_the_other_decisions():
    pages = [
        page(n, person("Wei Zhang"), person(f"{name} Dovekamp"), text=prose(n))
        for n, name in enumerate(("Abel", "Bert", "Carl"), start=1)
    ]
    first = ("person", "Wei Zhang@d1", "Wei Zhang@d2", "merge")
    before, _ = _decided(pages, first)
    meant = before.mentions[2][0]
    assert meant == "person:wei-zhang-2"
    after, _ = _decided(pages, first, ("person", meant, "Ute Eisenlohr", "merge"))
    assert not together(after, (0, 0), (2, 0))
    joined, _ = _decided(pages, first, ("person", meant, "Carl Dovekamp", "merge"))
    assert together(joined, (2, 0), (2, 1))
    assert not together(joined, (0, 0), (2, 0))


def test_capitals_may_tell_two_terms_apart():
    pages = [page(1, term("MAP")), page(2, term("map")), page(3, term("plans"))]
    rows = (("concept", "MAP", "plans", "merge"), ("concept", "map", "plans", "apart"))
    resolution, _ = _decided(pages, *rows)
    assert together(resolution, (0, 0), (2, 0))
    assert not together(resolution, (1, 0), (2, 0))
    spelt = [page(1, term("Adam")), page(2, term("ADAM"))]
    apart, unknown = _decided(spelt, ("term", "adam", "ADAM", "apart"))
    assert not together(apart)
    assert not unknown


def test_a_decision_on_a_short_form_holds_for_its_plural():
    pages = [defining(n, "PLM", "pruned lattice machine") for n in range(5)]
    pages += [page(6, term("PLMs")), page(7, term("private label market"))]
    resolution, _ = _decided(pages, ("term", "PLM", "private label market", "merge"))
    assert together(resolution, (5, 0), (6, 0))
    assert not any("0 papers" in merge.reason for merge in resolution.merges)


def test_a_decision_by_document_holds_however_the_name_is_written_there():
    pages = [page(1, person("Ann Ally")), page(2, person("Ally, Ann"))]
    resolution, unknown = _decided(
        pages, ("person", "Ann Ally@d1", "Ann Ally@d2", "apart")
    )
    assert not together(resolution)
    assert not unknown


def test_a_compound_goes_with_its_own_document():
    pages = [defining(n, "PLM", "pruned lattice machine") for n in range(5)]
    pages.append(page(6, term("regular pruned lattice machine")))
    pages.append(defining(7, "PLM", "private label market", term("regular PLM")))
    resolution = resolve(pages)
    other = resolution.mentions[6][2]
    assert other != resolution.mentions[5][0]
    assert other not in dict(resolution.broader)


def test_what_became_one_through_others_is_not_said_to_be_apart():
    pages = [
        page(1, person("Jon Birkenfels"), person("Uta Seyfarth"), text=prose(1)),
        page(2, person("J. B. Birkenfels"), person("Uta Seyfarth"), text=prose(2)),
        page(3, person("J. Birkenfels"), person("Uta Seyfarth"), text=prose(3)),
    ]
    resolution = resolve(pages)
    names = {e.id: {e.name, *e.aliases} for e in resolution.entities}
    for merge in resolution.merges:
        if merge.verdict == "apart":
            assert not {merge.a, merge.b} <= names[merge.entity]


def test_decisions_on_crowded_names_take_no_time_by_pair():
    pages = [
        page(n, person("Wei Zhang"), person(f"Ann {'abcdefghij'[n % 10] * 3}son"))
        for n in range(400)
    ]
    parted = ("person", "Wei Zhang@d1", "Wei Zhang@d2", "apart")
    resolution, _ = _decided(pages, parted, ("person", "Wei Zhang", "Annson", "apart"))
    assert sum(merge.rule == "decision" for merge in resolution.merges) == 1
    assert not together(resolution, (1, 0), (2, 0))
