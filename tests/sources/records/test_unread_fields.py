import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.sources.records.unread_fields import UnreadFields


def told(*records):
    fields = UnreadFields()
    for line, record in enumerate(records, start=1):
        fields.count(record, line=line)
    return [(remark.line, remark.reason) for remark in fields.remarks("x.jsonl")]


@pytest.mark.parametrize(
    ("record", "reason"),
    [
        ({"author": "Ann Lee"}, 'field "author" is not read; did you mean "authors"?'),
        ({"Title": "A"}, 'field "Title" is not read; did you mean "title"?'),
        ({"journal": "Mills"}, 'field "journal" is not read; did you mean "venue"?'),
        ({"Keyword": []}, 'field "Keyword" is not read; did you mean "keywords"?'),
        ({"Source title": "A"}, 'field "Source title" is not read; did you mean "venue"'),
        ({"abstract_inverted_index": {}}, 'did you mean "abstract"?'),
        ({"authors": [{"affiliation": "MIT"}]},
         'field "affiliation" of an author is not read; did you mean "affiliations"?'),
        ({"authors": [{"given": "Ann"}]}, '"given" of an author is not read; did you mean "name"'),
        ({"authors": [{"affiliations": [{"city": "Rye"}]}]},
         'fields that are not read: "city" of an affiliation'),
        ({"affiliations": [[{"display_name": "MIT"}], None, "A"]},
         'field "display_name" of an affiliation is not read; did you mean "name"?'),
        ({"affiliations": {"grid": 1}}, '"grid" of an affiliation'),
        ({"source": "a\\n\\ud800b"}, 'fields that are not read: "source" (1 record)'),
    ],
)  # fmt: skip
def test_a_field_is_named_with_what_was_likely_meant(record, reason):
    ((line, found),) = told({"title": "A"}, record)
    assert line == 2
    assert reason in found
    assert found.endswith(("(1 record)",))


@pytest.mark.parametrize(
    "record",
    [
        {"id": 1, "title": "A", "authors": [{"name": "A", "orcid": 1}], "year": None},
        {"PMID": 1, "arXiv_id": "x", "ids": {"mag": 1}, "references": [{"any": 1}]},
        *([], [{"author": 1}], None, "text", {"authors": "Ann Lee", "affiliations": 1}),
    ],
)
def test_of_what_is_read_or_no_record_nothing_is_said(record):
    assert told(record) == []


def test_a_field_beside_the_one_it_is_like_was_not_meant_for_it():
    assert told({"title": "A", "display_name": "A"}) == [
        (1, 'fields that are not read: "display_name" (1 record)')
    ]


def test_many_fields_are_counted_and_the_first_named():
    ((_, reason),) = told(*({f"x{i}": 1} for i in range(9999)), {"x0": 1, "x9": 2})
    assert '"x0" (2 records), "x1" (1 record)' in reason
    assert reason.endswith('"x19" (1 record) and 980 more')


names = st.text() | st.sampled_from(["authors", "affiliations", "title", "Author"])
values = st.recursive(
    st.none() | st.integers() | st.text(max_size=3),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(names, inner, max_size=3)
    ),
)


@given(st.lists(values, max_size=4))
def test_any_records_give_remarks_that_can_be_written(records):
    for _, reason in told(*records):
        assert "\n" not in reason.encode().decode()
