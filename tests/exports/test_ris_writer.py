from kg.exports.ris_writer import generate, write
from tests.exports.corpus_samples import MILLS, WIND, read_back


def test_a_record_is_lines_of_tags():
    lines = next(generate([MILLS])).split("\n")
    assert lines[0] == "TY  - JOUR"
    assert "AU  - Ruiz García, Ana" in lines
    assert "AD  - [Ruiz García, Ana; de Graaf, Piet] Oslo U, Oslo, Norway" in lines
    assert "U1  - a (a.bib:3)" in lines
    assert lines[-3:] == ["ER  - ", "", ""]
    assert all(line[2:6] == "  - " for line in lines[:-2])


def test_no_value_begins_a_tag_of_its_own():
    text = "".join(generate([MILLS, WIND]))
    assert text.count("\nTY  -") == 1
    assert text.startswith("TY  -")


def test_what_is_written_is_read_back():
    mills, wind = read_back("".join(generate([MILLS, WIND])))
    assert (mills.title, mills.year, mills.doi) == (MILLS.title, 2001, MILLS.doi)
    assert [author.name for author in mills.authors] == [
        "Ruiz García, Ana",
        "de Graaf, Piet",
    ]
    assert [len(author.affiliations) for author in mills.authors] == [2, 1]
    assert mills.keywords == MILLS.keywords
    assert (wind.title, wind.year, wind.authors[0].name) == ("=Wind", None, "Roe, Cy")


def test_the_same_records_give_the_same_bytes(tmp_path):
    for name in ("a.ris", "b.ris"):
        write([MILLS, WIND], tmp_path / name)
    assert (tmp_path / "a.ris").read_bytes() == (tmp_path / "b.ris").read_bytes()
