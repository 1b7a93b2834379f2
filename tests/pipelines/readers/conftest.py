"""What every file of made-up works has to hold, whatever its format."""

from collections.abc import Callable

import pytest

from pipelines.readers.made_up_works import make_works


@pytest.fixture
def missing_of_works() -> Callable[[str], list[str]]:
    """Return what says which values of the sixty works a text has not."""
    return _missing_of_works


def _missing_of_works(text: str) -> list[str]:
    line = " ".join(text.split())
    wanted: list[str] = []
    for work in make_works():
        wanted += [work.doi, str(work.year)]
        # Accents are escaped in BibTeX and JSON.
        families = [person.family.split()[-1] for person in work.authors]
        wanted += [name for name in families if name.isascii()]
    return [value for value in wanted if value not in line]
