"""How the time of every pattern of the package grows on strings made to be slow.

    python -m pipelines.pumps.pattern_growth [--all]

Prints: for each pattern the string on which its time grows most, the CPU seconds at n,
2n and 4n characters and the growth a doubling, (t(4n) / t(n)) ** 0.5: about 2 where time
is linear, 4 where it is quadratic. Without --all, super-linear ones only.
"""

import time
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any, NamedTuple

import typer

import kg
from pipelines.code_structure.modules import read_modules
from pipelines.common.command import run
from pipelines.pumps.found_patterns import FoundPattern, find_patterns
from pipelines.pumps.pumped_strings import Pump, make_pumps

SIZE = 512  # characters: n
PUMPS = 150  # strings a pattern
REPEATS = 3
# Growth a doubling from which time is not linear; quadratic time has 4.
SUPER_LINEAR = 2.8
_SMALLEST = 16  # characters; where time grows exponentially, more would never end
# Seconds: what takes less at 4n is not worth a look, and cannot be measured.
_NOTHING = 0.0007
_ENOUGH = 0.01  # seconds that tell how time grows: longer strings are not tried


class Growth(NamedTuple):
    """CPU seconds at n, 2n and 4n on the string on which they grow most."""

    pump: Pump | None
    seconds: tuple[float, ...]

    @property
    def ratio(self) -> float:
        """The growth a doubling."""
        if len(self.seconds) < 2:
            return 1.0
        doublings = len(self.seconds) - 1
        return float((self.seconds[-1] / max(self.seconds[0], 1e-9)) ** (1 / doublings))


def package_patterns() -> list[FoundPattern]:
    """Return all patterns of kg."""
    modules = read_modules(Path(kg.__file__).parent)
    return find_patterns(m for m in modules if not m.name.endswith("__main__"))


def cpu_seconds(action: Callable[[], object], repeats: int) -> float:
    """Return the least CPU time of an action in this thread."""
    least: float = float("inf")
    for _ in range(repeats):
        begin = time.thread_time()
        action()
        least = min(least, time.thread_time() - begin)
        if least > 10 * _ENOUGH:
            break
    return least


def scan(found: FoundPattern, string: str) -> None:
    """Use a pattern on a string in every way in which it is used."""
    pattern = found.pattern
    look: Any = string
    if isinstance(pattern.pattern, bytes):
        look = string.encode("latin-1", "replace")
    if "search" in found.methods:
        for _ in pattern.finditer(look):
            pass
    if "match" in found.methods:
        pattern.match(look)
    if "fullmatch" in found.methods:
        pattern.fullmatch(look)


def growth_on(pattern: FoundPattern, pump: Pump, size: int = SIZE) -> Growth:
    """Return the times on a pump at n, 2n and 4n characters.

    Or at fewer, where that takes long already.
    """
    largest = _SMALLEST
    while largest < 4 * size and _scan_seconds(pattern, pump, largest, 1) < _ENOUGH:
        largest = min(4 * size, largest * 3 // 2)
    if _scan_seconds(pattern, pump, largest, 1) < _NOTHING:
        return Growth(pump, (0.0,))
    sizes = (largest // 4, largest // 2, largest)
    return Growth(pump, tuple(_scan_seconds(pattern, pump, n, REPEATS) for n in sizes))


def _scan_seconds(pattern: FoundPattern, pump: Pump, size: int, repeats: int) -> float:
    string = pump.string(size)
    return cpu_seconds(lambda: scan(pattern, string), repeats)


def worst_growth(pattern: FoundPattern, size: int = SIZE, most: int = PUMPS) -> Growth:
    """Return the growth on the first pump that makes it super-linear, or the worst."""
    worst = Growth(None, ())
    for pump in make_pumps(pattern.pattern, most):
        worst = max(worst, growth_on(pattern, pump, size), key=lambda g: g.ratio)
        if worst.ratio > SUPER_LINEAR:
            break
    return worst


def main(
    *,
    all_patterns: Annotated[bool, typer.Option("--all", help="Fast ones too.")] = False,
) -> None:
    """Print how the time of each pattern grows."""
    patterns = package_patterns()
    slow = 0
    for found in patterns:
        growth = worst_growth(found)
        is_slow = growth.ratio > SUPER_LINEAR
        slow += is_slow
        if is_slow or all_patterns:
            seconds = " ".join(f"{s:8.4f}" for s in growth.seconds)
            pump = "" if growth.pump is None else tuple(growth.pump)
            typer.echo(f"{growth.ratio:6.2f} {seconds:27} {found.where}  {pump!r}")
    typer.echo(f"{slow} of {len(patterns)} patterns are super-linear on some string")


if __name__ == "__main__":
    run(main)
