import pytest

from kg.records import Document
from kg.resolution.works.reference_ids import document_keys, reference_keys


@pytest.mark.parametrize(
    ("reference", "key"),
    [
        ("10.5555/ABC", "doi:10.5555/abc"),
        ("https://doi.org/10.5555/abc", "doi:10.5555/abc"),
        ("HOLM A, 2003, J FIELD ECOL, V4, P37, DOI 10.5555/abc", "doi:10.5555/abc"),
        ("A. Holm. Lichen. arXiv:2101.00001v2, 2021", "arxiv:2101.00001"),
        ("W1234567", "openalex:w1234567"),
        ("https://openalex.org/W1234567", "openalex:w1234567"),
        ("PMID: 7654321", "pmid:7654321"),
        ("https://pubmed.ncbi.nlm.nih.gov/7654321/", "pmid:7654321"),
        ("PMC765432", "pmcid:pmc765432"),
        ("CorpusID:765432", "s2:765432"),
        ("journals/rye/Holm03", "id:journals/rye/holm03"),
        ("7654321", "id:7654321"),
    ],
)
def test_what_names_a_work_in_a_reference(reference, key):
    assert key in set(reference_keys(reference))


def test_a_short_number_is_one_of_a_list():
    assert not list(reference_keys("17"))
    assert list(document_keys(Document("17", "s", "", ()))) == []


def test_a_document_is_named_by_each_of_its_ids():
    ids = (("arxiv", "2101.00001"), ("openalex", "W77777"))
    made = Document("holm03", "s", "", (), doi="10.5555/abc", ids=ids)
    assert set(document_keys(made)) == {
        *("doi:10.5555/abc", "id:holm03", "arxiv:2101.00001", "openalex:w77777"),
        *("id:2101.00001", "id:w77777"),
    }
