"""Text that was UTF-8, read as another encoding, and saved so: "JosÃ©" for "José".

The commonest fault of pages that a program fetched. ftfy (Robyn Speer, Apache-2.0)
tells it by combinations of letters that no language has, and undoes it. Each line is
repaired by itself, so that lines stay what they are counted as.
"""

from typing import NamedTuple


class Repaired(NamedTuple):
    """A text as it was meant.

    `lines` is how many lines were repaired; `first` is the first of them, counted from
    0, `before` and `after` a word of it.
    """

    text: str
    lines: int = 0
    first: int = 0
    before: str = ""
    after: str = ""


def repair_mojibake(text: str) -> Repaired:
    """Return a text with what was read in a wrong encoding put right.

    >>> repair_mojibake("On mills\\nby JosÃ© PÃ©rez")
    Repaired(text='On mills\\nby José Pérez', lines=1, first=1, before='JosÃ©', after='José')
    """
    if text.isascii():
        return Repaired(text)
    lines = text.split("\n")
    changed = {
        number: fixed
        for number, line in enumerate(lines)
        if not line.isascii() and (fixed := _repair_line(line)) != line
    }
    if not changed:
        return Repaired(text)
    first = min(changed)
    before, after = _example(lines[first], changed[first])
    for number, fixed in changed.items():
        lines[number] = fixed
    return Repaired("\n".join(lines), len(changed), first, before, after)


def _repair_line(line: str) -> str:
    """Return a line put right; as it was, if it is good or would become several."""
    # Imported here: only texts with letters beyond ASCII need it.
    from ftfy import fix_encoding
    from ftfy.badness import is_bad

    if not is_bad(line):
        return line
    fixed = fix_encoding(line, unescape_html=False)
    return line if "\n" in fixed or "\r" in fixed else fixed


def _example(before: str, after: str) -> tuple[str, str]:
    """Return the first words that differ between two forms of a line."""
    pairs = zip(before.split(), after.split(), strict=False)
    return next(((old, new) for old, new in pairs if old != new), (before, after))
