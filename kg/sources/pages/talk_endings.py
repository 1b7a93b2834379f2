"""A line behind an abstract, told by its words: a plan, a life, co-workers, a source.

Patterns (`kg.sources.pages.talk_lines`) know the labels and set phrases; this model, trained
on generated lines, knows the rest. Names and numbers are placeholders to it, so it
weighs what stands between them, how long the line is and how little it says.
"""

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise

from kg.sources.pages.cue_words import CohesionModel, cue_score

_LOOK = 700  # characters of a line that are looked at
_LONGEST = 1300  # characters; longer lines are abstracts, whatever they say
_READ = 70  # words that are looked at
_SURE = 1.0  # log-odds from which a line counts as one
# Log odds that no weight of the model makes up for.
_NEVER = 20.0
_RARE = 6.0  # weight of a word from which few abstracts have it
# An address, before its words are taken apart.
_LINK = re.compile(
    r"(?:https?://|www\.)\S+|(?<![\w-])[\w-]{2,}+(?:\.[\w-]{2,}+){1,4}/\S*|arxiv:\s?\S+",
    re.IGNORECASE,
)
_TOKEN = re.compile(r"\d+|[^\W\d_]+(?:[-'’][^\W\d_]+)*|[?:;(){}•“”\"\[\]]|\.(?=\s|$)")
_FIRST = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_PLACED = {"#name", "#year", "#number", "#link"}


def is_tail(line: str, model: CohesionModel) -> bool:
    """Tell whether a line belongs to the talk above it, by its words.

    >>> from kg.sources.pages.cue_words import load_model
    >>> is_tail("This is joint work with Ann Lee and Bo Chu (MIT).", load_model())
    True
    """
    return _reads_as_sentence(line) and tail_score(line, model) > _SURE


def _reads_as_sentence(line: str) -> bool:
    """Tell whether a line has the form of a sentence, or stands in brackets.

    Of titles, names and menus the model knows nothing.
    """
    look = line.strip()
    if look.startswith("(") and look.endswith(")"):
        return True
    return len(look.split()) >= 4 and look.rstrip(')"”’').endswith((".", "!", "…"))


def tail_score(line: str, model: CohesionModel) -> float:
    """Return the log-odds that a line stands behind an abstract.

    Long lines, and lines of scripts without spaces, of which the model knows nothing,
    surely do not (-20).
    """
    if not model.tail or len(line) > _LONGEST or not line.strip():
        return -_NEVER
    if len(line.split()) * 25 < len(line) and not line.isascii():
        return -_NEVER  # a script without spaces, of which the model knows nothing
    return cue_score(tail_cues(line, model.idf), model.tail)


def tail_cues(line: str, idf: Mapping[str, float]) -> set[str]:
    """Return a line's cues: words, pairs of them, its beginning and its form.

    Args:
        line: looked at up to 700 characters.
        idf: how rare words are elsewhere; a capitalised word that all fields use is no
            name at the beginning of a sentence.

    >>> "#name in" in tail_cues("With Ann Lee in 2019.", {"with": 1.0})
    True
    """
    look = _LINK.sub(" #link ", line[:_LOOK]).strip()
    words = list(_tokens(look, idf))[:_READ]
    cues = set(words)
    cues.update("^" + " ".join(words[:length]) for length in (1, 2, 3))
    cues.update(f"{a} {b}" for a, b in pairwise(words))
    cues.update(_form(line, words, idf))
    first = _FIRST.search(look)
    if first:
        cues.add(f"^^{first[0].lower()}")  # it may have been taken for a name
    return cues


def _tokens(look: str, idf: Mapping[str, float]) -> Iterator[str]:
    """Return the words in small letters, runs of capitalised ones as one name."""
    before = ""
    for piece in look.split("#link"):
        if before:
            yield "#link"
        starts = True
        for token in _TOKEN.findall(piece):
            word = _token(token, idf, starts=starts)
            starts = token in '.?:“"•'
            if word != "#name" or before != "#name":
                yield word
            before = word
        before = "#link"


def _token(token: str, idf: Mapping[str, float], *, starts: bool) -> str:
    """Return a token as the model knows it: names and numbers are placeholders."""
    if token[0].isdigit():
        return "#year" if len(token) == 4 and token[:2] in ("19", "20") else "#number"
    low = token.lower()
    if token[0].islower() or not token[0].isalpha():
        return low
    # At the beginning of a sentence a capital says nothing of a word all fields use.
    return low if starts and (low in idf or len(token) == 1) else "#name"


def _form(line: str, words: list[str], idf: Mapping[str, float]) -> Iterator[str]:
    """Yield what a line's form tells: length, rare words, share of names, stops."""
    plain = [word for word in words if word[0].isalpha()]
    rare = sum(idf.get(word, _RARE) >= _RARE for word in plain)
    names = sum(word in _PLACED for word in words)
    stops = words.count(".") + words.count("?")
    yield f"#length {min(len(line) // 80, 8)}"
    yield f"#rare {min(rare, 6)}"
    yield f"#share {min(10 * names // max(len(words), 1), 6)}"
    yield f"#stops {min(stops, 5)}"
    yield f"#rare {min(rare, 3)} #stops {min(stops, 3)}"
