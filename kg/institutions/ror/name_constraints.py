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
        or _is_of_other_field(each, parsed)
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

    "James Hutton Institute, Aberdeen" is not in the University of Aberdeen.
    """
    sorts = SORTS.intersection(each.name.key)
    own = specific_words(each, parsed)
    if each.cover > 0.999 or not own or not each.found.isdisjoint(sorts):
        return False
    if any(place not in parsed.places.at for place in own):
        return False
    parts = {parsed.part[place] for place in own}
    return any(
        key in _OWN_HEADS and key not in sorts and part not in parts
        for key, part in zip(parsed.keys, parsed.part, strict=True)
    )


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


def _is_of_other_field(each: AlignedName, parsed: ParsedAffiliation) -> bool:
    """Tell "Kazan State Medical University" from Kazan State University."""
    return (
        each.name.key[-1] in SORTS
        and not each.breaks
        and bool(FIELDS.intersection(_words_between(each, parsed)))
    )


def _words_between(each: AlignedName, parsed: ParsedAffiliation) -> Sequence[str]:
    """Return the words within the stretch of a name that are none of its own."""
    return [
        parsed.keys[place]
        for place in range(*each.stretch)
        if each.found.isdisjoint(parsed.choices[place])
    ]
