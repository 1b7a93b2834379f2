import pytest

from kg.text.names.name_parts import parse_name


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
    parsed = parse_name(name)
    assert (parsed.given, parsed.family, parsed.suffix) == (given, family, suffix)
