import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.files.mojibake import repair_mojibake


@pytest.mark.parametrize(
    "meant",
    [
        "Jérôme Dupont",
        "Zoë Núñez and Jürgen Größmann",
        "Pavel Dvořák of São Paulo",
        "“quoted” – it’s",
        "Мы изучаем сходимость",
    ],
)
@pytest.mark.parametrize("encoding", ["cp1252", "latin-1"])
def test_utf8_read_as_another_encoding_is_undone(meant, encoding):
    wrong = meant.encode().decode(encoding, "ignore")
    assume_whole = wrong.encode(encoding) == meant.encode()
    repaired = repair_mojibake(f"one\n{wrong}\nétude")
    assert repaired.text == f"one\n{meant}\nétude" or not assume_whole
    assert repaired.first == 1


@pytest.mark.parametrize(
    "good",
    [
        "L’Âge d’or à Ãlora, Ångström",
        "«Été» – 3 °C ± 0.5 µm",
        "Größe × Länge, naïve Ökonomie",
        "我们研究深度神经网络。",
        "∀x∈ℝ: α ≤ β → γ",
    ],
)
def test_good_text_stays(good):
    assert repair_mojibake(good).text == good
    assert repair_mojibake(good).lines == 0


@given(st.text())
def test_lines_stay_what_they_were(text):
    assert repair_mojibake(text).text.count("\n") == text.count("\n")
