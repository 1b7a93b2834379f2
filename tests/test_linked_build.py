"""A build whose institutions are linked to a registry."""

import csv
import json
import re

import pytest

from kg.build import build_graph
from kg.errors import RegistryError
from kg.files.output_names import REGISTRY_CACHE

REGISTRY = """\
{"id": "https://example.org/05dxps055", "name": "Volda Institute of Tides", \
"city": "Volda", "country": "Norway", "relationships": \
[{"type": "Parent", "id": "https://example.org/03yrm5c26"}]}
{"id": "https://example.org/03yrm5c26", "name": "Volda University", "city": "Volda", \
"country": "Norway"}
"""
AFFILIATED = {
    "title": "Tides of a fjord",
    "abstract": "We measure the tides of a fjord with buoys.",
    "authors": [
        {"name": "Ada Holm",
         "affiliations": ["Volda Inst Tides, Volda, Norway", "Univ Volda, Norway"]},
    ],
}  # fmt: skip


def test_institutions_are_linked_to_a_registry_that_is_kept(tmp_path):
    source, ror = tmp_path / "one.jsonl", tmp_path / "ror.jsonl"
    source.write_text(json.dumps(AFFILIATED) + "\n", encoding="utf-8")
    ror.write_text(REGISTRY, encoding="utf-8")
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


def test_a_registry_that_cannot_be_read_is_an_error(tmp_path):
    source = tmp_path / "one.jsonl"
    source.write_text(json.dumps(AFFILIATED) + "\n", encoding="utf-8")
    with pytest.raises(RegistryError, match="absent"):
        build_graph(source, tmp_path / "out", ror=tmp_path / "absent", jobs=1)
