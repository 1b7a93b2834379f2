import json
from collections import Counter

from kg.datafiles import table as read_table
from pipelines.terms.count_titles import TitleCounts, count_titles, main, table


def _document(title, text, *terms):
    mentions = [
        {"start": text.find(term), "kind": "concept", "surface": term} for term in terms
    ]
    person = {"start": 0, "kind": "person", "surface": "Ada"}
    return {"title": title, "text": text, "mentions": [*mentions, person]}


def test_terms_and_their_words_are_counted_once_a_document():
    documents = [
        _document("Graph kernels", "Graph kernels\nA graph kernel.", "Graph kernels"),
        _document("On rye", "On rye\nNo graph kernels.", "graph kernels"),
        _document(None, "graph kernels", "graph kernels"),
    ]
    terms, words = count_titles(documents)
    assert terms == TitleCounts({"graph kernel": 2}, {"graph kernel": 1})
    assert words == TitleCounts({"graph": 2, "kernel": 2}, {"graph": 1, "kernel": 1})


def test_a_table_keeps_what_enough_works_use_in_order():
    works = Counter({"b": 9, "a": 8, "c": 1, "x, y": 9})
    counts = TitleCounts(works, Counter({"a": 2}))
    head, *rest = table(counts, least=2, of="Words").splitlines()
    assert head.startswith("# Words")
    assert rest[-3:] == ["words,works,titles", "a,8,2", "b,9,0"]


def test_the_command_writes_what_kg_reads(tmp_path, capsys):
    line = json.dumps(_document("Graph kernels", "Graph kernels\n.", "Graph kernels"))
    documents = tmp_path / "documents.jsonl"
    documents.write_text(f"{line}\n" * 8)
    main([documents], tmp_path)
    made = (tmp_path / "title_counts.csv").read_text()
    assert made.endswith("words,works,titles\ngraph kernel,8,8\n")
    assert "title_word_counts.csv" in capsys.readouterr().err
    assert set(read_table("terms/title_counts")[0]) == {"words", "works", "titles"}
