"""Whether words that a name shares with an affiliation are another organisation's.

Of a registry that lacks an organisation, the nearest name is always wrong.
"""

from collections.abc import Sequence

from kg.institutions.ror.kind_words import FIELDS, GENERIC, HEADS, SORTS
from kg.institutions.ror.name_alignment import AlignedName
from kg.institutions.ror.parsed_affiliation import ParsedAffiliation

_SHORTEST = 3  # letters of a word that can name an organisation in part
# Schools and laboratories are parts of universities: "State Key Laboratory, Zhengzhou".
_OWN_HEADS = HEADS.keys() - {"school", "laboratory"}


def is_of_another(each: AlignedName, parsed: ParsedAffiliation) -> bool:
    """Tell whether the words shared with a name are another organisation's."""
    return (
        _is_city_of_another(each, parsed)
        or _is_initial(each)
        or _goes_on(each, parsed)
        or _begins_before(each, parsed)
        or _is_of_other_field(each, parsed)
        or _lacks_field(each)
        or _has_other_words(each, parsed)
    )


def specific_words(each: AlignedName, parsed: ParsedAffiliation) -> list[int]:
    """Return the places of the words of a name that say which institution."""
    return [
        place
        for place in range(*each.stretch)
        if parsed.keys[place] not in GENERIC
        and not each.found.isdisjoint(parsed.choices[place])
    ]


def _is_city_of_another(each: AlignedName, parsed: ParsedAffiliation) -> bool:
    """Tell a city behind another organisation from the university called after it.

    Neither "James Hutton Institute, Aberdeen" nor "Aberdeen Research Center" is the
    University of Aberdeen.
    """
    sorts = SORTS.intersection(each.name.key)
    own = specific_words(each, parsed)
    if each.cover > 0.999 or not own or not each.found.isdisjoint(sorts):
        return False
    if any(place not in parsed.places.at for place in own):
        return False
    return any(key in _OWN_HEADS and key not in sorts for key in parsed.keys)


def _is_initial(each: AlignedName) -> bool:
    """Tell letters of another name: the T of AT&T is not that of "U of T"."""
    return not each.exact and all(len(word) < _SHORTEST for word in each.found)


def _goes_on(each: AlignedName, parsed: ParsedAffiliation) -> bool:
    """Tell whether a university's name goes on behind the end of this one.

    "Shandong University of Finance" is not Shandong University; a place may follow.
    """
    end = each.stretch.end
    return (
        each.name.key[-1] == "university"
        and end < len(parsed.words)
        and parsed.words[end].join == "of"
        and end not in parsed.places.at
        and parsed.keys[end] not in SORTS
    )


def _begins_before(each: AlignedName, parsed: ParsedAffiliation) -> bool:
    """Tell whether the words before are of the university, and the place is not.

    "Tufts University Boston" is not Boston University, the name of which has the place
    in front or behind "of"; nor is "King George Medical University Lucknow" Lucknow's.
    """
    start, end = each.stretch
    words, keys = parsed.words, parsed.keys
    if each.cover < 0.999 or keys[start] != "university" or start + 1 == end:
        return False
    if start == 0 or words[start].join != "" or words[start + 1].join == "of":
        return False
    before = keys[start - 1]
    # A unit may stand before the whole name: "Fakultas Hukum Universitas Lampung".
    return before in FIELDS or not (each.exact or before in GENERIC)


def _is_of_other_field(each: AlignedName, parsed: ParsedAffiliation) -> bool:
    """Tell "Kazan State Medical University" from Kazan State University."""
    return (
        each.name.key[-1] in SORTS
        and not each.breaks
        and bool(FIELDS.intersection(_words_between(each, parsed)))
    )


def _lacks_field(each: AlignedName) -> bool:
    """Tell "Kazan University" from Kazan Medical University."""
    missing = [key for key in each.name.key if key not in each.found]
    return (
        each.name.key[-1] == "university"
        and "university" in each.found
        and not FIELDS.isdisjoint(missing)
        and all(key in GENERIC | FIELDS for key in missing)
    )


def _has_other_words(each: AlignedName, parsed: ParsedAffiliation) -> bool:
    """Tell whether other words than the name's say which institution or field.

    "Ural State Agrarian University" is not Ural State Medical University, nor "Leeds
    University Hospital" Leeds Eye Hospital; what is cut short or misspelt ("of" and
    "engineering" as one) holds the word of the name.
    """
    extra = [k for k in _words_between(each, parsed) if k in SORTS or _distinguishes(k)]
    missing = [k for k in each.name.key if k not in each.found and _distinguishes(k)]
    return bool(extra and missing) and not any(
        one in other or other in one for one in extra for other in missing
    )


def _distinguishes(key: str) -> bool:
    """Tell whether a word says which institution or field; initials cannot be told."""
    if len(key) < _SHORTEST or key.isdigit():
        return False
    return key in FIELDS or key not in GENERIC


def _words_between(each: AlignedName, parsed: ParsedAffiliation) -> Sequence[str]:
    """Return the words within the stretch of a name that are none of its own."""
    return [
        parsed.keys[place]
        for place in range(*each.stretch)
        if each.found.isdisjoint(parsed.choices[place])
    ]
