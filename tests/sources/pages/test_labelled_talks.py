from itertools import permutations

import pytest

from kg.files.opening import open_text
from kg.records import Document, Remark
from kg.sources.pages import concept_page, seminar
from kg.sources.pages.labelled_talks import (
    is_labelled,
    labelled_starts,
    settle_forms,
    talk_year,
    unread_labels,
)

REEFS = (
    "Coral reefs bleach when the sea stays warm for weeks, and how fast they recover "
    "depends on the algae that live in them. We present records of twelve reefs."
)
WRAPPED = REEFS.replace(", and", ", and\n").replace("them. ", "them.\n")
TALKS = [
    ("Ana Ruiz", "University of Cambridge", "5 May 2021", "MR12", "How reefs recover"),
    ("Uwe Kern", "TU Munich", "7 May 2022", "MR13", "On mills: a survey"),
    ("Li Na", "Tsinghua University", "9 May 2023", "MR12", "Old glass"),
]
WORDS = {
    "en": ("Speaker", "Affiliation", "Date", "Room", "Title", "Abstract"),
    "de": ("Referentin", "Institution", "Datum", "Raum", "Thema", "Zusammenfassung"),
    "es": ("Ponente", "Afiliación", "Fecha", "Sala", "Título", "Resumen"),
    "ru": ("Докладчик", "Организация", "Дата", "Аудитория", "Название", "Аннотация"),
    "zh": ("报告人", "单位", "时间", "地点", "题目", "摘要"),
}


def page(order, *, words="en", form="{}: {}", gap="\n\n", text=REEFS):
    talks = []
    for values in TALKS:
        lines = [form.format(WORDS[words][n], [*values, text][n]) for n in order]
        talks.append("\n".join(lines))
    return gap.join(talks) + "\n"


def parts(text):
    found = [
        d for d in seminar.parse(open_text(text, name="x")) if isinstance(d, Document)
    ]
    return [
        (*(_section(d, kind) for kind in ("authors", "affiliation")), d.year, d.title)
        for d in found
    ]


def _section(document, kind):
    return next(
        (document.text[s.start : s.end] for s in document.sections if s.kind == kind),
        None,
    )


WANTED = [(who, where, int(day[-4:]), title) for who, where, day, _, title in TALKS]


@pytest.mark.parametrize("order", [*permutations(range(5))][::7])
def test_labels_stand_in_any_order(order):
    assert parts(page((*order, 5))) == WANTED
    assert parts(page((*order, 5), gap="\n")) == WANTED


@pytest.mark.parametrize("behind", [(1,), (2, 3), (3, 1, 2), (0, 1, 2)])
@pytest.mark.parametrize("words", WORDS)
def test_some_may_stand_behind_the_abstract(behind, words):
    order = [n for n in (4, 0, 1, 2, 3) if n not in behind]
    assert parts(page((*order, 5, *behind), words=words)) == WANTED


@pytest.mark.parametrize(
    "form", ["{} : {}", "**{}:** {}", "{}：{}", "{}:\n{}", "{}: {}\n"]
)
@pytest.mark.parametrize("text", [REEFS, WRAPPED])
def test_labels_have_many_forms(form, text):
    found = page((2, 3, 0, 1, 4, 5), form=form, text=text)
    assert parts(f"Spring seminar\n\n{found}") == WANTED
    assert seminar.fits(open_text(found, name="x").head())
    assert not concept_page.fits(open_text(found, name="x").head())


def test_a_talk_may_lack_a_label():
    text = page((4, 0, 5, 2, 1))
    for line in ("Affiliation: TU Munich\n", "Affiliation: Tsinghua University\n"):
        text = text.replace(line, "")
    assert [where for _, where, *_ in parts(text)] == [
        "University of Cambridge",
        None,
        None,
    ]


def test_names_above_the_labels_head_their_talks():
    heads = [("Ann Lee (MIT)", "On mills"), ("Bo Li (ETH)", "On wind")]
    text = "\n\n".join(f"{a}\nTitle: {b}\nAbstract: {REEFS}" for a, b in heads)
    found = [(who, title) for who, _, _, title in parts(f"Talks\n\n{text}\n")]
    assert found == heads


def test_a_label_within_an_abstract_opens_nothing():
    text = page((0, 1, 2, 4, 5), text=f"{REEFS}\nLink: fish.example\n{REEFS}")
    assert parts(text) == WANTED


def test_labels_that_nothing_reads_are_named():
    text = page((0, 3, 4, 5)).replace("Room: MR13", "Colour: red\nColour: blue")
    *_, remark = seminar.parse(open_text(text, name="x"))
    remark = next(
        r for r in seminar.parse(open_text(text, name="x")) if isinstance(r, Remark)
    )
    assert remark.reason == 'labels that are not read: "Room" (2), "Colour" (2)'
    assert not remark.lost


def test_two_labels_twice_make_a_page():
    assert is_labelled(["Title: A", "Speaker: B"] * 2)
    assert not is_labelled(["Title: A", "Speaker: B", "Title: C"])


def test_values_and_wrapped_lines_go_on():
    lines = [
        "Talks",
        "Title:",
        "On mills",
        "Abstract: We ask",
        "and answer.",
        "",
        "Home",
    ]
    forms = settle_forms(
        lines, ["short", "title", "short", "abstract", "short", "blank", "short"]
    )
    assert forms == ["aside", "title", "title", "abstract", "prose", "blank", "prose"]
    assert list(labelled_starts(lines, forms)) == [1]


def test_a_page_without_text_has_no_order():
    assert list(labelled_starts(["Title: A", "Title: B"], ["title", "title"])) == [0]
    assert unread_labels([]) == {}
    assert talk_year(["Date:", "5 May 2022"]) == 2022
    assert talk_year(["Date: soon"]) is talk_year(["On 1850"]) is None
