"""RefWorks: "T1 On mills", of RefWorks itself, HighWire and CNKI."""

from collections.abc import Iterator

from kg.files.opened_file import Opened
from kg.records import Document, Remark
from kg.sources.records.tagged.tag_syntax import BARE, JOINED_BARE, Syntax
from kg.sources.records.tagged.tagged_people import values_with_people
from kg.sources.records.tagged.tagged_reader import Dialect, read_tagged
from kg.sources.records.tagged.tagged_values import Uses
from kg.sources.unused_text import Unused

_USES: Uses = {
    "RT": "type",
    "T1": "title",
    "A1": "author",
    "AB": "abstract",
    "YR": "year",
    "FD": "year",
    "JF": "venue",
    "T2": "venue",
    "JO": "venue",
    "DO": "doi",
    "UL": "doi within",
    "LK": "doi within",
    "NO": "doi within",
    "K1": "keyword",
    "AD": "affiliation",
    "LA": "language",
    "ID": "id",
    "AN": "id",
    "ER": "mark",
}
_OTHERS = """
A2 A3 A4 A5 A6 AV CA CL CN CR CT DB DS ED IS JA LL OL OP PB PP RD RP SF SL SN SP SR ST T3 TT U1 U2
U3 U4 U5 VO WP WT WV
"""


def parse(file: Opened) -> Iterator[Document | Remark | Unused]:
    """Yield a document a record."""
    yield from read_tagged(file, _DIALECT)


_DIALECT = Dialect(
    syntax=Syntax(
        BARE,
        known=frozenset([*_USES, *_OTHERS.split()]),
        first=frozenset(["RT"]),
        last=frozenset(["ER"]),
        titles=frozenset(["T1"]),
        joined_title=JOINED_BARE,
    ),
    uses=_USES,
    read=values_with_people,
)
