"""Author pages: invented people and papers."""

import pytest

from kg.files.opened_file import Head
from kg.files.opening import open_text
from kg.records import Document
from kg.sources.pages import author_page

REEFS = (
    "Coral reefs bleach when the sea stays warm for weeks, and how fast they recover "
    "depends on the algae that live in them. Twelve reefs are followed over a decade."
)
GLASS = (
    "Spin glasses age at low temperature: what they answer to a small field depends on "
    "how long they have waited. Thin films are measured and the law is logarithmic."
)
WAVES = (
    "Many surveys lose half of their people before the second wave. A weighting is "
    "given that needs only the first wave, and its bias vanishes with the strata."
)


def documents(text):
    found = list(author_page.parse(open_text(text, name="page.txt")))
    assert all(isinstance(document, Document) for document in found)
    return found


def cut(text):
    return [(d.first_line, d.last_line, d.title) for d in documents(text)]


PAGE = "\n".join(
    [
        "No plot can be drawn yet.",
        "Özkan, Elif",
        "How reefs recover",
        "Özkan, Elif, van der Berg, Jan",
        REEFS,
        "Old glass",
        "Nakamura, Aya, Özkan, Elif",
        GLASS,
    ]
)

CASES = {
    "the plain form": (PAGE, [(2, 4, "How reefs recover"), (5, 7, "Old glass")]),
    "title with commas that looks like names": (
        f"Menu\nÖzkan, Elif\nHeat, Light, Salt\nÖzkan, Elif\n{REEFS}\n"
        f"Old glass\nAbe, Ken, Özkan, Elif\n{GLASS}",
        [(2, 4, "Heat, Light, Salt"), (5, 7, "Old glass")],
    ),
    "an abstract of several lines": (
        f"Özkan, Elif\nHow reefs recover\nÖzkan, Elif\n{REEFS}\n{WAVES}\n"
        f"Old glass\nÖzkan, Elif\n{GLASS}",
        [(1, 4, "How reefs recover"), (5, 7, "Old glass")],
    ),
    "the same paper three times": (
        "Özkan, Elif\n" + "\n".join([f"Old glass\nÖzkan, Elif\n{GLASS}"] * 3),
        [(1, 3, "Old glass"), (4, 6, "Old glass"), (7, 9, "Old glass")],
    ),
    "an author split wrongly": (
        f"Özkan, Elif\nReefs\nElif, Özkan, Elif, Özkan, Abe\n{REEFS}\n"
        f"Old glass\nÖzkan, Elif, Abe, Ken\n{GLASS}",
        [(1, 3, "Reefs"), (4, 6, "Old glass")],
    ),
    "a paper without abstract": (
        f"Özkan, Elif\nReefs\nÖzkan, Elif, Abe, Ken\nOld glass\nÖzkan, Elif\n{GLASS}\n"
        f"Waves\nÖzkan, Elif\n{WAVES}",
        [(1, 2, "Reefs"), (3, 5, "Old glass"), (6, 8, "Waves")],
    ),
    "authors above titles": (
        f"Two papers\nÖzkan, Elif\nReefs again\n{REEFS}\n"
        f"Abe, Ken, Özkan, Elif\nOld glass\n{GLASS}\nÖzkan, Elif\nWaves\n{WAVES}",
        [(1, 3, "Reefs again"), (4, 6, "Old glass"), (7, 9, "Waves")],
    ),
    "blank lines and a footer": (
        f"Özkan, Elif\n\nReefs\n\nÖzkan, Elif\n\n{REEFS}\n\nOld glass\n\n"
        f"Özkan, Elif\n\n{GLASS}\n\nNext page\n© The Index\n",
        [(2, 6, "Reefs"), (8, 12, "Old glass")],
    ),
    "one paper under its author": (
        f"Özkan, Elif\nReefs\nÖzkan, Elif, Abe, Ken\n{REEFS}\n",
        [(1, 3, "Reefs")],
    ),
    "another script's names": (
        f"Index\nWaves\n王, 伟, 李, 娜\n{WAVES}\nOld glass\n王, 伟\n{GLASS}",
        [(1, 3, "Waves"), (4, 6, "Old glass")],
    ),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES.keys())
def test_cut_into_papers(text, expected):
    assert author_page.fits(Head("page.txt", b"", text))
    assert cut(text) == expected


def test_text_is_the_lines_and_sections_say_what_they_are():
    document = documents(PAGE)[0]
    assert document.text == "\n".join(PAGE.split("\n")[2:5])
    parts = {s.kind: document.text[s.start : s.end] for s in document.sections}
    assert parts == {
        "title": "How reefs recover",
        "authors": "Özkan, Elif, van der Berg, Jan",
        "body": REEFS,
    }
    assert document.authors == ()


def test_a_line_between_authors_and_abstract_is_the_venue():
    text = PAGE.replace(REEFS, f"Marine Letters 2019\n{REEFS}")
    assert [document.venue for document in documents(text)] == [
        "Marine Letters 2019",
        None,
    ]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n\n",
        "Menu\nLog in\nSearch",
        f"{REEFS}\n{GLASS}\n{WAVES}",
        f"Reefs\n\nMarine Letters\n\n{REEFS}\n\n\nGlass\n\nMarine Letters\n\n{GLASS}",
        "\n".join([f"Reefs\nGames and Warm Waters\n{REEFS}"] * 3),
        "a" * 5_000_000,
        "Aa, Bb, " * 500_000,
        "\x00\x01\x1f",
    ],
    ids=[
        "empty",
        "blank",
        "menu",
        "dump",
        "concept",
        "venues",
        "long",
        "names",
        "control",
    ],
)
def test_other_texts_do_not_fit_and_do_no_harm(text):
    assert not author_page.fits(Head("page.txt", b"", text))
    for found in author_page.parse(open_text(text, name="page.txt")):
        assert found.source == "page.txt"
