"""Pages of a video library: invented talks under several sites' buttons."""

import pytest

from kg.files.opened_file import Head
from kg.files.opening import open_text
from kg.sources.pages import video_page

REEFS = (
    "Coral reefs bleach when the sea stays warm for weeks, and how fast they recover "
    "depends on the algae that live in them. Twelve reefs are followed over a decade."
)
GLASS = (
    "Spin glasses age at low temperature: what they answer to a small field depends on "
    "how long they have waited. Thin films are measured and the law is logarithmic."
)


def cut(text):
    found = video_page.parse(open_text(text, name="page.txt"))
    return [(d.first_line, d.last_line, d.msc) for d in found]


CASES = {
    "the plain form": (
        f"Déposez un fichier\ny\n{REEFS}\n[-]\n{REEFS[:90]} ...\n[+]\n92D40 ; 92-08",
        [(2, 6, ("92D40", "92-08"))],
    ),
    "an abstract of two lines, cut in the second": (
        f"Up\n{REEFS}\n{GLASS}\n[-]\n{REEFS}\n{GLASS[:30]} ...\n[+]\n92D40",
        [(1, 7, ("92D40",))],
    ),
    "an abstract that is shown whole": (
        f"Up\n{REEFS}\n[-]\n{REEFS}\n[+]\n92D40",
        [(1, 5, ("92D40",))],
    ),
    "other signs and dots": (
        f"Drop files here\n{REEFS}\n(–)\n{REEFS[:90]}…\n(+)\n82D30, 60K35",
        [(1, 5, ("82D30", "60K35"))],
    ),
    "no codes": (
        f"Up\n{REEFS}\n[-]\n{REEFS[:90]}...\n[+]\nUp\n"
        f"{GLASS}\n[-]\n{GLASS[:90]}...\n[+]\n82D30",
        [(1, 4, ()), (6, 10, ("82D30",))],
    ),
    "no preview": (
        f"Up\n{GLASS}\n82D30\nUp\n{REEFS}\n[-]\n{REEFS[:90]}...\n[+]\n92D40\nUp",
        [(1, 2, ("82D30",)), (4, 8, ("92D40",))],
    ),
    "the same talk twice": (
        "\n".join([f"Up\n{REEFS}\n[-]\n{REEFS[:90]}...\n[+]\n92D40"] * 2),
        [(1, 5, ("92D40",)), (7, 11, ("92D40",))],
    ),
    "codes of another scheme": (
        f"Up\n{GLASS}\n[-]\n{GLASS[:90]}...\n[+]\nPACS: 05.50.+q",
        [(1, 5, ())],
    ),
    "a short first line": (
        f"Up\nAbstract.\n{REEFS}\n[-]\nAbstract.\n{REEFS[:90]}...\n[+]\n92D40",
        [(1, 7, ("92D40",))],
    ),
    "blank lines between": (
        f"Up\n\n{REEFS}\n\n[-]\n\n{REEFS[:90]} ...\n\n[+]\n\n92D40\n",
        [(2, 10, ("92D40",))],
    ),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES.keys())
def test_cut_into_videos(text, expected):
    assert video_page.fits(Head("page.txt", b"", text))
    assert cut(text) == expected


def test_sections_leave_out_the_buttons():
    text = f"Up\n{REEFS}\n[-]\n{REEFS[:90]} ...\n[+]\n92D40"
    (document,) = video_page.parse(open_text(text, name="page.txt"))
    assert document.text == "\n".join(text.split("\n")[1:6])
    assert [(s.kind, document.text[s.start : s.end]) for s in document.sections] == [
        ("body", REEFS),
        ("preview", f"{REEFS[:90]} ..."),
        ("codes", "92D40"),
    ]


def test_titles_and_speakers_above_the_abstracts():
    text = "\n".join(
        f"Up\n{title}\n{speaker}\n{body}\n[-]\n{body[:90]}...\n[+]\n92D40"
        for title, speaker, body in [
            ("How reefs recover", "Özkan, Elif", REEFS),
            ("Why glass grows old", "Abe, Ken", GLASS),
        ]
    )
    found = list(video_page.parse(open_text(text, name="page.txt")))
    assert [(d.first_line, d.title) for d in found] == [
        (1, "How reefs recover"),
        (9, "Why glass grows old"),
    ]
    assert {s.kind for s in found[0].sections} >= {"title", "authors"}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n\n",
        "Up\nUp\nUp",
        f"{REEFS}\n{GLASS}\n{REEFS}\n{GLASS}",
        f"[-]\n[+]\n{REEFS}",
        "a" * 5_000_000,
        "[" * 500_000,
        "\x00\x01\x1f",
    ],
    ids=["empty", "blank", "chrome", "dump", "signs", "long", "brackets", "control"],
)
def test_other_texts_do_not_fit_and_do_no_harm(text):
    assert not video_page.fits(Head("page.txt", b"", text))
    for found in video_page.parse(open_text(text, name="page.txt")):
        assert found.source == "page.txt"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("65K10 ; 65K05", True),
        ("60H15", True),
        ("37-XX, 37A25", True),
        ("MSC: 60H15", True),
        ("JEL codes: C61 ; D83", True),
        ("In 2020 ; and 2021", False),
        ("A title of some words", False),
        ("", False),
    ],
)
def test_is_codes(line, expected):
    assert video_page.is_codes(line) is expected
