"""Files of keys and values, as YAML and TOML write them: every line says what it is."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from kg.files.opened_file import Head

# A key of YAML at the start of a line or of an item; names of fields are in small letters.
_YAML_KEY = re.compile(r"^[ ]*+(?:-[ ]++)*+(?P<key>[a-z][\w-]{0,59}+):(?=\s|$)")
_YAML_MARK = re.compile(r"^(?:---(?:\s|$)|\.\.\.\s*$|%YAML|\s*+#|\s++\S|-\s)")
_TOML_TABLE = re.compile(r"^\[{1,2}+[\w.\"' -]++\]{1,2}+\s*+(?:#.*)?$")
_TOML_KEY = re.compile(
    r"^\s*+(?P<key>[\w.-]{1,60}+)\s*+=\s*+(?=[\"'\[{\d+-]|true|false)"
)
_TOML_MARK = re.compile(r"^(?:\s*+#|\s++\S|[\]}\"'])")
_ENTRY = re.compile(r"\s*+@\w+\s*+[{(]")  # of BibTeX, whose fields may all be set in
_FEWEST_KEYS = 3


def assigned_keys(head: Head) -> frozenset[str]:
    """Return the keys of a file of YAML or TOML, and "<yaml>" or "<toml>"; else nothing.

    A page whose lines have labels is no YAML: that has values or items set in.

    >>> sorted(assigned_keys(Head("x", b"", "- title: On mills\\n  year: 2001\\n- title: B")))
    ['<yaml>', 'title', 'year']
    >>> assigned_keys(Head("x", b"", "title: On mills\\nspeaker: Ann Lee\\nabstract: We ask"))
    frozenset()
    """
    lines = [line for line in head.text.split("\n") if line.strip()]
    if _is_toml(lines):
        return frozenset(["<toml>", *(key.lower() for key in _keys(lines, _TOML_KEY))])
    if _is_yaml(lines):
        return frozenset(["<yaml>", *(key.lower() for key in _keys(lines, _YAML_KEY))])
    return frozenset()


def count_assignments(head: Head) -> dict[str, int]:
    """Return how often each key of a file of YAML or TOML has a value.

    >>> count_assignments(Head("x", b"", "- title: On mills\\n  year: 2001\\n- title: B"))
    {'title': 2, 'year': 1}
    """
    lines = [line for line in head.text.split("\n") if line.strip()]
    pattern = _TOML_KEY if _is_toml(lines) else _YAML_KEY
    return dict(Counter(_keys(lines, pattern)))


def _keys(lines: Sequence[str], pattern: re.Pattern[str]) -> Iterator[str]:
    return (found["key"] for line in lines if (found := pattern.match(line)))


def _is_toml(lines: Sequence[str]) -> bool:
    """Tell a file whose lines are tables and assignments, three of them or more."""
    if not all(
        _TOML_TABLE.match(line) or _TOML_KEY.match(line) or _TOML_MARK.match(line)
        for line in lines
    ):
        return False
    if any(map(_ENTRY.match, lines)):
        return False
    return sum(1 for _ in _keys(lines, _TOML_KEY)) >= _FEWEST_KEYS


def _is_yaml(lines: Sequence[str]) -> bool:
    """Tell a file whose lines are keys, items, or set in below one of them."""
    found = [_YAML_KEY.match(line) for line in lines]
    if sum(map(bool, found)) < _FEWEST_KEYS:
        return False
    if not all(k or _YAML_MARK.match(x) for k, x in zip(found, lines, strict=True)):
        return False
    below = zip(found, pairwise(lines), strict=False)
    return any(key and _indent(two) > _indent(one) for key, (one, two) in below)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
