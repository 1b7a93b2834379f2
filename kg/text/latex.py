r"""LaTeX → text: what a reader sees in prose, or what a bibliographic field says.

`$\ell_1$` is read ℓ1, `Erd\H{o}s` Erdős, an ﬃ ligature ffi. One scanner goes over the
text once, token by token, so that any string is decoded in linear time and every
character of the result leads back to the place that it came from.
"""

import re

from kg.text.latex_symbols import (
    command_symbol,
    escaped_sign,
    even_character,
    put_accent,
)

_MARK = r"""[`'^"~=.]|[uvHcdbkrt](?![A-Za-z])"""
_LETTER = r"\\?[^\W\d_]"
# An accent may stand on a letter that has one: "Nguy\~{\^e}n".
_ACCENTED = rf"\\(?:{_MARK})\s?(?:\{{\s?{_LETTER}\s?\}}|{_LETTER})"
_MARKUP_TOKENS = rf"""
      (?P<gone>\\(?:cite[a-z]{{0,8}}|(?:eq|auto|c)?ref|label|footnotemark|[hv]space\*?)\s?
              (?:\[[^\][\n]{{0,80}}\])?\{{[^{{}}\n]{{0,200}}\}}
              |\\href\s?\{{[^{{}}\n]{{0,300}}\}})
    | (?P<accent>\\(?P<mark>{_MARK})\s?
              (?:\{{\s?(?P<braced>{_LETTER}|{_ACCENTED})\s?\}}|(?P<bare>{_LETTER})))
    | \\(?P<command>[A-Za-z]{{1,40}})\*?(?P<blank>[ \t]*)
    | \\(?P<escaped>[^A-Za-z])
    | (?P<open>\{{)
    | (?P<close>\}})
"""
_PROSE_TOKEN = re.compile(
    _MARKUP_TOKENS
    + r"""
    | (?P<dollars>\${1,2})
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
_FIELD_TOKEN = re.compile(
    r"""
      (?P<formula>\$\$[^$]*\$\$|\$[^$]*\$|\\\((?:[^\\]|\\[^()])*\\\))
    | (?P<typed>~|---?|``|'')
    | (?P<plain>[^\\{}~`'$\s-]+)
    | (?P<space>\s+)
    |"""
    + _MARKUP_TOKENS
    + r"""
    | (?P<sign>.)
    """,
    re.VERBOSE | re.DOTALL,
)
_FIELD_MARKUP = re.compile(r"[\\{}~]|--|``|''")
_TYPED = {"~": " ", "--": "–", "---": "—", "``": "“", "''": "”"}
# What stands for itself: no LaTeX, and of other letters the common ones.
_EVEN = re.compile(
    r"[ -#%-Z\]`-z|\u00c0-\u024f\u0370-\u052f\u1e00-\u1eff\u4e00-\u9fff]*(?!\n)"
)
# A formula has no blank at its ends and no digit behind it, or speaks LaTeX; "$5 and
# $10" is money.
_FORMULA = re.compile(r"\A(?=[^\s$])[^\\^_{=]*(?<=\S)\$(?!\d)|[\\^_{=]")
# Characters: a lone dollar sign would take the rest of a text with it.
_LONGEST_FORMULA = 600
# Parts before a hyphen at a line's end that keep it: "non-/convex" is "non-convex".
_KEPT_HYPHEN = re.compile(
    r"""\b(?:non|semi|self|two|one|three|high|low|mean|well|multi|cross|co|quasi|pre
    |post|long|short|zero|first|second|third|large|small|data|time|real|end|to|of|in
    |by)$""",
    re.VERBOSE,
)


def decode_latex(text: str) -> str:
    r"""Return the words of `text` as a reader sees them, on one line.

    LaTeX becomes Unicode, quotes and dashes take one form, white space is one blank,
    words broken at line ends are mended.

    >>> decode_latex(r"$\varepsilon$ -SOSP of Erd\H{o}s")
    'ε -SOSP of Erdős'
    """
    if _EVEN.fullmatch(text) and "  " not in text and "--" not in text:
        return text.strip()
    return decode_latex_with_offsets(text)[0]


def decode_latex_with_offsets(text: str) -> tuple[str, list[int]]:
    """Return the decoded text, and where each character of it came from.

    Returns:
        The text, and one offset into the original a character plus one for the end: the
        characters `[i:j]` of the result stand at `text[offsets[i]:offsets[j]]`.
        Offsets never fall.
    """
    return _scan(text, _PROSE_TOKEN).result()


def decode_latex_field(text: str) -> str:
    r"""Return what a field of BibTeX says; formulas and typography stay as they are.

    There accents and braces belong to the format, so they are decoded once, when the
    field is read. A command that is not known goes, what it stands before stays.

    >>> decode_latex_field(r"{\'E}tude of {SGD} for $\ell_1$")
    'Étude of SGD for $\\ell_1$'
    """
    if _FIELD_MARKUP.search(text):
        text = _scan(text, _FIELD_TOKEN).result()[0]
    return " ".join(text.split())


def _scan(text: str, tokens: re.Pattern[str]) -> "_Scanner":
    scanner = _Scanner(text)
    for match in tokens.finditer(text):
        scanner.add(match)
    return scanner


class _Scanner:
    """What has been decoded so far, and whether it stands inside a formula."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.pieces: list[str] = []
        self.offsets: list[int] = []
        self.math_end = -1
        self.braces: list[bool] = []
        self.fraction = False
        self.after_command = False

    def add(self, match: re.Match[str]) -> None:
        """Add what one token of the text shows to a reader."""
        kind = _kind(match)
        after_command, self.after_command = self.after_command, kind == "command"
        start = match.start()
        if kind in ("plain", "formula", "sign"):
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
            self.emit(_decode_token(kind, match), start)

    def emit(self, shown: str, start: int, *, step: int = 0) -> None:
        """Add characters; with `step` 1 each has a place of its own in the text."""
        for position, character in enumerate(shown):
            if character == " " and (not self.pieces or self.pieces[-1] == " "):
                continue
            self.pieces.append(character)
            self.offsets.append(start + position * step)

    def command(self, match: re.Match[str]) -> str:
        """Return a command's symbol; one that only sets type shows nothing itself."""
        name = match["command"]
        self.fraction = name in ("frac", "dfrac", "tfrac")
        symbol = command_symbol(name)
        follows = self.text[match.end() : match.end() + 1]
        letter = symbol.isalpha() and symbol < "\u0250"  # "\O ystein" is one word
        swallows = match.end() <= self.math_end or letter or not follows.isalnum()
        if not symbol:  # "homo{\bf to}py" is one word
            swallows = self.text.startswith("{", match.start() - 1)
        return symbol + ("" if swallows else match["blank"][:1])

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
        end = self.text.find(match[0], match.end(), match.end() + _LONGEST_FORMULA)
        inside = self.text[match.end() : end]
        if end < 0 or not _FORMULA.search(inside + "$" + self.text[end + 1 : end + 2]):
            return match[0]
        self.math_end = end + 1
        return ""

    def result(self) -> tuple[str, list[int]]:
        """Return the decoded text, without the blank at its end, and its offsets."""
        if self.pieces and self.pieces[-1] == " ":
            del self.pieces[-1], self.offsets[-1]
        return "".join(self.pieces), [*self.offsets, len(self.text)]


def _kind(match: re.Match[str]) -> str:
    """Return the name of a token; its last group may be one inside it."""
    if match["command"] is not None:
        return "command"
    return "accent" if match["accent"] is not None else str(match.lastgroup)


def _decode_token(kind: str, match: re.Match[str]) -> str:
    """Return what a token shows whose meaning does not depend on those before it."""
    if kind == "accent":
        letter = match["braced"] or match["bare"]
        if len(letter) > len(r"\i"):  # it has an accent of its own
            letter = decode_latex_field(letter)
        return put_accent(match["mark"], letter.removeprefix("\\"))
    if kind == "hyphenation":
        before = match.string[max(0, match.start() - 12) : match.start()]
        return "-" if _KEPT_HYPHEN.search(before) else ""
    if kind == "escaped":
        return "".join(map(even_character, escaped_sign(match["escaped"])))
    if kind == "other":
        return even_character(match[0])
    if kind == "typed":
        return _TYPED[match[0]]
    return {"tie": " ", "dash": "-", "space": " "}.get(kind, "")
