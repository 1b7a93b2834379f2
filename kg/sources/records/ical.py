"""Calendars of seminars and conferences (iCalendar) → talks, with speakers and years.

An event is a talk where somebody speaks in it, or it has an abstract; coffee breaks and
meetings are counted, as are talks that were cancelled.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from kg.files.opened_file import Opened
from kg.records import Affiliation, Author, Document, Remark
from kg.sources.records.calendar.descriptions import Description, read_description
from kg.sources.records.calendar.ical_lines import Calendar, Event, read_events
from kg.sources.records.calendar.speakers import names_speakers, read_speakers
from kg.sources.records.calendar.summaries import (
    Summary,
    is_called_off,
    split_summary,
)
from kg.sources.records.record_values import RecordValues, document_from_values
from kg.sources.records.unread_fields import UnreadFields
from kg.text.counts import format_count

_READ = frozenset(
    ["SUMMARY", "DESCRIPTION", "X-ALT-DESC", "DTSTART", "STATUS", "UID", "METHOD"]
)


@dataclass(slots=True)
class _Tally:
    """Events that are no documents: how many, by the reason, and the first's line."""

    counts: Counter[str] = field(default_factory=Counter)
    lines: dict[str, int] = field(default_factory=dict)

    def add(self, reason: str, line: int) -> None:
        self.counts[reason] += 1
        self.lines.setdefault(reason, line)

    def remarks(self, source: str) -> Iterator[Remark]:
        for reason, count in self.counts.items():
            said = f"{format_count(count, 'event')} {reason}"
            yield Remark(source, self.lines[reason], said, lost=False)


def parse(file: Opened) -> Iterator[Document | Remark]:
    """Yield a document a talk; of all other events, how many they are and why.

    A series of equal events (RRULE) is one. What of the events is not read is named.
    """
    unread = UnreadFields()
    tally = _Tally()
    calendar = Calendar()
    for event in read_events(file.lines(), calendar):
        unread.count_names(sorted(set(event.values) - _READ), line=event.line)
        if not event.is_whole:
            reason = "an event without its end: read as far as it goes"
            yield Remark(file.name, event.line, reason, lost=False)
        summary = event.first("SUMMARY")
        if event.first("STATUS").strip().upper() == "CANCELLED" or is_called_off(
            summary
        ):
            tally.add("cancelled: not read", event.line)
            continue
        values, reason = _talk(event, calendar)
        if reason:
            tally.add(reason, event.line)
        else:
            yield from document_from_values(values, source=file.name, line=event.line)
    yield from tally.remarks(file.name)
    for component, line in calendar.unread.items():
        reason = f"{component}: no event, not read"
        yield Remark(file.name, line, reason, lost=False)
    yield from unread.remarks(file.name)


def _talk(event: Event, calendar: Calendar) -> tuple[RecordValues, str]:
    """Return what an event says of its talk; why it is none, if so."""
    said = split_summary(event.first("SUMMARY"))
    text = read_description(event.first("DESCRIPTION", "X-ALT-DESC"))
    values = RecordValues(
        id=event.first("UID"),
        title=text.title or said.title,
        abstract=text.abstract,
        year=event.first("DTSTART")[:4],
        venue=said.series or text.series or calendar.name,
        type="talk",
    )
    values.authors = _speakers(said, text, values)
    if not values.authors and not values.abstract:
        return values, "without a speaker or an abstract, as breaks are: not read"
    if not values.title and not values.abstract:
        return values, "of which title and abstract are to be announced: not read"
    return values, ""


def _speakers(said: Summary, text: Description, values: RecordValues) -> list[Author]:
    """Return who speaks, by the label, else by the event's line; with their places."""
    named = text.speakers or said.speakers
    authors = read_speakers(named) if named else []
    # The one name has the place in its brackets that the other has not.
    if text.speakers and names_speakers(said.speakers):
        stated = {author.name: author for author in read_speakers(said.speakers)}
        authors = [
            author if author.affiliations else stated.get(author.name, author)
            for author in authors
        ]
    if text.affiliation and not any(author.affiliations for author in authors):
        place = (Affiliation(text.affiliation),)
        if len(authors) == 1:
            return [replace(authors[0], affiliations=place)]
        values.affiliations.append(place[0])
    return authors
