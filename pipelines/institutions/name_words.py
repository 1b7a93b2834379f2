"""The words that organisations are called by, which complete those that databases cut.

    python -m pipelines.institutions.name_words ROR

Reads: a dump of the registry. Writes: kg/data/institutions/name_words.csv, words,
folded, each with its shortest beginning that tells it: of the organisations that have a
longer word with that beginning in one of their names, it is this word in most. Rare
words are told by nothing; they are listed where they would be taken for another that
was cut. Words in other alphabets than Latin are left out. Deterministic.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Annotated

import typer

from kg.institutions.ror.registry_file import read_registry
from kg.institutions.ror.registry_record import Organisation
from kg.text.folding import fold
from pipelines.common.command import run

_TABLE = Path("kg/data/institutions/name_words.csv")
_HEADER = """\
# Words of organisations' names in ROR, folded, each with its shortest beginning that tells it;
# made by pipelines/institutions/name_words.py. Rare ones stand there that others begin with.
# Source: ROR (CC0).
word,beginning
"""
_SHORTEST = 5  # letters: of less, too much fits
_WORD = re.compile(rf"[a-z]{{{_SHORTEST},}}")
_LEAST = 3  # organisations that have a word, for it to complete another
_SHARE = 0.6  # of those whose words begin so, that have the one word


def count_words(organisations: Iterable[Organisation]) -> Counter[str]:
    """Return in how many organisations' names each word of five or more letters is."""
    counts: Counter[str] = Counter()
    for each in organisations:
        names = " ".join((each.name, *each.aliases, *each.labels))
        counts.update({w for w in fold(names).split() if _WORD.fullmatch(w)})
    return counts


def find_beginnings(counts: Mapping[str, int]) -> dict[str, str]:
    """Return words with the shortest beginning that tells each.

    >>> find_beginnings({"fjords": 9, "fjordland": 1, "fjord": 1})
    {'fjord': 'fjord', 'fjords': 'fjord'}
    """
    longer: Counter[str] = Counter()
    for word, count in counts.items():
        longer.update({word[:n]: count for n in range(_SHORTEST, len(word))})
    found: dict[str, str] = {}
    for word in sorted(counts):
        if counts[word] >= _LEAST:
            found[word] = _beginning(word, counts[word], longer)
    told = {w[:n] for w, own in found.items() for n in range(len(own), len(w))}
    found |= {word: word for word in told & counts.keys() if counts[word] < _LEAST}
    return dict(sorted(found.items()))


def _beginning(word: str, count: int, longer: Mapping[str, int]) -> str:
    """Return the shortest beginning from which on most longer words are this one."""
    size = len(word)
    while size > _SHORTEST and count >= _SHARE * longer[word[: size - 1]]:
        size -= 1
    return word[:size]


def format_words(beginnings: Mapping[str, str]) -> str:
    """Return the table."""
    return _HEADER + "".join(f"{word},{own}\n" for word, own in beginnings.items())


def main(ror: Annotated[Path, typer.Argument(help="A dump of the registry.")]) -> None:
    """Write the table of words that tell which organisations' words were cut."""
    found = find_beginnings(count_words(read_registry(ror).organisations))
    _TABLE.write_text(format_words(found), encoding="utf-8")
    typer.echo(f"{len(found)} words written to {_TABLE}")


if __name__ == "__main__":
    run(main)
