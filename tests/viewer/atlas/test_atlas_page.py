import base64
import json
import re
import zlib

import pytest

from kg.store.connection import connect
from kg.viewer.atlas.atlas_page import AtlasPage, make_page, render, write_page


def opened(store, **options):
    with connect(store) as connection:
        return make_page(connection, **options)


def block(page, name):
    return zlib.decompress(page.blocks[name], -zlib.MAX_WBITS)


def header(page):
    data = block(page, "map")
    return json.loads(data[4 : 4 + int.from_bytes(data[:4], "little")])


def test_the_page_is_the_same_every_time(example_store):
    first, second = (opened(example_store) for _ in range(2))
    assert first == second


def test_all_nodes_have_a_line_of_names(example_store):
    page = opened(example_store)
    with connect(example_store) as connection:
        (count,) = connection.execute("SELECT COUNT(*) FROM nodes").fetchone()
    lines = block(page, "names").decode().split("\n")
    assert len(lines) == count
    assert all("\t" in line for line in lines)


def test_all_edges_of_a_small_store_are_there(example_store):
    page = opened(example_store)
    with connect(example_store) as connection:
        (count,) = connection.execute("SELECT COUNT(*) FROM edges").fetchone()
    sizes = {name: size for name, _, size in header(page)["columns"]}
    assert (sizes["source"], page.left_out) == (count, 0)


def test_texts_are_kept_as_asked(example_store):
    some, full, none = (
        opened(example_store, texts=texts) for texts in ("sentences", "full", "none")
    )
    assert "texts-0" not in none.blocks
    rows = [json.loads(block(page, "texts-0")) for page in (some, full)]
    passages = [sum(len(row[4]) for row in each) for each in rows]
    assert passages[0] < passages[1]


def test_texts_that_are_left_out_are_counted_in_a_note(small_store, monkeypatch):
    room = []

    def make_blocks(documents, *, most):
        room.append(most)
        return {"texts-0": b""}, 2

    monkeypatch.setattr("kg.viewer.atlas.atlas_page.make_text_blocks", make_blocks)
    page = opened(small_store, text_bytes=7)
    assert room == [7]
    assert "texts of 2 documents are not in this page" in str(header(page)["notes"])


def test_regions_that_touch_have_different_colours(example_store):
    regions = header(opened(example_store))["regions"]
    assert 8 <= len(regions) <= 24
    assert all(region["names"] for region in regions)


def test_a_corpus_without_people_or_terms_has_a_page(small_store):
    said = header(opened(small_store))
    assert [layer["total"] for layer in said["layers"]] == [2, 2, 1, 4]
    assert said["ground"] == "terms"


def test_nothing_is_allowed_but_this_script_and_this_style(small_store):
    html = "".join(render(opened(small_store)))
    (policy,) = re.findall(r'Content-Security-Policy" content="([^"]*)"', html)
    assert "unsafe" not in policy
    assert policy.startswith("default-src 'none'; script-src 'sha256-")
    assert "https:" not in html.replace("https://www.w3.org", "")


def test_a_served_page_asks_its_own_server_for_blocks(small_store):
    page = opened(small_store)
    html = "".join(render(page, served=True))
    assert 'id="block-' not in html
    assert "connect-src 'self'" in html


@pytest.mark.parametrize("title", ["</title><script>alert(1)</script>", "a\0b", "é"])
def test_a_title_is_text(title):
    html = "".join(render(AtlasPage(title, {})))
    assert "<script>alert" not in html
    assert "\0" not in html


def test_blocks_are_letters(small_store, tmp_path):
    file = tmp_path / "page.html"
    with connect(small_store) as connection:
        assert write_page(connection, file).left_out == 0
    (letters,) = re.findall(r'id="block-names">([^<]*)<', file.read_text("utf-8"))
    lines = zlib.decompress(base64.b64decode(letters), -zlib.MAX_WBITS).decode()
    assert "person:ada-byron\tAda Byron" in lines
