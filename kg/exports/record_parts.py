"""What records of a work have in common in all formats: names in parts, origins in words."""

from typing import NamedTuple

from kg.exports.corpus_records import CorpusRecord
from kg.exports.document_rows import RowAuthor
from kg.text.folding import fold
from kg.text.names.group_authors import is_group
from kg.text.names.name_parts import parse_name

_MOST_NAMED = 20  # documents of a work


class NameParts(NamedTuple):
    """A name as reference lists have it; of a group, or a name alone, no `given`."""

    family: str
    given: str
    is_group: bool = False

    @property
    def inverted(self) -> str:
        """Return "Family, Given"."""
        return f"{self.family}, {self.given}" if self.given else self.family


def name_parts(author: RowAuthor) -> NameParts:
    """Return the name of an author in parts.

    Example:
        >>> name_parts(RowAuthor("Juan de la Vega")).inverted
        'de la Vega, Juan'
        >>> name_parts(RowAuthor("ATLAS Group"))
        NameParts(family='ATLAS Group', given='', is_group=True)
    """
    name = " ".join(author.name.split())
    if is_group(name):
        return NameParts(name, "", is_group=True)
    if "," in name:
        family, _, given = name.partition(",")
        return NameParts(family.strip(), given.strip())
    words = name.split(" ")
    # A record may say how much of the name is the family's: "Ruiz García, Ana".
    families = {_key(author.family), _key(parse_name(name).family)} - {""}
    for place in range(1, len(words)):
        if _key(" ".join(words[place:])) in families:
            return NameParts(" ".join(words[place:]), " ".join(words[:place]))
    return NameParts(name, "")


def _key(words: str) -> str:
    return fold(words).replace(" ", "")


def origin_words(record: CorpusRecord) -> str:
    """Return which document each field of a record is from.

    Example:
        >>> record = CorpusRecord("work:a", "On mills", "", (), "", 2001, "", (), (), (),
        ...     (), "", "", (("a1", "a.bib", 3),), {"title": ("a1",), "year": ("a1",)})
        >>> origin_words(record)
        'title from a1; year from a1'
    """
    return "; ".join(
        f"{field} from {', '.join(_few(ids))}" for field, ids in record.origins.items()
    )


def document_words(record: CorpusRecord) -> str:
    """Return the documents of a record, each with its file and line.

    Example:
        >>> record = CorpusRecord("work:a", "On mills", "", (), "", 2001, "", (), (), (),
        ...     (), "", "", (("a1", "a.bib", 3), ("t", "talks.txt", None)), {})
        >>> document_words(record)
        'a1 (a.bib:3); t (talks.txt)'
    """
    named = [
        f"{name} ({source}:{line})" if line else f"{name} ({source})"
        for name, source, line in record.documents
    ]
    return "; ".join(_few(named))


def _few(names: list[str] | tuple[str, ...]) -> list[str]:
    """Return names; of very many the first, and how many more there are."""
    more = len(names) - _MOST_NAMED
    return [*names[:_MOST_NAMED], f"{more} more"] if more > 0 else list(names)


def orcid_words(record: CorpusRecord) -> str:
    """Return the ORCIDs of a record's authors, as the Web of Science writes them.

    Example:
        >>> author = RowAuthor("Ann Lee", orcid="0000-0002-1825-0097")
        >>> record = CorpusRecord("work:a", "A", "", (author, RowAuthor("Bo Li")), "", None,
        ...     "", (), (), (), (), "", "", (), {})
        >>> orcid_words(record)
        'Lee, Ann/0000-0002-1825-0097'
    """
    known = (author for author in record.authors if author.orcid)
    return "; ".join(
        f"{name_parts(author).inverted}/{author.orcid}" for author in known
    )


def id_of(record: CorpusRecord, scheme: str) -> str:
    """Return the first id of a work in a scheme, "" if it has none.

    Example:
        >>> record = CorpusRecord("work:a", "A", "", (), "", None, "", (("pmid", "7"),),
        ...     (), (), (), "", "", (), {})
        >>> id_of(record, "pmid"), id_of(record, "arxiv")
        ('7', '')
    """
    return next((value for own, value in record.ids if own == scheme), "")


# What a type is in the words of databases → the kind of work that formats know.
_KINDS = (
    ("thesis", ("thesis", "dissertation", "phdthesis", "mastersthesis", "thes")),
    ("chapter", ("chapter", "incollection", "inbook", "chap", "book section")),
    ("paper", ("conference", "proceedings", "inproceedings", "conf", "cpaper", "talk")),
    ("report", ("report", "techreport", "rprt", "working paper")),
    ("preprint", ("preprint", "posted", "unpublished", "unpb", "submitted")),
    ("book", ("book", "monograph")),
    ("data", ("dataset", "data set", "data")),
    ("article", ("article", "journal", "jour", "review", "letter", "editorial")),
)


def kind_of(record: CorpusRecord) -> str:
    """Return the kind of a work: "article", "paper", "chapter", "book", "thesis", "report",
    "preprint", "data"; of a type that says none an article if it has a venue, else "other".

    Example:
        >>> record = CorpusRecord("work:a", "A", "", (), "", None, "", (), (), (), (),
        ...     "Conference Paper", "", (), {})
        >>> kind_of(record)
        'paper'
    """
    words = record.type.casefold().replace("-", " ")
    for kind, marks in _KINDS:
        if any(mark in words for mark in marks):
            return kind
    return "article" if record.venue else "other"
