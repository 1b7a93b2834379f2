import pytest

from kg.institutions.ror.kind_words import FIELDS, GENERIC, HEADS, HOSPITALS, SORTS
from kg.institutions.ror.normalization import name_key


@pytest.mark.parametrize("words", [SORTS, GENERIC, FIELDS, HEADS.keys(), HOSPITALS])
def test_words_are_in_a_form_that_names_are_compared_by(words):
    odd = {word for word in words if len(name_key(word)) != 1}
    assert odd == set()


def test_kinds_are_words_of_their_own():
    assert HOSPITALS <= SORTS <= GENERIC
    assert HEADS.keys() >= {"university", "institute", "hospital", "company"}
    assert set(HEADS.values()) - {"company"} <= HEADS.keys()
