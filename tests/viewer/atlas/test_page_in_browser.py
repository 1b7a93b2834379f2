"""What a reader does with the page, in a browser without network or WebGL."""

import json
import re

import pytest

from kg import build_graph

LABELS = """() => atlas.drawn().labels.map(
    ({x, y, width, height, size}) => ({x, y, width, height, size}))"""


def overlaps(a, b):
    return (
        a["x"] < b["x"] + b["width"]
        and b["x"] < a["x"] + a["width"]
        and a["y"] < b["y"] + b["height"]
        and b["y"] < a["y"] + a["height"]
    )


def test_the_first_screen_can_be_read(open_page, example_page):
    page = open_page(example_page)
    labels = page.evaluate(LABELS)
    assert len(labels) >= 60
    assert min(label["size"] for label in labels) >= 9
    pairs = [(a, b) for i, a in enumerate(labels) for b in labels[:i] if overlaps(a, b)]
    assert pairs == []
    assert 8 <= len(page.evaluate("() => atlas.drawn().names")) <= 24
    assert "regions" in page.text()


def test_who_why_and_where_by_keyboard_alone(open_page, example_page):
    page = open_page(example_page)
    page.press("/")
    page.tab.keyboard.type("peyre")  # no accent
    page.press("Enter")
    assert page.text("#panel h2") == "Gabriel Peyré"
    assert "Marco Cuturi" in page.text()
    page.tab.locator("#panel .why").first.focus()
    page.press("Enter")
    assert page.text("#panel h2") == "Gabriel Peyré – Marco Cuturi"
    quotes = page.tab.locator("#panel blockquote")
    marks = quotes.first.locator("mark").all_inner_texts()
    assert {"Peyré", "Cuturi"} <= {
        word for mark in marks for word in re.findall(r"\w+", mark)
    }
    page.press("Escape")
    assert page.text("#panel h2") == "Gabriel Peyré"


def test_every_quote_is_the_stores(open_page, example_page, example_store):
    texts = [
        json.loads(line)["text"]
        for line in (example_store / "documents.jsonl").read_text("utf-8").splitlines()
    ]
    everything = " ".join(" ".join(texts).split())
    page = open_page(example_page)
    wanted = page.evaluate(
        """async () => {
        const { graph, evidence } = atlas, found = [];
        for (let e = 0; e < 4000; e += 20) {
          const [a, b] = [graph.source[e], graph.target[e]];
          for (const number of evidence.documentsOfBoth(a, b).slice(0, 2)) {
            const { passages } = await evidence.documentOf(number);
            const says = ({ field, marks }) =>
              !field && marks.some((mark) => mark.node === a || mark.node === b);
            found.push(...passages.filter(says).map((passage) => passage.text));
          }
        }
        return found;
        }"""
    )
    assert len(wanted) > 200
    assert [text for text in wanted if " ".join(text.split()) not in everything] == []


def test_layers_share_one_land(open_page, example_page):
    page = open_page(example_page)
    for name in ("People", "Institutions", "Works", "Concepts"):
        page.tab.locator("#layers button", has_text=name).click()
        page.settle()
        assert page.evaluate("() => atlas.drawn().labels.length") > 3
        assert (
            page.tab.locator('#layers [aria-pressed="true"]')
            .inner_text()
            .startswith(name)
        )


def test_filters_say_what_they_hide(open_page, example_page):
    page = open_page(example_page)
    before = page.evaluate("() => atlas.visible.nodes.length")
    page.press("f")
    page.tab.get_by_label("Works at least").fill("3")
    page.press("Tab")
    page.settle()
    after = page.evaluate("() => atlas.visible.nodes.length")
    hidden = page.evaluate("() => atlas.visible.hidden")
    assert hidden[0][1] == before - after > 0
    assert f"{before - after:,} hidden" in page.text("#drawer")
    links = page.evaluate("() => atlas.visible.edges.length")
    page.evaluate("() => atlas.actions.setFilter({ weight: 2 })")
    fewer = page.evaluate("() => atlas.visible.edges.length")
    assert f"{links - fewer:,} links hidden of fewer than 2 works" in page.text(
        "#drawer"
    )
    page.tab.get_by_role("button", name="Clear all filters").click()
    assert page.evaluate("() => atlas.visible.nodes.length") == before


def test_a_link_opens_the_view_again(open_page, example_page):
    page = open_page(example_page)
    page.evaluate("() => atlas.actions.setFilter({ works: 2 })")
    page.evaluate("() => atlas.actions.choose(5)")
    page.tab.wait_for_timeout(900)
    address = page.evaluate("() => location.hash")
    panel = page.text()
    again = open_page(example_page)
    again.evaluate("(hash) => { location.hash = hash; }", address)
    again.tab.wait_for_function(
        "(text) => document.getElementById('panel').innerText === text", arg=panel
    )
    assert again.evaluate("() => atlas.view.filters.works") == 2


def test_a_path_has_words_for_every_step(open_page, example_page):
    page = open_page(example_page)
    page.evaluate(
        "() => { const { nodes } = atlas.graph.layers[1];"
        " atlas.actions.openPath(nodes[0], nodes[9]); }"
    )
    steps = page.tab.locator("#panel ol li")
    assert steps.count() >= 1
    steps.first.get_by_text("why?").click()
    page.tab.wait_for_selector("#panel blockquote")


def test_several_chosen_say_what_they_share(open_page, example_page):
    page = open_page(example_page)
    page.evaluate(
        "() => { const [a, b] = atlas.graph.layers[0].nodes;"
        " atlas.actions.choose(a); atlas.actions.toggle(b); }"
    )
    assert "2 chosen" in page.text()
    assert "What all of them go with" in page.text()


def test_steps_show_nothing_else(open_page, example_page):
    page = open_page(example_page)
    page.evaluate("() => atlas.actions.choose(atlas.graph.layers[1].nodes[0])")
    page.tab.locator("#map").focus()
    page.press("1")
    page.settle()
    near = page.evaluate("() => atlas.visible.nodes.length")
    page.press("2")
    page.settle()
    assert 1 < near < page.evaluate("() => atlas.visible.nodes.length")


@pytest.mark.parametrize("name", ["svg", "nodes", "edges", "gexf", "png"])
def test_what_is_taken_home_is_whole(open_page, example_page, tmp_path, name):
    from xml.etree import ElementTree

    page = open_page(example_page)
    with page.tab.expect_download() as waited:
        page.evaluate("(name) => atlas.actions.takeHome(name)", name)
    file = tmp_path / waited.value.suggested_filename
    waited.value.save_as(file)
    if name == "png":
        assert file.read_bytes().startswith(b"\x89PNG")
        return
    text = file.read_text("utf-8")
    if name in ("svg", "gexf"):
        root = ElementTree.fromstring(text)
        assert "spanning forest" in "".join(root.itertext())
    shown = page.evaluate("() => atlas.visible.nodes.length")
    if name == "nodes":
        assert len(text.splitlines()) == shown + 1
    if name == "gexf":
        assert text.count("<node ") == shown


def test_the_list_has_what_the_map_shows(open_page, example_page):
    page = open_page(example_page)
    page.press("l")
    shown = page.evaluate("() => atlas.visible.nodes.length")
    assert f"{shown:,} on this list" in page.text("#list")
    page.tab.locator("#list thead button", has_text="Name").click()
    names = page.tab.locator("#list tbody th").all_inner_texts()
    folded = [name.lower() for name in names]
    assert folded == sorted(folded)
    page.tab.locator("#list tbody th button").first.click()
    assert page.text("#panel h2") == names[0]


def test_a_small_screen_and_the_dark(open_page, example_page):
    page = open_page(example_page, size=(390, 780), color_scheme="dark")
    width = page.evaluate("() => document.documentElement.scrollWidth")
    assert width <= 390
    assert len(page.evaluate(LABELS)) >= 10


def test_a_handful_of_documents_has_a_page_too(open_page, small_page):
    page = open_page(small_page)
    page.press("/")
    page.tab.keyboard.type("ada")
    page.press("Enter")
    assert page.text("#panel h2") == "Ada Byron"
    assert "Where it is said (2 documents)" in page.text()


def test_people_are_the_land_where_terms_are_few(open_page, tmp_path):
    lines = [
        {"title": f"Part {part}", "authors": [f"{name} {family}" for name in names]}
        for part, family in enumerate(["Ito", "Holm", "Weiss"])
        for names in (
            ["Ada", "Ben"],
            ["Ben", "Cleo"],
            ["Cleo", "Dora"],
            ["Dora", "Ada"],
        )
    ]
    file = tmp_path / "in.jsonl"
    file.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    build_graph(file, tmp_path / "out", jobs=1)
    page = open_page(tmp_path / "out" / "network.html")
    assert "who wrote together" in page.text()
    assert page.tab.locator('#layers [aria-pressed="true"]').inner_text() == "People 12"
    assert page.evaluate("() => atlas.drawn().labels.length") == 12
