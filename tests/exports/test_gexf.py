import json
import shutil
import subprocess
import xml.etree.ElementTree as ET
from pathlib import Path

import networkx as nx
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.exports import gexf
from kg.text.xml_characters import drop_illegal

NODE = Path(__file__).parent / "node"
SPACE = {"g": "http://gexf.net/1.3", "viz": "http://gexf.net/1.3/viz"}


def tree(graph):
    return ET.fromstring("".join(gexf.generate(graph)))


def read_by_graphology(path):
    assert shutil.which("node"), "node is missing"
    assert (NODE / "node_modules").is_dir(), f"run `npm ci` in {NODE}"
    done = subprocess.run(
        ["node", str(NODE / "read_gexf.mjs"), str(path)],
        capture_output=True,
        check=False,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_graphology_reads_the_same_nodes_edges_and_weights(network, tmp_path):
    gexf.write(network, tmp_path / "graph.gexf")
    read = read_by_graphology(tmp_path / "graph.gexf")
    assert read["nodes"].keys() == set(network)
    assert {
        frozenset((e["source"], e["target"])): e["weight"] for e in read["edges"]
    } == {frozenset((a, b)): weight for a, b, weight in network.edges(data="weight")}
    assert (read["type"], read["multi"]) == ("undirected", False)
    for node, attributes in network.nodes(data=True):
        assert read["nodes"][node]["label"] == drop_illegal(attributes["label"])
        assert read["nodes"][node]["documents"] == attributes["documents"]
        assert read["nodes"][node]["x"] == attributes["x"]
        assert read["nodes"][node]["size"] >= 4


def test_networkx_reads_it_too(network, tmp_path):
    gexf.write(network, tmp_path / "graph.gexf")
    read = nx.read_gexf(tmp_path / "graph.gexf", version="1.3")
    assert set(read) == set(network)
    assert read.number_of_edges() == network.number_of_edges()


def test_spells_run_forward_and_stand_where_years_are_known(network):
    network.nodes["person:control"].update(first_year=2020, last_year=2011)
    root = tree(network)
    spells = {
        element.get("id"): (int(spell.get("start")), int(spell.get("end")))
        for element in root.iterfind(".//g:node", SPACE)
        if (spell := element.find("g:spells/g:spell", SPACE)) is not None
    }
    assert spells["person:control"] == (2011, 2020)
    assert len(spells) == len(network) // 2
    edge = root.find(".//g:edge[@target='person:control']/g:spells/g:spell", SPACE)
    assert edge is not None
    assert edge.attrib == {"start": "2012", "end": "2012"}
    assert root.find("g:graph", SPACE).get("mode") == "dynamic"


def test_a_network_without_years_is_static():
    graph = nx.Graph()
    graph.add_node("concept:a", label="a", kind="concept", documents=1)
    found = tree(graph).find("g:graph", SPACE)
    assert found.get("mode") == "static"
    assert found.get("timeformat") is None


def test_every_value_is_declared_and_elements_stand_where_they_may(network):
    root = tree(network)
    assert root.get("version") == "1.3"
    for kind in ("node", "edge"):
        path = f".//g:attributes[@class='{kind}']/g:attribute"
        declared = {attribute.get("id") for attribute in root.iterfind(path, SPACE)}
        used = {
            value.get("for")
            for value in root.iterfind(f".//g:{kind}/g:attvalues/g:attvalue", SPACE)
        }
        assert used <= declared
        assert used
    for colour in root.iterfind(".//viz:color", SPACE):
        assert all(0 <= int(colour.get(part)) <= 255 for part in "rgb")
    assert len(root.findall(".//viz:position", SPACE)) == len(network)


def test_no_date_is_in_the_file(network):
    assert "lastmodified" not in "".join(gexf.generate(network))


def test_one_kind_of_node_is_coloured_by_community(network):
    people = network.subgraph(n for n in network if n.startswith("person:"))
    colours = {
        tuple(colour.attrib.values())
        for colour in tree(people).iterfind(".//viz:color", SPACE)
    }
    assert len(colours) == 3


@settings(max_examples=40, deadline=None)
@given(st.lists(st.text(st.characters(codec=None), max_size=12), min_size=1))
def test_any_label_comes_back(found):
    graph = nx.Graph()
    for number, label in enumerate(found):
        graph.add_node(f"concept:{number}", label=label, kind="concept", documents=1)
    read = {
        n.get("id"): n.get("label") for n in tree(graph).iterfind(".//g:node", SPACE)
    }
    assert read == {n: drop_illegal(a) or n for n, a in graph.nodes(data="label")}
