"""Rewritings of a title or an abstract, as other sources have them.

A rewriting takes a text and a source of chance, and returns another text; one that
finds nothing to change returns the same.
"""

import re
import unicodedata
from collections.abc import Callable
from random import Random

Rewriting = Callable[[str, Random], str]

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_ACCENTS = {
    "\u0300": "`", "\u0301": "'", "\u0302": "^", "\u0303": "~", "\u0308": '"',
    "\u030c": "v", "\u0327": "c", "\u030b": "H", "\u0304": "=", "\u0306": "u",
}  # fmt: skip
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z])")
_AMERICAN = (
    (re.compile(r"iz(?=e|ing|ation)"), "is"),
    (re.compile(r"\b(behavi|col|fav|lab)or"), r"\1our"),
    (re.compile(r"\b(model|label)(?=ing|ed)"), r"\1l"),
    (re.compile(r"\b(cent|fib)er\b"), r"\1re"),
)
_HEADS = ("Abstract: ", "ABSTRACT\n", "Abstract—", "Summary. ", "<p>Abstract. ")
_LABELS = ("BACKGROUND: ", "METHODS: ", "RESULTS: ", "CONCLUSIONS: ")
STAND_INS = ("novel", "general", "simple", "robust", "practical", "unified", "new")


def typos(rate: float) -> Rewriting:
    """Make a rewriting that mistypes a share of the letters.

    A letter is replaced, dropped, doubled or swapped with the next; at least one is.
    """

    def rewriting(text: str, chance: Random) -> str:
        letters = list(text)
        count = max(1, round(rate * len(letters)))
        for place in sorted(chance.sample(range(len(letters)), count), reverse=True):
            if letters[place].isalpha():
                _mistype(letters, place, chance)
        return "".join(letters)

    return rewriting


def _mistype(letters: list[str], place: int, chance: Random) -> None:
    slip = chance.randrange(4)
    if slip == 0:
        letters[place] = chance.choice(_LETTERS)
    elif slip == 1:
        del letters[place]
    elif slip == 2:
        letters.insert(place, letters[place])
    elif place + 1 < len(letters):
        letters[place : place + 2] = letters[place + 1], letters[place]


def latex(text: str, chance: Random) -> str:
    """Set accents, quotes, dashes and signs in LaTeX, and some words as formulas."""
    pieces: list[str] = []
    for character in unicodedata.normalize("NFD", text):
        if character in _ACCENTS and pieces and pieces[-1][-1].isalpha():
            pieces[-1] = f"\\{_ACCENTS[character]}{{{pieces[-1]}}}"
        else:
            pieces.append("\\" + character if character in "%&#" else character)
    text = "".join(pieces).replace("–", "--").replace("“", "``").replace("”", "''")
    text = re.sub(r"\b([A-Za-z]|\d+)(?=-|\s)", r"$\1$", text)
    words = text.split(" ")
    place = chance.randrange(len(words))
    if words[place].isalpha():
        words[place] = f"\\emph{{{words[place]}}}"
    return " ".join(words)


def html(text: str, chance: Random) -> str:
    """Mark a word up and write signs as entities, as a web page does."""
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    text = text.replace("-", "&#8209;", 1).replace("'", "&#39;").replace('"', "&quot;")
    text = re.sub(r"\b(\w)_(\w)\b", r"\1<sub>\2</sub>", text)
    words = text.split(" ")
    place = chance.randrange(len(words))
    tag = chance.choice(["i", "b", "em", 'span class="italic"'])
    words[place] = f"<{tag}>{words[place]}</{tag.split()[0]}>"
    return " ".join(words)


def typeset(text: str, _: Random) -> str:
    """Write dashes, quotes and ligatures as a typesetter would, and a stop behind."""
    text = text.replace("-", "\u2010", 1).replace("-", "\u2013").replace("'", "\u2019")
    for plain, ligature in (("ffi", "\ufb03"), ("fi", "\ufb01"), ("fl", "\ufb02")):
        text = text.replace(plain, ligature)
    return text if text.endswith(".") else text + "."


def british(text: str, _: Random) -> str:
    """Spell as the British do."""
    for pattern, spelling in _AMERICAN:
        text = pattern.sub(spelling, text)
    return text


def rewrapped(text: str, chance: Random) -> str:
    """Break lines, words too, and double some blanks."""
    words = text.split(" ")
    for place in range(8, len(words), 9):
        word = words[place]
        cut = len(word) // 2
        broken = f"{word[:cut]}-\n{word[cut:]}" if len(word) > 7 else f"\n{word}"
        words[place] = broken if chance.random() < 0.7 else " " + word
    return " ".join(words)


def capitals(text: str, _: Random) -> str:
    """Write in capitals."""
    return text.upper()


def small(text: str, _: Random) -> str:
    """Write without capitals."""
    return text.lower()


def cut(share: float, mark: str = "") -> Rewriting:
    """Make a rewriting that keeps the beginning, at least thirty words of it."""

    def rewriting(text: str, _: Random) -> str:
        words = text.split(" ")
        kept = words[: max(30, round(share * len(words)))]
        return " ".join(kept) + mark if len(kept) < len(words) else text

    return rewriting


def headless(text: str, _: Random) -> str:
    """Drop the first third of the sentences."""
    sentences = _SENTENCE_END.split(text)
    return " ".join(sentences[len(sentences) // 3 :])


def headed(text: str, chance: Random) -> str:
    """Put a word such as "Abstract:" before a text."""
    return chance.choice(_HEADS) + text


def labelled(text: str, _: Random) -> str:
    """Say what each part of a text is, as medical journals do."""
    sentences = _SENTENCE_END.split(text)
    step = -(-len(sentences) // len(_LABELS))
    starts = range(0, len(sentences), step)
    parts = (" ".join(sentences[start : start + step]) for start in starts)
    return " ".join(map("".join, zip(_LABELS, parts, strict=False)))


def edited(rate: float) -> Rewriting:
    """Make a rewriting that drops or replaces a share of the words."""

    def rewriting(text: str, chance: Random) -> str:
        words = []
        for word in text.split(" "):
            draw = chance.random()
            if draw > rate:
                words.append(word)
            elif draw > rate / 2:
                words.append(chance.choice(STAND_INS))
        return " ".join(words)

    return rewriting


def rearranged(text: str, chance: Random) -> str:
    """Drop one sentence of four and move another to the end."""
    sentences = _SENTENCE_END.split(text)
    for _ in range(len(sentences) // 4):
        del sentences[chance.randrange(len(sentences))]
    if len(sentences) > 2:
        sentences.append(sentences.pop(chance.randrange(len(sentences) - 1)))
    return " ".join(sentences)


def without_subtitle(text: str, _: Random) -> str:
    """Drop what stands behind a colon, or a dash, in a title."""
    head = re.split(r":\s|\s[-–—]\s", text, maxsplit=1)[0]
    return head if len(head.split()) >= 2 else text


def small_words(text: str, chance: Random) -> str:
    """Begin a title with an article or without, and put small words for others."""
    words = text.split(" ")
    if words[0].lower() in ("a", "an", "the", "on"):
        del words[0]
    else:
        words.insert(0, chance.choice(["A", "The", "On"]))
    swapped = {"via": "by", "using": "with", "for": "in", "with": "using", "in": "for"}
    return " ".join(swapped.get(word, word) for word in words)
