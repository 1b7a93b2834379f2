"""Made-up works in tables, as databases and people write them."""

import csv
import io
from collections.abc import Mapping, Sequence

from pipelines.readers.made_up_works import MadeUpWork, Person, Works


def scopus(works: Works) -> str:
    """Return Scopus's CSV: names twice, once with ids, and addresses by author."""
    rows = [_scopus_row(work) for work in works]
    return "\ufeff" + _csv(rows, delimiter=",")


def _scopus_row(work: MadeUpWork) -> dict[str, str]:
    people = work.authors
    short = {person: f"{person.family} {_dotted(person)}" for person in people}
    return {
        "Authors": "; ".join(short.values()),
        "Author full names": "; ".join(
            f"{p.inverted} ({_scopus_id(p)})" for p in people
        ),
        "Author(s) ID": "; ".join(map(_scopus_id, people)),
        "Title": work.title,
        "Year": str(work.year),
        "Source title": work.venue,
        "DOI": work.doi,
        "Affiliations": "; ".join(dict.fromkeys(p.place for p in people)),
        "Authors with affiliations": "; ".join(
            f"{short[p]}, {p.place}" for p in people
        ),
        "Abstract": work.abstract,
        "Author Keywords": "; ".join(work.keywords),
        "Document Type": "Article",
        "Source": "Scopus",
        "EID": f"2-s2.0-{85_000_000_000 + work.number}",
    }


def zotero(works: Works) -> str:
    """Return Zotero's CSV."""
    rows = [
        {
            "Key": f"KEY{work.number:05d}",
            "Item Type": "journalArticle",
            "Publication Year": str(work.year),
            "Author": "; ".join(person.inverted for person in work.authors),
            "Title": work.title,
            "Publication Title": work.venue,
            "DOI": work.doi,
            "Abstract Note": work.abstract,
            "Manual Tags": "; ".join(work.keywords),
        }
        for work in works
    ]
    return _csv(rows, delimiter=",")


def own_table(works: Works) -> str:
    """Return a table as people make one: tabs, headings in small letters."""
    rows = [
        {
            "title": work.title,
            "authors": "; ".join(person.plain for person in work.authors),
            "year": str(work.year),
            "journal": work.venue,
            "doi": work.doi,
            "abstract": work.abstract,
        }
        for work in works
    ]
    return _csv(rows, delimiter="\t")


def _dotted(person: Person) -> str:
    return "".join(f"{letter}." for letter in person.initials)


def _scopus_id(person: Person) -> str:
    return str(57_000_000_000 + sum(person.inverted.encode()) * 7)


def _csv(rows: Sequence[Mapping[str, str]], *, delimiter: str) -> str:
    file = io.StringIO()
    writer = csv.DictWriter(file, list(rows[0]), delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)
    return file.getvalue()
