import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import DecisionError
from kg.store.former_ids_file import (
    format_former_ids,
    parse_former_ids,
    read_former_ids,
)

# Ids are folded names; whatever else somebody writes comes back, too.
IDS = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\r\n\0"), min_size=1
)


@given(
    st.dictionaries(IDS.map(lambda name: f"person:{name}"), IDS.map("work:{}".format))
)
def test_what_is_written_is_read(former):
    assert parse_former_ids(format_former_ids(former)) == former


def test_comments_and_empty_lines_are_passed_over():
    text = "# mine\nformer,entity\n\n# why\nperson:a,person:b\n"
    assert parse_former_ids(text) == {"person:a": "person:b"}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a,b\n", r"f\.csv:1: expected the header former,entity, found a,b"),
        ("former,entity\nperson:a\n", r"f\.csv:2: expected two ids .*found person:a"),
        ("former,entity\nperson:a,Ada\n", r"f\.csv:2: expected two ids"),
        ('former,entity\n"person:a\n', r"f\.csv:2: no CSV"),
    ],
)
def test_a_line_that_is_none_is_named(text, message):
    with pytest.raises(DecisionError, match=message):
        parse_former_ids(text, path="f.csv")


def test_a_file_that_is_not_there_has_none(tmp_path):
    assert read_former_ids(tmp_path / "former_ids.csv") == {}


def test_a_file_that_cannot_be_read_is_an_error(tmp_path):
    with pytest.raises(DecisionError, match="cannot be read"):
        read_former_ids(tmp_path)
    (tmp_path / "f.csv").write_bytes(b"former,entity\n\xff")
    with pytest.raises(DecisionError, match="byte 14 is not UTF-8"):
        read_former_ids(tmp_path / "f.csv")
