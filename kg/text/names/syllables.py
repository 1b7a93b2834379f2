"""Syllables of given names: "Guoli" is "Guo-Li", as Mandarin and Korean are romanised.

A given name of two syllables is one name, in one word, in two or with a hyphen; one of
them alone is another name.
"""

import re
from functools import lru_cache

_PINYIN = (
    r"(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcs])"
    r"(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|an|ao|ei|en|(?<=[jqxld])ia"
    r"|ie|in|iu|ou|ua|ue|ui|un|uo|a|e|i|o|u)"
    r"|y(?:ang|ing|ong|uan|ao|an|in|ou|un|ue|a|e|i|o|u)|w(?:ang|eng|ai|ei|an|en|a|o|u)"
    r"|ang|eng|ai|ei|ao|ou|an|en|er|[aoe]"
)
_KOREAN = (
    r"(?:kk|tt|pp|ss|jj|ch|sh|[kgndtrlmbpsjhyw])?"
    r"(?:yeo|yae|you|eoi|ae|ai|eo|eu|oe|wa|wo|we|wi|ui|ya|yo|yu|ye|oo|ou|ee|yi|[aeiou])"
    r"(?:ng|ck|[nmlkptbghr])?"
)
_SYLLABLES = {
    "mandarin": re.compile(_PINYIN),
    "korean": re.compile(f"{_PINYIN}|{_KOREAN}"),
}


@lru_cache(maxsize=100_000)
def split_syllables(
    word: str, language: str = "mandarin"
) -> frozenset[tuple[str, ...]]:
    """Return the ways in which a word is one syllable, or two; none of other words.

    Args:
        word: in small letters, without accents.
        language: "mandarin" or "korean".

    >>> sorted(split_syllables("guoli")), sorted(split_syllables("xian"))
    ([('guo', 'li')], [('xi', 'an'), ('xian',)])
    >>> split_syllables("michael")
    frozenset()
    """
    syllable = _SYLLABLES[language]
    cuts = [(word,)] + [(word[:n], word[n:]) for n in range(1, len(word))]
    return frozenset(
        parts for parts in cuts if all(syllable.fullmatch(part) for part in parts)
    )
