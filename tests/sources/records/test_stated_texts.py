"""Fields that say that there is no text have none."""

import pytest

from kg.sources.records.stated_texts import is_empty_text, stated_text


@pytest.mark.parametrize(
    "text",
    [
        "[No abstract available]",
        "No abstract available.",
        "(No abstract)",
        "Abstract not available.",
        "ABSTRACT UNAVAILABLE",
        "There is no abstract available for this article",
        "n/a",
        "N/A",
        "NA",
        "None",
        "Abstract",
        "Resumen no disponible",
        "Pas de résumé",
        "Kein Abstract verfügbar",
        "无摘要",
        "[Not Available].",
        "-",
        "...",
    ],
)
def test_phrases_for_no_text(text):
    assert is_empty_text(text)
    assert stated_text(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "No man is an island",
        "Abstract algebra",
        "None of the above",
        "Na+ transport in frogs",
        "Title pages of early prints",
        "Abstract not available structures and their use in logic and in law",
    ],
)
def test_titles_are_texts(text):
    assert stated_text(text) == text


def test_markup_goes():
    assert stated_text("<p>H<sub>2</sub>O  &amp; <b>E. coli</b></p>") == "H2O & E. coli"
