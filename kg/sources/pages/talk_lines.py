"""What a line of a seminar's page is by its form: prose, label, or an attachment.

An attachment belongs to the talk above it whatever it says: a biography, "Joint work
with", a link, a reference. Patterns hold words that announcements use everywhere.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Literal

from kg.sources.pages.boilerplate import is_detail, is_furniture, is_marker, is_prose
from kg.sources.pages.cue_words import CohesionModel
from kg.sources.pages.talk_endings import is_tail
from kg.sources.pages.talk_labels import Meaning, read_label
from kg.text.names.name_affixes import PARTICLE

Form = Literal[
    "prose",
    "attachment",
    "title",
    "authors",
    "abstract",
    "affiliation",
    "aside",
    "short",
    "blank",
]

_I = re.IGNORECASE
_LOOK = 600  # characters; forms show at a line's beginning
_FORMS: Mapping[Meaning, Form] = {
    "title": "title",
    "authors": "authors",
    "abstract": "abstract",
    "affiliation": "affiliation",
    "date": "aside",
    "other": "aside",
}
# A heading over somebody's life: "Short bio:", "About the speaker".
_BIOGRAPHY = re.compile(
    r"(?:(?:short |brief |(?:speaker|author|presenter|lecturer)(?:['’]?s)? ){0,3}"
    r"(?:bio(?:graphy|graphical sketch|"
    r"sketch)?|curriculum vitae|cv|vita|biographie|kurzbiografie)(?:\s*[:.–—-]|\s*$|"
    r"\s+of the speaker)|about (?:the )?(?:speaker|author|presenter)s?\b)",
    _I,
)
# "About Ann Lee: …", which is a biography only if it tells of posts.
_ABOUT = re.compile(r"About (?:[A-Z][\w'’.-]* ){0,4}[A-Z][\w'’.-]*:\s")
# "BioJane Doe is": the heading glued to the name by whoever saved the page.
_GLUED = re.compile(r"Bio(?:graphy)?(?=[A-Z][\w'’-]* (?:[A-Z][\w'’.-]* ){1,4}[a-z])")
# "Prof. Ann Lee is …": a sentence whose subject is a name and whose verb a life's.
_NAMED = re.compile(
    r"(?:(?:The|Our) (?:speaker|lecturer|guest|presenter),? )?"
    r"(?:(?:Dr|Prof|Professor|Mr|Ms|Mrs)\.? )?"
    rf"(?:[A-Z][\w'’.-]*,? |{PARTICLE}){{1,6}}"
    r"(?:is|was|has|holds|received|obtained|earned|completed|joined|works|graduated|"
    r"studied|got|leads|did|serves|currently|directs|heads|runs|earned|manages|co-?founded)\b"
)
# How the second paragraph of a biography goes on.
_HE_OR_SHE = re.compile(r"(?:he|she|his|her|prior to|before joining)\b", _I)
# Posts and degrees; two of them make a sentence on somebody a biography.
_CAREER = re.compile(
    r"\b(?:professor|ph\.? ?d|postdoc|post-doc|doctora\w*|degree|faculty|fellow|"
    r"scientist|student|lecturer|advised|supervis\w+|b\.?sc|m\.?sc|alumn\w+|researcher|"
    r"engineer|chair of|director|university|institute)\b",
    _I,
)
# "Joint work with …" in the forms and languages of announcements.
_COLLABORATION = re.compile(
    r"(?:joint (?:ongoing |recent )?(?:work|effort|project|research|paper)s?|"
    r"joint(?:ly)? with\b|in collaboration with|"
    r"work(?:ed)? (?:done )?(?:together )?with\b|together with:|"
    r"collaborat(?:ors\b|ion with\b)|co-?author(?:s|ed with)?\b|"
    r"travail (?:en )?commun|"
    r"gemeinsame arbeit|en collaboration avec)",
    _I,
)
_CAPITAL = re.compile(r"(?<!\w)[A-Z]|:")
# An address, with its scheme or by a path behind its host.
_URL = re.compile(
    r"(?:https?://|www\.|arxiv:|doi:)\S+|"
    r"(?<![\w.@-])[a-z\d-]{2,40}(?:\.[a-z\d-]{2,40}){1,4}/\S*",
    _I,
)
# What an address is announced by: "Slides:", "Project page:".
_LINKED = re.compile(
    r"(?:links?|papers?|preprints?|arxiv|github|code|slides|video|recording|web ?site|"
    r"home ?page|web ?page|project page|doi|zoom|poster|material|software|reproduction|"
    r"(?:full )?paper|draft|notes|book|see also)\b[^.!?]{0,60}:",
    _I,
)
# The number of a list's item: "[1]", "(a)", "2.", a bullet.
_NUMBERED = re.compile(
    r"(?:\[[\w+ ,-]{1,12}\]|\(?\d{1,2}[.)\]]|\(?[a-z]\)|\([ivx]{1,4}\)|[•*‣◦·–—-])"
    r"\s*(?=[\w\"“$])"
)
# What announces references, or the papers that a talk is based on.
_LISTING = re.compile(
    r"(?:references?|bibliography|literature|literatur|bibliographie|related "
    r"(?:papers?|works?|publications?)|relevant (?:papers?|works?)|(?:selected )?"
    r"(?:papers|publications)|further reading|"
    r"based on(?:\s*:|\s*$|\s+(?:the |my |our |an? )?(?:\w+ )?"
    r"(?:paper|preprint|article|book|work|manuscript)s?\b)|"
    r"(?:this|the|my) (?:talk|lecture|presentation|work|seminar)s? "
    r"(?:is|will be|are) (?:\w+ )?based on)\b",
    _I,
)
# Notes beside the abstract: keywords, thanks, prerequisites.
_SIDE = re.compile(
    r"(?:key ?words?|msc|ams (?:subject )?class\w*|acknowledge?ments?|prerequisites|"
    r"remarks?|notes?|p\.?s\.?|e-?mail|disclaimer|funding|"
    r"(?:this|the) (?:work|research|project) (?:is|was|has been) "
    r"(?:partially |partly )?(?:supported|funded|joint|done|carried))\b",
    _I,
)
# What a reference has: a year, initials, a journal's word, several commas.
_CITED = re.compile(
    r"arxiv|\bdoi\b|\bet al\b|\bproc\b|proceedings|journal|preprint|in preparation|"
    r"\b(?:19|20)\d\d\b|\b[A-Z]\. ?(?:[A-Z]\. ?)?[A-Z][a-z]+|,[^,]+,[^,]+,",
    _I,
)
# How a reference begins: with its authors.
_AUTHORED = re.compile(
    r"[\"“]?(?:(?:[A-Z]\.[ -]?){1,3}[\w'’-]+|"
    r"[A-Z][\w'’-]+, (?:[A-Z]\.|[A-Z]\w+ [A-Z]\.)|"
    r"[A-Z][\w'’-]+ [A-Z][\w'’.-]+(?:,| and | & ))"
)
# An abstract on somebody's life speaks of the talk itself.
_TELLS = re.compile(r"\b(?:we|this (?:talk|lecture|paper))\b", _I)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b|arxiv|preprint", _I)
# References are not in the first person; talks are.
_SPOKEN = re.compile(r"\b(?:we|i|our|i'll|this talk|this lecture)\b", _I)


def form_of(line: str, model: CohesionModel) -> Form:
    """Return a line's form, told from the line alone.

    Labels are surest; then what hangs on the talk above, by pattern or by the trained
    words; then prose, and what a page has around it.

    >>> from kg.sources.pages.cue_words import load_model
    >>> form_of("Speaker: Ann Lee (MIT)", load_model())
    'authors'
    """
    look = line[:_LOOK].strip()
    if not look:
        return "blank"
    if label := read_label(look):
        return _FORMS[label.meaning]
    if is_attachment(line) or is_tail(line, model):
        return "attachment"
    if is_prose(line):
        return "prose"
    if is_furniture(line) or is_marker(line) or is_detail(line):
        return "aside"
    return "short"


def forms_of(lines: Sequence[str], model: CohesionModel) -> list[Form]:
    """Tell each line's form, with what stands above it in mind.

    A line under a bare "Biography" is one, lines under "References:" are references;
    numbers before most lines count the talks.
    """
    forms: list[Form] = []
    counted = _counts_talks(lines)
    above, items = "", 0
    for line in lines:
        form = form_of(line, model)
        if counted and form == "attachment" and _NUMBERED.match(line.strip()):
            form = "prose" if is_prose(line) else "short"
        hangs = form != "blank" and _hangs_on(line, above, items=items)
        if hangs and form in ("prose", "short", "aside"):
            form = "attachment"
            items += 1
        elif form == "attachment":
            # A reference under a heading may look like an attachment by itself.
            if not (hangs and items) or _NUMBERED.match(line.strip()):
                above, items = line[:_LOOK].strip(), 0
        elif form != "blank":
            above = ""
        forms.append(form)
    return forms


def label_length(line: str, form: Form) -> int:
    """Return the length of a label such as "Title: " with the space before it.

    >>> label_length("Title: On mills", "title"), label_length("On mills", "title")
    (7, 0)
    """
    label = read_label(line)
    return label.end if label and _FORMS[label.meaning] == form else 0


def is_attachment(line: str) -> bool:
    """Tell whether a line belongs to the talk above it, whatever that is.

    >>> is_attachment("Bio: Ann Lee is a professor of mills.")
    True
    >>> is_attachment("Mills turn by wind.")
    False
    """
    look = line[:_LOOK].strip()
    if _BIOGRAPHY.match(look) or _GLUED.match(look) or _is_career(look):
        return True
    if _ABOUT.match(look) and _CAREER.search(look):
        return True
    if len(line) < 500 and (
        (_LINKED.match(look) and len(look) < 200) or _SIDE.match(look)
    ):
        return True
    if _LISTING.match(look) and len(line) < 400 and look.count(". ") < 2:
        return True
    if _is_collaboration(line) or _is_mostly_link(look):
        return True
    if len(line) < 160 and look.endswith(":"):
        return True  # announces a list
    return len(line) < 500 and bool(_NUMBERED.match(look)) and not is_marker(look)


def _is_career(look: str) -> bool:
    """Tell whether a line tells of somebody's posts and degrees: a biography."""
    if _TELLS.search(look):
        return False  # a talk about someone's life
    return bool(_NAMED.match(look)) and len(_CAREER.findall(look)) >= 2


def _is_collaboration(line: str) -> bool:
    """Tell whether a short line names co-workers and says little else."""
    look = line[:_LOOK].strip()
    found = _COLLABORATION.search(look)
    if found is None:
        return False
    if not _CAPITAL.search(look, found.end(), found.end() + 80):
        return False  # a sentence on collaboration, not those it was with
    if found.start() == 0:
        return len(line) < _LOOK
    return (
        found.start() < 60 and len(look) < 350 and look[: found.start()].count(".") < 1
    )


def _is_mostly_link(look: str) -> bool:
    """Tell whether there is little on a line besides addresses."""
    if not _URL.search(look):
        return False
    rest = _URL.sub("", look).strip(" ,;.:()")
    return len(rest) <= 60 or (len(rest) < 200 and look.startswith(("http", "www")))


def _hangs_on(line: str, above: str, *, items: int) -> bool:
    """Tell whether a line goes on with the attachment above it.

    The first line under a heading may be anything that could be listed; behind others
    it must look like a reference, or short talks would be taken for one.
    """
    if not above:
        return False
    look = line[:_LOOK].strip()
    headed = _BIOGRAPHY.match(above)
    if headed and headed.end() == len(above) and not items:
        return True
    if (headed or _GLUED.match(above)) and _HE_OR_SHE.match(look):
        return True
    listed = above.endswith(":") or _LISTING.match(above) or _NUMBERED.match(above)
    if items:
        cited = bool(_AUTHORED.match(look) and _YEAR.search(look))
    else:
        cited = bool(_CITED.search(look)) or len(look) < 200
    return bool(listed and cited and len(line) < 350 and not _SPOKEN.search(look))


def _counts_talks(lines: Sequence[str]) -> bool:
    """Tell whether numbers at the beginning of lines count talks."""
    long = [line for line in lines if is_prose(line)]
    numbered = sum(bool(_NUMBERED.match(line[:_LOOK].strip())) for line in long)
    return numbered >= 3 and numbered * 2 > len(long)
