"""A tagger for a field of one's own: annotate, train, build, as the README says."""

import json

import pytest
from typer.testing import CliRunner

from kg.cli.app import app
from pipelines.tagger import train

BREADS = ["rye sourdough", "barley miso", "plum vinegar", "oat kefir", "white kraut"]
STEPS = ["slow proofing", "dry salting", "cold smoking", "lamination", "steam baking"]


def _annotated(number):
    """Return a document of a field that kg's own tagger has not seen."""
    text, mentions = "", []
    for before, words, kind, behind in (
        ("We make ", BREADS[number % 5], "concept", " at home. "),
        ("It is done by ", STEPS[(number + number // 5) % 5], "method", " over night."),
    ):
        start = len(text) + len(before)
        mentions.append({"start": start, "end": start + len(words), "kind": kind})
        text += before + words + behind
    return {"text": text, "mentions": mentions}


@pytest.fixture(scope="module")
def model(tmp_path_factory):
    """A folder with what ten annotated documents teach."""
    folder = tmp_path_factory.mktemp("own")
    lines = [json.dumps(_annotated(number)) for number in range(10)]
    (folder / "mine.jsonl").write_text("\n".join(lines))
    arguments = [str(folder / "mine.jsonl"), "--out", str(folder / "my-model")]
    result = CliRunner().invoke(train.app, [*arguments, "--epochs", "60"])
    assert result.exit_code == 0, result.output
    return folder / "my-model"


def test_a_build_reads_with_it(model, tmp_path):
    texts = [
        "We make barley miso at home. It is done by steam baking over night.",
        "We make goat cheese at home. It is done by cold smoking over night.",
    ]
    records = [json.dumps({"abstract": text}) for text in texts]
    (tmp_path / "in.jsonl").write_text("\n".join(records))
    options = ["--out", str(tmp_path / "out"), "--model", str(model)]
    result = CliRunner().invoke(app, ["build", str(tmp_path / "in.jsonl"), *options])
    assert result.exit_code == 0, result.output
    lines = (tmp_path / "out" / "documents.jsonl").read_text("utf-8").splitlines()
    found = [
        {(m["surface"], m["kind"]) for m in json.loads(line)["mentions"]}
        for line in lines
    ]
    assert found[0] == {("barley miso", "concept"), ("steam baking", "method")}
    assert ("cold smoking", "method") in found[1]
