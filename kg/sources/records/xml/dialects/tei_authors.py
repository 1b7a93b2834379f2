"""Who wrote a document of TEI, and where each of them works."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from kg.records import Affiliation, Author
from kg.sources.records.record_ids import parse_ror
from kg.sources.records.record_values import author_from_values, inverted_name
from kg.sources.records.xml.element_values import child_text, child_texts, text_of

# Words for authors, of HAL and of GROBID, among all that had a part in a work.
_AUTHORS = ("", "aut", "author", "crp", "corresp")
_PLACES = ("address/settlement", "address/region", "address/country")


def read_tei_authors(
    place: Element, organisations: dict[str, Element], complaints: list[str]
) -> Iterator[Author]:
    """Yield the authors right within an element.

    Args:
        place: as "analytic".
        organisations: those that stand elsewhere, by their ids.
        complaints: gets what cannot be used.
    """
    for author in place.findall("author"):
        if author.get("role", "") in _AUTHORS:
            affiliations = tuple(_affiliations(author, organisations))
            yield author_from_values(
                _name(author),
                complaints,
                orcid=_orcid(author),
                affiliations=affiliations,
            )


def _name(author: Element) -> str:
    name = author.find("persName")
    if name is None:
        return child_text(author, "orgName") or _bare_name(author)
    given = " ".join(child_texts(name, "forename"))
    family = " ".join(child_texts(name, "surname"))
    return inverted_name(family, given, child_text(name, "genName")) or text_of(name)


def _bare_name(author: Element) -> str:
    """Return a name that stands in no element of its own."""
    return "" if len(author) else text_of(author)


def _orcid(author: Element) -> str:
    for item in author.findall("idno"):
        words = text_of(item)
        if item.get("type", "").upper() == "ORCID" or "orcid.org" in words:
            return words
    return ""


def read_organisations(tei: Element) -> dict[str, Element]:
    """Return the organisations in HAL's list of them, by their ids."""
    found = tei.findall("text/back/listOrg/org")
    return {org.get("id", ""): org for org in found if org.get("id")}


def _affiliations(
    author: Element, organisations: dict[str, Element]
) -> Iterator[Affiliation]:
    for place in author.findall("affiliation"):
        # HAL names an organisation once, behind all works.
        listed = organisations.get(place.get("ref", "").removeprefix("#"))
        found = _of_list(listed) if listed is not None else _of_author(place)
        if found.raw or found.ror:
            yield found


def _of_author(place: Element) -> Affiliation:
    """Return an affiliation as it was printed, else put together of its parts."""
    # From the department up to the country.
    parts = child_texts(place, "orgName")
    parts += [words for path in _PLACES if (words := child_text(place, path))]
    printed = child_text(place, "note[@type='raw_affiliation']")
    raw = printed or ", ".join(parts) or text_of(place, ["label", "marker"])
    return Affiliation(raw, _ror(place), _country(place.find("address/country")))


def _of_list(org: Element) -> Affiliation:
    """Return the organisation of a list, with its address."""
    name = " ".join(child_texts(org, "orgName")[:1])
    address = child_text(org, "desc/address/addrLine")
    raw = ", ".join(filter(None, [name, address]))
    return Affiliation(raw, _ror(org), _country(org.find("desc/address/country")))


def _ror(place: Element) -> str | None:
    return next(filter(None, map(parse_ror, child_texts(place, "idno"))), None)


def _country(country: Element | None) -> str | None:
    code = "" if country is None else country.get("key", "")
    return code.upper() if len(code) == 2 and code.isalpha() else None
