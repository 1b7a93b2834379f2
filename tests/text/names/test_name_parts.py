import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.text.names.name_parts import divide_name, is_initial, parse_name


@pytest.mark.parametrize(
    ("name", "given", "family", "suffix"),
    [
        ("Samy Jelassi", ("samy",), "jelassi", ""),
        ("Jelassi, Samy", ("samy",), "jelassi", ""),
        ("J.-P. Serre", ("j-p",), "serre", ""),
        ("J.A. Smith", ("j", "a"), "smith", ""),
        ("Siliciano RF", ("r", "f"), "siliciano", ""),
        ("Aad van der Vaart", ("aad",), "van der vaart", ""),
        ("van der Vaart", (), "van der vaart", ""),
        ("Le Song", ("le",), "song", ""),
        ("Smith, John, Jr.", ("john",), "smith", "jr"),
        ("John Smith III", ("john",), "smith", "iii"),
        ("King, Jr., Martin", ("martin",), "king", "jr"),
        ("King Jr., Martin", ("martin",), "king", "jr"),
        ("King, Martin Jr.", ("martin",), "king", "jr"),
        ("Petrov IV", ("i", "v"), "petrov", ""),
        ("Neymar Junior", ("neymar",), "junior", ""),
        ("Silva Junior, José", ("jose",), "silva", "jr"),
        ("Vanden-Eijnden", (), "vanden-eijnden", ""),
        (r"Erd\H{o}s, P.", ("p",), "erdos", ""),
        ("A. Y. Ng", ("a", "y"), "ng", ""),
        ("Li X", ("x",), "li", ""),
        ("Smith JA", ("j", "a"), "smith", ""),
        ("Jia LI", ("jia",), "li", ""),
        ("The ATLAS Collaboration", (), "atlas collaboration", ""),
        ("{Graph Theory Working Group}", (), "graph theory working group", ""),
        ("", (), "", ""),
        (", .", (), "", ""),
    ],
)
def test_a_name_is_taken_apart(name, given, family, suffix):
    parsed = parse_name(name)
    assert (parsed.given, parsed.family, parsed.suffix) == (given, family, suffix)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("John Carter", ("John Carter", "", "")),
        ("Carter, John", ("John", "Carter", "")),
        ("Carter, John, Jr.", ("John", "Carter", "Jr.")),
        ("Carter, Jr., John", ("John", "Carter", "Jr.")),
        ("Carter Jr., John", ("John", "Carter", "Jr.")),
        ("Silva, Junior", ("Junior", "Silva", "")),
        ("Silva, José, Junior", ("José", "Silva", "Junior")),
        ("Carter, Jr.", ("Carter", "", "Jr.")),
        ("Jr.", ("Jr.", "", "")),
        (" , ,", ("", "", "")),
    ],
)
def test_a_written_name_is_divided(text, parts):
    assert divide_name(text) == parts


@given(st.text(alphabet="AaBb .,-JrI", max_size=30))
def test_no_word_is_lost_when_a_name_is_divided(text):
    words = sorted(text.replace(",", " ").split())
    assert sorted(" ".join(divide_name(text)).split()) == words


@pytest.mark.parametrize(
    ("word", "initial"), [("j", True), ("j-p", True), ("jo", False), ("j-po", False)]
)
def test_initials(word, initial):
    assert is_initial(word) is initial
