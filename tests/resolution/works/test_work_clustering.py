import random

import pytest

from kg.records import Author, Document, Extraction, Section
from kg.resolution.works.resolve import resolve_works
from kg.resolution.works.work_records import work_records

BOILERPLATE = (
    "There is no summary of this contribution on our pages yet, so that we show the "
    "beginning of its first page as a picture instead; readers of a subscriber "
    "find the whole of it behind the button above, all others may ask us for a copy"
)
SYLLABLES = [a + b for a in "bdfgklmnprst" for b in ("ara", "elo", "iru", "ona")]


def _words(count, seed):
    chance = random.Random(seed)
    return " ".join("".join(chance.choices(SYLLABLES, k=2)) for _ in range(count))


def _record(number, title=None, text="", authors=(), year=None, doi=None):
    whole = f"{title or ''}\n{text}"
    sections = (Section(len(title or "") + 1, len(whole), "body"),)
    people = tuple(Author(name) for name in authors)
    document = Document(
        f"d{number}", "s", whole, sections, title=title, year=year, doi=doi,
        authors=people,
    )  # fmt: skip
    return Extraction(document, ())


def _works(extractions):
    records = work_records(extractions)
    clusters = resolve_works(records)
    return len({clusters.find(number) for number in range(len(records))})


@pytest.mark.parametrize("authors", [[], ["Ann Lee"], ["Ann Lee", "Bo Chen"]])
def test_a_text_of_many_titles_is_none(authors):
    pages = [_record(n, _words(5, n), BOILERPLATE, authors) for n in range(3)]
    assert _works(pages) == 3


def test_one_announcement_by_strangers_is_of_many_talks():
    names = ["Ann Lee", "Bo Chen", "Carl Diaz"]
    talks = [
        _record(n, "Seminar on old mills", BOILERPLATE, [name])
        for n, name in enumerate(names)
    ]
    assert _works(talks) == 3


@pytest.mark.parametrize("authors", [("Ann Lee", "Bo Chen"), (None, None)])
def test_few_words_under_two_titles_are_two_works(authors):
    text = "We look at old mills and at what moves them."
    pages = [
        _record(n, title, text, [name] if name else [])
        for n, (title, name) in enumerate(
            zip(("Glue from bones", "Stars that pulse"), authors, strict=True)
        )
    ]
    assert _works(pages) == 2


@pytest.mark.parametrize("bare_first", [True, False])
def test_a_bare_record_brings_no_works_together(bare_first):
    journal = "10.1234/journal"
    pages = [
        _record(n, _words(6, n), _words(40, n), [_words(2, n + 900).title()], 2000,
                journal)
        for n in range(12)
    ]  # fmt: skip
    bare = [_record(99, None, _words(40, 99), doi=journal)]
    assert _works(bare + pages if bare_first else pages + bare) >= 12


def test_a_text_without_title_belongs_to_one_of_two_works_at_most():
    text = _words(60, 7)
    named = [
        _record(1, _words(5, 1), text, ["Ann Lee"]),
        _record(2, _words(5, 2), text, ["Bo Chen"]),
    ]
    assert _works(named) == 2
    assert _works([_record(0, None, text), *named]) == 2


def test_years_do_not_chain():
    pages = [
        _record(n, "State of the union of sets", "", ["Ann Lee"], 1990 + 3 * n)
        for n in range(6)
    ]
    assert _works(pages) >= 3


def test_strangers_and_subtitles_do_not_chain():
    teams = [["Ann Lee", "Bo Chen"], ["Bo Chen", "Carl Diaz"], ["Carl Diaz", "Di Wu"]]
    title = "Optimal control of strange networks"
    assert _works([_record(n, title, "", team) for n, team in enumerate(teams)]) == 2
    titles = (": theory of colourings and maps", ": flows in networks and cuts", "")
    books = [
        _record(n, f"Handbook of graphs{rest}", "", ["Ann Lee"])
        for n, rest in enumerate(titles)
    ]
    assert _works(books) >= 2


def test_a_record_is_noted_apart_from_few():
    pages = [
        _record(n, "On old mills and what moves them", _words(30, n), [_words(2, n)])
        for n in range(40)
    ]
    findings = resolve_works(work_records(pages)).findings
    assert len(findings) <= 3 * len(pages)
