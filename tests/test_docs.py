"""The documents tell the truth: commands run and print what is shown, links lead on."""

import json
import pkgutil
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from importlib import import_module
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from kg.build import build_graph
from kg.cli.app import app
from kg.exports import FORMATS as EXPORTED
from kg.exports.schema import NODE_TYPES
from kg.files.output_names import STORE_FILE
from kg.network_kinds import NETWORKS
from kg.resolution.decisions_file import parse_decisions
from kg.store.relations import derived_kinds
from kg.tagger.storage import PACKAGED
from pipelines.code_structure.modules import read_modules
from pipelines.code_structure.rooms import arrows_between, floors
from pipelines.common.gold import read_gold
from tests.test_layers import LAYERS

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
GUIDE = (ROOT / "docs" / "user-guide.md").read_text(encoding="utf-8")
TRAINING = (ROOT / "docs" / "training.md").read_text(encoding="utf-8")
FORMATS = (ROOT / "docs" / "formats.md").read_text(encoding="utf-8")
ARCHITECTURE = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
PAGES = [
    *(ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")),
    *sorted((ROOT / "docs").glob("*.md")),
    ROOT / "kg" / "data" / "README.md",
    PACKAGED / "MODEL_CARD.md",
]

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

# Paths of this tree, where a word in capitals stands for any name; names of its modules.
_PATH = re.compile(r"(?<![\w/.-])(?:kg|pipelines|tests|docs|examples)/[\w./*-]*[\w/*]")
_DOTTED = re.compile(r"(?<![\w/.-])(?:kg|pipelines)(?:\.[A-Za-z_]\w*)+")
_BLOCK = re.compile(r"^ *```\w*\n(.*?)^ *```", re.MULTILINE | re.DOTALL)
ASKED = {  # what stands for the words in capitals
    "A": "SGD",
    "B": "'Léon Bottou'",
    "NAME": "'Marco Cuturi'",
    "CONCEPT": "'optimal transport'",
    "WORDS": "diffusion",
}
_ANSWER = re.compile(r"^\| `(kg [^`]+)` \| `\[\{(.*)\}\]`", re.MULTILINE)


@pytest.fixture(scope="module")
def demo(tmp_path_factory):
    """A folder with the examples and a build of them, as whoever follows a guide has.

    Built here, for tests run in any order, and in several processes.
    """
    folder = tmp_path_factory.mktemp("docs")
    (folder / "examples").symlink_to(ROOT / "examples")
    outputs = folder / "outputs"
    build_graph(folder / "examples", outputs / "examples")
    shutil.copytree(outputs / "examples", outputs / "demo")
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


def test_the_python_example_runs_as_a_script(demo):
    (block,) = re.findall(r"```python\n(.*?)```", README, flags=re.DOTALL)
    # In a process of its own, and with so many edges that it has others work for it.
    script = demo / "script.py"
    script.write_text(
        f"{block}\nassert len(people) > 100\nassert set(table['kind']) == {{'person'}}\n"
        "assert store.location.joinpath('report.json').exists()\n"
    )
    done = subprocess.run(
        [sys.executable, str(script)], cwd=demo, capture_output=True, text=True
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "LeCun" in done.stdout
    report = json.loads((demo / "outputs" / "demo" / "report.json").read_text("utf-8"))
    assert sum(report["edges"].values()) > 20_000


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
def test_paths_that_are_named_exist(page):
    named = _PATH.findall(page.read_text(encoding="utf-8"))
    assert [path for path in named if not _is_there(path)] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_modules_and_functions_that_are_named_exist(page):
    named = _DOTTED.findall(page.read_text(encoding="utf-8"))
    for name in sorted(set(named) - {STORE_FILE}):
        assert pkgutil.resolve_name(name)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_commands_that_are_named_exist_with_their_options(page):
    calls = [call for code in _code(page) for call in _calls(code)]
    assert [(call, why) for call in calls for why in _unknown_words(call)] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_options_that_are_named_alone_are_some_commands(page):
    known = _all_options(typer.main.get_command(app))
    options = (re.match("--?[a-z][a-z-]*", code) for code in _code(page))
    assert {option[0] for option in options if option} - known == set()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_targets_and_extras_that_are_named_exist(page):
    made = (ROOT / "Makefile").read_text(encoding="utf-8")
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    code = "\n".join(_code(page))
    for target in re.findall(r"^make (\w+)", code, flags=re.MULTILINE):
        assert re.search(rf"^{target}:", made, flags=re.MULTILINE), target
    extras = set(re.findall(r"\.\[(\w+)\]", code))
    assert extras <= project["project"]["optional-dependencies"].keys()


def test_the_architecture_has_the_rooms_in_their_order():
    rooms = re.findall(r"^\| `(\w+)(?:/|\.py)` \|", ARCHITECTURE, flags=re.MULTILINE)
    assert rooms == [room for room in LAYERS if not room.startswith("__")]


def test_the_architecture_counts_as_its_command_does():
    arrows = arrows_between(read_modules(ROOT / "kg"))
    counted = {
        "rooms": len(arrows),
        "imports between rooms": sum(map(len, arrows.values())),
        "floors": max(floors(arrows).values()) + 1,
    }
    # "| floors | 9 | 8 |": the last column is this tree.
    said = {
        name: int(re.search(rf"^\| {name} \|.* (\d+) \|$", ARCHITECTURE, re.M)[1])
        for name in counted
    }
    assert said == counted


@pytest.mark.parametrize("page", [GUIDE, FORMATS], ids=["user guide", "formats"])
def test_decisions_that_are_shown_can_be_obeyed(page):
    shown = re.findall(r"```\n(kind,a,b.*?)```", page, flags=re.DOTALL)
    assert shown
    assert all(parse_decisions(text) for text in shown)


@pytest.mark.parametrize(("command", "keys"), _ANSWER.findall(FORMATS))
def test_an_answer_in_json_has_the_keys_that_are_said(demo, monkeypatch, command, keys):
    monkeypatch.chdir(demo)
    asked = re.sub(r"\b[A-Z]+\b", lambda word: ASKED[word[0]], command)
    row = json.loads(_run(f"{asked} --store outputs/demo --json"))[0]
    quotes = re.findall(r"quotes: \[\{(.*?)\}\]", keys)
    assert list(row) == re.sub(r": \[.*?\]", "", keys).split(", ")
    if quotes:
        assert {key for quote in row["quotes"] for key in quote} <= {
            *quotes[0].split(", ")
        }


def test_documents_and_tables_have_the_columns_that_are_said(demo):
    out = demo / "outputs" / "demo"
    with (out / "documents.jsonl").open(encoding="utf-8") as lines:
        document = json.loads(next(lines))
    table = re.search(r"^## Output: `documents.jsonl`\n(.*?)^## ", FORMATS, re.M | re.S)
    rows = re.findall(r"^\| (`.*?`) \|", table[1], flags=re.MULTILINE)
    assert {name for row in rows for name in re.findall(r"\w+", row)} == set(document)
    for name in ("nodes.csv", "edges.csv"):
        with (out / name).open(encoding="utf-8-sig") as lines:
            assert f"`{next(lines).strip()}`" in FORMATS


def test_the_guide_lists_every_format_and_network():
    said = re.search(r"^Formats: (.*?)\. Networks: (.*?)\.$", GUIDE, re.MULTILINE)
    assert set(said[1].split(", ")) == set(EXPORTED)
    assert set(said[2].split(", ")) == set(NETWORKS)


def test_what_is_said_to_be_missing_is_missing():
    (section,) = re.findall(r"^## Not yet\n(.*)", FORMATS, flags=re.M | re.S)
    missing = set(re.findall(r"`(\w+)`", section))
    commands = typer.main.get_command(app).commands
    assert {"update", "diff"} <= missing
    assert missing.isdisjoint({*commands, *NODE_TYPES, *derived_kinds()})


def test_every_data_file_stands_in_the_readme_of_the_data():
    data = ROOT / "kg" / "data"
    text = (data / "README.md").read_text(encoding="utf-8")
    files = (path for path in data.glob("*/*") if path.is_file())
    assert [
        p.name for p in files if f"`{p.relative_to(data).as_posix()}`" not in text
    ] == []


def _is_there(path):
    """Tell whether a path exists; where it has a word in capitals, whether any does."""
    pattern = re.sub(r"\b[A-Z]+(?=[./]|$)|(?<=_)[A-Z]+(?=\.)", "*", path)
    return (ROOT / path).exists() or any(ROOT.glob(pattern.rstrip("/")))


def _code(page):
    """Return what a page sets as code: words in a line, and the lines of blocks."""
    text = page.read_text(encoding="utf-8")
    prose = _BLOCK.sub("", text)
    blocks = "\n".join([*_BLOCK.findall(text), *re.findall("^    (.*)", prose, re.M)])
    lines = re.sub(r"\\\n\s*", "", blocks).splitlines()
    return [
        *lines,
        *(span.replace("\n", " ") for span in re.findall("`([^`]+)`", prose)),
    ]


def _calls(code):
    """Yield the calls of kg, and of modules of ours, in a line of code: their words."""
    for part in re.split(r"[|>]| && ", code.removeprefix("$ ")):
        words = part.partition(" # ")[0].split()
        words = words[2:] if words[:2] == ["python", "-m"] else words
        if words and re.fullmatch(r"kg|pipelines(\.\w+)+", words[0]):
            yield words


def _unknown_words(call):
    """Yield the commands and options in a call that are not there."""
    command, quoted = _command(call[0]), False
    for word in call[1:]:
        if quoted or word[0] == '"':  # a name of several words
            quoted = not word.endswith('"')
        elif word.startswith("-") and len(word) > 1:
            if word not in _options(command):
                yield word
        elif not hasattr(command, "commands"):
            continue
        elif word in command.commands:
            command = command.commands[word]
        else:
            yield word


def _command(name):
    """Return a program as typer has it: kg, or a module that is called by `python -m`."""
    if name == "kg":
        return typer.main.get_command(app)
    module = import_module(name)
    own = getattr(module, "app", None)
    if own is None:
        own = typer.Typer(add_completion=False)
        own.command()(module.main)
    return typer.main.get_command(own)


def _options(command):
    context = typer.Context(command, **command.context_settings)
    parameters = command.get_params(context)
    return {name for each in parameters for name in (*each.opts, *each.secondary_opts)}


def _all_options(command):
    below = getattr(command, "commands", {}).values()
    return _options(command).union(*map(_all_options, below))
