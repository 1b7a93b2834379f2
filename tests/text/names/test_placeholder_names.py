import pytest

from kg.text.names.placeholder_names import named_part


@pytest.mark.parametrize(
    "text",
    [
        *("et al.", "Et al", "al, et", "al., e.", "others", "and others", "37 others"),
        *(
            "Anonymous",
            "[Anonymous]",
            "Anonymous,",
            "anonyme",
            "Anon.",
            "Various authors",
        ),
        *(
            "[No author name available]",
            "[No authors listed]",
            "No authorship, indicated",
        ),
        *("Unknown", "Unknown Author", "Author unknown", "not available", "None"),
        *("n/a", "N/A", "NA", "-", "--", ":", "12345", "", "[s.n.]", "nan", "佚名"),
    ],
)
def test_a_placeholder_names_nobody(text: str) -> None:
    assert named_part(text) == ""


@pytest.mark.parametrize(
    "name",
    [
        *("Na", "Na, Li", "Al, Etta", "None, Ann", "Others, Ann", "Anon, Roy", "N. N."),
        *("Author, Ann", "Null, Maria", "Nan Li", "Noé Author", "王阳", "Etal Gil"),
    ],
)
def test_a_name_stays(name: str) -> None:
    assert named_part(name) == name


@pytest.mark.parametrize(
    "text",
    [
        *(
            "Lee, Ann et al.",
            "Lee, Ann, et al",
            "Lee, Ann; et al.,",
            "Lee, Ann [et al.]",
        ),
        *("Lee, Ann and others", "Lee, Ann and 12 others", "Lee, Ann et alii"),
    ],
)
def test_those_left_out_are_no_part_of_a_name(text: str) -> None:
    assert named_part(text) == "Lee, Ann"
