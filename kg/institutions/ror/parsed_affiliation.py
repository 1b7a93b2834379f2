"""An affiliation, read against a registry: its words, places and parts."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.institutions.gazetteer import Places
from kg.institutions.ror.index import RegistryIndex
from kg.institutions.ror.normalization import AffiliationWord


@dataclass(frozen=True, slots=True)
class ParsedAffiliation:
    """What is known of an affiliation before any name is laid over it.

    Attributes:
        words: its words, in order; what follows has an entry for each.
        choices: the registry's words that it may be, none if it is of no name.
        keys: the first of them, or else its own key.
        weights: what that weighs.
        part: which part of the address it stands in, from 0.
        at: the numbers of the words that may be a word of the registry.
        places: the countries and cities named.
        shouted: most words are in capitals, so that acronyms cannot be told.
    """

    words: Sequence[AffiliationWord]
    choices: Sequence[tuple[str, ...]]
    keys: Sequence[str]
    weights: Sequence[float]
    part: Sequence[int]
    at: Mapping[str, Sequence[int]]
    places: Places
    shouted: bool

    def is_acronym(self, place: int) -> bool:
        """Tell a word by its capitals: "MIT", "LaBRI"."""
        raw = self.words[place].raw
        return len(raw) > 1 and (raw.isupper() or sum(map(str.isupper, raw)) > 1)


def parse_affiliation(text: str, index: RegistryIndex) -> ParsedAffiliation:
    """Read the words and places of a cleaned affiliation, by those of a registry.

    Words that are cut short or misspelt get every word of the registry that they may
    be; what no name has weighs the most.
    """
    words = index.words(text)
    choices = [index.readings(word.key, word.cut) for word in words]
    keys = [c[0] if c else w.key for c, w in zip(choices, words, strict=True)]
    at: dict[str, list[int]] = defaultdict(list)
    for place, choice in enumerate(choices):
        for key in choice:
            at[key].append(place)
    return ParsedAffiliation(
        words=words,
        choices=choices,
        keys=keys,
        weights=[index.weights.get(key, index.unknown) for key in keys],
        part=list(_parts(words)),
        at=dict(at),
        places=index.gazetteer.places([word.key for word in words]),
        shouted=2 * sum(word.raw.isupper() for word in words) > len(words),
    )


def _parts(words: Sequence[AffiliationWord]) -> Iterator[int]:
    part = 0
    for number, word in enumerate(words):
        part += number > 0 and word.join == ","
        yield part
