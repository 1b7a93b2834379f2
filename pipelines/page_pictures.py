"""Take the pictures of the README: the page of a build, and what an edge rests on.

    python -m pipelines.page_pictures outputs/demo --out docs [--between "A" --and "B"]

Reads: network.html of a build. Writes: page.jpg and page-why.jpg, 1280 × 800. Needs:
Playwright, Debian's chromium. The network is off.
"""

from pathlib import Path
from typing import Annotated

import typer

from pipelines.common.command import run

_NUMBER = "(name) => atlas.graph.names.indexOf(name)"
_WHY = """([a, b]) => { atlas.actions.choose(a); atlas.actions.openEdge(a, b);
atlas.actions.goBetween(a, b); }"""
_QUALITY = 85
_REST = 1500  # milliseconds: the map glides, then is drawn crisply


def main(
    folder: Annotated[Path, typer.Argument(help="Folder of a build.")],
    out: Annotated[Path, typer.Option(help="Folder for the pictures.")],
    between: Annotated[str, typer.Option(help="One end.")] = "Sinkhorn algorithm",
    end: Annotated[str, typer.Option("--and", help="The other.")] = "optimal transport",
) -> None:
    """Take both pictures of the page in FOLDER."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu"]
        )
        context = browser.new_context(
            viewport={"width": 1280, "height": 800}, offline=True
        )
        tab = context.new_page()
        tab.goto((folder / "network.html").resolve().as_uri())
        tab.wait_for_selector("body[data-ready]")
        tab.wait_for_timeout(_REST)
        tab.screenshot(path=out / "page.jpg", type="jpeg", quality=_QUALITY)
        ends = [tab.evaluate(_NUMBER, name) for name in (between, end)]
        if min(ends) < 0:
            raise typer.BadParameter(f"{folder}: no {between!r} or no {end!r} there")
        tab.evaluate(_WHY, ends)
        tab.wait_for_timeout(_REST)
        tab.screenshot(path=out / "page-why.jpg", type="jpeg", quality=_QUALITY)
        browser.close()
    typer.echo(f"{out}/page.jpg, {out}/page-why.jpg")


if __name__ == "__main__":
    run(main)
