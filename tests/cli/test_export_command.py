import pytest


@pytest.mark.parametrize("form", ["graphml", "gexf", "html"])
def test_a_network_is_exported(run, small_store, tmp_path, form):
    output = tmp_path / f"x.{form}"
    store = ["--store", str(small_store)]
    result = run("export", "--format", form, *store, "--output", str(output))
    assert result.exit_code == 0
    assert result.stdout.startswith(f"{output}: ")
    assert "Ada Byron" in output.read_text(encoding="utf-8")


def test_tables_are_exported_into_a_folder(run, small_store, tmp_path):
    arguments = ["--network", "coauthor", "--store", str(small_store)]
    result = run("export", "--format", "csv", *arguments, "--output", str(tmp_path))
    assert result.exit_code == 0
    names = sorted(path.name for path in tmp_path.iterdir())
    assert names == ["edges.csv", "nodes.csv"]


def test_the_file_is_called_as_the_network(run, small_store, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    arguments = ["--network", "coauthor", "--store", str(small_store), "--quiet"]
    assert run("export", "--format", "gexf", *arguments).output == ""
    assert (tmp_path / "coauthor.gexf").exists()


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
