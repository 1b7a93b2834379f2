import json
import shutil
import subprocess
import sys

import duckdb
import pytest

QUESTIONS = [
    (
        ["neighbours", "Ada Byron"],
        "entity name kind edge weight strength documents salience",
        "punched cards",
    ),
    (
        ["neighbours", "Ada Byron", "--kind", "person"],
        "entity name kind edge weight strength documents salience",
        "Carl Gauss",
    ),
    (
        ["path", "Ada Byron", "least squares"],
        "entity name kind edge documents",
        "least squares",
    ),
    (["who", "least squares"], "entity name score documents", "Carl Gauss"),
    (["search", "looms"], "entity name kind documents salience", "Looms"),
]


@pytest.mark.parametrize(("arguments", "keys", "words"), QUESTIONS)
def test_answers_in_words_and_in_json(run, small_store, arguments, keys, words):
    store = ["--store", str(small_store)]
    shown = run("query", *arguments, *store)
    assert shown.exit_code == 0
    assert words in shown.stdout
    rows = json.loads(run("query", *arguments, *store, "--json").stdout)
    assert words in {row["name"] for row in rows}
    assert all(list(row) == keys.split() for row in rows)


@pytest.mark.parametrize("question", ["search", "who"])
def test_an_empty_answer_is_said_on_standard_error(run, small_store, question):
    words = {"search": "xyzzy", "who": "arXiv:1801.00001"}[question]
    arguments = ["query", question, words, "--store", str(small_store)]
    result = run(*arguments)
    assert result.stdout == ""
    assert result.stderr != ""
    assert run(*arguments, "-q").output == ""
    assert run(*arguments, "--json").output == "[]\n"


def test_what_a_terminal_would_obey_is_not_shown(run, small_store, tmp_path):
    for file in small_store.iterdir():
        shutil.copy(file, tmp_path / file.name)
    with duckdb.connect(str(tmp_path / "kg.duckdb")) as changed:
        title = "Looms \x1b]0;owned\x07"
        changed.execute("UPDATE nodes SET name = ? WHERE id = 'work:looms'", [title])
    result = run("query", "search", "looms", "--store", str(tmp_path))
    assert "owned" in result.stdout
    assert "\x1b" not in result.stdout


@pytest.fixture
def neighbours(run_main, small_store, tmp_path, monkeypatch):
    """Ask for the neighbours of Ada Byron in an empty folder; return the exit status."""
    monkeypatch.chdir(tmp_path)
    arguments = ["query", "neighbours", "Ada Byron", "--store", str(small_store)]
    return lambda *more: run_main(*arguments, *more)


def test_neighbours_are_a_page_too(neighbours, tmp_path, capsys):
    assert neighbours("--html", "near.html", "--limit", "2") == 0
    out, err = capsys.readouterr()
    assert out.startswith(
        "near.html: 3 nodes and 3 links shown, the strongest; hidden: "
    )
    assert err == ""
    assert "Around Ada Byron" in (tmp_path / "near.html").read_text(encoding="utf-8")
    assert neighbours("--html", "all.html", "--quiet") == 0
    assert capsys.readouterr() == ("", "")
    assert "none hidden" in (tmp_path / "all.html").read_text(encoding="utf-8")


def test_a_page_on_standard_output_is_nothing_but_that(neighbours, tmp_path, capsys):
    assert neighbours("--html", "-") == 0
    out, err = capsys.readouterr()
    assert out.startswith("<!DOCTYPE html>")
    assert out.endswith("</html>\n")
    assert err.startswith("-: ")
    assert neighbours("--html", "x.html", "--quiet") == 0
    assert (tmp_path / "x.html").read_text(encoding="utf-8") == out


def test_a_changed_page_is_kept(neighbours, tmp_path):
    (tmp_path / "x.html").write_text("mine")
    assert neighbours("--html", "x.html") == 0
    assert (tmp_path / "x.html.edited").read_text() == "mine"


def test_a_page_of_an_unknown_name_is_not_written(
    run_main, small_store, tmp_path, capsys
):
    page = tmp_path / "x.html"
    arguments = ["Ada Bryon", "--store", str(small_store), "--html", str(page)]
    assert run_main("query", "neighbours", *arguments) == 1
    assert "nearest: Ada Byron" in capsys.readouterr().err
    assert not page.exists()


def test_json_and_a_page_are_not_both_written(neighbours, tmp_path, capsys):
    assert neighbours("--html", "x.html", "--json") == 2
    assert "choose one" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_a_question_loads_no_heavy_library(small_store):
    code = (
        "import sys; from kg.cli.app import main; sys.argv = "
        f"['kg', 'query', 'neighbours', 'Ada Byron', '--store', {str(small_store)!r}]\n"
        "try: main()\n"
        "except SystemExit: print(sorted({'spacy', 'pandas', 'networkx', 'numpy', "
        "'scipy', 'rich', 'jinja2', 'pyvis'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    *answers, loaded = done.stdout.splitlines()
    assert "Carl Gauss" in done.stdout
    assert answers
    assert loaded == "[]"
