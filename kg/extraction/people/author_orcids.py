"""ORCIDs that stand behind the names of an author line, or below one of them."""

from bisect import bisect_right
from collections.abc import Sequence

from kg.records import Document, Mention, PersonFacts
from kg.sources.records.record_ids import parse_orcid
from kg.text.mentions import mentions_within, up_to_next
from kg.text.names.name_asides import orcid_behind


def add_orcids(document: Document, people: Sequence[Mention]) -> list[Mention]:
    """Return people, those of an author line with the ORCID that stands behind them.

    It stands before the next name. Below a line that names one person it is theirs. A
    number whose check digit is wrong is none.

    Args:
        document: the document.
        people: who is named in its text, in order.
    """
    found = {}
    starts = sorted(section.start for section in document.sections)
    for section in document.sections:
        if section.kind != "authors":
            continue
        here = mentions_within(people, section.start, section.end)
        end = section.end
        if len(here) == 1:
            below = bisect_right(starts, section.start)
            end = starts[below] if below < len(starts) else len(document.text)
        for person, stop in up_to_next(here, end):
            stated = orcid_behind(document.text, person.end, stop)
            if orcid := parse_orcid(stated) if stated else None:
                found[person] = person._replace(facts=PersonFacts(orcid))
    return [found.get(person, person) for person in people]
