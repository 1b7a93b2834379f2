r"""LaTeX → its commands of interest, each with its arguments, in time linear in its size.

Only what stands in a book of abstracts: `\title{…}`, `\begin{talk}{…}{…}`, and the text
between. Definitions of commands are not followed.
"""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

_COMMENT = re.compile(r"(?<!\\)%[^\n]*")
_COMMAND = re.compile(r"\\(?P<name>[A-Za-z]+)\*?")
_BLANKS = re.compile(r"[ \t]*\n?[ \t]*")
_BRACE = re.compile(r"\\[\\{}]|[{}]")
_LONGEST = 500  # characters of an option
_MOST_ARGUMENTS = 6


class Command(NamedTuple):
    """A command, its arguments in braces, and the places before and behind it.

    Of an environment the name is "begin talk" or "end talk", arguments are those behind.
    """

    name: str
    arguments: tuple[str, ...]
    start: int
    stop: int


def without_comments(text: str) -> str:
    r"""Return LaTeX without its comments, lines kept.

    >>> without_comments("On mills % or wind\n50\\% more")
    'On mills \n50\\% more'
    """
    return _COMMENT.sub("", text)


def read_commands(text: str, names: frozenset[str]) -> Iterator[Command]:
    r"""Yield the commands with one of these names, and all environments, in order.

    >>> [c[:2] for c in read_commands(r"\title{On \emph{mills}}", frozenset(["title"]))]
    [('title', ('On \\emph{mills}',))]
    """
    closings = _closing_braces(text)
    place = 0
    while found := _COMMAND.search(text, place):
        name, place = found["name"], found.end()
        if name not in names and name not in ("begin", "end"):
            continue
        arguments, place = _arguments(text, place, closings)
        if name in ("begin", "end"):
            if not arguments:
                continue
            name, arguments = f"{name} {arguments[0].rstrip('*')}", arguments[1:]
        yield Command(name, tuple(arguments), found.start(), place)


def _arguments(
    text: str, place: int, closings: Mapping[int, int]
) -> tuple[list[str], int]:
    """Return the arguments in braces from a place on, and where they end."""
    found: list[str] = []
    while len(found) < _MOST_ARGUMENTS:
        blanks = _BLANKS.match(text, place)
        start = blanks.end() if blanks else place
        mark = text[start : start + 1]
        if mark == "[":
            end = text.find("]", start, start + _LONGEST)
        elif mark == "{":
            end = closings.get(start, -1)
        else:
            break
        if end < 0:
            break
        if mark == "{":
            found.append(text[start + 1 : end])
        place = end + 1
    return found, place


def _closing_braces(text: str) -> dict[int, int]:
    """Return where each opening brace is closed; one that never is, is not there."""
    closings: dict[int, int] = {}
    opened: list[int] = []
    for brace in _BRACE.finditer(text):
        if brace[0] == "{":
            opened.append(brace.start())
        elif brace[0] == "}" and opened:
            closings[opened.pop()] = brace.start()
    return closings
