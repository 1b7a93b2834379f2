import pytest

from kg.sources.pages.prose import count_words, ends_a_sentence, is_prose


@pytest.mark.parametrize(
    ("text", "count"), [("", 0), ("one two", 2), ("研究图论", 3), ("a 研究", 3)]
)
def test_two_characters_without_spaces_are_a_word(text, count):
    assert count_words(text) == count


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We ask how long a walk takes.", True),
        ("We ask how long a walk takes", False),
        ("Short.", False),
        ("1; 2; 3; 4; 5; 6; 7; 8; 9. 10; 11; 12; 13.", False),
        ("x = f(a); y = g(b); if (x > y) { z = 1. }", False),
        ("我们研究图论中的随机游走问题。", True),
    ],
)
def test_running_text_has_letters_and_sentences(text, expected):
    assert is_prose(text, words=6) is expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("It ends.", True),
        ('It "ends." ', True),
        ("as follows:", True),
        ("On mills", False),
    ],
)
def test_sentences_end_with_a_stop(line, expected):
    assert ends_a_sentence(line) is expected
