"""A raw affiliation, or a name of the registry → the words it is compared by.

The same normal form for both: no case, accents or plural s, words cut short written
out, words for kinds of institution in English, whatever language they stand in.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache
from typing import Literal, NamedTuple

from kg.datafiles import mapping, table, word_list
from kg.text.folding import PLAIN_LETTERS, strip_accents, strip_plural

Join = Literal["", "of", "and", ","]

# What databases left of a tabulator and a line feed.
_CONTROL = re.compile(r"#(?:TAB|N|R)#")
# "U.S.A.", "C.N.R.S."
_DOTTED = re.compile(r"\b(?:[A-Za-z]\.){2,}(?!\w)")
# "King's" is also written "Kings", and with whatever mark a keyboard has.
_APOSTROPHE_S = re.compile(r"(?<=\w)['’ʼ`?]s\b")
# Words kept with their forms: a full registry has fewer, endless input has more.
_MOST_FORMS = 1 << 19
_SIMPLE = re.compile(r"[^.#'’ʼ`?]*$")
# No name of an organisation reaches over one of these.
_BREAKS = frozenset(",;:/()[]|•·{}*<>")

# What a word is: letters and digits, vowel signs too. Scripts without blanks are cut
# behind the words for institutions: "清华大学计算机系" is a department of a university.
# Of Indic scripts, Thai, Lao, Burmese, Khmer: signs for vowels count as letters.
_SIGNS = (
    r"\u0900-\u0963\u0966-\u0dff\u0e01-\u0e4e\u0e81-\u0ece\u1000-\u109f\u1780-\u17d3"
)
_LETTERS = rf"(?:[^\W_]|[{_SIGNS}])++"
# Scripts without blanks: a name ends behind its word for university, institute, hospital.
_ENDS = (
    *("大学", "大學", "研究所", "研究院", "学院", "學院", "医院", "醫院", "病院"),
    *("대학교", unicodedata.normalize("NFKD", "대학교")),
)
_EASTERN = r"[\u1100-\u11ff\u3005\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff]"
_CUT = rf"{_EASTERN}{{1,60}}?(?:{'|'.join(_ENDS)})"
_SIGN = r"[^\w\s]"

_ASCII = re.compile(r"[^\W_]+")
_ANY = re.compile(f"{_CUT}|{_LETTERS}")
_ASCII_SIGNS = re.compile(rf"[^\W_]+|{_SIGN}")
_ANY_SIGNS = re.compile(rf"{_CUT}|{_LETTERS}|{_SIGN}")


class AffiliationWord(NamedTuple):
    """A word that tells something: small words and signs are only in `join`.

    Attributes:
        key: its normal form.
        raw: as it stands, without accents.
        join: what stands before it: nothing but a space or hyphen, a small word, "and",
            or a break between parts of an address.
        cut: a full stop follows: it may be cut short.
    """

    key: str
    raw: str
    join: Join
    cut: bool


def split_words(text: str) -> list[AffiliationWord]:
    """Cut a text into its words, in order.

    Initials are put together ("S. N. Bose"), small words are left out.

    Example:
        >>> [(word.key, word.join) for word in split_words("Univ. of Rye, UK")]
        [('university', ','), ('rye', 'of'), ('uk', ',')]
    """
    found: list[AffiliationWord] = []
    join: Join = ","
    text = plain_text(text)
    for token in token_pattern(text).findall(text):
        if len(token) > 1 or token.isalnum():
            key = _FORMS[token]
            if not key:
                join = _stronger(join, "and" if token.lower() in _AND else "of")
                continue
            if join == "" and _is_initial(token) and found and _initials(found[-1]):
                both = found[-1].raw + token
                found[-1] = AffiliationWord(both.lower(), both, found[-1].join, False)
                continue
            found.append(AffiliationWord(key, token, join, False))
            join = ""
        elif token == "." and found and not join:
            found[-1] = found[-1]._replace(cut=True)
        elif token == "&":
            join = _stronger(join, "and")
        elif token in _BREAKS:
            join = ","
    return found


class Key(NamedTuple):
    """What a name is compared by.

    Attributes:
        words: its words in their normal form, in order.
        joined: the places of words that a small word or "and" stands before.
    """

    words: tuple[str, ...]
    joined: tuple[int, ...]


def name_key(name: str) -> tuple[str, ...]:
    """Return the words a name is compared by, in order.

    Example:
        >>> name_key("Universität Zürich") == name_key("Univ. of Zurich")
        True
    """
    return tuple(word.key for word in split_words(name))


def name_keys(names: Iterable[str]) -> list[Key]:
    """Return the keys of many names, as one text: ten times as fast as one by one."""
    lines = [name.replace("\n", " ") for name in names]
    foreign = [n for n, line in enumerate(lines) if not line.isascii()]
    joined = "\n".join(lines[n] for n in foreign)
    without = strip_accents(joined.translate(PLAIN_LETTERS)).split("\n")
    for n, line in zip(foreign, without, strict=False):  # of none, "" is left
        lines[n] = line
    return [_line_key(line) for line in lines]


def _line_key(line: str) -> Key:
    if not _SIMPLE.match(line):  # initials are put together, an 's is drawn near
        return _key(split_words(line))
    tokens = word_pattern(line).findall(line)
    # A sign of a vowel that stands alone is no word.
    words = [_FORMS[token] for token in tokens if len(token) > 1 or token.isalnum()]
    if "" not in words:
        return Key(tuple(words), ())
    kept = [number for number, word in enumerate(words) if word]
    joined = [
        place for place, number in enumerate(kept) if place and not words[number - 1]
    ]
    return Key(tuple([words[number] for number in kept]), tuple(joined))


def _key(words: list[AffiliationWord]) -> Key:
    joined = (n for n, word in enumerate(words) if n and word.join in ("of", "and"))
    return Key(tuple(word.key for word in words), tuple(joined))


class _Forms(dict[str, str]):
    """The normal form of each word seen so far; nothing for small words."""

    def __missing__(self, token: str) -> str:
        """Work it out; what files of nonsense make it hold stays within bounds."""
        if len(self) > _MOST_FORMS:
            self.clear()
        form = "" if _is_small(token) else normal_form(token)
        self[token] = form
        return form


_FORMS = _Forms()


def _is_small(token: str) -> bool:
    """Tell small words in any case; "IN", "DE" and "A" may be states and initials."""
    if token.isupper() and len(token) < 3:
        return False
    return token.lower() in word_list("institutions/affiliation_small_words")


def _is_initial(token: str) -> bool:
    return len(token) == 1 and token.isalpha() and token.isupper()


def _initials(word: AffiliationWord) -> bool:
    """Tell "S.", or "SN" put together of two already, from an acronym."""
    return word.cut and _is_initial(word.raw)


def normal_form(token: str) -> str:
    """Return a word without case and plural s, written out and in English.

    Example:
        >>> [normal_form(word) for word in ("Univ", "Wissenschaften", "Laboratories")]
        ['university', 'science', 'laboratory']
    """
    low = token.lower()
    table = _written_out()
    one = strip_plural(low)
    return table.get(low) or table.get(one) or one


# May join two organisations, where other small words go on with one.
_AND = frozenset(["and", "und", "et", "y", "e", "i", "en", "og", "ve"])
# Of two separators that meet, the one that parts names more surely stays.
_STRENGTH = {"": 0, "of": 1, "and": 2, ",": 3}


def _stronger(one: Join, other: Join) -> Join:
    return max(one, other, key=_STRENGTH.__getitem__)


def plain_text(text: str) -> str:
    """Return a text without accents, marks of databases and full stops in acronyms.

    Example:
        >>> plain_text("Børge's U.S.A.")
        'Borges USA'
    """
    text = _CONTROL.sub(" , ", text)
    text = strip_accents(text.translate(PLAIN_LETTERS))
    text = _APOSTROPHE_S.sub("s", text)
    return _DOTTED.sub(lambda found: found[0].replace(".", ""), text)


@cache
def _written_out() -> dict[str, str]:
    """Return the word for each form, of institutions and of places."""
    made = {
        form: strip_plural(word)
        for word, forms in mapping("institutions/affiliation_words").items()
        for form in forms.split()
    }
    for row in table("institutions/short_words"):
        low = row["word"].lower()
        made.setdefault(row["short"].lower(), made.get(low) or strip_plural(low))
    for name, english in mapping("institutions/place_names").items():
        if " " not in name and " " not in english:
            made.setdefault(plain_text(name).lower(), strip_plural(english.lower()))
    return made


def word_pattern(text: str) -> re.Pattern[str]:
    """Return the pattern for words of a text."""
    return _ASCII if text.isascii() else _ANY


def token_pattern(text: str) -> re.Pattern[str]:
    """Return the pattern for words of a text, and for each sign between them."""
    return _ASCII_SIGNS if text.isascii() else _ANY_SIGNS
