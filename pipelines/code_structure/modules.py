"""What stands in a Python file: lines, docstrings, comments, functions, imports."""

import ast
import io
import tokenize
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

FunctionNode = ast.FunctionDef | ast.AsyncFunctionDef
_DOCUMENTED = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)


@dataclass(frozen=True, slots=True)
class Function:
    """A function, or a method: where it begins and how long it is."""

    name: str
    line: int
    body: int
    """Lines of its body less its docstring, those of functions within it included."""
    returns: bool
    """Whether it says what type it returns."""


@dataclass(frozen=True)
class Module:
    """A Python file of a package; `name` is the one that it is imported by."""

    name: str
    path: Path
    text: str = field(repr=False)

    @cached_property
    def tree(self) -> ast.Module:
        """Its syntax."""
        return ast.parse(self.text, str(self.path))

    @property
    def lines(self) -> int:
        """How many lines it has, empty ones included."""
        return len(self.text.splitlines())

    @property
    def docstring_lines(self) -> int:
        """How many of its lines are docstrings of a module, class or function."""
        nodes = [node for node in ast.walk(self.tree) if isinstance(node, _DOCUMENTED)]
        return sum(_docstring_lines(node) for node in nodes)

    @property
    def comments(self) -> int:
        """How many comments it has, a line each."""
        tokens = tokenize.generate_tokens(io.StringIO(self.text).readline)
        return sum(token.type == tokenize.COMMENT for token in tokens)

    @property
    def functions(self) -> list[Function]:
        """Its functions and methods, in the order of their lines."""
        found = [node for node in ast.walk(self.tree) if isinstance(node, FunctionNode)]
        return [_function(node) for node in sorted(found, key=lambda n: n.lineno)]

    @property
    def broad_excepts(self) -> list[int]:
        """The lines of handlers that catch whatever comes."""
        handlers = [n for n in ast.walk(self.tree) if isinstance(n, ast.ExceptHandler)]
        return [handler.lineno for handler in handlers if _is_broad(handler)]

    @property
    def prints(self) -> list[int]:
        """The lines of calls of `print`."""
        calls = [node for node in ast.walk(self.tree) if isinstance(node, ast.Call)]
        return [call.lineno for call in calls if _is_named(call.func, {"print"})]

    @property
    def imports(self) -> Iterator[str]:
        """The names that it imports, "kg.text.words.is_word" as "kg.text.words"."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                yield from (alias.name for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module:
                yield node.module
                yield from (f"{node.module}.{alias.name}" for alias in node.names)


def read_modules(package: Path) -> list[Module]:
    """Return the modules of a package, in the order of their names."""
    return [
        Module(_name(path, package), path, path.read_text(encoding="utf-8"))
        for path in sorted(package.rglob("*.py"))
    ]


def _name(path: Path, package: Path) -> str:
    """Return the name that a file is imported by."""
    parts = path.relative_to(package.parent).with_suffix("").parts
    return ".".join(parts).removesuffix(".__init__")


def _docstring_lines(node: ast.AST) -> int:
    """Return how many lines the docstring of a node has."""
    first = _docstring(node)
    return 0 if first is None else (first.end_lineno or 0) - first.lineno + 1


def _docstring(node: ast.AST) -> ast.stmt | None:
    """Return the statement that is the docstring of a node, if it has one."""
    body: list[ast.stmt] = getattr(node, "body", [])
    if not body or not isinstance(body[0], ast.Expr):
        return None
    value = body[0].value
    is_text = isinstance(value, ast.Constant) and isinstance(value.value, str)
    return body[0] if is_text else None


def _function(node: FunctionNode) -> Function:
    """Return what is measured of a function."""
    body = node.body[1:] if _docstring(node) else node.body
    length = (node.end_lineno or 0) - body[0].lineno + 1 if body else 0
    return Function(node.name, node.lineno, length, node.returns is not None)


def _is_broad(handler: ast.ExceptHandler) -> bool:
    """Tell whether a handler catches errors of every sort."""
    caught = handler.type
    return caught is None or _is_named(caught, {"Exception", "BaseException"})


def _is_named(node: ast.expr, names: set[str]) -> bool:
    """Tell whether an expression is one of these names."""
    return isinstance(node, ast.Name) and node.id in names
