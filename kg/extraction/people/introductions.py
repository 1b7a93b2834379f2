"""The words that introduce a speaker: "Ana Cruz is a postdoc at …", "My name is …".

A biography often stands without a heading, in a line of its own or glued to the
abstract's end; then only such a sentence tells it.
"""

import re

from kg.datafiles import word_list
from kg.text.names.name_affixes import PARTICLES
from kg.text.names.name_sequences import is_acceptable_name
from kg.text.names.name_shapes import is_personal, scan_name
from kg.text.names.person_normal_form import skip_titles

# What speakers are by profession.
_OCCUPATION = (
    r"(?i:professor|student|post-?doc|postdoctoral|researcher|scientist|fellow|lecturer"
    r"|candidate|faculty|director|chair|ph\.?\s?d|engineer|scholar|reader\s+(?:at|in)|instructor"
    r"|consultant|founder|head\s+of|mathematician|statistician|physicist|economist|biologist"
    r"|linguist|neuroscientist|chemist|psychologist|philosopher|master'?s?['’]?\s+student|intern\b"
    r"|investigator|manager|leader|undergraduate|analyst|developer|officer|president|dean\b)"
)
_DEGREE = (
    r"(?i:degrees?|ph\.?\s?d|doctorate"
    r"|b\.?\s?(?:s|a|sc|eng)\b|m\.?\s?(?:s|a|sc|eng)\b|bachelor|master|diploma|habilitation)"
)
# What follows a speaker's name: "is a postdoc", "received her PhD", "is with".
_ROLE = (
    r"(?:,\s?(?:Ph\.?\s?D|M\.?D|D\.?Phil|M\.?Sc|FRS"
    r"|P\.?E)\b\.?){0,2}\s*+(?:\([^()\n]{1,60}\)\s*+)?(?:,\s*+)?(?:"
    r"(?:is|was|has\s+been)\s+(?:currently\s+|now\s+|also\s+|presently\s+)?(?:an?|the"
    r"|one|working|pursuing)\b"
    # a person is no effort "by researchers", nor a tool "that engineers" use
    r"(?:(?!\b(?:by|for|that|which|among|between|connecting|helping)\b)[^.\n]){0,80}"
    rf"\b{_OCCUPATION}"
    r"|(?:is|was|has\s+been)\s+(?:currently\s+|now\s+|also\s+)?(?:full\s+|associate\s+"
    r"|assistant\s+)?"
    r"(?:professor|lecturer|director|chair|head|reader|dean|president)\b"
    r"|(?:is|was)\s+(?:currently\s+|now\s+)?(?:with|at|based\s+at)\s+(?:the\s+)?[A-Z]"
    r"|(?:has\s+)?(?:received|obtained|earned|completed|holds|joined|graduated|did"
    r"|finished|got|defended)\s+"
    rf"(?:(?:his|her|their|a|an|the|both)\b[^\n;]{{0,60}}?\b{_DEGREE}"
    rf"|(?:the\s+)?[A-Z]\w+\s+as\b|from\b)"
)
# What counts at the beginning of a line only: "leads the group", "works at".
_LEADS = (
    r"|(?:currently\s+)?(?:leads|heads|directs|runs|chairs|manages)\s+(?:the|a|an|his|her|their)\b"
    r"|(?:currently\s+)?(?:works?|teaches|studies|serves)\s+(?:as|at|for|in)\b"
)
_SPEAKS = re.compile(_ROLE + ")")
_SPEAKS_ALONE = re.compile(_ROLE + _LEADS + ")")
# The same of a speaker who says "I".
_FIRST_PERSON = re.compile(
    r"(?:I\s+am|I['’]m)\s+(?:currently\s+|now\s+)?(?:an?|the|working|pursuing)\b"
    rf"[^.\n]{{0,80}}?\b{_OCCUPATION}|(?:I\s+am|I['’]m)\s+(?:currently\s+)?professor\b"
)
PRESENTED = re.compile(
    r"(?:\b[Mm]y\s+name\s+is\s+|\bI(?:\s+am|['’]m)\s+|\b(?:[Tt]he|[Oo]ur|[Tt]oday['’]s)\s+"
    r"(?:invited\s+|guest\s+|keynote\s+)?(?:speaker|presenter|lecturer"
    r"|author)(?:\s+today)?+\s*+(?:,\s*+)?(?<=\s)(?:is\s+)?)"
)
"""What stands before the name of a speaker within a sentence."""

# What may follow a name behind "my name is".
_BEHIND = re.compile(r"\s*(?:\([^()\n]{1,60}\)\s*)?[,.]|\s+(?:and|is|of|from|at)\b")


def introduces_speaker(text: str, start: int, *, alone: bool) -> bool:
    """Tell whether a sentence begins to tell of a speaker, or of "I".

    Args:
        text: the document.
        start: where the sentence begins.
        alone: it begins a line, so that less has to be said.
    """
    start = _INDENT.match(text, start).end()  # type: ignore[union-attr]
    if _begins_plainly(text, start):
        return False
    if _FIRST_PERSON.match(text, start):
        return True
    presented = PRESENTED.match(text, start)
    begin = skip_titles(text, presented.end() if presented else start)
    stop = scan_name(text, begin, begin + 80)
    name = text[begin:stop]
    if " " not in name or not is_acceptable_name(name, proven=True) or _is_plural(name):
        return False
    if presented:
        return bool(_BEHIND.match(text, stop))
    if alone:
        return _SPEAKS_ALONE.match(text, stop) is not None
    return _SPEAKS.match(text, stop) is not None


def _begins_plainly(text: str, start: int) -> bool:
    """Tell whether a sentence begins as most do, "We prove": no name, no "I am".

    A small word behind the first one ends a name, unless it is a particle.
    """
    match = _PLAIN_OPENING.match(text, start)
    if match is None or match[1].lower() in word_list("people/person_titles"):
        return False
    return match[2] not in PARTICLES and match[2] not in _PRESENTING


# "We present", "This talk": settled by two words, without the slow patterns.
_PLAIN_OPENING = re.compile(r"([A-Z][a-z]+) ([a-z]+)[ ,.]")
# The second words of `PRESENTED` and of "I am".
_PRESENTING = frozenset(
    ("name", "am", "invited", "guest", "keynote", "speaker", "presenter")
) | {"lecturer", "author"}


def _is_plural(name: str) -> bool:
    """Tell whether a phrase is that of many things: "Universal Dependencies"."""
    return bool(_PLURAL.search(name)) and not is_personal(name.split()[0])


# Ends of words that are hardly a surname's.
_PLURAL = re.compile(
    r"(?<![^\W\d_])[^\W\d_]{4,}(?:[^aeiou]ies|nces|ions|ments|works|tems|chines)$"
)
_INDENT = re.compile(r"[ \t*]{0,8}")
