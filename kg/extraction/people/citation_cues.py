"""What stands beside the people whom running text cites: dates, verbs, prepositions.

Names of groups first ("Lee and Chen"), then what stands behind and before them.
"""

import re

from kg.text.names.name_affixes import PARTICLE
from kg.text.names.name_shapes import CAPITAL, INITIAL, LETTER

PERSON = (
    rf"(?:(?:{INITIAL})[ \u00a0~]?){{0,3}}(?:{PARTICLE}){{0,3}}"
    rf"{CAPITAL}(?:[ \u00a0~](?:(?:{INITIAL})[ \u00a0~]?){{0,2}}"
    rf"(?:{PARTICLE}){{0,3}}{CAPITAL}){{0,2}}"
)
AND = r"(?:and|&|\\&|und|or)"
GROUP = re.compile(
    rf"(?<![\w\\{{@#/.-])(?:{PERSON})(?!{LETTER}|\d)"
    rf"(?:(?:,\s?(?:{AND}\s?)?|\s{AND}\s?|\s?[–—]\s?|\s?&\s?)(?:{PERSON})(?!{LETTER}|\d)){{0,14}}"
)
ONE = re.compile(rf"(?:{PERSON})(?!{LETTER}|\d)")
YEARS = r"(?:(?:19|20)\d\d(?!\d)[a-z]{0,2}|['’]\d\d)"
VENUE = r"(?:[A-Z][\w&.-]{1,14}(?:\s[A-Z][\w&.-]{1,14})?[ ,'’]{1,2})"
ET_AL = re.compile(r",?\s+et\.?\s?al\b", re.IGNORECASE)
YEAR = re.compile(
    rf",?\s?[(\[]{VENUE}?,?\s?{YEARS}|,\s?{VENUE}?{YEARS}|\s{VENUE}?{YEARS}"
)
YEAR_IN_PARENTHESES = re.compile(
    rf"\s?[(\[](?:{VENUE}?,?\s?{YEARS}|{VENUE}\d\d(?=[)\]]))"
)
# "[Cruz and Li, 20]"
SHORT_YEAR = re.compile(r",?\s?\d\d[a-z]?(?=[\]);])")
BRACKET = re.compile(r"[\[(;]\s?(?:(?:see|cf\.?|e\.g\.,?|also)\s){0,2}$")
NUMBER_IN_BRACKETS = re.compile(r"\s?\[\d{1,2}\]")
CITED_IN = re.compile(
    r"(?:[(\[;]|(?:19|20)\d\d[a-z]?,|\b(?:by|see|following))\s?"
    r"(?:(?:see|cf\.?|e\.g\.,?|i\.e\.,?|also|following|and|by)[\s,~]+){0,3}$"
)
VERB = re.compile(
    r"(?:,\s\w+ly,?)?\s(?:(?:also|first|recently|have|has|had|later|then|independently"
    r"|further|famously)\s)*"
    r"(?:propos|introduc|show|conjectur|defin|prov|develop|describ|deriv|observ|stud|establish"
    r"|demonstrat|argu|consider|construct|analy[sz]|present|obtain|gave\b|found\b|pointed\b"
    r"|extend|classif|investigat|generali[sz]|report|exhibit|suggest|characteri[sz]|asked\b"
    r"|initiat|pioneer|resolv|design|discover|comput|improv|used\b|gives?\b|provid|formulat"
    r"|note[sd]?\b|answer|formali[sz]|formul|advocat|revisit|settl|disprov|quantif)\w*",
)
BY = re.compile(
    r"\b(?:(?:propos|introduc|develop|describ|deriv|observ|studi|establish|demonstrat|consider"
    r"|construct|analy[sz]|present|obtain|found|given|extend|investigat|generali[sz]|report"
    r"|suggest|characteri[sz]|initiat|pioneer|resolv|design|discover|improv|pos|rais|open|prov"
    r"|computed|conjectur|defin|us|inspir|motivat|formulat|advocat|invent|shown|made|put|achiev"
    r"|provid|answer|recover|classif)\w*|(?:work|works|paper|papers|results?|theorem"
    r"|theorems|conjecture"
    r"|conjectures|algorithm|question|objective|lemma|principle|approach|method|article"
    r"|suggestion|framework"
    r"|model|proof|bound|bounds|construction|analysis|research|study|idea|ideas|method"
    r"|technique|algorithms))"
    r"\s(?:\w+ly\s|first\s|later\s|forward\s|independently\s|earlier\s|recently\s){0,2}"
    r"(?:by|from|due\sto)\s(?:the\swork\sof\s)?$"
)
FOLLOWING = re.compile(r"\b(?:following|see|after|cf\.?|unlike)\s$", re.IGNORECASE)
DUE = re.compile(r"\bdue\sto\s$")
OF = re.compile(
    r"\b(?:works?|papers?|results?|algorithms?|methods?|approach(?:es)?|frameworks?|techniques?"
    r"|theorems?|lemmas?|conjectures?|questions?|ideas?|proofs?|analys[ie]s|thes[ie]s|monograph"
    r"|constructions?|formulations?|definitions?|arguments?|formalism|lines?|notions?|scheme"
    r"|estimates?|theory|book|insights?|observations?|contributions?|problem|model|procedure"
    r"|bounds?|spirit|style|sense|footsteps|manner|geometry|partitions|research|proposal|motivation"
    r"|memory|hono(?:u)?r|legacy|life|tribute|matrix|inequality|conditions?"
    r"|criterion|hypothesis|extensions?|generali[sz]ations?)\s(?:of|by)\s$"
)
# "A theorem of Lee and Chen reduces …": one result of people, then a verb.
RESULT_OF = re.compile(
    r"\b(?:[Aa]n?|[Tt]he|this|[Tt]hat)\s(?:\w{1,20}\s){0,2}?(?:theorem|lemma|result|conjecture"
    r"|paper|proof|construction|argument|algorithm|question|observation|idea|estimate)\sof\s$"
)
DOES_SO = re.compile(r"\s[a-z]{3,20}s\s[a-z]")
# What people alone did, and no method: told of one with given and family name.
HUMAN_VERB = re.compile(
    r"\s(?:(?:also|first|recently|later|then|once|famously|independently)\s)?"
    r"(?:found|proved|conjectured|discovered|asked|observed|wrote|wondered)\b(?!\s(?:by"
    r"|in|for|at|here)\b)"
)
THEOREM_BY = re.compile(
    r"\b(?:theorems?|lemma|papers?|results?|works?|conjecture|idea|proof)\sby\s$"
)
STYLE = re.compile(
    r"\b(?:style|spirit|sense|footsteps|manner|founders?|geometry|groups?)\s(?:\S+\s)?of\s$"
)
NO_TERM = re.compile(
    r"(?:['’]s?\b)?(?:\s*$|[.,;:)\]!?]|\s(?:and|or|in|for|to|on|that|which|who|whose|is"
    r"|was|are|were|has|had|have"
    r"|as|with|using|from|at|about|when|where|can|by|via|into|we|the|but|while|who|also"
    r"|does|do|did|may|might"
    r"|under|over|between|without|since|yields?|[a-z]+ed|[a-z]+ly|[(\[])(?![\w-])|\s[(\[])"
)
POSSESSIVE = re.compile(r"['’]s?\s")
INITIALLED = re.compile(rf"(?:(?:{INITIAL})\s?){{1,3}}(?:{PARTICLE}){{0,2}}{CAPITAL}$")
ABBREVIATED = re.compile(
    r"\s?\([A-Z][a-z]{0,2}[A-Z]\w*\)"
)  # "Life Cycle Thinking (LCT)"
LEADING = re.compile(rf"({CAPITAL})[ \u00a0~]")
SEVERAL = re.compile(rf"[.,&–—]|\s{AND}")  # or an initial
LED_TO = re.compile(r"(?:by|from|to|of)\s$")
SIGN_BEHIND = re.compile(
    rf",?\s+(?i:et)|,?\s?[(\[]?(?:{VENUE}|,?\s?['’\d])|{HUMAN_VERB.pattern}"
)
