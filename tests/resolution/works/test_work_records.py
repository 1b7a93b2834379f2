import pytest

from kg.records import Author, Document, Extraction, Work
from kg.resolution.works.work_records import work_records
from tests.resolution.builders import page, person, record, term


def of(extraction):
    return work_records([extraction])[0]


def test_documents_come_first_then_the_works_they_name():
    work = Work(0, 4, title="Kernels  of graphs", authors=("A. Li",), id="2101.00001")
    first, second, named = work_records(
        [page(1, text="Some words", works=[work]), page(2, title="On moths")]
    )
    assert [first.handle, second.handle, named.named_in] == ["d1", "d2", 0]
    assert second.label == "On moths"
    assert (named.label, named.identifiers) == (
        "Kernels of graphs",
        ("arxiv:2101.00001",),
    )
    assert named.text.words == 0


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["Ana Lima", "Lima, A."], {("lima", "a")}),
        (["Ana Lima et al."], {("lima", "a")}),
        (["et al.", "Anonymous", "and others", "unknown"], set()),
        (["Lima"], {("lima", "")}),
    ],
)
def test_authors_are_family_names_and_initials_of_somebody(names, expected):
    document = Document("d", "a", "", (), authors=tuple(Author(name) for name in names))
    assert of(Extraction(document, ())).authors == expected


def test_a_record_without_a_title_is_called_by_its_terms_or_its_id():
    text = "one two three four five six seven eight nine"
    assert of(page(1, term("rye"), text=text)).label == "On rye"
    assert of(page(1, text=text)).label == "d1"


def test_identifiers_elsewhere_are_kept_with_their_schemes():
    ids = (("arxiv", "2101.00001"), ("pmid", "123"))
    found = of(page(1, ids=ids, doi="10.1234/ABC")).identifiers
    assert found == ("doi:10.1234/abc", "arxiv:2101.00001", "pmid:123")


def test_authors_keep_what_their_record_identifies_them_by():
    made = record(1, ("Ana Lima", "0000-0001-0000-0017"), "Rui Costa")
    assert of(made).author_ids == {("ana lima", "ORCID", "0000-0001-0000-0017")}
    assert not of(page(2, person("Ana Lima"))).author_ids
