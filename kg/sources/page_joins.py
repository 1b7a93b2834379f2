"""Where pages of two kinds may have been put into one file.

A rule, a form feed or the widest gap may stand there. Else the texts' heads tell: what
stands above them (labels, names, short lines, nothing) is the same all over a page, and
another beyond the join. Such a place splits the heads into two groups that are as
uniform as can be: the gain of information is largest there.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from math import log

from kg.sources.pages.boilerplate import is_marker, is_prose
from kg.text.names.name_lines import name_line_parts

_RULE = re.compile(r"\s*(?:([-=_*#~+])\1{2,}|\f.*|(?:[-*_] ){2,}[-*_])\s*")
_MOST_RULES = 4  # more of them stand between the texts of one page
_WIDE = 2  # blank lines, where there are hardly any others as wide
_LABEL = re.compile(r"\s*[^\W\d_]+(?: [^\W\d_]+)?\s*:\s")
_HEADS = 3  # lines above a text that are looked at
_LEAST_GAIN = 5.0  # nats: fewer come by chance, among a dozen of texts
_FEWEST_TEXTS = 2  # on either side


def find_joins(lines: Sequence[str]) -> dict[int, bool]:
    """Return lines with which another page may begin, the likeliest first.

    The value is True where something says so: a rule, a form feed, a gap.

    >>> text = "We ask how long a walk on a growing graph needs to see it all."
    >>> find_joins([text, "---", text])
    {2: True}
    """
    said = [number + 1 for number in _rules(lines)] + _wide_gaps(lines)
    joins = dict.fromkeys(_changes_of_heads(lines), False) | dict.fromkeys(said, True)
    return {join: joins[join] for join in [*said, *joins] if 0 < join < len(lines)}


def cut_at(lines: Sequence[str], join: int) -> tuple[list[str], list[str]]:
    """Return the lines above and below a join, without the rule between them.

    >>> cut_at(["We ask.", "---", "They turn."], 2)
    (['We ask.', ''], ['They turn.'])
    """
    above = list(lines[:join])
    if is_rule(above[-1]):
        above[-1] = ""
    return above, list(lines[join:])


def is_rule(line: str) -> bool:
    """Tell whether a line is drawn between two texts, or ends a printed page.

    >>> is_rule("-----"), is_rule("--")
    (True, False)
    """
    return bool(line) and bool(_RULE.fullmatch(line[:200]))


def _rules(lines: Sequence[str]) -> list[int]:
    """Return the lines that are rules or form feeds, if they are few."""
    rules = [number for number, line in enumerate(lines) if is_rule(line)]
    return rules if len(rules) <= _MOST_RULES else []


def _wide_gaps(lines: Sequence[str]) -> list[int]:
    """Return the lines behind the widest gaps, if they are few."""
    gaps: dict[int, int] = {}
    blank = 0
    for number, line in enumerate(lines):
        if line.strip():
            gaps[number], blank = blank, 0
        else:
            blank += 1
    widest = max(gaps.values(), default=0)
    found = [number for number, gap in gaps.items() if gap == widest]
    return found if widest >= _WIDE and len(found) <= _MOST_RULES else []


def _changes_of_heads(lines: Sequence[str]) -> Iterator[int]:
    """Yield the line behind the text where the heads of texts change most."""
    texts = [number for number, line in enumerate(lines) if is_prose(line)]
    heads = [
        _head(lines, above, text)
        for above, text in zip([-1, *texts], texts, strict=False)
    ]
    gain, place = largest_gain(heads)
    # What two distributions need more than one, by BIC (Schwarz 1978).
    by_chance = (len(set(heads)) - 1) / 2 * log(max(len(heads), 1))
    if gain >= max(_LEAST_GAIN, by_chance):
        yield texts[place - 1] + 1


def _head(lines: Sequence[str], above: int, text: int) -> str:
    """Return the forms of the lines above a text, a letter a line."""
    between = lines[max(above + 1, text - 4 * _HEADS) : text]
    filled = [line for line in between if line.strip()]
    gap = "-" if len(filled) < len(between) else ""
    return "".join(_form(line) for line in filled[-_HEADS:]) + gap


def _form(line: str) -> str:
    if _LABEL.match(line):
        return "label "
    if is_marker(line):
        return "sign "
    return "names " if name_line_parts(line) else "short "


def largest_gain(values: Sequence[str]) -> tuple[float, int]:
    """Return the gain of information, in nats, of the best split, and where it is.

    >>> gain, place = largest_gain(["a", "a", "a", "b", "b", "b"])
    >>> round(gain, 3), place
    (4.159, 3)
    """
    left: Counter[str] = Counter()
    right = Counter(values)
    whole = _information(right)
    best = (0.0, 0)
    sums = [0.0, whole]
    for place, value in enumerate(values[: -_FEWEST_TEXTS or None], start=1):
        sums[0] += _step(left[value] + 1) - _step(place)
        sums[1] += _step(len(values) - place + 1) - _step(right[value])
        left[value] += 1
        right[value] -= 1
        if place >= _FEWEST_TEXTS:
            best = max(best, (sum(sums) - whole, place))
    return best


def _information(counts: Counter[str]) -> float:
    """Return the log-likelihood of values under their own shares."""
    return sum(_power(n) for n in counts.values()) - _power(counts.total())


def _power(count: int) -> float:
    return count * log(count) if count else 0.0


def _step(count: int) -> float:
    """Return by how much `_power` grows from one less to this."""
    return _power(count) - _power(count - 1)
