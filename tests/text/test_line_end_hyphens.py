import pytest

from kg.text.line_end_hyphens import mend_line_ends


@pytest.mark.parametrize(
    ("cut", "whole"),
    [
        ("al- gorithm", "algorithm"),
        (
            "Approximate Large Mar- gin algo- rithms",
            "Approximate Large Margin algorithms",
        ),
        ("Gaus- sian dis- tribution", "Gaussian distribution"),
        ("param\u00ad eterized policy", "parameterized policy"),
        ("desir- able features", "desirable features"),
        ("rest- ing potential", "resting potential"),
        ("data- dependent bounds", "data-dependent bounds"),
        ("lowest- energy states", "lowest-energy states"),
        ("Qumran- based scheme", "Qumran-based scheme"),
        ("user- programmed weights", "user-programmed weights"),
    ],
)
def test_a_cut_word_is_one_again(cut, whole):
    assert mend_line_ends(cut, cut) == whole


@pytest.mark.parametrize(
    "name",
    [
        "Sum- and Max-Product Networks",
        "L1- or L2-norm",
        "k- nn search",
        "CD4- T cells",
        "low-rank matrix",
        "p - values",
        "",
    ],
)
def test_a_hyphen_that_is_meant_stays(name):
    assert mend_line_ends(name, name) == name


def test_a_word_that_the_text_has_in_one_piece_is_one():
    assert mend_line_ends("grue- bleen", "No word.") == "gruebleen"
    assert mend_line_ends("graph- kernel", "No word of it.") == "graph-kernel"
    assert mend_line_ends("graph- kernel", "Graphkernel.") == "graphkernel"
