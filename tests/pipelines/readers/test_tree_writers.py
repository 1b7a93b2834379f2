import pytest

from pipelines.readers import tree_writers
from pipelines.readers.made_up_works import make_works

WRITERS = (
    tree_writers.openalex,
    tree_writers.crossref,
    tree_writers.pubmed_xml,
    tree_writers.atom,
)


@pytest.mark.parametrize("write", WRITERS)
def test_every_work_is_in_the_file(write, missing_of_works):
    assert missing_of_works(write(make_works())) == []
