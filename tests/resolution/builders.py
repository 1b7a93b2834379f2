"""Extractions by hand, for the tests of resolution: pages of mentions, nothing else."""

import random

from kg.records import (
    Affiliation,
    Author,
    Document,
    Extraction,
    Link,
    Mention,
    Section,
    Work,
)


def person(name, role="author", line=True):
    field = "authors.0" if line and role == "author" else "text"
    return Mention(0, len(name), "person", name, name, role, 1.0, field)


def term(name, kind="concept"):
    return Mention(0, len(name), kind, name, name)


def place(name, surface=None):
    return Mention(0, len(name), "institution", surface or name, name)


def page(number, *mentions, text="", links=(), works=(), **known):
    text = text or f"page {number}"
    sections = (Section(0, len(text), "body"),)
    document = Document(f"d{number}", "a.txt", text, sections, number, number, **known)
    return Extraction(document, tuple(mentions), tuple(links), tuple(works))


def prose(seed, length=80):
    chooser = random.Random(seed)
    parts = [a + b for a in "bdfgklmnprst" for b in ("ara", "elo", "iru", "ona")]
    return " ".join(chooser.choice(parts) for _ in range(length))


def short(a, b, kind="concept"):
    return Link("abbreviation", term(a, kind), term(b, kind))


def defining(number, a, b, *more):
    return page(number, term(b), term(a), *more, links=[short(a, b)])


def record(number, *authors, **known):
    """Make a record of authors, each a name or (name, ORCID) or (name, ORCID, ROR)."""
    made, mentions = [], []
    for position, author in enumerate(authors):
        name, orcid, ror = (
            *((author,) if isinstance(author, str) else author),
            *[None] * 2,
        )[:3]
        places = (Affiliation("Somewhere", ror=ror),) if ror else ()
        made.append(Author(name, places, orcid))
        plain = name.rstrip(" 0123456789")
        field = f"authors.{position}"
        mentions.append(
            Mention(0, len(name), "person", name, plain, "author", 1.0, field)
        )
    return page(number, *mentions, authors=tuple(made), **known)


def named(resolution):
    """Return the names of the entities of all mentions, document by document."""
    names = {entity.id: entity.name for entity in resolution.entities}
    return [[names[e] if e else None for e in row] for row in resolution.mentions]


def together(resolution, first=(0, 0), second=(1, 0)):
    mentions = resolution.mentions
    return mentions[first[0]][first[1]] == mentions[second[0]][second[1]]


TEAM = (person("Ann Ally"), person("Bo Brook"))
CORPUS = [
    page(
        1,
        *TEAM,
        person("Eldan", "cited"),
        term("SGD"),
        term("step sizes"),
        text=prose(1),
    ),
    page(2, person("A. Ally"), person("Bo Brook"), term("step-size"), text=prose(1)),
    page(
        3, person("Ronen Eldan"), person("Eldan", "cited"), term("Step size", "method")
    ),
    defining(4, "SGD", "stochastic gradient descent", person("Brook, Bo")),
    defining(5, "SGD", "small group discussion", person("Anne Ally")),
    page(6, place("University of Ulm"), place("The University of Ulm"), term("C++")),
    page(7, term("C"), person("Ann Ally"), works=[Work(0, 4, id="arXiv:2101.00001")]),
    page(8, term("c"), works=[Work(0, 4, id="arXiv:2101.00001v3")], title="Of C"),
]
