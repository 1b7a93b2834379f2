"""Names that look like an institution's: "University of …", "… Institute for …".

Every such name has a head word, which the name is grown from: to the left over
capitalised words, to the right over "of", "for" and what they lead to.
"""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import cache, partial

from kg.institutions.foreign_patterns import foreign_end
from kg.institutions.grammar import grammar
from kg.text.places import is_place
from kg.text.words import Word, text_between

# A part of the institution, with which its own name has ended.
_UNITS = frozenset(("Department", "Dept", "Departments", "Faculty", "Division"))
# Of fields that the grammar does not list: "Microelectronics".
_FIELDS = ("ology", "onics", "istry", "omics", "matics")
# Heads that a hyphen joins with a name: no "k-Center", no "Self-Organization".
_JOINED = ("Universi", "Institut", "Hochschule", "Klinik", "Zentrum", "Akademie")
_LONGEST_CODE = 2  # of a state
_LONGEST_LEAD, _LONGEST_TAIL = 6, 16


def may_have_shape(words: AbstractSet[str]) -> bool:
    """Tell whether one of the words is such that `find_shapes` grows a name from it."""
    if not (_all_heads() | grammar("series")).isdisjoint(words):
        return True
    return any("-" in word and _head(word) in _all_heads() for word in words)


def find_shapes(text: str, words: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """Yield the bounds of names with an institution's shape; they may overlap.

    Args:
        text: the text.
        words: the words of the stretch in which names are looked for.

    Example:
        >>> from kg.text.words import words_of
        >>> text = "at the Volda Institute for Tides and at Oslo University"
        >>> words = words_of(text, 0, len(text))
        >>> [text[start:end] for start, end in find_shapes(text, words)]
        ['Volda Institute for Tides', 'Oslo University']
    """
    for index, word in enumerate(words):
        head = _head(word.text)
        if head in _all_heads():
            first = _leftmost(text, words, index)
            last = _rightmost(text, words, index)
            grown = first < index or last > index or head != word.text
            if grown and _is_whole(words, first, index, last):
                yield words[first].start, words[last].end
        elif word.text in grammar("series") and index + 1 < len(words):
            last = _series_end(text, words, index)
            if last > index:
                yield word.start, words[last].end


@cache
def _heads() -> frozenset[str]:
    return grammar("university") | grammar("institute") | grammar("closed")


@cache
def _all_heads() -> frozenset[str]:
    return _heads() | grammar("opening")


def _head(word: str) -> str:
    """Give the word that makes an institution: "Universität" of "Ruhr-Universität"."""
    if "-" not in word or word in _all_heads():
        return word
    tail = word.rpartition("-")[2]
    return tail if tail in _all_heads() and tail.startswith(_JOINED) else word


def _is_whole(words: Sequence[Word], first: int, head: int, last: int) -> bool:
    """Tell a name from a bare kind: "College of Engineering", "Research Center"."""
    if words[head].text in ("College", "Organization", "Academia"):
        return first < head
    if first < head == last:
        lead = [word.text for word in words[first:head]]
        return not all(word in grammar("kind") for word in lead)
    return True


def _leftmost(text: str, words: Sequence[Word], index: int) -> int:
    """Grow a name to the left; give the index of its first word."""
    first = index
    at = index
    while at and index - at < _LONGEST_LEAD:
        between = text_between(text, words[at - 1], words[at])
        before = words[at - 1]
        initial = between in (". ", ".") and len(before.text) <= 2
        company = words[at].text in grammar("company") and between in (", ", "., ")
        if between not in (" ", "\n") and not initial and not company:
            break
        joins = before.text == "and" and _links_left(words, at - 1)
        if before.text.lower().rstrip(".") in grammar("before") and not joins:
            break
        if before.capitalised and not any(map(str.isdigit, before.text)):
            first = at - 1
        elif not _links_left(words, at - 1):
            break
        at -= 1
    return first


def _links_left(words: Sequence[Word], at: int) -> bool:
    """Tell whether a small word stands inside a name: "Arts and Design"."""
    link = words[at].text
    if link == "and" and at:
        beside = words[at - 1].text, words[at + 1].text
        return all(_is_field(word) for word in beside)
    if link == "&":  # "Arts & Design", "Ernst & Young", but not "Physics of A & B Lab"
        first = at < 2 or words[at - 1].start - words[at - 2].end > 1
        return first or _is_field(words[at - 1].text)
    return link in grammar("joint") and link != "of"


def _is_field(word: str) -> bool:
    return word in grammar("field") or word.lower().endswith(_FIELDS)


def _rightmost(text: str, words: Sequence[Word], index: int) -> int:
    """Grow a name to the right; give the index of its last word."""
    head = _head(words[index].text)
    last = index
    opened = head in grammar("foreign")
    if _is_foreign(text, words, index, head):
        return foreign_end(words, partial(_is_adjacent, text, words), index)
    if head in ("College", "Hospital"):
        behind = _capitals_behind(text, words, last, limit=1)
        if behind > index and _is_town(words[behind].text):
            return behind
    elif head in grammar("closed"):
        return last
    elif opened:
        last = _capitals_behind(text, words, last, limit=7)
    while last - index < _LONGEST_TAIL:
        step = _tail_step(text, words, last, head, opened=last > index)
        if step == last:
            return last
        last = _capitals_behind(text, words, step, limit=5)
    return last


def _is_town(word: str) -> bool:
    """Tell the town of "Hospital Oslo"; the "La" of "Hospital La Paz" is no Louisiana."""
    return is_place(word) and len(word) > _LONGEST_CODE


def _is_foreign(text: str, words: Sequence[Word], index: int, head: str) -> bool:
    """Tell whether a name goes on in another language than English."""
    if not _is_adjacent(text, words, index):
        return False
    following = words[index + 1].text
    linked = following in grammar("foreign_link") or following[:2] in ("d'", "d’")
    if head in grammar("foreign") and head != "College":
        return True
    return linked or (head == "Hospital" and following in grammar("foreign_behind"))


def _tail_step(
    text: str, words: Sequence[Word], last: int, head: str, *, opened: bool
) -> int:
    """Give the index of the word that "of the", "for" or "and" lead to, or `last`."""
    at = last + 1
    if at + 1 >= len(words) or not _is_adjacent(text, words, last):
        return last
    link = words[at].text
    if link in grammar("of"):
        while at + 1 < len(words) and words[at + 1].text in grammar(
            "article"
        ) | grammar("of"):
            at += 1
    elif link in grammar("and") and opened:
        if not _joins(text, words, at, university=head in grammar("university")):
            return last
    elif link != "in" or not opened or not _in_field(text, words, at):
        return last
    elif words[at + 1].text == "the":
        at += 1
    reached = at + 1
    if reached >= len(words) or not _is_adjacent(text, words, reached - 1):
        return last
    word = words[reached]
    return reached if word.capitalised and not word.text.isdigit() else last


def _joins(text: str, words: Sequence[Word], at: int, *, university: bool) -> bool:
    """Tell whether "and" goes on with a name, or begins the next one."""
    if university:
        return at + 1 < len(words) and words[at + 1].text in grammar("field")
    heads = _heads() | grammar("series")
    for index in range(at + 1, min(at + 6, len(words))):
        if not _is_adjacent(text, words, index - 1):
            break
        if words[index].text in heads:
            return False
        if not words[index].capitalised:
            break
    return True


def _in_field(text: str, words: Sequence[Word], at: int) -> bool:
    """Tell "Institute for Research in Fundamental Sciences" from one in a city."""
    for index in range(at + 1, min(at + 5, len(words))):
        if not _is_adjacent(text, words, index - 1):
            return False
        if words[index].text in grammar("field"):
            return True
    return False


def _capitals_behind(text: str, words: Sequence[Word], last: int, *, limit: int) -> int:
    """Pass over capitalised words, with "de la" and the like between them."""
    at = last
    while at + 1 < len(words) and at - last < limit and _is_adjacent(text, words, at):
        following = words[at + 1]
        if following.text in _UNITS:
            break
        if following.capitalised and not following.text.isdigit():
            at += 1
        elif following.text in grammar("joint") - {"of"} and at + 2 < len(words):
            if not words[at + 2].capitalised or not _is_adjacent(text, words, at + 1):
                break
            at += 2
        else:
            break
    return at


def _series_end(text: str, words: Sequence[Word], index: int) -> int:
    """Give the last word of "TU Graz", "UC Merced", "MPI for Astronomy"."""
    at = index + 1
    if text_between(text, words[index], words[at]) not in (" ", ". "):
        return index
    if words[at].text in ("for", "of") and at + 1 < len(words):
        return _rightmost(text, words, index)
    if not words[at].capitalised or len(words[at].text) < 3:
        return index
    return at


def _is_adjacent(text: str, words: Sequence[Word], index: int) -> bool:
    if index + 1 >= len(words):
        return False
    between = text_between(text, words[index], words[index + 1])
    return between in (" ", "\n", "\u00a0") or (
        between in (". ", ".") and words[index].text in grammar("dotted")
    )
