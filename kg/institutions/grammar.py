"""The words that names of institutions are made of, by the part they play."""

from functools import cache
from importlib.resources import files


@cache
def grammar(part: str) -> frozenset[str]:
    """Give the words of `kg/data/institutions/institution_grammar.txt` that play a part."""
    path = files("kg").joinpath("data/institutions/institution_grammar.txt")
    found: set[str] = set()
    for line in path.read_text(encoding="utf-8").splitlines():
        role, _, listed = line.partition(":")
        if role == part:
            found.update(listed.split())
    return frozenset(found)
