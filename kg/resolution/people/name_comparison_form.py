"""The form in which names of people are compared.

Accents, particles, hyphens and blanks make no difference in it, nor does the order in
which family and given names were written.
"""

from dataclasses import dataclass
from functools import lru_cache

from kg.datafiles import mapping
from kg.text.names.name_affixes import PARTICLES
from kg.text.names.name_parts import PersonName, is_initial

COMMON_FAMILY_NAME = 100
"""A family name of so many of 100,000 authors is common."""
_CAPITAL_PARTICLES = frozenset(
    ["de", "del", "della", "den", "der", "di", "dos", "du", "ten", "ter", "van", "von"]
)
_VIETNAMESE = frozenset(
    ["bui", "dang", "dao", "dinh", "do", "duong", "ho", "hoang", "huynh", "le", "ly",
     "ngo", "nguyen", "pham", "phan", "tran", "trinh", "vo", "vu"]
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class NameForm:
    """A name in the form in which it is compared.

    Given names are there twice, with hyphens `opened` into words and `closed`. `family`
    has the words of the family name without particles, `whole` all of it in one. A bare
    surname has no given names.
    """

    opened: tuple[str, ...]
    closed: tuple[str, ...]
    family: tuple[str, ...]
    whole: str
    suffix: str

    @property
    def has_only_initials(self) -> bool:
        """Whether nothing of the given names is written out."""
        return all(map(is_initial, self.opened))

    @property
    def is_of_characters(self) -> bool:
        """Whether it is written in Chinese characters, kana or hangul."""
        return self.whole >= "\u3000"

    @property
    def coauthor_key(self) -> tuple[str, str]:
        """The family name's last word and the given names, by which co-authors are told."""
        return self.family[-1], "".join(self.closed)


@lru_cache(maxsize=500_000)
def name_form(name: PersonName) -> NameForm:
    """Return the form in which a name is compared.

    >>> from kg.text.names.name_parts import parse_name
    >>> form = name_form(parse_name("Jean-Pierre von der Leyen"))
    >>> form.opened, form.closed, form.family
    (('jean', 'pierre'), ('jeanpierre',), ('leyen',))
    """
    given, particles = _without_particles(name.given, name.family)
    words = [*particles, *name.family.replace("-", " ").split()] or [""]
    full = [word for word in words if word not in PARTICLES] or words
    opened = [part for word in given for part in word.split("-")]
    return NameForm(
        tuple(map(normalize_u, opened)),
        tuple(normalize_u(word.replace("-", "")) for word in given),
        tuple(map(normalize_u, full)),
        "".join(map(normalize_u, words)),
        name.suffix,
    )


def _without_particles(
    given: tuple[str, ...], family: str
) -> tuple[tuple[str, ...], list[str]]:
    """Take particles in capitals ("De", "Van") off the end of the given names.

    Before a family name that is common among authors, as Zhang, and behind a Vietnamese
    one, they are given names.
    """
    end = len(given)
    while end > 1 and given[end - 1] in _CAPITAL_PARTICLES:
        end -= 1
    if end < len(given) and (
        given[0] in _VIETNAMESE
        or int(mapping("people/family_names").get(family, 0)) >= COMMON_FAMILY_NAME
    ):
        end = len(given)
    return given[:end], list(given[end:])


def normalize_u(word: str) -> str:
    """Return a word with u for the ü that is written v (Lv for Lü)."""
    return word[0] + "u" if word in ("lv", "nv") else word
