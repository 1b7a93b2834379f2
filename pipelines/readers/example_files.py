"""The example files of `examples/`, written by us after each format's description.

What is in each stands beside it: `python -m pipelines.readers.formats` and the tests
compare that with what is read.
"""

from pathlib import Path
from typing import NamedTuple

FOLDER = Path(__file__).parent / "examples"


class Example(NamedTuple):
    """A file, its format, and how much of everything is in it.

    Attributes:
        name: of the file, below `FOLDER`.
        format: as its users call it.
        records: of which each has a title or an abstract.
        authors: named in them, over all records.
        affiliations: of these authors, one each time that a person has one, and those
            that nobody in particular has.
        years: records that have one.
    """

    name: str
    format: str
    records: int
    authors: int
    affiliations: int
    years: int


EXAMPLES: tuple[Example, ...] = (
    Example("endnote.ris", "RIS", 2, 3, 2, 2),
    Example("ieee.ris", "RIS", 2, 3, 0, 2),
    Example("jstor.ris", "RIS", 1, 1, 0, 1),
    Example("ovid.ris", "RIS", 2, 4, 3, 2),
    Example("zotero.ris", "RIS", 3, 5, 0, 3),
)
