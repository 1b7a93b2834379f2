import csv
import io

from kg.exports.records_table import COLUMNS, generate, write
from tests.exports.corpus_samples import MILLS, ORCID, PLACES, WIND, read_back


def test_a_work_is_a_row():
    mills, wind = csv.DictReader(io.StringIO("".join(generate([MILLS, WIND]))))
    assert tuple(mills) == COLUMNS
    assert mills["authors"] == "Ruiz García, Ana; de Graaf, Piet"
    assert mills["orcids"] == f"{ORCID}|"
    assert mills["affiliations"] == f"{PLACES[0]}; {PLACES[1]}|{PLACES[0]}"
    assert mills["kg documents"] == "a (a.bib:3)"
    assert wind["title"] == "'=Wind"


def test_what_is_written_is_read_back():
    mills, wind = read_back("".join(generate([MILLS, WIND])))
    assert (mills.id, mills.title, mills.year) == (MILLS.id, MILLS.title, 2001)
    assert (mills.doi, mills.venue, mills.ids) == (MILLS.doi, MILLS.venue, MILLS.ids)
    garcia, graaf = mills.authors
    assert (garcia.name, garcia.orcid) == ("Ruiz García, Ana", ORCID)
    assert [place.raw for place in garcia.affiliations] == list(PLACES)
    assert [place.raw for place in graaf.affiliations] == [PLACES[0]]
    assert mills.keywords == MILLS.keywords
    assert mills.references == MILLS.references
    assert (wind.title, wind.year, wind.authors[0].name) == ("=Wind", None, "Roe, Cy")


def test_a_file_is_written(tmp_path):
    write([MILLS], tmp_path / "x.csv")
    assert (tmp_path / "x.csv").read_text("utf-8").startswith("id,title,abstract,")
