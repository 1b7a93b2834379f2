"""A build whose institutions are linked to a registry."""

import csv
import hashlib
import json
import re
import shutil

import networkx as nx
import pytest

from kg.build import build_graph
from kg.errors import DecisionError, ModelError, RegistryError
from kg.files.output_names import OUTPUTS, REGISTRY_CACHE, STORE_FILE
from kg.opened_store import open_store
from kg.query.merge_reasons import why_merged, why_one
from kg.store.connection import connect
from kg.tagger.storage import PACKAGED

REGISTRY = """\
{"id": "https://example.org/05dxps055", "name": "Volda Institute of Tides", \
"city": "Volda", "country": "Norway", "relationships": \
[{"type": "Parent", "id": "https://example.org/03yrm5c26"}]}
{"id": "https://example.org/03yrm5c26", "name": "Volda University", "city": "Volda", \
"country": "Norway"}
"""
# What a word weighs, the number of organisations tells: among two, no word is rare.
REGISTRY += "".join(
    f'{{"id": "{number}", "name": "University of Town {number}"}}\n'
    for number in range(60)
)
AFFILIATED = {
    "title": "Tides of a fjord",
    "abstract": "We measure the tides of a fjord with buoys.",
    "authors": [
        {"name": "Ada Holm",
         "affiliations": ["Volda Inst Tides, Volda, Norway", "Univ Volda, Norway"]},
    ],
}  # fmt: skip


@pytest.fixture
def source(tmp_path):
    path = tmp_path / "one.jsonl"
    path.write_text(json.dumps(AFFILIATED) + "\n", encoding="utf-8")
    return path


@pytest.fixture
def ror(tmp_path):
    path = tmp_path / "ror.jsonl"
    path.write_text(REGISTRY, encoding="utf-8")
    return path


def _outputs(out):
    """Return the bytes of each output, of the store its tables."""
    with connect(out) as connection:
        tables = connection.execute("SHOW TABLES").fetchall()
        rows = {
            name: sorted(map(repr, connection.execute(f"FROM {name}").fetchall()))
            for (name,) in tables
        }
    files = {n: (out / n).read_bytes() for n in OUTPUTS if n != STORE_FILE}
    return files | {STORE_FILE: rows}


def test_institutions_are_linked_to_a_registry_that_is_kept(tmp_path, source, ror):
    out = tmp_path / "out"
    build_graph(source, out, ror=ror, jobs=1)
    kept = (out / REGISTRY_CACHE).read_bytes()
    first = (out / "nodes.csv").read_bytes()
    build_graph(source, out, ror=ror, jobs=1)
    assert (out / REGISTRY_CACHE).read_bytes() == kept
    assert (out / "nodes.csv").read_bytes() == first

    rows = csv.DictReader(first.decode("utf-8").splitlines())
    found = {row["Label"]: row for row in rows if row["Kind"] == "institution"}
    institute = found["Volda Institute of Tides"]
    assert institute["Ror"] == "05dxps055"
    assert (institute["Country"], institute["City"]) == ("NO", "Volda")
    assert institute["Parent"] == "Volda University"
    edges = (out / "edges.csv").read_text(encoding="utf-8")
    assert re.search(r"volda-institute-of-tides,\S*volda-university,Directed.*part_of",
                     edges)  # fmt: skip
    (document,) = (out / "documents.jsonl").read_text(encoding="utf-8").splitlines()
    assert json.loads(document)["institutions"][0]["ror"] == "05dxps055"


def _wholes(out):
    """Return the pairs of a part and its whole in a store, by name."""
    with connect(out) as connection:
        return set(
            connection.execute(
                "SELECT part.name, whole.name FROM edges"
                " JOIN nodes AS part ON part.id = source"
                " JOIN nodes AS whole ON whole.id = target"
                " WHERE edges.kind = 'part_of'"
            ).fetchall()
        )


def test_a_registry_takes_no_part_from_its_whole(tmp_path):
    path, ror = tmp_path / "one.jsonl", tmp_path / "ror.jsonl"
    places = ("Google Brain", "Google, Mountain View, USA", "Courant Institute",
              "New York University, USA", "Fjord Observatory, Volda, Norway",
              "University of Volda, Norway")  # fmt: skip
    record = AFFILIATED | {"authors": [{"name": "Ada Holm", "affiliations": places}]}
    path.write_text(json.dumps(record) + "\n", encoding="utf-8")
    usa = {"country": "United States"}
    norway = {"city": "Volda", "country": "Norway"}

    def parents(*ids):
        return {"relationships": [{"type": "Parent", "id": each} for each in ids]}

    organisations = [
        {"id": "01aaaaa11", "name": "Alphabet (United States)", **usa},
        {"id": "02aaaaa12", "name": "Google (United States)", **usa,
         **parents("01aaaaa11")},
        {"id": "03aaaaa13", "name": "New York University", **usa},
        {"id": "04aaaaa14", "name": "Fjord Observatory", **norway,
         **parents("05aaaaa15", "06aaaaa16")},
        {"id": "05aaaaa15", "name": "Board of Fjords", **norway},
        {"id": "06aaaaa16", "name": "Faculty of Tides, Volda", **norway,
         **parents("07aaaaa17")},
        {"id": "07aaaaa17", "name": "University of Volda", **norway},
    ]  # fmt: skip
    lines = map(json.dumps, organisations)
    ror.write_text(REGISTRY + "\n".join(lines) + "\n", encoding="utf-8")
    courant = ("Courant Institute of Mathematical Sciences", "New York University")
    build_graph(path, tmp_path / "without", jobs=1)
    assert _wholes(tmp_path / "without") == {courant, ("Google Brain", "Google")}
    build_graph(path, tmp_path / "with", ror=ror, jobs=1)
    above = ("Fjord Observatory", "University of Volda")
    assert _wholes(tmp_path / "with") == {courant, above}


def test_a_registry_that_cannot_be_read_is_an_error(tmp_path, source):
    with pytest.raises(RegistryError, match="absent"):
        build_graph(source, tmp_path / "out", ror=tmp_path / "absent", jobs=1)
    assert not (tmp_path / "out").exists()


def test_outputs_are_the_same_whatever_was_kept_and_wherever_they_are(
    tmp_path, source, ror
):
    ror.write_text(REGISTRY + '{"id": 5}\n', encoding="utf-8")
    first = build_graph(source, tmp_path / "first", ror=ror, jobs=1)
    assert [each.source for each in first.rejects] == ["ror.jsonl"]
    expected = _outputs(tmp_path / "first")

    out = tmp_path / "a" / "second"
    build_graph(source, out, ror=ror, jobs=1)
    assert _outputs(out) == expected
    for content in (b"damaged", None):
        (out / REGISTRY_CACHE).unlink()
        if content is not None:
            (out / REGISTRY_CACHE).write_bytes(content)
        report = build_graph(source, out, ror=ror, jobs=1)
        assert len(report.notes) == (content is not None)
        assert _outputs(out) == expected
        kept = (
            (out / REGISTRY_CACHE).read_bytes(),
            (tmp_path / "first" / REGISTRY_CACHE).read_bytes(),
        )
        assert kept[0] == kept[1]


def test_a_changed_registry_counts_at_once(tmp_path, source, ror):
    out = tmp_path / "out"
    for id_ in ("05dxps055", "013meh722", "02kvxyf05"):
        ror.write_text(REGISTRY.replace("05dxps055", id_), encoding="utf-8")
        build_graph(source, out, ror=ror, jobs=1)
        with open_store(out) as store:
            assert id_ in set(store.nodes("institution")["ror"])


def test_a_build_says_which_registry_it_used(tmp_path, source, ror):
    out = tmp_path / "out"
    digest = hashlib.sha256(ror.read_bytes()).hexdigest()
    build_graph(source, out, ror=ror, jobs=1)
    with connect(out) as connection:
        runs = dict(connection.execute("SELECT name, value FROM runs").fetchall())
    assert (runs["registry"], runs["registry_sha256"]) == ("ror.jsonl", digest)
    written = json.loads((out / "report.json").read_text(encoding="utf-8"))
    assert written["registry"] == {"name": "ror.jsonl", "sha256": digest}
    assert f"ror.jsonl (SHA-256 {digest})" in (out / "report.txt").read_text("utf-8")
    assert build_graph(source, out, jobs=1).registry is None


def test_why_tells_what_an_id_made_one(tmp_path, source, ror):
    place = {"raw": "Fjord Laboratory, Volda", "ror": "https://ror.org/05dxps055"}
    author = {"name": "Ada Holm", "affiliations": [place]}
    source.write_text(json.dumps({**AFFILIATED, "authors": [author]}), encoding="utf-8")
    build_graph(source, tmp_path / "out", ror=ror, jobs=1)
    with open_store(tmp_path / "out") as store:
        (row,) = why_merged(store.connection, "Volda Institute of Tides")
        assert why_one(store.connection, row.a, row.b) == [row]
    assert (row.b, row.rule) == ("Fjord Laboratory", "same id")


def test_an_orcid_is_in_every_output(tmp_path, source):
    orcid = "0000-0002-1825-0097"
    authors = [{"name": "Ada Byron", "orcid": orcid}, "Carl Gauss"]
    source.write_text(json.dumps({**AFFILIATED, "authors": authors}), encoding="utf-8")
    out = tmp_path / "out"
    build_graph(source, out, jobs=1)
    for name in ("graph.graphml", "graph.gexf", "coauthors.gexf", "nodes.csv"):
        assert (out / name).read_text(encoding="utf-8").count(orcid) == 1, name
    (document,) = (out / "documents.jsonl").read_text(encoding="utf-8").splitlines()
    persons = json.loads(document)["persons"]
    assert [person.get("orcid") for person in persons] == [orcid, None]
    graph = nx.read_graphml(out / "graph.graphml")
    assert graph.nodes["person:ada-byron"]["orcid"] == orcid
    with open_store(out) as store:
        table = store.nodes("person").set_index("label")
        assert table.loc["Ada Byron", "orcid"] == orcid


def test_strict_stops_at_a_record_of_the_registry(tmp_path, source, ror):
    ror.write_text(REGISTRY + '{"id": 5}\n', encoding="utf-8")
    with pytest.raises(RegistryError, match=r"skipped:\n  ror.jsonl:63: "):
        build_graph(source, tmp_path / "out", ror=ror, strict=True, jobs=1)
    assert not (tmp_path / "out").exists()


def test_a_build_that_fails_leaves_no_folder(tmp_path, source, ror):
    model = shutil.copytree(PACKAGED, tmp_path / "model")
    (model / "words.txt").write_text("other\n", encoding="utf-8")
    with pytest.raises(ModelError, match="damaged"):
        build_graph(source, tmp_path / "a" / "b", ror=ror, model=model, jobs=1)
    bad = tmp_path / "decisions.csv"
    bad.write_text("kind,a,b,verdict,note\nperson,A,B,merge,\nperson,A,B,apart,\n")
    with pytest.raises(DecisionError):
        build_graph(source, tmp_path / "a" / "b", ror=ror, decisions=bad, jobs=1)
    assert not (tmp_path / "a").exists()
