"""The picture of a network: every name is text, no two names overlap."""

import xml.etree.ElementTree as ET

import networkx as nx

from pipelines.example_picture import CAPTION, FONT, HEIGHT, WIDTH, draw

SVG = "{http://www.w3.org/2000/svg}"


def _ring(size, labels):
    graph = nx.cycle_graph([f"person:{n}" for n in range(size)])
    for number, node in enumerate(graph):
        graph.nodes[node].update(
            label=labels[number % len(labels)],
            documents=1 + number % 4,
            degree=2,
            community=number % 3,
            x=float(number % 5),
            y=float(number // 5),
        )
    for a, b in graph.edges:
        graph.edges[a, b]["weight"] = 1
    return graph


def _texts(svg):
    root = ET.fromstring(svg)
    return root, [text for text in root.iter(f"{SVG}text") if text.get("stroke")]


def test_a_network_is_drawn_whole():
    root, names = _texts(draw(_ring(20, ["Ada Holm", "Uwe Kern"])))
    assert len(list(root.iter(f"{SVG}circle"))) == 20
    assert len(list(root.iter(f"{SVG}line"))) == 20
    assert {name.text for name in names} == {"Ada Holm", "Uwe Kern"}


def test_names_stay_text():
    hostile = "<script>alert(1)</script> & co"
    _, names = _texts(draw(_ring(8, [hostile])))
    assert {name.text for name in names} == {hostile}


def test_names_hide_no_other_and_stay_inside():
    _, names = _texts(draw(_ring(60, ["A rather long name of a person"])))
    boxes = []
    for name in names:
        x, y = float(name.get("x")), float(name.get("y"))
        boxes.append((x, y, float(name.get("font-size"))))
        assert 0 <= x <= WIDTH
        assert 0 <= y <= HEIGHT - CAPTION + FONT
    for number, (x, y, font) in enumerate(boxes):
        for other_x, other_y, _ in boxes[:number]:
            assert abs(y - other_y) >= font or abs(x - other_x) > 10 * font


def test_small_parts_are_left_out():
    graph = nx.compose(
        _ring(8, ["Ada"]), nx.relabel_nodes(_ring(3, ["Zoe"]), lambda n: f"{n}-b")
    )
    root, names = _texts(draw(graph))
    assert len(list(root.iter(f"{SVG}circle"))) == 8
    assert {name.text for name in names} == {"Ada"}


def test_the_same_network_gives_the_same_picture():
    assert draw(_ring(12, ["Ada Holm"])) == draw(_ring(12, ["Ada Holm"]))
