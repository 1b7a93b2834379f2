"""A title, an abstract as a record states it → the text, or nothing where none is there.

Databases fill an empty field with a phrase of their own: "[No abstract available]".
"""

import re

from kg.text.markup import strip_markup

_EMPTY = re.compile(
    r"""
      (?:sorry,\ )?(?:(?:there\ is\ )?(?:currently\ )?no|without)
      \ (?:abstract|summary|title|description)(?:\ (?:is|was))?
      (?:\ (?:available|provided|found|supplied|given|received|exists?))?
      (?:\ (?:for|in|from)\ .{0,60})?
    | (?:(?:the|an?)\ )?(?:abstract|summary|title|text|description)(?:\ (?:is|was|text))?
      \ (?:not|un|currently\ not|currently\ un|temporarily\ un)\s?
      (?:available|provided|found|supplied|given)(?:\ (?:for|in|from)\ .{0,60})?
    | (?:not|un)\s?(?:available|provided|applicable|specified|known|titled)
    | (?:abstract|summary|title|zusammenfassung|r[ée]sum[ée]|resumen|resumo|riassunto
      |аннотация|摘要|要旨|초록)
    | (?:see|click|read|please\ see|refer\ to)\ .{0,40}\b(?:pdf|full\ text|abstract)\b.{0,20}
    | abstract\ (?:available|only|withdrawn|to\ follow|tba|tbc)
    | (?:kein|ohne)\ (?:abstract|zusammenfassung)(?:\ (?:verfügbar|vorhanden))?
    | (?:pas\ de|sans)\ r[ée]sum[ée](?:\ disponible)? | r[ée]sum[ée]\ (?:non|in)\s?disponible
    | (?:sin|no\ hay)\ resumen(?:\ disponible)? | resum[eo]n?\ n(?:o|ão)\ dispon[ií]vel
    | resumen\ no\ disponible | sem\ resumo | riassunto\ non\ disponibile
    | 无摘要 | 無摘要 | 暂无摘要 | 抄録なし | 要旨なし | нет\ аннотации
    | n\s?/\s?a | n\.\s?a | nan | null | none | nil | tba | tbd | tbc | to\ be\ announced
    | untitled(?:\ document)?
    """,
    re.VERBOSE | re.IGNORECASE,
)
_AROUND = " \t\n.,;:!-–—_*?()[]{}<>\"'«»“”"
_LONGEST = 120  # characters: no such phrase is longer


def stated_text(value: str) -> str | None:
    """Return a text on one line, without markup; None of an empty one.

    >>> stated_text("On <i>mills</i>"), stated_text("[No abstract available]")
    ('On mills', None)
    """
    text = " ".join(strip_markup(value).split())
    return None if is_empty_text(text) else text


def is_empty_text(text: str) -> bool:
    """Tell whether a text is what databases write in the place of none.

    >>> is_empty_text("Abstract not available."), is_empty_text("No man's land")
    (True, False)
    """
    if len(text) > _LONGEST:
        return False
    bare = text.strip(_AROUND)
    return not bare or bare == "NA" or _EMPTY.fullmatch(bare) is not None
