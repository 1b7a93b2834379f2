"""Nasty shapes of whole files: one thing, n times, where a reader of texts meets it."""

import json
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass

# What is wanted of a name or title that is unlike all others.
_SYLLABLES = [a + b for a in "bdfgklmnprst" for b in "aeiou"]
_PROSE = (
    "We study stochastic gradient descent for deep neural networks and show that it"
    " converges to good minima when the width is large and the noise is small, which"
    " explains a number of empirical findings on optimal transport."
)


@dataclass(frozen=True, slots=True)
class Shape:
    """A file by its size: `make(n)` has about n characters.

    Attributes:
        name: what there is much of.
        suffix: of the file's name, by which people tell formats.
        make: returns the text of the file.
    """

    name: str
    suffix: str
    make: Callable[[int], str]


def _word(chooser: random.Random, syllables: int = 3) -> str:
    return "".join(chooser.choice(_SYLLABLES) for _ in range(syllables)).title()


def _names(count: int) -> list[str]:
    """Return full names, hardly one of them twice."""
    chooser = random.Random(count)
    return [f"{_word(chooser)} {_word(chooser, 4)}" for _ in range(count)]


def _within_prose(unit: str) -> Callable[[int], str]:
    """Return a maker of prose with a run of `unit` in its midst and on its own line."""

    def make(size: int) -> str:
        run = unit * (size // (2 * len(unit)))
        return f"{_PROSE} {run} {_PROSE}\n\n{run}\n\n{_PROSE}\n"

    return make


def _behind_prose(unit: str) -> Callable[[int], str]:
    """Return a maker of prose with a run of `unit` directly behind its last sentence."""
    return lambda size: f"{_PROSE}\nJoint work with {unit * (size // len(unit))}"


def _whole(unit: str) -> Callable[[int], str]:
    """Return a maker of files of nothing but `unit`."""
    return lambda size: unit * (size // len(unit))


def _records(make: Callable[[int], object], size: int) -> Callable[[int], str]:
    """Return a maker of JSON Lines, of records of about `size` characters."""

    def text(total: int) -> str:
        lines = (json.dumps(make(i), ensure_ascii=False) for i in range(total // size))
        return "".join(f"{line}\n" for line in lines)

    return text


def _record_of(field: str, make: Callable[[int], object]) -> Callable[[int], str]:
    """Return a maker of one record with a long field."""

    def text(size: int) -> str:
        record = {"title": "On mills", "abstract": _PROSE, field: make(size)}
        return json.dumps(record, ensure_ascii=False) + "\n"

    return text


def _random_teams(size: int) -> str:
    """Make records of forty random authors each."""
    names = iter(_names(size // 20))
    teams = iter(lambda: [name for name, _ in zip(names, range(40), strict=False)], [])
    records = ({"title": f"Mill {n}", "authors": team} for n, team in enumerate(teams))
    return "".join(f"{json.dumps(record)}\n" for record in records)


def _bibtex(size: int) -> str:
    names = " and ".join(_names(size // 20))
    return f"@article{{a, title={{On mills}}, author={{{names}}}}}\n"


def _paragraphs(size: int) -> str:
    chooser = random.Random(1)
    words = (_word(chooser, 2).lower() for _ in range(size // 5))
    lines = iter(
        lambda: " ".join(w for w, _ in zip(words, range(40), strict=False)), ""
    )
    return "\n".join(f"We show {line}." for line in lines)


def _nested(opening: str, closing: str) -> Callable[[int], str]:
    def make(size: int) -> str:
        depth = size // (len(opening) + len(closing))
        return opening * depth + closing * depth

    return make


_RUNS = {
    "one word": "a", "capitals": "A", "title case": "Aa", "digits": "7",
    "blanks": " ", "tabs": "\t", "no-break spaces": "\u00a0", "blank lines": "\n",
    "carriage returns": "\r", "NULs": "\x00", "open parentheses": "(",
    "open brackets": "[", "open braces": "{", "closing parentheses": ")",
    "pairs of parentheses": "(A) ", "quotes": '"', "curly quotes": "“",
    "apostrophes": "'", "possessives": "'s", "commas": ",", "semicolons": "; ",
    "colons": ": ", "full stops": ". ", "dots": ".", "hyphens": "-",
    "hyphened words": "a-", "dashes": "– ", "stars": "* ", "dollars": "$",
    "backslashes": "\\", "LaTeX accents": "\\'e", "LaTeX commands": "\\alpha ",
    "superscripts": "¹", "carets": "^1,", "ands": "and ", "ampersands": "& ",
    "initials": "A. ", "hyphened initials": "A.-", "short lines": "ab\n",
    "short forms": "gradient flow (GF) ", "names": "Ana Cruz, ",
    "surnames": "Cruz, ", "universities": "University of Oslo, ",
    "departments": "Department of Physics, ", "et al.": "Cruz et al. (2019), ",
    "URLs": "https://a.org/b?c ", "slashes": "a/", "DOIs": "10.1000/x.1 ",
    "arXiv numbers": "arXiv:2101.00001 ", "tags": "<b>", "entities": "&amp;",
    "at signs": "a@", "combining marks": "\u0301", "ideographs": "学",
    "emoji": "🙂", "joiners": "\u200d", "bidi controls": "\u202e",
    "headings": "Abstract: ", "years": "(2019) ", "labels": "[1] ",
    "joint work": "joint work with ",
}  # fmt: skip
_FILES: dict[str, tuple[str, Callable[[int], str]]] = {
    "prose": (".txt", _paragraphs),
    "one paragraph many times": (".txt", _whole(f"{_PROSE}\n")),
    "labelled talks": (
        ".txt",
        _whole(f"Ana Cruz\nTitle: A mill\nRoom: 1\nAbstract: {_PROSE}\n\n"),
    ),
    "labels alone": (".txt", _whole("Title: A mill\nSpeaker:\nAna Cruz\nRoom: 1\n")),
    "keys and values": (".yaml", _whole("- title: A mill\n  year: 2001\n")),
    "broken entries": (".bib", _whole("@misc{a, title = {A mill}, b}\nyear = 1\n\n")),
    "broken records": (".txt", _whole('oops\n{"title" "A mill"}\n{\n')),
    "identical records": (".jsonl", _records(lambda _: {"title": "A mill"}, 30)),
    "equal ids": (".jsonl", _records(lambda n: {"id": "x", "title": f"T{n}"}, 30)),
    "equal titles": (".jsonl", _records(lambda n: {"id": n, "title": "A mill"}, 30)),
    "authors of a record": (".jsonl", _record_of("authors", lambda n: _names(n // 20))),
    "surnames of a record": (
        ".jsonl",
        _record_of("authors", lambda n: [name.split()[1] for name in _names(n // 12)]),
    ),
    "one author many times": (
        ".jsonl",
        _record_of("authors", lambda n: ["Ana Cruz"] * (n // 12)),
    ),
    "affiliations of an author": (
        ".jsonl",
        _record_of(
            "authors",
            lambda n: [
                {
                    "name": "Ana Cruz",
                    "affiliations": [f"University of {w}" for w in _names(n // 30)],
                }
            ],
        ),
    ),
    "keywords of a record": (
        ".jsonl",
        _record_of("keywords", lambda n: _names(n // 20)),
    ),
    "a long title": (
        ".jsonl",
        _record_of("title", lambda n: " ".join(_names(n // 20))),
    ),
    "a long author": (
        ".jsonl",
        _record_of("authors", lambda n: ["Ana " + "Cruz" * (n // 4)]),
    ),
    "records of random teams": (".jsonl", _random_teams),
    "deep JSON": (".jsonl", _nested("[", "]")),
    "deep JSON objects": (".json", _nested('{"a":', "}")),
    "deep XML": (".xml", _nested("<a>", "</a>")),
    "entries that open": (".bib", _whole("@article{")),
    "braces of an entry": (".bib", _nested("@article{a, title={", "}")),
    "authors of an entry": (".bib", _bibtex),
    "empty entries": (".bib", _whole("@misc{a,}\n")),
    "ats": (".bib", _whole("@")),
}


def shapes() -> Iterator[Shape]:
    """Yield all shapes: runs within prose, runs behind "joint work with", and files."""
    for name, unit in _RUNS.items():
        yield Shape(name, ".txt", _within_prose(unit))
        yield Shape(f"{name}, joined", ".txt", _behind_prose(unit))
    for name, (suffix, make) in _FILES.items():
        yield Shape(name, suffix, make)
