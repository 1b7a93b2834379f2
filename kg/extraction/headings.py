"""Where a body's parts begin: headings ("Bio:", "References:") and what acts as one.

A page may glue a heading to the words beside it, or leave a biography without any.
"""

import re
from collections.abc import Iterator

from kg.extraction.people.introductions import introduces_speaker
from kg.records import PassageKind
from kg.text.names.name_sequences import is_acceptable_name
from kg.text.names.name_shapes import UPPER, scan_name
from kg.text.names.person_normal_form import skip_titles
from kg.text.sentences import sentence_spans

# Whose biography a heading announces, or how long it is.
_WHOSE = r"(?:short|brief|(?:speaker|author|presenter|lecturer)(?:'s|’s)?)"
_BIO = r"bio(?:graphy|graphie|sketch|graphical\s+(?:sketch|note|information))?"
_BIOGRAPHY = (
    rf"(?:(?:{_WHOSE}\s+){{0,2}}{_BIO}"
    r"|about\s+(?:the\s+)?(?:speakers?|authors?|presenters?|lecturers?|me)|short\s+(?:cv|vita)"
    r"|curriculum\s+vitae|cv|speaker\s+info(?:rmation)?|about\s+our\s+speaker)"
)
_REFERENCES = (
    r"(?:(?:main|selected|key|some|related|relevant|further|list\s+of)\s+)?"
    r"(?:references?(?:\s+list)?|bibliography|literature|citations?|works?\s+cited"
    r"|(?:(?:related|relevant|selected|recommended|associated|covered|main|recent|key)\s+)"
    r"(?:papers?|publications?|works?|articles?|preprints?|readings?|literature)"
    r"|(?:papers?|publications?|preprints?|readings?|articles?|further\s+reading))"
)
# On a line of its own, or at its beginning with a colon or dash.
_HEADING = re.compile(
    rf"^[ \t*#]{{0,6}}(?:(?P<bio>{_BIOGRAPHY})|(?P<ref>{_REFERENCES})"
    r"|(?P<other>abstract))"
    r"[ \t*]{0,4}(?:[:：.–—-][ \t*]*|$)",
    re.IGNORECASE | re.MULTILINE,
)
# In the midst of a line: the colon or the glued capital is the only sign.
_MIDLINE = re.compile(
    r"(?<=[.!?)\]”\"’;:\s0-9])(?:"
    rf"(?P<bio>(?:(?:(?i:{_WHOSE})\s){{1,2}}(?i:bio(?:graphy|sketch)?)|(?:Bio|BIO"
    rf"|Biography|Biosketch))"
    r"\s?[:：]"
    r"|About\sthe\s(?:[Ss]peaker|[Aa]uthor|[Pp]resenter)\s?[:：])"
    r"|(?P<ref>(?:[Mm]ain\s|[Rr]elated\s|[Kk]ey\s)?(?:References?|REFERENCES"
    r"|Bibliography|Reference\s[Ll]ist)\s?(?:[:：]|(?=\[1\]|https?://)))"
    r")\s*"
)
# "…is fast.BioJane Doe is", "References[1]": a page lost the line between.
_GLUED = re.compile(
    rf"(?:^[ \t]{{0,4}}|(?<=[.!?)\]”\"])|(?<=[.!?]\s))(?:(?P<bio>(?:(?i:{_WHOSE})\s)?"
    rf"[Bb]io(?:graphy)?)(?={UPPER}[^\W\d_A-Z][\w'’-]*\s{UPPER})"
    r"|(?P<ref>References)(?=\[|https?:|[A-Z]\.))",
    re.MULTILINE,
)
# "… on the following paper: Ana Cruz, Title": the list follows in the line.
_INLINE_LIST = re.compile(
    r"\b(?:based\s+on|following)\s+(?:\w+\s+){0,4}?(?:papers?|works?|articles?"
    r"|preprints?|publications?"
    r"|references?)\s?[:：]\s*(?=\S)(?!https?:|www\.|arxiv|\d{4}\.)",
    re.IGNORECASE,
)
# "Speaker: Ana Cruz (Oslo)", "About Ana Cruz: …", at a line's beginning.
_OF_PERSON = re.compile(
    r"^[ \t*]{0,6}(?:(?:[Ss]peaker|[Pp]resenter|[Ll]ecturer|[Pp]resented\s+by)\s?[:：]"
    r"|[Aa]bout)[ \t*]{1,4}",
    re.MULTILINE,
)
# Each glued heading and each in the midst of a line has one of these; the i of "bio"
# may be any that Python takes for one where case does not count.
_SIGN = re.compile(r"[Bb][Iiİı][Oo]|About|Ref|REF|ref|Bibl")
# What may follow the name in such a heading.
_COLON = re.compile(r"[ \t]*(?:[:：]|\n|$)")


def find_headings(text: str, start: int, end: int) -> list[tuple[int, PassageKind]]:
    """Return the places of the headings between two offsets, and what each opens.

    A heading opens a biography, a list of references, or prose ("Abstract:"). Where
    two rules find one place, the first has it: headings on lines of their own, then
    glued ones, lists announced in the line, names, introductions.

    >>> find_headings("We prove it." + chr(10) + "References:" + chr(10) + "[1] Li.", 0, 32)
    [(13, 'references')]
    """
    found: dict[int, PassageKind] = {}
    body = text[start:end]
    within = (_GLUED, _MIDLINE) if _SIGN.search(body) else ()
    for pattern in (_HEADING, *within):
        for match in pattern.finditer(body):
            groups = match.groupdict()
            kind: PassageKind = "prose"
            if groups.get("bio"):
                kind = "biography"
            elif groups.get("ref"):
                kind = "references"
            found.setdefault(start + match.start(), kind)
    announced = ":" in body or "：" in body
    for match in _INLINE_LIST.finditer(body) if announced else ():
        if "\n" not in match[0]:
            found.setdefault(start + match.end(), "references")
    for place in (
        *_person_headings(text, start, end),
        *_introductions(text, start, end),
    ):
        found.setdefault(place, "biography")
    return sorted(found.items())


def _person_headings(text: str, start: int, end: int) -> Iterator[int]:
    """Yield the headings that name whom they are about."""
    for match in _OF_PERSON.finditer(text, start, end):
        begin = skip_titles(text, match.end())
        stop = scan_name(text, begin, end)
        name = text[begin:stop]
        headed = ":" in match[0] or "：" in match[0] or _COLON.match(text, stop, end)
        if headed and " " in name and is_acceptable_name(name, proven=True):
            yield match.start()


def _introductions(text: str, start: int, end: int) -> Iterator[int]:
    """Yield the beginnings of sentences that introduce a speaker without a heading."""
    for line in re.compile(r"[^\n]+").finditer(text, start, end):
        for begin, _ in sentence_spans(text, line.start(), line.end()):
            alone = begin == line.start()
            if introduces_speaker(text, begin, alone=alone):
                yield begin
