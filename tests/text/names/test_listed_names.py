import pytest

from kg.text.names.listed_names import (
    has_known_given_name,
    is_given_name,
    names_workplace,
    reads_as_name,
    whole_name,
)


def test_places_of_work():
    assert names_workplace("Faculty of Law")
    assert names_workplace("IBM", behind_name=True)
    assert not names_workplace("IBM")
    assert not names_workplace("The ATLAS Collaboration")


def test_names_in_any_order():
    assert reads_as_name("de la Cruz, Ana")
    assert not reads_as_name("Oslo, Norway")
    assert has_known_given_name("Maria Zzyx")
    assert not has_known_given_name("Maria")
    assert is_given_name("Maria")


@pytest.mark.parametrize(
    ("part", "name"),
    [
        ("Prof. Ana Cruz*", "Ana Cruz"), ("Cruz A.-B.", "Cruz A.-B."), ("赵 磊", "赵 磊"),
        ("अनिल वर्मा", "अनिल वर्मा"), ("دانا كريم", "دانا كريم"),
        ("Ana Cruz of Oslo", None), ("南京大学", None),
    ],
)  # fmt: skip
def test_a_whole_name(part, name):
    found = whole_name(part, 0, len(part))
    assert (part[slice(*found)] if found else None) == name
