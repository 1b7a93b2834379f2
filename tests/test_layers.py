"""The order in which data flows: a module imports only from layers before its own."""

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "kg"

LAYERS = (
    "errors",
    "registry",
    "cycles",
    "beside",
    "records",
    "text",
    "sources",
    "corpus",
    "tagger",
    "entities",
    "links",
    "pipeline",
    "extraction",
    "affiliations",
    "identity",
    "resolution",
    "sql",
    "store",
    "stored",
    "graph",
    "appearance",
    "analysis",
    "drawing",
    "query",
    "why",
    "compared",
    "merged",
    "documents",
    "marks",
    "exports",
    "review",
    "marked_page",
    "outputs",
    "report",
    "workshop",
    "build",
    "__init__",
    "terminal",
    "cli",
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
