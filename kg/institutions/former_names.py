"""One institution under two names, the old one and the new: "Tide Lab (now Fjord Lab)"."""

import re
from collections.abc import Sequence

from kg.institutions.linked_organisation import LinkedOrganisation
from kg.institutions.table import known

# "(now Meta AI)", "(formerly Facebook", "[previously: …]"
_ASIDE = re.compile(
    r"[(\[]\s*+(?:(?:now|since\s\d{4}|today)(?:\s(?:called|known\sas|part\sof))?|formerly"
    r"|previously|until\s\d{4}|ex-|f/?k/?a|n[ée]e)(?!\s+(?:at|with|in)\b)[\s:]*+"
    r"(?P<name>[^()\[\]]++)[)\]]",
    re.IGNORECASE,
)


def without_former_names(
    text: str, found: Sequence[LinkedOrganisation]
) -> list[LinkedOrganisation]:
    """Return the institutions of an affiliation, each once that it gives two names of.

    Of both, the one with an id stays, else that which our table has, else the first.
    Somebody who is "now at" another place names two.
    """
    kept = list(found)
    for aside in _ASIDE.finditer(text):
        start, end = aside.span("name")
        inside = [e for e in kept if start <= e.start and e.end <= end]
        before = [e for e in kept if e.end <= aside.start()]
        if not inside or not before or text[before[-1].end : aside.start()].strip():
            continue
        both = [before[-1], *inside]
        best = max(both, key=lambda e: (e.ror is not None, known(e.name) is not None))
        kept = [e for e in kept if e == best or e not in both]
    return kept
