"""A hostile corpus: whatever a command prints, a terminal only shows it."""

import csv
import json
import re
import sys
from pathlib import Path

import pytest

from kg.cli.app import main

# What moves, recolours, renames, answers or turns around on some terminal.
HOSTILE = (
    "\x1b]0;OWNED\x07",
    "\x1b[2J\x1b[H",
    "\x1b[31m",
    "\x9b31m",
    "\x9d0;OWNED\x9c",
    "safe\rforged",
    "a\b\b\x7f",
    "\x85\x0b\x0c",
    "\u202egpj.\u2066exe\u2069",
    "\u200e\u200f\u061c",
)
OBEYED = re.compile(
    "[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]"
)

FORMULA = re.compile(r"\"?\s*[=+\-@＝＋－＠]")
NUMBER = re.compile(r"-?[\d.]+(?:e-?\d+)?")

# {odd} is one of them, each in turn; {in} the inputs, {out} the build, {new} a folder.
COMMANDS = [
    "build {in} --out {new}",
    "build {in} --out {new} --verbose",
    "build {in} --out {new} --quiet",
    "build {in} --out {new} --strict",
    "build {in}/{odd} --out {new}",
    "build {in} --out {in}/x.bib",
    "build {in} --decisions {in}/{odd}.csv --out {new}",
    "build {in} --model {odd} --out {new}",
    "build {in} --ror {odd} --out {new}",
    "build {in} --jobs {odd}",
    "extract {in}",
    "extract {in} --limit 2",
    "extract {in} --verbose",
    "extract {in} --html -",
    "extract {odd}",
    "query neighbours {odd} --store {out}",
    "query neighbours Ada{odd}Holm --store {out}",
    "query neighbours person:ada-holm --store {out}",
    "query neighbours person:ada-holm --json --store {out}",
    "query neighbours {odd} --store {odd}",
    "query path {odd} person:ada-holm --store {out}",
    "query who {odd} --store {out}",
    "query search optimal --store {out}",
    "query search optimal --json --store {out}",
    "query {odd}",
    "why person:ada-holm --store {out}",
    "why person:ada-holm --json --store {out}",
    "review --store {out}",
    "review --json --store {out}",
    "export --format graphml --output - --store {out}",
    "export --format {odd} --store {out}",
    "export --format html --network {odd} --store {out}",
    "export --format csv --output {new} --store {out}",
    "analyse --network terms --store {out}",
    "analyse centrality --network people --json --store {out}",
    "analyse quality --network works-terms --csv - --store {out}",
    "analyse {odd} --store {out}",
    "analyse gaps --network {odd} --store {out}",
    "figure --network terms --out - --store {out}",
    "figure --network {odd} --store {out}",
    "figure --out {in}/{odd}/x.svg --store {out}",
    "why {odd} Ada{odd}Holm --merged --store {out}",
    "institutions {in}/x.bib",
    "institutions {odd}",
    "{odd}",
]


def _record(odd):
    return {
        "id": f"r{odd}",
        "title": f"Optimal {odd} transport",
        "abstract": f"We study optimal transport{odd} by gradient descent at ETH Zurich.",
        "authors": [{"name": "Ada Holm", "affiliations": [f"Univ. {odd} of Bonn"]}],
        "venue": f"J. {odd}",
        "keywords": [odd],
        odd: "of no meaning",
        "year": odd,
    }


def _run(arguments):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "argv", ["kg", *arguments])
        with pytest.raises(SystemExit) as stopped:
            main()
    return stopped.value.code


@pytest.fixture(scope="module")
def places(tmp_path_factory):
    """The inputs, with each sequence in names, ids, fields and broken lines; a build."""
    folder = tmp_path_factory.mktemp("hostile") / HOSTILE[0]
    inputs = folder / "in"
    inputs.mkdir(parents=True)
    for number, odd in enumerate(HOSTILE):
        lines = (json.dumps(_record(odd)), f'{{"title": "{odd}', json.dumps([odd]))
        (inputs / f"{number}{odd}.jsonl").write_text("\n".join(lines), "utf-8")
        (inputs / f"{odd}.csv").write_text(
            f"kind,a,b,verdict\n{odd},a,b,merge\n", "utf-8"
        )
    entries = (f"@article{{k{odd}, title={{Fine {odd}}}, x=1" for odd in HOSTILE)
    (inputs / "x.bib").write_text("\n".join(entries), "utf-8")
    assert _run(["build", str(inputs), "--out", str(folder / "out"), "-q"]) == 0
    return {"in": str(inputs), "out": str(folder / "out")}


@pytest.mark.parametrize("command", COMMANDS)
def test_whatever_a_command_prints_is_only_shown(command, places, tmp_path, capfd):
    for odd in HOSTILE if "{odd}" in command else HOSTILE[:1]:
        words = command.split()
        named = {**places, "new": str(tmp_path / "new"), "odd": odd}
        assert _run([word.format(**named) for word in words]) in (0, 1, 2)
        out, err = capfd.readouterr()
        assert not OBEYED.findall(out + err)
        assert "Traceback" not in err
        if "--json" in words:
            json.loads(out)


FORMULAS = ("=1+1", ";=1+1", "\t@SUM(A1)", "a\r=1+1", "'=1+1", "＝1+1", "+1", "-1;+2")


@pytest.fixture(scope="module")
def formulas(tmp_path_factory):
    """A build of records with formulas in titles, names, keywords and ids."""
    folder = tmp_path_factory.mktemp("formulas")
    lines = (
        json.dumps(
            _record(odd) | {"title": odd, "authors": [f"{odd} Holm", "Ada Holm"]}
        )
        for odd in FORMULAS
    )
    (folder / "x.jsonl").write_text("\n".join(lines), "utf-8")
    built = ["build", str(folder / "x.jsonl"), "--out", str(folder / "out"), "-q"]
    assert _run(built) == 0
    return folder / "out"


@pytest.mark.parametrize(
    "command",
    [
        "export --format csv --network all --output {new}",
        "export --format csv --network works-terms --output {new}",
        "review --output {new}.csv",
        "analyse centrality --network works-terms --csv {new}.csv",
        "analyse brokers --network people --csv {new}.csv",
        "analyse communities --network works --csv {new}.csv",
    ],
)
def test_no_spreadsheet_computes_a_cell(command, formulas, tmp_path):
    words = [word.format(new=tmp_path / "new") for word in command.split()]
    assert _run([*words, "--store", str(formulas)]) in (0, 1)
    for path in [*tmp_path.rglob("*.csv"), *formulas.glob("*.csv")]:
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.reader(file))
        assert len({len(row) for row in rows}) == 1
        assert path.name != "nodes.csv" or "'=1+1" in path.read_text("utf-8")
        # As where numbers have a decimal comma: quotes do not hold a cell together.
        parts = re.split(r"[,;\t\r\n]", path.read_text("utf-8"))
        for cell in [cell for row in rows for cell in row] + parts:
            assert not FORMULA.match(cell) or NUMBER.fullmatch(cell.strip('" '))


def test_the_report_and_the_documents_are_only_shown(places):
    for name in ("report.txt", "report.json", "documents.jsonl"):
        text = (Path(places["out"]) / name).read_bytes().decode("utf-8")
        assert "forged" in text or name == "report.txt"
        assert not OBEYED.findall(text)
