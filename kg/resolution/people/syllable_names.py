"""Given names of China and Korea: two syllables are one name, and one alone is another.

"Guo-Li Wang", "Guoli Wang", "G. L. Wang" may be one person; "Guo Wang" and "G. H. Wang"
are none of them.
"""

from kg.datafiles import word_list
from kg.resolution.people.name_comparison_form import NameForm
from kg.text.names.name_parts import is_initial
from kg.text.names.syllables import split_syllables

_PAIR = 2  # syllables of most given names


def are_other_syllables(a: NameForm, b: NameForm) -> bool:
    """Tell whether two given names beside one family name are two by their syllables.

    >>> from kg.resolution.people.name_comparison_form import name_form
    >>> from kg.text.names.name_parts import parse_name
    >>> names = ("Guo-Li Wang", "Guo Wang", "G. H. Wang", "G. L. Wang")
    >>> whole, *others = (name_form(parse_name(name)) for name in names)
    >>> [are_other_syllables(whole, other) for other in others]
    [True, True, False]
    """
    language = _language(a.family)
    if language is None or language != _language(b.family):
        return False
    first, second = _readings(a.opened, language), _readings(b.opened, language)
    if not (first and second):
        return False
    whole = language == "mandarin"
    return not any(_may_be_one(x, y, whole=whole) for x in first for y in second)


def initials_are_whole(a: NameForm, b: NameForm) -> bool:
    """Tell whether initials are those of all syllables: G. L. of Guoli.

    >>> from kg.resolution.people.name_comparison_form import name_form
    >>> from kg.text.names.name_parts import parse_name
    >>> names = ("G. L. Wang", "Guoli Wang")
    >>> initials_are_whole(*(name_form(parse_name(name)) for name in names))
    True
    """
    language = _language(a.family)
    if language is None:
        return False
    return any(
        len(x) == len(y) == _PAIR
        for x in _readings(a.opened, language)
        for y in _readings(b.opened, language)
    )


def _language(family: tuple[str, ...]) -> str | None:
    """Return the language of a family name of one syllable; None of others."""
    word = "".join(family)
    if word in word_list("people/korean_family_names"):
        return "korean"
    lists = ("ordinary_family_names", "two_letter_surnames")
    known = any(word in word_list(f"people/{name}") for name in lists)
    one = (word,) in split_syllables(word)
    return "mandarin" if known and one else None


def _readings(given: tuple[str, ...], language: str) -> list[tuple[str, ...]]:
    """Return the syllables and initials that given names may be, in each way; or none."""
    if len(given) == 1 and not is_initial(given[0]):
        ways = split_syllables(given[0], language)
        # "Xian" is one syllable: of two it would be written Xi'an.
        return [given] if given in ways else sorted(ways)
    known = (
        is_initial(word) or (word,) in split_syllables(word, language) for word in given
    )
    return [given] if all(known) and len(given) <= _PAIR else []


def _may_be_one(a: tuple[str, ...], b: tuple[str, ...], *, whole: bool) -> bool:
    """Tell whether two readings may be one name's: an initial may be left out alone.

    With `whole`, as many initials are given as there are syllables, or one.
    """
    if len(a) != len(b):
        short, long = sorted((a, b), key=len)
        if is_initial(short[0]):
            return True
        return is_initial(long[-1]) and not (whole and is_initial(long[0]))
    return all(
        x == y or ((is_initial(x) or is_initial(y)) and x[0] == y[0])
        for x, y in zip(a, b, strict=True)
    ) or not any(map(is_initial, (*a, *b)))
