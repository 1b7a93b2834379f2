"""Collections of records: JSON Lines, packed or not."""

import gzip
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any


def read_lines(paths: Iterable[Path]) -> Iterator[dict[str, Any]]:
    """Yield the objects of JSON Lines, also .gz."""
    for path in paths:
        opened = gzip.open if path.suffix == ".gz" else open
        with opened(path, "rt", encoding="utf-8") as lines:
            yield from map(json.loads, lines)
