"""Dialects of conferences and seminars: OpenReview, Indico, researchseminars.org."""

from kg.sources.records.json_dialects.json_dialect import JsonDialect
from kg.sources.records.json_dialects.listed_authors import (
    authors_of_contribution,
    authors_of_talk,
)

OPENREVIEW = JsonDialect(
    "OpenReview notes",
    (
        ("forum", "title"),
        *(("forum", key) for key in ("invitation", "invitations[", "replyto")),
        ("authorids[", "title"),
        ("authorids{", "title"),
    ),
    authors=("authors",),
    id=("id", "forum"),
    # "ICLR 2021 Poster": the year of the conference, not that of the submission.
    year=("year", "venue", "venueid", "pdate", "odate", "tcdate", "cdate"),
    venue=("venue", "venueid"),
    doi=("doi",),
    keywords=("keywords",),
    also_read=("content",),
    # Reviews and decisions are answers to a note.
    passed_over=(("replyto", frozenset()),),
)
INDICO = JsonDialect(
    "Indico contributions",
    (
        *(("_type", "title", key) for key in ("startdate{", "speakers[", "chairs[")),
        ("primaryauthors[",),
        ("entrytype", "title"),
        ("friendly_id", "persons["),
    ),
    abstract=("description", "content"),
    authors=(
        "primaryauthors",
        "coauthors",
        "speakers",
        "presenters",
        "persons",
        "chairs",
    ),
    read_authors=authors_of_contribution,
    id=("id", "contributionId", "db_id"),
    year=("startDate", "start_dt", "submitted_dt", "event.startDate"),
    venue=("event.title", "category"),
    keywords=("keywords",),
    type=("type", "submitted_contrib_type.name"),
    also_read=("_type", "_fossil"),
    passed_over=(("entryType", frozenset(["Break"])),),
)
RESEARCH_SEMINARS = JsonDialect(
    "talks of researchseminars.org",
    (
        ("seminar_ctr", "title"),
        ("speaker_affiliation", "start_time"),
        ("seminar_id", "speaker"),
        ("seminar_id", "speaker_name"),
    ),
    authors=("speaker", "speaker_name", "speakers"),
    read_authors=authors_of_talk,
    id=("id", "talkid"),
    year=("start_time", "end_time"),
    venue=("seminar_name", "series_name", "seminar.name", "seminar_id"),
    keywords=("keywords",),
    language=("language",),
    also_read=("speaker_affiliation",),
)
