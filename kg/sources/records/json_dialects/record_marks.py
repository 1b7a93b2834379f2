"""What tells a record of a work from any other object of JSON: its keys."""

from collections.abc import Collection
from functools import lru_cache

from kg.sources.records.json_dialects.json_texts import folded_key

# All keys here as `folded_key` has them. Zotero's notes have a type and no title.
_TITLES = frozenset(
    [
        *("title", "titles", "maintitle", "papertitle", "articletitle", "displayname"),
        *("itemtype", "headline", "dctitle", "titledisplay", "doctitle", "worktitle"),
    ]
)
_PEOPLE_OR_TEXT = frozenset(
    [
        *("abstract", "abstracts", "abstractinvertedindex", "paperabstract", "summary"),
        *(
            "abstractnote",
            "abstracttext",
            "descriptions",
            "description",
            "dcdescription",
        ),
        *("authors", "author", "authorships", "creators", "creator", "speakers"),
        *("authorstring", "authorlist", "speakername", "primaryauthors", "speaker"),
        *("authfullnames", "outcitations", "authorsparsed", "dccreator", "persons"),
    ]
)
_FACTS = frozenset(
    [
        *("doi", "year", "publicationyear", "pubyear", "issued", "venue", "journal"),
        *("date", "publicationdate", "itemtype", "starttime"),
    ]
)


def is_record(keys: Collection[str]) -> bool:
    """Tell whether an object with these keys is surely a record.

    >>> is_record(["title", "authors"]), is_record(["title", "count"])
    (True, False)
    """
    return _strength(frozenset(keys)) > 1


def may_be_record(keys: Collection[str]) -> bool:
    """Tell whether an object with these keys has at least a title, or a text."""
    return _strength(frozenset(keys)) > 0


@lru_cache(maxsize=1 << 12)  # records of a file have few sets of keys
def _strength(keys: frozenset[str]) -> int:
    names = {folded_key(key) for key in keys}
    of_a_kind = [
        not names.isdisjoint(kind) for kind in (_TITLES, _PEOPLE_OR_TEXT, _FACTS)
    ]
    return sum(of_a_kind) if of_a_kind[0] or of_a_kind[1] else 0
