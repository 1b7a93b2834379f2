import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.text.names.author_rows import (
    find_author_rows,
    reads_as_people,
    split_author_row,
)


@pytest.mark.parametrize(
    ("row", "names"),
    [
        ("Ana Cruz, University of Bergen, Norway; Bo Li, EPFL, Switzerland", ["Ana Cruz", "Bo Li"]),
        ("Maria Cruz, Zzyx; David Li, Qrst Ltd", ["Maria Cruz", "David Li"]),
        ("Dr. med. Ana Cruz, Eva Maes, dr hab., Bo Li, FWACS",
         ["Dr. med. Ana Cruz", "Eva Maes", "Bo Li"]),
        ("Ana Cruz y Juan de Dios Roe", ["Ana Cruz", "Juan de Dios Roe"]),
        ("Ana Cruz, IBM; Bo Li, CSIRO", ["Ana Cruz", "Bo Li"]),
        ("Ana Cruz, Faculty of Law, Lund University, Lund, Sweden", ["Ana Cruz"]),
        ("Ana Cruz and Bo Li, Institute of Science and Technology, Klosterneuburg",
         ["Ana Cruz", "Bo Li"]),
        ("Ana Cruz, Lund University, Lund, and David Hale, MIT, USA", ["Ana Cruz", "David Hale"]),
        ("Ana Cruz (Lund University), Bo Li (MIT)", ["Ana Cruz", "Bo Li"]),
        ("Ana Cruz – Lund University, Sweden", ["Ana Cruz"]),
        ("Ana Cruz, Associate Professor, Lund University", ["Ana Cruz"]),
        ("دانا كريم، سامي حداد", ["دانا كريم", "سامي حداد"]),
        ("Ana Cruz,1 Bo Li2", ["Ana Cruz", "Bo Li"]),
        ("David Hale, Oslo; Bo Li", ["David Hale", "Bo Li"]),
        ("Ana Cruz at Lund University, Bo Li at MIT", ["Ana Cruz", "Bo Li"]),
        ("赵 磊  孙 丽", ["赵 磊", "孙 丽"]),
        ("Ana Cruz\tLund University", ["Ana Cruz"]),
        ("Cruz, Ana; del Valle, Bo", ["Cruz, Ana", "del Valle, Bo"]),
        ("Ana Cruz, MD, PhD; Bo Li, MSc, RN", ["Ana Cruz", "Bo Li"]),
        ("Орлов А.Б., Белова В.Г.", ["Орлов А.Б.", "Белова В.Г."]),
        ("赵磊, 南京大学; 孙丽, 南京大学", ["赵磊", "孙丽"]),
        ("高橋一郎、森さくら", ["高橋一郎", "森さくら"]),
        ("The ATLAS Collaboration, Ana Cruz", ["The ATLAS Collaboration", "Ana Cruz"]),
    ],
)  # fmt: skip
def test_the_names_of_a_row(row, names):
    assert [row[a:b] for a, b in split_author_row(row)] == names


@pytest.mark.parametrize(
    "row",
    [
        "Prof. Dr. med. Ana Cruz", "Ana CRUZ and Bo LI", "Cruz, Ana; Li, Bo", "Cruz A., Li B. C.",
        "Орлов А. Б.", "赵磊", "Ana Cruz¹, Bo Li²", "Dr. Ana Cruz", "Ana Cruz, Lund University",
        "Jordan, Ana", "Ana Cruz, Sydney", "S. O'Hara", "Nguyễn Thị Hoa",
    ],
)  # fmt: skip
def test_rows_of_people(row):
    assert reads_as_people(row)


@pytest.mark.parametrize(
    "row",
    [
        "Walks on Growing Graphs", "Deep Learning, Graphs and Games", "A Case Study",
        "Lund University, Lund, Sweden", "Bergen, Norway", "南京大学", "we walk on graphs",
        "Department of Physics", "Dipartimento di Fisica, Padova", "", "2021, 12",
    ],
)  # fmt: skip
def test_rows_of_no_people(row):
    assert not reads_as_people(row)


@pytest.mark.parametrize(
    ("lines", "rows"),
    [
        (
            "Ana Cruz, Uwe Kern, Bo\nLi, Eva Maes",
            ["Ana Cruz, Uwe Kern, Bo\nLi, Eva Maes"],
        ),
        (
            "Ana Cruz, Bo Li,\nEva Maes\nUwe Kern",
            ["Ana Cruz, Bo Li,\nEva Maes", "Uwe Kern"],
        ),
        ("Ana Cruz\nBo Li", ["Ana Cruz", "Bo Li"]),
        ("Walks, Graphs\nand Trees", ["Walks, Graphs", "and Trees"]),
        ("Ana Cruz, Bo\n\nLi, Eva Maes", ["Ana Cruz, Bo", "Li, Eva Maes"]),
    ],
)
def test_rows_that_a_line_cut(lines, rows):
    assert [lines[a:b] for a, b in find_author_rows(lines, 0, len(lines))] == rows


@given(st.text(alphabet="AnaBoLi,; and().\t–12*王伟", max_size=60))
def test_places_lie_within_the_row(row):
    spans = split_author_row(row)
    assert all(0 <= a < b <= len(row) for a, b in spans)
    assert spans == sorted(spans)
