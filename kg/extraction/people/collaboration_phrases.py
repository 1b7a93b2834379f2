"""The phrases that lead to whom a talk or paper was made with, in several languages.

What says so for certain ("joint work with") may be followed by a surname alone; what
often says something else ("together with") needs a full name behind it. The patterns
end where the names begin. They are long and tried on every sentence, so
`may_name_collaborators` first rules out those that hold none.
"""

import re
from itertools import pairwise

# What people make together.
_NOUN = (
    r"(?:works?|papers?|projects?|research|articles?|efforts?|endeavou?rs?|stud(?:y|ies)"
    r"|collaborations?|investigations?|manuscripts?|preprints?|results?|undertakings?)"
)
# Who somebody is to the speaker.
_RELATION = (
    r"(?:(?:former|current|ph\.?d\.?|graduate|doctoral|undergraduate|master'?s?)\s+)?"
    r"(?:co-?)?(?:students?|advisors?|advisers?|supervisors?|postdocs?|mentors?"
    r"|colleagues?|collaborators?|co-?authors?)"
)
_WITH = r"(?:with\b|w/\s?)"
# How it was made.
_MADE = r"(?:done|carried\s+out|conducted|co-?written|written|made|obtained|prepared)"
_PEOPLE = r"(?:co-?authors?|collaborators?|co-?workers?|contributors?)"
# "joint work (in progress) with", "jointly obtained with", "j. w. with".
_JOINT = (
    rf"\bjoint(?:ly)?(?:[ ,-]+(?:and|ongoing|recent|unpublished|current|{_NOUN}))*"
    rf"(?:\s+\(?in\s+(?:progress|preparation)\)?)?"
    r"(?:\s*\([^()\n]{0,40}\))?"
    rf"(?:\s+{_MADE})?,?\s*(?:\(\s*)?{_WITH}:?"
    rf"|\bjoint\s+{_NOUN}\s*(?:of|by|between|:|–|—)"
    rf"|\bjoint\s+{_NOUN}\s+in\s+collaboration\s+{_WITH}:?"
    r"|\bj\.?\s?(?:/\s?)?w\.?\s{1,2}(?:w/|with\b)"
)
# "in collaboration with", "based on work with", "a paper written with".
_COLLABORATION = (
    rf"\b(?:in|a|our|ongoing|close|work in)\s+(?:close\s+)?collaborations?\s+{_WITH}:?"
    rf"|^[ \t]{{0,8}}collaborations?\s+{_WITH}:?"
    rf"|\b(?:based\s+on|ongoing|recent|current|some|this|{_NOUN}\s+is|done)\s+work\s+{_WITH}"
    rf"|\b(?:ongoing|recent|current|unpublished|forthcoming)\s+{_NOUN}\s+{_WITH}"
    rf"|\b{_NOUN}\s+(?:{_MADE}\s+)?(?:together|jointly)\s+{_WITH}:?"
    rf"|\b{_NOUN}(?:\s+that\s+was)?\s+co-?{_MADE}\s+{_WITH}"
    rf"|\b(?:work|project|paper)s?\s+in\s+(?:progress|preparation)\s+{_WITH}"
    rf"|\b(?:preprint|paper|manuscript|article)s?\s+{_MADE}\s+{_WITH}"
)
# "co-authored with", "Collaborators:", "Authors:" at a line's beginning.
_LISTED = (
    r"\bco-?authored\s+(?:with|by)\b|\bco-?written\s+with\b"
    rf"|\b{_PEOPLE}\b(?:\s+(?:on|in|of|for)\s+(?:this|the|these|our)\s+\w+)?\s*"
    r"(?::|\bare\b|\binclude\b|\bwere\b)"
    r"|^[ \t]{0,8}(?:other\s+|further\s+)?authors?\s*[:：]"
)
_OTHER_LANGUAGES = (
    # French
    r"\b(?:travail|travaux|article|projet|recherche)s?\s+(?:\w+\s+){0,2}?"
    r"(?:en\s+commun|en\s+cours|communs?|joints?|conjoints?|(?:fait|réalisé|mené"
    r"|obtenu)e?s?)\s+(?:avec|de|entre)\b"
    r"|\b(?:obtenu|réalisé|mené|écrit)e?s?\s+avec\b"
    r"|\ben\s+(?:étroite\s+)?collaboration\s+avec\b|\b(?:en\s+commun|conjointement)\s+avec\b"
    # German
    r"|\bgemeinsame?[rns]?\s+(?:arbeit|arbeiten|projekt|forschung)\s+mit\b|\bgemeinsam\s+mit\b"
    r"|\bin\s+zusammenarbeit\s+mit\b"
    # Spanish, Portuguese, Italian
    r"|\b(?:trabajos?|trabalhos?|lavor[oi])\s+(?:en\s+|em\s+|in\s+)?"
    r"(?:conjuntos?|común|comum|comune|congiunt[oi]|collaborazione)\s+co[nm]\b"
    r"|\b(?:en\s+colaboración|em\s+colaboração|in\s+collaborazione)\s+co[nm]\b"
)
# "The corpus was compiled with …"; a tool has no given and family name.
_BUILT = (
    r"\b(?:was|were|been)\s+(?:jointly\s+)?(?:compiled|developed|written|collected|built"
    r"|annotated|created|implemented|designed|made|prepared|assembled|produced)"
    r"\s+(?:jointly\s+|together\s+)?with\b"
)
# "a paper by the speaker and …", "work of the authors with …".
_SPEAKERS_OWN = (
    rf"\b{_NOUN}\s+(?:of|by)\s+the\s+(?:speakers?|presenters?|lecturers?|authors?)\b,?"
    r"(?:\s+(?:jointly\s+|together\s+)?with\b)?"
)
CERTAIN = re.compile(
    f"{_JOINT}|{_COLLABORATION}|{_LISTED}|{_OTHER_LANGUAGES}",
    re.IGNORECASE | re.MULTILINE,
)
"""What leads to collaborators and to nobody else."""

POSSIBLE = re.compile(
    r"\b(?:together|along|jointly|collaborating|collaborated|collaborate|collaboration"
    rf"|co-?developed|{_NOUN}|worked|working|done|carried\s+out|obtained|conducted)\s+with\b:?"
    rf"|\b(?:my|our)\s+{_RELATION}\b[,:]?|\bthanks\s+to\s+my\s+{_RELATION}\b"
    rf"|{_BUILT}|{_SPEAKERS_OWN}|(?<=[.!?)]\s)(?:speakers?|presenters?)\s?[:：]",
    re.IGNORECASE,
)
"""What leads to them where full names follow."""

ASIDE = re.compile(
    rf"(?:\(|^[ \t]{{0,8}}|(?<=[.!?]\s))\s?(?:{_WITH}|(?:avec|mit|con|com)\b):?\s*",
    re.IGNORECASE | re.MULTILINE,
)
"""What leads to them where names fill the rest: "(with Ana Cruz and Bo Li)"."""

FURTHER = re.compile(r"(?:\band|[,;])\s+(?:\w+ly,?\s+)?with\s+", re.IGNORECASE)
"""What leads to more of them behind a certain phrase: "… with Ana, and with Bo"."""

# One of these stands in each phrase, or one of the words below right before "with".
_WORDS = (
    "joint", "ollabora", "olabora", "uthor", "ritten", "ontributor", "orker", "w/",
    "speaker", "presenter", "lecturer", "student", "advis", "supervis", "postdoc",
    "mentor", "colleague",
)  # fmt: skip
_FOREIGN = re.compile(
    r"\b(?:avec|mit|co[nm]|communs?|cours|(?:fait|réalisé|mené|obtenu)e?s?)\b"
)
_LOOKALIKES = frozenset("ſKıİ")  # s, k and i, where case does not count
_BEFORE_WITH = re.compile(
    rf"(?:{_NOUN}|{_MADE}|out|together|along|worked|working|progress|preparation|w\.?"
    r"|collaborat\w{1,12}|compiled|developed|collected|built|annotated|created|implemented"
    r"|designed|assembled|produced|[(.!?])$"
)


def may_name_collaborators(text: str) -> bool:
    """Tell whether a text may hold one of the phrases: fast, and a "no" is certain.

    >>> may_name_collaborators("We prove a theorem.")
    False
    >>> may_name_collaborators("This is joint work with Ana Cruz.")
    True
    """
    if "\n" in text.strip() or not _LOOKALIKES.isdisjoint(text):
        return True
    low = text.lower()
    if any(word in low for word in _WORDS) or _FOREIGN.search(low):
        return True
    if "with" not in low:
        return False
    for before, word in pairwise(["(", *low.split()]):
        if "with" in word and (
            not word.startswith("with") or _BEFORE_WITH.search(before)
        ):
            return True
    return False
