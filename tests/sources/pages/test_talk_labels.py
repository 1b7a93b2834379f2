import pytest

from kg.datafiles import mapping
from kg.sources.pages.talk_labels import read_label, unknown_label


@pytest.mark.parametrize(
    ("line", "meaning", "value"),
    [
        ("Title: On mills", "title", "On mills"),
        ("Title - On mills", "title", "On mills"),
        ("TITLE. On mills", "title", "On mills"),
        ("  **Speaker:** Ann Lee", "authors", "Ann Lee"),
        ("Speaker(s) : Ann Lee", "authors", "Ann Lee"),
        ("Speaker 2: Ann Lee", "authors", "Ann Lee"),
        ("Vortragende:r: Ann Lee", "authors", "Ann Lee"),
        ("Intervenant·e : Ann Lee", "authors", "Ann Lee"),
        ("报告人：李娜", "authors", "李娜"),
        ("【题目】水车", "title", "水车"),
        ("Докладчик: А. Ли", "authors", "А. Ли"),
        ("Titre de l'exposé : Moulins", "title", "Moulins"),
        ("Résumé – Nous demandons", "abstract", "Nous demandons"),
        ("Abstract", "abstract", ""),
        ("Afiliación: Universidad de Chile", "affiliation", "Universidad de Chile"),
        ("Fecha: 5 de mayo", "date", "5 de mayo"),
        ("Room:", "other", ""),
    ],
)
def test_labels_are_read(line, meaning, value):
    label = read_label(line)
    assert (label.meaning, line[label.end :]) == (meaning, value)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "Title",
        "Title-based methods",
        "Talk of the town: a study",
        "Deep learning: a survey",
        "Data - driven models",
        "Room. And board",
        "Speaker. Ann Lee",
        "[1] A book",
        f"{'Long ' * 20}: title",
    ],
)
def test_others_are_none(line):
    assert read_label(line) is None


def test_a_label_of_the_page_s_own_is_some_words_and_a_colon():
    assert unknown_label("Colour of day: red") == "Colour of day"
    assert unknown_label("Title: red") == unknown_label("https://x.y") == ""


def test_labels_of_the_table_are_read_as_they_stand():
    for word, meaning in mapping("sources/talk_labels").items():
        assert read_label(f"{word}: x").meaning == meaning
