"""Records nearly of our own form: each field that has another name is taken for ours.

"author" is "authors", "pub_year" is "year", people are objects of given and family
names. What was taken for what is told, once a file.
"""

from collections.abc import Mapping
from typing import NamedTuple

from kg.sources.records.json_dialects.json_texts import folded_key
from kg.sources.records.json_dialects.near_people import (
    affiliations_by_author,
    own_author,
)
from kg.sources.records.json_dialects.near_values import is_stated, own_value
from kg.sources.records.json_values import JSON
from kg.text.identifiers import parse_doi

# Our field → what else it is called, as `folded_key` has it, the likeliest first.
_OTHER_NAMES: Mapping[str, tuple[str, ...]] = {
    "id": (
        *("_id", "uid", "key", "citekey", "citationkey", "recordid", "paperid"),
        *("accessionnumber", "talkid", "slug", "guid"),
    ),
    "title": (
        *(
            "papertitle",
            "articletitle",
            "talktitle",
            "maintitle",
            "worktitle",
            "titles",
        ),
        *("documenttitle", "dctitle", "titletext", "displayname", "headline", "titel"),
        *("titre", "titulo", "name"),
    ),
    "abstract": (
        *("abstracttext", "abstracts", "paperabstract", "abstractnote", "abstracten"),
        *("abstractinvertedindex", "resumen", "zusammenfassung", "synopsis", "summary"),
        *("description", "dcdescription", "descriptions", "body", "text", "content"),
    ),
    "authors": (
        *(
            "author",
            "authorlist",
            "authornames",
            "authorname",
            "authorstring",
            "authorships",
        ),
        *("authorsparsed", "allauthors", "authorfullnames", "fullauthors", "creators"),
        *("creator", "dccreator", "speakers", "speaker", "speakername", "speakernames"),
        *("presenters", "presenter", "contributors", "persons", "byline", "writers"),
        *("autoren", "auteurs", "autores"),
    ),
    "affiliations": (
        *("affiliation", "authoraffiliations", "authoraffiliation", "institutions"),
        *("institution", "speakeraffiliation", "speakeraffiliations", "organizations"),
        *(
            "organization",
            "organisations",
            "organisation",
            "affils",
            "affs",
            "addresses",
        ),
    ),
    "year": (
        *(
            "publicationyear",
            "pubyear",
            "publishyear",
            "yearpublished",
            "publishedyear",
        ),
        *("publicationdate", "pubdate", "datepublished", "publisheddate", "published"),
        *(
            "publishdate",
            "issued",
            "date",
            "coverdate",
            "dcdate",
            "issuedate",
            "starttime",
        ),
        *("startdate", "start", "datetime", "eventdate", "time", "py", "jahr", "annee"),
        *("submitted", "yr", "ano"),
    ),
    "venue": (
        *(
            "journal",
            "journaltitle",
            "journalname",
            "containertitle",
            "publicationtitle",
        ),
        *(
            "publicationname",
            "publicationvenue",
            "sourcetitle",
            "booktitle",
            "hostvenue",
        ),
        *(
            "proceedings",
            "proceeding",
            "proceedingstitle",
            "conference",
            "conferencename",
        ),
        *(
            "conferencetitle",
            "venuename",
            "journalref",
            "arxivjournalref",
            "periodical",
            "ispartof",
        ),
        *(
            "publication",
            "publishedin",
            "series",
            "seriesname",
            "seminar",
            "seminarname",
        ),
        *("event", "eventname", "meeting", "workshop"),
    ),
    "doi": (
        *(
            "dois",
            "doiurl",
            "doilink",
            "articledoi",
            "paperdoi",
            "prismdoi",
            "arxivdoi",
        ),
        *("identifier", "identifiers", "sameas", "url", "link", "ee"),
    ),
    "keywords": (
        *("keyword", "authorkeywords", "authkeywords", "keywordlist", "tags", "tag"),
        *("keyphrases", "keyterms", "kw", "subjects", "subject", "topics", "terms"),
    ),
    "references": (
        *("reference", "referencelist", "citedreferences", "bibliography"),
        *("referencedworks", "citedworks", "outcitations"),
    ),
    "type": ("documenttype", "publicationtype", "doctype", "itemtype", "worktype"),
    "language": ("lang", "languages", "languagecode"),
}
_RANKS: Mapping[str, tuple[str, int]] = {
    name: (field, rank)
    for field, names in _OTHER_NAMES.items()
    for rank, name in enumerate((field, *names))
}
# Names that mean other things, too: those of a text stand beside a title, that of a
# title in data for search engines only.
_VAGUE_TEXTS = frozenset(
    [*("summary", "description", "descriptions", "body", "text", "content")]
)
_VAGUE_ADDRESSES = frozenset(
    [*("identifier", "identifiers", "sameas", "url", "link", "ee")]
)
_OF_LINKED_DATA = frozenset(["@type", "@context"])


class NearRecord(NamedTuple):
    """A record in our form, with what was taken for what: (theirs, ours)."""

    record: dict[str, JSON]
    taken: tuple[tuple[str, str], ...]


def own_record(record: dict[str, JSON]) -> NearRecord:
    """Return a record in our own form, as far as its fields can be told.

    A field of ours that has a value stays as it is; one in another form (names in
    parts, a list of one title) is written in ours.

    >>> own_record({"Title": "On mills", "author": "Ann Lee", "pub_year": 2019}).record
    {'title': 'On mills', 'authors': 'Ann Lee', 'year': 2019}
    """
    own = dict(record)
    taken: list[tuple[str, str]] = []
    for field, keys in _candidates(record).items():
        for key in keys:
            value = own_value(field, record[key])
            if is_stated(value) and not _is_vague(key, value, own):
                del own[key]
                own[field] = value
                if key != field:
                    taken.append((f'"{key}"', f'"{field}"'))
                break
    # Texts stand as in the record: only what holds them has changed.
    authors = own.get("authors")
    if isinstance(authors, list):
        own["authors"] = [own_author(author, taken) for author in authors]
    if own.get("affiliations"):
        own["affiliations"] = affiliations_by_author(own)
    return NearRecord(own, tuple(dict.fromkeys(taken)))


def _candidates(record: dict[str, JSON]) -> dict[str, list[str]]:
    """Return for each field of ours the keys that may mean it, the likeliest first."""
    found: dict[str, list[tuple[int, str]]] = {}
    for key in record:
        field, rank = _RANKS.get(folded_key(key), ("", 0))
        if field:
            found.setdefault(field, []).append((-1 if key == field else rank, key))
    # A title first: whether a vague name is that of a text depends on it.
    fields = (field for field in _OTHER_NAMES if field in found)
    ordered = {field: [key for _, key in sorted(found[field])] for field in fields}
    if dates := ordered.get("year"):  # of several dates one with a year in it
        ordered["year"] = sorted(dates, key=lambda key: _has_no_year(record[key]))
    return ordered


def _has_no_year(value: JSON) -> bool:
    return not isinstance(own_value("year", value), int)


def _is_vague(key: str, value: JSON, own: dict[str, JSON]) -> bool:
    name = folded_key(key)
    if name in _VAGUE_ADDRESSES:
        return not isinstance(value, str) or parse_doi(value) is None
    if name == "name":
        return _OF_LINKED_DATA.isdisjoint(own)
    return name in _VAGUE_TEXTS and not own.get("title")
