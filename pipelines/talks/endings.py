"""Lines that stand behind abstracts, made from a grammar and papers' metadata.

Names, institutions, titles and venues are those of real papers, so that no word of
them tells what a line is; only the words between them can. The grammar, of our own
phrasings, stands in tail_phrases.json: a rule's name in braces stands for one of its
lines, and NAME, GIVEN, FAMILY, PLACE, TITLE, VENUE and YEAR are filled here.
"""

import json
import random
import re
from dataclasses import dataclass
from pathlib import Path

RULES: dict[str, list[str]] = json.loads(
    Path(__file__).with_name("tail_phrases.json").read_text(encoding="utf-8")
)
_SYMBOL = re.compile(r"\{(\w+)([!~]?)\}")
_KINDS = ("closer", "bio", "joint", "reference")
_SHARES = (0.4, 0.25, 0.2, 0.15)
_DIGITS = "0123456789"


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the slots of the grammar are filled with."""

    names: tuple[str, ...]
    places: tuple[str, ...]
    titles: tuple[str, ...]
    venues: tuple[str, ...]


def make_tail(facts: Metadata, *, chance: random.Random) -> str:
    """Return a line that belongs to the talk above it: say, a reference."""
    kind = chance.choices(_KINDS, _SHARES)[0]
    line = expand("{" + kind + "}", facts, chance=chance)
    return " ".join(line.replace(" .", ".").replace(" ,", ",").split())


def expand(template: str, facts: Metadata, *, chance: random.Random) -> str:
    """Return a template with its symbols replaced until none is left.

    "{rule!}" begins with a capital, "{rule~}" with a small letter.
    """

    def fill(found: re.Match[str]) -> str:
        symbol, change = found.groups()
        if symbol in RULES:
            text = expand(chance.choice(RULES[symbol]), facts, chance=chance)
        else:
            text = _slot(symbol, facts, chance)
        if change == "!":
            return text[:1].upper() + text[1:]
        return text[:1].lower() + text[1:] if change == "~" else text

    return _SYMBOL.sub(fill, template)


def _slot(symbol: str, facts: Metadata, chance: random.Random) -> str:
    """Return what a symbol that is no rule of the grammar stands for."""
    if symbol == "NAME":
        return _name(facts, chance)
    if symbol == "AUTHORS":
        return _authors(facts, chance)
    if symbol == "LINK":
        return _link(chance)
    if symbol == "NUMBER":
        return _number(chance)
    if symbol == "YEAR":
        return str(chance.randrange(1985, 2026))
    if symbol in ("GIVEN", "FAMILY"):
        return chance.choice(facts.names).split()[0 if symbol == "GIVEN" else -1]
    pools = {"PLACE": facts.places, "TITLE": facts.titles, "VENUE": facts.venues}
    return chance.choice(pools[symbol])


def _name(facts: Metadata, chance: random.Random) -> str:
    """Return a person's name; of some the first name is an initial."""
    name = chance.choice(facts.names)
    if chance.random() < 0.1:
        first, _, rest = name.partition(" ")
        return f"{first[0]}. {rest}" if rest else name
    return name


def _authors(facts: Metadata, chance: random.Random) -> str:
    """Return authors as references list them: initials before or behind, "&" or not."""
    count = chance.choice((1, 1, 2, 2, 3, 4))
    style = chance.choice(("given", "initials", "behind"))
    listed = [_cited_name(chance.choice(facts.names), style) for _ in range(count)]
    if count > 1 and chance.random() < 0.8:
        last = chance.choice((" and ", ", and ", " & ")) + listed.pop()
        return ", ".join(listed) + last
    return ", ".join(listed)


def _cited_name(name: str, style: str) -> str:
    """Return a name as a reference writes it, in one of three styles."""
    *given, family = name.split()
    if style == "given" or not given:
        return name
    initials = " ".join(f"{part[0]}." for part in given)
    return f"{initials} {family}" if style == "initials" else f"{family}, {initials}"


def _number(chance: random.Random) -> str:
    """Return a number as arXiv gives them: year and month, then four or five digits."""
    month = f"{chance.randrange(7, 26):02}{chance.randrange(1, 13):02}"
    return month + "." + "".join(chance.choices(_DIGITS, k=chance.choice((4, 5))))


def _link(chance: random.Random) -> str:
    """Return an address; no name of a site tells what a line is."""
    start = chance.choice(("https://", "http://", "www.", "", ""))
    page = chance.choice(
        (
            f"arxiv.org/abs/{_number(chance)}",
            f"arxiv.org/pdf/{_number(chance)}.pdf",
            f"github.com/lab{chance.randrange(99)}/code",
            f"doi.org/10.{chance.randrange(1000, 9999)}/{chance.randrange(10**6)}",
            f"people.example.edu/~user{chance.randrange(99)}/paper.pdf",
        )
    )
    return start + page


def make_short_talk(facts: Metadata, *, chance: random.Random) -> str:
    """Return an announcement of a line or two that is a talk: it says what about."""
    first, second = (chance.choice(_SHORT_TALKS) for _ in range(2))
    template = first if chance.random() < 0.5 else f"{first} {second}"
    return expand(template, facts, chance=chance)


_SHORT_TALKS = (
    "{TITLE!}",
    "{TITLE!}.",
    "{NAME} ({PLACE})",
    "{NAME}, {PLACE}",
    "{life} In this talk, I will {act} {TITLE}.",
    "{life} This lecture is about {TITLE}.",
    "{life} {more} We {act} {TITLE}.",
    "{life} I will {act} what this meant for {TITLE}.",
    "{life} {more} This talk tells of {TITLE}.",
    "I will {act} {TITLE}.",
    "I will {act} {TITLE} and {TITLE}.",
    "In this talk, I will {act} {TITLE}.",
    "In this talk we {act} {TITLE}, with {matter}.",
    "This talk is about {TITLE}.",
    "This talk will be an introduction to {TITLE}.",
    "We {act} {TITLE} in the setting of {TITLE}.",
    "We study {TITLE}, following {NAME} and {NAME}.",
    "{TITLE} has been studied since {YEAR}.",
    "{NAME} conjectured in {YEAR} that {TITLE} is related to {TITLE}.",
    "A theorem of {NAME} states that {TITLE}.",
    "In {YEAR}, {NAME} asked about {TITLE}.",
    "{NAME} was the first to see the importance of {TITLE}.",
    "{NAME} and {NAME} introduced {TITLE} at {PLACE} in {YEAR}.",
    "I will report on {TITLE}, a project at {PLACE}.",
    "{TITLE} is a question that goes back to {NAME}.",
    "How does {TITLE} matter for {TITLE}?",
    "I will present joint work with {NAME} on {TITLE}.",
    "Joint work with {NAME} shows that {TITLE} leads to {TITLE}.",
)
