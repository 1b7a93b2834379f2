"""Where the words of an affiliation stand in it, and the parts that it falls into."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kg.datafiles import word_list
from kg.institutions.ror.normalization import (
    AffiliationWord,
    normal_form,
    plain_text,
    word_pattern,
)

_TOKEN = re.compile(r"[^\W_]+")
# What ends an organisation for certain; a comma may stand within its address.
_END = re.compile(r"[;|\n]")
# "Univ. of Oslo and the Institute of Fog": two organisations, or one name.
_JOINED = re.compile(r"(?<!\s)\s++(?:&|and|und|et|y)\s++(?:the\s+)?", re.IGNORECASE)


class Stretch(NamedTuple):
    """Where a name lies: words from `start` to `end`, not included."""

    start: int
    end: int

    def holds(self, other: "Stretch") -> bool:
        """Tell whether another lies within, and is shorter."""
        return self.start <= other.start and other.end <= self.end and self != other

    def meets(self, other: "Stretch") -> bool:
        """Tell whether they share a word."""
        return self.start < other.end and other.start < self.end


class Span(NamedTuple):
    """Characters from `start` to `end`, not included."""

    start: int
    end: int

    def meets(self, other: "Span") -> bool:
        """Tell whether they share a character."""
        return self.start < other.end and other.start < self.end


def word_spans(text: str, words: Sequence[AffiliationWord]) -> list[Span]:
    """Return where each word stands; initials put together span them all.

    Words are plain, without accents and dots: each is looked for behind the last, and
    one that is not found stands, for all that is known, where that ends.
    """
    tokens = [
        (m.start(), m.end(), plain_text(m[0]))
        for m in word_pattern(text).finditer(text)
    ]
    spans: list[Span] = []
    passed = 0
    for word in words:
        for number in range(passed, len(tokens)):
            last = _last_of(word.raw, tokens, number)
            if last is not None:
                spans.append(Span(tokens[number][0], tokens[last][1]))
                passed = last + 1
                break
        else:
            end = spans[-1].end if spans else 0
            spans.append(Span(end, end))
    return spans


def _last_of(
    raw: str, tokens: Sequence[tuple[int, int, str]], first: int
) -> int | None:
    """Return the last of the tokens that a word is put together of, from the first."""
    rest = raw
    for number in range(first, len(tokens)):
        part = tokens[number][2]
        if not part or not rest.startswith(part):
            return None
        rest = rest[len(part) :]
        if not rest:
            return number
    return None


def parts(text: str, named: Sequence[Span]) -> list[Span]:
    """Cut an affiliation at ; and |, and at "and" between two institutions.

    Args:
        text: the affiliation, cleaned.
        named: where its institutions stand; none of them is cut in two.

    Returns:
        Spans that cover the text without a gap; each but a single one has a name.

    Example:
        >>> parts("MIT; Yale", [Span(0, 3), Span(5, 9)])
        [Span(start=0, end=3), Span(start=3, end=9)]
    """
    found: list[Span] = []
    start = 0
    for end in _cuts(text, named):
        if any(start <= span.start < end for span in named) or not found:
            found.append(Span(start, end))
        else:
            found[-1] = Span(found[-1].start, end)
        start = end
    return found


def _cuts(text: str, named: Sequence[Span]) -> Iterator[int]:
    """Yield where parts end: at marks, and at an "and" behind which a name begins."""
    joined = (
        match.start()
        for match in _JOINED.finditer(text)
        if any(span.start == match.end() for span in named)
        or _begins_unit(text, match.end(), named)
    )
    ends = {match.start() for match in _END.finditer(text)} | set(joined)
    inside = {e for e in ends for span in named if span.start < e < span.end}
    return iter([*sorted(ends - inside - {0}), len(text)])


def _begins_unit(text: str, start: int, named: Sequence[Span]) -> bool:
    """Tell whether "Dept. of …" begins there, between two institutions."""
    word = _TOKEN.match(text, start)
    return (
        word is not None
        and normal_form(word[0]) in word_list("institutions/unit_words")
        and any(span.end <= start for span in named)
        and any(span.start > start for span in named)
    )
