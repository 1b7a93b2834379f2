"""Entity ids made from content: `person:samy-jelassi`, on a clash `-2` in order."""

from collections.abc import Sequence

from kg.text.folding import fold

# Characters: people read ids, and type them.
LONGEST = 80
_SIGNS = str.maketrans({"+": " plus ", "#": " sharp ", "*": " star "})


def slug(name: str) -> str:
    """Give the part of an id that `name` makes: lower case words joined by hyphens.

    >>> slug("C++ for Æther: a (short) guide")
    'c-plus-plus-for-aether-a-short-guide'
    """
    made = fold(name.translate(_SIGNS)).replace(" ", "-")
    if len(made) > LONGEST:
        made = made[: LONGEST + 1].rsplit("-", 1)[0][:LONGEST]
    return made or "unnamed"


def plain_id(kind: str, name: str) -> str:
    """Return the id of who is the only one, or the first, of that name.

    >>> plain_id("person", "Ana Lima")
    'person:ana-lima'
    """
    return f"{kind}:{slug(name)}"


def entity_ids(names: Sequence[tuple[str, str]]) -> list[str]:
    """Give one id for each (kind, name), the first of a clash unnumbered.

    A numbered id never takes the plain one of another name: "GPT", a second "GPT" and
    "GPT-2" become gpt, gpt-3 and gpt-2.

    >>> entity_ids([("method", "GPT"), ("method", "gpt"), ("method", "GPT-2")])
    ['method:gpt', 'method:gpt-3', 'method:gpt-2']
    """
    plain = [plain_id(kind, name) for kind, name in names]
    used: set[str] = set()
    natural = set(plain)
    following: dict[str, int] = {}
    ids = []
    for wanted in plain:
        made = wanted
        if made in used:
            number = following.get(wanted, 2)
            while f"{wanted}-{number}" in natural or f"{wanted}-{number}" in used:
                number += 1
            following[wanted] = number + 1
            made = f"{wanted}-{number}"
        used.add(made)
        ids.append(made)
    return ids
