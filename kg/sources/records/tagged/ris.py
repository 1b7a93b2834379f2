"""RIS: what reference managers and databases export more than anything else.

The tags are those of the specifications of 2001 and of 2011, as exporters use them, who
differ in where the journal, the date and the DOI stand.
"""

from collections.abc import Iterator

from kg.files.opened_file import Opened
from kg.records import Document, Remark
from kg.sources.records.record_values import RecordValues
from kg.sources.records.tagged.tag_syntax import (
    JOINED_DASH,
    LOOSE_DASH,
    STRICT_DASH,
    Syntax,
)
from kg.sources.records.tagged.tagged_people import values_with_people
from kg.sources.records.tagged.tagged_reader import Dialect, read_tagged
from kg.sources.records.tagged.tagged_values import FieldsByUse, Uses
from kg.sources.unused_text import Unused

_USES: Uses = {
    "TY": "type",
    "TI": "title",
    "T1": "title",
    "CT": "title",
    "AB": "abstract",
    "N2": "abstract",
    "AU": "author",
    "A1": "author",
    # Editors and translators of books, further authors of anything else.
    "A2": "other author",
    "A3": "other author",
    "A4": "other author",
    "PY": "year",
    "Y1": "year",
    "YR": "year",
    "DA": "year",
    "Y2": "date of access",  # of old, a second date
    "JF": "venue",
    "T2": "venue",
    "JO": "venue",
    "C3": "venue",
    "BT": "book",
    "JA": "venue",
    "J1": "venue",
    "J2": "venue",
    "DO": "doi",
    "DI": "doi",
    "UR": "doi within",
    "L3": "doi within",
    "M3": "doi within",
    "N1": "doi within",
    "LK": "doi within",
    "L2": "doi within",
    "L1": "doi within",
    "M1": "doi within",
    "U2": "doi within",
    "KW": "keyword",
    "K1": "keyword",
    "AD": "affiliation",
    "ID": "id",
    "AN": "id",
    "LA": "language",
    "ER": "mark",
    "EF": "mark",
}
# Tags of the specifications that hold nothing a document has.
_OTHERS = """
A5 A6 AV BC C1 C2 C4 C5 C6 C7 C8 CA CN CP CR CY DB DP DS ED EP ET FD H1 H2 IP IS J3 JP KP L4 LB LL
M2 N3 N4 NO NV OL OP OX PA PB PN PP PT RD RI RN RP RT S2 SE SF SK SL SN SO SP SR ST T3 TA TT U1
U3 U4 U5 U6 U7 U8 U9 UL UN V1 VL VO W1 WP WT X1 XT Y3
"""
_BOOKS = "ANCIENT BOOK CHAP CONF CPAPER DICT EBOOK ECHAP EDBOOK ENCYC"


def parse(file: Opened) -> Iterator[Document | Remark | Unused]:
    """Yield a document a record."""
    yield from read_tagged(file, _DIALECT)


def _read(fields: FieldsByUse) -> RecordValues:
    is_book = fields.first("type", []).upper() in _BOOKS.split()
    others = () if is_book else ("other author",)
    values = values_with_people(fields, "author", *others)
    # BT is the book that a chapter is in, and of a whole book the title.
    book = fields.first("book", values.complaints)
    if not values.title:
        values.title = book
    elif not values.venue:
        values.venue = book
    # Where there is an address, the second date says when it was looked up.
    if not values.year and not fields.all("doi within"):
        values.year = fields.first("date of access", values.complaints)
    return values


_DIALECT = Dialect(
    syntax=Syntax(
        LOOSE_DASH,
        known=frozenset([*_USES, *_OTHERS.split()]),
        first=frozenset(["TY"]),
        last=frozenset(["ER"]),
        of_file=frozenset(["EF"]),
        titles=frozenset(["TI", "T1", "CT"]),
        strict=STRICT_DASH,
        joined=JOINED_DASH,
    ),
    uses=_USES,
    read=_read,
)
