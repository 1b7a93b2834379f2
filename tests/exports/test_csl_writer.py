import json

from kg.exports.csl_writer import generate, write
from tests.exports.corpus_samples import MILLS, ORCID, WIND, read_back


def test_an_item_has_the_variables_of_csl():
    mills, wind = json.loads("".join(generate([MILLS, WIND])))
    assert (mills["id"], mills["type"]) == ("work:mills", "article-journal")
    assert mills["issued"] == {"date-parts": [[2001]]}
    assert mills["author"][0]["family"] == "Ruiz García"
    assert mills["author"][0]["ORCID"] == ORCID
    assert (mills["DOI"], mills["PMID"]) == ("10.1234/m_1", "1234567")
    assert mills["custom"]["documents"] == [{"id": "a", "source": "a.bib", "line": 3}]
    assert mills["custom"]["ids"]["arxiv"] == "2101.00001"
    assert "issued" not in wind


def test_what_is_written_is_read_back():
    mills, wind = read_back("".join(generate([MILLS, WIND])))
    assert (mills.title, mills.year, mills.doi) == (MILLS.title, 2001, MILLS.doi)
    assert [author.name for author in mills.authors] == [
        "Ruiz García, Ana",
        "de Graaf, Piet",
    ]
    assert (wind.title, wind.year, wind.authors[0].name) == ("=Wind", None, "Roe, Cy")


def test_a_file_is_one_array_whatever_is_in_it(tmp_path):
    write([], tmp_path / "x.json")
    assert json.loads((tmp_path / "x.json").read_text()) == []
    write([WIND], tmp_path / "x.json")
    assert len(json.loads((tmp_path / "x.json").read_text())) == 1
