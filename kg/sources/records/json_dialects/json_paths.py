"""Paths to values within a record: "ids.pmid", "titles.title", "dates[type=issued].date".

A path leads through lists to what each of their items has. What stands in brackets
chooses among objects: those whose key has that value, whatever its case.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from kg.sources.records.json_values import JSON

_STEP = re.compile(
    r"((?:[^.\[\\]|\\.)++)(?:\[([^=\]\[]{1,99}+)=([^\]\[]{0,99}+)\])?\.?"
)


class _Step(NamedTuple):
    """A key, and what objects below it must have: a key of their own with a value."""

    key: str
    told_by: str
    value: str


def values_at(record: JSON, path: str) -> Iterator[JSON]:
    """Yield the values that a path leads to; null is none.

    A list at its end is yielded as one value. A full stop in a key is escaped.

    >>> list(values_at({"ids": [{"of": "DOI", "is": 1}, {"of": "x"}]}, "ids[of=doi].is"))
    [1]
    """
    yield from _follow(record, _steps(path), 0)


def keys_of(path: str) -> tuple[str, ...]:
    """Return the keys on a path, and what the objects on it are told by.

    >>> keys_of("ids[of=doi].is")
    ('ids', 'is')
    """
    return tuple(step.key for step in _steps(path))


def told_by(path: str) -> Iterator[tuple[str, ...]]:
    """Yield the path, as keys, of each key by which objects on a path are chosen.

    >>> list(told_by("ids[of=doi].is"))
    [('ids', 'of')]
    """
    steps = _steps(path)
    for place, step in enumerate(steps, start=1):
        if step.told_by:
            yield (*(each.key for each in steps[:place]), step.told_by)


@lru_cache(maxsize=1 << 11)
def _steps(path: str) -> tuple[_Step, ...]:
    found = ((key.replace("\\", ""), *rest) for key, *rest in _STEP.findall(path))
    return tuple(_Step(*step) for step in found)


def _follow(value: JSON, steps: tuple[_Step, ...], place: int) -> Iterator[JSON]:
    if place == len(steps):
        if value is not None:
            yield value
    elif isinstance(value, list):
        for item in value:
            if isinstance(item, dict):  # what lists hold lists of is no record's
                yield from _follow(item, steps, place)
    elif isinstance(value, dict) and steps[place].key in value:
        step = steps[place]
        for below in _chosen(value[step.key], step):
            yield from _follow(below, steps, place + 1)


def _chosen(value: JSON, step: _Step) -> list[JSON]:
    """Return a value, or of a list those objects that a step asks for."""
    if not step.told_by:
        return [value]
    items = value if isinstance(value, list) else [value]
    return [item for item in items if isinstance(item, dict) and _is_chosen(item, step)]


def _is_chosen(item: dict[str, JSON], step: _Step) -> bool:
    return str(item.get(step.told_by, "")).casefold() == step.value.casefold()
