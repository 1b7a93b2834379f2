import pytest

from kg.text.names.group_authors import is_collaboration, is_group


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


@pytest.mark.parametrize("text", ["Ana Cruz", "Group", "Team, Ana", ""])
def test_people_and_other_phrases_are_no_groups(text):
    assert not is_group(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ministry of Health",
        "Ministère de la Santé",
        "Board on Salt, Water, Bread and Peace",
        "Mills and Sons, Inc.",
        "University of Hill",
        "Stan Working Group",
        "R Core Team",
        "SALT Trial Investigators",
        "World Mills Bank",
        "Bundesministerium für Brot",
        "山川大学",
        "Министерство здравоохранения",
    ],
)
def test_organisations(text):
    assert is_group(text)


@pytest.mark.parametrize(
    "text",
    [
        "Bank, Peter",
        "Peter Bank",
        "Press, W. H.",
        "Group, Robert",
        "Lee, On",
        "On Lee",
        "Anna Maria Church",
        "King, Martin, Jr.",
        "de la Cruz, Maria",
        "王大",
    ],
)
def test_family_names_that_are_words_of_groups(text):
    assert not is_group(text)


def test_a_place_of_work_is_no_collaboration():
    assert is_collaboration("SALT Working Group")
    assert is_group("Hill University")
    assert not is_collaboration("Hill University")
