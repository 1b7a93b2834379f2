import json

import pytest

EVIDENCE = ["document", "source", "first_line", "title", "edge", "quotes", "sentence"]
MERGES = ["a", "b", "rule", "reason", "score", "verdict"]


@pytest.mark.parametrize(
    ("arguments", "words", "keys"),
    [
        (["Ada Byron"], "talks.txt:1 ", EVIDENCE),
        (["Carl Gauss", "Ada Byron"], "talks.txt:2 ", EVIDENCE),
        (["Carl Gauss", "least squares"], "Least squares by Carl Gauss", EVIDENCE),
        (["Carl Gauss", "--merged"], "same words", MERGES),
        (["Carl Gauss", "Gauss, Carl"], "same words", MERGES),
        (["Carl Gauss", "Ada Byron", "--merged"], "cannot be names", MERGES),
    ],
)
def test_reasons_in_words_and_in_json(run, small_store, arguments, words, keys):
    store = ["--store", str(small_store)]
    shown = run("why", *arguments, *store)
    assert shown.exit_code == 0
    assert words in shown.stdout
    rows = json.loads(run("why", *arguments, *store, "--json").stdout)
    assert rows
    assert all(list(row) == keys for row in rows)


def test_the_words_of_a_field_are_shown_where_the_text_has_none(run, small_store):
    shown = run("why", "Carl Gauss", "work:least-squares", "--store", str(small_store))
    assert "Least squares by Carl Gauss" in shown.stdout
