"""The line that an event is called by → who speaks, on what, in which series.

"Ann Lee (Oslo): On mills", "On mills - Ann Lee", "Geometry seminar: Ann Lee": what parts
them is a sign, and which half is which is told by the names.
"""

import re
from typing import NamedTuple

from kg.sources.pages.speaker_lines import is_announced_later
from kg.sources.records.calendar.speakers import names_speakers

_SIGN = re.compile(
    r"(?:(?<!\s)\s++)?[:：|]\s++|(?<!\s)\s++[–—-]{1,2}\s++|\]\s*+"
    r"|,?(?<!\s)\s++by\s++(?=[^\W\d_a-z])|[,;]\s++(?=[\"“«‘'])",
)
_QUOTES = " \t\"'“”«»‘’„"
_SERIES = re.compile(
    r"\b(?:seminar\w*|colloqui\w*|kolloqui\w*|séminaire|seminario|seminário|workshop"
    r"|lectures?|vortrag|talk|reading\sgroup|journal\sclub|working\sgroup|series"
    r"|conference|webinar|thesis\sdefen[cs]e|oberseminar)\b",
    re.IGNORECASE,
)
_CANCELLED = re.compile(
    r"\W*(?:cancel{1,2}ed|postponed|annulée?|abgesagt|cancelad[oa])\b\W*", re.IGNORECASE
)
_MOST_SIGNS = 6  # looked at in one line
_MOST_SERIES = 2  # signs that may stand behind the name of a series
_LONGEST = 1000  # characters


class Summary(NamedTuple):
    """What an event's line says: each "" where it does not."""

    speakers: str = ""
    title: str = ""
    series: str = ""


def is_called_off(summary: str) -> bool:
    """Tell whether a line begins by saying that the event is cancelled.

    >>> is_called_off("CANCELLED: On mills"), is_called_off("Cancellation in sums")
    (True, False)
    """
    return _CANCELLED.match(summary) is not None


def split_summary(summary: str) -> Summary:
    """Return the parts of an event's line; of one that names nobody it is the title.

    >>> split_summary("Geometry seminar: Ann Lee (Oslo) - On mills")
    Summary(speakers='Ann Lee (Oslo)', title='On mills', series='Geometry seminar')
    """
    line = " ".join(summary.split())[:_LONGEST]
    found = _split(line)
    if found is None:
        is_series = _SERIES.search(line) and len(line.split()) <= 5
        return Summary(series=line) if is_series else Summary(title=_title(line))
    return found


def _split(line: str, *, may_have_series: bool = True) -> Summary | None:
    if names_speakers(line):
        return Summary(speakers=line)
    signs = [match.span() for match in _SIGN.finditer(line)][:_MOST_SIGNS]
    for start, end in signs:
        found = _halves(line[:start].lstrip("["), line[end:])
        if found:
            return found
    title, people = _bracket_behind(line)
    if people and names_speakers(people):
        return Summary(people, _title(title))
    # A series may stand before all of it.
    for start, end in signs[: _MOST_SERIES if may_have_series else 0]:
        within = _split(line[end:], may_have_series=False)
        if within and within.speakers and within.title:
            return within._replace(series=line[:start].strip("[ "))
    return None


def _bracket_behind(line: str) -> tuple[str, str]:
    """Return what stands before and in the bracket that ends a line; else nothing."""
    depth = 0
    for place in range(len(line) - 1, -1, -1) if line.endswith(")") else ():
        depth += (line[place] == ")") - (line[place] == "(")
        if depth == 0:
            return line[:place], line[place + 1 : -1]
    return "", ""


def _halves(left: str, right: str) -> Summary | None:
    """Return which half names the speakers, if one does."""
    if names_speakers(left):
        return Summary(speakers=left.strip(), title=_title(right))
    if not names_speakers(right):
        return None
    # "Algebra seminar: Ann Lee" has no title yet.
    if _SERIES.search(left):
        return Summary(speakers=right.strip(), series=left.strip())
    return Summary(speakers=right.strip(), title=_title(left))


def _title(text: str) -> str:
    title = text.strip(_QUOTES)
    return "" if is_announced_later(title) else title
