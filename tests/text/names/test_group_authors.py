import pytest

from kg.text.names.group_authors import is_group


@pytest.mark.parametrize(
    "text",
    [
        "The ATLAS Collaboration",
        "ATLAS collaboration",
        "{Graph Theory Working Group}",
        "SPRINT Research Team",
        "Human Genome Consortium",
    ],
)
def test_groups(text):
    assert is_group(text)


@pytest.mark.parametrize(
    "text", ["Ana Cruz", "Group", "Team, Ana", "Working Group of Ana Cruz", ""]
)
def test_people_and_other_phrases_are_no_groups(text):
    assert not is_group(text)
