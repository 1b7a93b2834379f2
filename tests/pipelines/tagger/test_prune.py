import numpy as np

from kg.tagger.neural_network import make_batch
from kg.tagger.storage import PACKAGED, read
from pipelines.tagger.prune import prune_units

TEXTS = [
    ["We", "study", "graph", "coloring", "."],
    ["Gradient", "descent", "on", "two-layer", "networks", "."],
]


def _read(trained):
    return trained.model.layers[0].predict(make_batch(TEXTS, trained.rows))


def test_what_is_no_wider_stays_as_it_is():
    start = read(PACKAGED)
    assert prune_units(start, TEXTS, hidden=start.shape.hidden) is start


def test_a_narrower_lstm_reads_and_its_start_is_not_changed():
    start = read(PACKAGED)
    before = _read(start)
    less = prune_units(start, TEXTS, hidden=8)
    assert _read(less).shape == (11, 16)
    assert less.shape.width == start.shape.width
    assert np.array_equal(_read(start), before)


def test_units_that_never_speak_go_first():
    start = read(PACKAGED)
    _, _, _, _, lstm, _ = start.model.layers[0].layers
    width = start.shape.hidden
    silent = np.zeros((2, 4 * width), dtype="f")
    silent[:, 2 * width : 2 * width + width // 2] = -50  # output gates shut
    lstm.set_param("b", lstm.get_param("b") + silent)
    less = prune_units(start, TEXTS, hidden=width - width // 2)
    # Without the silent half, which fed nothing into the others, all else is the same.
    kept = np.r_[width // 2 : width, width + width // 2 : 2 * width]
    assert np.allclose(_read(less), _read(start)[:, kept], atol=1e-5)
