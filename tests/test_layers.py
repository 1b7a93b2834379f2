"""The order in which data flows: a room imports only from rooms before it."""

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "kg"

LAYERS = (
    "printable",
    "errors",
    "arguments",
    "version",
    "kinds",
    "network_kinds",
    "stopping",
    "worker",
    "worker_pool",
    "parallel",
    "log_odds",
    "datafiles",
    "records",
    "content_hash",
    "appearance",
    "text",
    "plugins",
    "files",
    "tagger",
    "institutions",
    "sources",
    "extraction",
    "resolution",
    "store",
    "graph",
    "report",
    "analysis",
    "figure",
    "exports",
    "viewer",
    "query",
    "build",
    "opened_store",
    "__init__",
    "cli",
    "__main__",
)

MODULES = sorted(PACKAGE.rglob("*.py"))


def _layer(path):
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def _imports(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


def test_every_module_is_in_a_layer():
    assert {_layer(path) for path in MODULES} == set(LAYERS)


@pytest.mark.parametrize(
    "path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE))
)
def test_a_module_imports_no_later_layer(path):
    own = LAYERS.index(_layer(path))
    for name in _imports(path):
        parts = name.split(".")
        assert parts[0] != "pipelines"
        if parts[0] == "kg":
            layer = parts[1] if parts[1] in LAYERS else "__init__"
            assert LAYERS.index(layer) <= own, name
