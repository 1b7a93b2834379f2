"""What stands in the place of one author may be several people, a group, or nobody."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.text.names.stated_names import stated_names


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("Rosa Lind & Ivo Marsh", ["Rosa Lind", "Ivo Marsh"]),
        ("Rosa Lind / Ivo Marsh", ["Rosa Lind", "Ivo Marsh"]),
        ("Rosa Lind with Ivo Marsh", ["Rosa Lind", "Ivo Marsh"]),
        ("Rosa Lind und Ivo Marsh", ["Rosa Lind", "Ivo Marsh"]),
        ("Lind, R. & Marsh, I.", ["Lind, R.", "Marsh, I."]),
        ("Lind, Rosa; Marsh, Ivo", ["Lind, Rosa", "Marsh, Ivo"]),
        (
            "Lind, Rosa, Peter Marsh, Anna Hale",
            ["Lind, Rosa", "Peter Marsh", "Anna Hale"],
        ),
        ("林红；马力；高山", ["林红", "马力", "高山"]),
        ("林红，马力，高山", ["林红", "马力", "高山"]),
        ("林红、马力", ["林红", "马力"]),
        ("The DELTA Collaboration: R. Lind", ["The DELTA Collaboration", "R. Lind"]),
        ("Lind, Rosa, Jr.", ["Lind, Rosa, Jr."]),
        ("Ruiz y Gil, José", ["Ruiz y Gil, José"]),
        ("Lind & Marsh Mills Ltd", ["Lind & Marsh Mills Ltd"]),
        (
            "Board on Salt, Water, Bread and Peace",
            ["Board on Salt, Water, Bread and Peace"],
        ),
        ("Anonymous", []),
        ("12 others", []),
        (" : ", []),
        ("", []),
    ],
)
def test_each_person_and_group_has_a_name(written, names):
    assert list(stated_names(written)) == names


@given(st.text(alphabet="Aa b,;&/:；、王-.", max_size=40))
def test_names_are_never_empty(text):
    assert all(name.strip() for name in stated_names(text))
