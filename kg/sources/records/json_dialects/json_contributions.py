"""Talks within a conference: those of an Indico event and of its sessions."""

from kg.sources.records.json_dialects.record_marks import may_be_record
from kg.sources.records.json_values import JSON


def contributions_of(event: dict[str, JSON]) -> list[JSON]:
    """Return the contributions of an Indico event, of its sessions and its timetable.

    Each gets the event, as far as that is no list, as "event".

    >>> contributions_of({"title": "Mill days", "contributions": [{"title": "On wind"}]})
    [{'event': {'title': 'Mill days'}, 'title': 'On wind'}]
    """
    sessions = event.get("sessions")
    parts = [event, *(sessions if isinstance(sessions, list) else [])]
    found = [
        item
        for part in parts
        if isinstance(part, dict)
        # Entries are those of a timetable only where it says so.
        for key in ("contributions", "entries" if "entryType" in part else "")
        for item in _members(part.get(key))
        if isinstance(item, dict) and may_be_record(item)
    ]
    about: JSON = {k: v for k, v in event.items() if not isinstance(v, list)}
    return [{"event": about, **item} for item in found]


def _members(value: JSON) -> list[JSON]:
    """Return the members of a list, or of an object by ids or times."""
    if isinstance(value, dict):
        return list(value.values())
    return value if isinstance(value, list) else []
