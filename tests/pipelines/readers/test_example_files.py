import pytest

from pipelines.readers.example_files import EXAMPLES, FOLDER, Example
from pipelines.readers.formats import COLUMNS, read_counts


def test_table_and_folder_agree():
    names = [example.name for example in EXAMPLES]
    assert sorted(names) == sorted(
        path.relative_to(FOLDER).as_posix()
        for path in FOLDER.rglob("*")
        if path.is_file()
    )


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.name)
def test_all_that_is_in_a_file_is_read(example: Example):
    stated = {column: getattr(example, column) for column in COLUMNS}
    assert read_counts(FOLDER / example.name) == stated
