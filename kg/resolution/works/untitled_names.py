"""What a reader calls a work without a title: its speaker and what it is about.

"Talk by Ada Holm: phase retrieval, Wirtinger flow"; "On phase retrieval and Wirtinger flow".
A name is of its document's words alone, and of what works elsewhere have in their titles:
ids are made of it, and no other document may change them.
"""

import math
from collections.abc import Sequence

from kg.kinds import family_kinds
from kg.records import Extraction, Mention
from kg.resolution.name_index import mention_name
from kg.resolution.terms.background_counts import shipped_background
from kg.resolution.terms.term_normal_form import term_key

_TERMS = 2  # name a work
_LONGEST = 3  # words, beyond which a term says no more
# How much more a term counts that its work is about, or uses.
_BY_ROLE = {"about": 4.0, "uses": 3.0}


def untitled_name(extraction: Extraction) -> str | None:
    """Return a name for a document without a title, None where nothing is known of it.

    Args:
        extraction: the document, and what was found in it.

    Example:
        >>> from kg.records import Document, Section
        >>> text = "Ada Holm\\nWe study rye by sieving."
        >>> sections = (Section(9, 33, "body"),)
        >>> talk = Extraction(Document("d", "s", text, sections, 0, 1), (
        ...     Mention(0, 8, "person", "Ada Holm", "Ada Holm", "author"),
        ...     Mention(18, 21, "concept", "rye", "rye", "about")))
        >>> untitled_name(talk)
        'Talk by Ada Holm: rye'
    """
    terms = _choose_terms(extraction)
    speaker = _only_author(extraction)
    if speaker is not None:
        return f"Talk by {speaker}" + (f": {', '.join(terms)}" if terms else "")
    return f"On {' and '.join(terms)}" if terms else None


def rank_terms(extraction: Extraction) -> list[str]:
    """Return the names of a document's terms, the most telling first.

    By the part that they play, how often they are said, how early they stand, their length
    (what has several words is rarely said of much), and the share of works elsewhere that
    have them in their title: "accuracy" is said of everything.
    """
    length = max(1, len(extraction.document.text))
    scores: dict[str, float] = {}
    names: dict[str, str] = {}
    for mention in _terms(extraction):
        key = _key(mention)
        words = min(key.count(" ") + 1, _LONGEST)
        late = mention.start / length if mention.field == "text" else 0.0
        names.setdefault(key, " ".join(mention_name(mention).split()))
        role = _BY_ROLE.get(mention.role or "", 1.0)
        scores[key] = scores.get(key, 0.0) + role * words / (1 + late)
    for key in scores:
        scores[key] *= _standing(names[key])
    return [names[key] for key in sorted(scores, key=lambda key: (-scores[key], key))]


def _standing(name: str) -> float:
    """Return how much a term counts, in (0, 1]: less if titles elsewhere rarely have it.

    Nor its last word: "upper bounds" are of the kind of all bounds. What titles have more
    often than usual is no better for it: a work is one of many on "neural networks".
    """
    background, words = shipped_background(), term_key(name).words
    share = background.terms.share([" ".join(words)]) / background.terms.usual
    head = background.words.share(words[-1:]) / background.words.usual
    return math.sqrt(min(1.0, share) * min(1.0, head))


def _choose_terms(extraction: Extraction) -> list[str]:
    """Return the first terms that share no word."""
    chosen: list[str] = []
    seen: set[str] = set()
    for name in rank_terms(extraction):
        words = {word.removesuffix("s") for word in name.casefold().split()}
        if len(chosen) < _TERMS and not words & seen:
            chosen.append(name)
            seen |= words
    return chosen


def _only_author(extraction: Extraction) -> str | None:
    """Return who speaks, where a page names one author; of several, nobody knows who."""
    authors: Sequence[str] = list(
        dict.fromkeys(
            mention_name(mention)
            for mention in extraction.mentions
            if mention.kind == "person" and mention.role == "author"
        )
    )
    is_page = extraction.document.first_line is not None
    return authors[0] if is_page and len(authors) == 1 else None


def _terms(extraction: Extraction) -> list[Mention]:
    kinds = family_kinds("term")
    return [mention for mention in extraction.mentions if mention.kind in kinds]


def _key(mention: Mention) -> str:
    return mention_name(mention).casefold()
