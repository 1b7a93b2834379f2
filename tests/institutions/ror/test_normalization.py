import pytest

from kg.institutions.ror.normalization import name_key, name_keys, split_words


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
    words = split_words("Dept. of Rye & Wheat,#TAB#Univ. Rye")
    assert [(word.key, word.join, word.cut) for word in words] == [
        ("department", ",", True),
        ("rye", "of", False),
        ("wheat", "and", False),
        ("university", ",", True),
        ("rye", "", False),
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("清华大学计算机系", ["清华大学", "计算机系"]),
        ("東京大学大学院", ["東京大学", "大学院"]),
        ("北京大学第一医院", ["北京大学", "第一医院"]),
        ("दिल्ली", ["दिलली"]),
        ("มหาวิทยาลัย", ["มหาวิทยาลัย"]),
    ],
)
def test_words_of_other_scripts(text, words):
    found = split_words(text)
    assert [word.raw for word in found] == words
    assert name_keys([text])[0].words == tuple(word.key for word in found)
