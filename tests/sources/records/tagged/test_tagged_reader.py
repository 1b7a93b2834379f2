from pathlib import Path

import pytest

from kg.records import Document, Remark
from kg.sources.readers import read

RECORD = "TY  - JOUR\nTI  - {0}\nAU  - Lee, Ann\nVL  - 3\nER  - \n"
PROSE = "We ask how long a walk on a tree takes, and answer: not long at all. " * 3


def read_ris(text: str | bytes, path: Path) -> tuple[list[Document], list[Remark]]:
    data = text if isinstance(text, bytes) else text.encode()
    (path / "x.ris").write_bytes(data)
    items = list(read([path / "x.ris"]))
    documents = [item for item in items if isinstance(item, Document)]
    return documents, [item for item in items if isinstance(item, Remark)]


def titles(documents: list[Document]) -> list[str | None]:
    return [document.title for document in documents]


def test_what_is_not_read_is_counted_and_named(tmp_path: Path) -> None:
    text = "".join(map(RECORD.format, "AB")) + RECORD.format("C").replace("VL", "ZZ")
    (remark,) = read_ris(text, tmp_path)[1]
    assert not remark.lost
    assert remark.reason == (
        'fields that are not read: "VL" (2 records), "ZZ" (1 record)'
    )


def test_headings_between_records_cost_a_remark(tmp_path: Path) -> None:
    text = "".join(f"{n}.\n" + RECORD.format(n) for n in range(1, 4))
    documents, (headings, _) = read_ris(text, tmp_path)
    assert (len(documents), headings.lost, headings.line) == (3, False, 1)
    assert headings.reason == '3 lines between records are no part of any: "1."'


def test_a_text_between_records_is_read_as_one(tmp_path: Path) -> None:
    text = f"{RECORD.format('A')}\n\nOn walks\n\n{PROSE}\n\n{RECORD.format('B')}"
    documents, remarks = read_ris(text, tmp_path)
    assert titles(documents) == ["A", "On walks", "B"]
    assert not any(remark.lost for remark in remarks)


@pytest.mark.parametrize(
    "other", ["@misc{a, title={C}}", '{"title": "C"}', "%0 Book\n%T C"]
)
def test_records_of_another_kind_are_never_lost_unsaid(
    other: str, tmp_path: Path
) -> None:
    documents, remarks = read_ris(f"{RECORD.format('A')}\n{other}\n", tmp_path)
    lost = any(remark.lost for remark in remarks)
    assert titles(documents) == ["A", "C"] or (titles(documents) == ["A"] and lost)


def test_a_record_without_title_and_abstract_costs_itself(tmp_path: Path) -> None:
    text = RECORD.format("") + RECORD.format("B")
    documents, remarks = read_ris(text, tmp_path)
    assert titles(documents) == ["B"]
    (lost,) = (remark for remark in remarks if remark.lost)
    assert (lost.line, lost.last) == (1, 4)
    assert "without title and abstract" in lost.reason


def test_a_title_of_another_record_is_a_reject(tmp_path: Path) -> None:
    text = RECORD.format("A").replace("ER  - \n", "TI  - B\nER  - \n")
    documents, remarks = read_ris(text, tmp_path)
    assert titles(documents) == ["A"]
    (lost,) = (remark for remark in remarks if remark.lost)
    assert (lost.line, lost.reason[-3:]) == (5, '"B"')
    same = text.replace("TI  - B", "TI  - A")
    twice = RECORD.format("A\nTI  - B")
    for other in (same, twice):
        assert not any(remark.lost for remark in read_ris(other, tmp_path)[1])


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n\r"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_line_ends_and_encodings_make_no_difference(
    end: str, encoding: str, tmp_path: Path
) -> None:
    text = "".join(map(RECORD.format, ("Über Mühlen", "Über Wasser")))
    documents, _ = read_ris(text.replace("\n", end).encode(encoding), tmp_path)
    assert titles(documents) == ["Über Mühlen", "Über Wasser"]
