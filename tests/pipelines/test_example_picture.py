"""The picture of the README is the figure of the build."""

from kg.figure.compose import compose_figure
from kg.figure.networks import draw_network
from pipelines.example_picture import main


def test_it_is_the_figure_of_a_network(small_store, connection, tmp_path, capsys):
    out = tmp_path / "x.svg"
    main(small_store, out, "terms")
    drawing = draw_network(connection, "terms")
    assert out.read_text(encoding="utf-8") == compose_figure(drawing)
    assert capsys.readouterr().out == f"{out}: {drawing.caption[0]}\n"
