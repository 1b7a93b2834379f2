r"""How the letters of a short form spread over the words of its long form.

The words before a short form are read from the right; each takes some of its letters,
at a cost: none for its initial, little for more letters of its beginning, more for
letters from its middle; a word that takes no letter costs unless it is a function word.
"""

import re

from kg.text.wordlists import words as words_in

_COMMAND = re.compile(r"\\([A-Za-z]+)\s*")
# Brackets inside a word, as in "PGE(2)" or "NAD(P)H", do not end it.
_ATTACHED = re.compile(r"[(\[](?<=[A-Za-z][(\[])(\w{1,3})[)\]]")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W\d_]+)?")
_NUMBER_WORDS = {
    "1": ("one", "first", "single", "mono"),
    "2": ("two", "second", "to", "di", "double"),
    "3": ("three", "third", "tri", "triple"),
    "4": ("four", "for", "quad", "tetra"),
    "5": ("five", "fifth", "penta"),
    "6": ("six", "hexa"),
    "7": ("seven", "hepta"),
    "8": ("eight", "octa"),
    "9": ("nine", "ninth"),
}
_LOCANT = re.compile(
    r"(?<![^\s(])(?:(?:[\d,'’]+|alpha|beta|gamma|delta|[a-z]|[α-ω])-){1,4}$",
    re.IGNORECASE,
)
# "A3C" has three A, "W3C" three W.
_REPEATED = re.compile(r"([a-z])([2-4])(?=[a-z])")
_HYPHENATED = re.compile(r"\w+-$")
_NEVER = 1e9
_BOUND, _BOUND_PER_LETTER = 0.8, 0.35
_SKIPPED_WORD, _SKIPPED_FUNCTION_WORD = 1.0, 0.12
_FUNCTION_OPENING = 0.9
_INNER_START, _INNER_LETTER, _NEXT_LETTER = 0.9, 0.35, 0.08
_UNSEEN_DIGIT = 0.5


def masked(text: str) -> str:
    r"""Give `text` with each LaTeX command as one letter; offsets stay."""
    if "\\" in text:
        text = _COMMAND.sub(_as_letter, text)
    return _ATTACHED.sub("\x01\\1\x01", text)


def _as_letter(match: re.Match[str]) -> str:
    return chr(0x13A0 + sum(map(ord, match[1])) % 80) + "\x01" * (len(match[0]) - 1)


def letters_of(short: str) -> str:
    """Give the letters and digits of a short form, lower case, without a plural s."""
    letters = [c for c in short if c.isalnum()]
    if len(letters) > 2 and letters[-1] == "s" and letters[-2].isupper():
        letters.pop()
    return "".join(letters).lower()


def best_start(
    text: str, start: int, end: int, short: str, *, bound: float | None = None
) -> int | None:
    """Find where in `text[start:end]` the long form of `short`, up to `end`, begins.

    Returns:
        The offset of the word that gives the first letter, or None where no way to
        spread the letters is cheap enough.
    """
    letters = letters_of(short)
    repeated = _REPEATED.sub(lambda m: m[1] * int(m[2]), letters)
    if repeated != letters:
        found = _best_start(text, start, end, short, repeated, bound)
        if found is not None:
            return found
    return _best_start(text, start, end, short, letters, bound)


def _best_start(
    text: str, start: int, end: int, short: str, letters: str, bound: float | None
) -> int | None:
    words = list(_WORD.finditer(text, start, end))[-2 * len(letters) - 6 :]
    if not letters or not words or words[-1].end() < end - 3:
        return None
    function_words = words_in("function_words")
    last = len(letters)
    # costs[j]: the least cost of giving letters j… to the words from this one on.
    costs = _without_digits([_NEVER] * last + [0.0], letters)
    best, best_cost = None, _bound(last) if bound is None else bound
    for match in reversed(words):
        word = match[0]
        if word.casefold() == short.casefold():
            break
        word = word.lower()
        takes = [
            _takes(word, letters[j:]) if letter in word or letter.isdigit() else ()
            for j, letter in enumerate(letters)
        ]
        opening = _FUNCTION_OPENING if word in function_words else 0.0
        openings = (c + costs[n] + opening for n, c, initial in takes[0] if initial)
        cost = min(openings, default=_NEVER)
        if cost < best_cost:
            best, best_cost = match.start(), cost
        skipped = word in function_words or word.isdigit()
        skip = _SKIPPED_FUNCTION_WORD if skipped else _SKIPPED_WORD
        costs = [
            min([costs[j] + skip, *(c + costs[j + n] for n, c, _ in takes[j])])
            for j in range(last)
        ] + [costs[last] + skip]
        costs = _without_digits(costs, letters)
        if min(costs) >= best_cost:
            break  # further words only add to what it costs
    if best is None or end - best <= last + 1:
        return None
    return _whole_word(text, start, best, letters[0])


def _without_digits(costs: list[float], letters: str) -> list[float]:
    """Let a number pass that the words do not show: "T3", "A3C"."""
    for j in reversed(range(len(letters))):
        if letters[j].isdigit() and len(letters) > 2:
            costs[j] = min(costs[j], costs[j + 1] + _UNSEEN_DIGIT)
    return costs


def _bound(count: int) -> float:
    return _BOUND + _BOUND_PER_LETTER * count


def _whole_word(text: str, start: int, best: int, letter: str) -> int:
    """Move a start behind a hyphen to the word's own, if that too gives the letter.

    Chemists put numbers there ("2,6-diaminopurine"), which belong to the name.
    """
    locant = _LOCANT.search(text, max(start, best - 15), best)
    if locant:
        return locant.start()
    part = _HYPHENATED.search(text, max(start, best - 25), best)
    return part.start() if part and part[0][0].lower() == letter else best


def _takes(word: str, letters: str) -> tuple[tuple[int, float, bool], ...]:
    """List what a word may take of `letters`: (how many, cost, from its initial)."""
    if word.startswith(_NUMBER_WORDS.get(letters[0], "-")):
        return ((1, 0.0, True),)
    at = word.find(letters[0])
    initial = at == 0
    cost = 0.0 if initial else _INNER_START
    found = []
    for count, letter in enumerate([*letters[1:], ""], start=1):
        if at < 0:
            break
        found.append((count, cost, initial))
        following = word.find(letter, at + 1) if letter else -1
        cost += _NEXT_LETTER if following == at + 1 else _INNER_LETTER
        at = following
    return tuple(found)
