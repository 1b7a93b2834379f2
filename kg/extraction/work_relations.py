"""What a sentence says that a work does with a term: evaluates on it, compares with it.

By patterns over the words before the term, or before the list that it stands in; they
stay only while nine in ten of what they find are right, by reading. Which terms are data
sets, the whole corpus tells: of others, what is found here is dropped in the end.
"""

import re
from collections.abc import Iterator, Sequence

from kg.records import Document, Link, Mention, Passage
from kg.text.mentions import mentions_within
from kg.text.name_lists import list_start
from kg.text.sentences import sentence_spans

_MEASURED = re.compile(
    r"""\b(?:evaluat\w{1,5}|test(?:ed|s|ing)?|experiment\w{0,6}|results?|accurac(?:y|ies)
    |perform(?:s|ances?)?|scores?|errors?|perplexity|state[\ -]of[\ -]the[\ -]art
    |validated?|improve(?:s|ments?)?|gains?|benchmark(?:ed)?|report(?:ed|s)?|achieves?
    |outperforms?|demonstrate[sd]?|BLEU|F1|F-score)\b
    # What models were trained on is something else.
    (?:(?!\b(?:pre-?train|train|fine-?tun|learn)(?:ed|ing)\b)(?:[^.;:]|\.(?=\d))){0,80}\Z""",
    re.VERBOSE | re.IGNORECASE,
)
_ON = re.compile(
    r"""\b[Oo]n\s(?:(?:the|both|an?|two|three|four|five|several|many|standard|popular|public
    |publicly|available|large|real|real-world|challenging|recent|well-known|widely|used
    |benchmark|benchmarks|data|dataset|datasets|sets?|corpora|corpus|such|as|including
    |like|namely),?\s|:\s|\(){0,6}\Z""",
    re.VERBOSE,
)
_OTHERS = re.compile(
    r"\b(?:previous|prior|existing|earlier)\s(?:work|studies|approaches|methods)\b"
    r"|\bha(?:ve|s)\sbeen\b",
    re.IGNORECASE,
)
_ADJECTIVES = r"""(?:(?:both|the|that|those|of|an?|its|other|others|existing|previous|standard
    |strong|popular|recent|classical|classic|traditional|conventional|state-of-the-art
    |baselines?|well-known|usual|vanilla|plain|original)\s){0,4}\Z"""
_COMPARED = re.compile(
    rf"""(?: \b(?:outperform|surpass|exceed)(?:s|es|ed|ing)?
        | \b(?:superior|inferior|comparable|competitive|relative)\s(?:to|with)
        | \bcompar(?:e|es|ed|ing|isons?)\b[^.;:]{{0,60}}?\s(?:to|with|against)
        | \b(?:better|faster|slower|worse|lower|higher|(?:more|less|fewer)\s[\w-]{{1,20}})
          (?:\s[\w-]{{1,20}}){{0,2}}\sthan
        | \b(?:improve[sd]?|improvements?|improving|gains?|advantages?)\b[^.;:]{{0,40}}?
          \s(?:upon|over)
        | \bbaselines?\s(?:such\sas|like|including)
    )\s{_ADJECTIVES}""",
    re.VERBOSE,
)
_OWN = re.compile(
    r"\b(?:[Ww]e|[Oo]urs?|[Tt]his\s(?:paper|work|method|approach|algorithm|model)"
    r"|[Tt]he\s(?:new|resulting)|proposed)\b"
)
_LONGEST = 400  # characters of a sentence that are read before a term

EVALUATED_ON, COMPARED_WITH = 0.98, 0.94
"""The share of the relations of each kind that were right among those read."""


def find_work_relations(
    document: Document, passages: Sequence[Passage], terms: Sequence[Mention]
) -> list[Link]:
    """Return what the prose says that its work does with terms, once a term and sentence.

    Args:
        document: what they stand in.
        passages: the parts of its bodies.
        terms: of the document, with their roles, in any order.

    Example:
        >>> text = "We test sieves on RyeNet. Our sieve outperforms combs."
        >>> made = Document("d", "s", text, ())
        >>> prose = [Passage(0, len(text), "prose")]
        >>> net = Mention(18, 24, "concept", "RyeNet", "RyeNet")
        >>> combs = Mention(48, 53, "method", "combs", "combs")
        >>> [link.kind for link in find_work_relations(made, prose, [net, combs])]
        ['evaluated_on', 'compared_with']
    """
    placed = sorted(term for term in terms if term.field == "text")
    return [
        link
        for passage in passages
        if passage.kind == "prose"
        for start, end in sentence_spans(document.text, passage.start, passage.end)
        for link in _read_sentence(document.text, start, end, placed)
    ]


def _read_sentence(
    text: str, start: int, end: int, terms: Sequence[Mention]
) -> Iterator[Link]:
    """Yield what one sentence says."""
    uses = False
    for term in mentions_within(terms, start, end):
        begin = max(start, term.start - _LONGEST)
        before = text[begin : term.start].replace("\n", " ")
        before = before[: list_start(before)]
        if term.kind == "concept" and is_evaluation(before):
            yield Link("evaluated_on", None, term, start, term.end, EVALUATED_ON)
        elif term.kind == "method" and is_comparison(before, names_own=uses):
            yield Link("compared_with", None, term, start, term.end, COMPARED_WITH)
        uses = uses or term.role == "uses"


def is_evaluation(before: str) -> bool:
    """Tell whether what follows some words is what a work is evaluated on.

    >>> is_evaluation("We report accuracy on the "), is_evaluation("It is based on the ")
    (True, False)
    """
    on = _ON.search(before)
    if on is None or _OTHERS.search(before):
        return False
    return _MEASURED.search(before, 0, on.start()) is not None


def is_comparison(before: str, *, names_own: bool = False) -> bool:
    """Tell whether what follows some words is what a work is compared with.

    Args:
        before: the words of the sentence before a term.
        names_own: whether a term that the work uses stands in them: it speaks for it.

    >>> is_comparison("Our model outperforms "), is_comparison("A outperforms ")
    (True, False)
    """
    compared = _COMPARED.search(before)
    if compared is None:
        return False
    subject = before[: compared.start()]
    if _OTHERS.search(subject):
        return False
    return names_own or _OWN.search(subject) is not None
