"""A file of XML: records one by one, whatever is broken, and nothing in silence."""

import gzip
from importlib import import_module

import pytest

from kg.files.opening import open_data
from kg.records import Document, Remark
from kg.sources.formats.known_formats import SHAPES
from kg.sources.readers import read
from kg.sources.records.xml.dialect import Dialect
from kg.sources.records.xml_records import DIALECTS, parse
from kg.sources.unused_text import Unused

FIRST = "<article key='a'><author>Ann Lee</author><title>On mills.</title></article>"
SECOND = "<book key='b'><author>Bo Chu</author><title>Wind.</title></book>"


def parse_text(text: str) -> list[Document | Remark | Unused]:
    return list(parse(open_data(text.encode(), name="x.xml")))


def titles(items):
    return [item.title for item in items if isinstance(item, Document)]


def rejects(items):
    return [item for item in items if isinstance(item, Remark) and item.lost]


def test_every_dialect_is_a_module_that_a_shape_names():
    assert set(DIALECTS) == {s.dialect for s in SHAPES if s.reader == "xml"}
    for module in DIALECTS.values():
        assert isinstance(import_module(module).DIALECT, Dialect)


@pytest.mark.parametrize(
    "text",
    [
        f"<dblp>{FIRST}{SECOND}</dblp>",
        f"<?xml version='1.0' encoding='US-ASCII'?>\n<dblp>\n{FIRST}\n{SECOND}\n</dblp>",
        f"<d:dblp xmlns:d='x'>{FIRST}{SECOND}</d:dblp>",
        f"<dblp>{FIRST}</dblp><dblp>{SECOND}</dblp>",
        f"<?xml version='1.0'?><dblp>{FIRST}</dblp>\n<?xml version='1.0'?><dblp>{SECOND}</dblp>",
        f"{FIRST}\n{SECOND}",
        f"<dblp><!-- {SECOND} -->{FIRST}{SECOND}",
        f"<dblp>{FIRST}<!-- never closed {SECOND}</dblp>",
        f"<dblp>{FIRST}{SECOND}".replace("<article ", "<d:article ").replace(
            "</article", "</d:article"
        ),
    ],
)
def test_records_stand_below_one_root_several_or_none(text):
    items = parse_text(text)
    assert (titles(items), rejects(items)) == (["On mills", "Wind"], [])


@pytest.mark.parametrize(
    ("broken", "said"),
    [
        ("<article key='c'><title>Lost", "it is never closed"),
        ("<article key='c'><title>Lost</article>", "mismatched tag at line 3"),
        ("<article key='c'><title>Lost</title></book>", "</book> closes it"),
        ("<title>Lost</title></article>", "its beginning is missing"),
        (
            "<article key='c' key='d'><title>Lost</title></article>",
            "duplicate attribute",
        ),
    ],
)
def test_a_broken_record_costs_itself(broken, said):
    items = parse_text(f"<dblp>\n{FIRST}\n{broken}\n{SECOND}\n</dblp>")
    assert titles(items) == ["On mills", "Wind"]
    (reject,) = rejects(items)
    assert said in reject.reason
    assert reject.line == 3


def test_the_last_record_of_a_cut_file_is_a_reject():
    text = f"<dblp>\n{FIRST}\n{SECOND}"
    for end in range(text.index(SECOND) + len("<book "), len(text)):
        items = parse_text(text[:end])
        assert titles(items) == ["On mills"]
        assert [r.line for r in rejects(items)] == [3]


def test_no_entity_grows_and_none_is_fetched():
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    text = (
        f'<!DOCTYPE dblp [<!ENTITY l0 "ha">{laughs}<!ENTITY f SYSTEM "file:///etc/passwd">]>'
        f"<dblp>{FIRST.replace('On mills', '&l11; of &f; and M&uuml;ller')}</dblp>"
    )
    items = parse_text(text)
    assert titles(items) == ["&l11; of &f; and Müller"]
    reasons = " ".join(item.reason for item in items if isinstance(item, Remark))
    assert "13 entities are declared: no declaration is followed" in reasons
    assert "entities that are not known stay as they stand: &l11;, &f;" in reasons


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "latin-1"])
@pytest.mark.parametrize("declared", ["UTF-8", "ISO-8859-1", "x-unknown"])
def test_what_a_file_says_of_its_encoding_may_be_wrong(encoding, declared, tmp_path):
    record = FIRST.replace("On mills", "Über Mühlen und Bäche für Gäste in Köln")
    text = f"<?xml version='1.0' encoding='{declared}'?>\n<dblp>\n{record}\n</dblp>"
    (tmp_path / "x.xml").write_bytes(text.encode(encoding))
    assert titles(read([tmp_path])) == ["Über Mühlen und Bäche für Gäste in Köln"]


def test_a_cut_archive_is_read_as_far_as_it_goes(tmp_path):
    text = "<dblp>" + "".join(FIRST.replace("'a'", f"'{n * n}'") for n in range(9000))
    (tmp_path / "x.xml.gz").write_bytes(gzip.compress(text.encode())[:-4000])
    items = list(read([tmp_path]))
    assert len(titles(items)) > 100
    assert len(rejects(items)) <= 1


def test_elements_that_nothing_reads_are_named_with_their_number():
    extra = "<pages>1</pages><pages>2</pages></article>"
    text = (
        f"<dblp><note>of 2019</note>{FIRST.replace('</article>', extra)}{SECOND}</dblp>"
    )
    reasons = [i.reason for i in parse_text(text) if isinstance(i, Remark)]
    assert reasons == [
        'fields that are not read: "note" (1 record), "pages" (1 record)'
    ]


def test_prose_behind_the_records_is_given_back_with_its_line():
    items = parse_text(f"<dblp>\n{FIRST}\n</dblp>\n\nWe ask how mills turn.\n")
    assert items[1:] == [Unused(5, "We ask how mills turn.", "no record of XML")]


def test_signs_that_are_words_are_read_and_counted():
    record = FIRST.replace("On mills", "R&D at p < 0.05 \x0b")
    items = parse_text(f"<dblp>{record}</dblp>")
    assert titles(items) == ["R&D at p < 0.05"]
    assert "signs and tags that XML has no room for are mended: 1 record" in [
        item.reason for item in items if isinstance(item, Remark)
    ]


def test_xml_of_no_known_dialect_is_refused_by_its_elements(tmp_path):
    (tmp_path / "x.xml").write_text("<?xml version='1.0'?><a><b>1</b></a>")
    (remark,) = read([tmp_path])
    assert "an XML file: not read yet (elements: a 1, b 1)" in remark.reason


def test_elements_of_a_record_whose_tags_are_lost_are_a_reject():
    inner = SECOND.removeprefix("<book key='b'>").removesuffix("</book>")
    items = parse_text(f"<dblp>\n{FIRST}\n{inner}\n<www key='x'/>\n</dblp>")
    assert titles(items) == ["On mills"]
    assert [(r.line, r.last, r.reason) for r in rejects(items)] == [
        (3, 3, "<author>, <title> without a record around: not read")
    ]


def test_a_record_that_lacks_its_beginning_is_a_reject_with_all_its_lines():
    lines = SECOND.removeprefix("<book key='b'>").replace("<title>", "\n<title>")
    items = parse_text(f"<dblp>\n{FIRST}\n{lines}\n</dblp>")
    assert [(r.line, r.last) for r in rejects(items)] == [(3, 4)]


def test_a_file_without_records_says_so():
    items = parse_text("<feed>\n<title>ArXiv Query</title>\n</feed>")
    assert [(r.line, r.last, r.reason) for r in rejects(items)] == [
        (1, 3, "no <entry> is there: nothing is read")
    ]


def test_a_record_without_words_is_a_reject_with_all_its_lines():
    (reject,) = rejects(
        parse_text("<dblp>\n<article>\n<year>2001</year>\n</article></dblp>")
    )
    assert (reject.line, reject.last) == (2, 4)


@pytest.mark.parametrize(
    "text",
    [
        f"<library>\n{FIRST.replace('</author>', '</author><journal>J</journal>')}</library>",
        "<a><list><mods><titleInfo><title>On mills</title></titleInfo></mods></list></a>",
        "<x><y><PubmedArticle><MedlineCitation><PMID>1</PMID><Article><ArticleTitle>On mills"
        "</ArticleTitle></Article></MedlineCitation></PubmedArticle></y></x>",
    ],
)
def test_records_below_a_root_of_ones_own_are_found(text, tmp_path):
    (tmp_path / "x.xml").write_text(f"<?xml version='1.0'?>{text}")
    assert titles(read([tmp_path])) == ["On mills"]


def test_a_file_that_begins_within_a_record_is_not_read_as_prose(tmp_path):
    whole = FIRST.replace(
        "</author>", "</author><journal>J</journal><year>1</year><ee/>"
    )
    (tmp_path / "x.xml").write_text(
        f"of wind</title><pages>1</pages></article>{whole * 3}</dblp>"
    )
    items = list(read([tmp_path]))
    assert titles(items) == ["On mills"] * 3
    assert len(rejects(items)) == 1


@pytest.mark.parametrize("is_first", [True, False])
def test_a_file_of_another_kind_in_the_same_file_is_read_by_its_reader(
    is_first, tmp_path
):
    xml = f"<?xml version='1.0'?>\n<dblp>\n{FIRST}\n{SECOND}\n</dblp>\n"
    entry = "@misc{c, title={Sails}}\n"
    (tmp_path / "x.txt").write_text(entry + xml if is_first else xml + entry)
    items = list(read([tmp_path]))
    assert sorted(titles(items)) == ["On mills", "Sails", "Wind"]
    assert rejects(items) == []


def test_two_dialects_in_one_file_are_both_read(tmp_path):
    entry = "<entry><title>Sails</title><summary>They turn.</summary><id>x</id></entry>"
    extra = "<journal>J</journal></article>"
    (tmp_path / "x.xml").write_text(
        f"<?xml version='1.0'?>\n<feed>\n{entry}\n</feed>\n<?xml version='1.0'?>\n<dblp>\n"
        f"{FIRST.replace('</article>', extra)}\n</dblp>\n"
    )
    items = list(read([tmp_path]))
    found = [(d.title, d.record_line) for d in items if isinstance(d, Document)]
    assert (found, rejects(items)) == ([("Sails", 3), ("On mills", 7)], [])
