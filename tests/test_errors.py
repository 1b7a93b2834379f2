import pickle

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


def test_a_name_of_few_is_answered_with_all_of_them():
    error = UnknownName("format", "pdf", ("csv", "gexf"), all_known=True)
    assert str(error) == "no format is called 'pdf'; there are: csv, gexf"


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


def test_an_unknown_name_is_the_same_in_another_process():
    error = UnknownName("format", "pdf", ("csv", "gexf"), all_known=True)
    again = pickle.loads(pickle.dumps(error))
    assert (str(again), again.name, again.known) == (str(error), "pdf", error.known)
