"""What a sentence says of two terms: that one is used for the other, or an example of it.

By patterns over the words between two mentions (Hearst 1992 for "such as"). A pattern
stays only while at least nine in ten of what it finds are right, by reading; the score
of a relation is that share.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from kg.records import Document, Link, Mention, Passage
from kg.text.mentions import mentions_within
from kg.text.sentences import sentence_spans

_LONGEST = 60  # characters between two terms
_DETERMINERS = r"(?:(?:the|a|an|this|these|our|its|their)\s+)?"
# An abbreviation, whole where it is no term, or the end of one that is.
_SHORT = r"(?:\s\([\w-]+\)|\))?"
_FOR = re.compile(
    rf"""{_SHORT}\s+(?:
        (?:(?:is|are|was|were|can\ be)\s+(?:\w+ly\s+)?)?
        (?:used|applied|employed|developed|designed|proposed|adopted)\s+
        (?:for|to\s+\w+)
      | for
      | to\ (?:solve|perform|estimate|detect|predict|improve|address|tackle|enable|achieve)
    )\s+(?:\w+ing\s+)?{_DETERMINERS}(?:(?:problem|task)s?\s+of\s+)?
    (?:(?:accurate|automatic|better|common|complex|effective|efficient|fast|general
      |general-purpose|high-dimensional|improved|large(?:-|\s)scale|many|practical
      |real-time|reliable|robust|scalable|several|simultaneous|various),?\s+){{0,2}}""",
    re.VERBOSE,
)
# "An approach to sorting."
_APPROACH_TO = re.compile(rf"{_SHORT}\s+to\s+{_DETERMINERS}")
_APPROACH = re.compile(r"\bapproach(?:es)?\Z", re.IGNORECASE)
_USING = re.compile(
    rf"{_SHORT}\s+(?:using|via|by\s+using|by\s+means\s+of|with\s+the\s+help\s+of|through)\s+"
    rf"{_DETERMINERS}"
)
# What is done, so that something is used for it: "detection", "clustering".
_DONE = re.compile(
    r"(?:\w{3}(?:(?<!condi)tions?|sions?|yses|ysis|ings?|esis|overy)|control|search"
    r"|design|inference|retrieval|problems?|tasks?|management|diagnosis|assessment"
    r"|measurement|alignment|assignment)$",
    re.IGNORECASE,
)
_SUCH_AS = re.compile(rf"{_SHORT},?\s+(?:such\s+as|\(?e\.g\.,?)\s+" + _DETERMINERS)
_FURTHER = re.compile(r"\)?(?:,?\s+(?:and|or)|,)\s+" + _DETERMINERS)
# A list in brackets ends with them.
_OPENED = re.compile(r"\(e\.g")
_PLURAL = re.compile(r"[^\Ws]s$|[^\W\d_]ses$|data$")
_PLACED = re.compile(r"\b(?:in|on|at|of)\s(?:the\s)?\Z")

USED_FOR, SUCH_AS = 0.95, 0.95
"""The share of the relations of each kind that were right among those read."""


def find_relations(
    document: Document, passages: Sequence[Passage], terms: Sequence[Mention]
) -> list[Link]:
    """Return the relations between terms that the prose and the title say.

    Args:
        document: what they stand in.
        passages: the parts of its bodies.
        terms: of the document, in any order.

    Example:
        >>> from kg.records import Section
        >>> text = "Sieving for grain sorting"
        >>> made = Document("d", "s", text, (Section(0, len(text), "title"),))
        >>> sieving = Mention(0, 7, "method", "Sieving", "Sieving")
        >>> sorting = Mention(12, 25, "concept", "grain sorting", "grain sorting")
        >>> [link.kind for link in find_relations(made, (), [sieving, sorting])]
        ['used_for']
    """
    text = document.text
    placed = sorted(term for term in terms if term.field == "text")
    found: list[Link] = []
    for start, end in _sentences(document, passages):
        inside = [t for t in mentions_within(placed, start, end) if t.end <= end]
        found += _used_for(text, inside)
        found += _such_as(text, inside)
    return found


def _sentences(
    document: Document, passages: Sequence[Passage]
) -> Iterator[tuple[int, int]]:
    """Yield the title and the sentences of the prose."""
    for section in document.sections:
        if section.kind == "title":
            yield section.start, section.end
    for passage in passages:
        if passage.kind == "prose":
            yield from sentence_spans(document.text, passage.start, passage.end)


def _used_for(text: str, terms: Sequence[Mention]) -> Iterator[Link]:
    """Yield what pairs of a method and a concept say, next to each other."""
    for first, second in pairwise(terms):
        if second.start - first.end > _LONGEST or first.kind == second.kind:
            continue
        between = text[first.end : second.start]
        place = first.start, second.end
        approach = _APPROACH.search(first.surface) and _APPROACH_TO.fullmatch(between)
        if first.kind == "method" and (approach or _FOR.fullmatch(between)):
            yield Link("used_for", first, second, *place, USED_FOR)
        done = first.kind == "concept" and _DONE.search(first.surface)
        if done and _USING.fullmatch(between):
            yield Link("used_for", second, first, *place, USED_FOR)


def _such_as(text: str, terms: Sequence[Mention]) -> Iterator[Link]:
    """Yield the examples behind "such as", a list of them too."""
    general: Mention | None = None
    in_brackets = False
    for first, second in pairwise(terms):
        between = text[first.end : second.start]
        if _SUCH_AS.fullmatch(between) and _may_be_general(text, first):
            general = first
            in_brackets = _OPENED.search(between) is not None
        elif not _FURTHER.fullmatch(between) or (in_brackets and ")" in between):
            general = None
        if general is not None:
            yield Link("such_as", general, second, general.start, second.end, SUCH_AS)


def _may_be_general(text: str, term: Mention) -> bool:
    """Tell whether examples of a term may follow it: a plural, and no place of another.

    "Questions in neural networks, such as overfitting" gives examples of questions.
    """
    return bool(_PLURAL.search(term.surface)) and not _PLACED.search(
        text[max(0, term.start - 10) : term.start]
    )
