r"""What a reader sees: text with its LaTeX set and its Unicode oddities made even.

`$\ell_1$` is read ℓ1, `Erd\H{o}s` Erdős, an ﬃ ligature ffi. One scanner goes over the
text once, piece by piece, so that any string is read in linear time and every character
of the reading leads back to the place that it came from. pylatexenc serves as the table
of what commands stand for; its parser is not used, for it fails on broken input.
"""

import re
import unicodedata
from functools import cache, lru_cache

from pylatexenc.latex2text import get_default_latex_context_db

_TOKEN = re.compile(
    r"""
      (?P<gone>\\(?:cite[a-z]{0,8}|(?:eq|auto|c)?ref|label|footnotemark)\s?
              (?:\[[^\][\n]{0,80}\])?\{[^{}\n]{0,200}\}|\\href\s?\{[^{}\n]{0,300}\})
    | (?P<accent>\\(?P<mark>[`'^"~=.]|[uvHcdbkrt](?![A-Za-z]))\s?
              (?:\{\s?(?P<braced>\\?[^\W\d_])\s?\}|(?P<bare>\\?[^\W\d_])))
    | \\(?P<command>[A-Za-z]{1,40})\*?(?P<blank>[ \t]*)
    | \\(?P<escaped>[^A-Za-z])
    | (?P<dollars>\${1,2})
    | (?P<open>\{)
    | (?P<close>\})
    | (?P<script>[_^])
    | (?P<tie>(?<=[^\W\d_]|[.}])~(?=[^\W\d_]|\\))
    | (?P<hyphenation>(?<=[a-z])-[ \t]{0,8}\r?\n[ \t]{0,8}(?=[a-z]))
    | (?P<dash>-{2,3})
    | (?P<space>\s+)
    | (?P<plain>[A-Za-z0-9.,;:()'"/]+)
    | (?P<other>.)
    """,
    re.VERBOSE | re.DOTALL,
)
# What stands for itself: no LaTeX, and of other letters the common ones.
_EVEN = re.compile(
    r"[ -#%-Z\]`-z|\u00c0-\u024f\u0370-\u052f\u1e00-\u1eff\u4e00-\u9fff]*(?!\n)"
)
# A formula has no blank at its ends and no digit behind it, or speaks LaTeX; "$5 and
# $10" is money.
_FORMULA = re.compile(r"\A(?=[^\s$])[^\\^_{=]*(?<=\S)\$(?!\d)|[\\^_{=]")
_COMBINING = {
    "`": "\u0300", "'": "\u0301", "^": "\u0302", '"': "\u0308", "~": "\u0303",
    "=": "\u0304", ".": "\u0307", "u": "\u0306", "v": "\u030c", "H": "\u030b",
    "c": "\u0327", "d": "\u0323", "b": "\u0331", "k": "\u0328", "r": "\u030a",
    "t": "\u0361",
}  # fmt: skip
_QUOTES = dict.fromkeys("\u2018\u2019\u201a\u201b\u2032\u00b4\u02bc", "'") | (
    dict.fromkeys("\u201c\u201d\u201e\u201f\u00ab\u00bb", '"')
)
_DASHES = dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-")
# Relations and operators that pylatexenc spells out with blanks, and spacing commands.
_COMMANDS = {"quad": " ", "qquad": " ", "newline": " ", "par": " ", "sqrt": "√"}
# Parts before a hyphen at a line's end that keep it: "non-/convex" is "non-convex".
_KEPT_HYPHEN = re.compile(
    r"\b(?:non|semi|self|two|one|three|high|low|mean|well|multi|cross|co|quasi|pre|post"
    r"|long|short|zero|first|second|third|large|small|data|time|real|end|to|of|in|by)$"
)
# What Unicode does not take apart into a letter and a mark.
PLAIN_LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "ð": "d"}
)


def reading(surface: str) -> str:
    r"""Give the words of `surface` as a reader sees them, on one line.

    LaTeX becomes Unicode (`\varepsilon -SOSP` → ε-SOSP), quotes and dashes take one
    form, white space is one blank, words broken at line ends are mended.
    """
    if _EVEN.fullmatch(surface) and "  " not in surface and "--" not in surface:
        return surface.strip()
    return read_with_offsets(surface)[0]


def read_with_offsets(text: str) -> tuple[str, list[int]]:
    """Read `text`, and say where each character of the reading came from.

    Returns:
        The reading, and one offset into `text` a character plus one for the end: the
        characters `[i:j]` of the reading stand at `text[offsets[i]:offsets[j]]`.
        Offsets never fall.
    """
    scanner = _Scanner(text)
    for match in _TOKEN.finditer(text):
        scanner.take(match)
    return scanner.result()


@lru_cache(maxsize=1_000_000)
def folded(text: str) -> str:
    """Give `text` for comparing names: no case, accents or punctuation."""
    if _PLAIN.fullmatch(text) and "--" not in text:  # as most names are
        return " ".join(_PLAIN_WORD.findall(text.lower().replace("'", "")))
    plain = unicodedata.normalize("NFKD", reading(text)).casefold()
    plain = unicodedata.normalize("NFKD", plain)
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    plain = plain.translate(PLAIN_LETTERS).replace("&", " and ").replace("_", " ")
    return " ".join(re.findall(r"\w+", re.sub("['\u02bc]", "", plain)))


# Nothing in these needs a reader.
_PLAIN = re.compile(r"[A-Za-z0-9 .,;:()?!\-/'\"+*=@#|%\[\]]*")
_PLAIN_WORD = re.compile(r"[a-z0-9]+")


class _Scanner:
    """The reading so far, and whether it stands inside a formula."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.pieces: list[str] = []
        self.offsets: list[int] = []
        self.math_end = -1
        self.braces: list[bool] = []
        self.fraction = False
        self.after_command = False

    def take(self, match: re.Match[str]) -> None:
        """Add what one token of the text shows to a reader."""
        kind = str(match.lastgroup)
        if match["command"] is not None:
            kind = "command"
        elif match["accent"] is not None:
            kind = "accent"
        after_command, self.after_command = self.after_command, kind == "command"
        start = match.start()
        if kind == "plain":
            self.emit(match[0], start, step=1)
        elif kind == "script":
            formula = start < self.math_end or after_command
            self.emit("" if formula else match[0], start)
        elif kind == "command":
            self.emit(self.command(match), start)
        elif kind in ("open", "close"):
            self.emit(self.brace(opens=kind == "open"), start)
        elif kind == "dollars":
            self.emit(self.dollars(match), start)
        else:
            self.emit(_shown(kind, match), start)

    def emit(self, shown: str, start: int, *, step: int = 0) -> None:
        """Add characters; with `step` 1 each has a place of its own in the text."""
        for position, character in enumerate(shown):
            if character == " " and (not self.pieces or self.pieces[-1] == " "):
                continue
            self.pieces.append(character)
            self.offsets.append(start + position * step)

    def command(self, match: re.Match[str]) -> str:
        """Give a command's symbol; one that only sets type shows nothing itself."""
        name = match["command"]
        self.fraction = name in ("frac", "dfrac", "tfrac")
        symbol = _symbol(name)
        follows = self.text[match.end() : match.end() + 1]
        letter = symbol.isalpha() and symbol < "\u0250"  # "\O ystein" is one word
        swallows = match.end() <= self.math_end or letter or not follows.isalnum()
        return symbol + ("" if swallows and symbol else match["blank"][:1])

    def brace(self, *, opens: bool) -> str:
        """Drop a brace; the one between a fraction's parts is read as a slash."""
        if opens:
            self.braces.append(self.fraction)
            self.fraction = False
            return ""
        return "/" if self.braces and self.braces.pop() else ""

    def dollars(self, match: re.Match[str]) -> str:
        """Drop the marks of a formula, and keep those of money."""
        if match.start() < self.math_end:
            self.math_end = -1
            return ""
        end = self.text.find(match[0], match.end(), match.end() + 600)
        inside = self.text[match.end() : end]
        if end < 0 or not _FORMULA.search(inside + "$" + self.text[end + 1 : end + 2]):
            return match[0]
        self.math_end = end + 1
        return ""

    def result(self) -> tuple[str, list[int]]:
        """Give the reading, without the blank at its end, and its offsets."""
        if self.pieces and self.pieces[-1] == " ":
            del self.pieces[-1], self.offsets[-1]
        return "".join(self.pieces), [*self.offsets, len(self.text)]


def _shown(kind: str, match: re.Match[str]) -> str:
    """Say what a token shows whose meaning does not depend on those before it."""
    if kind == "accent":
        letter = (match["braced"] or match["bare"]).removeprefix("\\")
        return unicodedata.normalize("NFC", letter + _COMBINING[match["mark"]])
    if kind == "hyphenation":
        before = match.string[max(0, match.start() - 12) : match.start()]
        return "-" if _KEPT_HYPHEN.search(before) else ""
    if kind == "escaped":
        return _escaped(match["escaped"])
    if kind == "other":
        return _even(match[0])
    return {"tie": " ", "dash": "-", "space": " "}.get(kind, "")


def _escaped(character: str) -> str:
    if character in "()[]/-!":  # delimiters of formulas, breaks, thin space
        return ""
    return " " if character in "\\,;: \n\t>" else _even(character)


@cache
def _even(character: str) -> str:
    """Give one form of quotes, dashes, blanks and of letters in disguise."""
    if character in _QUOTES or character in _DASHES:
        return _QUOTES.get(character) or _DASHES[character]
    category = unicodedata.category(character)
    if category in ("Cc", "Cf", "Cs"):  # soft hyphen, zero width, direction marks
        return ""
    wide = "\uff01" <= character <= "\uff5e" or "\ufb00" <= character <= "\ufb06"
    return unicodedata.normalize("NFKC", character) if wide else character


@cache
def _symbols() -> dict[str, str]:
    """Take pylatexenc's table of commands that stand for a symbol or a word."""
    found: dict[str, str] = {}
    for category in get_default_latex_context_db().d.values():
        for name, spec in category["macros"].items():
            shown = spec.simplify_repl
            if isinstance(shown, str) and "%" not in shown:
                found[name] = shown.strip()
    return found | _COMMANDS


def _symbol(name: str) -> str:
    return _symbols().get(name, "")
