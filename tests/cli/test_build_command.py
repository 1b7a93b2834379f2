from pathlib import Path

import pytest

from kg.cli.build_command import default_folder

RECORD = (
    '{"title": "On looms", "abstract": "Least squares.", "authors": ["Ada Byron"]}\n'
)


@pytest.mark.parametrize(
    ("first", "folder"),
    [
        ("papers.jsonl", "papers"),
        ("pile/papers.jsonl.gz", "papers"),
        ("2101.00001.txt", "2101.00001"),
        ("-", "stdin"),
        ("/", "build"),
        (".hidden.bib", "hidden"),
    ],
)
def test_outputs_are_called_as_the_first_input(first, folder):
    assert default_folder(Path(first)) == Path("outputs") / folder


def test_a_folder_gives_its_whole_name(tmp_path, monkeypatch):
    (tmp_path / "v1.2").mkdir()
    monkeypatch.chdir(tmp_path / "v1.2")
    assert default_folder(Path()) == Path("outputs/v1.2")
    assert default_folder(tmp_path / "v1.2") == Path("outputs/v1.2")


@pytest.fixture
def papers(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "papers.jsonl").write_text(RECORD + "{\n" * 12, encoding="utf-8")
    return tmp_path


def test_the_last_line_says_what_to_do_next(run, papers):
    result = run("build", "papers.jsonl")
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert lines[0].startswith("Read 1 document from 1 file")
    assert "Skipped: 2 more, see report.txt" in lines
    assert lines[-1] == "open outputs/papers/network.html"
    assert (papers / "outputs/papers/network.html").exists()


def test_quiet_says_nothing(run, papers):
    result = run("build", "papers.jsonl", "--out", "here", "--quiet")
    assert (result.exit_code, result.output) == (0, "")
    assert (papers / "here" / "report.txt").exists()


def test_verbose_tells_of_each_stage_and_every_remark(run, papers):
    result = run("build", "papers.jsonl", "-v")
    assert "reading texts: 1\n" in result.stderr
    assert result.stdout.count("Skipped: ") == 12
