import json

import pytest

from kg.errors import KGError
from kg.institutions.ror.index import index_registry
from kg.institutions.ror.registry_record import Organisation
from pipelines.institutions import boosting
from pipelines.institutions import score as score_institutions
from pipelines.institutions import train as train_institutions
from pipelines.institutions.train import (
    Affiliation,
    judge,
    judge_absent,
    learn,
    of_table,
    read_affiliations,
)

TOWNS = ["Alford", "Bexhill", "Crewe", "Exmoor", "Falmouth", "Girton", "Hythe", "Rye"]
ORGANISATIONS = [Organisation(town, f"University of {town}") for town in TOWNS]
ORGANISATIONS.append(Organisation("wrong", "Department of Physics"))
GOLD = [
    Affiliation(f"Department of Physics, Univ. of {town}", frozenset([town]))
    for town in TOWNS
]


@pytest.fixture(scope="module")
def index():
    return index_registry(ORGANISATIONS)


def written(path, rows):
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def test_affiliations_are_read(tmp_path):
    path = written(
        tmp_path / "gold.jsonl",
        [{"affiliation": "Rye", "ror_ids": ["a", "b"], "split": "train"}],
    )
    assert read_affiliations(path) == [Affiliation("Rye", frozenset(["a", "b"]))]


@pytest.mark.parametrize(
    "line",
    [
        "{",
        "[]",
        '{"affiliation": "Rye"}',
        '{"affiliation": "Rye", "ror_ids": 5}',
        '{"affiliation": 5, "ror_ids": []}',
    ],
)
def test_a_line_that_is_none_is_told(tmp_path, line):
    path = tmp_path / "gold.jsonl"
    path.write_text(f'{{"affiliation": "Rye", "ror_ids": []}}\n{line}\n', "utf-8")
    with pytest.raises(KGError, match=r"gold\.jsonl:2: expected"):
        read_affiliations(path)


def test_a_file_that_is_not_there(tmp_path):
    with pytest.raises(KGError, match="cannot be read"):
        read_affiliations(tmp_path / "none")


def test_candidates_are_judged(index):
    (judged,) = judge([Affiliation("University of Rye", frozenset(["Rye"]))], index)
    right = [
        e for e, is_right in zip(judged.evidence, judged.right, strict=True) if is_right
    ]
    assert [TOWNS[each.organisation] for each in right] == ["Rye"]


def test_candidates_as_if_the_right_one_were_lacking(index):
    gold = Affiliation("University of Rye; Univ. of Hythe", frozenset(["Rye"]))
    other = Affiliation("University of Rye", frozenset(["elsewhere"]))
    judged, nothing = judge_absent([gold, other], index)
    assert TOWNS.index("Rye") not in {each.organisation for each in judged.evidence}
    assert judged.evidence
    assert not any(judged.right)
    assert judged.weight < 1.0
    assert nothing.evidence == []


def test_trees_learn_what_is_right(index, monkeypatch):
    monkeypatch.setattr(boosting, "TREES", 8)
    monkeypatch.setattr(boosting, "CAUTION", 0.1)
    judged = judge(GOLD, index)
    trees = learn(judged)
    for each in judged:
        found = score_institutions.answer(each, trees, inside=True)
        assert found.right
        assert found.score > 0.5


def test_nothing_to_learn_is_told(index):
    with pytest.raises(KGError, match="nothing to learn"):
        learn(judge([Affiliation("University of Rye", frozenset(["Rye"]))], index))


def test_acronyms_of_the_table_teach():
    name = "Massachusetts Institute of Technology"
    index = index_registry([Organisation("mit", name, country="United States")])
    texts = {each.text for each in of_table(index)}
    assert any("MIT" in text for text in texts)
    assert all(each.ids == {"mit"} for each in of_table(index))


def test_the_whole_way(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(boosting, "TREES", 2)
    gold = [{"affiliation": a.text, "ror_ids": sorted(a.ids)} for a in GOLD]
    rows = [{"id": o.id, "name": o.name} for o in ORGANISATIONS]
    gold_path = written(tmp_path / "gold.jsonl", gold)
    ror = written(tmp_path / "ror.jsonl", rows)
    out = tmp_path / "trees.json"
    train_institutions.main(gold_path, ror, out)
    assert json.loads(out.read_text("utf-8"))["names"]
    for shipped in (False, True):
        score_institutions.main(gold_path, ror, errors=True, shipped=shipped)
        assert "affiliations a second" in capsys.readouterr().out
