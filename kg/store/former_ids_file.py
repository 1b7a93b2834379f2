"""former_ids.csv: a line is `former,entity`, an id of an earlier build and what it became.

It lies in the folder of a build, beside decisions.csv, and is read by the next build
into that folder: what ids used to be is an input, as it is in no document. Copied into
another folder, it makes the old ids known there.
"""

import csv
import io
from collections.abc import Mapping
from pathlib import Path

from kg.errors import DecisionError
from kg.text.surrogates import replace_surrogates

COLUMNS = ["former", "entity"]


def read_former_ids(path: Path) -> dict[str, str]:
    """Read a file of former ids; one that is not there has none.

    Raises:
        DecisionError: it cannot be read, or a line is not two ids.
    """
    name = replace_surrogates(str(path))
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise DecisionError(f"{name}: cannot be read: {error.strerror}") from None
    except UnicodeDecodeError as error:
        raise DecisionError(f"{name}: byte {error.start} is not UTF-8") from None
    return parse_former_ids(text, path=name)


def parse_former_ids(text: str, *, path: str = "former_ids.csv") -> dict[str, str]:
    """Read former ids from a CSV's text; empty lines and those with # are passed over.

    Raises:
        DecisionError: the header is another, or a line is not two ids.

    Example:
        >>> parse_former_ids("former,entity\\nperson:j-smith,person:john-smith\\n")
        {'person:j-smith': 'person:john-smith'}
    """
    rows = csv.reader(io.StringIO(text, newline=""), strict=True)
    found: dict[str, str] = {}
    header = True
    try:
        for row in rows:
            if not row or row[0].startswith("#"):
                continue
            place = f"{path}:{rows.line_num}"
            if header:
                _check_header(row, place)
            else:
                _add(found, row, place)
            header = False
    except csv.Error as error:
        raise DecisionError(f"{path}:{rows.line_num}: no CSV ({error})") from None
    return found


def format_former_ids(former: Mapping[str, str]) -> str:
    """Return the text of the file, sorted by the former ids.

    >>> format_former_ids({"person:b": "person:c"})
    'former,entity\\nperson:b,person:c\\n'
    """
    file = io.StringIO(newline="")
    csv.writer(file, lineterminator="\n").writerows([COLUMNS, *sorted(former.items())])
    return file.getvalue()


def _check_header(row: list[str], place: str) -> None:
    if row != COLUMNS:
        raise DecisionError(
            f"{place}: expected the header {','.join(COLUMNS)}, found {','.join(row)}"
        )


def _add(found: dict[str, str], row: list[str], place: str) -> None:
    if len(row) != len(COLUMNS) or not all(":" in cell for cell in row):
        raise DecisionError(
            f"{place}: expected two ids (former,entity), found {','.join(row)}"
        )
    former, entity = row
    found[former] = entity
