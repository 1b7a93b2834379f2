import pytest

from kg.identity.names import compatible, parse


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
    parsed = parse(name)
    assert (parsed.given, parsed.family, parsed.suffix) == (given, family, suffix)


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("John Smith", "John A. Smith", True),
        ("John A. Smith", "John Adam Smith", True),
        ("John A. Smith", "John B. Smith", False),
        ("J. Smith", "Jane Smith", True),
        ("John Smith", "Jane Smith", False),
        ("J.-P. Serre", "Jean-Pierre Serre", True),
        ("J. P. Serre", "Jean-Pierre Serre", True),
        ("Jean Serre", "Jean-Pierre Serre", False),
        ("Jean Pierre Serre", "Jean-Pierre Serre", True),
        ("John Smith", "John Smith Jr.", False),
        ("John Smith Sr.", "John Smith Jr.", False),
        ("Cheng Yang", "Cheng Yan", False),
        ("Smith", "John Smith", False),
    ],
)
def test_names_that_can_be_one_persons(a, b, expected):
    assert compatible(parse(a), parse(b)) is expected
    assert compatible(parse(b), parse(a)) is expected
