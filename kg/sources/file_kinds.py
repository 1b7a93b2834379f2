"""What files are called in words, as a table of files shows them."""

from types import ModuleType

from kg.files.opened_file import Head
from kg.sources.formats.known_formats import Shape

# Files of a reader that no shape of `kg.sources.formats` has a name for.
_KINDS: dict[str, str] = {
    "jsonl": "JSON records",
    "bibtex": "BibTeX",
    "latex": "LaTeX with abstracts",
    "markdown": "Markdown book of abstracts",
    "video_page": "page of a video",
    "abstract_book": "book of abstracts",
    "author_page": "page of an author's works",
    "concept_page": "page of a concept's works",
    "seminar": "page of talks",
    "abstract": "text of an abstract",
    "paragraphs": "text, a paragraph each",
}


def shape_words(shape: Shape) -> str:
    """Return what a file of a shape is called.

    >>> from kg.sources.formats.known_formats import SHAPES
    >>> next(shape_words(shape) for shape in SHAPES if shape.reader == "ris")
    'RIS export'
    """
    return shape.what.removeprefix("an ").removeprefix("a ")


def reader_words(reader: str, module: ModuleType | None, head: Head) -> str:
    """Return what a file is that a reader took by itself; JSON says whose it is.

    Args:
        reader: its name, or what the file is where it is of several.
        module: the reader; its `describe`, if it has one, is asked first.
        head: the file's beginning.

    >>> reader_words("bibtex", None, Head("x.bib", b"", "@article{a,}"))
    'BibTeX'
    """
    describe = getattr(module, "describe", None)
    described: str = describe(head) if describe else ""
    return described or _KINDS.get(reader, reader)
