from pathlib import Path

from pipelines.accounting.sweep import cases, main

CORPUS = Path(__file__).parents[2] / "corpus"


def test_cases_are_the_seed_s():
    files = sorted(CORPUS.iterdir())
    once, again = (list(cases(files, joins=3, mutations=2, seed=5)) for _ in range(2))
    assert once == again
    assert {"as they are", "joined", "bibtex", "seminar"} <= {
        family for family, *_ in once
    }


def test_nothing_of_the_corpus_goes_unsaid(capsys):
    main([CORPUS], joins=20, mutations=5)
    lines = capsys.readouterr().out.splitlines()
    rows = [
        line.split(" ")
        for line in lines[1:]
        if line.endswith((".txt", ".bib", ".jsonl"))
    ]
    unsaid = [row for row in rows if row[0] in ("joined", "seminar") and row[6] != "0"]
    assert len(rows) >= 4
    assert unsaid == []
