import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.text.names.name_sequences import is_acceptable_name, walk_names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ann Lee (MIT), my student Bo Chen from Yale, and Prof. C. Diaz.",
         ["Ann Lee", "Bo Chen", "C. Diaz"]),
        ("Ann Lee and Bo Chen proved it", ["Ann Lee", "Bo Chen"]),
        ("Ann Lee\n\nBo Chen", ["Ann Lee"]),
        ("Ana Cruz de l'Université, Bo Li", ["Ana Cruz", "Bo Li"]),
        ("Ann Lee*, Bo Chen^2 & C. Diaz", ["Ann Lee", "Bo Chen", "C. Diaz"]),
        ("we prove", []),
        ("Lee and Chen", []),
        ("", []),
    ],
)  # fmt: skip
def test_names_one_after_the_other(text, names):
    assert [text[a:b] for a, b in walk_names(text, 0, len(text))] == names


def test_surnames_alone_count_where_they_are_asked_for():
    text = "Lee and Chen"
    found = walk_names(text, 0, len(text), singles=True)
    assert [text[a:b] for a, b in found] == ["Lee", "Chen"]


def test_the_end_of_a_line_parts_names_where_it_is_said_to():
    text = "Ann Lee\nBo Chen"
    assert len(walk_names(text, 0, len(text))) == 1
    assert len(walk_names(text, 0, len(text), lines=True)) == 2


@given(st.text(alphabet="AnaBoLi,; and().\n12*", max_size=60))
def test_names_are_in_order_and_lie_within(text):
    bounds = [place for span in walk_names(text, 0, len(text)) for place in span]
    assert bounds == sorted(bounds)
    assert all(0 <= place <= len(text) for place in bounds)


@pytest.mark.parametrize(
    ("name", "proven", "kept"),
    [
        ("Hope May", False, False),
        ("Hope May", True, True),
        ("B. An", True, True),
        ("Deep Models", True, False),
        ("TU Graz", True, False),
        ("TU NGUYEN", True, True),
    ],
)
def test_words_that_are_names_too_count_where_a_person_is_proven(name, proven, kept):
    assert is_acceptable_name(name, proven=proven) is kept
