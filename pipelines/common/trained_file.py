"""What a pipeline learned, as the JSON that `kg.datafiles.trained` reads."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any


def write_trained(
    path: Path, learned: Mapping[str, Any], *, source: str, indent: int | None = None
) -> None:
    """Write what was learned; the first key says what from, and by what.

    The same values give the same bytes, in the order in which they come.
    """
    stored = {"source": f"{source}; do not edit", **learned}
    text = json.dumps(stored, ensure_ascii=False, indent=indent)
    path.write_text(text + "\n", encoding="utf-8")
