"""Dublin Core of repositories."""

import pytest

from kg.sources.records.xml.dialects.dublin_core import read_dublin_core
from kg.sources.records.xml.element_parsing import parse_element


def values_of(elements):
    return read_dublin_core(parse_element(f"<oai_dc:dc>{elements}</oai_dc:dc>").element)


def test_a_record_of_a_journal():
    values = values_of(
        '<dc:title xml:lang="es">Molinos</dc:title><dc:title xml:lang="en">Mills</dc:title>'
        "<dc:creator>Lee, Ann; University of Oslo</dc:creator><dc:creator>Chu, Bo</dc:creator>"
        '<dc:description xml:lang="es">Preguntamos por los molinos.</dc:description>'
        '<dc:description xml:lang="en">We ask of mills.</dc:description>'
        "<dc:subject>wind; flour</dc:subject><dc:date>2021-03-01</dc:date>"
        "<dc:date>2019-05-01</dc:date><dc:source>Journal of Mills; Vol. 1 (2019); 1-9</dc:source>"
        "<dc:identifier>https://x.org/1</dc:identifier><dc:identifier>10.5555/m.1</dc:identifier>"
        "<dc:language>eng</dc:language><dc:type>article</dc:type>"
    )
    assert (values.title, values.abstract) == ("Mills", "We ask of mills.")
    assert [(a.name, [p.raw for p in a.affiliations]) for a in values.authors] == [
        ("Lee, Ann", ["University of Oslo"]),
        ("Chu, Bo", []),
    ]
    assert (values.year, values.venue, values.doi) == (
        "2019-05-01",
        "Journal of Mills",
        "10.5555/m.1",
    )
    assert [word.strip() for word in values.keywords] == ["wind", "flour"]


@pytest.mark.parametrize(
    ("creator", "names"),
    [
        ("Lee, Ann; Chu, Bo; Day, Cy", ["Lee, Ann", "Chu, Bo", "Day, Cy"]),
        ("Lee, Ann", ["Lee, Ann"]),
        ("Ann Lee", ["Ann Lee"]),
        ("Lee, Ann; Mill Institute, Oslo", ["Lee, Ann"]),
        ("MILL Group", ["MILL Group"]),
        ("", [""]),
    ],
)
def test_a_creator_may_be_several(creator, names):
    values = values_of(f"<dc:title>A</dc:title><dc:creator>{creator}</dc:creator>")
    assert [author.name for author in values.authors] == [n for n in names if n]


def test_remarks_on_the_file_are_no_abstract():
    values = values_of(
        "<dc:description>We ask.</dc:description>"
        "<dc:description>Comment: 12 pages, of which four are an appendix</dc:description>"
    )
    assert values.abstract == "We ask."


def test_records_outside_of_an_answer(read):
    one = "<oai_dc:dc><dc:title>Mills</dc:title><dc:date>2001</dc:date></oai_dc:dc>"
    for text in (
        one,
        f"<records>{one}{one}</records>",
        f"<?xml version='1.0'?>{one}\n{one}",
    ):
        documents, rejects, _ = read(text)
        assert {document.title for document in documents} == {"Mills"}
        assert rejects == []
