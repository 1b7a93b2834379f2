"""Names in capitals are written as names are, and initials stay."""

import pytest

from kg.text.names.capital_words import is_turkish, lower_capitals


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("ROSA LIND", "Rosa Lind"),
        ("ROSA VAN DER LIND", "Rosa van der Lind"),
        ("ANNE-MARIE O'HARA", "Anne-Marie O'Hara"),
        ("IAN MCNEIL", "Ian McNeil"),
        ("Ian McNEIL", "Ian McNeil"),
        ("Rosa LIND", "Rosa Lind"),
        ("R. F. LIND", "R. F. Lind"),
        ("JB Lind", "JB Lind"),
        ("Rosa Lind III", "Rosa Lind III"),
        ("LE QUANG", "Le Quang"),
    ],
)
def test_capitals(written, name):
    assert lower_capitals(written) == name


def test_a_family_name_alone_may_begin_with_a_particle():
    assert lower_capitals("DE LA CRUZ", family=True) == "de la Cruz"
    assert lower_capitals("LE ROUX", family=True) == "Le Roux"


@pytest.mark.parametrize(
    ("written", "name"), [("İNAN", "İnan"), ("YILDIZ", "Yıldız"), ("ÇİFTÇİ", "Çiftçi")]
)
def test_the_two_letters_i_of_turkish(written, name):
    assert lower_capitals(written, turkish=True) == name


def test_turkish_is_told_by_its_letters():
    assert is_turkish("YILDIZ, Işın")
    assert is_turkish("ŞAHİN")
    assert not is_turkish("POPIŞ, Ţara")
    assert not is_turkish("SMITH")
