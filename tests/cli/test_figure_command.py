import pytest

from kg.network_kinds import NETWORKS


@pytest.mark.parametrize("network", NETWORKS)
def test_a_network_is_drawn(run, small_store, tmp_path, network):
    out = tmp_path / "x.svg"
    store = ["--store", str(small_store)]
    result = run("figure", "--network", network, *store, "--out", str(out))
    assert result.exit_code == 0
    assert result.stdout.startswith(f"{out}: ")
    assert out.read_text(encoding="utf-8").startswith("<svg")


@pytest.fixture
def figure(run_main, small_store, tmp_path, monkeypatch):
    """Draw in an empty folder; return the exit status."""
    monkeypatch.chdir(tmp_path)
    return lambda *more: run_main("figure", "--store", str(small_store), *more)


def test_the_file_is_called_as_the_network_and_replaces_nothing(
    figure, tmp_path, capsys
):
    assert figure("--quiet") == 0
    assert capsys.readouterr() == ("", "")
    assert (tmp_path / "terms.svg").exists()
    assert figure() == 1
    assert "--out terms.svg" in capsys.readouterr().err


def test_a_figure_on_standard_output_is_nothing_but_that(figure, capsys):
    assert figure("--out", "-") == 0
    out, err = capsys.readouterr()
    assert out.startswith("<svg")
    assert out.endswith("</svg>\n")
    assert err.startswith("-: ")


def test_pixels_are_written_by_the_ending(figure, tmp_path):
    pytest.importorskip("resvg_py")
    assert figure("--out", "x.PNG", "--width", "85") == 0
    assert (tmp_path / "x.PNG").read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize("name", ["x.pdf", "x"])
def test_other_endings_are_refused(figure, capsys, name):
    assert figure("--out", name) == 1
    assert ".svg or .png" in capsys.readouterr().err


def test_an_unknown_network_is_told_from_the_known_ones(figure, capsys):
    assert figure("--network", "maps") == 1
    assert "institutions" in capsys.readouterr().err


def test_a_changed_file_is_kept(figure, tmp_path):
    (tmp_path / "x.svg").write_text("mine")
    assert figure("--out", "x.svg") == 0
    assert (tmp_path / "x.svg.edited").read_text() == "mine"
