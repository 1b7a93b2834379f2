"""What a linker knows of an institution, as mentions and nodes carry it."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from kg.institutions.country_codes import code_of_country
from kg.institutions.linked_organisation import LinkedOrganisation
from kg.institutions.ror.linker import AffiliationLinker
from kg.institutions.ror.normalization import split_words
from kg.institutions.ror.registry_record import bare_id
from kg.institutions.ror.results import link_by_table
from kg.institutions.table import row_named
from kg.records import InstitutionFacts

# "Siemens (Germany)": a registry's name of a company.
_COUNTRY_OF_NAME = re.compile(r" \(([^()]+)\)$")


@lru_cache(maxsize=20_000)  # colleagues share them
def facts_of(found: LinkedOrganisation) -> InstitutionFacts:
    """Return what is known of an organisation, with bare ids.

    Example:
        >>> (found,) = AffiliationLinker().link("Courant Institute, New York, USA")
        >>> facts_of(found).country, facts_of(found).parent
        ('US', 'New York University')
    """
    country, city = found.country_code, found.city
    site = _COUNTRY_OF_NAME.search(found.name) if found.ror else None
    if site is not None and (own := code_of_country(site[1])) not in (None, country):
        country, city = own, None  # what the words say is where one of its sites is
    return InstitutionFacts(
        ror=found.ror and bare_id(found.ror),
        country=country,
        city=city,
        parent=found.parent,
        parent_ror=found.parent_ror and bare_id(found.parent_ror),
        doubted=found.doubted and bare_id(found.doubted),
        ancestors=tuple(map(bare_id, found.ancestors)),
    )


def display_name(found: LinkedOrganisation) -> str:
    """Return the English name of our table, where that has the organisation.

    A registry may call it in its country's language: "Universidad de Sevilla".
    """
    return found.known_as or (found.ror and row_named(found.name)) or found.name


def link_name(name: str, linker: AffiliationLinker) -> LinkedOrganisation | None:
    """Return the one organisation that a name in running text stands for.

    Where a registry takes but a part of the name for one, it is our table's; None where
    that has none either.
    """
    return _whole(linker.link(name), name) or _whole(link_by_table(name), name)


def _whole(found: Sequence[LinkedOrganisation], name: str) -> LinkedOrganisation | None:
    """Return the one organisation of an answer that takes all the words of a name."""
    if len(found) != 1:
        return None
    (only,) = found
    words = split_words(name[: only.start]) + split_words(name[only.end :])
    return None if words else only


def as_row(each: LinkedOrganisation, raw: str) -> dict[str, Any]:
    """Return an organisation as `kg institutions` prints it, with the words for it.

    Ids are bare, as everywhere in what kg writes. The score is the probability of the
    id; None where no organisation of a registry came into question.
    """
    row = each._asdict()
    row |= {k: row[k] and bare_id(row[k]) for k in ("ror", "parent_ror")}
    row["score"] = row.pop("probability") or None
    for internal in ("sure", "ancestors", "known_as", "doubted"):
        del row[internal]
    return row | {"cut": raw[each.start : each.end]}
