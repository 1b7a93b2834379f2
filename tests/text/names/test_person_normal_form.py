import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extraction.people.author_line import find_authors
from kg.text.names.name_sequences import acceptable
from kg.text.names.person_normal_form import (
    is_inverted,
    is_name,
    normal_name,
    split_inverted,
    split_names,
)


@pytest.mark.parametrize(
    ("surface", "name"),
    [
        ("Haugen, Ingrid", "Ingrid Haugen"),
        ("The ATLAS Collaboration", "The ATLAS Collaboration"),
        ("Prof. Olga Petrova, PhD", "Olga Petrova"),
        ("Dr. Md Rahman", "Md Rahman"),
        ("KOWALSKI, Jan", "Jan Kowalski"),
        ("Jan KOWALSKI", "Jan Kowalski"),
        ("MCDONALD, ANNE-MARIE", "Anne-Marie McDonald"),
        ("O'NEIL, J. B.", "J. B. O'Neil"),
        ("van der Berg, Willem", "Willem van der Berg"),
        ("DE LA CRUZ, Maria", "Maria de la Cruz"),
        ("Carter, John, Jr.", "John Carter Jr."),
        ("Yndur\\'ain", "Ynduráin"),
        ("Erd\\H{o}s, P\\'al", "Pál Erdős"),
        ("P.Novak", "P. Novak"),
        ("A.W. Lindqvist", "A. W. Lindqvist"),
        ("J.-P. Morel", "J.-P. Morel"),
        ("Beck MP", "Beck MP"),
        ("Nguyễn Văn An", "Nguyễn Văn An"),
        ("Lee, Min-Ho*", "Min-Ho Lee"),
        ("  Ana\u00a0 Cruz ", "Ana Cruz"),
        ("al-Rashid, Ahmed", "Ahmed al-Rashid"),
        ("Sir Edmund Hale", "Edmund Hale"),
        ("Shamir", "Shamir"),
        ("", ""),
    ],
)
def test_a_name_is_given_as_given_and_family(surface, name):
    assert normal_name(surface) == name


@pytest.mark.parametrize(
    "text",
    [
        "Ana Cruz",
        "J. B. Hale",
        "J.-P. Morel",
        "Willem van der Berg",
        "Luis de la Peña",
        "Sean O'Brien",
        "Aya N'Guyen",
        "Ahmed al-Rashid",
        "Þórarinn Sigurðsson",
        "Yang (Janet) Liu",
        "Ely da Silva Jr.",
        "Nguyễn Thị Hoa",
        "B\\'ela Kov\\'acs",
        "Weinan E",
    ],
)
def test_the_shape_of_a_name(text):
    assert is_name(text)


@pytest.mark.parametrize(
    "text",
    ["", "we prove", "Deep Learning", "123", "J.", "Ana Cruz proved", "SGD", "The And"],
)
def test_what_has_no_shape_of_a_name(text):
    assert not is_name(text)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ana Cruz, Bo Li and C. Diaz", ["Ana Cruz", "Bo Li", "C. Diaz"]),
        ("Ana Cruz; Bo Li", ["Ana Cruz", "Bo Li"]),
        ("Ana Cruz & Bo Li", ["Ana Cruz", "Bo Li"]),
        (
            "Ana Cruz (MIT), Bo Li, and Eva Maes (EPFL)",
            ["Ana Cruz", "Bo Li", "Eva Maes"],
        ),
        ("Prof. Q. Li and Dr. Y. Wu", ["Q. Li", "Y. Wu"]),
        ("John Hale Jr., Ann Lee", ["John Hale Jr.", "Ann Lee"]),
        ("Jean d'Arcy et Ivan Núñez", ["Jean d'Arcy", "Ivan Núñez"]),
        ("Ana Cruz1,2, Bo Li2*", ["Ana Cruz", "Bo Li"]),
        ("Ana Cruz\nBo Li", ["Ana Cruz", "Bo Li"]),
        ("nobody here, 12", []),
    ],
)
def test_a_list_of_names_is_split(text, names):
    assert [text[a:b] for a, b in split_names(text)] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Cruz, Ana, Li, Bo", ["Cruz, Ana", "Li, Bo"]),
        ("Cruz, Ana; Li, Bo", ["Cruz, Ana", "Li, Bo"]),
        ("Cruz, Ana and Li, Bo", ["Cruz, Ana", "Li, Bo"]),
        ("van der Berg, Willem, Li, Bo", ["van der Berg, Willem", "Li, Bo"]),
        ("Hale, J., Jr., Doe, J. A.", ["Hale, J., Jr.", "Doe, J. A."]),
        ("Cruz, Ana, OpenAI, Li, Bo", ["Cruz, Ana", "OpenAI", "Li, Bo"]),
        ("Cruz, Ana, Olga Petrova, Li, Bo", ["Cruz, Ana", "Olga Petrova", "Li, Bo"]),
        ("Cruz, Ana", ["Cruz, Ana"]),
    ],
)
def test_inverted_names_are_paired(text, names):
    assert [text[a:b] for a, b in split_inverted(text)] == names


def test_known_people_keep_their_pairs_in_a_list_that_lost_a_part():
    text = "Cruz, Li, Bo, Maes, Eva"
    found = [text[a:b] for a, b in split_inverted(text, known=("Li, Bo",))]
    assert found == ["Cruz", "Li, Bo", "Maes, Eva"]


@pytest.mark.parametrize(
    ("text", "inverted"),
    [
        ("Cruz, Ana, Li, Bo", True),
        ("Cruz, Ana", True),
        ("Cruz, A. B., Li, B.", True),
        ("Ana Cruz, Bo Li", False),
        ("Ana Cruz", False),
        ("Ana Cruz; Bo Li", False),
    ],
)
def test_which_way_names_are_written(text, inverted):
    assert is_inverted(text) is inverted


@pytest.mark.parametrize(
    ("line", "people"),
    [
        (
            "Cruz, Ana Sol, Hale, Sam, Ana, Sol, Li, Bo",
            ["Cruz, Ana Sol", "Hale, Sam", "Li, Bo"],
        ),
        ("Ana, Sol, Li, Bo, Cruz, Ana Sol", ["Li, Bo", "Cruz, Ana Sol"]),
        ("Wang, Wei, Wang, Wei Li", ["Wang, Wei", "Wang, Wei Li"]),
        ("Cruz, Ana, Li, Bo, Cruz, Ana", ["Cruz, Ana", "Li, Bo"]),
        ("Ana Cruz, Bo Li", ["Ana Cruz", "Bo Li"]),
        ("Ana Cruz and Stanford University", ["Ana Cruz"]),
        ("", []),
    ],
)
def test_nobody_stands_twice_in_an_author_line(line, people):
    assert [line[a:b] for a, b in find_authors(line, 0, len(line))] == people


@given(st.text(max_size=80))
def test_any_text_can_be_split_and_named(text):
    for start, end in [*split_names(text), *split_inverted(text)]:
        assert 0 <= start < end <= len(text)
    assert isinstance(normal_name(text), str)


@pytest.mark.parametrize(
    ("name", "proven", "kept"),
    [
        ("Hope May", False, False),
        ("Hope May", True, True),
        ("B. An", True, True),
        ("Deep Models", True, False),
        ("TU Graz", True, False),
        ("TU NGUYEN", True, True),
    ],
)
def test_words_that_are_names_too_count_where_a_person_is_proven(name, proven, kept):
    assert acceptable(name, proven=proven) is kept
