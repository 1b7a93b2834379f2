"""How well works in reference lists are matched to the documents of a corpus.

    python -m pipelines.works.score_references RECORDS… [--sample 4000] [--seed 0]

Reads: JSON Lines of bibliographic records, .gz or not. Half of them are the corpus.
Lists of references to all of them, in the styles in turn, are read as a build reads
them, and resolved together with the corpus. A reference to a record that is not in the
corpus has to stay a work of its own.
Prints: a style a line, the share of references to the corpus that are matched to the
right document, of all references that are matched to a wrong one, and of all of which
no title or number was read. With `--examples`, so many errors of each style.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Annotated

import typer

from kg.extraction.references.find import find_works
from kg.records import Author, Document, Extraction, Passage
from kg.resolution.works.resolve import resolve_works
from kg.resolution.works.work_records import work_records
from kg.sources.records.fields import record_document
from kg.text.names.person_normal_form import normal_name
from pipelines.common.command import run
from pipelines.common.json_lines import read_lines
from pipelines.works.record_changes import Record

_A_LIST = 10  # references a list


def _names(record: Record) -> list[tuple[list[str], str]]:
    """Give the given names and the family name of each author."""
    words = [normal_name(name).split() for name in record["authors"] if name]
    return [(each[:-1], each[-1]) for each in words if each]


def _dotted(given: Sequence[str]) -> str:
    return " ".join(f"{word[0]}." for word in given)


def _join_names(names: Sequence[str], last: str = ", and ") -> str:
    if len(names) < 3:
        return last.replace(",", "").join(names) if len(names) == 2 else names[0]
    return ", ".join(names[:-1]) + last + names[-1]


def _initials_first(record: Record) -> list[str]:
    return [f"{_dotted(given)} {family}".strip() for given, family in _names(record)]


def _family_first(record: Record) -> list[str]:
    return [f"{family}, {_dotted(given)}" for given, family in _names(record)]


def _full_names(record: Record) -> list[str]:
    return [" ".join([*given, family]) for given, family in _names(record)]


def apa(record: Record) -> str:
    """Li, A., & Brook, B. (2014). Title. Venue, 12(3), 1-10."""
    names = _join_names(_family_first(record), ", & ")
    return (
        f"{names} ({record['year']}). {_title(record)} {record['venue']}, 12(3), 1–10."
    )


def ieee(record: Record) -> str:
    """A. Li and B. Brook, "Title," in Venue, 2014, pp. 1-10."""
    names = _join_names(_initials_first(record))
    title = _title(record).rstrip(".")
    return f"{names}, “{title},” in {record['venue']}, {record['year']}, pp. 1–10."


def acl(record: Record) -> str:
    """Ana Li and Bo Brook. 2014. Title. In Venue, pages 1-10."""
    names = _join_names(_full_names(record))
    return (
        f"{names}. {record['year']}. {_title(record)} In {record['venue']}, pages 1–10."
    )


def vancouver(record: Record) -> str:
    """Li A, Brook B. Title. Venue. 2014;12(3):1-10."""
    names = ", ".join(
        f"{family} {''.join(word[0] for word in given)}".strip()
        for given, family in _names(record)
    )
    return f"{names}. {_title(record)} {record['venue']}. {record['year']};12(3):1-10."


def plain(record: Record) -> str:
    """A. Li and B. Brook. Title. In Venue, 2014: BibTeX's."""
    names = _join_names(_initials_first(record))
    return f"{names}. {_title(record)} In {record['venue']}, {record['year']}."


def harvard(record: Record) -> str:
    """Li, A. and Brook, B., 2014. Title. Venue, 12(3), pp.1-10."""
    names = _join_names(_family_first(record), " and ")
    title, venue = _title(record), record["venue"]
    return f"{names}, {record['year']}. {title} {venue}, 12(3), pp.1-10."


def shortened(record: Record) -> str:
    """A. Li et al. Title. Venue 2014."""
    names = _initials_first(record)
    first = f"{names[0]} et al." if len(names) > 1 else f"{names[0]}."
    return f"{first} {_title(record)} {record['venue']}, {record['year']}."


def title_first(record: Record) -> str:
    """Title. Ana Li, Bo Brook. Venue 2014."""
    return (
        f"{_title(record)} {', '.join(_full_names(record))}. "
        f"{record['venue']} {record['year']}."
    )


def quoted(record: Record) -> str:
    """ "Title", Ana Li and Bo Brook, 2014."""
    title = _title(record).rstrip(".")
    return f'"{title}", {_join_names(_full_names(record))}, {record["year"]}'


def numbered(record: Record) -> str:
    """A. Li and B. Brook. Title. 2014. doi:10.5555/7."""
    names = _join_names(_initials_first(record))
    return f"{names}. {_title(record)} {record['year']}. doi:{_doi(record)}"


def number_alone(record: Record) -> str:
    """https://doi.org/10.5555/7."""
    return f"https://doi.org/{_doi(record)}"


def _title(record: Record) -> str:
    title = str(record["title"]).strip()
    return title if title[-1] in ".?!" else f"{title}."


def _doi(record: Record) -> str:
    return f"10.5555/{record['number']}"


STYLES: dict[str, Callable[[Record], str]] = {
    "APA": apa,
    "IEEE": ieee,
    "ACL": acl,
    "Vancouver": vancouver,
    "plain": plain,
    "Harvard": harvard,
    "et al.": shortened,
    "title first": title_first,
    "title in quotes": quoted,
    "with a DOI": numbered,
    "a DOI alone": number_alone,
}


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference, what it refers to, and the documents that it was matched to."""

    style: str
    text: str
    target: int
    inside: bool
    works: int
    matched: frozenset[int]

    @property
    def right(self) -> bool:
        """Whether it was matched to its document and no other."""
        return self.inside and self.matched == {self.target}

    @property
    def wrong(self) -> bool:
        """Whether it was matched to another document."""
        return bool(self.matched - ({self.target} if self.inside else set()))


def usable(record: Record) -> bool:
    """Tell whether a record has what a reference says."""
    known = all(record.get(field) for field in ("title", "year", "venue", "authors"))
    return known and bool(_names(record)) and len(record["title"].split()) > 2


def references(records: Sequence[Record]) -> list[Reference]:
    """Return a reference to each record, matched to the even ones of the records."""
    rows = [{**record, "number": n} for n, record in enumerate(records)]
    corpus = [Extraction(_document(row), ()) for row in rows[::2]]
    styles = list(STYLES)
    told = [styles[n // 2 % len(styles)] for n in range(len(rows))]
    texts = [STYLES[style](row) for style, row in zip(told, rows, strict=True)]
    lists = [
        _listing(texts[start : start + _A_LIST], start)
        for start in range(0, len(texts), _A_LIST)
    ]
    known = work_records([*corpus, *(extraction for extraction, _ in lists)])
    clusters = resolve_works(known)
    documents: dict[int, set[int]] = {}
    for number in range(len(corpus)):
        documents.setdefault(clusters.find(number), set()).add(2 * number)
    meant = [target for _, targets in lists for target in targets]
    found: dict[int, list[int]] = {}
    for place, target in enumerate(meant, start=len(corpus) + len(lists)):
        found.setdefault(target, []).append(place)
    return [
        Reference(
            style,
            text,
            number,
            number % 2 == 0,
            len(found.get(number, ())),
            frozenset(
                document
                for place in found.get(number, ())
                for document in documents.get(clusters.find(place), ())
            ),
        )
        for number, (style, text) in enumerate(zip(told, texts, strict=True))
    ]


def _document(row: Record) -> Document:
    return record_document(
        row["title"],
        row.get("abstract"),
        id=f"r{row['number']}",
        source="records",
        record_line=row["number"],
        year=row["year"],
        doi=_doi(row),
        authors=tuple(Author(name) for name in row["authors"] if name),
    )


def _listing(texts: Sequence[str], start: int) -> tuple[Extraction, list[int]]:
    """Make a document of references; say which of them each work in it stands in."""
    text = "References\n" + "\n".join(f"[{n}] {t}" for n, t in enumerate(texts, 1))
    document = record_document(
        None, text, id=f"list {start}", source="lists", record_line=start
    )
    works = find_works(document, [Passage(0, len(text), "references")], ())
    lines = [text[: work.start].count("\n") - 1 for work in works]
    return Extraction(document, (), (), tuple(works)), [start + n for n in lines]


def report(found: Sequence[Reference], *, examples: int = 0) -> Iterator[str]:
    """Yield the lines that are printed."""
    for style in (*STYLES, "all"):
        some = [each for each in found if style in (each.style, "all")]
        inside = [each for each in some if each.inside]
        if not inside:
            continue
        right = sum(each.right for each in inside) / len(inside)
        wrong = sum(each.wrong for each in some) / len(some)
        unread = sum(not each.works for each in some) / len(some)
        yield (
            f"{style:16} right {right:.4f} of {len(inside)}  "
            f"wrong {wrong:.4f} of {len(some)}  unread {unread:.4f}"
        )
        bad = [each for each in some if each.wrong or (each.inside and not each.right)]
        for each in bad[: examples if style != "all" else 0]:
            yield f"    {each.text} → {sorted(each.matched)}, {each.works} works"


def main(
    records: Annotated[list[Path], typer.Argument(help="Records, JSON Lines.")],
    sample: Annotated[int, typer.Option(help="Records to draw; 0: all.")] = 4000,
    seed: Annotated[int, typer.Option(help="Another seed, other records.")] = 0,
    examples: Annotated[int, typer.Option(help="Errors shown a style.")] = 0,
) -> None:
    """Score the matching of references to documents."""
    rows = list(filter(usable, read_lines(records)))
    Random(seed).shuffle(rows)
    for line in report(references(rows[: sample or None]), examples=examples):
        typer.echo(line)


if __name__ == "__main__":
    run(main)
