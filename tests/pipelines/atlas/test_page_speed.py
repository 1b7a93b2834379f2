from concurrent.futures import ThreadPoolExecutor

from typer.testing import CliRunner

from kg.viewer.atlas.atlas_page import render
from pipelines.atlas import page_speed
from pipelines.atlas.made_up_page import make_up_land, make_up_page


def test_a_page_is_measured(tmp_path, monkeypatch):
    monkeypatch.setattr(page_speed, "_SECONDS", 0.3)
    file = tmp_path / "page.html"
    page = make_up_page(make_up_land(200, 600))
    file.write_text("".join(render(page)), encoding="utf-8")
    # In a thread of its own: that of other tests may have a browser.
    with ThreadPoolExecutor(1) as pool:
        figures = pool.submit(lambda: list(page_speed.measure_page(file))).result()
    assert len(figures) == 8
    assert all(figure > 0 for figure in figures)


def test_the_command_prints_a_row_a_page(tmp_path, monkeypatch):
    import typer

    monkeypatch.setattr(page_speed, "measure_page", lambda file: iter([1.0, 2.0]))
    app = typer.Typer()
    app.command()(page_speed.main)
    result = CliRunner().invoke(app, ["--nodes", "200", "--alone"])
    assert result.exit_code == 0, result.output
    assert result.output.splitlines()[1].startswith("kg-200 ")
