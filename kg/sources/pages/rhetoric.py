"""What a paragraph says of its place in a talk: parts announced, things pointed at.

Words that lead on from a text above, announce what follows, or say that a talk begins;
they are the same in any field.
"""

import re
from collections.abc import Sequence

# A later part, and no later time ("in the last decade").
_LATER = re.compile(
    r"(?:in |for |as for |during |towards? )?(?:the |our |my )?"
    r"(?:second|third|fourth|fifth|last|final|next|remaining|other|latter|rest|end)"
    r"(?:ly)?\b(?! (?:years|decades|century|few|several|two|day|year|decade))",
    re.IGNORECASE,
)
# The same with its noun: "in the second part of the talk".
_LATER_PART = re.compile(
    r"(?:in |for |during |towards? )?(?:the|our|my|a) "
    r"(?:second|third|fourth|last|final|other|remaining|latter|rest|end)\b.{0,12}?"
    r"\b(?:part|half|portion|section|topic|type|kind|result|contribution|aspect|"
    r"project|direction|example|application|question|problem|setting|case|approach|"
    r"of (?:the|this|my) (?:talk|lecture|presentation))s?\b",
    re.IGNORECASE,
)
# Words that point at a text above; "this talk" points at itself.
_POINTING = re.compile(
    r"\b(?:this|these|those|such|above|aforementioned|latter|both)\b"
    r"(?! (?:an? )?(?:talk|lecture|presentation|seminar|paper|work|article|thesis|"
    r"study|as|end|year|week)s?\b)",
    re.IGNORECASE,
)
_FIRST = re.compile(r"(?:in |for )?(?:the |our |my )?(?:first|former)(?:ly)?\b", re.I)
# What promises that more is to come: "two problems", "first".
_ANNOUNCED = re.compile(
    r"\b(?:first part|two (?:parts|types|kinds|results|topics|problems|examples|"
    r"directions|aspects|questions|approaches)|three|several parts|part i|"
    r"first(?:ly)?[ ,]|on the one hand|following)\b",
    re.IGNORECASE,
)
# First words that need something before them: "Moreover", "These".
_BACKWARD = re.compile(
    r"(?:this(?! (?:talk|lecture|presentation|seminar|paper|work|article|thesis|study))"
    r"|these|those|such|it|its|they|their|here|there|then|thus|hence|therefore|"
    r"finally|moreover|more \w+ly|furthermore|additionally|also|in addition|however|"
    r"namely|indeed|in fact|for (?:example|instance)|accordingly|equivalently|likewise|"
    r"meanwhile|at the same time|by contrast|in other words|that is|together,|"
    r"but|nevertheless|consequently|as a (?:result|consequence)|in particular|"
    r"specifically|"
    r"similarly|conversely|in contrast|on the other hand|along the way|time permitting|"
    r"if time|to (?:this|that|address|overcome|do|demystify|answer|tackle|resolve|"
    r"illustrate|achieve)|using (?:this|these)|building on|"
    r"based on (?:this|these)|the (?:talk|lecture|proof|result|proposed|resulting))\b",
    re.IGNORECASE,
)
# The speaker's own contribution, where the introduction ends.
_OWN = re.compile(
    r"\b(?:we (?!know|live|often|all|see )|i (?:will|shall|am|show|present|discuss|"
    r"describe|explain)|i'll|i’ll|our |this talk|the talk|this lecture|this paper|"
    r"this work|this presentation)",
    re.IGNORECASE,
)
# An abstract names itself once as a rule.
_TALK = re.compile(
    r"\b(?:in )?(?:this|the|my) "
    r"(?:talk|lecture|presentation|seminar|paper|work|study)\b",
    re.IGNORECASE,
)
# First words of a text that comes to the point at once.
_OPENS = re.compile(
    r"\b(?:this (?:talk|lecture|presentation|paper|work)|i (?:will|shall)|i'll|i’ll)\b",
    re.IGNORECASE,
)
_READ = 5000  # characters of a paragraph that are looked at


def rhetoric_features(talk_so_far: Sequence[str], now: str) -> dict[str, float]:
    """Describe a paragraph against those of the talk so far, by such words.

    Args:
        talk_so_far: the talk's paragraphs, at least one.
        now: the paragraph that goes on with the talk or opens another.

    Returns:
        A feature a name, 1.0 where it holds and else 0.0: "backward" (its first word
        leads on from a text above), "later_announced" ("The second part", where parts
        were announced), "nothing_own_yet" (the talk has said nothing of its own), ….
    """
    start = now[:200].lstrip("\"'“‘(• ")
    whole = " ".join(text[:_READ] for text in talk_so_far)
    has_own_words = bool(_OWN.search(whole))
    names_talk = bool(_TALK.search(whole))
    names_talk_now = bool(_TALK.search(now[:_READ]))
    opens_with_talk = bool(_OPENS.search(start[:60]))
    announced = bool(_ANNOUNCED.search(whole))
    later = bool(_LATER.match(start))
    end = talk_so_far[-1].rstrip()[-3:]
    return {
        "backward": float(bool(_BACKWARD.match(start))),
        "first": float(bool(_FIRST.match(start))),
        "later": float(later),
        "later_part": float(bool(_LATER_PART.match(start))),
        "points_back": float(bool(_POINTING.search(start[:90]))),
        "asked_pointing": float(
            end.endswith("?") and bool(_POINTING.search(start[:90]))
        ),
        "later_announced": float(later and announced),
        "nothing_own_yet": float(not has_own_words),
        "own_follows": float(not has_own_words and bool(_OWN.search(now[:_READ]))),
        "own_opens": float(not has_own_words and bool(_OWN.match(start[:60]))),
        "talk_twice": float(names_talk and names_talk_now),
        "talk_opens": float(opens_with_talk),
        "talk_opens_after_none": float(opens_with_talk and not has_own_words),
        "talk_opens_again": float(opens_with_talk and names_talk),
        "asks": float(end.endswith("?")),
    }
