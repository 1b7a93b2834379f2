r"""LaTeX of a bibliographic field → what its writer meant; formulas stay as they are.

Extraction reads LaTeX with offsets into the original (`kg.text.latex`); a field of
BibTeX is decoded once, for there accents and braces belong to the format. pylatexenc
serves as the table of commands; its parser fails on broken input.
"""

import re
import unicodedata
from functools import cache

from pylatexenc.latex2text import get_default_latex_context_db
from pylatexenc.macrospec import LatexContextDb

_MARKUP = re.compile(r"[\\{}~]|--|``|''")
_ACCENT = re.compile(
    r"""\\(?P<mark>[`'^"~=.]|[uvHcdbkr](?![A-Za-z]))\s*
        (?:\{\s*\\?(?P<braced>[^\W\d_])\s*\}|\\?(?P<bare>[^\W\d_])(?![a-z]*\{))""",
    re.VERBOSE,
)
_TOKEN = re.compile(
    r"""
      (?P<formula>\$\$[^$]*\$\$|\$[^$]*\$|\\\((?:[^\\]|\\[^()])*\\\))
    | (?P<gone>\\(?:cite[a-z]*|label|href)\*?\s*(?:\[[^\][{}]*\]\s*)*\{[^{}]*\})
    | \\(?P<command>[A-Za-z]+)\*?\s*
    | \\(?P<sign>.|\n|\Z)
    | (?P<brace>[{}])
    | (?P<typed>~|---?|``|'')
    """,
    re.VERBOSE,
)
_COMBINING = {
    "`": "\u0300", "'": "\u0301", "^": "\u0302", "~": "\u0303", "=": "\u0304",
    "u": "\u0306", ".": "\u0307", '"': "\u0308", "r": "\u030a", "H": "\u030b",
    "v": "\u030c", "d": "\u0323", "c": "\u0327", "k": "\u0328", "b": "\u0331",
}  # fmt: skip
_SIGNS = {"\\": " ", ",": " ", ";": " ", ":": " ", "!": "", "/": "", "-": "", "@": ""}
_TYPED = {"~": " ", "--": "–", "---": "—", "``": "“", "''": "”"}
_FEW_COMMANDS = {"dots": "…", "ldots": "…", "quad": " ", "qquad": " ", "par": " "}


def decode_latex(text: str) -> str:
    r"""Decode accents and commands, drop braces, make white space even.

    `{\'E}tude of {SGD} for $\ell_1$` → `Étude of SGD for $\ell_1$`. A command that is
    not known goes, what it stands before stays.
    """
    if _MARKUP.search(text):
        # Twice, since letters may carry two accents: \~{\^e}.
        text = _ACCENT.sub(_accented, _ACCENT.sub(_accented, text))
        text = _TOKEN.sub(_decoded, text)
    return " ".join(text.split())


def _accented(found: re.Match[str]) -> str:
    letter = found["braced"] or found["bare"]
    return unicodedata.normalize("NFC", letter + _COMBINING[found["mark"]])


def _decoded(found: re.Match[str]) -> str:
    if found["formula"]:
        return found["formula"]
    if found["command"]:
        return _symbol(found["command"])
    if found["sign"]:
        return _SIGNS.get(found["sign"], found["sign"])
    return _TYPED.get(found["typed"] or "", "")


@cache
def _symbol(command: str) -> str:
    """Look up what a command without arguments is printed as; "" for all others."""
    if command in _FEW_COMMANDS:
        return _FEW_COMMANDS[command]
    printed = getattr(_commands().get_macro_spec(command), "simplify_repl", None)
    return printed if isinstance(printed, str) and "%" not in printed else ""


@cache
def _commands() -> LatexContextDb:
    return get_default_latex_context_db()
