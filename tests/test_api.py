from pathlib import Path

import pytest

import kg


def test_the_public_names_are_few_and_there():
    assert kg.__all__ == sorted(kg.__all__)
    for name in kg.__all__:
        assert callable(getattr(kg, name))


def test_a_network_is_a_function_too():
    class Store:
        def network(self, name, **thresholds):
            return name, thresholds

    asked = kg.network(Store(), "coauthor", min_weight=2)
    assert asked == ("coauthor", {"min_weight": 2})


def test_a_notebook_lists_the_public_names():
    assert {*kg.__all__, "__version__"} <= set(dir(kg))


def test_type_checkers_are_told_that_there_are_types():
    assert (Path(kg.__file__).parent / "py.typed").exists()


def test_an_unknown_name_is_an_attribute_error():
    assert not hasattr(kg, "nothing")


@pytest.mark.parametrize(
    "wrong",
    [
        {"inputs": b"papers"},
        {"inputs": None},
        {"out": b"out"},
        {"out": None},
        {"model": 5},
        {"ror": b"ror"},
        {"decisions": 5},
        {"min_score": 5},
        {"min_score": float("nan")},
        {"jobs": -1},
        {"max_authors": 0},
    ],
    ids=str,
)
def test_a_wrong_argument_is_named_and_nothing_is_made(tmp_path, wrong):
    arguments = {"inputs": tmp_path, "out": tmp_path / "out", **wrong}
    with pytest.raises((TypeError, ValueError), match=f"{next(iter(wrong))}: expected"):
        kg.build_graph(**arguments)
    assert not (tmp_path / "out").exists()
