import pytest

from pipelines.readers import table_writers
from pipelines.readers.made_up_works import make_works

WRITERS = (
    table_writers.scopus,
    table_writers.zotero,
    table_writers.own_table,
)


@pytest.mark.parametrize("write", WRITERS)
def test_every_work_is_in_the_file(write):
    works = make_works()
    text = " ".join(write(works).split())
    for work in works:
        assert work.doi in text
        assert str(work.year) in text
        # Accents are escaped in BibTeX and JSON.
        families = [person.family.split()[-1] for person in work.authors]
        assert all(name in text for name in families if name.isascii())
