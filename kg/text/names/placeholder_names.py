"""What stands where a name should and names nobody: "Anonymous", "et al.", "n/a".

Databases fill an empty field with a phrase of their own, and lists of authors end in
those whom they leave out. As a person, either would have written with everybody.
"""

import re

_REST_OF_LIST = re.compile(
    r"""
    (?<![,;\s])[,;\s]++
    (?: [(\[]? et\.? \s? al(?:ii)?\b \.? [)\]]?
      | et\ coll\b\.? | u\.\s?a\. | and\ others
      | and\ \d{1,5}\ (?:others|more)(?:\ authors)? )
    [.,;\s]*+ $
    """,
    re.VERBOSE | re.IGNORECASE,
)
# "al, et" is what programs make of "et al." that they take for a name.
_PLACEHOLDER = re.compile(
    r"""
      (?:and\ )?(?:\d+\ )?(?:(?:more|additional)\ )?(?:co-?)?(?:others|authors) | \d+\ more
    | et\.?\ al(?:ii)? | al\.?,?\ e(?:t)? | et\ coll
    | anon(?:ym(?:ous|e|us|i|o|os)?)?(?:\ authors?)? | (?:various|several|multiple)(?:\ authors)?
    | (?:no|without)\ (?:author|name|creator)(?:s|ship)?\b.*
    | (?:author|name|creator)s?\ (?:un|not\b|missing|n/a).*
    | (?:unknown|undefined|unnamed|unidentified)(?:\ (?:author|name|creator)s?)?
    | not\ (?:available|given|specified|stated|provided|applicable)
    | n/a | n\.a | s\.\s?n | nan | null | none | tba | tbd
    | 佚名 | 匿名 | 无名氏 | 著者不明 | 作者不详
    """,
    re.VERBOSE | re.IGNORECASE,
)
_AROUND = " \t\n.,;:-–—_*?()[]{}<>\"'"
_LONGEST = 80  # characters: no placeholder is longer


def named_part(name: str) -> str:
    """Return a name without the "et al." behind it; "" of what names nobody.

    >>> named_part("Lena Borland et al."), named_part("[No author name available]")
    ('Lena Borland', '')
    """
    rest = _REST_OF_LIST.sub("", name)
    bare = " ".join(rest.strip(_AROUND).split())
    if not any(character.isalpha() for character in bare) or bare == "NA":
        return ""
    return "" if _PLACEHOLDER.fullmatch(bare[:_LONGEST]) else rest
