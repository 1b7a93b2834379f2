"""How fast pages open and move, in a real browser without a graphics card, side by side.

    python -m pipelines.atlas.page_speed [--nodes 20000] [--sigma node_modules] [PAGE…]

Opens kg's page of a made-up network, vis-network's and sigma's of the same, and any
PAGE, one after the other: seconds to the first picture, pictures a second and the 95th
percentile of their distance under a real mouse (drag, then wheel), milliseconds to the
crisp picture and for a key in the search field (kg's alone), megabytes of heap. Needs:
Playwright, Debian's chromium. Prints: a row a page. Ratios count: machines are shared.
"""

import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated, Any

import numpy as np
import typer

from kg.viewer.atlas.atlas_page import render
from pipelines.atlas.made_up_page import make_up_land, make_up_page, other_pages
from pipelines.common.command import run

_FLAGS = ["--no-sandbox", "--disable-gpu", "--enable-precise-memory-info"]
_SECONDS = 3.0  # of each gesture
_FRAMES = """() => { window.frames = []; const note = (now) => { window.frames.push(now);
requestAnimationFrame(note); }; requestAnimationFrame(note); }"""
_SEARCH = """async () => { const field = document.getElementById("find"), times = [];
field.value = "x"; field.dispatchEvent(new Event("input"));
for (const words of ["m", "ma", "mad", "made", "made-up term 77"]) { field.value = words;
const begin = performance.now(); field.dispatchEvent(new Event("input"));
times.push(performance.now() - begin); } return Math.max(...times); }"""


def main(
    pages: Annotated[list[Path] | None, typer.Argument(help="Pages of builds.")] = None,
    nodes: Annotated[
        int, typer.Option(help="Of the made-up network; 0: none.")
    ] = 20_000,
    alone: Annotated[bool, typer.Option(help="No other viewers.")] = False,
    sigma: Annotated[
        Path | None, typer.Option(help="A node_modules with sigma and graphology.")
    ] = None,
) -> None:
    """Measure pages one after the other."""
    typer.echo(
        "page MB first-picture-s drag-fps drag-p95-ms wheel-fps wheel-p95-ms "
        "crisp-ms search-ms heap-MB"
    )
    with TemporaryDirectory() as folder:
        made = _make_pages(Path(folder), nodes, sigma, alone=alone) if nodes else []
        for file in [*made, *(pages or [])]:
            figures = " ".join(f"{value:.4g}" for value in measure_page(file))
            typer.echo(f"{file.stem} {file.stat().st_size / 1e6:.2f} {figures}")


def _make_pages(
    folder: Path, nodes: int, sigma: Path | None, *, alone: bool
) -> list[Path]:
    land = make_up_land(nodes, 3 * nodes)
    pages = {"kg": "".join(render(make_up_page(land)))}
    if not alone:
        pages |= other_pages(land, sigma)
    made = []
    for name, html in pages.items():
        made.append(folder / f"{name}-{nodes}.html")
        made[-1].write_text(html, encoding="utf-8")
    return made


def measure_page(file: Path) -> Iterator[float]:
    """Yield the figures of a page, in the order of the columns."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=_FLAGS
        )
        tab = browser.new_page(viewport={"width": 1280, "height": 800})
        tab.set_default_timeout(180_000)
        begin = time.monotonic()
        tab.goto(file.resolve().as_uri())
        tab.wait_for_selector("[data-ready]")
        tab.evaluate("() => new Promise((done) => requestAnimationFrame(done))")
        yield time.monotonic() - begin
        tab.evaluate(_FRAMES)
        yield from _gesture(tab, _drag)
        yield from _gesture(tab, _wheel)
        ours = tab.evaluate("() => 'atlas' in window")
        yield tab.evaluate("() => atlas.painter.stats.lastCrisp") if ours else np.nan
        yield tab.evaluate(_SEARCH) if ours else np.nan
        yield tab.evaluate("() => performance.memory.usedJSHeapSize / 1e6")
        browser.close()


def _gesture(tab: Any, make: Any) -> tuple[float, float]:  # noqa: ANN401
    """Return pictures a second while a hand moves, and the 95th percentile of their gaps."""
    tab.evaluate("() => { window.frames.length = 0; }")
    make(tab)
    gaps = np.diff(tab.evaluate("() => window.frames"))
    return 1000 / float(gaps.mean()), float(np.quantile(gaps, 0.95))


def _drag(tab: Any) -> None:  # noqa: ANN401
    tab.mouse.move(450, 400)
    tab.mouse.down()
    begin, step = time.monotonic(), 0
    while time.monotonic() - begin < _SECONDS:
        step += 1
        tab.mouse.move(450 + 180 * np.sin(step / 9), 400 + 120 * np.cos(step / 7))
    tab.mouse.up()


def _wheel(tab: Any) -> None:  # noqa: ANN401
    begin, step = time.monotonic(), 0
    while time.monotonic() - begin < _SECONDS:
        step += 1
        tab.mouse.wheel(0, -60 if step % 50 < 25 else 60)


if __name__ == "__main__":
    run(main)
