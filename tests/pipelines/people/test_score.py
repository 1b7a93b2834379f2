import json

import pytest

from pipelines.people import score as score_people
from pipelines.people import train as train_people

PEOPLE = [
    (f"{given} {family}", f"{given[0]}. {family}")
    for given, family in (
        ("Ana", "Quilmes"),
        ("Bo", "Zuurbier"),
        ("Cleo", "Varga"),
        ("Dmitri", "Okonkwo"),
        ("Elke", "Thorvald"),
        ("Fay", "Ximenes"),
    )
]


def mention(paper, person, name, others):
    return {
        "paper_id": f"p{paper}",
        "person": person,
        "name": name,
        "coauthors": others,
        "title": f"Kernels of sort {paper}",
        "year": 2000 + paper,
    }


@pytest.fixture
def files(tmp_path):
    """Write each person's paper under the full name and under the short one."""
    rows = [
        mention(2 * n + part, full, (full, short)[part], ["Gil Hrbacek"])
        for n, (full, short) in enumerate(PEOPLE)
        for part in (0, 1)
    ]
    papers = [
        {"id": m["paper_id"], "title": m["title"], "year": m["year"],
         "authors": [m["name"], *m["coauthors"]]}
        for m in rows
    ]  # fmt: skip
    found = {}
    for name, lines in (("mentions", rows), ("papers", papers)):
        found[name] = tmp_path / f"{name}.jsonl"
        found[name].write_text("".join(json.dumps(line) + "\n" for line in lines))
    return found


def test_b_cubed_counts_mentions_not_clusters():
    gold = {("p1", "A"): 1, ("p2", "A"): 1, ("p3", "B"): 2}
    found = {("p1", "A"): 7, ("p2", "A"): 8, ("p3", "B"): 8}
    assert score_people.b_cubed(gold, found) == {
        ("p1", "A"): (1, 0.5),
        ("p2", "A"): (0.5, 0.5),
        ("p3", "B"): (0.5, 1),
    }


def test_people_are_scored_with_less_and_less_evidence(files, capsys):
    score_people.main(files["mentions"], [files["mentions"]], [files["papers"]])
    told = [line.rsplit("F1", 1) for line in capsys.readouterr().out.splitlines()]
    assert [line.split("  ")[0] for line, _ in told] == [
        "all evidence",
        "without co-authors",
        "names alone",
    ]
    scores = [float(score) for _, score in told]
    assert scores[0] == 1
    assert scores == sorted(scores, reverse=True)


def test_what_is_learned_is_a_weight_a_piece(files, tmp_path):
    out = tmp_path / "weights.json"
    train_people.main([files["mentions"]], [files["papers"]], out)
    weights = json.loads(out.read_text())
    assert list(weights) == ["source", *train_people.FEATURES]
    assert weights["co-authors"] + weights["co-authors by initial"] > 0
    assert weights["suffix"] == train_people.BY_HAND["suffix"]
