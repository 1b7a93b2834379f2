"""The parts of names: read from one file, each word under every part that it plays."""

import re
from importlib.resources import files

import pytest

from kg.institutions.grammar import grammar

ROWS = (
    (files("kg") / "data" / "institutions" / "institution_grammar.txt")
    .read_text(encoding="utf-8")
    .splitlines()
)
PARTS = sorted({row.partition(":")[0] for row in ROWS if row and row[0] != "#"})


@pytest.mark.parametrize(
    ("part", "words"),
    [
        ("university", {"University", "Universität", "yliopisto"}),
        ("institute", {"Institute", "Laboratory", "Lab"}),
        ("closed", {"Hospital", "College", "Lab"}),
        ("series", {"IIT", "TU", "UC"}),
        ("foreign_link", {"de", "für", "della"}),
        ("company", {"GmbH", "Inc"}),
    ],
)
def test_a_word_plays_one_part_or_several(part, words):
    assert words <= grammar(part)


def test_parts_that_exclude_each_other_share_no_word():
    assert grammar("university").isdisjoint(grammar("institute"))
    assert grammar("foreign_link").isdisjoint(grammar("english") - {"a", "as", "in"})
    assert grammar("series").isdisjoint(grammar("university") | grammar("institute"))


@pytest.mark.parametrize("part", PARTS)
def test_every_part_of_the_file_has_words_and_a_reader(part):
    assert grammar(part)
    sources = (files("kg") / "institutions").iterdir()
    code = "".join(
        path.read_text(encoding="utf-8") for path in sources if path.name[-3:] == ".py"
    )
    assert re.search(rf'grammar\(\s*"{part}"', code), f"no code asks for {part}"


@pytest.mark.parametrize("part", ["before", "needed"])
def test_words_that_are_compared_in_small_letters_are_small(part):
    assert all(word == word.lower() for word in grammar(part))


def test_an_unknown_part_is_a_programmers_mistake():
    with pytest.raises(KeyError):
        grammar("heads")
