import pytest

from kg.sources.html.superscripts import raise_text


@pytest.mark.parametrize(
    ("text", "raised"),
    [
        ("1", "¹"),
        ("1,2,*", "¹,²,*"),
        ("a, b", "ᵃ, ᵇ"),
        ("-3", "⁻³"),
        ("th", "th"),
        ("[12]", "[12]"),
        ("†", "†"),
        ("TM", "TM"),
        ("1" * 1000, "1" * 1000),
    ],
)
def test_numbers_and_letters_are_raised_and_words_are_not(text, raised):
    assert raise_text(text) == raised
