"""The page of a neighbourhood: whole in one file, inert, the same every time."""

import html
import json
import re
import shutil
import subprocess

import networkx as nx
import pytest

from kg.errors import OutputError
from kg.query.neighbourhood import read_neighbourhood
from kg.viewer import neighbourhood_page
from kg.viewer.content_policy import policy_source
from tests.conftest import NASTY

CHROMIUM_FLAGS = [
    "--headless", "--no-sandbox", "--window-size=1280,800", "--disable-gpu",
    "--no-first-run", "--disable-background-networking", "--disable-component-update",
    "--disable-quic", "--disable-sync", "--virtual-time-budget=8000",
    "--enable-logging=stderr",
]  # fmt: skip

# Waits until the nodes have come to rest, clicks on the first line, and finds a name.
PROBE = """
addEventListener("load", () => setTimeout(() => {
  const text = (of) => document.querySelector(of).textContent;
  const places = JSON.stringify(network.getPositions());
  const first = text("#details h2");
  const links = document.querySelectorAll("#details li").length;
  const sentences = text("#details ul");
  network.body.emitter.emit("click", { nodes: [], edges: [0] });
  const told = text("#details");
  const input = document.getElementById("wanted");
  input.value = "WANTED";
  document.querySelector("#search button").click();
  const still = document.getElementById("still");
  const moving = network.physics.options.enabled;
  still.click();
  document.body.dataset.probe = JSON.stringify({
    places, first, links, sentences, told, found: text("#details h2"),
    moving, held: network.physics.options.enabled, ready: document.body.dataset.ready,
    requests: performance.getEntriesByType("resource").map((entry) => entry.name),
    owned: typeof window.owned, images: document.images.length,
    height: document.getElementById("network").getBoundingClientRect().height,
  });
}, 4000));
"""


def page(graph):
    return "".join(neighbourhood_page.generate(graph))


def probed(text, folder, wanted):
    """Return what a browser makes of a page, and what it says to its console."""
    chromium = shutil.which("chromium")
    assert chromium, "chromium is missing: apt-get install chromium"
    probe = PROBE.replace("WANTED", wanted)
    # The page's policy runs no script but its own: the probe is let in by name.
    allowed = text.replace("script-src ", f"script-src {source(probe)} ", 1)
    file = folder / "page.html"
    file.write_text(allowed.replace("</body>", f"<script>{probe}</script></body>"))
    done = subprocess.run(
        [chromium, *CHROMIUM_FLAGS, f"--user-data-dir={folder / 'profile'}",
         "--dump-dom", file.as_uri()],
        capture_output=True, check=False, text=True, timeout=120,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    said = [line for line in done.stderr.splitlines() if "CONSOLE" in line]
    (found,) = re.findall(r'data-probe="([^"]*)"', done.stdout)
    return json.loads(html.unescape(found)), said


def source(script):
    return policy_source(script)


@pytest.fixture
def near(connection):
    return read_neighbourhood(connection, "Ada Byron", hops=2)


@pytest.fixture
def hostile():
    """A star around the first of the nasty names, in which documents are nasty too."""
    nodes = {**NASTY, "work:image": '<img src=x onerror="owned=1">', "work:none": ""}
    graph = nx.MultiGraph(centre="person:plain", hidden_nodes=0, hidden_links=0)
    for node, label in nodes.items():
        kind = node.partition(":")[0]
        graph.add_node(node, label=label, kind=kind, documents=1, aliases=(label,))
        if node != "person:plain":
            ends = {"source": "person:plain", "target": node}
            graph.add_edge(*ends.values(), kind="uses", **ends, weight=1, documents="d")
    nasty = "</script><script>owned=1</script>"
    graph.graph["documents"] = {"d": {"title": nasty, "year": None, "place": nasty}}
    return graph


def test_the_page_works_in_a_browser_and_asks_the_network_for_nothing(near, tmp_path):
    probe, messages = probed(page(near), tmp_path, "gauss, c")
    assert messages == []
    assert probe["requests"] == []
    assert probe["ready"] == "yes"
    assert probe["first"] == "Ada Byron"
    assert probe["links"] == len(near["person:ada-byron"])
    assert "uses punched cards, 2 works" in probe["sentences"]
    assert "wrote with Carl Gauss, 1 work" in probe["sentences"]
    assert probe["found"] == "Carl Gauss"
    assert probe["moving"]
    assert not probe["held"]
    assert probe["height"] > 300
    assert "Documents that say so:" in probe["told"]
    assert "kg why " in probe["told"]
    assert re.search(r"talks\.txt:\d", probe["told"])


def test_nodes_come_to_rest_at_the_same_places_every_time(near, tmp_path):
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
    one, two = (
        probed(page(near), tmp_path / folder, "ada")[0]["places"]
        for folder in ("one", "two")
    )
    assert one == two
    assert len(json.loads(one)) == len(near)


def test_names_stay_text(hostile, tmp_path):
    text = page(hostile)
    assert text.count("</script>") == 3
    assert "<img" not in text
    probe, messages = probed(text, tmp_path, "no such name")
    assert messages == []
    assert probe["owned"] == "undefined"
    assert probe["images"] == 0
    assert probe["links"] == len(hostile) - 1
    assert "</script><script>owned=1</script>" in probe["told"]


def test_nothing_is_loaded_from_elsewhere(near):
    text = page(near)
    assert "https:" not in text
    assert not re.findall(r"<(?:script|img|iframe)[^>]*\bsrc=|<link\b|@import", text)


def test_the_policy_names_the_scripts_and_the_style_that_are_there(near):
    text = page(near)
    (policy,) = re.findall(r'Security-Policy" content="([^"]*)"', text)
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    inline = [*re.findall(r"<script>(.*?)</script>", text, re.DOTALL)]
    inline += re.findall(r"<style>(.*?)</style>", text, re.DOTALL)
    assert len(inline) == 3
    assert all(source(each) in policy for each in inline)


def test_what_is_hidden_is_said(near):
    near.graph.update(hidden_nodes=12, hidden_links=3)
    assert "hidden: 12 nodes, 3 links between those shown." in page(near)


@pytest.mark.parametrize("again", range(2))
def test_the_same_neighbourhood_gives_the_same_page(connection, again):
    first, second = (read_neighbourhood(connection, "Ada Byron") for _ in range(2))
    other = nx.MultiGraph(**second.graph)
    other.add_nodes_from(reversed(list(second.nodes(data=True))))
    other.add_edges_from((b, a, d) for a, b, d in second.edges(data=True))
    assert page(other) == page(first)


def test_a_lone_node_is_a_page_too(connection, tmp_path):
    connection.execute("DELETE FROM edges")
    neighbourhood_page.write(
        read_neighbourhood(connection, "Ada Byron"), tmp_path / "new" / "x.html"
    )
    text = (tmp_path / "new" / "x.html").read_text("utf-8")
    assert "1 node and 0 links shown, none hidden." in text


def test_a_page_that_cannot_be_written_is_an_error(near, tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputError, match="cannot write"):
        neighbourhood_page.write(near, tmp_path / "file" / "x.html")
