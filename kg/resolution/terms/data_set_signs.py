"""At how many places of a corpus names stand, and which sign of a data set is beside them."""

import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping

from kg.records import Document, Section
from kg.resolution.terms.data_set_contexts import WINDOW, Sign, read_sign
from kg.resolution.terms.data_set_names import read_data_set_name

_WORD = re.compile(r"\w+")
_JOINED_BEFORE, _JOINED_BEHIND = re.compile(r"[\w-]"), re.compile(r"\w|-\w")
# "English" of "the English Gigaword corpus" is a part of a longer name.
_CAPITALISED_BEFORE = re.compile(
    r"(?P<start>[.?!:]\s)?(?P<word>[A-Z][\w’'-]{1,30})\s\Z"
)
_NO_NAMES = frozenset(
    ["And", "Both", "For", "From", "In", "On", "Our", "The", "These", "This", "We"]
)


def count_signs(
    documents: Iterable[Document], stems: Iterable[str]
) -> dict[str, Counter[Sign | None]]:
    """Return how often names stand in titles and bodies, by the sign that is beside them.

    Args:
        documents: the whole corpus.
        stems: names as written; the places where one is a part of a longer name count
            as places without a sign.

    Example:
        >>> text = "On the Xyz corpus we find it. Xyz is hard."
        >>> document = Document("d", "s", text, (Section(0, len(text), "body"),))
        >>> count_signs([document], ["Xyz"])["Xyz"]
        Counter({'headed': 1, None: 1})
    """
    found: dict[str, Counter[Sign | None]] = {stem: Counter() for stem in stems}
    # By its first word, where that stands in a stem, and how long the stem is: however
    # many begin with one word, a place of it is looked at once a length.
    forms: dict[str, set[tuple[int, int]]] = {}
    for stem in found:
        first = _WORD.search(stem)
        if first is not None:
            forms.setdefault(first[0], set()).add((first.start(), len(stem)))
    for document in documents:
        for section in document.sections:
            if section.kind in ("title", "body"):
                for stem, sign in _signs_in(document.text, section, found, forms):
                    found[stem][sign] += 1
    return found


def _signs_in(
    text: str,
    section: Section,
    stems: Container[str],
    forms: Mapping[str, Iterable[tuple[int, int]]],
) -> Iterator[tuple[str, Sign | None]]:
    """Yield the names in a section, with the sign that is beside each place."""
    for word in _WORD.finditer(text, section.start, section.end):
        for offset, length in forms.get(word[0], ()):
            start = word.start() - offset
            end = start + length
            stem = text[start:end] if start >= section.start else ""
            if stem in stems and not _is_part_of_word(text, start, end):
                yield stem, _sign_at(text, section, stem, start, end)


def _is_part_of_word(text: str, start: int, end: int) -> bool:
    """Tell whether a word goes on before or behind a place, a hyphen included."""
    before, behind = text[max(0, start - 1) : start], text[end : end + 2]
    return bool(_JOINED_BEFORE.match(before) or _JOINED_BEHIND.match(behind))


def _sign_at(
    text: str, section: Section, stem: str, start: int, end: int
) -> Sign | None:
    """Return the sign beside a name; in titles only those that hold there."""
    before = text[max(section.start, start - WINDOW) : start].replace("\n", " ")
    behind = text[end : min(section.end, end + WINDOW)].replace("\n", " ")
    name = read_data_set_name(stem)
    longer = _CAPITALISED_BEFORE.search(before)
    if longer and not longer["start"] and longer["word"] not in _NO_NAMES:
        return None
    sign = read_sign(before, behind)
    if section.kind == "title":
        return sign if sign == "called" and name and name.is_marked else None
    # Of a phrase its own head tells, not that of a list: "medical imaging datasets".
    of_phrase = name is None and sign in ("listed", "among", "evaluated")
    return None if of_phrase else sign
