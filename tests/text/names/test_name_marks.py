"""What is written around a name goes, and the name stays whole."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.text.names.name_marks import strip_name_marks


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Rosa Lind", "Rosa Lind"),
        ("Rosa  Lind*", "Rosa Lind"),
        ("Van Lind RK.", "Van Lind RK"),
        ("Lind R.", "Lind R."),
        ("Rosa Lind…", "Rosa Lind"),
        ("Rosa Lind ...", "Rosa Lind"),
        ("Rosa Lind¹,²", "Rosa Lind"),
        ("Rosa Lind1,2", "Rosa Lind"),
        ("Rosa Lind a,b", "Rosa Lind"),
        ("Rosa Lind$^{1,*}$", "Rosa Lind"),
        ("[3] Rosa Lind", "Rosa Lind"),
        ("12) Rosa Lind", "Rosa Lind"),
        ("Rosa Lind 0000-0003-1234-5678", "Rosa Lind"),
        ("Rosa Lind (ORCID: 0000-0003-1234-567X)", "Rosa Lind"),
        ("Rosa Lind <rosa.lind@example.org>", "Rosa Lind"),
        ("Lind, Rosa (rosa@example.org)", "Lind, Rosa"),
        ("Rosa Lind (editor)", "Rosa Lind"),
        ("Rosa Lind [translator]", "Rosa Lind"),
        ("Rosa Lind, ed.", "Rosa Lind"),
        ("Rosa Lind (Hill College", "Rosa Lind"),
        ("Lind, R. (12345678900)", "Lind, R."),
        ("Rosa Lind (on behalf of the DELTA Collaboration)", "Rosa Lind"),
        ("Rosa Lind, for the DELTA Investigators", "Rosa Lind"),
        ("Rosa Lind im Namen der DELTA-Gruppe", "Rosa Lind"),
        ("Rosa Lind et al.", "Rosa Lind"),
        ("Rosa Lind and", "Rosa Lind"),
        ("By Rosa Lind, PhD", "Rosa Lind"),
        ("Authors: Rosa Lind", "Rosa Lind"),
        ("林红 (Hong Lin)", "林红"),
    ],
)
def test_marks_go(written, name):
    assert strip_name_marks(written) == name


@pytest.mark.parametrize(
    "name",
    [
        "By Lind",
        "Hong Lin 0002",
        "Hong (Rosa) Lin",
        "H. (Hong) Lin",
        "José Ruiz y Gil",
        "Ruiz, J. M.",
        "Lind, Rosa, Jr.",
        "Weinan E",
        "O'Hara, P.",
        "林, 红",
    ],
)
def test_what_belongs_to_a_name_stays(name):
    assert strip_name_marks(name) == name


@given(st.text(max_size=60))
def test_any_text_comes_to_rest(text):
    once = strip_name_marks(text)
    assert len(once) <= len(text)
    assert once == " ".join(once.split())
