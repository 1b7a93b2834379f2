"""axe finds nothing to object to, whatever is open."""

from pathlib import Path

import pytest

AXE = Path(__file__).parents[2] / "exports/node/node_modules/axe-core/axe.min.js"

STATES = {
    "first screen": "() => {}",
    "node": "() => atlas.actions.choose(atlas.graph.layers[0].nodes[0])",
    "edge": "() => { const e = atlas.visible.edges[0];"
    " atlas.actions.openEdge(atlas.graph.source[e], atlas.graph.target[e]); }",
    "region": "() => atlas.actions.openRegion(0)",
    "list": "() => document.getElementById('toggle-list').click()",
    "drawer": "() => document.getElementById('toggle-drawer').click()",
    "help": "() => document.getElementById('toggle-help').click()",
}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_violation(open_page, example_page, scheme):
    page = open_page(example_page, color_scheme=scheme, bypass_csp=True)
    page.evaluate(AXE.read_text(encoding="utf-8"))
    for name, act in STATES.items():
        page.evaluate(act)
        page.settle()
        found = page.evaluate("() => axe.run().then((result) => result.violations)")
        nodes = [(each["id"], each["nodes"][0]["html"]) for each in found]
        assert nodes == [], name


ACTIVE = "() => document.activeElement.id || document.activeElement.tagName"


def test_tab_goes_everywhere_and_loses_nothing(open_page, example_page):
    page = open_page(example_page)
    seen = []
    for _ in range(12):
        page.press("Tab")
        seen.append(page.evaluate(ACTIVE))
    order = [
        each for each in seen if each in ("find", "toggle-list", "toggle-drawer", "map")
    ]
    assert order == ["find", "toggle-list", "toggle-drawer", "map"]
    assert "BODY" not in seen


def test_nodes_are_walked_and_opened_by_keys(open_page, example_page):
    page = open_page(example_page)
    page.tab.locator("#map").focus()
    page.press("n")
    first = page.tab.inner_text("#live")
    page.press("n")
    second = page.tab.inner_text("#live")
    assert first != second
    page.press("Enter")
    assert second.startswith(page.text("#panel h2") + ",")
    page.press("Escape")
    assert "regions" in page.text("#panel h2")


def test_arrows_and_signs_move_the_map(open_page, example_page):
    page = open_page(example_page)
    page.tab.locator("#map").focus()
    before = page.evaluate("() => ({ ...atlas.view.camera })")
    page.press("ArrowRight", "+")
    after = page.evaluate("() => ({ ...atlas.view.camera })")
    assert after["x"] > before["x"]
    assert after["k"] > before["k"]


def test_two_fingers_zoom(open_page, example_page):
    page = open_page(example_page, has_touch=True)
    zoom = page.evaluate(
        """() => {
        const map = document.getElementById("map"), before = atlas.view.camera.k;
        map.setPointerCapture = () => {};
        const send = (type, id, x) => map.dispatchEvent(new PointerEvent(type,
          { pointerId: id, clientX: x, clientY: 300, pointerType: "touch", bubbles: true }));
        send("pointerdown", 1, 300); send("pointerdown", 2, 400);
        send("pointermove", 2, 600);
        send("pointerup", 1, 300); send("pointerup", 2, 600);
        return atlas.view.camera.k / before;
        }"""
    )
    assert zoom == pytest.approx(3, rel=0.01)
