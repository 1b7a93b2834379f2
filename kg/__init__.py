"""From a pile of abstracts to a research knowledge graph.

The stages, in the order in which data flows:

    sources → extraction → resolution → store → graph → analysis → exports, viewer

Build once, then ask the store:

    import kg

    report = kg.build_graph("examples", "outputs/examples")
    with kg.open_store("outputs/examples") as store:
        people = store.network("coauthor")  # a networkx graph
        table = store.nodes("person")  # a pandas DataFrame
        near = store.neighbours("optimal transport")
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from kg.errors import KGError

if TYPE_CHECKING:
    import networkx as nx

    from kg.build import build_graph
    from kg.opened_store import Store, open_store

    __version__: str

__all__ = ["KGError", "Store", "build_graph", "network", "open_store"]

_MODULES = {
    "Store": "kg.opened_store",
    "build_graph": "kg.build",
    "open_store": "kg.opened_store",
}


def network(
    store: "Store",
    name: str = "all",
    **options: Any,  # noqa: ANN401 - those of Store.network
) -> "nx.Graph[str]":
    """Return one network of an open store, as `Store.network` does.

    Example:
        >>> import kg
        >>> with kg.open_store("outputs/examples") as store:
        ...     network(store, "coauthor").number_of_nodes()
        2
    """
    return store.network(name, **options)


def __getattr__(name: str) -> object:
    """Import on first use: `kg --help` needs none of the libraries behind these."""
    if name == "__version__":
        from kg.version import read_version

        return read_version()
    if name not in _MODULES:
        raise AttributeError(f"module 'kg' has no attribute {name!r}")
    return getattr(import_module(_MODULES[name]), name)


def __dir__() -> list[str]:
    """List the public names, which are imported on first use."""
    return sorted([*globals(), *__all__, "__version__"])
