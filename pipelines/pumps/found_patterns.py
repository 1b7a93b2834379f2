"""Every regular expression of a package: those of its modules and those in calls."""

import ast
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from importlib import import_module
from inspect import signature, unwrap
from types import FunctionType, ModuleType
from typing import Any

from pipelines.code_structure.modules import Module

_Value = Any  # what a module may have under a name

_ALL = frozenset({"search", "match", "fullmatch"})
_SEARCHES = ("finditer", "findall", "sub", "subn", "split", "compile")
_DEEPEST = 4  # containers in containers: a table of rows of patterns


@dataclass(frozen=True, slots=True)
class FoundPattern:
    """A compiled pattern; `where` is "kg.text.words._WORD" or "kg.text.words:12".

    Attributes:
        methods: those of its methods that are called by its name; where it is handed on
            or stands in a table, nobody knows, and all are assumed.
    """

    where: str
    pattern: re.Pattern[Any]
    methods: frozenset[str] = _ALL


def find_patterns(modules: Iterable[Module]) -> list[FoundPattern]:
    """Return the patterns of modules, each once, in the order of the modules.

    Found are values of a module, also in tables of any kind; literals and f-strings of
    constants in calls of `re`; and what functions without arguments return that say
    that it is a pattern.
    """
    modules = list(modules)
    methods = _methods_by_name(modules)
    found: dict[re.Pattern[Any], dict[str, frozenset[str]]] = {}
    for module in modules:
        for where, pattern, called in _patterns_of(module):
            known = frozenset(methods.get(where, _ALL)) if called is None else called
            found.setdefault(pattern, {})[where] = known
    return [
        FoundPattern(next(iter(places)), pattern, frozenset().union(*places.values()))
        for pattern, places in found.items()
    ]


def _methods_by_name(modules: Iterable[Module]) -> dict[str, set[str]]:
    """Return which methods are called of what a module names, "kg.text.words._WORD"."""
    methods: dict[str, set[str]] = {}
    for module in modules:
        home = _homes(module)
        called: set[ast.AST] = set()
        for node in ast.walk(module.tree):
            if isinstance(node, ast.Attribute):
                called.add(node.value)
                name = _full_name(node.value, module, home)
                methods.setdefault(name, set()).update(_as_used(node.attr))
        for node in ast.walk(module.tree):
            if node not in called and isinstance(node, ast.Name | ast.Attribute):
                name = _full_name(node, module, home)
                used = _ALL if isinstance(node.ctx, ast.Load) else ()
                methods.setdefault(name, set()).update(used)
    return methods


def _full_name(node: ast.AST, module: Module, home: Mapping[str, str]) -> str:
    """Return the name of a value and its module: "kg.text.words._WORD"."""
    if isinstance(node, ast.Attribute):  # `cues.BY` of an imported module
        return f"{_full_name(node.value, module, home)}.{node.attr}"
    name = node.id if isinstance(node, ast.Name) else ""
    return home.get(name, f"{module.name}.{name}")


def _homes(module: Module) -> dict[str, str]:
    """Return where the names come from that a module imports."""
    return {
        alias.asname or alias.name: f"{node.module}.{alias.name}"
        for node in ast.walk(module.tree)
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }


def _as_used(method: str) -> frozenset[str]:
    """Return the way of matching that a method is of; `.pattern` is handed on."""
    if method in _SEARCHES:
        return frozenset({"search"})
    return frozenset({method}) & _ALL or _ALL


def _patterns_of(
    module: Module,
) -> Iterator[tuple[str, re.Pattern[Any], frozenset[str] | None]]:
    """Yield the patterns of a module, where they stand, and how calls use theirs."""
    loaded = import_module(module.name)
    for name, value in vars(loaded).items():
        values = _results(value, loaded) if callable(value) else _walk(value, _DEEPEST)
        for pattern in values:
            yield f"{module.name}.{name}", pattern, None
    for function in ast.walk(module.tree):
        if isinstance(function, ast.FunctionDef):
            for call in ast.walk(function):
                if isinstance(call, ast.Call) and _is_of_re(call.func):
                    written = _text_of(call.args[0], loaded) if call.args else None
                    if written is not None:
                        place = f"{module.name}:{call.lineno}"
                        method = call.func.attr  # type: ignore[attr-defined]
                        yield place, re.compile(written), _as_used(method)


def _results(function: _Value, module: ModuleType) -> Iterator[re.Pattern[Any]]:
    """Yield what a function of the module returns, if it makes a pattern of nothing."""
    plain = unwrap(function)
    if not isinstance(plain, FunctionType) or plain.__module__ != module.__name__:
        return
    asked = signature(plain)
    if not asked.parameters and "Pattern" in str(asked.return_annotation):
        yield from _walk(function(), _DEEPEST)


def _walk(value: _Value, depth: int) -> Iterator[re.Pattern[Any]]:
    """Yield the patterns in a value: itself, or what it holds."""
    if isinstance(value, re.Pattern):
        yield value
    elif depth:
        for part in _parts(value):
            yield from _walk(part, depth - 1)


def _parts(value: _Value) -> Iterable[_Value]:
    """Return what a container or a dataclass holds; of anything else nothing."""
    if isinstance(value, dict):
        return [*value.keys(), *value.values()]
    if isinstance(value, list | tuple | set | frozenset):
        return list(value)
    if is_dataclass(value) and not isinstance(value, type):
        return [getattr(value, field.name) for field in fields(value)]
    return ()


def _is_of_re(called: ast.expr) -> bool:
    """Tell whether a function of `re` is called."""
    return (
        isinstance(called, ast.Attribute)
        and isinstance(called.value, ast.Name)
        and called.value.id == "re"
        and called.attr != "escape"
    )


def _text_of(node: ast.expr, module: ModuleType) -> str | bytes | None:
    """Return the text of a literal, or of an f-string of the module's constants."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str | bytes):
        return node.value
    if isinstance(node, ast.Name):
        value = vars(module).get(node.id)
        return value if isinstance(value, str) else None
    if isinstance(node, ast.FormattedValue):
        return _text_of(node.value, module)
    if isinstance(node, ast.JoinedStr):
        parts = [_text_of(part, module) for part in node.values]
        return None if None in parts else "".join(map(str, parts))
    return None
