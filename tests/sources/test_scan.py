"""What is in files is told in a row each, without a build."""

import json
from pathlib import Path

import pytest

from kg.errors import SourceError
from kg.sources.scan import scan_files

ABSTRACT = (
    "We measure how long mills turn in a wind that comes and goes. The wind is fitted "
    "by a Markov model, and the mills by a queue, which agree to within a tenth. Old "
    "mills turn longer than new ones, for their sails are wider than they look."
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    records = [
        {
            "title": "On mills",
            "abstract": ABSTRACT,
            "authors": [{"name": "Ann Lee", "affiliations": ["Rye Mill"]}],
            "year": 2001,
            "doi": "10.5555/m.1",
        },
        {"title": "On rivers", "authors": ["Bo Roe"]},
    ]
    lines = [*map(json.dumps, records), '{"year": 2001}', ""]
    (tmp_path / "a.jsonl").write_text("\n".join(lines))
    (tmp_path / "b.txt").write_text(f"On wind\n\n{ABSTRACT}\n")
    (tmp_path / "c.bin").write_bytes(bytes(range(256)) * 9)
    return tmp_path


def test_a_row_a_file(folder: Path) -> None:
    records, text, binary = scan_files([folder])
    assert (records.file, records.kind) == ("a.jsonl", "JSON records")
    assert (records.records, records.lost) == (2, 1)
    assert (records.authors, records.abstract, records.year) == (1.0, 0.5, 0.5)
    assert (records.affiliation, records.doi) == (0.5, 0.5)
    assert records.problem == "a.jsonl:3: a record without title and abstract"
    assert (text.kind, text.records, text.lost) == ("text of an abstract", 1, 0)
    assert text.problem == ""
    # Whoever is named in a text is found by a build.
    assert (text.authors, text.affiliation, text.year) == (None, None, 0.0)
    assert (binary.kind, binary.records, binary.lost) == ("", 0, 1)
    assert binary.authors is None
    assert binary.problem.startswith("c.bin: ")


def _mills(prefix: str, count: int, author: str) -> str:
    """Return records of different texts, a line each, of one author."""
    return "\n".join(
        json.dumps(
            {
                "title": f"Mill {prefix} {number}",
                "abstract": f"{prefix} {number} {ABSTRACT}",
                "authors": [author],
            }
        )
        for number in range(count)
    )


def test_a_wrong_shape_is_the_problem(tmp_path: Path) -> None:
    (tmp_path / "x.jsonl").write_text(_mills("x", 4, "2001"))
    (row,) = scan_files([tmp_path])
    assert row.problem.startswith("x.jsonl:1: authors are no names in 4 of 4")


def test_one_author_everywhere_is_a_problem_of_the_first_file(tmp_path: Path) -> None:
    for name in "ab":
        (tmp_path / f"{name}.jsonl").write_text(_mills(name, 6, "No Body"))
    first, second = scan_files([tmp_path])
    assert first.problem.startswith('a.jsonl:1: "No Body" is an author of 12 of 12')
    assert second.problem == ""


def test_nothing_at_a_path_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="no such file"):
        list(scan_files([tmp_path / "no.txt"]))
