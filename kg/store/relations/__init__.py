"""What is derived from the store, one ANSI statement a file, run in this order.

`<kind>.sql` adds the relations of that kind of edge, for the kinds of `kg.kinds`.
"""

from importlib.resources import files

from kg.kinds import EDGE_KINDS

_FOLDER = files(__package__)

DERIVED = (
    *("appearances", "sizes", "affiliated", "term_links"),
    *("relations", "edges", "nodes"),
)
"""The tables that `statements` make, all of which can be dropped and made again."""


def derived_kinds() -> tuple[str, ...]:
    """Return the kinds of edge that a statement of this folder derives.

    Example:
        >>> "coauthor" in derived_kinds(), "friendship" in derived_kinds()
        (True, False)
    """
    return tuple(kind for kind in EDGE_KINDS if (_FOLDER / f"{kind}.sql").is_file())


def statement_names() -> tuple[str, ...]:
    """Return the names of all statements, in the order in which they are run.

    Example:
        >>> statement_names()[:2], statement_names()[-2:]
        (('appearances', 'sizes'), ('edges', 'nodes'))
    """
    *first, edges, nodes = DERIVED
    return (*first, *derived_kinds(), edges, nodes)


def read_statement(name: str) -> str:
    """Return the text of one file of this folder."""
    return (_FOLDER / f"{name}.sql").read_text(encoding="utf-8")
