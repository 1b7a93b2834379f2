r"""What single signs of LaTeX and of Unicode stand for: accents, commands, quotes.

pylatexenc serves as the table of commands; its parser is not used, for it fails on
broken input.
"""

import unicodedata
from functools import cache

from pylatexenc.latex2text import get_default_latex_context_db

_COMBINING = {
    "`": "\u0300", "'": "\u0301", "^": "\u0302", '"': "\u0308", "~": "\u0303",
    "=": "\u0304", ".": "\u0307", "u": "\u0306", "v": "\u030c", "H": "\u030b",
    "c": "\u0327", "d": "\u0323", "b": "\u0331", "k": "\u0328", "r": "\u030a",
    "t": "\u0361",
}  # fmt: skip
# What pylatexenc spells out with blanks, leaves out, writes as dots, or as an accent.
_COMMANDS = {
    "quad": " ", "qquad": " ", "newline": " ", "par": " ", "sqrt": "√",
    "dots": "…", "ldots": "…", "textless": "<", "textgreater": ">", "textbar": "|",
    "textunderscore": "_", "textperiodcentered": "·", "textasciicircum": "^",
}  # fmt: skip
_QUOTES = dict.fromkeys("\u2018\u2019\u201a\u201b\u2032\u00b4\u02bc", "'") | (
    dict.fromkeys("\u201c\u201d\u201e\u201f\u00ab\u00bb", '"')
)
_DASHES = dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-")
_DELIMITERS = "()[]/-!@"  # of formulas, and marks of where a word may break
_SPACES = "\\,;: \n\t>"


def command_symbol(name: str) -> str:
    r"""Return what a command without arguments is printed as; "" for all others.

    >>> command_symbol("alpha"), command_symbol("ss"), command_symbol("textbf")
    ('α', 'ß', '')
    """
    return _symbols().get(name, "")


@cache
def _symbols() -> dict[str, str]:
    """Return the commands of pylatexenc that stand for a symbol or a word."""
    found: dict[str, str] = {}
    for category in get_default_latex_context_db().d.values():
        for name, spec in category["macros"].items():
            shown = spec.simplify_repl
            if isinstance(shown, str) and "%" not in shown:
                found[name] = shown.strip()
    # Letters of Greek have a second name for text.
    greek = {f"text{n}": s for n, s in found.items() if "\u0391" <= s <= "\u03c9"}
    return greek | found | _COMMANDS


def put_accent(mark: str, letter: str) -> str:
    r"""Return a letter under the accent that LaTeX calls `mark`.

    >>> put_accent("H", "o"), put_accent("'", "i")
    ('ő', 'í')
    """
    return unicodedata.normalize("NFC", letter + _COMBINING[mark])


def escaped_sign(sign: str) -> str:
    r"""Return what a backslash before a sign shows: `\&` is &, `\,` a blank.

    >>> escaped_sign("&"), escaped_sign(","), escaped_sign("(")
    ('&', ' ', '')
    """
    if sign in _DELIMITERS:
        return ""
    return " " if sign in _SPACES else sign


@cache
def even_character(character: str) -> str:
    """Return one form of quotes, dashes and letters in disguise; "" of what is unseen.

    >>> even_character("“"), even_character("–"), even_character("ﬃ")
    ('"', '-', 'ffi')
    """
    if character in _QUOTES or character in _DASHES:
        return _QUOTES.get(character) or _DASHES[character]
    category = unicodedata.category(character)
    if category in ("Cc", "Cf", "Cs"):  # soft hyphen, zero width, direction marks
        return ""
    wide = "\uff01" <= character <= "\uff5e" or "\ufb00" <= character <= "\ufb06"
    return unicodedata.normalize("NFKC", character) if wide else character
