import json

import pytest

from kg.resolution.people.name_comparison_form import name_form
from kg.text.names.name_parts import parse_name
from pipelines.people import name_counts
from pipelines.people.name_counts import families, given, main, table


def _people(*names):
    return [name_form(parse_name(name)) for name in names]


def test_names_are_counted_by_people_and_initials_left_out():
    people = _people("Ana Lima", "Ana Maria Lima", "A. Costa")
    assert families(people) == {"lima": 2, "costa": 1}
    assert given(people)["ana"] == 2
    assert "a" not in given(people)


def test_a_table_counts_among_100_000_and_leaves_rare_names_out():
    lines = table({"li": 30, "wu": 30, "rare": 5}, 60, of="Names").splitlines()
    head = [line for line in lines if line.startswith("#")]
    assert head[0].startswith("# Names: how many")
    assert head[1].startswith("# Source: ")
    assert lines[len(head) :] == ["name,count", "li,50000", "wu,50000"]


@pytest.fixture
def records(tmp_path, monkeypatch):
    monkeypatch.setattr(name_counts, "_LEAST", 1)
    path = tmp_path / "records.jsonl"
    rows = [{"authors": ["Ana Lima", "Bo Li"]}, {"authors": ["Ana Lima", None]}, {}]
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    return path


def test_a_productive_author_is_no_more_people(records, tmp_path, capsys):
    main([records], tmp_path)
    family = (tmp_path / "family_names.csv").read_text(encoding="utf-8")
    assert family.splitlines()[-2:] == ["li,50000", "lima,50000"]
    assert (tmp_path / "given_names_common.csv").exists()
    assert (tmp_path / "given_names_other.csv").exists()
    assert "2 names counted" in capsys.readouterr().err
