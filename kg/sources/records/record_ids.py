"""Identifiers that records carry: of people, organisations, works; checked, one form.

An id may be written bare, with its scheme in front, or as an address on the web: told
apart from what stands around it by its own form, and by its check digits where it has
some, never by the name of a host.
"""

import re
from collections.abc import Mapping

from kg.text.identifiers import ARXIV_NUMBER

# Four groups of four; records leave the hyphens out, too.
_ORCID = re.compile(r"(?<!\d)(\d{4})-?(\d{4})-?(\d{4})-?(\d{3}[\dX])(?!\w)", re.I)
# The blocks of ISNI's numbers that ORCID gives out, check digits left out: others may
# have a right check digit, as what forms show to explain themselves, 0000-0000-0000-0001.
_ORCID_BLOCKS = (
    range(1_5000_000, 3_5000_001),  # 0000-0001-5000-000… to 0000-0003-5000-000…
    range(9_0000_0000_000, 9_0010_0000_001),  # 0009-0000-… to 0009-0010-…
)
# What stands for no one's: zeros, and the digits in their order, as forms show them.
_NO_ONES = re.compile(r"0000-0000-|0000-000\d-2345-67")
# A zero, six signs of Crockford's Base32, two check digits.
_ROR = re.compile(r"(?<![a-z\d])0[a-hj-km-np-tv-z\d]{6}\d\d(?![a-z\d])")
_BASE32 = "0123456789abcdefghjkmnpqrstvwxyz"  # Crockford's: no i, l, o, u

# scheme → (the names that fields have for it, the form of an id of a work).
_SCHEMES: Mapping[str, tuple[tuple[str, ...], str]] = {
    "arxiv": (
        ("arxiv", "arxiv_id", "arxivid"),
        ARXIV_NUMBER + r"(?=v\d+|\.pdf|\W|$)",
    ),
    "openalex": (("openalex", "openalex_id"), r"W\d+"),
    "pmcid": (("pmcid", "pmc", "pubmedcentral"), r"PMC\d+"),
    "pmid": (("pmid", "pubmed", "pubmed_id"), r"\d{1,9}(?!\d)"),
    "s2": (("corpusid", "s2", "s2_id"), r"\d+"),
}
SCHEME_FIELDS: Mapping[str, str] = {
    field: scheme for scheme, (fields, _) in _SCHEMES.items() for field in fields
}
"""Name of a record's field, in lower case → the scheme of the ids it holds."""

# No letter or digit stands before an id: "W12" is none of "SHOW12".
_FORMS = {
    scheme: re.compile(rf"(?<!\w){form}", re.IGNORECASE)
    for scheme, (_, form) in _SCHEMES.items()
}


def parse_orcid(value: str) -> str | None:
    """Return a person's ORCID as "0000-0002-1825-0097"; None where it is none.

    The last character is checked (ISO 7064 MOD 11-2), which finds a digit mistyped, and
    that the number is in a block that ORCID gives out.

    >>> parse_orcid("https://orcid.org/0000-0002-1825-0097")
    '0000-0002-1825-0097'
    >>> parse_orcid("0000-0002-1825-0098") is None
    True
    """
    found = _ORCID.search(value)
    if found is None:
        return None
    digits = "".join(found.groups()).upper()
    if not _has_check_digit(digits):
        return None
    if not any(int(digits[:-1]) in block for block in _ORCID_BLOCKS):
        return None
    return _with_hyphens(digits)


def parse_unchecked_orcid(value: str) -> str | None:
    """Return what has the form of an ORCID, but is none; None of ORCIDs and all else.

    Somebody mistyped it, or made it up for somebody: not for everybody, as the examples
    of forms are.

    >>> parse_unchecked_orcid("0000-0002-1825-0098")
    '0000-0002-1825-0098'
    >>> parse_unchecked_orcid("0000-0002-1825-0097") is None
    True
    """
    found = _ORCID.search(value)
    if found is None or parse_orcid(value) is not None:
        return None
    orcid = _with_hyphens("".join(found.groups()).upper())
    begins = orcid.startswith(("0000-000", "0009-00"))
    return orcid if begins and not _NO_ONES.match(orcid) else None


def _with_hyphens(digits: str) -> str:
    return "-".join(digits[place : place + 4] for place in range(0, 16, 4))


def _has_check_digit(digits: str) -> bool:
    """Tell whether the last of sixteen digits is the check of the others."""
    total = 0
    for digit in digits[:-1]:
        total = (total + int(digit)) * 2
    expected = (12 - total % 11) % 11
    return digits[-1] == ("X" if expected == 10 else str(expected))


def parse_ror(value: str) -> str | None:
    """Return the bare id of a research organisation; None where it is none.

    Its last two digits are checked (ISO 7064 MOD 97-10 over the number before them).

    >>> parse_ror("https://ror.org/05dxps055")
    '05dxps055'
    """
    found = _ROR.search(value.lower())
    if found is None:
        return None
    number = 0
    for character in found[0][:7]:
        number = number * 32 + _BASE32.index(character)
    return found[0] if int(found[0][7:]) == 98 - number * 100 % 97 else None


def parse_work_id(scheme: str, value: str) -> str | None:
    """Return an id of a work in its scheme's bare form; None where it has not the form.

    Of a scheme that is not known here any value will do.

    >>> parse_work_id("pmid", "https://pubmed.ncbi.nlm.nih.gov/123/")
    '123'
    """
    if scheme not in _FORMS:
        return value.strip() or None
    found = _FORMS[scheme].search(value)
    if found is None:
        return None
    return found[0].lower() if scheme == "arxiv" else found[0].upper()
