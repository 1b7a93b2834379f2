"""With the registry and affiliations of ../shared, where they are at hand."""

import json
from pathlib import Path

import pytest

from kg.institutions.ror.index import index_registry
from kg.institutions.ror.registry_file import read_registry
from kg.institutions.ror.registry_matches import RegistryMatcher
from kg.institutions.ror.results import link_by_registry

FOLDER = Path(__file__).parents[4] / "shared" / "data" / "institutions"
pytestmark = pytest.mark.skipif(not FOLDER.exists(), reason="needs ../shared")


@pytest.fixture(scope="module")
def matcher():
    return RegistryMatcher(
        index_registry(read_registry(FOLDER / "ror.jsonl.gz").organisations)
    )


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("MIT", "Massachusetts Institute of Technology"),
        ("ETH Zurich", "ETH Zurich"),
        ("CNRS", "Centre National de la Recherche Scientifique"),
        ("Google Brain", "Google (United States)"),
        ("UC Berkeley", "University of California, Berkeley"),
        ("UIUC", "University of Illinois Urbana-Champaign"),
        ("Weizmann Institute", "Weizmann Institute of Science"),
        ("Tsinghua Univ., Beijing", "Tsinghua University"),
    ],
)
def test_short_names(matcher, text, name):
    found = link_by_registry(text, matcher)
    assert [answer.name for answer in found] == [name]
    assert found[0].probability > 0.5
    assert 0 <= found[0].start < found[0].end <= len(text)


def test_two_in_one_string_in_order(matcher):
    text = "Google Brain & Dept. of CS, Univ. of Illinois at Urbana–Champaign, USA"
    names = [answer.name for answer in link_by_registry(text, matcher)]
    assert names == [
        "Google (United States)",
        "University of Illinois Urbana-Champaign",
    ]


def test_ids_are_right(matcher):
    lines = (FOLDER / "s2aff.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines[:400]]
    found = [link_by_registry(row["affiliation"], matcher) for row in rows]
    best = [
        max((a for a in f if a.ror), key=lambda a: a.probability, default=None)
        for f in found
    ]
    asked = [set(row["ror_ids"]) & matcher.index.number.keys() for row in rows]
    pairs = [(b, ids) for b, ids in zip(best, asked, strict=True) if ids]
    right = sum(b is not None and b.ror in ids for b, ids in pairs)
    assert right / len(pairs) > 0.92
