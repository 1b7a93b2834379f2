"""What stands beside the people whom running text cites: dates, verbs, prepositions.

Names of groups first ("Lee and Chen"), then what stands behind and before them, from
the surest to what needs more than one sign:

    Lee et al. …                    `ET_AL`
    … (Lee and Chen, 2016) …        `YEAR`, `CITED_IN`
    Lee and Chen proposed …         `VERB`: two names, for a tool may "show" too
    … introduced by Lee.            `BY`, where `NO_TERM` follows
    … in the spirit of Lee.         `STYLE`

A pattern for what stands behind is matched at a name's end, one for what stands before
is searched up to its beginning, hence the `$`.
"""

import re

from kg.text.names.name_affixes import PARTICLE
from kg.text.names.name_shapes import CAPITAL, INITIAL, LETTER

PERSON = (
    rf"(?:(?:{INITIAL})[ \u00a0~]?){{0,3}}(?:{PARTICLE}){{0,3}}"
    rf"{CAPITAL}(?:[ \u00a0~](?:(?:{INITIAL})[ \u00a0~]?){{0,2}}"
    rf"(?:{PARTICLE}){{0,3}}{CAPITAL}){{0,2}}"
)
# What joins the last member of a group to the others.
"""A name of one to three words, with initials and particles: "A. van der Berg"."""
AND = r"(?:and|&|\\&|und|or)"
GROUP = re.compile(
    rf"(?<![\w\\{{@#/.-])(?:{PERSON})(?!{LETTER}|\d)"
    rf"(?:(?:,\s?(?:{AND}\s?)?|\s{AND}\s?|\s?[–—]\s?|\s?&\s?)(?:{PERSON})(?!{LETTER}|\d)){{0,14}}"
)
"""Names that stand together, up to fifteen: "Lee, Chen & Diaz", "Lee–Chen"."""
ONE = re.compile(rf"(?:{PERSON})(?!{LETTER}|\d)")
"""One member of a group."""
YEARS = r"(?:(?:19|20)\d\d(?!\d)[a-z]{0,2}|['’]\d\d)"
"""A year, with the letter that tells two of one year apart; or '98."""
VENUE = r"(?:[A-Z][\w&.-]{1,14}(?:\s[A-Z][\w&.-]{1,14})?[ ,'’]{1,2})"
"""A short name of a meeting before its year: "ICML 2019", "COLT'19"."""
ET_AL = re.compile(r",?\s{1,9}et\.?\s?al\b", re.IGNORECASE)
"""What alone makes a citation of the name before it."""
YEAR = re.compile(
    rf",?\s?[(\[]{VENUE}?,?\s?{YEARS}|,\s?{VENUE}?{YEARS}|\s{VENUE}?{YEARS}"
)
"""A date behind a name, in parentheses or not."""
YEAR_IN_PARENTHESES = re.compile(
    rf"\s?[(\[](?:{VENUE}?,?\s?{YEARS}|{VENUE}\d\d(?=[)\]]))"
)
"""The surest kind of date: "Lee (2019)", "Lee [ICML 19]"."""
# "[Cruz and Li, 20]"
SHORT_YEAR = re.compile(r",?\s?\d\d[a-z]?(?=[\]);])")
BRACKET = re.compile(r"[\[(;]\s?(?:(?:see|cf\.?|e\.g\.,?|also)\s){0,2}$")
"""What opens a bracket that a citation fills."""
NUMBER_IN_BRACKETS = re.compile(r"\s?\[\d{1,2}\]")
"""A number in the list of references; of a group only, for "SGD [3]" is none."""
CITED_IN = re.compile(
    r"(?:[(\[;]|(?:19|20)\d\d[a-z]?,|\b(?:by|see|following))\s?"
    r"(?:(?:see|cf\.?|e\.g\.,?|i\.e\.,?|also|following|and|by)[\s,~]+){0,3}$"
)
"""What opens a citation that is all in parentheses: "(see Lee, 2019)"."""
VERB = re.compile(
    r"(?:,\s\w+ly,?)?\s(?:(?:also|first|recently|have|has|had|later|then|independently"
    r"|further|famously)\s){0,4}"
    r"(?:propos|introduc|show|conjectur|defin|prov|develop|describ|deriv|observ|stud|establish"
    r"|demonstrat|argu|consider|construct|analy[sz]|present|obtain|gave\b|found\b|pointed\b"
    r"|extend|classif|investigat|generali[sz]|report|exhibit|suggest|characteri[sz]|asked\b"
    r"|initiat|pioneer|resolv|design|discover|comput|improv|used\b|gives?\b|provid|formulat"
    r"|note[sd]?\b|answer|formali[sz]|formul|advocat|revisit|settl|disprov|quantif)\w*",
)
"""What authors do to what a text tells of; also tools, so one name is not enough."""
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
"""What ends before the name of an author: "proposed by", "results from"."""
FOLLOWING = re.compile(r"\b(?:following|see|after|cf\.?|unlike)\s$", re.IGNORECASE)
"""Prepositions that lead to an author, or to anything else."""
DUE = re.compile(r"\bdue\sto\s$")
"""Leads to authors of a result, and in prose to nothing else with a capital."""
OF = re.compile(
    r"\b(?:works?|papers?|results?|algorithms?|methods?|approach(?:es)?|frameworks?|techniques?"
    r"|theorems?|lemmas?|conjectures?|questions?|ideas?|proofs?|analys[ie]s|thes[ie]s|monograph"
    r"|constructions?|formulations?|definitions?|arguments?|formalism|lines?|notions?|scheme"
    r"|estimates?|theory|book|insights?|observations?|contributions?|problem|model|procedure"
    r"|bounds?|spirit|style|sense|footsteps|manner|geometry|partitions|research|proposal|motivation"
    r"|memory|hono(?:u)?r|legacy|life|tribute|matrix|inequality|conditions?"
    r"|criterion|hypothesis|extensions?|generali[sz]ations?)\s(?:of|by)\s$"
)
"""Nouns for what an author makes, before "of" or "by"."""
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
"""Results, before "by": their authors count even as eponyms."""
STYLE = re.compile(
    r"\b(?:style|spirit|sense|footsteps|manner|founders?|geometry|groups?)\s(?:\S+\s)?of\s$"
)
"""What leads to people whose manner is meant: "in the spirit of"."""
NO_TERM = re.compile(
    r"(?:['’]s?\b)?(?:\s*+$|[.,;:)\]!?]|\s(?:and|or|in|for|to|on|that|which|who|whose|is"
    r"|was|are|were|has|had|have"
    r"|as|with|using|from|at|about|when|where|can|by|via|into|we|the|but|while|who|also"
    r"|does|do|did|may|might"
    r"|under|over|between|without|since|yields?|[a-z]+ed|[a-z]+ly|[(\[])(?![\w-])|\s[(\[])"
)
"""What may follow a name that is no part of a term: no noun."""
POSSESSIVE = re.compile(r"['’]s?\s")
""""Lee's theorem": a theorem is no method of that name."""
INITIALLED = re.compile(rf"(?:(?:{INITIAL})\s?){{1,3}}(?:{PARTICLE}){{0,2}}{CAPITAL}$")
"""A name with initials, which terms do not have."""
QUANTITY = re.compile(r"\d\s?(?:[mnkµμu]|mu |micro)?\s?$")
"""What makes a unit of an initial: "at 0.6 V. Measured"."""
ABBREVIATED = re.compile(
    r"\s?\([A-Z][a-z]{0,2}[A-Z]\w*\)"
)  # "Life Cycle Thinking (LCT)"
LEADING = re.compile(rf"({CAPITAL})[ \u00a0~]")
"""The first of several capitalised words, which may open a sentence."""
SEVERAL = re.compile(rf"[.,&–—]|\s{AND}")  # or an initial
"""A sign that a group has more than one bare word: what else needs a cue."""
LED_TO = re.compile(r"(?:by|from|to|of)\s$")
"""The last word of each cue before a name, looked for first, being fast to find."""
SIGN_BEHIND = re.compile(
    rf",?\s{{1,9}}(?i:et)|,?\s?[(\[]?(?:{VENUE}|,?\s?['’\d])|{HUMAN_VERB.pattern}"
)
"""The beginning of each cue behind a single name, looked for first."""
