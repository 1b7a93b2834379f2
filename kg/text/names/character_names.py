"""Names in Chinese characters, kana or hangul: the family name first, without a blank.

Databases cut them ("王, 建国"), and programs made for other names turn them round
("建国 王"). All are "王建国" here. Where the family name ends is told by the characters
alone, so that one name has one form wherever it was cut.
"""

import re
import unicodedata
from functools import lru_cache

from kg.datafiles import word_list

_CHARACTER = "\u3005\u3040-\u30fa\u30fc-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3"
# Two halves at most: what has more is a list of names, or no name.
_NAME = re.compile(
    rf"[{_CHARACTER}]{{1,6}}(?:\s{{0,3}}[,，、]?\s{{0,3}}[{_CHARACTER}]{{1,6}})?"
)
_PART = re.compile(r"[^\s,，、;；]+")
_CUT = re.compile(r"(?:(?<!\s)\s++)?[,，、]\s*+")
# Characters: Japanese family names have up to three, given names in kana up to four.
_LONGEST = 7
_COMPOUND = 4  # from so many characters on, the family name has two


def is_character_name(text: str) -> bool:
    """Tell whether all of a text is the name of one person in characters.

    >>> is_character_name("王, 建国"), is_character_name("Wang 建国")
    (True, False)
    """
    if text.isascii():
        return False
    made = unicodedata.normalize("NFC", text.strip())
    size = len("".join(made.split()))
    is_one = _NAME.fullmatch(made) and not are_several_names(made)
    return bool(is_one) and 2 <= size <= _LONGEST


def join_character_name(text: str) -> str:
    """Return such a name as it is written: the family name first, nothing between.

    Behind a comma stands the given name; else a family name stands first, unless only
    the second part is one.

    >>> [join_character_name(name) for name in ("王, 建国", "建国 王", "김 민수")]
    ['王建国', '王建国', '김민수']
    """
    made = unicodedata.normalize("NFC", text.strip())
    parts = made.split()
    if len(parts) == 2 and not _CUT.search(made):
        known = [part in word_list("people/character_family_names") for part in parts]
        if known == [False, True]:
            parts.reverse()
    return _CUT.sub("", "".join(parts))


def are_several_names(text: str) -> bool:
    """Tell whether a text lists people in characters: each part is a whole name.

    >>> are_several_names("王建国, 张家发"), are_several_names("王, 建国")
    (True, False)
    """
    known = word_list("people/character_family_names")
    parts = _PART.findall(unicodedata.normalize("NFC", text))
    return len(parts) > 1 and all(
        len(part) > 1 and part[0] in known and part not in known for part in parts
    )


@lru_cache(maxsize=100_000)
def split_character_name(name: str) -> tuple[str, str]:
    """Return family and given name of a name in characters.

    Of four characters and more the family name has two, of fewer one, but for compound
    ones ("欧阳", "남궁").

    >>> split_character_name("王建国"), split_character_name("欧阳娜")
    (('王', '建国'), ('欧阳', '娜'))
    """
    name = join_character_name(name)
    compound = name[:2] in word_list("people/character_family_names") and len(name) > 2
    size = 2 if compound or len(name) >= _COMPOUND else 1
    return name[:size], name[size:]
