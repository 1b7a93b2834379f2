import pytest

from kg.text.names.capital_names import capitals_last


@pytest.mark.parametrize(
    ("name", "ordered"),
    [
        ("CHEN Ming", "Ming Chen"),
        ("LI Na", "Na Li"),
        ("KIM Min-Ho", "Min-Ho Kim"),
        ("DE LA CRUZ Maria", "Maria DE LA Cruz"),
        ("KOWALSKA-NOWAK Ewa", "Ewa Kowalska-Nowak"),
        ("MARIA Lopez", "MARIA Lopez"),
        ("MA Smith", "MA Smith"),
        ("JB Smith", "JB Smith"),
        ("CHEN MING", "CHEN MING"),
        ("MARIA O'HARA", "MARIA O'HARA"),
        ("O'HARA Maria", "Maria O'Hara"),
        ("CHEN M.", "CHEN M."),
        ("Ming CHEN", "Ming CHEN"),
        ("CHEN", "CHEN"),
        ("", ""),
    ],
)
def test_a_family_name_in_capitals_comes_last(name, ordered):
    assert capitals_last(name) == ordered
