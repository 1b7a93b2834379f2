import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.files.opened_file import Head
from kg.files.opening import open_text
from kg.records import Affiliation, Author, Document, Remark
from kg.sources.records import jsonl
from kg.sources.unused_text import Unused


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ('{"results": [{"title": "A", "authorships": []}', "OpenAlex works (JSON)"),
        ('{"title": ["A"], "DOI": "x"}\n{"title": "B"}', "Crossref works (JSON)"),
        ('{"title": "A"}', ""),
        ('{"title": "A', ""),
        ("[1, 2]", ""),
    ],
)
def test_a_file_is_called_by_its_first_record(text, kind):
    assert jsonl.describe(Head("x", b"", text)) == kind


def parse(*records, text=None):
    text = "\n".join(json.dumps(r) for r in records) if text is None else text
    return list(jsonl.parse(open_text(text, name="x.jsonl")))


def only(items, kind):
    return [item for item in items if isinstance(item, kind)]


def document(**fields):
    return only(parse({"title": "T", **fields}), Document)[0]


def _places(*raw):
    return tuple(Affiliation(each) for each in raw)


@pytest.mark.parametrize(
    ("text", "fit"),
    [
        ('{"title": "A"}', True),
        ('  [{"title": "A"}]', True),
        ('{\n  "title": "A"\n}', True),
        ('{broken\n{"title": "A"}', True),
        ("[-] preview", False),
        (r"{\em Deep} networks", False),
        ("Plain words.", False),
    ],
)
def test_told_by_content(text, fit):
    assert jsonl.fits(Head("x.txt", b"", text)) is fit


@pytest.mark.parametrize(
    ("record", "text", "kinds"),
    [
        ({"title": "A", "abstract": "B c."}, "A\nB c.", ["title", "body"]),
        ({"title": "A", "abstract": None}, "A", ["title"]),
        ({"title": " ", "abstract": "B"}, "B", ["body"]),
        ({"title": "<script>", "abstract": "=cmd()"}, "<script>\n=cmd()",
         ["title", "body"]),
    ],
)  # fmt: skip
def test_text_is_title_and_abstract_as_they_stand(record, text, kinds):
    (found,) = parse(record)
    assert found.text == text
    assert [section.kind for section in found.sections] == kinds
    assert (found.first_line, found.last_line, found.record_line) == (None, None, 1)


@pytest.mark.parametrize(
    ("authors", "affiliations", "expected"),
    [
        (["Ann Lee", "Chu, Bo"], None, [Author("Ann Lee"), Author("Chu, Bo")]),
        (["Ann Lee", "Bo Chu"], ["MIT", None],
         [Author("Ann Lee", _places("MIT")), Author("Bo Chu")]),
        (["Ann Lee"], [["MIT", "CNRS"]], [Author("Ann Lee", _places("MIT", "CNRS"))]),
        ([{"name": "Ann Lee", "affiliations": ["MIT"]}], None,
         [Author("Ann Lee", _places("MIT"))]),
        ("Ann Lee and Bo Chu", ["MIT", "Yale"],
         [Author("Ann Lee", _places("MIT")), Author("Bo Chu", _places("Yale"))]),
        ("Lee, Ann; Chu, Bo", None, [Author("Lee, Ann"), Author("Chu, Bo")]),
        (["", "Bo Chu"], ["MIT", "Yale"], [Author("Bo Chu", _places("Yale"))]),
    ],
)  # fmt: skip
def test_authors_in_every_shape(authors, affiliations, expected):
    found = document(authors=authors, affiliations=affiliations)
    assert list(found.authors) == expected


@pytest.mark.parametrize(
    ("field", "value", "expected"),
    [
        ("year", 2019, 2019),
        ("year", "2019", 2019),
        ("year", 2019.0, 2019),
        ("year", "n.d.", None),
        ("year", True, None),
        ("doi", "https://doi.org/10.1000/ABC", "10.1000/abc"),
        ("doi", "doi:10.1000/x", "10.1000/x"),
        ("doi", "10.1000/x", "10.1000/x"),
        ("doi", "elsewhere", None),
        ("keywords", "graphs; random walks", ("graphs", "random walks")),
        ("keywords", ["graphs", None], ("graphs",)),
        ("venue", ["ICML"], "ICML"),
        ("venue", {"ICML": 1}, None),
        ("id", 7, "7"),
    ],
)
def test_fields_are_brought_to_one_form(field, value, expected):
    assert getattr(document(**{field: value}), field) == expected


@pytest.mark.parametrize(
    ("field", "value"),
    [("year", []), ("venue", 3), ("authors", 5), ("doi", "no"), ("keywords", 1),
     ("affiliations", 7), ("abstract", {"a": 1}), ("id", [1]),
     ("ids", "x"), ("pmid", "none"), ("references", 3), ("type", [{"a": 1}])],
)  # fmt: skip
def test_a_wrong_type_costs_the_field_and_says_so(field, value):
    items = parse({"title": "T", "authors": ["Ann Lee"], field: value})
    (remark,) = only(items, Remark)
    assert not remark.lost
    assert field in remark.reason
    assert len(only(items, Document)) == 1


@pytest.mark.parametrize(
    "bad",
    ["{no json", "[1, 2]", '"text"', '{"authors": []}', "[" * 100_000, "9" * 5000],
)
def test_a_bad_line_costs_itself(bad):
    items = parse(text='{"title": "A"}\n\n' + bad + '\n{"title": "B"}')
    assert [d.title for d in only(items, Document)] == ["A", "B"]
    (remark,) = only(items, (Remark, Unused))
    assert remark.line == 3
    assert "JSON" in remark.reason or remark.lost


@pytest.mark.parametrize(
    "text",
    [
        '[{"title": "A"}, {"title": "B"}]',
        '[\n {\n  "title": "A"\n },\n {\n  "title": "B"\n }\n]',
        '{\n "title": "A"\n}\n{\n "title": "B"\n}',
    ],
)
def test_records_not_a_line_each(text):
    assert [d.title for d in parse(text=text)] == ["A", "B"]


def test_a_broken_record_in_an_array_costs_itself():
    items = parse(text='[\n{"title": "A"},\n{"title": oops},\n{"title": "B"}\n]')
    assert [d.title for d in only(items, Document)] == ["A", "B"]
    assert [r.line for r in only(items, Remark)] == [3]


def test_half_a_surrogate_pair_can_be_written():
    (found,) = parse(text='{"title": "A\\ud800B"}')
    assert found.text == "A\ufffdB"


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=5,
)
fields = st.sampled_from(
    [
        "id",
        "title",
        "abstract",
        "authors",
        "affiliations",
        "year",
        "venue",
        "doi",
        "keywords",
        "ids",
        "pmid",
        "references",
        "type",
    ]
)


@given(st.dictionaries(fields, json_values))
def test_sections_cover_the_text_of_any_record(record):
    for item in parse(record):
        if isinstance(item, Document):
            parts = [item.text[s.start : s.end] for s in item.sections]
            assert "\n".join(parts) == item.text


@given(st.text(min_size=1).filter(str.strip))
def test_any_text_gives_documents_or_remarks(text):
    items = parse(text=text)
    assert all(isinstance(item, (Document, Remark, Unused)) for item in items)


def test_what_names_people_places_and_works_is_read():
    (found,) = parse(
        {
            "title": "T",
            "authors": [
                {
                    "name": "Ann Lee",
                    "orcid": "https://orcid.org/0000-0002-1825-0097",
                    "affiliations": [
                        {"raw": "MIT,  USA", "ror": "https://ror.org/042nb2s44"},
                        {"name": "ETH", "country_code": "ch"},
                        "CNRS",
                        {"ror": "05dxps055"},
                    ],
                }
            ],
            "ids": {"openalex": "https://example.org/W1", "doi": "10.1/x", "acl": None},
            "pmid": 12,
            "arXiv": "2101.00001v2",
            "references": ["10.1/y", {"doi": "10.1/z", "title": "Z"}, {"title": "Q"}],
            "type": "article",
            "language": "en",
        }
    )
    assert found.authors == (
        Author(
            "Ann Lee",
            (
                Affiliation("MIT, USA", ror="042nb2s44"),
                Affiliation("ETH", country="CH"),
                Affiliation("CNRS"),
                Affiliation("", ror="05dxps055"),
            ),
            orcid="0000-0002-1825-0097",
        ),
    )
    assert found.ids == (("arxiv", "2101.00001"), ("openalex", "W1"), ("pmid", "12"))
    assert found.references == ("10.1/y", "10.1/z", "Q")
    assert (found.type, found.language) == ("article", "en")


@pytest.mark.parametrize(
    ("author", "word"),
    [
        ({"orcid": "0000-0002-1825-0098"}, "ORCID"),
        ({"orcid": 7}, "orcid"),
        ({"affiliations": [{"raw": "MIT", "ror": "042nb2s45"}]}, "ROR"),
        ({"affiliations": [{"raw": "MIT", "country": "Narnia"}]}, "country"),
        ({"affiliations": [{"raw": " "}]}, "affiliation"),
    ],
)
def test_an_id_that_is_none_is_left_out_and_told(author, word):
    items = parse({"title": "A"}, {"title": "B", "authors": [{"name": "Ann"} | author]})
    (remark,) = only(items, Remark)
    assert (remark.line, remark.lost) == (2, False)
    assert word in remark.reason
    assert only(items, Document)[1].authors[0].orcid is None


def test_fields_that_nothing_reads_are_named_once_a_file():
    records = [{"title": "A", "author": ["Ann Lee"], "foo": 1}] * 3
    items = parse({"title": "B"}, *records, [1])
    told = [(r.line, r.reason) for r in only(items, Remark) if not r.lost]
    assert told == [
        (2, 'fields that are taken for others: "author" as "authors" (3 records)'),
        (2, 'fields that are not read: "foo" (3 records)'),
    ]


def test_a_file_may_mix_dialects_record_by_record():
    items = parse(
        {"title": "A", "abstract": "Of <i>A</i>.", "authors": ["Ann Lee"]},
        {"title": "B", "authorships": [{"author": {"display_name": "Ann Lee"}}]},
        {"title": ["<i>C</i>"], "DOI": "10.1234/x", "author": [{"family": "Lee"}]},
        {"results": [{"title": "D", "author": "Lee, Ann"}], "count": 1},
    )
    documents = only(items, Document)
    assert [d.title for d in documents] == ["A", "B", "C", "D"]
    assert [d.authors[0].name for d in documents] == ["Ann Lee"] * 2 + [
        "Lee",
        "Lee, Ann",
    ]
    assert documents[0].text == "A\nOf A."
    assert [(r.line, r.reason) for r in only(items, Remark)] == [
        (4, 'fields that are taken for others: "author" as "authors" (1 record)'),
        (4, 'fields that are not read: "count" (1 record)'),
    ]


def test_a_file_that_ends_within_its_list_is_told_so():
    items = parse(text='{"items": [\n{"title": "A"},\n')
    assert [d.title for d in only(items, Document)] == ["A"]
    (remark,) = only(items, Remark)
    assert (remark.line, remark.lost) == (3, False)
    assert "may have been cut" in remark.reason
