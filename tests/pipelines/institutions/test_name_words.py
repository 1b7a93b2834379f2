import csv

import pytest
import typer
from typer.testing import CliRunner

from kg.datafiles import mapping
from kg.institutions.ror.registry_record import Organisation
from pipelines.institutions import name_words
from pipelines.institutions.name_words import (
    count_words,
    find_beginnings,
    format_words,
)


def test_an_organisation_counts_once_for_each_word():
    organisations = [
        Organisation("1", "Fjörd Institute", aliases=("Institute of Fjords",)),
        Organisation("2", "大学 Institute", labels=("Fog",)),
    ]
    assert count_words(organisations) == {"fjord": 1, "fjords": 1, "institute": 2}


@pytest.mark.parametrize(
    ("counts", "beginnings"),
    [
        ({"infrastructure": 9}, {"infrastructure": "infra"}),
        # neither has most of "fjordl"
        (
            {"fjordland": 5, "fjordline": 5},
            {"fjordland": "fjordla", "fjordline": "fjordli"},
        ),
        # too rare to complete another, and no beginning of one that is not
        ({"telecomunicazioni": 2}, {}),
        # a word is not another one cut, however rare
        ({"fjords": 9, "fjord": 1}, {"fjord": "fjord", "fjords": "fjord"}),
    ],
)
def test_the_shortest_beginning_that_tells_a_word(counts, beginnings):
    assert find_beginnings(counts) == beginnings


def test_the_table_has_its_source_and_is_read_back():
    lines = format_words({"fjords": "fjord"}).splitlines()
    assert any(line.startswith("# Source: ") for line in lines)
    rows = [line for line in lines if not line.startswith("#")]
    assert list(csv.reader(rows)) == [["word", "beginning"], ["fjords", "fjord"]]


def test_the_shipped_words_begin_as_they_say():
    shipped = mapping("institutions/name_words")
    assert len(shipped) > 5_000
    assert all(word.startswith(own) and len(own) >= 5 for word, own in shipped.items())


def test_the_command_writes_the_table(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(name_words, "_TABLE", tmp_path / "words.csv")
    lines = "".join(
        f'{{"id": "https://ror.org/0aaaaaa1{n}", "name": "Fjord Institute"}}\n'
        for n in range(3)
    )
    (tmp_path / "ror.jsonl").write_text(lines, encoding="utf-8")
    app = typer.Typer()
    app.command()(name_words.main)
    done = CliRunner().invoke(app, ["ror.jsonl"], catch_exceptions=False)
    assert done.exit_code == 0
    assert "institute,insti" in (tmp_path / "words.csv").read_text(encoding="utf-8")
