import pytest

from kg.records import Document, Remark
from pipelines.readers.corruptions import (
    CORRUPTIONS,
    account,
    find_marks,
    main,
    outcomes,
)
from pipelines.readers.example_files import EXAMPLES, FOLDER

TEXT = "On mills\n\nOn wind\n"


def document(title):
    return Document("", "x", title, (), title=title)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.name)
def test_no_record_of_a_damaged_file_goes_in_silence(example):
    found = dict(outcomes(FOLDER / example.name))
    assert {name: o.unsaid for name, o in found.items() if o.unsaid} == {}
    assert found["as it is"].records == found["as it is"].documents


@pytest.mark.parametrize("name", CORRUPTIONS)
def test_each_damage_leaves_something_to_read(name):
    damaged, encoding = CORRUPTIONS[name](TEXT * 9)
    assert damaged.encode(encoding)


def test_a_mark_stands_in_one_title_alone():
    documents = [document("On mills"), document("On wind"), document("Wind, mills")]
    assert find_marks("On mills\nOn wind\nWind, mills", documents) == ["wind", "Wind"]


def test_a_record_is_in_a_document_or_in_the_lines_of_a_reject():
    marks = ["mills", "wind"]
    both = [document("On mills"), document("On wind")]
    assert account(TEXT, marks, both)[:3] == (2, 2, 0)
    reject = Remark("x", 3, "no")
    assert account(TEXT, marks, [both[0], reject]) == (2, 1, 1, ())
    warning = Remark("x", 3, "no", lost=False)
    assert account(TEXT, marks, [both[0], warning]).unsaid == ("wind",)


def test_a_document_is_one_record_whatever_it_holds():
    assert account(TEXT, ["mills", "wind"], [document("mills wind")]).unsaid == (
        "wind",
    )


def test_a_record_that_comes_twice_is_two():
    outcome = account(TEXT * 2, ["mills", "wind"], [document("mills")])
    assert (outcome.records, outcome.documents) == (4, 1)


def test_a_format_has_a_row(capsys):
    main(["RIS"])
    header, row, *_ = capsys.readouterr().out.split("\n")
    assert len(header.split("\t")) == len(row.split("\t"))
    assert row.endswith("\t0")
