import pytest

from kg.text.names.author_lists import split_authors


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ann Lee, Bo Chu and Max Stone", ["Ann Lee", "Bo Chu", "Max Stone"]),
        ("Ann Lee, Bo Chu, and Max Stone", ["Ann Lee", "Bo Chu", "Max Stone"]),
        ("Lee, Ann; Chu, Bo; and Stone, Max", ["Lee, Ann", "Chu, Bo", "Stone, Max"]),
        ("Lee, Ann, Chu, Bo", ["Lee, Ann", "Chu, Bo"]),
        ("Lee, A. B., Chu, C.", ["Lee, A. B.", "Chu, C."]),
        ("A. Lee, B. Chu", ["A. Lee", "B. Chu"]),
        ("Lee, Ann", ["Lee, Ann"]),
        ("Stone, Jr., Max", ["Stone Jr., Max"]),
        ("Ann Lee & Bo Chu et al.", ["Ann Lee", "Bo Chu"]),
        ("Sandy Anderson", ["Sandy Anderson"]),
        ("", []),
    ],
)
def test_a_list_in_one_string(text, names):
    assert list(split_authors(text)) == names
