import pytest

from kg.text.english import is_english

ENGLISH = "We ask how long a walk on a graph needs to see all of it, and show that it is short."


@pytest.mark.parametrize(
    ("text", "english"),
    [
        (ENGLISH, True),
        (f"{ENGLISH} $x_1 + x_2 = x_3$", True),
        (
            "Nous demandons combien de temps une marche prend pour voir tout le graphe.",
            False,
        ),
        (
            "Vi spørger, hvor lang tid en vandring på en graf tager for at se det hele.",
            False,
        ),
        (
            "We vragen hoe lang een wandeling op een graaf duurt die alles van hem ziet.",
            False,
        ),
        ("Мы спрашиваем, сколько времени нужно", False),
        ("我们在数据集上进行了实验", False),
        ("On mills", None),
        ("Ein kurzer Titel", None),
        ("", None),
    ],
)
def test_english_has_its_small_words(text, english):
    assert is_english(text) is english
