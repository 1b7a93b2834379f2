from pathlib import Path

import kg


def test_the_public_names_are_few_and_there():
    assert kg.__all__ == sorted(kg.__all__)
    for name in kg.__all__:
        assert callable(getattr(kg, name))


def test_a_notebook_lists_the_public_names():
    assert {*kg.__all__, "__version__"} <= set(dir(kg))


def test_type_checkers_are_told_that_there_are_types():
    assert (Path(kg.__file__).parent / "py.typed").exists()


def test_an_unknown_name_is_an_attribute_error():
    assert not hasattr(kg, "nothing")
