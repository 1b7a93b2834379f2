import gzip
import json

import pytest

from pipelines.talks.endings import Metadata
from pipelines.talks.papers import read_abstracts, read_metadata


@pytest.fixture
def collection(tmp_path):
    papers = [
        {
            "title": "On Reefs.",
            "abstract": "b" * 301,
            "authors": ["Ana Lima", "Madonna"],
            "affiliations": ["Porto", None, "x" * 60],
            "venue": "Marine Letters",
        },
        {"title": "DNA of reefs", "abstract": "a" * 301, "authors": ["Ana Lima"]},
        {"title": None, "abstract": "short", "authors": [], "venue": None},
    ]
    path = tmp_path / "papers.jsonl.gz"
    path.write_bytes(gzip.compress("\n".join(map(json.dumps, papers)).encode()))
    return path


def test_abstracts_are_whole_sorted_and_each_there_once(collection):
    assert read_abstracts(collection) == ["a" * 301, "b" * 301]


def test_metadata_are_what_fits_into_a_line(collection):
    assert read_metadata(collection) == Metadata(
        names=("Ana Lima",),
        places=("Porto",),
        titles=("DNA of reefs", "on Reefs"),
        venues=("Marine Letters",),
    )
