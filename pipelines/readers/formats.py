"""What is read of the example files, a row a format.

    python -m pipelines.readers.formats

Prints, for each format, files, records in them, and documents, authors, affiliations and
years that are read, each as read/there.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from kg.records import Document
from kg.sources.readers import read
from pipelines.common.command import run
from pipelines.readers.example_files import EXAMPLES, FOLDER, Example

COLUMNS = ("records", "authors", "affiliations", "years")


def read_counts(path: Path) -> dict[str, int]:
    """Return how many records, authors, affiliations and years are read of a file."""
    documents = [item for item in read([path]) if isinstance(item, Document)]
    authors = [author for document in documents for author in document.authors]
    return {
        "records": len(documents),
        "authors": sum(bool(author.name) for author in authors),
        "affiliations": sum(len(author.affiliations) for author in authors),
        "years": sum(document.year is not None for document in documents),
    }


def rows(examples: Sequence[Example]) -> Iterator[str]:
    """Yield a row a format: its name, files, and read/there of each column."""
    there: dict[str, Counter[str]] = {}
    found: dict[str, Counter[str]] = {}
    files = Counter(example.format for example in examples)
    for example in examples:
        stated = {column: getattr(example, column) for column in COLUMNS}
        there.setdefault(example.format, Counter()).update(stated)
        counts = read_counts(FOLDER / example.name)
        found.setdefault(example.format, Counter()).update(counts)
    for name, stated_ in there.items():
        cells = (f"{found[name][column]}/{stated_[column]}" for column in COLUMNS)
        yield "\t".join([name, str(files[name]), *cells])


def main() -> None:
    """Print the table."""
    print("\t".join(["format", "files", *COLUMNS]))
    print(*rows(EXAMPLES), sep="\n")


if __name__ == "__main__":
    run(main)
