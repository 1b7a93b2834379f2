import json
from pathlib import Path

import pytest

from pipelines.same_bytes import WAYS, BuildError, Way, build, compare

ABSTRACT = (
    "We study optimal transport and gradient descent for two-layer neural networks."
)


@pytest.fixture
def papers(tmp_path):
    """Two small files of papers."""
    for name in ("a", "b"):
        record = {"title": f"On {name}", "abstract": ABSTRACT, "authors": ["Ada Byron"]}
        (tmp_path / f"{name}.jsonl").write_text(json.dumps(record), encoding="utf-8")
    return [tmp_path / "a.jsonl", tmp_path / "b.jsonl"]


def test_kernels_hash_seed_names_of_folders_and_paths_change_no_byte(papers):
    ways = [
        Way(
            "all at once",
            options=("--jobs", "1"),
            environment={
                "OPENBLAS_CORETYPE": "Prescott",
                "OPENBLAS_NUM_THREADS": "3",
                "PYTHONHASHSEED": "7",
            },
            relative=True,
            reverse=True,
        )
    ]
    assert compare(papers, ways) == {"all at once": []}


def test_what_differs_is_named(papers):
    found = compare(papers, [Way("other", options=("--max-authors", "7"))])
    assert found == {"other": ["kg.duckdb", "report.json", "report.txt"]}


def test_a_build_that_fails_is_an_error(tmp_path):
    with pytest.raises(BuildError, match="no such file"):
        build([tmp_path / "none.txt"], tmp_path / "out", WAYS[0])
    assert not Path(tmp_path / "out").exists()


def test_no_way_is_there_twice():
    assert len({way.name for way in WAYS}) == len(WAYS)
