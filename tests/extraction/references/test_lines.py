import pytest

from kg.extraction.references.lines import is_entry_line


@pytest.mark.parametrize(
    "line",
    [
        "[1] A. Li. Trees of words. 2019.",
        '• Ana Cruz. "Trees of words." ICML (2020).',
        "A. Li, B. Roe. Trees of words. ICML 2019.",
        "Ana Cruz and Bo Li: Trees of Words, ACL 2020.",
        "(1) A. Li, Trees of words, arXiv:2101.00001",
    ],
)
def test_entries_by_their_form(line):
    assert is_entry_line(line, 0, len(line))


@pytest.mark.parametrize(
    "line",
    [
        "We prove that trees of words grew in 2019.",
        "1. We study trees in 2019.",
        "A. Li. Trees of words.",
        "Ana Cruz proved it in 2019.",
        "• trees, graphs, words",
        "",
        "[1] A. Li. Trees of words. 2019. " + "x" * 500,
    ],
)
def test_other_lines(line):
    assert not is_entry_line(line, 0, len(line))


def test_a_mark_may_be_asked_for():
    line = "A. Li, B. Roe. Trees of words. ICML 2019."
    assert not is_entry_line(line, 0, len(line), marked=True)
    assert is_entry_line(f"[1] {line}", 0, len(line) + 4, marked=True)
