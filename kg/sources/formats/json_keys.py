"""The keys of the first object in a file of JSON: a record's, or those of a wrapping."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from kg.files.opened_file import Head

_OPENING = re.compile(r"\s*(?:\[\s*)?(?=\{)")
# An object with a key, or an array of objects or arrays.
_JSON = re.compile(r'\ufeff?\s*(?:\{\s*["}]|\[\s*[{\]])')
# Lines of what is written over many: a member, or what opens and closes.
_MEMBER = re.compile(
    r'\s*+"(?:[^"\\\n]|\\.){1,99}+"\s*+:\s*+(?:["\[{\d-]|null|true|false)'
)
_BRACKETS = re.compile(r'[\s{}\[\],]+|\s*"[^"]*",?\s*')
_LINES, _LOOK = 40, 1 << 16
_SHARE = 0.7
_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*+"|[{}\[\]]', re.DOTALL)
_KEY = re.compile(r'"((?:[^"\\]|\\.){1,99}+)"\s*+:')
_VALUE = re.compile(r"\s*:\s*(.)?", re.DOTALL)


def opens_as_json(head: Head) -> bool:
    """Tell whether a file opens with an object that has a key, or a list of such.

    One of which the beginning is lost is told by its lines: most are members of objects.

    >>> opens_as_json(Head("x", b"", '[ {"a": 1')), opens_as_json(Head("x", b"", "{Braces}"))
    (True, False)
    """
    if _JSON.match(head.text):
        return True
    lines = head.text[:_LOOK].split("\n")
    filled = [line for line in lines if line.strip()][:_LINES]
    members = sum(_MEMBER.match(line) is not None for line in filled)
    return bool(members) and _SHARE * len(filled) <= members + sum(
        _BRACKETS.fullmatch(line) is not None for line in filled
    )


def record_keys(head: Head) -> frozenset[str]:
    """Return the keys in lower case, and again with "[" or "{" for a list or object.

    The head may end anywhere within the object.

    >>> sorted(record_keys(Head("x", b"", '[{"Title": "On mills", "author": [{"n": 1}')))
    ['author', 'author[', 'title']
    """
    opening = _OPENING.match(head.text)
    if opening is None:
        return frozenset()
    return keys_of_object(head.text, opening.end())


def keys_of_object(text: str, start: int, *, most: int = 1 << 30) -> frozenset[str]:
    """Return the keys of the object that opens at a place, as `record_keys` does.

    Args:
        text: ends anywhere, within the object or behind it.
        start: the place of its "{".
        most: characters that are looked at.
    """
    return frozenset(_keys(text, start, start + most))


def count_keys(head: Head) -> dict[str, int]:
    """Return how often each key stands in a file, at whatever depth.

    >>> count_keys(Head("x", b"", '[{"title": "A", "by": {"name": "Lee"}}, {"title": "B"}]'))
    {'title': 2, 'by': 1, 'name': 1}
    """
    return dict(Counter(_KEY.findall(head.text)))


def keys_of_record(record: Mapping[str, object]) -> frozenset[str]:
    """Return the keys of a decoded object, as `record_keys` does.

    >>> sorted(keys_of_record({"Title": "On mills", "author": [{"n": 1}]}))
    ['author', 'author[', 'title']
    """
    keys = {key.lower() for key in record}
    lists = {
        f"{key.lower()}[" for key, value in record.items() if isinstance(value, list)
    }
    objects = {
        f"{key.lower()}{{" for key, value in record.items() if isinstance(value, dict)
    }
    return frozenset(keys | lists | objects)


def _keys(text: str, start: int, stop: int) -> Iterator[str]:
    """Yield the keys of the object that opens at `start`, not those within it."""
    depth = 0
    for token in _TOKEN.finditer(text, start, stop):
        if token[0] in "{[":
            depth += 1
        elif token[0] in "}]":
            depth -= 1
            if depth == 0:
                return
        elif depth == 1 and (value := _VALUE.match(text, token.end())):
            key = token[0][1:-1].lower()
            yield key
            if value[1] in ("{", "["):
                yield f"{key}{value[1]}"
