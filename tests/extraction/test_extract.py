"""What is left of an extraction when uncertain mentions are left out."""

import shutil
from dataclasses import replace

import pytest

from kg.extraction.extract import drop_uncertain, extract
from kg.records import Document, Extraction, Link, Mention, Section, Work
from kg.tagger.storage import PACKAGED, read, save

TEXT = "Ada Byron (Analytical Engine Lab) on carry logic (CL). See arXiv:1801.00001."


def _mention(surface, kind, score, **fields):
    start = TEXT.index(surface)
    end = start + len(surface)
    return Mention(start, end, kind, surface, surface, score=score, **fields)


ADA = _mention("Ada Byron", "person", 1.0)
LAB = _mention("Analytical Engine Lab", "institution", 0.6)
LONG = _mention("carry logic", "method", 0.8)
SHORT = _mention("CL", "method", 0.8)
AUTHOR = Mention(0, 9, "person", "Ada Byron", "Ada Byron", field="authors.0")
EXTRACTION = Extraction(
    Document("d", "talks.txt", TEXT, (Section(0, len(TEXT), "body"),)),
    (ADA, LAB, LONG, SHORT, AUTHOR),
    (Link("abbreviation", SHORT, LONG), Link("affiliation", ADA, LAB, 0, 33)),
    (Work(59, 75, id="arXiv:1801.00001"),),
)


@pytest.mark.parametrize(
    ("min_score", "kept", "links"),
    [
        (0.0, [ADA, LAB, LONG, SHORT, AUTHOR], ["abbreviation", "affiliation"]),
        (0.6, [ADA, LAB, LONG, SHORT, AUTHOR], ["abbreviation", "affiliation"]),
        (0.61, [ADA, LONG, SHORT, AUTHOR], ["abbreviation"]),
        (0.9, [ADA, AUTHOR], []),
        (1.0, [ADA, AUTHOR], []),
    ],
)
def test_uncertain_mentions_go_and_links_that_lose_an_end(min_score, kept, links):
    left = drop_uncertain(EXTRACTION, min_score=min_score)
    assert list(left.mentions) == kept
    assert [link.kind for link in left.links] == links


def test_a_model_that_is_trained_anew_counts_at_once(tmp_path):
    model = shutil.copytree(PACKAGED, tmp_path / "model")
    (before,) = extract([EXTRACTION.document], model=model, jobs=1)
    trained = read(model)
    save(replace(trained, vectors=-trained.vectors), model)
    (after,) = extract([EXTRACTION.document], model=model, jobs=1)
    assert before.mentions != after.mentions


def test_works_stay_and_nothing_is_changed_in_place():
    left = drop_uncertain(EXTRACTION, min_score=1.0)
    assert left.works == EXTRACTION.works
    assert left.document is EXTRACTION.document
    assert len(EXTRACTION.mentions) == 5
