import pytest

from kg.extraction.terms import find_terms
from kg.records import Document, Mention, Passage, Section, Work
from kg.tagger.labels import Span

TEXT = "Deep nets\nWe train deep nets (DN) with small steps. Refs: Large Steps, 2001."


def _document(**fields):
    sections = (Section(0, 9, "title"), Section(10, len(TEXT), "body"))
    return Document("d", "s", TEXT, sections, **fields)


def _tagged(surface, kind="concept", score=0.9, after=0):
    start = TEXT.index(surface, after)
    end = start + len(surface)
    return Span(start, end, kind, score)


PASSAGES = (Passage(10, 52, "prose"), Passage(52, len(TEXT), "references"))


def _found(tagged, **options):
    terms = find_terms(_document(), PASSAGES, tagged, **options)
    return [(t.start, t.surface, t.kind) for t in terms]


def test_proposals_in_title_and_prose_are_terms():
    tagged = [_tagged("Deep nets", "method"), _tagged("small steps")]
    assert _found(tagged) == [
        (0, "Deep nets", "method"),
        (TEXT.index("small"), "small steps", "concept"),
    ]


def test_references_hold_no_terms():
    assert _found([_tagged("Large Steps")]) == []


def test_what_names_another_work_is_no_term():
    start = TEXT.index("small")
    assert _found([_tagged("small steps")], works=[Work(start, start + 11)]) == []


def test_what_lies_outside_every_section_is_no_term():
    document = Document("d", "s", TEXT, (Section(0, 9, "title"),))
    assert find_terms(document, (), [_tagged("small steps")]) == []


def test_people_and_institutions_come_first():
    start = TEXT.index("small steps")
    person = Mention(start, start + 5, "person", "small", "Small")
    assert _found([_tagged("small steps")], others=[person]) == []


@pytest.mark.parametrize(
    ("surfaces", "kept"),
    [
        (["train deep nets", "deep nets"], ["train deep nets"]),
        (["deep nets", "train deep nets"], ["deep nets"]),
        (["deep nets", "nets (DN)"], ["deep nets"]),
        (["deep nets", "small steps"], ["deep nets", "small steps"]),
    ],
)
def test_of_overlapping_proposals_the_surer_stays(surfaces, kept):
    tagged = [_tagged(s, score=1 - i / 10) for i, s in enumerate(surfaces)]
    assert [surface for _, surface, _ in _found(tagged)] == kept


def test_of_equally_sure_proposals_the_longer_stays():
    assert [
        t[1] for t in _found([_tagged("nets (DN)"), _tagged("deep nets (DN)")])
    ] == ["deep nets (DN)"]


@pytest.mark.parametrize(("seen", "added"), [("deep nets", "DN"), ("DN", "deep nets")])
def test_the_other_member_of_an_abbreviation_is_a_term_too(seen, added):
    long = _tagged("deep nets", after=10)
    short = _tagged("DN")
    pair = (short.start, short.end, long.start, long.end)
    found = _found([_tagged(seen, "method", after=10)], abbreviations=[pair])
    assert (_tagged(added, after=10).start, added, "method") in found


def test_an_abbreviation_of_which_nothing_was_seen_is_none():
    long, short = _tagged("deep nets", after=10), _tagged("DN")
    pair = (short.start, short.end, long.start, long.end)
    assert _found([], abbreviations=[pair]) == []


def test_keywords_are_concepts():
    terms = find_terms(_document(keywords=("Optimal $\\ell_1$", " ")), (), [])
    assert [(t.field, t.surface, t.kind) for t in terms] == [
        ("keywords.0", "Optimal $\\ell_1$", "concept")
    ]
    assert terms[0].name == "Optimal ℓ1"
