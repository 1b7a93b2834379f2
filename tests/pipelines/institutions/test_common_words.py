import pytest
import typer
from typer.testing import CliRunner

from kg.datafiles import mapping
from kg.errors import KGError
from kg.institutions.ror import registry_arrays as arrays_of
from kg.institutions.ror.registry_arrays import registry_arrays
from kg.institutions.ror.registry_record import Organisation
from pipelines.institutions import common_words
from pipelines.institutions.common_words import count_common_words, format_counts

RYE = [Organisation(str(n), f"Rye {kind}") for n, kind in enumerate(["Mill", "Oven"])]


@pytest.fixture
def small(monkeypatch):
    for module in (common_words, arrays_of):
        monkeypatch.setattr(module, "TYPICAL_SIZE", len(RYE))


@pytest.mark.usefixtures("small")
def test_common_words_by_their_organisations():
    assert count_common_words(registry_arrays(RYE), least=2) == {"rye": 2}


def test_a_small_registry_has_no_counts_of_its_own():
    with pytest.raises(KGError, match="has 2 organisations, but"):
        count_common_words(registry_arrays(RYE))


def test_the_table_has_its_source():
    lines = format_counts({"rye": 30}).splitlines()
    assert any(line.startswith("# Source: ") for line in lines)
    assert lines[-2:] == ["word,organisations", "rye,30"]


def test_the_shipped_counts_are_those_of_common_words():
    counts = {w: int(n) for w, n in mapping("institutions/common_name_words").items()}
    assert max(counts, key=counts.__getitem__) == "university"
    assert min(counts.values()) >= 25


def test_the_command_writes_the_table(tmp_path, monkeypatch):
    for module in (common_words, arrays_of):
        monkeypatch.setattr(module, "TYPICAL_SIZE", 50)
    monkeypatch.setattr(common_words, "_TABLE", tmp_path / "words.csv")
    rows = (
        f'{{"id": "https://ror.org/0aaaaaa{n:02}", "name": "Rye {kind}"}}\n'
        for n, kind in enumerate(["Mill", "Oven"] * 25)
    )
    (tmp_path / "ror.jsonl").write_text("".join(rows), encoding="utf-8")
    app = typer.Typer()
    app.command()(common_words.main)
    done = CliRunner().invoke(app, [str(tmp_path / "ror.jsonl")])
    assert done.output.startswith("3 words written to")
    written = (tmp_path / "words.csv").read_text(encoding="utf-8")
    assert written.endswith("mill,25\noven,25\nrye,50\n")
