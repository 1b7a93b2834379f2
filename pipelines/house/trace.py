"""Which functions of kg a build calls, in the order in which each is called first.

Run as a file, with the tree whose kg is meant on PYTHONPATH:

    PYTHONPATH=TREE python pipelines/house/trace.py MODULE:FUNCTION INPUT OUT

MODULE:FUNCTION is what the command kg calls. Writes: one JSON list of
[module, function] to standard output.
"""

import json
import sys
import threading
from importlib import import_module
from types import FrameType


def main(entry: str, source: str, out: str) -> None:
    """Build a graph of `source` in folder `out`, and print what was called."""
    module, _, function = entry.partition(":")
    command = getattr(import_module(module), function)
    called: dict[tuple[str, str], None] = {}

    def note(frame: FrameType, event: str, _: object) -> None:
        if event == "call":
            where = str(frame.f_globals.get("__name__"))
            name = frame.f_code.co_qualname
            if where.startswith("kg.") and not name.endswith(">"):
                called.setdefault((where, name))

    sys.argv = ["kg", "build", source, "--out", out, "--jobs", "1"]
    threading.setprofile(note)
    sys.setprofile(note)
    try:
        command()
    except SystemExit as end:
        if end.code:
            raise
    finally:
        sys.setprofile(None)
    print(json.dumps(list(called)))


if __name__ == "__main__":
    main(*sys.argv[1:])
