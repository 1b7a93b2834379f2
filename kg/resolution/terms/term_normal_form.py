"""What a term comes down to when only its words count: the key of its variants.

Case, hyphens, blanks, number, British spelling, LaTeX and Unicode forms leave a key as
it is; a digit, a sign (k-means++, CD4-), a prefix or another word changes it.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from kg.datafiles import word_list
from kg.resolution.terms.inflection import singular
from kg.resolution.terms.spelling import americanize
from kg.resolution.terms.symbols import mark_signs, separate_minus_signs
from kg.text.folding import PLAIN_LETTERS, strip_accents
from kg.text.latex import decode_latex

# Names that look like plurals where they begin a term: Windows, the Burgers equation.
_NAMES_IN_S = r"[BGMW](?:rooks|urgers|raves|ills|atts|indows|oods)\b"
# Nothing in these needs a reader; "neural net", headings in capitals and Co do.
_PLAIN = re.compile(
    rf"(?=.{{3}})(?!{_NAMES_IN_S})(?!.*\b[Nn][Ee][Tt]s?\b)(?=.*[a-z])"
    r"[A-Za-z]+(?:[ -][A-Za-z]+)*"
)
_NAME_IN_S = re.compile(_NAMES_IN_S)
# "S.G.D."
_LETTERS_WITH_STOPS = re.compile(r"\b(?:[^\W\d_]\.){2,8}")
# Stops within numbers stay: "2.5".
_SEPARATORS = re.compile(r"[\s\-_/\\,;:()\[\]{}\"`|~^$!?…·•]+|\.(?!\d)|(?<!\d)\.")
_POSSESSIVE = re.compile(r"(?<=[^\W\d_A-Z])(?:'s|s')(?=[\s\-]|\Z)")
_CAPITALS = re.compile(r"[A-Z].*[A-Z]")
# 3SAT and kSAT are 3-SAT and k-SAT.
_COUNTED = re.compile(r"(?:\d+|[a-z])(?P<acronym>[A-Z]{2,})")
# Co is no CO, R no r; as names of Greek letters these are one.
_SYMBOL = re.compile(r"(?!(?:Mu|Nu|Pi|Xi)\Z)[A-Z][a-z]?")
# A hyphen before a letter only parts words.
_HYPHEN = re.compile(r"-(?![A-Za-z])")
# "10,000"
_THOUSANDS = re.compile(r"(?:(?<=\s)|\A)\d{1,3}(?:,\d{3})+(?=[\s\-]|\Z)")
_DIGITS = re.compile(r"(?<=\d) (?=\d)")
# Letters: capitals all through, with a longer word among them, are a heading's.
_LONGEST_ACRONYM = 5
# Which Unicode names in its own way.
_NO_SIGNS = re.compile("[^\u2190-\u22ff]+")  # arrows and operators
_GREEK = {"λ": "lambda", "ς": "sigma"}


# Two words that say it together: a strongly connected network is a graph.
_NEURAL_PAIRS = frozenset([("fully", "connected"), ("feed", "forward")])
# Before "layer" these make a network a neural one.
_LAYER_COUNTS = frozenset(
    ["hidden", "one", "single", "two", "three", "four", "five", "1", "2", "3", "4", "5"]
)


@dataclass(frozen=True, slots=True)
class TermKey:
    """The words of a term in one spelling, and the same without blanks.

    A word in capitals that means another in small letters (MAP, map) ends in "^".

    Attributes:
        words: in lower case, singular, in American spelling.
        joined: the words in one; equal for "hyper-graph" and "hypergraph".
    """

    words: tuple[str, ...]
    joined: str


@lru_cache(maxsize=1_000_000)
def term_key(name: str) -> TermKey:
    """Return the key of a term; of a name without any letter, its own characters.

    >>> term_key("Convex Optimisations") == term_key("convex optimization")
    True
    >>> term_key("k-means++").words
    ('k', 'means++')
    >>> term_key("MAP").joined, term_key("map").joined
    ('map^', 'map')
    """
    if _PLAIN.fullmatch(name):  # as most are
        words = tuple(map(_normalize_word, name.replace("-", " ").split()))
        solid = "".join(words)
        return TermKey(words, solid) if "^" not in solid else _make_key(words, solid)
    text = _normalize_signs(name)
    if _is_all_capitals(text):
        text = text.lower()
    if "." in text:
        text = _LETTERS_WITH_STOPS.sub(lambda match: match[0].replace(".", ""), text)
    if "'" in text:
        text = _POSSESSIVE.sub(_possessive_ending, text)
    if "," in text:
        text = _THOUSANDS.sub(lambda match: match[0].replace(",", ""), text)
    found = tuple(
        _normalize_word(word) for word in _SEPARATORS.split(text) if word.strip("'")
    )
    if not found:
        return TermKey((name.strip(),), name.strip())
    if len(found) == 1 and _SYMBOL.fullmatch(text.strip("$ ")):
        return TermKey((f"{found[0]}^",), f"{found[0]}^")
    if in_s := _NAME_IN_S.match(text):
        found = (in_s[0].lower(), *found[1:])
    if "net" in found:
        found = tuple(_neural_net_word(found, place) for place in range(len(found)))
    return _make_key(found, join_words(found))


def _normalize_signs(name: str) -> str:
    """Return the reading of a name, minus signs told from hyphens."""
    if "^" in name or not name.isascii():
        name = mark_signs(name)
    text = decode_latex(name)
    if not text.isascii():
        # A script ℓ is no l: ℓp and Lp are one norm, LP is a linear program.
        text = unicodedata.normalize("NFKC", text.replace("ℓ", "L")).replace("’", "'")
    return (
        separate_minus_signs(text)
        if not text.isascii() or _HYPHEN.search(text)
        else text
    )


def _make_key(words: tuple[str, ...], solid: str) -> TermKey:
    """Return the key; two words in capitals (MAX-CUT) are no others in small letters."""
    if solid.count("^") > 1:
        return TermKey(tuple(w.rstrip("^") for w in words), solid.replace("^", ""))
    return TermKey(words, solid)


def _neural_net_word(words: tuple[str, ...], place: int) -> str:
    """Return "network" for a neural net; not an elastic net, nor a cut "net- work"."""
    word, cut = words[place], words[place + 1 : place + 2] == ("work",)
    is_one = word == "net" and not cut and makes_network_neural(words[:place])
    return "network" if is_one else word


def is_neural(words: Sequence[str]) -> bool:
    """Tell whether a term, by the words of its key, names a neural network.

    >>> is_neural(["relu", "network"]), is_neural(["social", "network"])
    (True, False)
    """
    return words[-1] == "network" and makes_network_neural(words[:-1])


def makes_network_neural(words: Sequence[str]) -> bool:
    """Tell whether these words make the network that follows a neural one.

    A ReLU network is one, wherever the word stands; a shallow one is where the word
    stands right before "network"; a deep social network, a power transformer net or a
    Petri net is none.
    """
    if "neural" in words:
        return True
    if not words or not word_list("terms/other_network_words").isdisjoint(words):
        return False
    if not word_list("terms/neural_network_words").isdisjoint(words):
        return True
    if words[-1] in word_list("terms/neural_words_before_network"):
        return True
    last = tuple(words[-2:])
    if last in _NEURAL_PAIRS:
        return True
    # "Two-layer network"; a "layer 2 network" is one of computers.
    return (
        len(last) > 1 and last[1] in ("layer", "layered") and last[0] in _LAYER_COUNTS
    )


def join_words(words: Iterable[str]) -> str:
    """Return words without blanks; "1 1" is not 11, though "GPT 2" is GPT2.

    >>> join_words(["1", "1"]), join_words(["gpt", "2"])
    ('1_1', 'gpt2')
    """
    return _DIGITS.sub("_", " ".join(words)).replace(" ", "")


def _possessive_ending(match: re.Match[str]) -> str:
    """Return what is left of a possessive: "Newton's" and "Stokes'" keep their names."""
    return "s" if match[0] == "s'" else ""


def _is_all_capitals(text: str) -> bool:
    """Tell whether a name is a heading in capitals, which say nothing, no acronym."""
    words = text.split()
    return text.isupper() and len(words) > 1 and max(map(len, words)) > _LONGEST_ACRONYM


@lru_cache(maxsize=500_000)
def _normalize_word(word: str) -> str:
    """Return a word of a term in lower case, singular, American, without accents."""
    word = word.strip("'")
    if _CAPITALS.search(word):
        lower, counted = singular(word), _COUNTED.fullmatch(word)
        acronym = counted["acronym"].lower() if counted else lower
        if not {lower, acronym}.isdisjoint(word_list("terms/acronym_words")):
            return f"{lower}^"
    if word.isascii() and word.isalpha():
        # Number first: "analyses" is a plural before it is a verb.
        return americanize(singular(word))
    return _without_accents("".join(map(_spell_greek_letter, singular(word))))


def _spell_greek_letter(character: str) -> str:
    """Return a Greek letter spelt out: ε-greedy is epsilon-greedy."""
    if "α" <= character <= "ϵ":
        name = unicodedata.name(character, "").split()
        if name[:2] == ["GREEK", "SMALL"] and name[2:3] == ["LETTER"]:
            return _GREEK.get(character, name[3].lower())
    return character


def _without_accents(word: str) -> str:
    """Return a word without accents; the stroke of ≠ is none."""
    plain = _NO_SIGNS.sub(lambda found: strip_accents(found[0]), word.casefold())
    plain = plain.translate(PLAIN_LETTERS)
    return americanize(plain) if plain.isascii() and plain.isalpha() else plain
