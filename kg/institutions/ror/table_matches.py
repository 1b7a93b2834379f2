"""The institutions that an affiliation names by our own table and words for them.

`names_in_cleaned` serves whole documents and guesses where nothing else is known; a
guess about a lone string has to show that it is an institution.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from kg.datafiles import word_list
from kg.institutions.abbreviation_expansion import write_out
from kg.institutions.affiliation_names import names_in_cleaned
from kg.institutions.candidates import Candidate
from kg.institutions.gazetteer import country_of
from kg.institutions.generic_names import names_but_kinds
from kg.institutions.grammar import grammar
from kg.institutions.location import Place, place_behind
from kg.institutions.ror.affiliation_parts import Span
from kg.institutions.table import bearers, by_spelling, country_of_row, known
from kg.text.folding import fold
from kg.text.places import is_place

# A firm is called by its legal form, or by its address in the net.
_COMPANY = re.compile(
    r"\b(?:Inc|Ltd|LLC|LLP|PLC|Corp|Co|GmbH|AG|SE|KG|S\.?A|S\.?A\.?S|S\.?p\.?A|S\.?r\.?l"
    r"|B\.?V|N\.?V|A/S|AB|Oy|Pty|Pvt|K\.?K)\b\.?$|\w\.(?:ai|com|io|org|net)$",
    re.IGNORECASE,
)
_POSSESSIVE = re.compile(r"['\u2019]s? (?=[A-Z])")
_BARE_PLACE = re.compile(r"University (?!of\b|at\b|in\b|for\b)[A-ZÀ-Þ]")
_OWN_WORDS = re.compile(r"(?<![^\s,;(])(?:[A-ZÀ-Þ][\w'’-]+ ){1,2}$")
_WORD = re.compile(r"[^\W\d_]+")
_PART_END = re.compile(r"[;|\n]")
# "University of California, Los Angeles and San Diego": a campus that shares the name.
# Shorter ones that nobody knows are departments as a rule: "ECE", "SEAS".
_LEAST_OF_ACRONYM = 5
# "University of California, Davis and Irvine": one more campus follows.
_FURTHER = re.compile(r",? (?:and|&) |, | *; *")
_CAMPUS_END = re.compile(r"[,;()\n]| and | & |$")


def named_institutions(text: str, *, guess: bool = False) -> list[Candidate]:
    """Find the institutions in a cleaned affiliation, by place.

    With `guess`, the string is known to name an institution, so that a name counts that
    does not show what it is.
    """
    found = []
    for each in names_in_cleaned(text):
        meant = _meant(text, each, guess=guess)
        if meant is not None:
            found.append(meant)
    return sorted([*found, *further_campuses(text, found)])


def _meant(text: str, each: Candidate, *, guess: bool) -> Candidate | None:
    """Return a candidate if it is one, under its surface if it is another's name."""
    surface = text[each.start : each.end]
    if (whole := _with_words_before(text, each)) is not None:
        return whole
    each = _at_its_place(text, each)
    row = known(surface)
    if row is not None and each.name not in (row.name, surface):
        return each  # another bearer of the acronym
    if row is None:
        taken = guess and not (len(surface) < _LEAST_OF_ACRONYM and surface.isupper())
        return each if each.sure or taken or _shows_itself(text, each) else None
    if row.ambiguous and _is_place(text, each) and not _stands_alone(text, each):
        return None
    elsewhere = is_elsewhere(each.name, place_behind_name(text, each))
    if elsewhere and is_short(surface):
        return each._replace(name=surface, sure=False)
    if elsewhere and names_but_kinds(surface) and fold(surface) not in by_spelling():
        full = write_out(surface).text.replace(" & ", " and ")
        return each._replace(
            name=full
        )  # a name in English, called so in another tongue
    return each


def _with_words_before(text: str, each: Candidate) -> Candidate | None:
    """Return the name that begins before "University Maryland": "Loyola …"; None: none.

    Without "of", what follows a university's own name is its place.
    """
    if not _BARE_PLACE.match(text, each.start, each.end):
        return None
    before = _OWN_WORDS.search(text[: each.start])
    if before is None or not _is_own_name(before[0]):
        return None
    start = before.start()
    return each._replace(start=start, name=text[start : each.end], sure=True)


def _is_own_name(words: str) -> bool:
    """Tell whether words may be a university's own name: no kind, no adjective, no place."""
    kinds = _heads() | word_list("institutions/institution_words")
    common = kinds | word_list("institutions/generic_words")
    own = words.split()
    return not any(word.lower() in common or is_place(word) for word in own)


def _at_its_place(text: str, each: Candidate) -> Candidate:
    """Return which bearer of an acronym the place behind it means, if that tells.

    One that all its bearers share ("UAB") stands for nobody where no place tells.
    """
    surface = text[each.start : each.end]
    rivals = bearers(surface)
    if len(rivals) < 2 or not is_short(surface):
        return each
    place = place_behind_name(text, each)
    there = [name for name in rivals if _lies_in(name, place)]
    if len(there) == 1:
        return each._replace(name=there[0], sure=True)
    row = known(surface)
    unsure = row is None or row.ambiguous
    return each._replace(name=surface, sure=False) if unsure else each


def _lies_in(name: str, place: Place) -> bool:
    """Tell whether an institution of our table is in a place, as far as that is known."""
    country = country_of_row(name)
    if place.city and fold(place.city) in fold(name):
        return True
    return bool(country and place.country) and country_of(country) == place.country


def _is_place(text: str, each: Candidate) -> bool:
    """Tell a city from its university: by itself, behind a comma, before its country.

    A "General Hospital, Bergen" is in the town.
    """
    surface = text[each.start : each.end]
    if is_place(surface):
        return True
    before = _PART_END.split(text[: each.start])[-1].strip()
    if each.name != f"University of {surface}":
        return False
    return before.endswith(",") or (
        not before and place_behind_name(text, each).country is not None
    )


def _stands_alone(text: str, each: Candidate) -> bool:
    """Tell a university from its town, by itself or by what is its own.

    "Stanford's AI Lab" is no lab of a town.
    """
    owns = _POSSESSIVE.match(text, each.end) is not None
    return owns or _is_town_alone(text, each)


def _is_town_alone(text: str, each: Candidate) -> bool:
    """Tell whether a town that is called for its university fills its part."""
    before = _PART_END.split(text[: each.start])[-1]
    after = _PART_END.split(text[each.end :])[0]
    alone = not (before.strip() or after.strip(" ."))
    return alone and text[each.start : each.end].lower() in word_list(
        "institutions/university_towns"
    )


def is_short(surface: str) -> bool:
    """Tell an acronym, which others may have as well, by its capitals."""
    return len(surface) < 7 and sum(map(str.isupper, surface)) > 1


def is_elsewhere(name: str, place: Place) -> bool:
    """Tell whether the text says another country than our table."""
    country = country_of_row(name)
    return bool(country and place.country) and country_of(country) != place.country


def place_behind_name(text: str, each: Candidate) -> Place:
    """Read the place behind an institution, up to the end of its part."""
    end = _PART_END.search(text, each.end)
    return place_behind(text[each.end : end.start() if end else len(text)])


def _shows_itself(text: str, each: Candidate) -> bool:
    """Tell whether a guess has an institution's word or form, or a place behind it."""
    surface = text[each.start : each.end]
    own = {word.lower() for word in _WORD.findall(surface)}
    if (
        own & word_list("institutions/institution_words")
        or own & _heads()
        or _COMPANY.search(surface)
    ):
        return True
    return any(place_behind_name(text, each))


@cache
def _heads() -> frozenset[str]:
    parts = ("university", "institute", "closed", "foreign", "opening", "series")
    return frozenset(word.lower() for part in parts for word in grammar(part))


def further_campuses(text: str, found: Sequence[Candidate]) -> list[Candidate]:
    """Return campuses behind "and" that the name in front of it belongs to as well.

    "University of California, Los Angeles and San Diego" names two.
    """
    return [each for first in found for each in _behind_and(text, first, found)]


def _behind_and(
    text: str, each: Candidate, found: Sequence[Candidate]
) -> Iterator[Candidate]:
    """Yield campuses behind one of our table's; stop at the first that it has not."""
    name, comma, _ = each.name.rpartition(", ")
    if not comma or known(each.name) is None:
        return
    at = each.end
    while further := _FURTHER.match(text, at):
        stop = _CAMPUS_END.search(text, further.end())
        at = stop.start() if stop else len(text)
        campus = text[further.end() : at].strip()
        row = known(f"{name}, {campus}") if campus else None
        if row is None or row.ambiguous or row.name == each.name:
            return
        span = Span(further.end(), at)
        if not any(span.meets(Span(c.start, c.end)) for c in found):
            yield Candidate(*span, row.name, sure=True)
