"""The documents tell the truth: commands run and print what is shown, links lead on."""

import re
import shlex
from pathlib import Path

import pytest
from typer.testing import CliRunner

from kg.build import build_graph
from kg.cli.app import app
from kg.tagger.storage import PACKAGED
from pipelines.common.gold import read_gold

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
GUIDE = (ROOT / "docs" / "user-guide.md").read_text(encoding="utf-8")
TRAINING = (ROOT / "docs" / "training.md").read_text(encoding="utf-8")
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").glob("*.md")]

# "$ command", and what it prints, up to the next command or the end of the block.
_SHOWN = re.compile(r"^\$ (kg .*)\n((?:(?!\$ |```).*\n)*)", re.MULTILINE)
SHOWN = _SHOWN.findall(README)
COMMANDS = [
    line
    for page in (GUIDE, TRAINING)
    for block in re.findall(r"```\n(.*?)```", page, flags=re.DOTALL)
    for line in block.splitlines()
    if line.startswith("kg ")
]


@pytest.fixture(scope="module")
def demo(tmp_path_factory):
    """A folder with the examples and a build of them, as whoever follows a guide has.

    Built here, for tests run in any order, and in several processes.
    """
    folder = tmp_path_factory.mktemp("docs")
    (folder / "examples").symlink_to(ROOT / "examples")
    for out in ("demo", "examples"):
        build_graph(folder / "examples", folder / "outputs" / out)
    (folder / "papers").symlink_to(ROOT / "examples" / "abstracts")
    (folder / "my-model").symlink_to(PACKAGED)
    return folder


def _run(command):
    result = CliRunner().invoke(app, shlex.split(command, comments=True)[1:])
    assert result.exit_code == 0, result.output
    return result.stdout


def test_the_readme_builds_first_and_asks_three_questions():
    commands = [command for command, _ in SHOWN]
    assert commands[0].startswith("kg build examples")
    assert len(commands) == 4


def test_the_readme_fits_on_a_few_screens():
    assert len(README.splitlines()) <= 110


@pytest.mark.parametrize(("command", "shown"), SHOWN, ids=lambda each: each[:30])
def test_the_readme_shows_what_a_command_prints(demo, monkeypatch, command, shown):
    monkeypatch.chdir(demo)
    printed = [line.rstrip() for line in _run(command).splitlines()]
    assert printed == [line.rstrip() for line in shown.splitlines()]


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_of_the_guides_runs(demo, monkeypatch, command):
    monkeypatch.chdir(demo)
    assert _run(command)


def test_the_python_example_runs(demo, monkeypatch, capsys):
    monkeypatch.chdir(demo)
    (block,) = re.findall(r"```python\n(.*?)```", README, flags=re.DOTALL)
    names = {}
    exec(block, names)
    assert len(names["people"]) > 100
    assert set(names["table"]["kind"]) == {"person"}
    assert "LeCun" in capsys.readouterr().out


def test_the_annotated_example_is_right(tmp_path):
    (line,) = re.findall(r'^\{"text".*$', TRAINING, flags=re.MULTILINE)
    (tmp_path / "mine.jsonl").write_text(line, encoding="utf-8")
    (document,) = read_gold([tmp_path / "mine.jsonl"])
    words = [document["text"][m["start"] : m["end"]] for m in document["mentions"]]
    assert words == ["rye sourdough", "slow proofing"]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_to_files(page):
    links = re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_modules_and_files_that_are_named_exist(page):
    text = page.read_text(encoding="utf-8")
    modules = re.findall(r"\bpipelines\.[a-z_.]+[a-z]", text)
    paths = [ROOT / f"{name.replace('.', '/')}.py" for name in modules]
    paths += [ROOT / name for name in re.findall(r"`(kg/[\w/]+\.(?:py|md))`", text)]
    folders = {path for path in paths if path.with_suffix("").is_dir()}
    assert [str(p) for p in paths if p not in folders and not p.exists()] == []


def test_every_data_file_stands_in_the_readme_of_the_data():
    data = ROOT / "kg" / "data"
    text = (data / "README.md").read_text(encoding="utf-8")
    files = (path for path in data.glob("*/*") if path.is_file())
    assert [
        p.name for p in files if f"`{p.relative_to(data).as_posix()}`" not in text
    ] == []
