"""The words that a place of work or study stands behind: at, from, joined, heads.

How much they say differs: behind "postdoc at" any capitalised name is an organisation;
behind "professor of" only one that is known, for a field may stand there as well.
"""

import re
from enum import IntEnum


class Says(IntEnum):
    """What must follow: nothing, a known organisation if any, or one of any name."""

    NOTHING = 0
    KNOWN = 1
    ANY = 2


_POST = (
    r"(?:professor|prof|postdoc|post-doc|postdoctoral|researchers?|scientists?|engineers?"
    r"|students?|fellow|fellowship|faculty|lecturer|reader|intern|interned|internships?"
    r"|positions?|director|head|member|ph\.?\s?d|dphil|d\.?phil|m\.?\s?s\.?c?|b\.?\s?s\.?c?"
    r"|b\.?a|m\.?a|m\.?d|mba|m\.?phil|m\.?tech|b\.?tech|b\.?eng|m\.?eng|degrees?|doctorate"
    r"|diploma|licen[cs]e|habilitation|bachelor(?:['’]s)?|master(?:['’]s)?|undergraduate"
    r"|graduate|graduated|visiting|visitor|visited|worked|works|working|research|studied"
    r"|studies|studying|chair|co-?founder|founder|cto|ceo|associate|manager|lead|leads|led"
    r"|based|employed|appointments?|group|team|lab|colleagues|instructor|assistant"
    r"|scholar|analyst|consultant|statistician|curator|physician|tenure-track|joined"
    r"|spent|held|holds|taught|teaches|teaching|candidate|trained|training|sabbatical"
    r"|principal|doctoral|thesis|time|years?|before|stint|scientific|affiliated|currently"
    r"|educated|educate|alma\smater|defended|hosted|residency|internist|tenured|seconded"
    r"|dissertation|stay|year|summer|semester|role|roles|job|career|affiliations?|visits?"
    r"|apprentice|fellowships|lectureship|professorship|chairs|residen(?:t|ce)|advis[eo]r"
    r"|administrator|developer|architect|economist|mathematician|physicist|specialist"
    r"|technologist|statisticians|programmer|executive|officer|partner|dean|provost)"
)
_AT = re.compile(
    rf"(?:\b{_POST}\b\.?[^.;\n]{{0,120}}?|\b(?:is|was|been|be|now))"
    r"\s(?:at|@)\s(?:the\s|a\s)?$",
    re.IGNORECASE,
)
_FROM = re.compile(
    rf"\b{_POST}\b\.?[^;\n]{{0,160}}?\s(?:from|in)\s(?:the\s)?$", re.IGNORECASE
)
_WITH = re.compile(
    r"(?:\b(?:is|was|am|been|currently|affiliated|internships?|interned|positions?"
    r"|researcher|scientist|engineer|joined|moved|professor|fellow|prior|stints?|now)"
    r"(?:\s\w+){0,2}\s(?:with|to|for)|\b(?:join(?:ed|ing|s)?|left|leaving|visited"
    r"|co-?founded|founded|founding|attended|attending|entering|entered)|"
    r"\b(?:co-?founder|founder|ceo|cto|chief\s\w+(?:\sofficer)?|employee)\sof"
    r"|\baffiliated\swith|\bwork(?:s|ed)?\sfor|\bconsult\w*\s(?:for|to|with)|\bbased\s(?:at|in))\s(?:the\s)?$",
    re.IGNORECASE,
)
# Behind these also a field ("professor of Physics") or a colleague may stand.
_KNOWN_ONLY = re.compile(
    r"\b(?:professor|faculty|director|member|president|chair|dean|head|scientist|fellow"
    r"|graduate|alumnus|alumna|staff|student|economist|engineer|rector|provost|group|lab"
    r"|team|department|school|part|branch|division|arm|council|advis[eo]r|work(?:ed|ing|s)?"
    r"|association|collaboration|degrees?|doctorate)s?(?:\s\w+)?"
    r"\s(?:of|to|for|with)\s(?:the\s)?$|"
    r"\b(?:co-?)?(?:direct|head|lead|chair|run|manag|visit|attend)(?:s|es|ed|ing)\s(?:the\s)?$",
    re.IGNORECASE,
)
CUE = re.compile(
    r"\b(?:at|from|with|to|for|of|in|joined|joining|joins|join|left|leaving|visited"
    r"|co-?founded|founded|founding|attended|attending|entered|entering"
    r"|directs|heads|leads|runs|chairs|manages|directed|headed|chaired|directing|heading"
    r"|co-?directs|co-?leads|visiting|visits|attends|entering)\s+(?:the\s+|a\s+)?(?=[^\W\d_])|@\s?(?=[A-Z])"
)
LIST = re.compile(
    r"(?:\s\([^()\n]{1,60}\))?\s?(?:,\s(?:and\s|or\s|at\s|then\s|and\sat\s|later\s)?|/|&\s|and\s(?:at\s|from\s)?|or\s)(?:the\s)?"
)
PROSE_CUE = re.compile(
    r"\b(?:developed|built|deployed|conducted|performed|carried\sout|created|collected|used"
    r"|implemented|data|work|done|research|researchers?|scientists?|engineers?|team|group"
    r"|colleagues|students?|lab|faculty|collaborators?|clinicians?|system|project|prepared)"
    r"\s(?:at|from)\s(?:the\s)?(?=[A-Z])|"
    r"\b(?:who\s(?:is|was|are)|now|currently|both|formerly)\s(?:at|with)\s(?:the\s)?(?=[A-Z])|"
    r"\b(?i:degrees?|ph\.?d\.?|doctorate|candidate|postdoc\w*|professor|lecturer|intern"
    r"|fellow|leader|graduated|bachelor['’]s|master['’]s|studies|undergraduate)"
    r"(?:\sin\s(?:19|20)\d\d)?\s(?:at|from)\s(?:the\s)?(?=[A-Z])",
)
LEADS = re.compile(r"(?:at|from|with)\s(?:the\s)?(?=[A-Z])")
"""How each `PROSE_CUE` ends: fast to look for, and missing from most abstracts."""
# "(PhD Leeds, 2009)", "MSc, ETH": a degree and who gave it, without any "from".
DEGREE = re.compile(
    r"(?<![\w.])(?:Ph\.?\s?D|D\.?Phil|M\.?Sc|B\.?Sc|M\.?S|B\.?S|M\.?A|B\.?A|M\.?D|MBA"
    r"|M\.?Eng|B\.?Eng|M\.?Phil|Dr\.?rer\.?nat|Licence|Laurea|Diploma?|Habilitation)\.?"
    r"(?:\sin\s[A-Za-z ]{3,40})?(?:,|:|\s[–-]|)\s\(?(?:(?:19|20)\d\d,\s)?(?=[A-ZÀ-Þ])"
)


def what_is_said(text: str, start: int, at: int, cue: str) -> Says:
    """Tell what the words from `start` on say to follow at `at`, behind a cue."""
    before = text[max(start, at - 220) : at]
    sentence = re.split(r"(?<=[a-z]{3}[.!?])\s+(?=[A-Z])", before)[-1]
    word = cue.split()[0].lower() if cue.split() else "@"
    if word in ("at", "@"):
        return Says.ANY if _AT.search(sentence) else Says.NOTHING
    if word in ("from", "in"):
        said = word == "from" and _FROM.search(sentence)
        return Says.ANY if said else Says.NOTHING
    if _WITH.search(sentence):
        return Says.ANY
    return Says.KNOWN if _KNOWN_ONLY.search(sentence) else Says.NOTHING
