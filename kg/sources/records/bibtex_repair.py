"""BibTeX as people write it: commas that are missing, braces that do not match.

What can be read but one way is read so, and said; the parser would drop it.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, pairwise

from kg.sources.unused_text import end_of_paragraph

# The type of a block whose bracket stands on the next line.
_TYPE = re.compile(r"[^\S\n]*@\w+[^\S\n]*")
_BLANK_TYPE = re.compile(r"(?<![^\s])@[ \t]+(?=\w{3,20}[ \t]*\{[^{}]*,)")
_BRACKET = re.compile(r"(?:(?<![^\S\n])[^\S\n]++)?[{(]")
# A field, or what closes one.
_FIELD = re.compile(r"\s*+(?:,\s*+)?[A-Za-z][\w-]*+\s*+=|\s*+[})\"]")
_KEY_WITHOUT_COMMA = re.compile(
    r"(@\w+\s*[{(]\s*[^\s,{}()=]+)(?=\s+[A-Za-z][\w-]*\s*=)"
)
_NO_KEY = re.compile(r"(@\w+\s*[{(])(?=\s*[A-Za-z][\w-]*\s*=)")
_COMMAS = re.compile(r",(?:\s{0,50}+,){1,50}+(?=\s*(?:[A-Za-z][\w-]*\s*=|[})]))")
_NAMED = re.compile(r"([A-Za-z][\w-]*)\s*=\s*(?=[{\"\w])")


def with_brackets(lines: Iterable[str]) -> Iterator[str]:
    """Yield lines, a type put behind its "@" and a bracket behind it, as the parser wants.

    There are as many as before.

    >>> list(with_brackets(["@misc", "{a, title={A}}"]))
    ['@misc{', 'a, title={A}}']
    """
    moved = False
    repaired = (_BLANK_TYPE.sub("@", line) for line in lines)
    for line, following in pairwise(chain(repaired, [""])):
        content = _BRACKET.sub("", line, count=1) if moved else line
        moved = bool(_TYPE.fullmatch(line) and _BRACKET.match(following))
        yield f"{content.rstrip()}{following.strip()[0]}" if moved else content


def end_of_fields(lines: Sequence[str]) -> int:
    """Return how many lines of an entry that is never closed can be of it.

    They are its first paragraph, and those after it that begin with a field.

    >>> end_of_fields(["@misc{a, title = {A", "", "year = 2001", "", "A talk on mills."])
    4
    """
    stop = end_of_paragraph(lines, 0)
    while stop < len(lines) and _FIELD.match(lines[stop]):
        stop = end_of_paragraph(lines, stop)
    return stop


def repair_commas(text: str) -> str:
    """Return the text of an entry with a comma behind its key, if any, and one for two.

    >>> repair_commas("@misc{a title={A},, year=2001}")
    '@misc{a, title={A}, year=2001}'
    """
    text = _NO_KEY.sub(r"\1,", text, count=1)
    return _COMMAS.sub(",", _KEY_WITHOUT_COMMA.sub(r"\1,", text, count=1))


def split_field(text: str) -> tuple[str, str] | None:
    """Return name and value of a field that follows another without a comma.

    >>> split_field("year = {2011}"), split_field("and so on")
    (('year', '{2011}'), None)
    """
    text = text.lstrip("; ")
    found = _NAMED.match(text)
    return (found[1], text[found.end() :]) if found else None


def goes_on_with_fields(text: str) -> bool:
    """Tell whether text behind an entry is of it: a brace too many closed it early.

    >>> goes_on_with_fields(", year = {2011}}"), goes_on_with_fields("A talk on mills.")
    (True, False)
    """
    return bool(_NAMED.match(text.lstrip(", \t\n}")))
