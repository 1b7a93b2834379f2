"""A list of raw affiliations, one a line, read; what is odd in a line is told."""

from pathlib import Path

from kg.errors import SourceError
from kg.files.opening import open_bytes, read_text
from kg.records import Remark

_MAX_BYTES = 1_000_000_000
_LONGEST = 2_000  # characters; no affiliation is longer than some hundred


def read_affiliations(
    path: Path, data: bytes | None = None
) -> tuple[list[str], list[Remark]]:
    """Read the lines of a file, without the space around them; an empty one is "".

    Args:
        path: the file, which may be packed; it names the list in messages.
        data: its bytes, if they are read already.

    Returns:
        The affiliations in order, of long ones the beginning; and remarks on lines.

    Raises:
        SourceError: the file cannot be opened, is empty, or is no text.
    """
    try:
        if data is None:
            data = open_bytes(path, max_bytes=_MAX_BYTES)
        data, bad = _mended(data)
        opened = read_text(data, max_bytes=_MAX_BYTES)
    except SourceError as error:
        raise SourceError(f"{path}: {error}") from None
    why = "not UTF-8: what cannot be read became \N{REPLACEMENT CHARACTER}"
    remarks = [Remark(str(path), line, why, lost=False) for line in bad]
    remarks += [
        Remark(str(path), each.line, each.reason, lost=False)
        for each in opened.warnings
    ]
    if not opened.complete:
        remarks.append(Remark(str(path), None, "the archive ends early"))
    found = []
    for number, line in enumerate(opened.text.split("\n"), start=1):
        plain = line.strip()
        if len(plain) > _LONGEST:
            why = f"only the first {_LONGEST:,} characters are read"
            remarks.append(Remark(str(path), number, why, lost=False))
        found.append(plain[:_LONGEST])
    if opened.text.endswith("\n"):  # ends the last line, and begins none
        found.pop()
    return found, remarks


def _mended(data: bytes) -> tuple[bytes, list[int]]:
    """Mend the few lines of a list that are not in its encoding, if that is UTF-8.

    Lists are gathered from many hands. Where most lines are wrong, the whole is in
    another encoding, and stays as it is.
    """
    lines = data.split(b"\n")
    foreign = [n for n, line in enumerate(lines) if not line.isascii()]
    bad = [n for n in foreign if not _is_utf8(lines[n])]
    if not bad or len(bad) * 2 > len(foreign) or b"\0" in data:
        return data, []
    for number in bad:
        lines[number] = lines[number].decode("utf-8", "replace").encode()
    return b"\n".join(lines), [number + 1 for number in bad]


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
