"""The README tells the truth: its commands run, its tree names what is there."""

import re
import shlex
from pathlib import Path

import pytest
from typer.testing import CliRunner

from kg.cli.app import app
from kg.tagger.storage import PACKAGED
from pipelines.common.gold import read_gold

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = [
    line.removeprefix("$ ")
    for block in re.findall(r"```\n(.*?)```", README, flags=re.DOTALL)
    for line in block.splitlines()
    if line.removeprefix("$ ").startswith("kg ")
]


@pytest.fixture(scope="module")
def demo(tmp_path_factory):
    """A folder in which the README's build was run."""
    folder = tmp_path_factory.mktemp("readme")
    (folder / "examples").symlink_to(ROOT / "examples")
    # What a reader of "Your own field" has: texts, and a tagger trained on them.
    (folder / "papers").symlink_to(ROOT / "examples" / "abstracts")
    (folder / "my-model").symlink_to(PACKAGED)
    return folder


def test_the_first_command_builds():
    assert COMMANDS[0].startswith("kg build examples")
    assert len(COMMANDS) >= 6


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_runs(demo, monkeypatch, command):
    monkeypatch.chdir(demo)
    result = CliRunner().invoke(app, shlex.split(command, comments=True)[1:])
    assert result.exit_code == 0, result.output
    assert result.stdout


def test_the_tree_names_every_room():
    tree = README.split("## The tree")[1].split("```")[1]
    named = {line.split()[0].rstrip("/") for line in tree.splitlines() if line.strip()}
    top = {p.name for p in (ROOT / "kg").iterdir() if not p.name.startswith("_")}
    assert top <= named
    for path in (ROOT / "pipelines").glob("[a-z]*.py"):
        assert path.name in named
    folders = [ROOT, *(ROOT / name for name in ("kg", "pipelines"))]
    for name in named:
        assert any((folder / name).exists() for folder in folders), name


def test_the_python_example_runs(demo, monkeypatch):
    monkeypatch.chdir(demo)
    (block,) = re.findall(r"```python\n(.*?)```", README, flags=re.DOTALL)
    names = {}
    exec(block, names)
    assert len(names["people"]) > 100


def test_the_annotated_example_is_right(tmp_path):
    (line,) = re.findall(r'^\{"text".*$', README, flags=re.MULTILINE)
    (tmp_path / "mine.jsonl").write_text(line, encoding="utf-8")
    (document,) = read_gold([tmp_path / "mine.jsonl"])
    words = [document["text"][m["start"] : m["end"]] for m in document["mentions"]]
    assert words == ["rye sourdough", "slow proofing"]
