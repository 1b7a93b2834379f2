"""Web of Science: savedrecs.txt and .ciw.

Of a tag that lists names, addresses or references, each further line is one more.
"""

from collections.abc import Iterator
from dataclasses import replace

from kg.files.opened_file import Opened
from kg.records import Document, Remark
from kg.sources.records.affiliation_owners import AuthorIndex, find_orcids
from kg.sources.records.fields import join_lines
from kg.sources.records.record_values import RecordValues, author_from_values
from kg.sources.records.tagged.tag_syntax import BARE, JOINED_BARE, Syntax
from kg.sources.records.tagged.tagged_people import give_addresses, index_name
from kg.sources.records.tagged.tagged_reader import Dialect, read_tagged
from kg.sources.records.tagged.tagged_records import Tagged
from kg.sources.records.tagged.tagged_values import (
    FieldsByUse,
    Uses,
    as_text,
    values_from_fields,
)
from kg.sources.unused_text import Unused

_USES: Uses = {
    "PT": "mark",
    "AF": "full name",
    "BF": "full name",  # of a book
    "AU": "name",
    "BA": "name",
    "CA": "group",
    "TI": "title",
    "SO": "venue",
    "BS": "venue",
    "SE": "venue",
    "JI": "venue",
    "J9": "venue",
    "LA": "language",
    "DT": "type",
    "DE": "keyword",
    "ID": "subject:keywords plus",
    "AB": "abstract",
    "C1": "affiliation",
    "RP": "correspondence",
    "OI": "orcid",
    "CR": "reference",
    "PY": "year",
    "EY": "year",
    "EA": "year",  # early access
    "DI": "doi",
    "D2": "doi",
    "UT": "id",
    "PM": "id:pmid",
    **dict.fromkeys(["ER", "EF", "FN", "VR"], "mark"),
}
_OTHERS = """
AE AR BE BN BP C3 CL CT CY DA DL ED EI EM EP ES ET FP FU FX GA GE GP HC HO HP IS LS LT MA MC MH NR
OA P2 PA PD PG PI PN PS PU RC RI RS SC SI SN SP SU TA TC U1 U2 UR VL WC WE Z1 Z2 Z3 Z4 Z8 Z9 ZA ZB
ZS ZR
"""


def parse(file: Opened) -> Iterator[Document | Remark | Unused]:
    """Yield a document a record."""
    yield from read_tagged(file, _DIALECT)


def _read(fields: FieldsByUse) -> RecordValues:
    values = values_from_fields(fields)
    # Books have names of their own; a record has the ones or the others.
    full = _listed(fields.in_order("full name"))
    short = [index_name(name) for name in _listed(fields.in_order("name"))]
    people = full or short
    names = [*people, *_listed(fields.in_order("group"))]
    listed = (as_text(each.value).split(";") for each in fields.in_order("orcid"))
    index = AuthorIndex(names)
    orcids = find_orcids((entry for entries in listed for entry in entries), index)
    authors = (
        author_from_values(name, values.complaints, orcid=orcids.get(number, ""))
        for number, name in enumerate(names)
    )
    values.authors = [
        replace(author, is_group=number >= len(people))
        for number, author in enumerate(authors)
    ]
    addresses = [
        Tagged(each.tag, line, each.line)
        for each in fields.in_order("affiliation")
        for line in _addresses(each.value)
    ]
    # Who wants letters works at one of the addresses, if there are any.
    give_addresses(values, addresses or _correspondence(fields))
    return values


def _listed(fields: list[Tagged]) -> list[str]:
    """Return names that stand a line each; one that ends in a comma goes on."""
    lines = (line for each in fields for line in each.value.split("\n"))
    return join_lines(lines, lambda name, _: name.endswith(","))


def _addresses(value: str) -> list[str]:
    """Return addresses that stand a line each, joined where one was wrapped.

    >>> _addresses("[Lee, A] Univ Oslo,\\n Norway.\\n [Li, B] Univ Bonn.")
    ['[Lee, A] Univ Oslo, Norway.', '[Li, B] Univ Bonn.']
    """
    ends = "." in value.replace("\n", "")[-1:]  # each ends so, in an export as it was

    def goes_on(address: str, line: str) -> bool:
        return ends and not address.endswith(".") and not line.startswith("[")

    return join_lines(map(str.strip, value.split("\n")), goes_on)


def _correspondence(fields: FieldsByUse) -> list[Tagged]:
    """Return the addresses for letters, with whose they are in brackets in front.

    "Lee, A (corresponding author), Univ Oslo, Norway.; Li, B (…), Univ Bonn."
    """
    found = []
    for each in fields.in_order("correspondence"):
        for entry in as_text(each.value).split(".;"):
            names, _, rest = entry.partition("(")
            address = rest.partition(")")[2].strip(" ,")
            found.append(Tagged(each.tag, f"[{names.strip()}] {address}", each.line))
    return found


_DIALECT = Dialect(
    syntax=Syntax(
        BARE,
        known=frozenset([*_USES, *_OTHERS.split()]),
        first=frozenset(["PT"]),
        titles=frozenset(["TI"]),
        joined_title=JOINED_BARE,
        last=frozenset(["ER"]),
        of_file=frozenset(["FN", "VR", "EF"]),
    ),
    uses=_USES,
    read=_read,
)
