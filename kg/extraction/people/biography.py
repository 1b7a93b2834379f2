"""Whom a biography is about, and whom it mentions: advisors, hosts, mentors."""

import re
from collections.abc import Iterator

from kg.extraction.people.introductions import PRESENTED
from kg.text.names.name_sequences import is_acceptable_name, walk_names
from kg.text.names.name_shapes import is_personal, scan_name
from kg.text.names.person_normal_form import skip_titles

# "Bio:", "About the speaker –", "Short bio" on a line of its own, glued "Bio".
_HEADING = re.compile(
    r"\s*+(?:[*#]{1,4}\s*+)?(?:[^\W\d_]++(?:['’]s)?\s++){0,2}?(?:bio(?:graphy|sketch)?|cv|vitae?"
    r"|speakers?|authors?"
    r"|presenters?|sketch|note|information|me)"
    r"[ \t*]{0,4}(?:[:：.–—-]+|(?=[^\S\n]*+\n)|(?<=bio)(?=[A-Z])|(?<=graphy)(?=[A-Z]))\s*",
    re.IGNORECASE,
)
# What follows the subject of a biography: titles, an aside, then what people do.
_DOES = re.compile(
    r"(?:,\s?(?i:ph\.?\s?d|m\.?d|d\.?phil|m\.?sc"
    r"|frs)\b\.?){0,2}\s*+(?:\([^()\n]{1,60}\)\s*+)?(?:,\s*+)?(?<=\s)"
    r"(?:(?:has|had|have)\s++)?(?:is"
    r"|was|are|holds?|did|been|currently|got"
    r"|leads|heads|will|became|does|wrote|won|led|held|took|gave|grew|spent|taught"
    r"|began|went|came|left"
    r"|(?!based\b|aged\b|born\b)[a-z]{3,}(?:ed|es|ies)|(?:work|join|serve|conduct"
    r"|focuse|specialize|direct"
    r"|run|sit|spend|own|enjoy|like|love|play|develop|chair|organise|organize|design"
    r"|build|write|live)s)\b"
)
# "with" leads to a mentor where a stay somewhere is told.
_STAY_WITH = re.compile(
    r"\b(?:work|stud|post-?doc|ph\.?\s?d|doctora|intern|research|graduate|thesis|degree|position"
    r"|fellow|visit|stay|stint|years?|time|master|lab\b|group\b|co-\w+"
    r"|found)[^;\n]{0,100}?\swith\s+",
    re.IGNORECASE,
)
# "About Ana Cruz:", but not "About the speaker".
_ABOUT = re.compile(r"[ \t*]{0,6}about[ \t]+(?!the\b|me\b|our\b)", re.IGNORECASE)
_NOUN_OF_SUPERVISION = (
    r"(?:supervision|guidance|direction|mentorship|advice|tutelage|advisement)"
)
# What leads to advisors, hosts and mentors.
_SUPERVISED = re.compile(
    r"\b(?:(?:(?:co-?)?(?:advis|supervis|mentor|guid|host|direct|taught|invit|lead"
    r"|led)\w*(?:\s\w+ly)?\s(?:by|with)"
    rf"|under\s+(?:the\s+)?(?:[a-z-]+\s+){{0,3}}{_NOUN_OF_SUPERVISION}\s+(?:of|by|from)"
    r"|(?:work(?:ed|ing|s)?|postdoc\w*|collaborat\w+|stud(?:ied|ying|ies)|fellow"
    r"|research\w*|position|internship"
    r"|intern|ph\.?d\.?|students?|thesis|degree|years?|closely|jointly|together"
    r"|doctorate|scientist|associate|university)"
    r"\s+(?:with|under|of)(?!\s+(?:the|her|his|their|joint|direct)\b)|(?:group|lab"
    r"|laboratory|team|chair)\s+(?:of|led\s+by|headed\s+by)"
    r"|\bunder|\bsuccessor\s+(?:of|to)|\bwith(?=\s+(?:[Pp]rof|[Dd]r)))\s+"
    r"|(?:co-?)?(?:advisors?|supervisors?|mentors?|hosts?|advisers?)\s*+"
    r"(?:(?:is|was|are|were|include|being)\s*+)?(?::\s*+)?(?<=\s))",
    re.IGNORECASE,
)
TITLED = re.compile(
    r"(?<!\w)(?:Prof(?:essor|essors|s)?|Drs?|Mr|Mrs|Ms)\b\.?\s+(?=[^\Wa-z\d_])"
)
"""A title before a name in running text."""
_TITLES = ("Prof", "Dr", "Mr", "Ms")  # each of `TITLED` begins with one
# Surnames too, but not as the first word of a biography.
_PRONOUNS = frozenset(("He", "She"))


def find_speakers(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the places where a biography first names whom it is about.

    A name counts at the beginning of a line, behind the heading, or where "my name
    is" leads to it, and only if what follows is what people do; else the first full
    name that does something.

    >>> text = "Bio: Ana Cruz is a postdoc."
    >>> [text[start:end] for start, end in find_speakers(text, 0, len(text))]
    ['Ana Cruz']
    """
    found: list[tuple[int, int]] = []
    heading = _ABOUT.match(text, start, end) or _HEADING.match(text, start, end)
    first = heading.end() if heading else start
    for position in (first, *_line_starts(text, first, end)):
        begin = skip_titles(text, _skip_marks(text, position))
        stop = scan_name(text, begin, end)
        name = text[begin:stop]
        if name in _PRONOUNS:
            continue
        headed = position == first and heading and _STANDS_APART.match(text, stop, end)
        if not headed and not _DOES.match(text, stop, end):
            continue
        if is_acceptable_name(name, singles=True, proven=True):
            found.append((begin, stop))
    return [*_presented_speakers(text, start, end), *found] or _first_subject(
        text, first, end
    )


# What may follow a name that is a heading's own.
_STANDS_APART = re.compile(r"[ \t]?(?:[,(:：\n–—-]|$)")


def _presented_speakers(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the names behind "my name is", "the speaker" and the like."""
    for match in PRESENTED.finditer(text, start, end):
        begin = skip_titles(text, match.end())
        stop = scan_name(text, begin, end)
        if is_acceptable_name(text[begin:stop], proven=True):
            yield begin, stop


def find_mentors(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the places of the other people that a biography names as such.

    >>> text = "Her PhD was supervised by Bo Li and Eva Maes."
    >>> [text[start:end] for start, end in find_mentors(text, 0, len(text))]
    ['Bo Li', 'Eva Maes']
    """
    found: set[tuple[int, int]] = set()
    for match in _SUPERVISED.finditer(text, start, end):
        found.update(walk_names(text, match.end(), end))
    for match in _STAY_WITH.finditer(text, start, end):
        found.update(walk_names(text, match.end(), end))
    return sorted(found.union(find_titled(text, start, end)))


def find_titled(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the places of people with a title before their name, which is left out.

    >>> text = "We thank Prof. Ana Cruz."
    >>> [text[start:end] for start, end in find_titled(text, 0, len(text))]
    ['Ana Cruz']
    """
    found: set[tuple[int, int]] = set()
    if not any(title in text for title in _TITLES):
        return []
    for match in TITLED.finditer(text, start, end):
        begin = skip_titles(text, match.end())
        stop = scan_name(text, begin, end)
        name = text[begin:stop]
        if is_acceptable_name(name, proven=True) or (
            stop > begin and " " not in name and is_personal(name)
        ):
            found.add((begin, stop))
    return sorted(found)


def _first_subject(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the first full name that does something, where none stands in front."""
    for match in re.compile(r"(?<=[.,;]\s)(?=[^\Wa-z\d_])").finditer(text, start, end):
        stop = scan_name(text, match.start(), end)
        name = text[match.start() : stop]
        if " " not in name or not _DOES.match(text, stop, end):
            continue
        if is_acceptable_name(name, proven=True):
            return [(match.start(), stop)]
    return []


def _line_starts(text: str, start: int, end: int) -> Iterator[int]:
    """Yield where the lines after the first begin, without their indent."""
    for match in re.compile(r"\n[ \t]*(?=\S)").finditer(text, start, end):
        yield match.end()


def _skip_marks(text: str, position: int) -> int:
    """Return where a line begins behind blanks, bullets and dashes."""
    match = re.compile(r"[\s*•–—-]*").match(text, position)
    return match.end() if match else position
