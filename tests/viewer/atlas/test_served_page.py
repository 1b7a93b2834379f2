"""The page from a server: it asks for its data, for texts only when they are wanted."""

from urllib.parse import urlsplit

import pytest

from kg.store.connection import connect
from kg.viewer.atlas.atlas_page import make_page, render
from tests.serving import serve_beside


@pytest.fixture(scope="module")
def address(example_store):
    """Where the page of examples/ is served."""
    with connect(example_store) as connection:
        page = make_page(connection, texts="full")
    content = "".join(render(page, served=True)).encode("utf-8")
    return serve_beside(content, page.blocks.get)


@pytest.fixture
def tab(browser):
    with browser.new_context() as context:
        yield context.new_page()


def test_a_served_page_asks_for_what_it_needs_and_shows_sentences(tab, address):
    said, asked = [], []
    tab.on("console", lambda message: said.append(message.text))
    tab.on("pageerror", lambda error: said.append(str(error)))
    tab.on("response", lambda answer: asked.append((answer.status, answer.url)))
    tab.goto(address)
    tab.wait_for_selector("body[data-ready]")
    here = address.partition("?")[0]
    assert urlsplit(tab.url).query == ""
    assert asked[:2] == [(303, address), (200, here)]
    blocks = [(200, f"{here}blocks/{name}") for name in ("map", "names", "where")]
    assert sorted(asked[2:]) == sorted(blocks)
    tab.keyboard.press("/")
    tab.keyboard.type("peyre")
    tab.keyboard.press("Enter")
    tab.locator("#panel blockquote").first.wait_for()
    assert "Peyré" in tab.locator("#panel blockquote mark").first.inner_text()
    assert asked[5:] == [(200, f"{here}blocks/texts-0")]
    assert said == []


def test_a_page_opened_again_needs_no_key(tab, address):
    tab.goto(address)
    tab.wait_for_selector("body[data-ready]")
    tab.goto(address.partition("?")[0])
    tab.wait_for_selector("body[data-ready]")


def test_who_has_not_the_key_sees_nothing(tab, address):
    answer = tab.goto(address.partition("?")[0])
    assert answer.status == 403
    assert "kg view" in tab.inner_text("body")
