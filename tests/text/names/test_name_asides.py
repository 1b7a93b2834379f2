import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.text.names.name_asides import (
    ADDRESS_MARK,
    blank_asides,
    mark_before,
    marks_between,
    orcid_behind,
    plain_marks,
)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Ana Cruz¹, Bo Li²*, Eva O. Maes¹,²", "Ana Cruz , Bo Li , Eva O. Maes"),
        ("Ana Cruz1,2, Bo Li2*", "Ana Cruz , Bo Li"),
        ("Ana Cruz 1,2, Bo Li 2 and Eva Maes 1", "Ana Cruz , Bo Li and Eva Maes"),
        ("Ana Cruz a, Bo Li b,c", "Ana Cruz , Bo Li"),
        ("Ana Cruz^1, Bo Li^{1,2} and Eva $^{a}$", "Ana Cruz , Bo Li and Eva"),
        ("Ana Cruz [1], Bo Li(2)", "Ana Cruz , Bo Li"),
        ("Ana Cruz,1 Bo Li2", "Ana Cruz, Bo Li"),
        ("Ana Cruz¹ e Bo Li²", "Ana Cruz e Bo Li"),
        ("Ana Cruz (ETH (Zürich), Switzerland)", "Ana Cruz"),
        ("Ana Cruz <ana@x.example>, Bo Li", "Ana Cruz , Bo Li"),
        ("{ana, bo}@x.example", ""),
        ("Ana Cruz ana [at] x.example", "Ana Cruz"),
        ("Ana Cruz https://orcid.org/0000-0002-1825-0097", "Ana Cruz"),
        ("Ana Cruz {0000-0002-1825-0097}, Bo", "Ana Cruz , Bo"),
        ("Ana Cruz, ORCID iD: 0000-0002-1825-0097; Bo", "Ana Cruz ; Bo"),
        ("Ana Cruz ᵃ'ᵇ, Bo Li", "Ana Cruz , Bo Li"),
        ("Ana Cruz on behalf of the LUX Collaboration", "Ana Cruz"),
        ("Ana Cruz for the LUX Team, Bo Li", "Ana Cruz , Bo Li"),
        ("José Ortega y Gasset, Bo Li", "José Ortega y Gasset, Bo Li"),
        ("王伟¹，李娜²", "王伟 ，李娜"),
    ],
)  # fmt: skip
def test_what_is_no_part_of_a_name_is_blank(line, names):
    found = blank_asides(line)
    assert len(found) == len(line)
    assert found.split() == names.split()


@given(st.text(alphabet="Ana Bo,;¹²1a()[]{}^$*†@.<>", max_size=60))
def test_places_stay(text):
    found = blank_asides(text)
    assert len(found) == len(text)
    assert all(b in (a, " ") for a, b in zip(text, found, strict=True))


@pytest.mark.parametrize(
    ("behind", "marks"),
    [
        ("¹,²*, Bo", "12*"),
        (" [1] and Bo", "1"),
        (" (a,b), Bo", "ab"),
        ("^{1,3}, Bo", "13"),
        (", PhD², Bo", "2"),
        ("ᵃᵇ, Bo", "ab"),
        (" (x1@y.example)", ""),
        (" and Bo", ""),
    ],
)
def test_marks_behind_a_name(behind, marks):
    text = f"Ana Cruz{behind}"
    assert marks_between(text, 8, len(text)) == frozenset(marks)


@pytest.mark.parametrize(
    ("before", "mark"),
    [
        ("¹ ", "1"), ("¹", "1"), ("2. ", "2"), ("(3) ", "3"), ("[4]", "4"), ("a ", "a"),
        ("^{b} ", "b"), ("† ", "†"), ("ᶜ", "c"), ("b. ", "b"), ("MIT; 2 ", "2"), ("Oslo ", None),
        ("", None),
    ],
)  # fmt: skip
def test_the_mark_before_an_address(before, mark):
    text = f"{before}Lund University"
    assert mark_before(text, len(before)) == mark


def test_a_word_begins_with_no_mark():
    assert ADDRESS_MARK.match("academy") is None
    assert ADDRESS_MARK.match("aLund University")


def test_marks_that_stand_together():
    assert plain_marks("¹²,ᵃ†") == {"1", "2", "a", "†"} - {"1", "2"} | {"12"}


def test_the_orcid_behind_a_name():
    text = "Ana Cruz (0000-0002-1825-0097), Bo Li"
    assert orcid_behind(text, 8, len(text)) == "0000-0002-1825-0097"
    assert orcid_behind(text, 31, len(text)) is None
