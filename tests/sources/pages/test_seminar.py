"""Seminar dumps: invented talks, with all that stands around them."""

from pathlib import Path

import pytest

from kg.files.opened_file import Head
from kg.files.opening import open_text
from kg.records import Document
from kg.sources.pages import seminar
from kg.sources.pages.cue_words import load_model
from kg.sources.pages.talk_lines import form_of

REEFS = (
    "Coral reefs bleach when the sea stays warm for weeks, and how fast they recover "
    "depends on the algae that live in them. In this talk, I will present records of "
    "twelve reefs over a decade. We find that reefs with mixed algae recover in half "
    "the time, and that grazing fish matter less than we thought. All records are open "
    "to those who want to test other explanations."
)
GLASS = (
    "Spin glasses are magnets whose moments freeze in disorder, and at low temperature "
    "they age: what they answer to a small field depends on how long they have waited. "
    "We measure this answer in thin films. The waiting time enters only through its "
    "logarithm, which rules out two of the three theories that have been proposed, and "
    "experiments on thicker films confirm this."
)
WAVES = (
    "Many surveys lose half of their people before the second wave. This talk proposes "
    "a weighting that needs only the first wave. We prove that its bias vanishes with "
    "the number of strata and that no weighting does better without assumptions. "
    "An application to a health survey shows what is gained in practice."
)
KNOTS = (
    "A knot is slice if it bounds a disc in the four-dimensional ball. Which knots are "
    "slice is known up to twelve crossings. In this lecture we introduce an "
    "obstruction from signatures that a computer can check, and settle most knots "
    "with thirteen crossings, leaving a list of open cases for the audience."
)
TALKS = [REEFS, GLASS, WAVES, KNOTS]


def cut(text):
    found = seminar.parse(open_text(text, name="dump.txt"))
    return [(d.first_line, d.last_line) for d in found]


def test_one_line_one_talk():
    text = "\n".join(TALKS) + "\n"
    assert seminar.fits(Head("dump.txt", b"", text))
    assert cut(text) == [(0, 0), (1, 1), (2, 2), (3, 3)]


ATTACHED = [
    ["Bio: Rui Costa is a professor of biology at Porto."],
    ["Biography", "Rui Costa received his degree from Porto and is now a professor."],
    ["BioRui Costa is a lecturer at the University of Porto."],
    ["About the speaker: Rui Costa leads a laboratory in Porto."],
    ["Rui Costa is a professor at Porto, where he was a postdoc and got his Ph.D."],
    ["Joint work with Ana Lima and Eva Sousa."],
    ["This is joint work with Ana Lima (Braga)."],
    ["The talk is based on a joint work with Ana Lima and my advisor Eva Sousa."],
    ["Work together with: Ana Lima, Eva Sousa"],
    ["Link to the paper: https://example.org/abs/1234.5678"],
    ["https://example.org/abs/1234.5678"],
    ["Code: https://example.org/code", "Slides: https://example.org/slides"],
    ["Based on: https://example.org/1, https://example.org/2"],
    ["References:", "[1] A. Lima, R. Costa. Warm seas. Marine Letters, 2019."],
    ["References", "A. Lima, R. Costa. Warm seas. Marine Letters, 2019."],
    ["I will speak about these papers:", "1. Warm seas Ana Lima", "2. Cold seas Costa"],
    ["Joint work with Ana Lima.", "", "https://example.org/1", "Bio: Costa is a host."],
    # Plans and remarks on the talk.
    ["If there is time left, I may also touch upon two related conjectures."],
    ["I hope to leave ten minutes for a discussion of what is still open."],
    ["To finish, we pose a handful of questions."],
    ["No background in marine biology is expected."],
    ["The lecture is meant for students of any year, and few formulas will appear."],
    ["We will show the program at work, provided the projector cooperates."],
    ["The second half of the hour will be more technical."],
    ["Undergraduates are very welcome to come."],
    ["L'exposé s'adresse à un large public."],
    # Lives without a label.
    ["I am a second-year PhD student at Porto, supervised by Ana Lima."],
    ["My name is Rui Costa and I study corals at the University of Porto."],
    ["The speaker, Rui Costa, is a reader in ecology at Porto."],
    ["Speaker's bio: Rui Costa likes the sea."],
    ["Presenter bio: Rui Costa likes the sea."],
    ["About Rui Costa: Rui is a postdoc in Braga, and took his degree in Porto."],
    ["Rui Costa runs the Marine Institute. He was chair of the reef society."],
    ["Rui Costa is a software engineer at Sealab; earlier he was a student in Braga."],
    ["Rui van den Berg obtained the M.Sc. degree from Delft University in 2011."],
    ["Rui Costa est professeur à Porto. Sa thèse a été soutenue à Braga en 2009."],
    # Co-workers.
    ["(with Ana Lima and Eva Sousa)"],
    ["This lecture reports on joint efforts with Ana Lima of Braga."],
    ["Half of the talk draws on a manuscript written with Ana Lima, arXiv:2003.01234."],
    ["Coauthored with Ana Lima and Eva Sousa."],
    ["Collaborators in this project were Ana Lima and Eva Sousa."],
    ["Travail en collaboration avec Ana Lima."],
    ["Much of this was found by my student Ana Lima."],
    # What to read.
    ["A preprint is available at arxiv.org/pdf/1905.01234.pdf"],
    ["For the details see “Reefs in warm seas”, Marine Letters 2019."],
    ["Main source: Reefs in warm seas, Ana Lima, Rui Costa, Marine Letters 2019."],
    [
        "Based on:",
        "(a) Warm seas (with Ana Lima), Marine Letters 2019",
        "(b) Cold seas (with Eva Sousa), Marine Letters 2020",
    ],
    [
        "References",
        "A. Lima and R. J. Costa (2019). Warm seas. In Marine Letters.",
        "E. Sousa (2020). Cold seas and the reefs in them. In Marine Letters.",
        "R. Costa, E. Sousa and A. Lima (2021). Why reefs fade. In Reef Review.",
    ],
    ["• A. Lima. Warm seas. 2019.", "• A. Lima. Cold seas. 2020."],
]


@pytest.mark.parametrize("lines", ATTACHED, ids=[lines[0][:40] for lines in ATTACHED])
def test_attachments_belong_to_the_talk_above(lines):
    text = "\n".join([GLASS, REEFS, *lines, WAVES, KNOTS])
    end = 1 + len(lines)
    assert cut(text) == [(0, 0), (1, end), (end + 1, end + 1), (end + 2, end + 2)]


OPENING = [
    "I will survey what is known of the moduli of curves.",
    "In this talk, I will discuss how proteins fold, and what networks can say of it.",
    "Emmy Noether received her degree in Erlangen and taught in Göttingen without pay. "
    "This lecture tells how her theorem came to be.",
    "Universities award more degrees each year. We ask whether students learn more.",
    "Collaboration between robots and people needs trust. We measure how it grows.",
    "Based on the theory of predictive coding, we build a network that hears ahead.",
    "Ramanujan's tau function has fascinated number theorists for a century.",
    "The Ising model was introduced by Lenz in 1920 and solved on a line by Ising.",
]


@pytest.mark.parametrize("line", OPENING, ids=[line[:30] for line in OPENING])
def test_short_talks_are_no_attachments(line):
    assert form_of(line, load_model()) in ("prose", "short")


def test_a_plan_at_the_end_of_the_page_belongs_to_the_last_talk():
    text = "\n".join([GLASS, REEFS, WAVES, "If time allows, there will be a demo."])
    assert cut(text) == [(0, 0), (1, 1), (2, 3)]


GOING_ON = [
    "In the second part of the talk, we turn to reefs that never recovered and ask "
    "what their algae had in common with those of the reefs that did.",
    "Finally, these records let us say how much warming reefs with mixed algae can "
    "bear before they bleach for good, which is what is asked of us most often.",
    "These results suggest that algae, rather than fish, should be protected first "
    "when reefs bleach, which contradicts much of present practice.",
]


@pytest.mark.parametrize("line", GOING_ON, ids=["second part", "finally", "these"])
def test_paragraphs_that_go_on(line):
    text = "\n".join([GLASS, REEFS, line, WAVES, KNOTS])
    assert cut(text) == [(0, 0), (1, 2), (3, 3), (4, 4)]


def test_motivation_before_in_this_talk():
    first, turn, rest = REEFS.partition("In this talk")
    text = "\n".join([GLASS, KNOTS, first.strip(), turn + rest, WAVES])
    assert cut(text) == [(0, 0), (1, 1), (2, 3), (4, 4)]


def test_the_same_talk_twice_is_two():
    assert cut("\n".join([REEFS, REEFS, GLASS])) == [(0, 0), (1, 1), (2, 2)]


def test_blank_lines_that_separate_talks_decide():
    text = f"{GLASS}\n{KNOTS}\n\n{REEFS}\nJoint work with Ana Lima.\n\n{WAVES}\n"
    assert cut(text) == [(0, 1), (3, 4), (6, 6)]


def test_blank_lines_between_all_paragraphs_say_nothing():
    text = "\n\n".join([GLASS, REEFS, GOING_ON[0], "Joint work with A. Lima.", WAVES])
    assert cut(text) == [(0, 0), (2, 6), (8, 8)]


@pytest.mark.parametrize(
    ("top", "bottom"),
    [
        (["Seminar archive", "Past talks"], ["Contact", "Imprint"]),
        (["Home", "", "2019"], ["", "© Institute"]),
        (["Talks of the winter"], []),
    ],
)
def test_lines_of_the_page_are_left_out(top, bottom):
    count = len(top)
    text = "\n".join([*top, REEFS, GLASS, WAVES, *bottom])
    assert cut(text) == [(count + n, count + n) for n in range(3)]


@pytest.mark.parametrize("rule", ["***", "-----", "12 May 2020", "Back to top"])
def test_rules_and_dates_between_talks_belong_to_none(rule):
    text = f"\n{rule}\n".join([REEFS, GLASS, WAVES])
    assert cut(text) == [(0, 0), (2, 2), (4, 4)]


def test_labelled_talks():
    text = "\n".join(
        [
            "Speaker: Ana Lima (Porto)",
            "Title: How reefs recover",
            f"Abstract: {REEFS}",
            "Bio: Ana Lima is a professor.",
            "Speaker: Rui Costa (Braga)",
            "Title: Old glass",
            "Abstract:",
            GLASS,
            "We end with open questions on films that are thinner than a spin wave.",
        ]
    )
    found = list(seminar.parse(open_text(text, name="dump.txt")))
    assert [(d.first_line, d.last_line, d.title) for d in found] == [
        (0, 3, "How reefs recover"),
        (4, 8, "Old glass"),
    ]
    parts = {s.kind: found[0].text[s.start : s.end] for s in found[0].sections}
    assert parts["authors"] == "Ana Lima (Porto)"
    assert parts["body"].startswith("Coral reefs")


def test_titles_and_speakers_without_labels():
    text = "\n".join(
        line
        for title, speaker, body in [
            ("How reefs recover", "Ana Lima (Porto)", REEFS),
            ("Old glass", "Rui Costa (Braga)", GLASS),
            ("Weights for surveys", "Eva Sousa (Lisbon)", WAVES),
        ]
        for line in (title, speaker, body)
    )
    found = list(
        seminar.parse(open_text(f"All talks\n{text}\nContact", name="dump.txt"))
    )
    assert [(d.first_line, d.last_line, d.title) for d in found] == [
        (1, 3, "How reefs recover"),
        (4, 6, "Old glass"),
        (7, 9, "Weights for surveys"),
    ]
    assert [s.kind for s in found[0].sections] == ["title", "authors", "body"]


def test_text_is_the_lines_and_the_body_all_of_them():
    text = f"{GLASS}\n{REEFS}\nJoint work with Ana Lima.\n{WAVES}"
    document = list(seminar.parse(open_text(text, name="dump.txt")))[1]
    assert document.text == "\n".join(text.split("\n")[1:3])
    assert [(s.start, s.end, s.kind) for s in document.sections] == [
        (0, len(document.text), "body")
    ]


@pytest.mark.parametrize(
    "text",
    ["", "\n\n", "Home\nTalks\nContact", "a" * 5_000_000, "b c " * 900_000, "\x00\x1f"],
    ids=["empty", "blank", "menu", "long word", "long line", "control"],
)
def test_other_texts_do_not_fit_and_do_no_harm(text):
    assert not seminar.fits(Head("dump.txt", b"", text))
    for found in seminar.parse(open_text(text, name="dump.txt")):
        assert found.source == "dump.txt"


SEED = Path(__file__).parents[3] / "../shared/seeds/003_c58ddcedc849b287.txt"


@pytest.mark.skipif(not SEED.exists(), reason="needs ../shared")
def test_a_real_dump_is_cut_nearly_right():
    found = cut(SEED.read_text(encoding="utf-8"))
    assert 115 <= len(found) <= 123  # 119 by hand
    assert (64, 68) in found
    assert (121, 124) in found


def read_talks(text):
    found = seminar.parse(open_text(text, name="dump.txt"))
    return [each for each in found if isinstance(each, Document)]


def test_values_of_labels_go_on_in_the_next_line():
    text = "\n\n".join(
        f"Title: On mills of\n  the {side} coast\nAuthors: Ana Cruz, Bo Li,\nEva Maes\n"
        f"Abstract: Mills of the {side} coast turn by wind, and we ask how fast they turn."
        for side in ("north", "south")
    )
    north, south = read_talks(text)
    assert (north.title, south.title) == (
        "On mills of the north coast",
        "On mills of the south coast",
    )
    authors = [s for s in north.sections if s.kind == "authors"]
    assert [north.text[s.start : s.end] for s in authors] == [
        "Ana Cruz, Bo Li,\nEva Maes"
    ]


def test_a_date_before_a_speaker_is_no_part_of_the_name():
    text = "\n\n".join(
        f"{day} May: {name} (Lund University)\nTitle: On mills\n"
        "Abstract: Mills turn by wind or by water, and we ask how fast they turn."
        for day, name in ((3, "Maria Roe"), (10, "David Hale"))
    )
    for talk, name in zip(read_talks(text), ("Maria Roe", "David Hale"), strict=True):
        (section,) = [s for s in talk.sections if s.kind == "authors"]
        assert talk.text[section.start : section.end] == f"{name} (Lund University)"
