"""Made-up works in twelve formats, written as each format's own programs write them."""

from collections.abc import Callable, Mapping

from pipelines.readers import table_writers, tagged_writers, tree_writers
from pipelines.readers.made_up_works import Works

WRITERS: Mapping[str, Callable[[Works], str]] = {
    "library.ris": tagged_writers.ris,
    "pubmed.nbib": tagged_writers.nbib,
    "savedrecs.txt": tagged_writers.web_of_science,
    "citations.enw": tagged_writers.endnote,
    "library.bib": tagged_writers.bibtex,
    "scopus.csv": table_writers.scopus,
    "zotero.csv": table_writers.zotero,
    "mine.tsv": table_writers.own_table,
    "openalex.json": tree_writers.openalex,
    "crossref.json": tree_writers.crossref,
    "pubmed.xml": tree_writers.pubmed_xml,
    "arxiv.xml": tree_writers.atom,
}
"""File → what writes the same works in its format."""
