"""The words that a place of work or study stands behind: at, from, joined, heads.

How much they say differs: behind "postdoc at" any capitalised name is an organisation;
behind "professor of" only one that is known, for a field may stand there as well.
"""

import re
from enum import IntEnum


class Expectation(IntEnum):
    """What must follow: nothing, a known organisation if any, or one of any name."""

    NONE = 0
    KNOWN_NAME = 1
    ANY_NAME = 2


# What somebody is, has, did or was somewhere: "postdoc at", "PhD from", "years at".
_POST = r"""(?:
    # posts at universities
    professor|prof|professorship|postdoc|post-doc|postdoctoral|doctoral|researchers?
    |scientists?|scientific|fellow|fellowship|fellowships|faculty|lecturer|lectureship
    |reader|instructor|scholar|tenure-track|tenured|chair|chairs|dean|provost|principal
    # posts anywhere
    |engineers?|intern|interned|internships?|apprentice|positions?|appointments?|role
    |roles|job|career|director|head|member|co-?founder|founder|cto|ceo|associate|assistant
    |manager|lead|leads|led|analyst|consultant|statistician|statisticians|curator
    |physician|internist|residency|residen(?:t|ce)|advis[eo]r|administrator|developer
    |architect|economist|mathematician|physicist|specialist|technologist|programmer
    |executive|officer|partner
    # degrees, and the way to them
    |ph\.?\s?d|dphil|d\.?phil|m\.?\s?s\.?c?|b\.?\s?s\.?c?|b\.?a|m\.?a|m\.?d|mba|m\.?phil
    |m\.?tech|b\.?tech|b\.?eng|m\.?eng|degrees?|doctorate|diploma|licen[cs]e|habilitation
    |bachelor(?:['’]s)?|master(?:['’]s)?|undergraduate|graduate|graduated|students?
    |candidate|thesis|dissertation|defended|alma\smater|educated|educate|trained|training
    # what one does or did there
    |visiting|visitor|visited|visits?|worked|works|working|research|studied|studies
    |studying|based|employed|affiliated|affiliations?|joined|spent|held|holds|taught
    |teaches|teaching|hosted|seconded
    # with whom, and when
    |group|team|lab|colleagues|sabbatical|stint|stay|time|years?|year|summer|semester
    |before|currently
)"""
# A post, and in the same sentence "at": "a postdoc in Bo Brook's group at".
_AT = re.compile(
    rf"""
    (?: \b{_POST}\b\.?[^.;\n]{{0,120}}? | \b(?:is|was|been|be|now) )
    \s(?:at|@)\s(?:the\s|a\s)?$
    """,
    re.IGNORECASE | re.VERBOSE,
)
# Full stops may stand between: "a Ph.D. in math. from".
_FROM = re.compile(
    rf"\b{_POST}\b\.?[^;\n]{{0,160}}?\s(?:from|in)\s(?:the\s)?$",
    re.IGNORECASE | re.VERBOSE,
)
_WITH = re.compile(
    r"""
    (?:
        # "is now with", "an internship with", "was professor there, prior to"
        \b(?:is|was|am|been|currently|affiliated|internships?|interned|positions?
           |researcher|scientist|engineer|joined|moved|professor|fellow|prior|stints?|now)
        (?:\s\w+){0,2}\s(?:with|to|for)
        # verbs whose object is the organisation
        |\b(?:join(?:ed|ing|s)?|left|leaving|visited|co-?founded|founded|founding|attended
             |attending|entering|entered)
        # no university has a "CEO of", so what follows is no field
        |\b(?:co-?founder|founder|ceo|cto|chief\s\w+(?:\sofficer)?|employee)\sof
        |\baffiliated\swith
        |\bwork(?:s|ed)?\sfor
        |\bconsult\w*\s(?:for|to|with)
        |\bbased\s(?:at|in)
    )
    \s(?:the\s)?$
    """,
    re.IGNORECASE | re.VERBOSE,
)
# Behind these also a field ("professor of Physics") or a colleague may stand.
_KNOWN_ONLY = re.compile(
    r"""
    \b(?:professor|faculty|director|member|president|chair|dean|head|scientist|fellow
       |graduate|alumnus|alumna|staff|student|economist|engineer|rector|provost|group|lab
       |team|department|school|part|branch|division|arm|council|advis[eo]r
       |work(?:ed|ing|s)?|association|collaboration|degrees?|doctorate)s?
    (?:\s\w+)?\s(?:of|to|for|with)\s(?:the\s)?$
    |\b(?:co-?)?(?:direct|head|lead|chair|run|manag|visit|attend)(?:s|es|ed|ing)
    \s(?:the\s)?$
    """,
    re.IGNORECASE | re.VERBOSE,
)
# Where it is worth while to look back; what stands before decides (`expected_behind_cue`).
CUE = re.compile(
    r"""
    \b(?:at|from|with|to|for|of|in|joined|joining|joins|join|left|leaving|visited
       |co-?founded|founded|founding|attended|attending|entered|entering
       |directs|heads|leads|runs|chairs|manages
       |directed|headed|chaired|directing|heading|co-?directs|co-?leads
       |visiting|visits|attends|entering)
    \s+(?:the\s+|a\s+)?(?=[^\W\d_])
    |@\s?(?=[A-Z])
    """,
    re.VERBOSE,
)
# How the next one of a list begins: "at MIT in 2012 (one year), and at UPenn".
LIST = re.compile(
    r"""
    (?:\s\([^()\n]{1,60}\))?\s?
    (?:,\s(?:and\s|or\s|at\s|then\s|and\sat\s|later\s)?|/|&\s|and\s(?:at\s|from\s)?|or\s)
    (?:the\s)?
    """,
    re.VERBOSE,
)
PROSE_CUE = re.compile(
    r"""
    # what was done at a place, and who is from there
    \b(?:developed|built|deployed|conducted|performed|carried\sout|created|collected|used
       |implemented|data|work|done|research|researchers?|scientists?|engineers?|team|group
       |colleagues|students?|lab|faculty|collaborators?|clinicians?|system|project
       |prepared)
    \s(?:at|from)\s(?:the\s)?(?=[A-Z])
    # where somebody of whom the abstract tells is now
    |\b(?:who\s(?:is|was|are)|now|currently|both|formerly)\s(?:at|with)\s(?:the\s)?(?=[A-Z])
    # a life in an abstract: "PhD in 2014 from"
    |\b(?i:degrees?|ph\.?d\.?|doctorate|candidate|postdoc\w*|professor|lecturer|intern
       |fellow|leader|graduated|bachelor['’]s|master['’]s|studies|undergraduate)
    (?:\sin\s(?:19|20)\d\d)?\s(?:at|from)\s(?:the\s)?(?=[A-Z])
    """,
    re.VERBOSE,
)
LEADS = re.compile(r"(?:at|from|with)\s(?:the\s)?(?=[A-Z])")
"""How each `PROSE_CUE` ends: fast to look for, and missing from most abstracts."""
# "(PhD Leeds, 2009)", "MSc, ETH": a degree and who gave it, without any "from".
DEGREE = re.compile(
    r"""
    (?<![\w.])
    (?:Ph\.?\s?D|D\.?Phil|M\.?Sc|B\.?Sc|M\.?S|B\.?S|M\.?A|B\.?A|M\.?D|MBA|M\.?Eng|B\.?Eng
      |M\.?Phil|Dr\.?rer\.?nat|Licence|Laurea|Diploma?|Habilitation)\.?
    (?:\sin\s[A-Za-z ]{3,40})?  # the subject
    (?:,|:|\s[–-]|)\s\(?
    (?:(?:19|20)\d\d,\s)?  # the year, where it comes first
    (?=[A-ZÀ-Þ])
    """,
    re.VERBOSE,
)


def expected_behind_cue(text: str, start: int, at: int, cue: str) -> Expectation:
    """Tell what the words from `start` on say to follow at `at`, behind a cue.

    Only the cue's own sentence counts: "… is a postdoc. It was measured at" says
    nothing.

    Args:
        text: the text.
        start: where the stretch begins; nothing before it is read.
        at: where the name would begin.
        cue: what `CUE` matched, up to `at`.

    Example:
        >>> expected_behind_cue("a postdoc at ", 0, 13, "at ")
        <Expectation.ANY_NAME: 2>
        >>> expected_behind_cue("professor of ", 0, 13, "of ")
        <Expectation.KNOWN_NAME: 1>
    """
    before = text[max(start, at - 220) : at]
    sentence = re.split(r"(?<=[a-z]{3}[.!?])\s+(?=[A-Z])", before)[-1]
    word = cue.split()[0].lower() if cue.split() else "@"
    if word in ("at", "@"):
        return Expectation.ANY_NAME if _AT.search(sentence) else Expectation.NONE
    if word in ("from", "in"):
        said = word == "from" and _FROM.search(sentence)
        return Expectation.ANY_NAME if said else Expectation.NONE
    if _WITH.search(sentence):
        return Expectation.ANY_NAME
    return Expectation.KNOWN_NAME if _KNOWN_ONLY.search(sentence) else Expectation.NONE
