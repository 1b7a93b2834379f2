"""Arguments of public functions, checked at the door.

A wrong one is a programmer's mistake: a TypeError or ValueError that names it, before
hours of work, not an odd answer or an error from deep within.
"""

import os
from collections.abc import Iterable
from numbers import Integral, Real
from pathlib import Path

StrPath = str | os.PathLike[str]


def check_path(value: object, name: str) -> Path:
    """Return a path that was given as text or as a path.

    Raises:
        TypeError: it is neither.
    """
    path = os.fspath(value) if isinstance(value, os.PathLike) else value
    if not isinstance(path, str):
        raise TypeError(f"{name}: expected a str or a path, got {value!r}")
    return Path(path)


def check_path_or_none(value: object, name: str) -> Path | None:
    """Return a path as `check_path` does; None stays None."""
    return None if value is None else check_path(value, name)


def check_paths(value: StrPath | Iterable[StrPath], name: str) -> list[Path]:
    """Return paths that were given as one or several.

    Raises:
        TypeError: it is no path, and not several of them.
    """
    several = isinstance(value, Iterable) and not isinstance(value, str | bytes)
    if several and not isinstance(value, os.PathLike):
        return [check_path(each, name) for each in value]
    return [check_path(value, name)]


def check_text(value: object, name: str) -> None:
    """Raise unless a value is a str.

    Raises:
        TypeError: it is not.
    """
    if not isinstance(value, str):
        raise TypeError(f"{name}: expected a str, got {value!r}")


def check_count(value: object, name: str, *, least: int = 1) -> None:
    """Raise unless a value is a whole number that is not too small.

    Raises:
        TypeError: it is no whole number.
        ValueError: it is smaller than `least`.
    """
    if not isinstance(value, Integral):
        raise TypeError(f"{name}: expected a whole number, got {value!r}")
    if int(value) < least:
        raise ValueError(f"{name}: expected {least} or more, got {value!r}")


def check_probability(value: object, name: str) -> None:
    """Raise unless a value is a number from 0 to 1.

    Raises:
        TypeError: it is no number.
        ValueError: it is outside, or NaN.
    """
    if not isinstance(value, Real):
        raise TypeError(f"{name}: expected a number, got {value!r}")
    if not 0 <= float(value) <= 1:
        raise ValueError(f"{name}: expected a number from 0 to 1, got {value!r}")
