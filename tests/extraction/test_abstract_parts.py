"""What is cut out of abstracts, and that nothing else is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extraction.abstract_parts import find_parts, keyword_places

PROSE = "We sow rye with a random drill. It grows."


def _cut(text):
    return [
        (text[p.start : p.end].strip(), p.kind) for p in find_parts(text, 0, len(text))
    ]


@pytest.mark.parametrize(
    ("tail", "kind"),
    [
        (
            "© 2019 Mill Press. All rights reserved. This is an open access article.",
            "notice",
        ),
        (
            "© 2019 The Authors. Rye Journal published by Mills on behalf of Rye.",
            "notice",
        ),
        ("Trial registration: NCT00000000.", "notice"),
        ("Funding: Rye Council and the Ministry of Bread.", "notice"),
        ("JEL codes: Q10, Q15.", "notice"),
        ("Keywords: rye; random drill.", "keywords"),
        ("Keywords rye\n", None),
    ],
)
def test_tails(tail, kind):
    assert _cut(f"{PROSE} {tail}") == ([(tail, kind)] if kind else [])


def test_a_notice_before_the_text_leaves_it():
    assert _cut(f"© 2019 Mill Press. {PROSE}") == [("© 2019 Mill Press.", "notice")]
    assert _cut(f"(C) 2019 Elsevier Ltd. All rights reserved. {PROSE}") == [
        ("(C) 2019 Elsevier Ltd. All rights reserved.", "notice")
    ]


def test_labels_and_notices_follow_each_other():
    text = (
        "Methods: We sowed. Results: It grew. Funding: Rye Council. "
        "Key words: rye; soil. © 2019 Mills Ltd."
    )
    assert [kind for _, kind in _cut(text)] == [
        *("label", "label", "notice", "keywords", "notice")
    ]


def test_a_body_that_begins_with_the_word_is_no_notice():
    assert _cut("Disclosure: a theory of what firms tell.") == []


@pytest.mark.parametrize(
    ("text", "keywords"),
    [
        ("Keywords: rye; rotten soil.", ["rye", "rotten soil"]),
        ("Key words — rye · soil", ["rye", "soil"]),
        ("Index Terms—Rye, soil, bread", ["Rye", "soil", "bread"]),
        ("关键词：黑麦；土壤", ["黑麦", "土壤"]),
        ("Keywords: we say in this place how the rye grew", []),
    ],
)
def test_keywords_of_a_list(text, keywords):
    places = keyword_places(text, 0, len(text))
    assert [text[start:end] for start, end in places] == keywords


@given(st.text(alphabet="Aa ©.:;\n(c)Keywords2019Funding", max_size=80))
def test_parts_do_not_overlap(text):
    place = 0
    for part in find_parts(text, 0, len(text)):
        assert place <= part.start < part.end <= len(text)
        place = part.end
