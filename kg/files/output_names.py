"""Names of what a build leaves in its folder; whatever else is there is not kg's."""

import re
from pathlib import Path

STORE_FILE = "kg.duckdb"
STORE_LOG = f"{STORE_FILE}.wal"
REPORT_FILE = "report.json"
PAGE_FILE = "network.html"  # what is opened first
DECISIONS = "decisions.csv"
FORMER_IDS = "former_ids.csv"  # of a build, and read by the next
REGISTRY_CACHE = ".ror.cache"  # hidden from inputs, and no output

OUTPUTS = (
    STORE_FILE,
    "documents.jsonl",
    *("graph.graphml", "graph.gexf", "coauthors.gexf", "concepts.gexf"),
    *("nodes.csv", "edges.csv", PAGE_FILE),
    *(REPORT_FILE, "report.txt"),
)
"""The files of a build; decisions.csv, and whatever else is in the folder, is not kg's."""

_EDITED = re.compile(r"\.edited(-\d+)?(?=\.wal$|$)")


def log_of(store: Path) -> Path:
    """Return where DuckDB keeps what it has not put into a database yet.

    Whoever is cut off while writing to a store leaves such a log, a part of that store
    and of no other.

    >>> log_of(Path("out/kg.duckdb")).as_posix()
    'out/kg.duckdb.wal'
    """
    return store.with_name(f"{store.name}.wal")


def is_of_a_build(name: str) -> bool:
    """Tell whether a file in the folder of a build is there for the build.

    That is an output, one that was set aside, or the decisions that it obeyed.

    >>> [is_of_a_build(name) for name in ("nodes.csv", "nodes.csv.edited-2", "my.csv")]
    [True, True, False]
    """
    plain = _EDITED.sub("", name)
    return (
        plain in OUTPUTS
        or name in (DECISIONS, FORMER_IDS, REGISTRY_CACHE)
        or plain == STORE_LOG
    )
