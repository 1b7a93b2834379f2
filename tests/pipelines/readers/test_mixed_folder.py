import json

import pytest

from pipelines.readers.format_writers import WRITERS
from pipelines.readers.mixed_folder import build_mixed, count_by_format, write_folder


def test_a_file_a_format_is_written(tmp_path):
    write_folder(tmp_path / "mixed")
    assert {path.name for path in (tmp_path / "mixed").iterdir()} == set(WRITERS)


def test_what_was_read_is_counted_by_format(tmp_path):
    document = {
        "source": "library.ris",
        "persons": [{"role": "author"}, {"role": "cited"}],
        "affiliations": [{}],
        "year": 2001,
    }
    path = tmp_path / "documents.jsonl"
    path.write_text(json.dumps(document))
    counts = dict(count_by_format(path))
    assert dict(counts["library.ris"]) == {
        "records": 1,
        "authors": 1,
        "affiliations": 1,
        "years": 1,
    }
    assert not counts["scopus.csv"]


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    return build_mixed(tmp_path_factory.mktemp("mixed"))


def test_the_same_works_in_twelve_formats_are_one_network(made):
    assert (made.works, made.people, made.others) == (60, 40, ())
    assert made.skipped == 0


@pytest.mark.parametrize("name", WRITERS)
def test_every_format_gives_all_records_authors_and_years(made, name):
    counts = made.formats[name]
    assert (counts["records"], counts["authors"], counts["years"]) == (60, 180, 60)
