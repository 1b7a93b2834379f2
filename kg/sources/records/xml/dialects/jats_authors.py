"""Who wrote an article of JATS, and where each of them works."""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from kg.records import Affiliation, Author
from kg.sources.records.record_ids import parse_ror
from kg.sources.records.record_values import (
    RecordValues,
    author_from_values,
    inverted_name,
)
from kg.sources.records.xml.element_values import child_text, text_of

# Contributors that wrote none of it; members of a group stand with the group.
_NO_AUTHORS = re.compile(
    r"edit|review|translat|illustrat|funder|sponsor|non-byline", re.I
)
_NOT_IN_PLACE = (
    *(
        "label",
        "institution-id",
        "email",
        "ext-link",
        "uri",
        "phone",
        "fax",
        "xref",
        "fn",
    ),
    "target",
)
_LONGEST_MARK = 3  # characters of a footnote's mark before an address


def read_authors(meta: Element, values: RecordValues) -> None:
    """Fill in authors, each with the places that the record gives them.

    A place is a contributor's by an id that it refers to, by the mark in front of it, by
    standing within, or as the one place of a group. Others are the record's.
    """
    affs = [*_affs(meta)]
    places = _places_by_id(affs)
    taken: set[str] = set()
    for group in meta.findall("contrib-group"):
        # One place within a group, without marks, is everybody's there.
        alone = [*group.findall("aff"), *group.findall("aff-alternatives")]
        of_group = read_places(alone[0]) if len(alone) == 1 else []
        for contrib in group.findall("contrib"):
            if _NO_AUTHORS.search(contrib.get("contrib-type", "")):
                continue
            keys = [key for key in _keys(contrib) if key in places]
            found = [place for key in keys for place in places[key]]
            found += [place for aff in _affs(contrib) for place in read_places(aff)]
            taken.update(place.raw for place in found or of_group)
            values.authors.append(
                _author(contrib, found or of_group, values.complaints)
            )
    loose = [place for aff in affs for place in read_places(aff)]
    values.affiliations = [place for place in loose if place.raw not in taken]


def _affs(element: Element) -> Iterator[Element]:
    """Yield the affiliations right within an element or its groups of contributors."""
    for path in (
        "aff",
        "aff-alternatives",
        "contrib-group/aff",
        "contrib-group/aff-alternatives",
    ):
        yield from element.findall(path)


def _places_by_id(affs: list[Element]) -> dict[str, list[Affiliation]]:
    """Return places by their ids, and by their marks in front."""
    found: dict[str, list[Affiliation]] = {}
    for aff in affs:
        places = read_places(aff)
        inner = aff.findall("aff")
        names = [aff.get("id", ""), *(a.get("id", "") for a in inner)]
        # Where references have no ids, the printed marks link both ends.
        marks = [child_text(each, "label", "sup") for each in (aff, *inner)]
        for name in filter(None, [*names, *marks]):
            found.setdefault(name, places)
    return found


def _keys(contrib: Element) -> Iterator[str]:
    """Yield ids, or marks, of the affiliations that a contributor refers to."""
    for xref in contrib.findall("xref"):
        if xref.get("ref-type", "aff") == "aff":
            yield from dict.fromkeys((xref.get("rid") or text_of(xref)).split())


def _author(
    contrib: Element, places: list[Affiliation], complaints: list[str]
) -> Author:
    ids = contrib.findall("contrib-id")
    orcids = [
        text_of(i) for i in ids if "orcid" in i.get("contrib-id-type", "").lower()
    ]
    linked = [uri.get("href", "") or text_of(uri) for uri in contrib.findall("uri")]
    orcids += [uri for uri in linked if "orcid" in uri]
    return author_from_values(
        _name(contrib),
        complaints,
        orcid=next(iter(orcids), ""),
        affiliations=tuple(dict.fromkeys(places)),
    )


def _name(contrib: Element) -> str:
    """Return a contributor's name, of a person or a group."""
    for path in (
        "name",
        "name-alternatives/name",
        "string-name",
        "name-alternatives/string-name",
    ):
        name = contrib.find(path)
        if name is not None:
            family = child_text(name, "surname")
            if family:
                suffix = child_text(name, "suffix")
                return inverted_name(family, child_text(name, "given-names"), suffix)
            return child_text(name, "given-names") or text_of(name)
    # Its members stand within, and are named elsewhere in print.
    for path in ("collab", "collab-alternatives/collab", "institution"):
        if words := text_of(contrib.find(path), ["contrib-group", "xref", "fn", "aff"]):
            return words
    return ""


def read_places(aff: Element) -> list[Affiliation]:
    """Return the organisation, or organisations, of an "aff"; of alternatives the first."""
    inner = aff.findall("aff")
    if inner:
        return read_places(inner[0])
    raw = _place_text(aff)
    ids = [text_of(i) for i in aff.iter("institution-id")]
    ror = next(filter(None, map(parse_ror, ids)), None)
    return [Affiliation(raw, ror, _country(aff))] if raw or ror else []


def _country(aff: Element) -> str | None:
    country = aff.find(".//country")
    code = "" if country is None else country.get("country", "")
    return code.upper() if re.fullmatch(r"[A-Za-z]{2}", code) else None


def _place_text(aff: Element) -> str:
    """Return an address as it is printed; with commas where only elements part it."""
    # SciELO has the parts beside the whole.
    original = aff.find("institution[@content-type='original']")
    if original is not None:
        return text_of(original)
    pieces = [(child, text_of(child, _NOT_IN_PLACE)) for child in aff]
    if pieces and not (aff.text or "").strip() and _is_mark(aff[0]):
        pieces[0] = (aff[0], "")
    words = [" ".join((aff.text or "").split())]
    is_printed = any(re.search(r"\w|[,;]", child.tail or "") for child in aff)
    for child, text in pieces:
        words.append("" if child.tag in _NOT_IN_PLACE else text)
        words.append(" ".join((child.tail or "").split()))
    joined = (" " if is_printed else ", ").join(filter(None, words))
    return re.sub(r"(?<!\s)\s+([,;.])", r"\1", joined).strip(" ,;")


def _is_mark(child: Element) -> bool:
    return child.tag == "sup" and len(text_of(child)) <= _LONGEST_MARK
