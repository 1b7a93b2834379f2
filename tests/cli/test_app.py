import json
import os
import shutil
import subprocess
import sys

import duckdb
import pytest
from typer.testing import CliRunner

from kg.cli.app import app, main

runner = CliRunner()


def _run(*arguments):
    return runner.invoke(app, list(arguments))


def test_no_arguments_show_help():
    result = _run()
    assert "build" in result.output
    assert "query" in result.output


def test_help_loads_no_heavy_library():
    code = (
        "import sys, kg.cli.app; from typer.testing import CliRunner; "
        "CliRunner().invoke(kg.cli.app.app, ['--help']); "
        "print({'spacy', 'pandas', 'duckdb', 'networkx', 'numpy'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.stdout.strip() == "set()"


@pytest.mark.parametrize(
    ("arguments", "keys"),
    [
        (
            ["query", "neighbours", "Ada Byron"],
            ["entity", "name", "kind", "edge", "weight", "strength", "documents"],
        ),
        (
            ["query", "path", "Ada Byron", "least squares"],
            ["entity", "name", "kind", "edge", "documents"],
        ),
        (["query", "who", "least squares"], ["entity", "name", "score", "documents"]),
        (["query", "search", "cards"], ["entity", "name", "kind", "documents"]),
        (
            ["why", "Ada Byron", "Carl Gauss"],
            ["document", "source", "first_line", "title", "edge", "quotes", "sentence"],
        ),
        (
            ["why", "Carl Gauss", "--merged"],
            ["a", "b", "rule", "reason", "score", "verdict"],
        ),
    ],
)
def test_json_is_one_value_with_the_columns_promised(small_store, arguments, keys):
    result = _run(*arguments, "--store", str(small_store), "--json")
    assert result.exit_code == 0
    rows = json.loads(result.stdout)
    assert rows
    assert all(list(row) == keys for row in rows)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["query", "neighbours", "Ada Byron"], "punched cards"),
        (["query", "neighbours", "Ada Byron", "--kind", "person"], "Carl Gauss"),
        (["query", "path", "Ada Byron", "least squares"], "least squares"),
        (["query", "who", "least squares"], "Carl Gauss"),
        (["query", "search", "looms"], "Looms"),
        (["why", "Ada Byron"], "talks.txt:1 "),
        (["why", "Carl Gauss", "--merged"], "same words"),
        (["why", "Carl Gauss", "Gauss, Carl"], "same words"),
        (["why", "Carl Gauss", "Ada Byron", "--merged"], "cannot be names"),
        (["why", "Carl Gauss", "Ada Byron"], "talks.txt:2 "),
        (["review"], "kind,a,b,verdict,note"),
    ],
)
def test_answers_in_words(small_store, arguments, words):
    result = _run(*arguments, "--store", str(small_store))
    assert result.exit_code == 0
    assert words in result.stdout


def test_an_empty_answer_is_said_on_standard_error(small_store):
    result = _run("query", "search", "xyzzy", "--store", str(small_store))
    assert result.stdout == ""
    assert "nothing found" in result.stderr


@pytest.mark.parametrize(
    ("form", "name"), [("graphml", "x.graphml"), ("gexf", "x.gexf"), ("html", "x.html")]
)
def test_a_network_is_exported(small_store, tmp_path, form, name):
    output = tmp_path / name
    result = _run(
        "export", "--format", form, "--store", str(small_store), "--output", str(output)
    )
    assert result.exit_code == 0
    assert "Ada Byron" in output.read_text(encoding="utf-8")


def test_tables_are_exported_into_a_folder(small_store, tmp_path):
    arguments = ["--network", "coauthor", "--store", str(small_store)]
    result = _run("export", "--format", "csv", *arguments, "--output", str(tmp_path))
    assert result.exit_code == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "edges.csv",
        "nodes.csv",
    ]


@pytest.mark.parametrize(
    "arguments",
    [
        ["query", "neighbours"],
        ["build"],
        ["query", "who", "x", "--limit", "0"],
        ["build", "x", "--out", "y", "--min-score", "1.1"],
        ["extract"],
        ["extract", "x", "--limit", "0"],
        ["fly"],
    ],
)
def test_wrong_usage_is_status_2(arguments):
    assert _run(*arguments).exit_code == 2


def _main(monkeypatch, *arguments):
    monkeypatch.setattr(sys, "argv", ["kg", *arguments])
    with pytest.raises(SystemExit) as stopped:
        main()
    return stopped.value.code


def test_an_unknown_name_answers_with_the_nearest(small_store, monkeypatch, capsys):
    status = _main(monkeypatch, "why", "Ada Biron", "--store", str(small_store))
    assert status == 1
    assert "Ada Byron" in capsys.readouterr().err


def test_an_unknown_format_names_the_known_ones(small_store, monkeypatch, capsys):
    store = ["--store", str(small_store)]
    assert _main(monkeypatch, "export", "--format", "pdf", *store) == 1
    assert "graphml" in capsys.readouterr().err


def test_no_store_is_an_error_that_says_what_to_do(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert _main(monkeypatch, "query", "who", "x") == 1
    assert "--store" in capsys.readouterr().err


def test_the_newest_build_is_the_default(small_store, tmp_path, monkeypatch):
    for age, name in enumerate(("old", "new")):
        folder = tmp_path / "outputs" / name
        folder.mkdir(parents=True)
        if name == "new":
            (folder / "kg.duckdb").symlink_to(small_store / "kg.duckdb")
        else:
            (folder / "kg.duckdb").write_bytes(b"no store")
            os.utime(folder / "kg.duckdb", (age, age))
    monkeypatch.chdir(tmp_path)
    result = _run("query", "who", "least squares", "--json")
    assert json.loads(result.stdout)[0]["name"] == "Carl Gauss"


def test_what_a_terminal_would_obey_is_not_shown(small_store, tmp_path):
    for file in small_store.iterdir():
        shutil.copy(file, tmp_path / file.name)
    with duckdb.connect(str(tmp_path / "kg.duckdb")) as changed:
        title = "Looms \x1b]0;owned\x07"
        changed.execute("UPDATE nodes SET name = ? WHERE id = 'work:looms'", [title])
    result = _run("query", "search", "looms", "--store", str(tmp_path))
    assert "owned" in result.stdout
    assert "\x1b" not in result.stdout


def test_the_evidence_is_shown_in_words(small_store):
    result = _run("why", "Carl Gauss", "least squares", "--store", str(small_store))
    assert "Least squares by Carl Gauss" in result.stdout


ABSTRACT = (
    "We train deep neural networks by gradient descent. Small steps find minima that "
    "are flat, and large steps find none at all, as long as the width is moderate. A "
    "proof for two layers and experiments on digits agree."
)


@pytest.fixture
def talks(tmp_path):
    """Three talks a file each, and a file that is none."""
    for number in range(3):
        (tmp_path / f"{number}.txt").write_text(f"Talk {number}\n\n{ABSTRACT}\n")
    (tmp_path / "broken.jsonl").write_text('{"title": "x"}\n{"title": \n')
    return tmp_path


def test_extract_shows_documents_with_what_was_found(talks):
    result = _run("extract", str(talks), "--limit", "2")
    assert result.exit_code == 0
    places = [line for line in result.stdout.splitlines() if ".txt:" in line]
    assert places == ["0.txt:3", "1.txt:3"]
    assert "[gradient descent|method " in result.stdout
    assert "broken.jsonl:2: " in result.stderr


def test_extract_leaves_out_what_is_uncertain(talks):
    everything = _run("extract", str(talks)).stdout
    nothing = _run("extract", str(talks), "--min-score", "1").stdout
    assert "[gradient descent|method" in everything
    assert "|method" not in nothing
    assert "networks by gradient descent." in nothing


def test_extract_writes_a_page(talks, tmp_path):
    page = tmp_path / "page.html"
    result = _run("extract", str(talks), "--html", str(page))
    assert result.stdout == f"{page}: 4 marked\n"
    assert page.read_text(encoding="utf-8").count("<article>") == 4
    assert "gradient descent<small>method " in page.read_text(encoding="utf-8")


def test_a_model_that_is_none_is_an_error(talks, monkeypatch, capsys):
    assert _main(monkeypatch, "extract", str(talks), "--model", str(talks)) == 1
    assert "no trained tagger" in capsys.readouterr().err
