import json

from pipelines.institutions import registry_size
from pipelines.institutions.registry_size import enlarged, measure

ROWS = [
    {
        "id": "a",
        "name": "University of Rye",
        "city": "Rye",
        "country": "France",
        "relationships": [{"type": "parent", "id": "b"}],
    },
    {"id": "b", "name": "Oats"},
]


def test_copies_have_other_names_and_point_to_each_other():
    found = list(enlarged(ROWS, 5))
    assert found[:2] == ROWS
    assert [each["id"] for each in found] == ["a", "b", "a-1", "b-1", "a-2"]
    assert len({each["name"] for each in found}) == 5
    assert found[2]["relationships"] == [{"type": "parent", "id": "b-1"}]


def test_what_is_measured(tmp_path):
    path = tmp_path / "ror.jsonl"
    path.write_text("\n".join(map(json.dumps, ROWS)), "utf-8")
    cost = measure(path, tmp_path / "kept")
    assert cost.megabytes > 1
    assert (tmp_path / "kept").exists()


def test_the_whole_way(tmp_path, monkeypatch, capsys):
    path = tmp_path / "ror.jsonl"
    path.write_text("\n".join(map(json.dumps, ROWS)), "utf-8")
    monkeypatch.setattr(registry_size, "ProcessPoolExecutor", InThisProcess)
    registry_size.main(path, organisations=7)
    printed = capsys.readouterr().out
    assert printed.startswith("7 organisations")
    assert printed.count("kept") == 3


class InThisProcess:
    def __init__(self, **_):
        pass

    def __enter__(self):
        return self

    def __exit__(self, *_):
        pass

    def submit(self, call, *arguments):
        self.result = lambda: call(*arguments)
        return self
