"""What each vendor calls its columns otherwise than most tables do, in several generations."""

from collections.abc import Mapping
from dataclasses import dataclass

UNREAD = "unread"


@dataclass(frozen=True, slots=True)
class Dialect:
    """What one vendor's table calls otherwise than most, by a role as in the common table.

    `marks` are headings that tell it: all of one of the tuples are there.
    """

    name: str
    marks: tuple[tuple[str, ...], ...]
    roles: Mapping[str, tuple[str, ...]]


OURS = "kg"  # its cells are escaped for spreadsheets

DIALECTS: tuple[Dialect, ...] = (
    Dialect(OURS, (("id", "title", "kg documents", "kg origins"),), {"key": ("id",)}),
    # Until 2019 authors are parted by commas, "Lee, A., Li, B.", until 2022 "Lee A., Li B.";
    # since then by semicolons, with full names beside them that have numbers in brackets.
    Dialect(
        "Scopus",
        (("eid", "title"), ("authors with affiliations", "title")),
        {
            "key": ("eid",),
            "venue": ("source title", "conference name"),
            "place list": ("affiliations",),  # each once, whoever is there
            UNREAD: ("source", "authors id", "link", "publication stage"),
        },
    ),
    # "Tab-delimited file": UTF-16 in older exports, nothing quoted, a tab behind the last cell.
    Dialect(
        "Web of Science, two letters",
        (("pt", "au", "ti"), ("pt", "ut", "ti"), ("af", "ti", "so")),
        {
            "key": ("ut",),
            "venue": ("so",),
            "bracketed addresses": ("c1",),
            "named orcids": ("oi",),
            "subject:keywords plus": ("id",),
            "subject:subject": ("wc",),
            "type": ("dt",),
            UNREAD: ("pt", "ri", "sc", "da", "ga", "j9", "ji", "ar"),
            "group authors": ("ca", "gp"),
        },
    ),
    # "Excel", and tabs since 2021: the same with names, also saved as CSV by a spreadsheet.
    Dialect(
        "Web of Science, full headings",
        (("ut unique wos id", "article title"), ("ut unique id", "article title")),
        {
            "key": ("ut unique wos id", "ut unique id"),
            "venue": ("source title", "conference title"),
            "bracketed addresses": ("addresses",),
            "named orcids": ("orcids",),
            "type": ("document type",),
            UNREAD: (
                *(
                    "publication type",
                    "affiliations",
                    "researcher ids",
                    "date of export",
                ),
                *("doi link", "book doi", "publication date", "conference date"),
            ),
        },
    ),
    # A sentence on the data stands above the heading; the export for mapping has fewer
    # columns, and references with a heading of their own.
    Dialect(
        "Dimensions",
        (("publication id", "title", "pub year"), ("dimensions url", "title")),
        {
            "key": ("publication id",),
            "names with places": ("authors raw affiliation", "authors affiliations"),
            "place list": (
                "authors affiliations name of research organization",
                "research organizations standardized",
            ),
            "venue": (
                "source title",
                "anthology title",
                "source title anthology title",
            ),
            UNREAD: ("open access", "gbr ids", "grid ids"),
        },
    ),
    # Lists are parted by "|", one value an author, an empty one where there is none; names
    # of columns are paths of the JSON, or, before 2024, names joined by "_".
    Dialect(
        "OpenAlex",
        (
            ("authorships author display name",),
            ("id", "display name"),
            ("author ids", "author names"),
        ),
        {
            "key": ("id", "openalex id"),
            "id:openalex": ("id", "ids openalex", "openalex id"),
            "title": ("display name", "title"),
            "affiliations": (
                *("authorships raw affiliation strings", "author institution names"),
                "authorships institutions display name",
            ),
        },
    ),
    # "Type" is that of the file found (PDF, HTML), abstracts are snippets.
    Dialect(
        "Publish or Perish",
        (("gsrank", "title"), ("ecc", "title", "query date")),
        {
            "venue": ("source",),
            UNREAD: ("type", "query date", "cites url", "citation url"),
        },
    ),
    # No abstracts: "Lee A, Li B." and the citation in words.
    Dialect(
        "PubMed",
        (("pmid", "title", "citation"),),
        {
            "key": ("pmid",),
            "venue": ("journal book",),
            UNREAD: ("create date", "citation"),
        },
    ),
    # The snapshot as a table: names in parts, printed as Python prints lists.
    Dialect(
        "arXiv",
        (("submitter", "title", "abstract"), ("journal ref", "report no")),
        {"key": ("id",), "id:arxiv": ("id",), "date": ("update date", "versions")},
    ),
    # Nothing stands between names: "Ann LeeBo Li".
    Dialect(
        "SpringerLink",
        (("item title", "item doi"),),
        {
            "glued authors": ("authors",),
            "venue": ("publication title", "book series title"),
        },
    ),
    # Addresses and schools are those of the publisher of a report.
    Dialect(
        "JabRef",
        (("bibliography type", "title"),),
        {
            "venue": ("journal", "booktitle"),
            UNREAD: (
                "bibliography type",
                "institution",
                "organizations",
                "school",
                "address",
            ),
        },
    ),
    # Tabs, by an output style; "Place Published" and "Institution" are the publisher's.
    Dialect(
        "EndNote",
        (("reference type", "title"),),
        {"affiliations": ("author address",), UNREAD: ("address", "institution")},
    ),
    # One column for each field of any type of item; tags of people and of catalogues apart.
    Dialect(
        "Zotero",
        (("item type", "abstract note"), ("key", "item type", "title")),
        {
            "key": ("key",),
            "venue": ("publication title", "conference name", "series title"),
            UNREAD: ("date added", "date modified", "access date", "library catalog"),
        },
    ),
)
