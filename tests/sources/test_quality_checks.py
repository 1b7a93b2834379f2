"""Every check says what to do, and passes a sound record."""

from dataclasses import replace

import pytest

from kg.records import Affiliation, Author
from kg.sources.quality_checks import CHECKS, Check, body_of
from kg.sources.records.fields import record_document

SOUND = record_document(
    "On mills",
    "We measure how long a mill turns in a wind that comes and goes.",
    id="",
    source="x.csv",
    record_line=2,
    venue="Journal of Mills",
    authors=(Author("Ann Lee"), Author("van Dyke"), Author("")),
)


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.what)
def test_every_check_passes_a_sound_record_and_says_what_to_do(check: Check) -> None:
    assert check.is_asked(SOUND)
    assert check.find_fault(SOUND) == ""
    assert len(check.advice.split()) > 5
    assert 0 < check.share < 1
    assert check.fewest > 1


def test_the_body_is_the_abstract_alone() -> None:
    assert body_of(SOUND).startswith("We measure")


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.what)
def test_a_place_of_nobody_is_no_fault(check: Check) -> None:
    nobody = Author("", (Affiliation("Oslo U"),))
    document = replace(SOUND, authors=(*SOUND.authors, nobody))
    assert check.find_fault(document) == ""
