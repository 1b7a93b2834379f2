import pytest

from kg.text.counts import format_count


@pytest.mark.parametrize(
    ("number", "words"), [(0, "0 edges"), (1, "1 edge"), (12_000, "12,000 edges")]
)
def test_a_number_has_its_noun(number, words):
    assert format_count(number, "edge") == words


def test_a_plural_may_be_another_word():
    assert format_count(1, "person", "people") == "1 person"
    assert format_count(0, "person", "people") == "0 people"
