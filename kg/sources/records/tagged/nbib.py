"""MEDLINE: the .nbib of PubMed, and the tagged fields of Ovid.

What belongs to an author stands behind the name: the full name above the short one, then
affiliations and ids.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from kg.files.opened_file import Opened
from kg.records import Affiliation, Author, Document, Remark
from kg.sources.records.record_values import (
    RecordValues,
    author_from_values,
    inverted_name,
)
from kg.sources.records.tagged.tag_syntax import (
    JOINED_MEDLINE,
    LOOSE_MEDLINE,
    STRICT_MEDLINE,
    Syntax,
)
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
from kg.text.names.name_affixes import is_suffix

_USES: Uses = {
    "PMID": "id:pmid",
    "UI": "id",  # of Ovid
    "TI": "title",
    "BTI": "title",  # of a book
    "TT": "title",  # in the language of the paper
    "AB": "abstract",
    "OAB": "abstract",  # by others than the publisher
    "FAU": "full name",
    "FA": "full names",  # of Ovid: all, behind the short ones
    "AU": "name",
    "CN": "group",
    "AD": "affiliation",
    "AUID": "orcid",
    "IN": "institutions",  # of Ovid
    "DP": "year",
    "YR": "year",
    "DEP": "year",
    "EDAT": "year",
    "JT": "venue",
    "JN": "venue",
    "TA": "venue",
    "DO": "doi",
    "LID": "doi within",
    "AID": "doi within",
    "UR": "doi within",
    "OT": "keyword",
    "KW": "keyword",
    "KF": "keyword",
    "MH": "subject:mesh",
    "PMC": "id:pmcid",
    "PT": "type",
    "LA": "language",
    "LG": "language",
}
_OTHERS = """
CI CIN CON CRDT CRF CTDT CTI CY DA DB DCOM DRDT ECF ECI ED EFR EIN EN ER FED FIR FPS GN GR GS IP
IR IRAD IS ISBN JC JID LR MHDA MID MJ NI NJ NM OCI OID ORI OTO OWN PB PG PHST PL PS PST PUBM RD
RF RN ROF RPF RPI SB SFM SI SN SO SPIN SS ST STAT SU UIN UOF UPI VI VN VTI XR
"""
_ABBREVIATION = re.compile(r"\b\w{1,2}\.$|\.\.$")
_TRANSLATED = re.compile(r"\[(.+)\]\.?")


def parse(file: Opened) -> Iterator[Document | Remark | Unused]:
    """Yield a document a record."""
    yield from read_tagged(file, _DIALECT)


@dataclass(slots=True)
class _Person:
    """An author as the fields of a record build one up."""

    name: str
    is_full: bool = True
    is_group: bool = False
    affiliations: list[Affiliation] = field(default_factory=list)
    orcid: str = ""


def _read(fields: FieldsByUse) -> RecordValues:
    values = values_from_fields(fields)
    values.title = _plain_title(values.title)
    values.id = values.id or dict(values.ids).get("pmid", "")
    people = list(_people(fields))
    values.authors = [_author(person, values.complaints) for person in people]
    # "Lee, Ann. Univ Oslo. / Li, Bo. Univ Bonn."
    places = [
        Tagged(each.tag, part, each.line)
        for each in fields.in_order("institutions")
        for part in as_text(each.value).split(" / ")
    ]
    give_addresses(values, places)
    return values


def _people(fields: FieldsByUse) -> Iterator[_Person]:
    """Yield the authors, each with what stands behind the name."""
    full = fields.in_order("full names")
    if full:
        yield from (_Person(as_text(each.value)) for each in full)
        return
    person: _Person | None = None
    before: list[Affiliation] = []  # above all names: of the first author, by its rules
    for each in fields.in_order("full name", "name", "group", "affiliation", "orcid"):
        value = as_text(each.value)
        if each.tag == "AD":
            place = Affiliation(value)
            (person.affiliations if person else before).append(place)
        elif each.tag == "AUID":
            if person and "orcid" in value.lower():
                person.orcid = value
        elif each.tag == "AU" and person and person.is_full:
            person.is_full = False  # the short form of the same
        else:
            if person:
                yield person
            name = index_name(value) if each.tag == "AU" else value
            person = _Person(
                name,
                is_full=each.tag == "FAU",
                is_group=each.tag == "CN",
                affiliations=[] if person else before,
            )
    if person:
        yield person


def _author(person: _Person, complaints: list[str]) -> Author:
    family, _, given = person.name.partition(",")
    words = given.split()
    if len(words) > 1 and is_suffix(words[-1]):  # "Mills, Bo A Jr"
        name = inverted_name(family, " ".join(words[:-1]), words[-1])
    else:
        name = person.name
    places = tuple(dict.fromkeys(person.affiliations))
    author = author_from_values(
        name, complaints, orcid=person.orcid, affiliations=places
    )
    return replace(author, is_group=person.is_group)


def _plain_title(title: str) -> str:
    """Return a title without its full stop, and the brackets of a translated one.

    >>> _plain_title("[On mills.]"), _plain_title("Mills of the U.S.")
    ('On mills', 'Mills of the U.S.')
    """
    translated = _TRANSLATED.fullmatch(title)
    title = translated[1] if translated else title
    return title if _ABBREVIATION.search(title[-4:]) else title.removesuffix(".")


_DIALECT = Dialect(
    syntax=Syntax(
        LOOSE_MEDLINE,
        known=frozenset([*_USES, *_OTHERS.split()]),
        first=frozenset(["PMID"]),
        titles=frozenset(["TI", "BTI"]),
        strict=STRICT_MEDLINE,
        joined=JOINED_MEDLINE,
    ),
    uses=_USES,
    read=_read,
)
