"""Names and texts come from anywhere: they are shown as text, and nothing runs."""

import shutil

import duckdb
import pytest

from kg.files.output_names import STORE_FILE
from kg.store.connection import connect
from kg.viewer.atlas.atlas_page import write_page

HOSTILE = {
    "script": "</script><script>document.title='run'</script>",
    "image": "<img src=x onerror=\"document.title='run'\">",
    "comment": "<!--<script>",
    "right to left": "\u202egnorw",
    "tab and line": "one\ttwo\nthree\rfour",
    "control": "a\u0000b\u001bc\u0085d",
    "long": "very " * 2_000,
    "empty": "",
    "template": "{{ 7 * 7 }}${7*7}",
    "separators": "a\u2028b\u2029c",
}


@pytest.fixture(scope="module", params=HOSTILE)
def hostile(request, small_store, tmp_path_factory):
    """A page in which every name, alias, title and text is hostile."""
    folder = tmp_path_factory.mktemp("hostile")
    shutil.copy(small_store / STORE_FILE, folder / STORE_FILE)
    name = HOSTILE[request.param].replace("\0", "")
    with duckdb.connect(folder / STORE_FILE) as store:
        store.execute("UPDATE nodes SET name = $1", [name])
        store.execute("UPDATE nodes SET aliases = json_array($1, $1)::VARCHAR", [name])
        store.execute("UPDATE documents SET title = $1, source = $1", [name])
        store.execute("UPDATE documents SET text = text || $1", [name])
    file = folder / "page.html"
    with connect(folder) as connection:
        write_page(connection, file)
    return file, " ".join(name.split())


def test_hostile_names_are_text(open_page, hostile):
    file, name = hostile
    page = open_page(file)
    page.evaluate("() => atlas.actions.choose(0)")
    page.tab.wait_for_selector("#panel h3")
    page.settle()
    assert page.evaluate("() => document.title").startswith("Atlas of")
    assert page.evaluate("() => atlas.graph.names[0]") == name
    assert page.evaluate("() => document.querySelectorAll('img, iframe').length") == 0
    assert (
        page.evaluate("() => document.querySelectorAll('script:not([type])').length")
        == 1
    )


@pytest.mark.parametrize("name", ["svg", "gexf", "nodes"])
def test_hostile_names_are_whole_files(open_page, hostile, tmp_path, name):
    from xml.etree import ElementTree

    page = open_page(hostile[0])
    with page.tab.expect_download() as waited:
        page.evaluate("(name) => atlas.actions.takeHome(name)", name)
    waited.value.save_as(tmp_path / "file")
    text = (tmp_path / "file").read_text("utf-8")
    if name == "nodes":
        assert not any(line.startswith(("=", "+", "@")) for line in text.splitlines())
    else:
        ElementTree.fromstring(text)
