import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.text.names.author_lists import (
    cut_author_list,
    split_author_list,
    split_author_names,
)

GIVEN = ["Ana", "Bo", "Eva Maria", "J. B.", "Min-Ho"]
FAMILY = ["Cruz", "Li", "van der Berg", "O'Neil", "Nguyễn"]
PEOPLE = st.lists(
    st.tuples(st.sampled_from(GIVEN), st.sampled_from(FAMILY)), min_size=2, max_size=6
)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ann Lee, Bo Chu and Max Stone", ["Ann Lee", "Bo Chu", "Max Stone"]),
        ("Ann Lee, Bo Chu, and Max Stone", ["Ann Lee", "Bo Chu", "Max Stone"]),
        ("Ann Lee; Bo Chu", ["Ann Lee", "Bo Chu"]),
        ("Ann Lee (MIT), Bo Chu (EPFL, Lausanne)", ["Ann Lee", "Bo Chu"]),
        ("Ann Lee1,2, Bo Chu2*", ["Ann Lee", "Bo Chu"]),
        ("Jean d'Arcy et Ivan Núñez", ["Jean d'Arcy", "Ivan Núñez"]),
        ("Ana Cruz y José Ortega y Gasset", ["Ana Cruz", "José Ortega y Gasset"]),
        ("A. Lee, B. Chu", ["A. Lee", "B. Chu"]),
        ("John Hale Jr., Ann Lee", ["John Hale Jr.", "Ann Lee"]),
        ("Ann Lee, PhD, Bo Chu, MD", ["Ann Lee", "Bo Chu"]),
        ("张家发, 胡喜军", ["张家发", "胡喜军"]),
        ("Ann Lee & Bo Chu et al.", ["Ann Lee", "Bo Chu"]),
        ("Ann Lee and others", ["Ann Lee"]),
        ("by Ann Lee, Bo Chu", ["Ann Lee", "Bo Chu"]),
        ("Sandy Anderson", ["Sandy Anderson"]),
        ("The ATLAS Collaboration", ["The ATLAS Collaboration"]),
        ("", []),
        (" , ;", []),
    ],
)
def test_names_with_the_given_name_first(text, names):
    assert list(split_author_names(text)) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Lee, Ann", ["Lee, Ann"]),
        ("Lee, Ann, Chu, Bo", ["Lee, Ann", "Chu, Bo"]),
        ("Lee, Ann, Chu, Bo and Roe, Eva Maria", ["Lee, Ann", "Chu, Bo", "Roe, Eva Maria"]),
        ("Lee, Ann; Chu, Bo; and Stone, Max", ["Lee, Ann", "Chu, Bo", "Stone, Max"]),
        ("Lee, A. B., Chu, C.", ["Lee, A. B.", "Chu, C."]),
        ("van der Berg, Willem, Li, Bo", ["van der Berg, Willem", "Li, Bo"]),
        ("Hale, J., Jr., Doe, J. A.", ["Hale, J., Jr.", "Doe, J. A."]),
        ("Stone, Jr., Max", ["Stone, Jr., Max"]),
        ("Cruz, Ana, OpenAI, Li, Bo", ["Cruz, Ana", "OpenAI", "Li, Bo"]),
        ("Cruz, Ana, Olga Petrova, Li, Bo", ["Cruz, Ana", "Olga Petrova", "Li, Bo"]),
        ("王, 伟, 李, 娜", ["王, 伟", "李, 娜"]),
    ],
)  # fmt: skip
def test_names_with_the_family_name_first(text, names):
    assert list(split_author_names(text)) == names


@given(PEOPLE, st.sampled_from([", ", "; ", " and ", " & "]))
def test_a_list_is_split_as_it_was_joined(people, separator):
    direct = [f"{first} {last}" for first, last in people]
    assert list(split_author_names(separator.join(direct))) == direct


@given(PEOPLE, st.sampled_from([", ", "; ", " and "]))
def test_a_list_of_inverted_names_is_split_as_it_was_joined(people, separator):
    inverted = [f"{last}, {first}" for first, last in people]
    assert list(split_author_names(separator.join(inverted))) == inverted


@given(st.text(alphabet="AaBb. ,;&()1*andety\n", max_size=60))
def test_places_are_in_order_and_cover_no_separator(text):
    for spans in (split_author_list(text), cut_author_list(text)):
        bounds = [place for span in spans for place in span]
        assert bounds == sorted(bounds)
        assert all(text[a:b].strip() == text[a:b] != "" for a, b in spans)
