"""Concept pages: invented papers between blank lines."""

import pytest

from kg.files.opened_file import Head
from kg.files.opening import open_text
from kg.sources.pages import concept_page

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


def cut(text):
    found = concept_page.parse(open_text(text, name="page.txt"))
    return [(d.first_line, d.last_line, d.title, d.venue) for d in found]


CASES = {
    "the plain form": (
        f"Goto\n\nPeople\n\n Reefs\n\n\nHow reefs recover\n\nMarine Letters\n\n{REEFS}"
        f"\n\n\nOld glass\n\nMarine Letters\n\n{GLASS}",
        [
            (7, 11, "How reefs recover", "Marine Letters"),
            (14, 18, "Old glass", "Marine Letters"),
        ],
    ),
    "single blank lines throughout": (
        f"Home\n\nHow reefs recover\n\nMarine Letters\n\n{REEFS}\n\n"
        f"Old glass\n\nGlass Review\n\n{GLASS}",
        [
            (2, 6, "How reefs recover", "Marine Letters"),
            (8, 12, "Old glass", "Glass Review"),
        ],
    ),
    "several paragraphs": (
        f"How reefs recover\n\nMarine Letters\n\n{REEFS}\n\n{WAVES}\n\n\n"
        f"Old glass\n\nGlass Review\n\n{GLASS}",
        [
            (0, 6, "How reefs recover", "Marine Letters"),
            (9, 13, "Old glass", "Glass Review"),
        ],
    ),
    "a title that asks, a venue with its year": (
        f"Why do reefs fade?\n\nMarine Letters 2019\n\n{REEFS}\n\n\n"
        f"Is glass old?\n\nGlass 2020\n\n{GLASS}",
        [
            (0, 4, "Why do reefs fade?", "Marine Letters 2019"),
            (7, 11, "Is glass old?", "Glass 2020"),
        ],
    ),
    "venues above titles": (
        f"Marine Letters\n\nReefs fade\n\n{REEFS}\n\nMarine Letters\n\nGlass ages\n\n"
        f"{GLASS}\n\nMarine Letters\n\nWaves lose\n\n{WAVES}",
        [
            (0, 4, "Reefs fade", "Marine Letters"),
            (6, 10, "Glass ages", "Marine Letters"),
            (12, 16, "Waves lose", "Marine Letters"),
        ],
    ),
    "a title with a full stop": (
        f"How reefs recover\n\nMarine Letters\n\n{REEFS}\n\n\n"
        "A study of how the glass of old windows ages in the light of the sun.\n\n"
        f"Marine Letters\n\n{GLASS}",
        [
            (0, 4, "How reefs recover", "Marine Letters"),
            (
                *(7, 11),
                "A study of how the glass of old windows ages in the light of the sun.",
                "Marine Letters",
            ),
        ],
    ),
    "venues that alternate": (
        "\n\n\n".join(
            [
                f"How reefs recover\n\nGames and Warm Waters\n\n{REEFS}",
                f"Old glass\n\nGlass and Spin Systems\n\n{GLASS}",
                f"Lost waves\n\nGames and Warm Waters\n\n{WAVES}",
                f"More glass\n\nGlass and Spin Systems\n\n{GLASS}",
            ]
        ),
        [
            (0, 4, "How reefs recover", "Games and Warm Waters"),
            (7, 11, "Old glass", "Glass and Spin Systems"),
            (14, 18, "Lost waves", "Games and Warm Waters"),
            (21, 25, "More glass", "Glass and Spin Systems"),
        ],
    ),
    "a footer": (
        f"Reefs fade\n\nMarine Letters\n\n{REEFS}\n\n\nGlass ages\n\nGlass Review\n\n"
        f"{GLASS}\n\n\nNext page\n\nContact\n",
        [
            (0, 4, "Reefs fade", "Marine Letters"),
            (7, 11, "Glass ages", "Glass Review"),
        ],
    ),
    "the same paper twice": (
        "\n\n\n".join([f"Reefs fade\n\nMarine Letters\n\n{REEFS}"] * 2),
        [
            (0, 4, "Reefs fade", "Marine Letters"),
            (7, 11, "Reefs fade", "Marine Letters"),
        ],
    ),
}


VENUES = [
    "Computer Vision and Pattern Recognition",
    "IEEE Robotics and Automation Letters",
    "Games and Economic Behavior",
    "Medical Image Computing and Computer Assisted Intervention",
    "Acoustics, Speech, and Signal Processing",
    "Journal of Reefs, Waves and Seas",
]


@pytest.mark.parametrize("venue", VENUES)
def test_venues_that_could_be_lists_of_names(venue):
    text = CASES["a footer"][0].replace("Glass Review", venue)
    assert cut(text)[1] == (7, 11, "Glass ages", venue)


def test_a_list_of_people_is_no_venue():
    text = CASES["a footer"][0].replace("Glass Review", "Ana Lima, Rui Costa")
    document = list(concept_page.parse(open_text(text, name="page.txt")))[1]
    assert [section.kind for section in document.sections] == [
        *("title", "authors", "body")
    ]
    assert document.venue is None


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES.keys())
def test_cut_into_papers(text, expected):
    assert concept_page.fits(Head("page.txt", b"", text))
    assert cut(text) == expected


def test_sections_and_text():
    text = CASES["the plain form"][0]
    document = next(iter(concept_page.parse(open_text(text, name="page.txt"))))
    assert document.text == "\n".join(text.split("\n")[7:12])
    assert [(s.kind, document.text[s.start : s.end]) for s in document.sections] == [
        ("title", "How reefs recover"),
        ("venue", "Marine Letters"),
        ("body", REEFS),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n\n",
        "Home\n\nAbout\n\nContact",
        f"{REEFS}\n{GLASS}\n{WAVES}",
        f"{REEFS}\n\n{GLASS}\n\n{WAVES}",
        "a" * 5_000_000,
        "\x00\x01\x1f",
    ],
    ids=["empty", "blank", "menu", "dump", "spaced dump", "long", "control"],
)
def test_other_texts_do_not_fit_and_do_no_harm(text):
    assert not concept_page.fits(Head("page.txt", b"", text))
    for found in concept_page.parse(open_text(text, name="page.txt")):
        assert found.source == "page.txt"
