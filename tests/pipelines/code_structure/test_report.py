from pipelines.code_structure import report
from pipelines.code_structure.call_paths import Way
from pipelines.code_structure.size import HEAD


def test_a_tree_is_measured_and_followed(tmp_path, monkeypatch, capsys):
    (tmp_path / "kg").mkdir()
    (tmp_path / "kg" / "a.py").write_text("def f():\n    return 1\n")
    (tmp_path / "kg" / "b.py").write_text("from kg.a import f\n")
    (tmp_path / "tests" / "pipelines").mkdir(parents=True)
    (tmp_path / "tests" / "test_a.py").write_text("\n" * 3)
    (tmp_path / "tests" / "pipelines" / "test_b.py").write_text("\n" * 30)
    calls = (("kg.a", "f"), ("kg.b", "g"))
    monkeypatch.setattr(report, "follow", lambda tree, journey: Way(calls))
    report.main([tmp_path])
    lines = capsys.readouterr().out.splitlines()
    assert lines[:2] == [str(tmp_path), HEAD]
    assert lines[2].endswith("| 1.00")
    assert lines[3:6] == ["2 rooms, 1 arrows, 2 floors", "  0 a", "  1 b"]
    assert lines[6] == (
        "the way of a document: 1 moves, 1 arrows, 2 rooms, 2 modules, 2 functions"
    )
