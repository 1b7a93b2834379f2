from dataclasses import replace

import pytest

from kg.analysis.structure.gaps import analyse

# A and B each go with C, D and E, and never meet; F is elsewhere.
ROWS = [[1, 0, 1, 1, 1, 0]] * 8 + [[0, 1, 1, 1, 1, 0]] * 8 + [[0, 0, 0, 0, 0, 1]] * 60


def test_two_that_share_neighbours_and_no_work_are_a_gap(study_of):
    (gap,) = analyse(study_of([], ROWS))
    assert (gap.name_a, gap.name_b, gap.shared) == ("A", "B", 3)
    assert gap.expected == 4.0  # 16 works of C, half of them with A, half with B
    assert set(gap.through) == {"C", "D", "E"}


def test_one_work_fills_a_gap(study_of):
    assert analyse(study_of([], [*ROWS, [1, 1, 0, 0, 0, 0]])) == []


@pytest.mark.parametrize(
    "names",
    [
        ("deep network", "deep models"),
        ("generative adversarial network", "GANs"),
        ("GAN", "generative adversarial network"),
    ],
)
def test_two_names_of_one_thing_are_no_gap(study_of, names):
    study = study_of([], ROWS)
    for node, name in zip("ab", names, strict=True):
        study.graph.nodes[node]["label"] = name
    assert analyse(replace(study)) == []
