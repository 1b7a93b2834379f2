"""What a term comes down to when only its words count: the key of its variants.

Case, hyphens, blanks, number, British spelling, LaTeX and Unicode forms leave a key as
it is; a digit, a sign (k-means++), a prefix or another word changes it.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from kg.identity.inflection import singular
from kg.identity.spelling import american
from kg.text.reading import reading
from kg.text.wordlists import words as word_list

# Nothing in these needs a reader; "neural net" and headings in capitals do.
_PLAIN = re.compile(r"(?!.*\b[Nn][Ee][Tt]s?\b)(?=.*[a-z])[A-Za-z]+(?:[ -][A-Za-z]+)*")
_LETTERS_WITH_STOPS = re.compile(r"\b(?:[^\W\d_]\.){2,8}")
_SEPARATORS = re.compile(r"[\s\-_/\\,;:()\[\]{}\"`|~^$!?…·•]+|\.(?!\d)|(?<!\d)\.")
_POSSESSIVE = re.compile(r"(?<=[a-z])(?:'s|s')(?=[\s\-]|\Z)")
_CAPITALS = re.compile(r"[A-Z].*[A-Z]")
_DIGITS = re.compile(r"(?<=\d) (?=\d)")
_LONGEST_ACRONYM = 5


@dataclass(frozen=True, slots=True)
class TermKey:
    """The words of a term in one spelling, and the same without blanks.

    A word in capitals that means another in small letters (MAP, map) ends in "^".
    """

    words: tuple[str, ...]
    joined: str


@lru_cache(maxsize=1_000_000)
def term_key(name: str) -> TermKey:
    """Give the key of a term; of a name without any letter, its own characters."""
    if _PLAIN.fullmatch(name):  # as most are
        words = tuple(map(_word, name.replace("-", " ").split()))
        return TermKey(words, "".join(words))
    text = reading(name)
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text).replace("’", "'")
    if _is_shouted(text):
        text = text.lower()
    if "." in text:
        text = _LETTERS_WITH_STOPS.sub(lambda match: match[0].replace(".", ""), text)
    if "'" in text:
        text = _POSSESSIVE.sub(_bare, text)
    found = tuple(_word(word) for word in _SEPARATORS.split(text) if word.strip("'"))
    if not found:
        return TermKey((name.strip(),), name.strip())
    if "net" in found:
        found = tuple(_net(found, place) for place in range(len(found)))
    return TermKey(found, joined(found))


def is_neural(words: Sequence[str]) -> bool:
    """Tell whether a term, by the words of its key, names a neural network."""
    return words[-1] == "network" and not neural_words().isdisjoint(words[:-1])


def neural_words() -> frozenset[str]:
    """Give the words that make a network a neural one: relu, recurrent, deep."""
    return word_list("neural_network_words")


def _net(words: tuple[str, ...], place: int) -> str:
    """Write a neural net as a network; not an elastic net, nor a cut "net- work"."""
    word, cut = words[place], words[place + 1 : place + 2] == ("work",)
    is_one = word == "net" and not cut and not neural_words().isdisjoint(words[:place])
    return "network" if is_one else word


def joined(words: Iterable[str]) -> str:
    """Write words without blanks; "1 1" is not 11, though "GPT 2" is GPT2."""
    return _DIGITS.sub("_", " ".join(words)).replace(" ", "")


def _bare(match: re.Match[str]) -> str:
    return "s" if match[0] == "s'" else ""


def _is_shouted(text: str) -> bool:
    """Tell a heading in capitals, whose capitals say nothing, from an acronym."""
    words = text.split()
    return text.isupper() and len(words) > 1 and max(map(len, words)) > _LONGEST_ACRONYM


@lru_cache(maxsize=500_000)
def _word(word: str) -> str:
    word = word.strip("'")
    if _CAPITALS.search(word):
        lower = singular(word)
        if lower in word_list("acronym_words"):
            return f"{lower}^"
    if word.isascii() and word.isalpha():
        # Number first: "analyses" is a plural before it is a verb.
        return american(singular(word))
    return _plain("".join(map(_letter, singular(word))))


def _letter(character: str) -> str:
    """Spell a Greek letter out: ε-greedy is epsilon-greedy."""
    if "α" <= character <= "ϵ":
        name = unicodedata.name(character, "").split()
        if name[:2] == ["GREEK", "SMALL"] and name[2:3] == ["LETTER"]:
            return "sigma" if name[3:4] == ["FINAL"] else name[3].lower()
    return character


def _plain(word: str) -> str:
    decomposed = unicodedata.normalize("NFKD", word.casefold())
    return "".join(c for c in decomposed if not unicodedata.combining(c))
