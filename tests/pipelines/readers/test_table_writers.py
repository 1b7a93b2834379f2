import pytest

from pipelines.readers import table_writers
from pipelines.readers.made_up_works import make_works

WRITERS = (
    table_writers.scopus,
    table_writers.zotero,
    table_writers.own_table,
)


@pytest.mark.parametrize("write", WRITERS)
def test_every_work_is_in_the_file(write, missing_of_works):
    assert missing_of_works(write(make_works())) == []
