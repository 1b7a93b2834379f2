import json
import shutil
import subprocess
import sys

import duckdb
import pytest

QUESTIONS = [
    (
        ["neighbours", "Ada Byron"],
        "entity name kind edge weight strength documents",
        "punched cards",
    ),
    (
        ["neighbours", "Ada Byron", "--kind", "person"],
        "entity name kind edge weight strength documents",
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
