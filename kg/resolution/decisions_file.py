"""decisions.csv, read: a line is `kind,a,b,verdict,note` with verdict merge or apart.

`a` and `b` are names or entity ids, or names of one document:

    kind,a,b,verdict,note
    person,J. Smith@doc:5f34443c2ade,J. Smith@doc:90b1c0a7d312,apart,two chemists

Lines that contradict each other, also through others, are an error.
"""

import csv
import io
from collections.abc import Sequence
from pathlib import Path

from kg.errors import DecisionError
from kg.files.output_names import DECISIONS
from kg.resolution.decisions import FAMILIES, Decision, check_consistency
from kg.text.spreadsheet_cells import read_spreadsheet_cell
from kg.text.surrogates import replace_surrogates

COLUMNS = ("kind", "a", "b", "verdict", "note")


def find_decisions(given: Path | None, folder: Path) -> tuple[Decision, ...]:
    """Read the file of decisions that is given, or else the one in a folder, if any.

    Raises:
        DecisionError: as by `read_decisions`.
    """
    if given is not None:
        return read_decisions(given)
    in_folder = folder / DECISIONS
    return read_decisions(in_folder) if in_folder.exists() else ()


def read_decisions(path: Path) -> tuple[Decision, ...]:
    """Read a file of decisions.

    Raises:
        DecisionError: the file cannot be read, a line is no decision, or two
            contradict each other.
    """
    name = replace_surrogates(str(path))
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise DecisionError(f"{name}: cannot be read: {error.strerror}") from None
    except UnicodeDecodeError as error:
        raise DecisionError(
            f"{name}: byte {error.start} is not UTF-8; save it as “CSV UTF-8”"
        ) from None
    return parse_decisions(text, path=name)


def parse_decisions(text: str, *, path: str = "decisions.csv") -> tuple[Decision, ...]:
    """Read decisions from a CSV's text; see `read_decisions`.

    Lines that are empty or begin with # are passed over. Cells may be parted by
    semicolons or tabs, as spreadsheets write them where the comma is in numbers.
    """
    rows = csv.reader(
        io.StringIO(text, newline=""), delimiter=_find_delimiter(text), strict=True
    )
    found: list[Decision] = []
    header: tuple[str, ...] | None = None
    try:
        for row in rows:
            cells = [read_spreadsheet_cell(cell.strip()) for cell in row]
            if not any(cells) or cells[0].startswith("#"):
                continue
            if header is None:
                header = _header(cells, f"{path}:{rows.line_num}")
            else:
                found.append(_decision(cells, path=path, line=rows.line_num))
    except csv.Error as error:
        raise DecisionError(f"{path}:{rows.line_num}: no CSV ({error})") from None
    check_consistency(found)
    return tuple(found)


def _find_delimiter(text: str) -> str:
    """Return what the header's cells are parted by."""
    lines = (line.strip(" \ufeff") for line in text.splitlines())
    header = next((each for each in lines if each and not each.startswith("#")), "")
    return max(",;\t", key=header.count)


def _header(cells: Sequence[str], place: str) -> tuple[str, ...]:
    """Return the names of the columns.

    Raises:
        DecisionError: they are not those of a file of decisions.
    """
    names = tuple(cell.casefold() for cell in cells)
    verdict = names[3:4] in (("verdict",), ("merge|apart",), ("merge | apart",))
    if names[:3] != COLUMNS[:3] or not verdict or names[4:] not in ((), ("note",)):
        raise DecisionError(
            f"{place}: expected the header {','.join(COLUMNS)}, found {','.join(cells)}"
        )
    return names


def _decision(cells: Sequence[str], *, path: str, line: int) -> Decision:
    """Return the decision that a line of cells is.

    Raises:
        DecisionError: cells are missing, empty or none of the words expected.
    """
    place = f"{path}:{line}"
    if not 4 <= len(cells) <= 5:
        raise DecisionError(
            f"{place}: expected 4 or 5 cells ({','.join(COLUMNS)}), found {len(cells)};"
            " put names with a comma in double quotes"
        )
    kind, a, b, verdict = (*cells[:3], cells[3].casefold())
    if kind.casefold() not in FAMILIES:
        known = ", ".join(FAMILIES)
        raise DecisionError(f"{place}: kind is one of {known}; found {kind!r}")
    if not a or not b:
        raise DecisionError(f"{place}: a decision needs two names")
    if verdict not in ("merge", "apart"):
        raise DecisionError(f"{place}: verdict is merge or apart; found {cells[3]!r}")
    if a == b:
        raise DecisionError(
            f"{place}: {a!r} is compared with itself; to tell two of one name apart, "
            "write name@document"
        )
    return Decision(
        kind=kind.casefold(),
        a=a,
        b=b,
        verdict="merge" if verdict == "merge" else "apart",
        note="".join(cells[4:]),
        line=line,
        path=path,
    )
