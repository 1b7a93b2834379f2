"""The table of measures that tell well-built code of this field from other code."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from pipelines.code_structure.modules import Module

HEAD = (
    "files | lines | median file | longest | doc | com | body 50 / 90 / max | ret"
    " | broad | print | tests"
)


@dataclass(frozen=True, slots=True)
class Size:
    """How large a package is, and of what; shares lie between 0 and 1."""

    files: int
    lines: int
    median_file: float
    longest_file: int
    docstrings: float
    """Share of lines that are docstrings."""
    comments: float
    """Comments a line."""
    bodies: tuple[float, int, int]
    """Lines of a function's body: median, the 90th of a hundred, longest."""
    annotated: float
    """Share of functions that say what type they return."""
    broad_excepts: int
    prints: int
    tests: float
    """Lines of tests a line of the package."""

    def row(self) -> str:
        """Return the measures as `HEAD` names them."""
        middle, ninety, longest = self.bodies
        return (
            f"{self.files} | {self.lines:,} | {self.median_file:g} | {self.longest_file}"
            f" | {self.docstrings:.1%} | {self.comments:.1%}"
            f" | {middle:g} / {ninety} / {longest} | {self.annotated:.0%}"
            f" | {self.broad_excepts} | {self.prints} | {self.tests:.2f}"
        )


def measure(modules: Sequence[Module], tests: Sequence[Module]) -> Size:
    """Measure the modules of a package and of its tests.

    Raises:
        ValueError: there is no module with a function in it.
    """
    functions = [function for module in modules for function in module.functions]
    if not functions:
        raise ValueError("no module with a function in it")
    lines = [module.lines for module in modules]
    bodies = sorted(function.body for function in functions)
    return Size(
        files=len(modules),
        lines=sum(lines),
        median_file=median(lines),
        longest_file=max(lines),
        docstrings=sum(module.docstring_lines for module in modules) / sum(lines),
        comments=sum(module.comments for module in modules) / sum(lines),
        bodies=(median(bodies), bodies[len(bodies) * 9 // 10], bodies[-1]),
        annotated=sum(function.returns for function in functions) / len(functions),
        broad_excepts=sum(len(module.broad_excepts) for module in modules),
        prints=sum(len(module.prints) for module in modules),
        tests=sum(test.lines for test in tests) / sum(lines),
    )
