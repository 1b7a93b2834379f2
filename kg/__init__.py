"""From a pile of abstracts to a research knowledge graph.

The stages, in the order in which data flows:

    sources → corpus → pipeline, extraction → resolution → store, sql → graph
    → drawing → exports; query and why ask the store

    from pathlib import Path
    import kg

    report = kg.build_graph([Path("pages/")], Path("outputs/pages"))
    with kg.open_store(Path("outputs/pages")) as store:
        people = kg.network(store, "coauthor")   # a networkx graph
"""

from importlib import import_module
from typing import TYPE_CHECKING

from kg.errors import KGError

if TYPE_CHECKING:
    from kg.build import build_graph
    from kg.graph import network
    from kg.store.write import open_store

__all__ = ["KGError", "build_graph", "network", "open_store"]

_HOMES = {
    "build_graph": "kg.build",
    "network": "kg.graph",
    "open_store": "kg.store.write",
}


def __getattr__(name: str) -> object:
    """Import on first use: `kg --help` needs none of the libraries behind these."""
    if name not in _HOMES:
        raise AttributeError(f"module 'kg' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
