import pytest

from kg import errors
from kg.errors import KGError, UnknownName

FAMILY = [
    value
    for value in vars(errors).values()
    if isinstance(value, type) and issubclass(value, Exception)
]


@pytest.mark.parametrize("error", FAMILY)
def test_every_error_is_of_the_family_and_drawn_in_its_tree(error):
    assert issubclass(error, KGError)
    assert f"{error.__name__} " in errors.__doc__.replace("\n", " ")


@pytest.mark.parametrize(
    ("known", "message"),
    [
        ((), "no person is called 'Ada'"),
        (("Adam", "Ida"), "no person is called 'Ada'; nearest: Adam, Ida"),
    ],
)
def test_an_unknown_name_is_answered_with_the_nearest(known, message):
    error = UnknownName("person", "Ada", known)
    assert str(error) == message
    assert (error.name, error.known) == ("Ada", known)
