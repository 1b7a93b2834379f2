import pytest

from pipelines.readers import tagged_writers
from pipelines.readers.made_up_works import make_works

WRITERS = (
    tagged_writers.ris,
    tagged_writers.nbib,
    tagged_writers.web_of_science,
    tagged_writers.endnote,
    tagged_writers.bibtex,
)


@pytest.mark.parametrize("write", WRITERS)
def test_every_work_is_in_the_file(write, missing_of_works):
    assert missing_of_works(write(make_works())) == []
