import pytest

from kg.records import Author
from kg.resolution.resolve import resolve
from kg.resolution.works.cited_references import cited_works
from tests.resolution.builders import page

LICHEN = {
    "title": "Growth of lichen on old walls",
    "year": 2003,
    "authors": (Author("Ada Holm"),),
    "venue": "Journal of Field Ecology",
    "doi": "10.5555/lichen",
}
MOSS = {
    "title": "Mosses of roofs",
    "year": 2005,
    "authors": (Author("Bo Ek"),),
    "ids": (("openalex", "W1234567"),),
}


def cited(*references, **changed):
    """Return the works that a third document cites of two others."""
    pages = [
        page(1, **LICHEN | changed),
        page(2, **MOSS),
        page(3, title="Slates and tiles", year=2012, references=references),
    ]
    *_, last = cited_works(pages, ["work:lichen", "work:moss", "work:slates"]) or [()]
    return last


@pytest.mark.parametrize(
    "reference",
    [
        "10.5555/LICHEN",
        "HOLM A, 2003, J FIELD ECOL, V4, P37, DOI 10.5555/lichen",
        "HOLM A, 2003, J FIELD ECOL, V4, P37",
        "Holm A., Growth of lichen on old walls, J. Field Ecol., 4, pp. 37-41, (2003)",
        "A. Holm, “Growth of Lichen on Old Walls,” J. Field Ecol. 4 (2003), 37–41.",
        "Holm A (2003) Growth of lichen on old walls. J Field Ecol 4:37-41",
        "Holm, A. Growth of lichen on old walls. arXiv preprint, 2001.",
        "Growth of lichen on old walls",
        "d1",
    ],
)
def test_a_reference_names_a_work_in_the_styles_of_databases(reference):
    assert cited(reference) == ((0, "work:lichen"),)


@pytest.mark.parametrize(
    "reference",
    [
        "Holm A., Growth of lichen on old walls of stone, J. Field Ecol., (2003)",
        "Holm A., A survey of growth of lichen on old walls, (2003)",
        "Rye R., Growth of lichen on old walls, J. Mills, 1953",
        "Holm A., Growth of lichen on old walls, 1983",
        "HOLM A, 2003, ECOL LETT, V4",
        "Mosses of the sea, 2005",
        "Slates and tiles",
        "77",
    ],
)
def test_other_references_name_nothing(reference):
    assert cited(reference) == ()


def test_each_reference_keeps_its_number():
    found = cited("Unknown", "https://openalex.org/W1234567", "10.5555/lichen")
    assert found == ((1, "work:moss"), (2, "work:lichen"))


def test_what_names_two_works_names_none():
    pages = [
        page(
            1, title="On mills", year=2003, venue="Mills", authors=(Author("Al Rye"),)
        ),
        page(2, title="On rye", year=2003, venue="Mills", authors=(Author("A. Rye"),)),
        page(3, references=("RYE A, 2003, MILLS, V1",)),
    ]
    assert cited_works(pages, ["a", "b", "c"]) == ((), (), ())


def test_without_references_there_is_nothing_to_look_for():
    assert cited_works([page(1)], ["a"]) == ()


def test_resolution_names_the_works_of_the_corpus_whatever_the_order():
    pages = [page(1, **LICHEN), page(2, references=("10.5555/lichen",), title="Slates")]
    for order in (pages, pages[::-1]):
        made = resolve(order)
        number = order.index(pages[1])
        lichen = made.documents[order.index(pages[0])]
        assert made.cited[number] == ((0, lichen),)
