import json

import pytest

from kg.records import Document, Extraction, Mention, Section
from pipelines.evaluate import documents_of, judgement, main

TEXT = "We train networks by gradient descent."
PROSE = (
    "The error on held-out data falls with the number of steps that are taken. We show"
    " that it falls faster where the steps are small, and explain why this must be so."
)
METHOD = {"start": 21, "end": 37, "kind": "method", "surface": "gradient descent"}
GOLD = [{"id": "d1", "text": TEXT, "mentions": [METHOD]}]


def _extraction(end):
    document = Document("d1", "gold", TEXT, (Section(0, len(TEXT), "body"),))
    surface = TEXT[21:end]
    mention = Mention(21, end, "method", surface, surface, score=0.9)
    return Extraction(document, (mention,))


def test_of_gold_without_pages_the_texts_are_read(tmp_path):
    (document,) = documents_of(GOLD, [tmp_path / "not looked at"])
    assert (document.id, document.text) == ("d1", TEXT)


def test_of_gold_with_lines_the_inputs_are_read(tmp_path):
    page = tmp_path / "talks.txt"
    page.write_text(f"{TEXT} {PROSE}\n", encoding="utf-8")
    gold = [{**GOLD[0], "source": "talks.txt", "first_line": 0, "last_line": 0}]
    assert [d.source for d in documents_of(gold, [page])] == ["talks.txt"]


@pytest.mark.parametrize(("end", "expected"), [(37, 100.0), (29, 0.0)])
def test_a_span_counts_where_both_its_ends_are_right(end, expected):
    figures = json.loads(judgement(GOLD, [_extraction(end)], as_json=True))
    assert figures["span:method"] == [expected, expected, expected, 1, 1]
    assert figures["calibration error"] == [pytest.approx(abs(0.9 - expected / 100))]


def test_mistakes_are_listed_where_they_are_asked_for():
    lines = judgement(GOLD, [_extraction(29)], mistakes=3).splitlines()
    assert any("missed (1)" in line for line in lines)
    assert any("'gradient descent'" in line for line in lines)


def test_the_command_reads_with_the_shipped_model(tmp_path, capsys):
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps(GOLD[0]) + "\n", encoding="utf-8")
    main(path, jobs=1, as_json=True)
    assert "span:method" in json.loads(capsys.readouterr().out)
