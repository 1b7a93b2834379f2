import base64
import re
import zlib

import pytest

from kg.exports import RECORDS


@pytest.mark.parametrize("form", ["graphml", "gexf"])
def test_a_network_is_exported(run, small_store, tmp_path, form):
    output = tmp_path / f"x.{form}"
    store = ["--store", str(small_store)]
    result = run("export", "--format", form, *store, "--output", str(output))
    assert result.exit_code == 0
    assert result.stdout.startswith(f"{output}: ")
    assert "Ada Byron" in output.read_text(encoding="utf-8")


def test_the_page_opens_with_the_network_asked_for(run, small_store, tmp_path):
    output = tmp_path / "x.html"
    store = ["--network", "coauthor", "--store", str(small_store)]
    result = run("export", "--format", "html", *store, "--output", str(output))
    assert result.exit_code == 0
    assert result.stdout == f"{output}: Atlas of 3 works, 1830–1840\n"
    packed = re.search(r'id="block-map">([^<]*)<', output.read_text("utf-8"))[1]
    block = zlib.decompress(base64.b64decode(packed), -zlib.MAX_WBITS)
    assert b'"first":"people"' in block


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--min-weight", "2"], "--min-weight: html has the whole store"),
        (["--counting", "full", "--lone-nodes"], "--counting, --lone-nodes: html"),
        (["--texts", "some"], "no kind of texts is called 'some'"),
        (["--network", "lakes"], "no network is called 'lakes'"),
    ],
)
def test_what_a_page_has_no_use_for_is_refused(
    run_main, small_store, options, message, capsys
):
    store = ["--store", str(small_store), "--output", "-"]
    assert run_main("export", "--format", "html", *store, *options) != 0
    assert message in capsys.readouterr().err


def test_tables_are_exported_into_a_folder(run, small_store, tmp_path):
    arguments = ["--network", "coauthor", "--store", str(small_store)]
    result = run("export", "--format", "csv", *arguments, "--output", str(tmp_path))
    assert result.exit_code == 0
    names = sorted(path.name for path in tmp_path.iterdir())
    assert names == ["edges.csv", "nodes.csv"]


@pytest.fixture
def export(run_main, small_store, tmp_path, monkeypatch):
    """Export the coauthor network in an empty folder; return the exit status."""
    monkeypatch.chdir(tmp_path)
    arguments = ["--network", "coauthor", "--store", str(small_store)]
    return lambda form, *more: run_main("export", "--format", form, *arguments, *more)


def test_the_file_is_called_as_the_network(export, tmp_path, capsys):
    assert export("gexf", "--quiet") == 0
    assert capsys.readouterr() == ("", "")
    assert (tmp_path / "coauthor.gexf").exists()


@pytest.mark.parametrize(
    ("form", "name"), [("gexf", "coauthor.gexf"), ("csv", "coauthor")]
)
def test_a_name_that_nobody_asked_for_replaces_nothing(
    export, tmp_path, capsys, form, name
):
    (tmp_path / name).write_text("mine")
    assert export(form) == 1
    assert f"--output {name}" in capsys.readouterr().err
    assert (tmp_path / name).read_text() == "mine"


def test_what_stood_there_is_kept_where_it_is_another(export, tmp_path, capsys):
    (tmp_path / "x.gexf").write_text("mine")
    for _ in range(2):
        assert export("gexf", "--output", "x.gexf") == 0
    assert (
        "x.gexf: was another, and is kept as x.gexf.edited" in capsys.readouterr().err
    )
    names = sorted(path.name for path in tmp_path.iterdir())
    assert names == ["x.gexf", "x.gexf.edited"]
    assert (tmp_path / "x.gexf.edited").read_text() == "mine"


def test_tables_that_stood_there_are_kept_too(export, tmp_path):
    (tmp_path / "nodes.csv").write_text("mine")
    assert export("csv", "--output", ".") == 0
    assert (tmp_path / "nodes.csv.edited").read_text() == "mine"
    assert "Ada Byron" in (tmp_path / "nodes.csv").read_text(encoding="utf-8")


def test_a_single_dash_is_standard_output(export, tmp_path, capsys):
    assert export("graphml", "--output", "-") == 0
    out, err = capsys.readouterr()
    assert out.startswith("<?xml")
    assert out.rstrip().endswith("</graphml>")
    assert err == "-: 2 nodes, 1 edge\n"
    assert export("csv", "--output", "-") == 1
    assert "names a folder" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("output", [".", "..", "/dev/null"])
def test_what_is_no_file_is_not_written(export, capsys, output):
    assert export("gexf", "--output", output) == 1
    assert "name a file" in capsys.readouterr().err


def test_an_empty_network_is_said_on_standard_error(run, small_store, tmp_path):
    arguments = ["--format", "gexf", "--network", "coauthor", "--min-weight", "9"]
    where = ["--store", str(small_store), "--output", str(tmp_path / "x.gexf")]
    assert "this network is empty" in run("export", *arguments, *where).stderr


@pytest.mark.parametrize(
    ("arguments", "known"),
    [(["--format", "pdf"], "graphml"), (["--format", "gexf", "--network", "x"], "all")],
)
def test_an_unknown_name_lists_the_known_ones(
    small_store, run_main, capsys, arguments, known
):
    assert run_main("export", *arguments, "--store", str(small_store)) == 1
    assert known in capsys.readouterr().err


def test_a_shell_completes_formats(run, monkeypatch):
    monkeypatch.setenv("_KG_COMPLETE", "complete_bash")
    monkeypatch.setenv("COMP_WORDS", "kg export --format g")
    monkeypatch.setenv("COMP_CWORD", "3")
    assert run(prog_name="kg").stdout.split() == ["graphml", "gexf"]


def test_a_network_is_counted_as_asked_for(run, small_store, tmp_path):
    ways = ["--network", "people", "--counting", "position", "--backbone", "none"]
    arguments = [*ways, "--store", str(small_store), "--output", str(tmp_path)]
    result = run("export", "--format", "csv", *arguments)
    assert result.exit_code == 0
    heading, edge = (tmp_path / "edges.csv").read_text("utf-8-sig").splitlines()
    values = dict(zip(heading.split(","), edge.split(","), strict=True))
    assert values["Measure"] == "1.0"


@pytest.mark.parametrize("form", RECORDS)
def test_the_cleaned_corpus_is_exported_a_record_a_work(
    run, small_store, tmp_path, monkeypatch, form
):
    monkeypatch.chdir(tmp_path)
    first = run("export", "--format", form, "--store", str(small_store))
    (path,) = tmp_path.iterdir()
    assert (first.exit_code, first.stdout) == (0, f"{path.name}: 3 works\n")
    again = run(
        "export", "--format", form, "--store", str(small_store), "--output", "-"
    )
    assert again.stdout.startswith(path.read_text("utf-8"))


def test_a_corpus_has_no_network(run_main, small_store, capsys):
    options = ["--store", str(small_store), "--network", "coauthor"]
    assert run_main("export", "--format", "ris", *options) != 0
    assert "--network: ris has all works, and no network" in capsys.readouterr().err
