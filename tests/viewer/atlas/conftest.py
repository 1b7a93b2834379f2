"""The page of the example corpus in a real browser, with the network off."""

import shutil
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

from kg import build_graph
from kg.store.connection import connect
from kg.viewer.atlas.atlas_page import write_page

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="session")
def example_store(tmp_path_factory):
    """The folder of a build of examples/."""
    out = tmp_path_factory.mktemp("atlas") / "examples"
    build_graph(ROOT / "examples", out, jobs=1)
    return out


@pytest.fixture(scope="session")
def browser():
    chromium = shutil.which("chromium")
    assert chromium, "chromium is missing: apt-get install chromium"
    with sync_playwright() as playwright:
        # No graphics card, no WebGL, not even in software.
        flags = ["--no-sandbox", "--disable-gpu", "--disable-software-rasterizer"]
        browser = playwright.chromium.launch(executable_path=chromium, args=flags)
        yield browser
        browser.close()


class Page:
    """A page that is open, and all that it said or asked for."""

    def __init__(self, browser, file, *, size=(1280, 800), **options):
        self.context = browser.new_context(
            viewport={"width": size[0], "height": size[1]},
            offline=True,
            accept_downloads=True,
            **options,
        )
        self.tab = self.context.new_page()
        self.said, self.asked = [], []
        self.tab.on("console", lambda message: self.said.append(message.text))
        self.tab.on("pageerror", lambda error: self.said.append(str(error)))
        self.tab.on("request", lambda request: self._note(request.url))
        self.tab.goto(Path(file).as_uri())
        self.tab.wait_for_selector("body[data-ready]")
        self.settle()

    def _note(self, url):
        if not url.startswith(("file:", "blob:")):
            self.asked.append(url)

    def settle(self):
        """Wait until the map is drawn crisply."""
        self.tab.wait_for_function(
            "() => { const n = atlas.painter.stats.crisp; return new Promise(done => "
            "setTimeout(() => requestAnimationFrame(() => done("
            "n > 0 && n === atlas.painter.stats.crisp)), 160)); }"
        )

    def evaluate(self, script, *arguments):
        return self.tab.evaluate(script, *arguments)

    def press(self, *keys):
        for key in keys:
            self.tab.keyboard.press(key)

    def text(self, selector="#panel"):
        return self.tab.inner_text(selector)


@pytest.fixture
def open_page(browser):
    """Open a page; what it says or asks for is a fault."""
    pages = []

    def open_it(file, **options):
        pages.append(Page(browser, file, **options))
        return pages[-1]

    yield open_it
    for page in pages:
        assert page.said == []
        assert page.asked == []
        page.context.close()


@pytest.fixture(scope="session")
def example_page(example_store):
    return example_store / "network.html"


@pytest.fixture
def small_page(small_store, tmp_path):
    """The page of three documents, which have too few terms for regions."""
    file = tmp_path / "small.html"
    with connect(small_store) as connection:
        write_page(connection, file)
    return file
