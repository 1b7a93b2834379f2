"""Labels of structured abstracts, told in the languages of journals."""

import pytest

from kg.extraction.abstract_labels import label_at


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Background: Rye grows.", "label"),
        ("MATERIALS AND METHODS: We sowed.", "label"),
        ("Objective.—To sow rye.", "label"),
        ("METHODS We sowed rye.", "label"),
        ("Methods. We sowed rye.", "label"),
        ("ResultsIt grew.", "label"),
        ("Design/methodology/approach - We sowed.", "label"),
        ("Purpose – We sowed.", "label"),
        ("Méthodes : nous semons.", "label"),
        ("Ergebnisse: Er wuchs.", "label"),
        ("Цель: посеять рожь.", "label"),
        ("方法：播种。", "label"),
        ("Funding: Rye Council.", "notice"),
        ("Trial registration number: NCT1.", "notice"),
        ("JEL codes: Q1", "notice"),
        ("Conflict of interest: none.", "notice"),
        ("Keywords: rye; soil", "keywords"),
        ("Key words—rye, soil", "keywords"),
        ("Index Terms—rye, soil", "keywords"),
        ("Palabras clave: centeno", "keywords"),
        ("关键词：黑麦", "keywords"),
    ],
)
def test_labels(text, kind):
    label = label_at(text, 0, len(text))
    assert label is not None
    assert label.kind == kind
    assert text[label.end - 1] in ":.—–- ：" or text[label.end].isupper()


@pytest.mark.parametrize(
    "text",
    [
        "Methods are few.",
        "method. We sow",
        "Question–Comment pairs",
        "Random forests: a study",
        "Abstract interpretation is old.",
        "",
    ],
)
def test_prose_has_no_label(text):
    assert label_at(text, 0, len(text), is_first=True) is None


def test_the_first_word_of_an_abstract_needs_no_sign():
    text = "Abstract We sow rye."
    assert label_at(text, 0, len(text), is_first=True) == (0, 9, "label")
    assert label_at(text, 0, len(text)) is None
