import json
import re
import shutil
import subprocess

import networkx as nx
import pytest

from kg.viewer import network_page as html

CHROMIUM_FLAGS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--virtual-time-budget=4000", "--enable-logging=stderr",
]  # fmt: skip

PROBE = """<script>
addEventListener("load", () => setTimeout(() => {
  const input = document.getElementById("wanted");
  input.value = "ada love";
  document.querySelector("#search button").click();
  const box = document.getElementById("network").getBoundingClientRect();
  document.body.dataset.probe = JSON.stringify({
    found: document.querySelector("#details h2").textContent,
    listed: document.querySelectorAll("#details li").length,
    requests: performance.getEntriesByType("resource").map((entry) => entry.name),
    height: box.height, width: box.width,
  });
}, 500));
</script></body>"""


def page(graph):
    return "".join(html.generate(graph))


def data(text):
    found = re.search(r'<script type="application/json" id="data">(.*)</script>', text)
    return json.loads(found[1])


def in_chromium(text, folder):
    chromium = shutil.which("chromium")
    assert chromium, "chromium is missing: apt-get install chromium"
    (folder / "page.html").write_text(text, encoding="utf-8")
    done = subprocess.run(
        [chromium, *CHROMIUM_FLAGS, f"--user-data-dir={folder / 'profile'}",
         "--dump-dom", (folder / "page.html").as_uri()],
        capture_output=True, check=False, text=True, timeout=120,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout, [line for line in done.stderr.splitlines() if "CONSOLE" in line]


def test_the_page_works_in_a_browser_and_asks_the_network_for_nothing(
    network, tmp_path
):
    dom, messages = in_chromium(page(network).replace("</body>", PROBE), tmp_path)
    assert messages == []
    raw = re.search(r'data-probe="([^"]*)"', dom)[1].replace("&quot;", '"')
    probe = json.loads(raw)
    assert probe["found"] == "Ada Lovelace"
    assert probe["listed"] == 3
    assert probe["requests"] == []
    assert probe["height"] > 300
    assert "10 nodes and 5 edges shown, none hidden." in dom
    assert "<canvas" in dom


def test_nothing_in_the_page_is_loaded_from_elsewhere(network):
    text = page(network)
    assert "https:" not in text
    assert not re.findall(r"<(?:script|img|iframe)[^>]*\bsrc=|<link\b|@import", text)


def test_names_stay_text(network):
    text = page(network)
    assert "alert(1)" in text
    assert "<script>alert(1)" not in text
    assert text.count("</script>") == 3


def test_the_strongest_nodes_are_shown_and_the_rest_counted():
    graph = nx.path_graph([f"concept:{n:03}" for n in range(310)])
    for number, node in enumerate(sorted(graph)):
        graph.nodes[node].update(label=node, kind="concept", documents=number)
    nx.set_edge_attributes(graph, "cooccurrence", "kind")
    nx.set_edge_attributes(graph, 1, "weight")
    text = page(graph)
    assert len(data(text)["nodes"]) == 300
    assert "concept:009" not in {node["id"] for node in data(text)["nodes"]}
    assert "300 nodes and 299 edges shown" in text
    assert "10 nodes and 10 edges hidden" in text


def test_an_edge_names_its_documents(network):
    found = data(page(network))
    edge = next(e for e in found["edges"] if e["kind"] == "coauthor")
    assert edge["evidence"] == ["doc:1", "doc:<2>"]
    assert found["documents"] == {"doc:1": "A <b>title</b> & </script>"}


def test_the_hover_card_tells_the_main_facts(network):
    nodes = {node["id"]: node for node in data(page(network))["nodes"]}
    card = nodes["institution:spaces"]["title"]
    assert "institution · 9 documents · 2019–2020" in card
    assert "With: " in nodes["person:plain"]["title"]


def test_an_empty_network_is_a_page_too():
    assert "0 nodes and 0 edges shown" in page(nx.Graph())


@pytest.mark.parametrize("again", range(2))
def test_the_same_network_gives_the_same_page(network, again):
    other = nx.Graph(**network.graph)
    other.add_nodes_from(reversed(list(network.nodes(data=True))))
    other.add_edges_from((b, a, d) for a, b, d in network.edges(data=True))
    assert page(other) == page(network)
