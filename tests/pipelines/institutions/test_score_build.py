import json

from pipelines.institutions.score_build import Linked, link_by_build, measure
from pipelines.institutions.train import read_affiliations

REGISTRY = [
    {"id": "https://example.org/05dxps055", "name": "Volda Institute of Tides",
     "city": "Volda", "country": "Norway"},
    {"id": "https://example.org/03yrm5c26", "name": "University of Bergen",
     "city": "Bergen", "country": "Norway"},
]  # fmt: skip
# What is rare tells only beside what is common.
REGISTRY += [
    {"id": f"https://example.org/0{number:06}00", "name": f"{kind} of {city}",
     "city": city, "country": "Norway"}
    for number, (kind, city) in enumerate(
        (kind, city)
        for kind in ("University", "Institute", "Hospital")
        for city in ("Alta", "Bodø", "Elverum", "Flekkefjord", "Gjøvik", "Hamar", "Moss")
    )
]  # fmt: skip


def test_affiliations_are_linked_by_a_build(tmp_path):
    ror, gold = tmp_path / "ror.jsonl", tmp_path / "gold.jsonl"
    ror.write_text("\n".join(map(json.dumps, REGISTRY)), encoding="utf-8")
    rows = [
        {"affiliation": "Dept. of Fog, Volda Institute of Tides, Volda, Norway",
         "ror_ids": ["https://example.org/05dxps055"]},
        {"affiliation": "Univ Bergen, Bergen, Norway",
         "ror_ids": ["https://example.org/03yrm5c26"]},
    ]  # fmt: skip
    gold.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    linked = list(link_by_build(read_affiliations(gold), ror))
    assert [each.given for each in linked] == [{"05dxps055"}, {"03yrm5c26"}]
    assert [each.right for each in linked] == [each.given for each in linked]


def test_measures_are_counted_by_affiliation_and_by_id():
    linked = [
        Linked("a", frozenset("1"), frozenset("12")),
        Linked("b", frozenset("1"), frozenset("2")),
        Linked("c", frozenset("2"), frozenset()),
        Linked("d", frozenset("2"), frozenset("2")),
        Linked("e", frozenset("9"), frozenset("2")),
        Linked("f", frozenset(), frozenset()),
    ]
    found = measure(linked, frozenset("12"))
    assert found == (2 / 3, 2 / 4, 2 / 4, 4, 1, 2)
