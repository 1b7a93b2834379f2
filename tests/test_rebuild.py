"""A folder that is built again: what is in it is somebody's, whatever it is."""

import json
import os
import subprocess
import sys

import duckdb
import pytest

from kg import open_store
from kg.build import build_graph
from kg.errors import OutputError, StoreError


@pytest.fixture
def papers(tmp_path):
    """A folder with one paper in it."""
    folder = tmp_path / "papers"
    folder.mkdir()
    _write(folder / "one.jsonl", "Punched cards for looms")
    return folder


def _write(path, title):
    record = {"title": title, "abstract": "We prove it.", "authors": ["Ada Byron"]}
    path.write_text(json.dumps(record) + "\n", encoding="utf-8")


def _titles(folder):
    with open_store(folder) as store:
        return sorted(store.documents()["title"])


def test_who_worked_in_the_store_and_was_cut_off_finds_all_again(papers, tmp_path):
    out = tmp_path / "out"
    build_graph(papers, out)
    code = (
        "import duckdb, os, sys; store = duckdb.connect(sys.argv[1]);"
        "store.execute('CREATE TABLE mine AS SELECT 7 AS x'); os._exit(0)"
    )
    subprocess.run([sys.executable, "-c", code, str(out / "kg.duckdb")], check=True)
    assert (out / "kg.duckdb.wal").exists()
    (warning,) = build_graph(papers, out).warnings
    assert warning.source == "kg.duckdb"
    assert _titles(out) == ["Punched cards for looms"]
    with duckdb.connect(str(out / "kg.duckdb.edited"), read_only=True) as kept:
        assert kept.execute("SELECT x FROM mine").fetchall() == [(7,)]
    assert build_graph(papers, out).warnings == ()


def test_a_log_without_its_store_stops_a_build(papers, tmp_path):
    out = tmp_path / "out"
    out.mkdir()
    (out / "kg.duckdb.wal").write_bytes(b"somebody's")
    with pytest.raises(OutputError, match=r"kg\.duckdb\.wal"):
        build_graph(papers, out)
    assert (out / "kg.duckdb.wal").read_bytes() == b"somebody's"


def test_whatever_somebody_made_in_the_store_is_kept(papers, tmp_path):
    out = tmp_path / "out"
    build_graph(papers, out)
    with duckdb.connect(str(out / "kg.duckdb")) as store:
        store.execute("CREATE SCHEMA mine; CREATE TABLE mine.nodes AS SELECT 1 AS x")
        store.execute('CREATE TABLE "a""b" (x INTEGER)')
        store.execute('CREATE VIEW broken AS SELECT * FROM "a""b"; DROP TABLE "a""b"')
        store.execute("CREATE MACRO hash(x) AS 1")
        store.execute("UPDATE outputs SET digest = '{' WHERE name = 'kg.duckdb'")
    (warning,) = build_graph(papers, out).warnings
    assert "kept as kg.duckdb.edited" in warning.reason
    with duckdb.connect(str(out / "kg.duckdb.edited"), read_only=True) as kept:
        assert kept.execute("SELECT x FROM mine.nodes").fetchall() == [(1,)]


def test_papers_beside_their_own_outputs_are_read_in_every_build(papers):
    first = build_graph(papers, papers)
    (papers / "nodes.csv").write_text("edited")
    _write(papers / "two.jsonl", "Looms without cards")
    again = build_graph(papers, papers)
    assert first.documents == 1
    assert again.rejects == ()
    assert _titles(papers) == ["Looms without cards", "Punched cards for looms"]
    assert {warning.source for warning in again.warnings} == {"papers", "nodes.csv"}
    third = build_graph(papers, papers)
    assert [warning.source for warning in third.warnings] == ["papers"]
    assert third.documents == 2


def test_every_file_that_a_build_reads_may_have_a_name_that_is_not_utf_8(
    papers, tmp_path
):
    ror, decisions = (tmp_path / os.fsdecode(n) for n in (b"r\xe9.jsonl", b"d\xe9.csv"))
    ror.write_text('{"id": "05dxps055", "name": "Volda University"}\n{"id": 5}\n')
    decisions.write_text("kind,a,b,verdict\nperson,nobody,none,merge\n")
    report = build_graph(papers, tmp_path / "out", ror=ror, decisions=decisions)
    names = {remark.source for remark in (*report.rejects, *report.warnings)}
    assert names == {"r\ufffd.jsonl", str(tmp_path / "d\ufffd.csv")}


def test_a_name_that_is_not_utf_8_is_read_and_refused_for_outputs(papers, tmp_path):
    odd = papers / os.fsdecode(b"caf\xe9.jsonl")
    _write(odd, "Looms of Lyon")
    report = build_graph(odd, tmp_path / "out")
    assert report.sources == {"caf\ufffd.jsonl": 1}
    with pytest.raises(OutputError, match="must be UTF-8"):
        build_graph(odd, tmp_path / os.fsdecode(b"caf\xe9"))


def _write_author(path, title, name):
    author = {"name": name, "orcid": "0000-0002-1825-0097"}
    record = {"title": title, "abstract": "We prove it.", "authors": [author]}
    path.write_text(json.dumps(record), encoding="utf-8")


def test_an_id_that_a_new_document_changes_goes_on_meaning_the_same(tmp_path):
    papers, out = tmp_path / "papers", tmp_path / "out"
    papers.mkdir()
    _write_author(papers / "one.jsonl", "Looms", "J. Smithson")
    build_graph(papers, out)
    _write_author(papers / "two.jsonl", "Cards for looms", "Josephine Smithson")
    build_graph(papers, out)
    with open_store(out) as store:
        assert store.find("person:j-smithson")[0].id == "person:josephine-smithson"
        near = store.neighbours("person:j-smithson", kind="work")
        assert len(near) == 2
    assert "person:josephine-smithson,Josephine" in (out / "nodes.csv").read_text()
    assert (out / "former_ids.csv").read_text().splitlines()[1:] == [
        "person:j-smithson,person:josephine-smithson"
    ]
    before = {path.name: path.read_bytes() for path in out.iterdir()}
    build_graph(papers, out)
    assert {path.name: path.read_bytes() for path in out.iterdir()} == before


def _write_homonym(path, orcid, topic):
    author = {
        "name": "Wei Wang",
        "orcid": orcid,
        "affiliation": f"University of {topic}",
    }
    record = {"title": f"On {topic}", "abstract": "We prove.", "authors": [author]}
    path.write_text(json.dumps(record), encoding="utf-8")


def _work_of(out, person):
    with open_store(out) as store:
        return [row.name for row in store.neighbours(person, kind="work")]


def test_a_homonym_who_comes_later_takes_nobodys_id(tmp_path):
    papers, out = tmp_path / "papers", tmp_path / "out"
    papers.mkdir()
    _write_homonym(papers / "m.jsonl", "0000-0002-1825-0097", "Oslo")
    build_graph(papers, out)
    _write_homonym(papers / "n.jsonl", "0000-0001-5109-3700", "Lima")
    build_graph(papers, out)
    # Its document is read before theirs.
    _write_homonym(papers / "a.jsonl", "0000-0002-1694-233X", "Kyoto")
    report = build_graph(papers, out)
    assert _work_of(out, "person:wei-wang") == ["On Oslo"]
    assert _work_of(out, "person:wei-wang-2") == ["On Lima"]
    assert _work_of(out, "person:wei-wang-3") == ["On Kyoto"]
    (remark,) = [each for each in report.warnings if "elsewhere" in each.reason]
    assert "person:wei-wang (elsewhere person:wei-wang-2)" in remark.reason
    before = {path.name: path.read_bytes() for path in out.iterdir()}
    build_graph(papers, out)
    assert {path.name: path.read_bytes() for path in out.iterdir()} == before


def test_a_decision_by_an_id_means_whom_it_meant(tmp_path):
    papers, out = tmp_path / "papers", tmp_path / "out"
    papers.mkdir()
    _write_homonym(papers / "m.jsonl", "0000-0002-1825-0097", "Oslo")
    _write_homonym(papers / "n.jsonl", "0000-0001-5109-3700", "Lima")
    _write_author(papers / "o.jsonl", "On dice", "Ada Byron")
    build_graph(papers, out)
    decision = "kind,a,b,verdict,note\nperson,person:wei-wang-2,Ada Byron,merge,\n"
    (out / "decisions.csv").write_text(decision, encoding="utf-8")
    _write_homonym(papers / "a.jsonl", "0000-0002-1694-233X", "Kyoto")
    for _ in range(2):
        build_graph(papers, out)
        assert sorted(_work_of(out, "Ada Byron")) == ["On Lima", "On dice"]


def test_former_ids_are_known_where_their_file_is_copied(tmp_path):
    papers, out = tmp_path / "papers", tmp_path / "out"
    for folder in (papers, out):
        folder.mkdir()
    _write_author(papers / "one.jsonl", "Looms", "Josephine Smithson")
    text = "former,entity\nperson:j,person:josephine-smithson\n"
    (out / "former_ids.csv").write_text(text, encoding="utf-8")
    build_graph(papers, out)
    with open_store(out) as store:
        assert store.find("person:j")[0].name == "Josephine Smithson"
        graph = store.network()
    assert graph.nodes["person:josephine-smithson"]["former_ids"] == ("person:j",)


def test_files_of_two_builds_are_said_to_be_such(papers, tmp_path):
    one, two = tmp_path / "one", tmp_path / "two"
    build_graph(papers, one)
    _write(papers / "two.jsonl", "Looms without cards")
    build_graph(papers, two)
    (one / "report.json").write_bytes((two / "report.json").read_bytes())
    with pytest.raises(StoreError, match=r"two builds.*build it again"):
        open_store(one)
    build_graph(papers, one)
    assert len(_titles(one)) == 2
