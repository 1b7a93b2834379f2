"""Shapes that are wrong more often than right are told; sound records are not."""

from collections.abc import Iterable

import pytest

from kg.records import Author, Document, Remark
from kg.sources.record_quality import quality_remarks
from kg.sources.records.fields import record_document

BODY = "We measure how long a mill turns in a wind that comes and goes by night."


def _record(number: int, **values: object) -> Document:
    names = values.pop("names", ["Ann Lee", "Bo Mills"])
    assert isinstance(names, list)
    fields: dict[str, object] = {
        "title": f"On mills, part {'i' * number}",
        "abstract": f"{BODY} Part {number}.",
        "venue": "Journal of Mills",
        **values,
    }
    title, abstract = fields.pop("title"), fields.pop("abstract")
    return record_document(
        title,  # type: ignore[arg-type]
        abstract,  # type: ignore[arg-type]
        id="",
        source="x.csv",
        record_line=number,
        authors=tuple(Author(f"{name}") for name in names),
        **fields,  # type: ignore[arg-type]
    )


def _records(count: int = 6, **values: object) -> list[Document]:
    return [_record(number, **values) for number in range(2, count + 2)]


def _said(documents: Iterable[Document]) -> list[str]:
    remarks: list[Remark] = list(quality_remarks(documents))
    assert not any(remark.lost for remark in remarks)
    assert all(remark.source == "x.csv" for remark in remarks)
    return [f"{remark.line}: {remark.reason}" for remark in remarks]


def test_sound_records_are_passed_over() -> None:
    assert _said(_records()) == []
    assert _said([]) == []


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"names": ["Lee", "Mills"]}, "surnames only"),
        ({"names": ["Ann Lee; Bo Mills"]}, "several people"),
        ({"names": ["Ann Lee and Bo Mills"]}, "several people"),
        ({"names": ["Lee, A., Mills, B., Roe, C."]}, "several people"),
        ({"names": ["2019"]}, "authors are no names"),
        ({"names": ["10.5555/m.1"]}, "authors are no names"),
        ({"names": ["Lee,", "Ann"]}, "cut in two"),
        ({"title": "2019"}, "titles are no words"),
        ({"title": "https://example.org/x"}, "titles are no words"),
        ({"venue": "10.5555/m.1"}, "venues are no words"),
        ({"abstract": "Journal of Mills"}, "a few words"),
        ({"abstract": None}, "no abstract"),
        ({"names": []}, "no authors"),
    ],
)
def test_a_wrong_shape_is_told_with_its_line(
    values: dict[str, object], said: str
) -> None:
    (told,) = [line for line in _said(_records(**values)) if said in line]
    assert told.startswith("2: ")
    assert "6 of 6" in told


def test_names_without_alphabet_and_groups_are_no_fault() -> None:
    assert _said(_records(names=["王小明", "李娜"])) == []
    assert _said(_records(names=["The Mills and Rivers Collaboration"])) == []
    assert _said(_records(names=["Doe, Jr., John"])) == []
    assert _said(_records(names=["van Dyke", "Ann Lee"])) == []


def test_half_without_abstract_is_told_and_less_is_not() -> None:
    half = [*_records(3), *_records(3, abstract=None)]
    assert any("no abstract in 3 of 6" in line for line in _said(half))
    assert _said([*_records(4), *_records(2, abstract=None)]) == []


def test_one_author_of_a_third_of_all_works() -> None:
    others = [_record(n, names=[f"Ann {'abcdefghij'[n]}ee"]) for n in range(2, 8)]
    filled = [_record(n, names=["Not Given"]) for n in range(8, 14)]
    (told,) = _said([*others, *filled])
    assert told.startswith('8: "Not Given" is an author of 6 of 12')


def test_one_abstract_under_many_titles() -> None:
    (told,) = _said(_records(abstract=BODY))
    assert told.startswith("2: one abstract stands in 6 records")
