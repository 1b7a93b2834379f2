from dataclasses import replace

import bibtexparser
import pytest

from kg.exports.bibtex_writer import escape_latex, generate, write
from kg.exports.document_rows import RowAuthor
from kg.text.latex import decode_latex_field
from tests.exports.corpus_samples import MILLS, WIND, read_back


def test_bibtexparser_reads_each_entry_with_its_fields():
    library = bibtexparser.parse_string("".join(generate([MILLS, WIND])))
    assert library.failed_blocks == []
    mills, wind = library.entries
    assert (mills.key, mills.entry_type) == ("work:mills", "article")
    assert mills["author"] == "Ruiz García, Ana and de Graaf, Piet"
    assert mills["doi"] == "10.1234/m_1"
    assert mills["kg-documents"] == "a (a.bib:3)"
    assert wind.entry_type == "misc"


def test_what_is_written_is_read_back():
    mills, wind = read_back("".join(generate([MILLS, WIND])))
    assert (mills.title, mills.year, mills.doi) == (MILLS.title, 2001, MILLS.doi)
    assert [author.name for author in mills.authors] == [
        "Ruiz García, Ana",
        "de Graaf, Piet",
    ]
    assert (mills.venue, mills.keywords) == (MILLS.venue, MILLS.keywords)
    assert (wind.title, wind.year, wind.authors[0].name) == ("=Wind", None, "Roe, Cy")


@pytest.mark.parametrize("text", ["50 % & {a} $5 #1 a_b ~ ^ \\x", "plain", "a\nb"])
def test_signs_of_latex_are_escaped(text):
    assert decode_latex_field(escape_latex(text)) == " ".join(text.split())


def test_a_group_is_no_list_of_people():
    group = replace(MILLS, authors=(RowAuthor("Research and Mills Group"),))
    assert "author = {{Research and Mills Group}}" in "".join(generate([group]))


def test_keys_are_signs_that_bibtex_takes_and_no_two_are_one():
    records = [replace(WIND, id="work:a b,{c}"), replace(WIND, id="work:a b;{c}")]
    library = bibtexparser.parse_string("".join(generate(records)))
    assert [entry.key for entry in library.entries] == ["work:a-b-c", "work:a-b-c-2"]


def test_a_file_is_written(tmp_path):
    write([MILLS], tmp_path / "x.bib")
    assert (tmp_path / "x.bib").read_text("utf-8").startswith("@article{work:mills,")
