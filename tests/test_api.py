import kg


def test_the_public_names_are_few_and_there():
    assert kg.__all__ == sorted(kg.__all__)
    for name in kg.__all__:
        assert callable(getattr(kg, name))


def test_an_unknown_name_is_an_attribute_error():
    assert not hasattr(kg, "nothing")
