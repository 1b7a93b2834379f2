"""Layouts in which people write what stands above an abstract, one a row.

Each takes a paper and gives the lines between its title and its abstract. Addresses can
be told from `MARKED` and `PLACED` ones, ORCIDs from `ORCIDS`.
"""

from collections.abc import Callable, Sequence
from itertools import groupby
from typing import NamedTuple


class Person(NamedTuple):
    """An author: `places` are numbers of the paper's addresses, counted from 1."""

    given: str
    family: str
    places: tuple[int, ...]
    orcid: str
    email: str
    degrees: str

    @property
    def name(self) -> str:
        """The name, given name first."""
        return f"{self.given} {self.family}".strip()

    @property
    def initials(self) -> str:
        """The initials of the given names, with full stops."""
        return "".join(f"{word[0]}." for word in self.given.replace("-", " ").split())


class Paper(NamedTuple):
    """What a page is made from."""

    script: str
    title: str
    abstract: str
    places: tuple[str, ...]
    people: tuple[Person, ...]


Layout = Callable[[Paper], str]

_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_LETTERS = "abcdefgh"
_RAISED = "ᵃᵇᶜᵈᵉᶠᵍʰ"
_SIGNS = "*†‡§¶#"


def _raised(number: int) -> str:
    return str(number).translate(_SUPERSCRIPTS)


def _marked(
    paper: Paper,
    mark: Callable[[int], str],
    *,
    joint: str = ",",
    behind: str = "{}",
    before: str = "{} ",
    separator: str = ", ",
    rows: str = "\n",
) -> str:
    """Return authors with marks of footnotes, and the addresses that have them."""
    names = separator.join(
        p.name + behind.format(joint.join(map(mark, p.places))) for p in paper.people
    )
    places = rows.join(
        before.format(mark(number)) + place
        for number, place in enumerate(paper.places, start=1)
    )
    return f"{names}\n{places}"


def _names(paper: Paper, form: str, separator: str = ", ") -> str:
    """Return the authors, each as a form says, in one line."""
    return separator.join(_written(person, form) for person in paper.people)


def _written(person: Person, form: str) -> str:
    return form.format(**person._asdict(), name=person.name, initials=person.initials)


def _place(paper: Paper, person: Person) -> str:
    return paper.places[person.places[0] - 1]


def _beside(paper: Paper, form: str, separator: str) -> str:
    """Return each author with an address: "Ann Lee, University of Oslo"."""
    return separator.join(
        form.format(name=person.name, place=_place(paper, person))
        for person in paper.people
    )


def _blocks(paper: Paper, form: str) -> str:
    """Return people of one address together, the address below them."""
    groups = groupby(paper.people, key=lambda person: _place(paper, person))
    return "\n".join(
        form.format(names=", ".join(person.name for person in people), place=place)
        for place, people in groups
    )


def _and(names: Sequence[str]) -> str:
    """Return names as a sentence lists them."""
    return " and ".join(filter(None, [", ".join(names[:-1]), names[-1]]))


def _corresponding(paper: Paper) -> str:
    """Return a header with the marks and notes of who answers letters."""
    lines = _marked(paper, _raised).split("\n")
    first = paper.people[0]
    mark = _raised(first.places[0])
    lines[0] = lines[0].replace(first.name + mark, f"{first.name}{mark},*", 1)
    return "\n".join([*lines, f"*Corresponding author: {first.email}"])


def _equal(paper: Paper) -> str:
    lines = _marked(paper, _raised, behind="{},†", before="{}")
    return f"{lines}\n† These authors contributed equally to this work."


def _letters(paper: Paper, form: str = "{}") -> str:
    people = ", ".join(
        p.name + "".join(_RAISED[n - 1] for n in p.places) for p in paper.people
    )
    rows = (f"{_RAISED[n]} {form.format(p)}" for n, p in enumerate(paper.places))
    return "\n".join([people, *rows])


def _braces(paper: Paper) -> str:
    users = ",".join(p.email.partition("@")[0] for p in paper.people)
    host = paper.people[0].email.partition("@")[2]
    return f"{_and([p.name for p in paper.people])}\n{'; '.join(paper.places)}\n{{{users}}}@{host}"


MARKED: dict[str, Layout] = {
    "superscripts": lambda p: _marked(p, _raised),
    "superscripts glued": lambda p: _marked(p, _raised, before="{}"),
    "superscripts spaced": lambda p: _marked(p, _raised, behind=" {}"),
    "superscripts and": lambda p: _marked(p, _raised, separator=" and "),
    "superscripts semicolons": lambda p: _marked(p, _raised, separator="; "),
    "superscripts one row": lambda p: _marked(p, _raised, rows="; "),
    "digits glued": lambda p: _marked(p, str),
    "digits full stop": lambda p: _marked(p, str, before="{}. "),
    "digits spaced": lambda p: _marked(p, str, behind=" {}"),
    "digits glued both": lambda p: _marked(p, str, before="{}"),
    "digits one row": lambda p: _marked(p, str, rows=", "),
    "carets": lambda p: _marked(p, str, behind="^{}", before="^{} "),
    "carets braces": lambda p: _marked(p, str, behind="^{{{}}}", before="^{{{}}}"),
    "brackets": lambda p: _marked(p, str, behind=" [{}]", before="[{}] "),
    "brackets glued": lambda p: _marked(p, str, behind="[{}]", before="[{}] "),
    "parentheses": lambda p: _marked(p, str, behind=" ({})", before="({}) "),
    "parentheses glued": lambda p: _marked(p, str, behind="({})", before="({})"),
    "parentheses one row": lambda p: _marked(
        p, str, behind=" ({})", before="({}) ", rows=", "
    ),
    "letters in parentheses": lambda p: _marked(
        p, lambda n: _LETTERS[n - 1], behind=" ({})", before="({}) "
    ),
    "letters in brackets": lambda p: _marked(
        p, lambda n: _LETTERS[n - 1], behind="[{}]", before="[{}] "
    ),
    "letters spaced": lambda p: _marked(
        p, lambda n: _LETTERS[n - 1], behind=" {}", before="{} "
    ),
    "raised letters": _letters,
    "signs": lambda p: _marked(p, lambda n: _SIGNS[n], joint="", before="{} "),
    "corresponding": _corresponding,
    "equal contribution": _equal,
}
"""Layouts that tie authors to addresses by marks."""

PLACED: dict[str, Layout] = {
    "institution beside": lambda p: _beside(p, "{name}, {place}", "; "),
    "institution in parentheses": lambda p: _beside(p, "{name} ({place})", ", "),
    "parentheses semicolons": lambda p: _beside(p, "{name} ({place})", "; "),
    "parentheses and": lambda p: _beside(p, "{name} ({place})", " and "),
    "institution in brackets": lambda p: _beside(p, "{name} [{place}]", ", "),
    "a person a line": lambda p: _beside(p, "{name}, {place}", "\n"),
    "a person a line, parentheses": lambda p: _beside(p, "{name} ({place})", "\n"),
    "a person a line, dash": lambda p: _beside(p, "{name} – {place}", "\n"),
    "names and place in turn": lambda p: _beside(p, "{name}\n{place}", "\n"),
    "groups and place in turn": lambda p: _blocks(p, "{names}\n{place}"),
    "groups in parentheses": lambda p: _blocks(p, "{names} ({place})"),
}
"""Layouts that tie authors to addresses by where they stand."""

NAMES: dict[str, Layout] = {
    "commas": lambda p: _names(p, "{name}"),
    "and": lambda p: _and([person.name for person in p.people]),
    "ampersand": lambda p: _names(p, "{name}", " & "),
    "middle dots": lambda p: _names(p, "{name}", " · "),
    "bars": lambda p: _names(p, "{name}", " | "),
    "a name a line": lambda p: _names(p, "{name}", "\n"),
    "full stop": lambda p: _names(p, "{name}") + ".",
    "by": lambda p: "by " + _and([person.name for person in p.people]),
    "emails in parentheses": lambda p: _names(p, "{name} ({email})"),
    "emails in angles": lambda p: _names(p, "{name} <{email}>"),
    "emails bare": lambda p: _names(p, "{name}, {email}", "; "),
    "labelled": lambda p: (
        f"Authors: {_names(p, '{name}')}\nAffiliations: {'; '.join(p.places)}"
    ),
    "emails in braces": _braces,
    "emails below": lambda p: (
        f"{_names(p, '{name}')}\n{', '.join(x.email for x in p.people)}"
    ),
}
"""Layouts of names alone, or with addresses that nobody can tell apart."""

LATIN: dict[str, Layout] = {
    "inverted": lambda p: _names(p, "{family}, {given}", "; "),
    "inverted commas": lambda p: _names(p, "{family}, {given}", ", "),
    "inverted and": lambda p: _names(p, "{family}, {given}", " and "),
    "inverted capitals": lambda p: "; ".join(
        f"{x.family.upper()}, {x.given}" for x in p.people
    ),
    "capitals": lambda p: _names(p, "{name}").upper(),
    "family capitals": lambda p: ", ".join(
        f"{x.given} {x.family.upper()}" for x in p.people
    ),
    "degrees commas": lambda p: _names(p, "{name}, {degrees}", "; "),
    "degrees in line": lambda p: _names(p, "{name}, {degrees}", ", "),
    "degrees plain": lambda p: ", ".join(
        f"{x.name} {x.degrees.split(', ')[0]}" for x in p.people
    ),
    "titles": lambda p: _names(p, "Dr. {name}"),
}
"""Layouts for scripts that have capitals and a given name of its own."""

INITIALS: dict[str, Layout] = {
    "initials behind": lambda p: _names(p, "{family} {initials}"),
    "initials behind semicolons": lambda p: _names(p, "{family} {initials}", "; "),
    "initials before": lambda p: _names(p, "{initials} {family}"),
    "initials inverted": lambda p: _names(p, "{family}, {initials}", "; "),
    "initials inverted commas": lambda p: _names(p, "{family}, {initials}", ", "),
}
"""Layouts in which initials stand for given names."""

ORCIDS: dict[str, Layout] = {
    "orcid in parentheses": lambda p: _names(p, "{name} (ORCID: {orcid})"),
    "orcid bare": lambda p: _names(p, "{name} {orcid}"),
    "orcid in brackets": lambda p: _names(p, "{name} [{orcid}]"),
    "orcid address": lambda p: _names(p, "{name} https://orcid.org/{orcid}"),
    "orcid address in parentheses": lambda p: _names(
        p, "{name} (https://orcid.org/{orcid})"
    ),
    "orcid word": lambda p: _names(p, "{name}, ORCID {orcid}", "; "),
    "orcid and email": lambda p: _names(p, "{name} ({email}, {orcid})"),
    "orcid a line": lambda p: _names(p, "{name} orcid.org/{orcid}", "\n"),
}
"""Layouts that tell ORCIDs."""

LAYOUTS: dict[str, Layout] = MARKED | PLACED | NAMES | LATIN | INITIALS | ORCIDS


def is_for(layout: str, paper: Paper) -> bool:
    """Tell whether a paper's names can be written in a layout.

    CJK names have no capitals, initials or degrees; one author alone needs no marks.
    """
    if paper.script == "cjk" and layout in (*LATIN, *INITIALS):
        return False
    if paper.script == "cyrillic" and "capitals" in layout:
        return False
    return len(paper.people) > 1 or layout not in MARKED
