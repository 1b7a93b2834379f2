import pytest

from kg.sources.pages.header_lines import cut_addresses, header_form, is_address


@pytest.mark.parametrize(
    ("line", "form"),
    [
        ("Ana Cruz¹, Bo Li²", "authors"),
        ("Cruz, Ana; Li, Bo", "authors"),
        ("Ana Cruz (ana@x.example)", "authors"),
        ("¹ Faculty of Law, Lund University", "affiliation"),
        ("(b) Lund University, Sweden", "affiliation"),
        ("University of Bergen", "affiliation"),
        ("3. Bell Labs, Murray Hill, USA", "affiliation"),
        ("* Corresponding author: ana@x.example", "note"),
        ("†These authors contributed equally to this work", "note"),
        ("{ana,bo}@x.example", "note"),
        ("Received 5 May 2020; accepted 7 June 2020", "note"),
        ("12 May 2020", "note"),
        ("Letters in Physics, vol. 3, pp. 3-9 (2001)", "note"),
        ("We thank two referees and many friends for comments.", "note"),
        ("How a university grows", "other"),
        ("On mills", "other"),
        ("x" * 3000, "other"),
        ("Tuesday, 6 février 2024, 14h30", "note"),
        ("Poster P-12", "note"),
        ("E-mail: ana@x.example", "note"),
        ("Date palms in salt", "other"),
        ("Contact lenses for birds", "other"),
        ("The floods of 1953", "other"),
        ("Joint models of wind and rain", "other"),
        ("Session types for actors", "other"),
    ],
)
def test_what_a_line_is(line, form):
    assert header_form(line) == form


def test_a_sentence_is_no_address():
    assert not is_address("The University of Bergen has asked for a study of mills")


@pytest.mark.parametrize(
    ("line", "addresses"),
    [
        ("1 Lund University; 2 MIT, USA", ["Lund University", "MIT, USA"]),
        ("(1) Lund University, Sweden, (2) MIT", ["Lund University, Sweden", "MIT"]),
        ("¹Lund University, ²MIT", ["Lund University", "MIT"]),
        ("Lund University; MIT", ["Lund University", "MIT"]),
        ("Lund University, 22100 Lund", ["Lund University, 22100 Lund"]),
        (
            "1 MIT, 77 Main St, USA, 2 Keio University",
            ["MIT, 77 Main St, USA", "Keio University"],
        ),
        ("1MIT, USA and 2Keio University", ["MIT, USA", "Keio University"]),
        ("a MIT; b Keio University", ["MIT", "Keio University"]),
        ("* MIT, † Keio University", ["MIT", "Keio University"]),
    ],
)
def test_the_addresses_of_a_line(line, addresses):
    found = cut_addresses(line, 0, len(line))
    assert [line[start:end] for start, end in found] == addresses
