"""Word lists: data files that say on their first line why they are there."""

from functools import cache
from importlib.resources import files


@cache
def words(name: str) -> frozenset[str]:
    """Give the words of `kg/data/NAME.txt`; lines that begin with # are comments."""
    table = files("kg").joinpath(f"data/{name}.txt").read_text(encoding="utf-8")
    kept = (line for line in table.splitlines() if not line.startswith("#"))
    return frozenset(" ".join(kept).split())
