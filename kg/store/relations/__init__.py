"""Relations and weights, one ANSI statement a file, run in this order."""

from importlib.resources import files

DERIVED = ("appearances", "sizes", "affiliated", "relations", "edges", "nodes")
"""The tables that `STATEMENTS` make, all of which can be dropped and made again."""

RELATIONS = (
    "authorship",
    "affiliation",
    "uses",
    "studies",
    "citation",
    "broader",
    "coauthorship",
    "collaboration",
    "cooccurrence",
)

STATEMENTS = (
    "appearances",
    "sizes",
    "affiliated",
    "relations",
    *RELATIONS,
    "edges",
    "nodes",
)


def statement(name: str) -> str:
    """Return the text of one file of this folder."""
    return (files(__package__) / f"{name}.sql").read_text(encoding="utf-8")
