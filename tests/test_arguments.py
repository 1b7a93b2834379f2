import math
from pathlib import Path

import numpy as np
import pytest

from kg.arguments import (
    check_count,
    check_path,
    check_path_or_none,
    check_paths,
    check_probability,
    check_text,
)


def test_one_path_or_several_become_paths():
    assert check_path("a", "x") == check_path(Path("a"), "x") == Path("a")
    for given in ("a", Path("a"), ["a"], (Path("a"),), iter(["a"])):
        assert check_paths(given, "x") == [Path("a")]
    assert check_paths([], "x") == []
    assert check_path_or_none(None, "x") is None
    assert check_path_or_none("a", "x") == Path("a")


@pytest.mark.parametrize("value", [b"a", None, 5, ["a", b"b"], [None]])
def test_what_is_no_path_is_named(value):
    with pytest.raises(TypeError, match="inputs: expected a str or a path, got"):
        check_paths(value, "inputs")
    with pytest.raises(TypeError, match="out: expected a str or a path"):
        check_path(value, "out")


def test_numbers_of_numpy_are_numbers():
    check_count(np.int64(3), "limit")
    check_probability(np.float32(0.5), "min_score")
    check_probability(1, "min_score")
    check_text("", "name")


@pytest.mark.parametrize(
    ("check", "value", "error"),
    [
        (check_count, 0, ValueError),
        (check_count, -1, ValueError),
        (check_count, 2.5, TypeError),
        (check_count, "3", TypeError),
        (check_count, None, TypeError),
        (check_probability, 5, ValueError),
        (check_probability, -0.1, ValueError),
        (check_probability, math.nan, ValueError),
        (check_probability, "0.5", TypeError),
        (check_text, None, TypeError),
        (check_text, b"a", TypeError),
    ],
)
def test_a_wrong_value_is_named(check, value, error):
    with pytest.raises(error, match=r"value: expected .* got "):
        check(value, "value")
