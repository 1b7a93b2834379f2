from collections import Counter
from dataclasses import replace

import pytest

from kg.resolution.works.matching import Judge
from kg.resolution.works.near_duplicates import hash_texts
from kg.resolution.works.work_records import WorkRecord

(NOTHING, LONG, OTHER) = hash_texts(
    [
        "",
        " ".join(f"wo{a}{b}rd" for a in "abcdef" for b in "ghijklm"),
        " ".join(f"te{a}{b}xt" for a in "abcdef" for b in "ghijklm"),
    ]
)
TEAM = frozenset({("lima", "a"), ("costa", "r"), ("brandl", "e")})


def make(title=None, authors=TEAM, text=NOTHING, **known):
    return WorkRecord("h", "l", title, None, authors, (), text, **known)


PLAIN = make("Kernels of large random graphs")
JUDGE = Judge(Counter())


@pytest.mark.parametrize(
    ("other", "rule", "same"),
    [
        (make("Kernels of large random graphs"), "title and authors", True),
        (
            make("Kernels of large random graphs: a survey of results"),
            "title and authors",
            True,
        ),
        (make("Kernels of large random graphs", frozenset()), "title", True),
        (
            make("Kernels of large random graphs", frozenset({("klee", "j")})),
            "title alone",
            False,
        ),
        (make("Kernels of large random graphs, part 2"), None, None),
        (make("Roads in Malta"), None, None),
    ],
)
def test_titles_alone_need_authors_or_length(other, rule, same):
    verdict = JUDGE.by_title(PLAIN, other)
    assert (verdict and verdict.rule, verdict and verdict.same) == (rule, same)


def test_a_heading_joins_nothing():
    verdict = JUDGE.by_title(make("Introduction"), make("Introduction"))
    assert (verdict.rule, verdict.same) == ("heading", False)


def test_one_text_under_two_titles_by_strangers_is_a_mistake():
    one = replace(PLAIN, text=LONG)
    other = make("Roads in Malta", frozenset({("klee", "j")}), LONG)
    verdict = JUDGE.by_words(one, other)
    assert (verdict.rule, verdict.same) == ("one text, two works", False)
    assert JUDGE.by_words(one, replace(one, title="Roads in Malta")).same


def test_texts_are_judged_by_what_they_share():
    one = replace(PLAIN, text=LONG)
    assert JUDGE.by_text(one, one).rule == "near text"
    assert JUDGE.by_text(one, one).same
    assert JUDGE.by_text(one, replace(PLAIN, text=OTHER)) is None


def test_an_identifier_joins_unless_titles_contradict():
    assert JUDGE.by_identifier(PLAIN, make("Kernels of large random graphs")).same
    misused = JUDGE.by_identifier(PLAIN, make("Roads in Malta", frozenset()))
    assert (misused.rule, misused.same) == ("identifier misused", False)
    part = make("Kernels of large random graphs II")
    assert not JUDGE.by_identifier(PLAIN, part).same
