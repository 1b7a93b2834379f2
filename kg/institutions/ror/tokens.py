"""What a word is: letters and digits, vowel signs too, cut where no blank is written.

"清华大学计算机系" is the department of a university: scripts without blanks are cut
behind the words for institutions, in names of a registry as in affiliations.
"""

import re
import unicodedata

# Of Indic scripts, Thai, Lao, Burmese, Khmer: signs for vowels count as letters.
_SIGNS = (
    r"\u0900-\u0963\u0966-\u0dff\u0e01-\u0e4e\u0e81-\u0ece\u1000-\u109f\u1780-\u17d3"
)
_LETTERS = rf"(?:[^\W_]|[{_SIGNS}])+"
_ENDS = (
    *("大学", "大學", "研究所", "研究院", "学院", "學院", "医院", "醫院", "病院"),
    *("대학교", unicodedata.normalize("NFKD", "대학교")),
)
_EASTERN = r"[\u1100-\u11ff\u3005\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff]"
_CUT = rf"{_EASTERN}+?(?:{'|'.join(_ENDS)})"
_SIGN = r"[^\w\s]"

_ASCII = re.compile(r"[^\W_]+")
_ANY = re.compile(f"{_CUT}|{_LETTERS}")
_ASCII_SIGNS = re.compile(rf"[^\W_]+|{_SIGN}")
_ANY_SIGNS = re.compile(rf"{_CUT}|{_LETTERS}|{_SIGN}")


def runs(text: str) -> re.Pattern[str]:
    """Return the pattern for words of a text."""
    return _ASCII if text.isascii() else _ANY


def runs_and_signs(text: str) -> re.Pattern[str]:
    """Return the pattern for words of a text, and for each sign between them."""
    return _ASCII_SIGNS if text.isascii() else _ANY_SIGNS
