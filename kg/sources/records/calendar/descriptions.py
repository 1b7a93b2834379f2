"""The text of an event → its talk: what labels say, or an abstract without any."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from kg.sources.html.html_tokens import read_tokens
from kg.sources.html.visible_text import visible_text
from kg.sources.pages.boilerplate import is_prose
from kg.sources.pages.speaker_lines import is_announced_later
from kg.sources.pages.talk_labels import Meaning, read_label

_TAGS = re.compile(r"<(?:br|p|div|span|b|i|a|html|ul|li)\b[^<>]*>", re.IGNORECASE)
# "by Ann Lee (Oslo) as part of Geometry seminar", as a site of many seminars has it.
_BY = re.compile(r"by (?P<people>.{2,300}?)(?: as part of (?P<series>.{2,300}))?")
# How to get in, which stands in most of them.
_ACCESS = re.compile(
    r"\W*(?:https?://\S*|zoom\b|meeting\s(?:id|link|url)|pass(?:code|word)|join\b|dial\b|webex"
    r"|teams\b|location|venue|room|where|when|link|stream|youtube|recording|webpage|website"
    r"|organi[sz]ers?|hosts?|contact|url|for\smore\sinformation|view\s(?:on|talk)|-::)",
    re.IGNORECASE,
)
_ONE_LINE: tuple[Meaning, ...] = ("title", "authors", "affiliation", "date", "other")


@dataclass(slots=True)
class Description:
    """What an event's text says of its talk, each "" where it does not."""

    title: str = ""
    speakers: str = ""
    affiliation: str = ""
    abstract: str = ""
    series: str = ""
    labels: list[str] = field(default_factory=list)  # that are not read


def read_description(text: str) -> Description:
    """Return what an event's text says: by labels, or as a text.

    >>> read_description("Title: On mills\\nAbstract: They turn.\\n\\nhttps://x.org").abstract
    'They turn.'
    """
    found = Description()
    parts: defaultdict[str, list[str]] = defaultdict(list)
    meaning = "text"
    for line in lines_of(text):
        label = read_label(line)
        by = _BY.fullmatch(line.strip())
        if label:
            meaning = label.meaning
            line = line[label.end :]
            found.labels += [label.word] if meaning == "other" else []
        elif meaning in _ONE_LINE and parts[meaning]:
            meaning = "text"
        if by and meaning in ("text", "title"):
            parts["authors"].append(by["people"])
            found.series = by["series"] or ""
        elif meaning == "text" and _ACCESS.match(line):
            continue
        elif line.strip() or meaning in ("text", "abstract"):
            parts[meaning].append(line.strip())
    found.title = _line(parts["title"])
    found.speakers = _line(parts["authors"])
    found.affiliation = _line(parts["affiliation"])
    found.abstract = _abstract(parts)
    return found


def lines_of(text: str) -> list[str]:
    """Return the lines of a text; of one with tags of HTML, as they are seen.

    >>> lines_of("On mills<br>They turn.")
    ['On mills', 'They turn.']
    """
    if _TAGS.search(text):
        page = visible_text(read_tokens(text.replace("\n", "<br>")))
        return [line.text for line in page.lines]
    return text.split("\n")


def _line(lines: Iterable[str]) -> str:
    text = " ".join(filter(None, lines))
    return "" if is_announced_later(text) else text


def _abstract(parts: "defaultdict[str, list[str]]") -> str:
    """Return the labelled abstract, else the texts that are prose; addresses end it."""
    lines: Sequence[str] = parts["abstract"]
    if not any(lines):
        lines = [line for line in parts["text"] if is_prose(line, words=8)]
    access = (n for n, line in enumerate(lines) if n and _is_access(line))
    return _line(lines[: next(access, len(lines))])


def _is_access(line: str) -> bool:
    return bool(_ACCESS.match(line)) and not is_prose(line)
