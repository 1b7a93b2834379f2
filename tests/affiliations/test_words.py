import pytest

from kg.affiliations.words import name_key, read_words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Univ. of Rye", "The University of Rye"),
        ("Universidad Politécnica de Rye", "Rye Polytechnic University"),
        ("Inst. of Technol.", "Institute of Technology"),
        ("King's College", "Kings College"),
        ("U.C.L.A.", "UCLA"),
        ("S. N. Rye Centre", "S.N. Rye Center"),
        ("Łódź", "Lodz"),
    ],
)
def test_names_said_differently_have_the_same_words(one, other):
    assert set(name_key(other)) == set(name_key(one))


def test_what_stands_before_a_word_is_kept():
    words = read_words("Dept. of Rye & Wheat,#TAB#Univ. Rye")
    assert [(word.key, word.join, word.cut) for word in words] == [
        ("department", ",", True),
        ("rye", "of", False),
        ("wheat", "and", False),
        ("university", ",", True),
        ("rye", "", False),
    ]
