import pytest

from kg.institutions.generic_names import is_generic, names_but_kinds


@pytest.mark.parametrize(
    "name",
    ["State Key Laboratory", "Research Laboratory", "Department of Physics", "AI Lab"],
)
def test_anybody_may_have_it(name):
    assert is_generic(name)


@pytest.mark.parametrize(
    "name",
    [
        "Bell Laboratories",
        "Institute of Mathematics",
        "Academy of Sciences",
        "National Center for Atmospheric Sciences",
    ],
)
def test_it_is_somebodys(name):
    assert not is_generic(name)


def test_beside_a_university_an_institute_of_a_field_is_a_part_of_it():
    assert is_generic("Institute of Mathematics", beside_university=True)
    assert not is_generic("University of Science", beside_university=True)


@pytest.mark.parametrize(
    ("name", "several"),
    [("University of Engineering and Technology", True), ("Oslo University", False)],
)
def test_a_name_of_kinds_and_fields_is_of_several(name, several):
    assert names_but_kinds(name) is several
