"""Pages whose lines say what they are: "Speaker: …", "Date: …", "Abstract: …", again and again.

Labels that come again are surer than any length of lines, and tell how many talks there
are. Their order is the page's own: what stands behind the first abstract only, and
behind the last, is of the talk above.
"""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from kg.sources.pages.boilerplate import (
    ends_a_sentence,
    line_template,
    recurring_templates,
)
from kg.sources.pages.talk_labels import Meaning, read_label, unknown_label
from kg.sources.pages.talk_lines import Form

_CORE: tuple[Meaning, ...] = ("title", "authors", "abstract")
_TEXTS: tuple[Form, ...] = ("prose", "abstract")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_FEWEST = 2  # talks
_MOST_LABELS = 60  # lines of a talk above its text
_MOST_HEADS = 4  # lines above a talk's first label


def is_labelled(lines: Sequence[str]) -> bool:
    """Tell whether two of title, speaker and abstract are labelled, each twice or more.

    >>> is_labelled(["Title: On mills", "Abstract: They turn."] * 2)
    True
    """
    labels = filter(None, map(read_label, lines))
    counts = Counter(label.meaning for label in labels)
    return sum(counts[core] >= _FEWEST for core in _CORE) >= 2


def settle_forms(lines: Sequence[str], forms: Sequence[Form]) -> list[Form]:
    """Return the forms of a labelled page's lines: short ones go on with those above.

    Below an empty label stands its value, below an abstract its lines, wrapped or not. A
    short line that heads a talk (a name above its title) stays one.
    """
    settled = list(forms)
    recurring = _recurring_words(lines)
    furniture = recurring_templates(lines)
    inside: Form = "blank"  # what the lines go on with
    is_empty = False  # the label above
    for number, (line, form) in enumerate(zip(lines, forms, strict=True)):
        label = read_label(line)
        if form == "blank":
            continue
        if label:
            inside, is_empty = form, label.end >= len(line.rstrip())
            continue
        is_value = is_empty or _is_wrapped(lines, number)
        if is_value and inside not in _TEXTS:
            settled[number] = inside
        elif unknown_label(line) in recurring or line_template(line) in furniture:
            settled[number] = "aside" if form == "short" else form
        elif inside in _TEXTS and _goes_on(lines, forms, number):
            settled[number] = "prose"
        elif form == "prose":
            inside = "prose"
        is_empty = False
    return _without_page_heads(lines, settled)


def _is_wrapped(lines: Sequence[str], number: int) -> bool:
    """Tell whether a line goes on with the value right above: a list, or indented."""
    above = lines[number - 1].rstrip() if number else ""
    if not above:
        return False
    is_list = above.endswith((",", ";", " and", " &"))
    is_indented = lines[number][:1].isspace() and not above[:1].isspace()
    label = read_label(above)
    return is_list or (is_indented and label is not None and label.end < len(above))


def _goes_on(lines: Sequence[str], forms: Sequence[Form], number: int) -> bool:
    """Tell whether a line below a text is of it, not the page's or of the next talk."""
    above = lines[number - 1].rstrip() if number else ""
    if forms[number] not in ("short", "aside"):
        return False
    if above and not ends_a_sentence(above):
        return True
    return forms[number] == "short" and not _heads_talk(lines, forms, number)


def _heads_talk(lines: Sequence[str], forms: Sequence[Form], number: int) -> bool:
    """Tell whether nothing but short lines stands from a line to the next label."""
    for place in range(number, min(number + _MOST_HEADS, len(lines))):
        if read_label(lines[place]):
            return True
        if forms[place] == "short" and ends_a_sentence(lines[place]):
            return False
        if forms[place] not in ("short", "aside", "blank"):
            return False
    return False


def _without_page_heads(lines: Sequence[str], forms: list[Form]) -> list[Form]:
    """Return forms with the page's own lines above its first talk set aside.

    Other talks show how many short lines head one.
    """
    labels = [number for number, line in enumerate(lines) if read_label(line)]
    texts = [number for number, form in enumerate(forms) if form in _TEXTS]
    heads = [n for n, form in enumerate(forms) if form == "short"]
    counts = (
        bisect_left(heads, label) - bisect_right(heads, text)
        for text, label in _gaps(texts, labels)
    )
    allowed = max(counts, default=0)
    for number in [n for n in heads if labels and n < labels[0]][::-1][allowed:]:
        forms[number] = "aside"
    return forms


def _gaps(texts: Sequence[int], labels: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield the last line of each text with the label that stands next below it."""
    for number, text in enumerate(texts):
        place = bisect_right(labels, text)
        following = texts[number + 1] if number + 1 < len(texts) else None
        if place < len(labels) and (following is None or labels[place] <= following):
            yield text, labels[place]


def labelled_starts(lines: Sequence[str], forms: Sequence[Form]) -> Iterator[int]:
    """Yield the lines at which talks begin: the first label after some text."""
    behind = _words_behind_talks(lines, forms)
    has_talk = has_text = False
    for number, form in enumerate(forms):
        label = read_label(lines[number])
        word = label.word.casefold() if label else ""
        is_head = form == "short" or (word and word not in behind)
        if is_head and (has_text or not has_talk) and _leads_to_talk(forms, number):
            yield number
            has_talk, has_text = True, False
        if form in _TEXTS:
            if not has_talk:
                yield number
            has_talk = has_text = True


def _leads_to_talk(forms: Sequence[Form], number: int) -> bool:
    """Tell whether a title, a speaker or an abstract is labelled next, before any prose.

    "Link: …" within an abstract opens nothing.
    """
    places = range(number, min(number + _MOST_LABELS, len(forms)))
    following = (forms[n] for n in places if forms[n] == "prose" or forms[n] in _CORE)
    return next(following, "prose") != "prose"


def talk_year(lines: Sequence[str]) -> int | None:
    """Return the year of the date that the lines of a talk state, if they do.

    >>> talk_year(["Title: On mills of 1850", "Date: 5 May 2022"])
    2022
    """
    for number, line in enumerate(lines):
        label = read_label(line)
        if label and label.meaning == "date":
            value = line[label.end :].strip() or "".join(lines[number + 1 :][:1])
            found = _YEAR.search(value)
            return int(found[0]) if found else None
    return None


def unread_labels(lines: Sequence[str]) -> dict[str, int]:
    """Return how many lines have each label that nothing reads, known or coming again.

    >>> unread_labels(["Room: 1", "Colour: red", "Room: 2", "Colour: blue", "Note: a"])
    {'Room': 2, 'Colour': 2}
    """
    recurring = _recurring_words(lines)
    found: Counter[str] = Counter()
    for line in lines:
        label = read_label(line)
        word = unknown_label(line)
        if label and label.meaning == "other":
            found[label.word] += 1
        elif word in recurring:
            found[word] += 1
    return dict(found)


def _recurring_words(lines: Sequence[str]) -> set[str]:
    counts = Counter(filter(None, map(unknown_label, lines)))
    return {word for word, count in counts.items() if count >= _FEWEST}


def _words_behind_talks(lines: Sequence[str], forms: Sequence[Form]) -> set[str]:
    """Return the labels that stand behind abstracts, not above them.

    They are none of the first talk's head. One is behind the last talk; of that, others
    may be missing, which stand right behind an abstract or another of them.
    """
    texts = [number for number, form in enumerate(forms) if form in _TEXTS]
    labels = [(n, label) for n, line in enumerate(lines) if (label := read_label(line))]
    words = [(n, label.word.casefold()) for n, label in labels]
    if not texts:
        return set()
    above = {word for n, word in words if n <= texts[0]}
    behind = {word for n, word in words if n > texts[-1]} - above
    abstracts = {x.word.casefold() for _, x in labels if x.meaning == "abstract"}
    within_heads = {
        word
        for (_, last), (_, word) in pairwise(words)
        if last in above and last not in abstracts
    }
    edges = {word: _block_edges(lines, n) for n, word in words}
    others = {word for _, word in words if edges[word] != (True, False)}
    others -= above | within_heads
    behind |= {word for word in others if edges[word] == (False, True)}
    return behind | others if behind else set()


def _block_edges(lines: Sequence[str], number: int) -> tuple[bool, bool]:
    """Tell whether a line begins, and whether it ends, a block between blank lines."""
    around = ["", *lines[max(number - 1, 0) : number + 2], ""]
    above = around[1 if number else 0]
    below = around[3 if number else 2]
    return not above.strip(), not below.strip()
