r"""Signs in the names of terms: which of them mean something, in one form.

Most hyphens only part words, but CD4- T cells lack what CD4 T cells have, a π^- is no π
and a (-1)-curve no 1-curve. H^1 is cohomology, H_1 homology; where a digit may stand
either way (the norm L^2, L_2 or L2; R²), it counts as one.
"""

import re

# A minus in a key; the reading has a hyphen for it, as most people write.
MINUS = "−"
# Of "x^{-1}", which differs from "x - 1".
_RAISED_MINUS = re.compile(r"(\^\{?\s?)[-–−]")
# Written as a minus, it is one at the end of all but broken words ("net− work").
_TRUE_MINUS = re.compile(r"(?<=\S)(?<![a-z][a-z])−(?=[\s)/]|\Z)")
_HYPHEN_MINUS = re.compile(
    r"\(-\)"  # CD4(-)
    r"|(?<=[=<>≤≥≠(\[{|])-(?=\d)|\A-(?=\d)"  # (-1)-curve; not "COVID -19"
    r"|-(?=/-(?:\s|\Z))|(?<=[-+]/)-(?=\s|\Z)"  # the knock-outs p53-/- and ApoE+/-
    r"|(?<=\+[A-Za-zμπτ])-(?=[\s)]|\Z)"  # e+e-
    r"|(?<=\A[A-ZΑ-Ωα-ω])-\Z"  # K-
)
# CD4- and HER2-, but neither GPT-3- nor the cut L1- of "L1- and L2-norm".
_CHARGED = re.compile(
    r"(\b(?=[^\W_]?[^\W\d_]{2})[^\W_]*\d)-(?=[\s/)]|\Z)"
    r"(?!\s+(?:and|based|driven|like|or|specific|style|type)\b)"
)
_STARS = str.maketrans(dict.fromkeys("∗⋆★⁎", "*"))
_UNEQUAL = re.compile(r"\\not\s?=")
_RAISED = re.compile(
    r"""
    ( \A\$?(?:\\math[a-z]+\s?\{)?[HK]\}?              # the whole name is H^1 or H^1(X)
      (?= (?:\^\{?\d+\}?|[⁰¹²³⁴-⁹]+) \$? (?:\(.*\)\$?)? \Z )
    | (?<![A-Za-z])(?:Z|ℤ)\}?(?=\^\{?\d|[⁰¹²³⁴-⁹])    # the lattice Z^2, the group Z_2
    )
    """,
    re.VERBOSE,
)
_AFTER_RAISED = r"\1↑"


def mark_signs(name: str) -> str:
    """Return a name in which raised minus signs and digits are marked for its reading.

    >>> mark_signs("π^-"), mark_signs("H^1(X)")
    ('π^⁻', 'H↑^1(X)')
    """
    if "\\not" in name:
        name = _UNEQUAL.sub("≠", name)
    name = _RAISED_MINUS.sub(r"\1⁻", _RAISED.sub(_AFTER_RAISED, name))
    return _TRUE_MINUS.sub("⁻", name)


def separate_minus_signs(text: str) -> str:
    """Return the reading of a name with minus signs where hyphens stand for them.

    >>> separate_minus_signs("CD4- cells"), separate_minus_signs("GPT-3-based")
    ('CD4− cells', 'GPT-3-based')
    """
    text = _CHARGED.sub(rf"\1{MINUS}", _HYPHEN_MINUS.sub(MINUS, text))
    return text if text.isascii() else text.translate(_STARS)
