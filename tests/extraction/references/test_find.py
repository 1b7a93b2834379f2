import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extraction.passages import find_passages
from kg.extraction.people.find import find_people
from kg.extraction.references.find import find_works
from kg.records import Document, Section, Work


def works(text, *, title=None):
    document = Document("d", "s", text, (Section(0, len(text), "body"),), title=title)
    passages = find_passages(document)
    return find_works(document, passages, find_people(document, passages))


NAMED = [
    ("Slides: https://www.maths.example/talks/sieves.pdf", ""),
    ("Handout: https://www.maths.example/talks/sieves.pdf", ""),
    (
        "References:\n[1] P. Adeyemi, L. Novak. Periods and trace formulae for GL(4)."
        " Invent. Math. 201 (2015).",
        "Periods and trace formulae for GL(4)",
    ),
    (
        "We follow the paper\n\nPaula Adeyemi, Lena Novak and Tom Birch: Sampling Trees"
        " with Walks, ICML 2019.",
        "Sampling Trees with Walks",
    ),
    ("Based on https://arxiv.org/abs/2203.00001 (ICML 2022).", "arXiv:2203.00001"),
    ("Based on: https://arxiv.org/pdf/2203.00001v2.pdf", "arXiv:2203.00001"),
    ("Link: https://doi.org/10.1137/20M1234567", "https://doi.org/10.1137/20M1234567"),
    ("See doi:10.1137/20M1234567, page 3.", "https://doi.org/10.1137/20M1234567"),
    ("See https://doi.org/10.48550/arXiv.2203.00001.", "arXiv:2203.00001"),
    (
        "See arXiv:1909.12345v3 and arXiv:math/0601001.",
        "arXiv:1909.12345|arXiv:math/0601001",
    ),
    (
        "This talk is based on 2311.01234 and 2401.00010.",
        "arXiv:2311.01234|arXiv:2401.00010",
    ),
    (
        "https://arxiv.org/abs/2001.00001https://arxiv.org/abs/2002.00002",
        "arXiv:2001.00001|arXiv:2002.00002",
    ),
    (
        "https://arxiv.org/abs/2001.00001 and https://arxiv.org/abs/2001.00001",
        "arXiv:2001.00001",
    ),
    (
        "Paper: https://openreview.net/forum?id=abC1\nCode: https://github.com/a/b"
        "\nhttps://a.github.io/",
        "https://openreview.net/forum?id=abC1",
    ),
    (
        "More at www.example.edu/~li/paper.pdf and https://example.org/",
        "www.example.edu/~li/paper.pdf",
    ),
    ("We reach 0.1234 at 1205.33333 Hz; code: https://github.com/a/b.", ""),
    (
        "References:\n[1] A. Kovács, B. Nowak. Sharp rates for kernels. COLT 2021."
        "\n[2] C. Silva. Notes on tensors. arXiv:2012.00001.",
        "Sharp rates for kernels|Notes on tensors",
    ),
    (
        "References: [1] A. Kovács, B. Nowak. Sharp rates for kernels. COLT 2021."
        " [2] C. Silva. Notes on tensors.",
        "Sharp rates for kernels|Notes on tensors",
    ),
    (
        "The talk covers the following papers:\n- Learning with few labels. Ana Co"
        "sta, Bo Lind. NeurIPS 2022.\n- Costa, A. and Lind, B. (2023). Robust tran"
        "sport. JMLR.",
        "Learning with few labels|Robust transport",
    ),
    (
        "I discuss the paper \"Graph Signals on Trees\" (NeurIPS 2020) by Ana Costa.",
        "Graph Signals on Trees",
    ),
    (
        "Our article “Bounds for Noisy Channels” proves it, with \"the curse of dim"
        "ensionality\".",
        "Bounds for Noisy Channels",
    ),
    ("We introduce a method called \"Batch Switching\" [Li et al., 2019].", ""),
    (
        "Reference: Yılmaz, A., & Öztürk, Ç. (2019). Fast mixing of chains. Annals"
        " of Probability, 47(2), 1-30.",
        "Fast mixing of chains",
    ),
    (
        "References\n1. Matrix completion by games, Hana Kim, Lars Berg (ICLR 2020"
        ")\n2. Matrix games, revisited, Hana Kim (2021)",
        "Matrix completion by games|Matrix games, revisited",
    ),
    (
        "References:\n[1] Hana Kim, \"Matrix games,\" in Proc. ACL, 2020.\n[2] L. Be"
        "rg, in preparation.",
        "Matrix games",
    ),
    (
        "References:\nKim H, Berg L, de Vries P. Outcomes of knee surgery. Lancet."
        " 2019;12:1-9.",
        "Outcomes of knee surgery",
    ),
    (
        "Main reference: T. Sato and V. Vu, Random matrices: local statistics, Act"
        "a Math. 206 (2011), 127-204.",
        "Random matrices: local statistics",
    ),
    (
        "Based on the following paper: Ana Costa, Bo Lind, Learning to walk, ICML"
        " 2021.",
        "Learning to walk",
    ),
    (
        "Bibliography\n[KB19] Kim, H., Berg, L.: Matrix games on trees. In: ECML 2"
        "019, pp. 1-9.",
        "Matrix games on trees",
    ),
    (
        "References:\n• Wei Zhang and Li Na (2020) “Stable flows,” SIAM J. Optim."
        " 30(1).\n• Zhang, Wei; Na, Li. Unstable flows. 2021.",
        "Stable flows|Unstable flows",
    ),
    (
        "References:\n[1] Sato & Lund, PNAS 119 (40), arXiv:2202.00001",
        "arXiv:2202.00001",
    ),
    (
        "References:\nLeCun, Y., Sato, K., and Lund, B. Deep trees. Nature 521 (20"
        "15): 436-444.",
        "Deep trees",
    ),
    (
        "It holds.\n[1] R. Menon, B. An. Rates for trees. arXiv:1901.00001, 2019."
        "\n[2] J. Law. Tall trees. JMLR, 2020.\nI will end with questions.",
        "Rates for trees|Tall trees",
    ),
    (
        "It holds.\n• Ana Cruz, Eva X. Yu. \"Rates for Trees.\" ICML (2019).",
        "Rates for Trees",
    ),
    (
        "This talk is based on:\n- Deep Tree Encoders. Ana Cruz, Bo Li, 2017\n"
        "- Learning with Tall Trees. Bo Li, 2019",
        "Deep Tree Encoders|Learning with Tall Trees",
    ),
    (
        "Reference: Trees with Hidden Nodes, Ana Cruz, Bo Li, ICML 2015.",
        "Trees with Hidden Nodes",
    ),
    (
        "Papers:\nA Tall Tree for Competing with Noisy Oracles\n"
        "https://arxiv.org/abs/1901.00001",
        "A Tall Tree for Competing with Noisy Oracles",
    ),
    (
        "Reference: Ana Cruz, Tall trees, ICML 2019.\nSoftware: https://t.readthedocs.io"
        "\nOur code can be found here: https://github.com/a/b",
        "Tall trees",
    ),
    ("Slides: https://a.org/talk.pdf\nProject page: https://a.github.io/t", ""),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), NAMED)
def test_which_works_a_text_names(text, expected):
    assert [w.title or w.id for w in works(text)] == [
        w for w in expected.split("|") if w
    ]


@pytest.mark.parametrize(
    ("text", "authors", "venue", "year", "number"),
    [
        (
            "References:\n[1] Liv Dahl, James B. Hale. Trees and walks. ICLR 2022.",
            ("Liv Dahl", "James B. Hale"), "ICLR", 2022, None,
        ),
        (
            "References:\n1. Trees and Walks Liv Dahl, Bo Li",
            ("Liv Dahl", "Bo Li"), None, None, None,
        ),
        (
            "References:\nDahl, L., & Li, B. (2020). Trees and walks. JMLR. "
            "arXiv:2001.00001",
            ("L. Dahl", "B. Li"), "JMLR", 2020, "arXiv:2001.00001",
        ),
        (
            "References:\nTrees and Walks by Liv Dahl and Bo Li, ICML 2021",
            ("Liv Dahl", "Bo Li"), "ICML", 2021, None,
        ),
        (
            "References:\nTrees and walks - Liv Dahl, Bo Li - CoRL 2022",
            ("Liv Dahl", "Bo Li"), "CoRL", 2022, None,
        ),
        ("See our paper “Trees and Walks” (COLT 2019).", (), "COLT", 2019, None),
        (
            "The paper “Trees and Walks” (COLT 2019) by Liv Dahl and Bo Li.",
            ("Liv Dahl", "Bo Li"), "COLT", 2019, None,
        ),
        (
            "It is based on:\n(a) Trees and walks (with Liv Dahl and Bo Li), ICML 2021",
            ("Liv Dahl", "Bo Li"), "ICML", 2021, None,
        ),
    ],
)  # fmt: skip
def test_what_is_said_of_a_work(text, authors, venue, year, number):
    (work,) = works(text)
    assert work.title.lower() == "trees and walks"
    assert (work.authors, work.venue, work.year, work.id) == (
        authors,
        venue,
        year,
        number,
    )


def test_venue_and_year_beside_a_link():
    (work,) = works("Based on https://arxiv.org/abs/2203.00001 (ICML 2022).")
    assert work == Work(9, 41, venue="ICML", year=2022, id="arXiv:2203.00001")


def test_the_documents_own_title_is_no_other_work():
    assert (
        works("Our paper “Trees and Walks” (COLT 2019).", title="Trees and walks") == []
    )


@given(
    st.lists(
        st.sampled_from(
            ["References:\n", "[1] ", "A. Li, ", "“Trees and walks” ", "(2020)", ". ",
             "\n",
             "https://arxiv.org/abs/2001.00001", "arXiv:", "10.1000/x", "et al. ", "é"]
        ),
        max_size=20,
    )
)  # fmt: skip
def test_works_have_places_in_the_text(pieces):
    text = "".join(pieces)
    for work in works(text):
        assert 0 <= work.start < work.end <= len(text)
        assert work.title or work.id
