"""Count titles with each term: the tables behind `kg.resolution.terms.background_counts`.

    python -m pipelines.terms.count_titles DOCUMENTS… --out kg/data/terms

Reads: documents.jsonl as `kg build` writes it, of corpora whose records have titles.
Writes: title_counts.csv and title_word_counts.csv, how many works use each term, or each
word of terms, and how many of these have it in their title. Numbers only: of what few
works use nothing is kept.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Annotated, Any, NamedTuple

import typer

from kg.kinds import family_kinds
from kg.resolution.terms.term_normal_form import term_key
from kg.text.latex import decode_latex
from pipelines.common.command import run
from pipelines.common.json_lines import read_lines

LEAST_TERM, LEAST_WORD = 4, 4  # works of a term, or word, that is kept
_MOST_WORDS = 4  # of a term; longer ones are rare
# Tables made of other documents have another source: change it there.
_SOURCE = """\
# Source: counted by pipelines.terms.count_titles in papers of machine learning,
# linguistics, engineering and medicine (paperlists, ACL Anthology, Web of Science,
# PubMed); do not edit
"""


class TitleCounts(NamedTuple):
    """Works that use each term or word, and those that have it in the title."""

    works: Counter[str]
    titles: Counter[str]


def count_titles(
    documents: Iterable[Mapping[str, Any]],
) -> tuple[TitleCounts, TitleCounts]:
    """Return the counts of terms, and of the words of terms, by key.

    Args:
        documents: lines of documents.jsonl; those without title count for nothing.
    """
    terms = TitleCounts(Counter(), Counter())
    words = TitleCounts(Counter(), Counter())
    for document in documents:
        title = document["title"] or ""
        if title and document["text"].startswith(title):
            used, headed = _keys(document, len(title))
            terms.works.update(used)
            terms.titles.update(headed)
            words.works.update(_words(used))
            words.titles.update(_words(headed))
    return terms, words


def _keys(document: Mapping[str, Any], title_end: int) -> tuple[set[str], set[str]]:
    """Return the keys of a document's terms, and of those in its title."""
    used: set[str] = set()
    headed: set[str] = set()
    for mention in document["mentions"]:
        if mention["kind"] in family_kinds("term"):
            key = " ".join(term_key(decode_latex(mention["surface"])).words)
            used.add(key)
            if mention["start"] < title_end:
                headed.add(key)
    return used, headed


def _words(keys: Iterable[str]) -> set[str]:
    return {word for key in keys for word in key.split()}


def table(counts: TitleCounts, *, least: int, of: str) -> str:
    """Return counts as a table, in the order of letters.

    Args:
        counts: of terms, or of words.
        least: works of what is kept.
        of: what they are, for the first line.
    """
    keys = sorted(
        key
        for key, works in counts.works.items()
        if works >= least and "," not in key and '"' not in key and "#" not in key
    )
    head = f"# {of}: works that use each, and those with it in the title.\n"
    rows = (f"{key},{counts.works[key]},{counts.titles[key]}\n" for key in keys)
    return f"{head}{_SOURCE}words,works,titles\n{''.join(rows)}"


def main(
    documents: Annotated[list[Path], typer.Argument(help="documents.jsonl of builds.")],
    out: Annotated[Path, typer.Option(help="Folder for the two tables.")],
) -> None:
    """Count the titles of DOCUMENTS that have each term, and each word of terms."""
    terms, words = count_titles(read_lines(documents))
    short = TitleCounts(
        Counter({k: n for k, n in terms.works.items() if k.count(" ") < _MOST_WORDS}),
        terms.titles,
    )
    for name, counts, least, of in (
        ("title_counts", short, LEAST_TERM, "Terms, by their keys"),
        ("title_word_counts", words, LEAST_WORD, "Words of terms, by their keys"),
    ):
        path = out / f"{name}.csv"
        path.write_text(table(counts, least=least, of=of), encoding="utf-8")
        typer.echo(f"{path}: {path.stat().st_size:,} bytes", err=True)


if __name__ == "__main__":
    run(main)
