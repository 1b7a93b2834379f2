"""The table of institutions: what each is called in full, for short, and by whom.

A name that is also a city, a surname or a word ("Columbia", "Apple", "USC") is marked:
it names the institution only where the words around it say so.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from kg.datafiles import mapping, table, word_list
from kg.institutions.grammar import grammar
from kg.institutions.ror.normalization import normal_form
from kg.text.folding import fold

# "University of Oslo" is also "Oslo University", "U Oslo" and "Uni Oslo".
_OF_PLACE = re.compile(r"University of (?P<place>[^\W\d_][^,]*)")
# "Duke University" is also called "Duke", unsure as that is.
_PLACE_FIRST = re.compile(r"(?P<place>[^\W\d_][\w' -]*) University")

# "Siemens (Germany)": a registry's name of a company.
_COUNTRY_AT_END = re.compile(r" \([^()]+\)$")

# Keys of so few words tell an institution only with one of these heads.
_SHORT = 2
_LEAST_OF_GLUED = 7  # letters
# With one of these two words are name enough; without, they may be anybody's.
_HEADS = frozenset(("university", "institute", "academy", "polytechnic"))


@dataclass(frozen=True, slots=True)
class Known:
    """Whom a name means; if it is `ambiguous`, only where other words say so."""

    name: str
    ambiguous: bool


@lru_cache(maxsize=20_000)
def known(surface: str) -> Known | None:
    """Look a name up, however it is spelt; None if the table does not have it.

    >>> known("Warsaw Univ. of Technol.").name
    'Warsaw University of Technology'
    """
    spelt = fold(surface)
    found = by_spelling().get(spelt) or by_key().get(name_key(surface))
    if found is None and " " not in spelt and len(spelt) >= _LEAST_OF_GLUED:
        return _unspaced_names().get(spelt)
    return found


def name_key(surface: str) -> str:
    """Fold a name so that the spellings of one institution meet.

    >>> name_key("Universität für Musik") == name_key("Univ. of Music")
    False
    >>> name_key("Inst. de Física") == name_key("Institute of Physics")
    True
    """
    return " ".join(key_words(surface))


def key_words(surface: str) -> list[str]:
    """Return the words of a name's key, written out and in English, no small ones."""
    return [key for word in fold(surface).split() if (key := _key_word(word))]


@lru_cache(maxsize=50_000)
def _key_word(word: str) -> str:
    if word == "u":  # "U Bonn"
        return "university"
    return (
        ""
        if word in word_list("institutions/affiliation_small_words")
        else normal_form(word)
    )


@cache
def by_key() -> dict[str, Known]:
    """Return the table under the keys of its names, where those say enough.

    "Snaps" is not Snap, and "Nova School" not the New School, but "Univ Bologna" is the
    University of Bologna.
    """
    found: dict[str, Known] = {}
    for surface, institution in _entries():
        key = name_key(surface)
        own = key.split()
        enough = len(own) > _SHORT or (len(own) > 1 and not _HEADS.isdisjoint(own))
        if enough:
            found.setdefault(key, institution)
    return found


@cache
def table_words() -> frozenset[str]:
    """Return the words of the keys of all its names."""
    return frozenset(word for name in by_spelling() for word in key_words(name))


@cache
def _unspaced_names() -> dict[str, Known]:
    """Return the table under its names without blanks: "RoyalHolloway"."""
    found: dict[str, Known] = {}
    for name, institution in by_spelling().items():
        if " " in name:
            found.setdefault(name.replace(" ", ""), institution)
    return found


@cache
def by_spelling() -> dict[str, Known]:
    """Return the table under its names as they are spelt, but for case and accents."""
    found: dict[str, Known] = {}
    for surface, institution in _entries():
        found.setdefault(fold(surface), institution)
    return found


def bearers(name: str) -> tuple[str, ...]:
    """Return the institutions that are called so, by their names, in order.

    >>> bearers("UAB")
    ('Autonomous University of Barcelona', 'University of Alabama at Birmingham')
    """
    return _bearers().get(fold(name), ())


@cache
def _bearers() -> dict[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = {}
    for row in table_rows():
        for column in ("name", "aliases", "acronyms", "ambiguous"):
            for surface, institution in _names_of_column(row, column):
                found.setdefault(fold(surface), {})[institution.name] = None
    return {surface: tuple(names) for surface, names in found.items()}


def _entries() -> Iterator[tuple[str, Known]]:
    """Yield each name with what it stands for; names as written before derived ones."""
    for column in ("name", "aliases", "acronyms", "ambiguous"):
        for row in table_rows():
            yield from _names_of_column(row, column)
    for row in table_rows():
        for surface, ambiguous in _derived(row["name"]):
            yield surface, Known(row["name"], ambiguous)


def _names_of_column(row: dict[str, str], column: str) -> Iterator[tuple[str, Known]]:
    """Yield the names of one column; acronyms alone never will do."""
    unsure = listed(row, "ambiguous")
    surfaces = [row["name"]] if column == "name" else listed(row, column)
    for surface in surfaces:
        if column != "acronyms" or surface not in unsure:
            short = column in ("acronyms", "ambiguous")
            yield surface, Known(row["name"], short or surface in unsure)


def _derived(name: str) -> Iterator[tuple[str, bool]]:
    """Yield the short names that follow from a full one: "U Bonn", "Princeton"."""
    if match := _OF_PLACE.fullmatch(name):
        yield f"U {match['place']}", False
        yield f"Uni {match['place']}", False
        yield f"{match['place']} University", False
    if match := _PLACE_FIRST.fullmatch(name):
        place = match["place"]
        yield f"University of {place}", False
        if not grammar("needed") & set(place.lower().split()) and place.count(" ") < 2:
            yield place, True


@cache
def table_rows() -> tuple[dict[str, str], ...]:
    """Give the rows of the table by column; several names in one are parted by ;."""
    return table("institutions/institutions")


@cache
def country_of_row(name: str) -> str | None:
    """Return the country of an institution that our table has."""
    return _countries().get(name)


@cache
def _countries() -> dict[str, str]:
    return {row["name"]: row["country"] for row in table_rows() if row["country"]}


def listed(row: dict[str, str], column: str) -> list[str]:
    """Give the names in one column of a row."""
    return [part for part in row[column].split(";") if part]


@cache
def parents_of(name: str) -> tuple[str, ...]:
    """Return the institutions of the table that one belongs to, the nearest first.

    >>> parents_of("Google Brain")
    ('Google',)
    """
    parent = mapping("institutions/institution_parents").get(name)
    return () if parent is None else (parent, *parents_of(parent))


@lru_cache(maxsize=20_000)
def row_named(name: str) -> str | None:
    """Return the table's name for a full name, a registry's as well.

    A short name that others may have as well leads nowhere.

    >>> row_named("Apple (United States)"), row_named("Columbia")
    ('Apple', None)
    """
    bare = without_country(name)
    row = known(bare)
    if row is None or (row.ambiguous and fold(row.name) != fold(bare)):
        return None
    return row.name


def without_country(name: str) -> str:
    """Return a registry's name of a company without its country: "IBM (Canada)"."""
    return _COUNTRY_AT_END.sub("", name)
