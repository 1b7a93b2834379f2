import pytest

from kg.extraction.people.author_orcids import add_orcids
from kg.records import Document, Mention, PersonFacts, Section

ANA, BO = "0000-0002-1825-0097", "0000-0001-5109-3700"


def orcids(text, end, *names):
    sections = (Section(0, end, "authors"), Section(len(text) - 5, len(text), "body"))
    people = [
        Mention(text.index(n), text.index(n) + len(n), "person", n, n) for n in names
    ]
    document = Document("", "x", text, sections)
    return [
        person.facts.orcid if isinstance(person.facts, PersonFacts) else None
        for person in add_orcids(document, people)
    ]


@pytest.mark.parametrize(
    "line",
    [
        f"Ana Cruz (ORCID: {ANA}), Bo Li https://orcid.org/{BO}",
        f"Ana Cruz [{ANA}] and Bo Li, {BO}",
        f"Ana Cruz {ANA}\nBo Li {BO}",
    ],
)
def test_each_author_has_the_number_behind_the_name(line):
    text = f"{line}\nProse"
    assert orcids(text, len(line), "Ana Cruz", "Bo Li") == [ANA, BO]


def test_below_one_name_it_is_that_person_s():
    assert orcids(f"Ana Cruz\n{ANA}\nProse", 8, "Ana Cruz") == [ANA]


def test_below_several_names_nobody_can_tell():
    text = f"Ana Cruz, Bo Li\n{ANA}\nProse"
    assert orcids(text, 15, "Ana Cruz", "Bo Li") == [None, None]


def test_a_wrong_check_digit_is_no_number():
    line = "Ana Cruz 0000-0002-1825-0098"
    assert orcids(f"{line}\nProse", len(line), "Ana Cruz") == [None]
