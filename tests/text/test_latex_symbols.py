import pytest

from kg.text.latex_symbols import (
    command_symbol,
    escaped_sign,
    even_character,
    put_accent,
)


@pytest.mark.parametrize(
    ("name", "symbol"),
    [
        ("alpha", "α"),
        ("ss", "ß"),
        ("O", "Ø"),
        ("ldots", "…"),
        ("quad", " "),
        ("sqrt", "√"),
        ("textless", "<"),
        ("textbeta", "β"),
        ("textbf", ""),
        ("nosuchcommand", ""),
    ],
)
def test_a_command_stands_for_its_symbol(name, symbol):
    assert command_symbol(name) == symbol


@pytest.mark.parametrize(
    ("mark", "letter", "accented"),
    [
        ("'", "e", "é"),
        ("H", "o", "ő"),
        ("c", "c", "ç"),
        ("v", "S", "Š"),
        ("~", "ê", "ễ"),
    ],
)
def test_an_accent_and_its_letter_are_one_character(mark, letter, accented):
    assert put_accent(mark, letter) == accented


@pytest.mark.parametrize(
    ("sign", "shown"),
    [("&", "&"), ("%", "%"), (",", " "), ("\\", " "), ("(", ""), ("-", ""), ("@", "")],
)
def test_a_backslash_before_a_sign(sign, shown):
    assert escaped_sign(sign) == shown


@pytest.mark.parametrize(
    ("character", "even"),
    [
        ("a", "a"),
        ("“", '"'),
        ("’", "'"),
        ("—", "-"),
        ("\u00ad", ""),
        ("\u200b", ""),
        ("\ufb01", "fi"),
        ("\uff21", "A"),
        ("é", "é"),
    ],
)
def test_characters_in_disguise_have_one_form(character, even):
    assert even_character(character) == even
