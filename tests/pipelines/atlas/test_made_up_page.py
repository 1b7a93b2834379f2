import json
import zlib

import numpy as np

from pipelines.atlas.made_up_page import make_up_land, make_up_page, other_pages


def test_all_pages_have_the_same_network():
    land = make_up_land(300, 900)
    block = zlib.decompress(make_up_page(land).blocks["map"], -zlib.MAX_WBITS)
    header = json.loads(block[4 : 4 + int.from_bytes(block[:4], "little")])
    sizes = {name: size for name, _, size in header["columns"]}
    assert sizes["works"] == 300
    assert sizes["source"] == len(land.edges.sources) > 500
    (vis,) = other_pages(land, None).values()
    data = json.loads(vis.split("const data = ")[1].split(";\n")[0])
    assert (len(data["nodes"]), len(data["edges"])) == (300, sizes["source"])


def test_nodes_of_most_works_are_first():
    land = make_up_land(300, 900)
    page = make_up_page(land)
    lines = zlib.decompress(page.blocks["names"], -zlib.MAX_WBITS).decode().split("\n")
    first = lines[0].split("\t")[0]
    assert land.works[land.nodes.index(first)] == np.max(land.works)
