"""Which functions of kg a command calls, in the order in which each is called first.

Run as a file, with the tree whose kg is meant on PYTHONPATH:

    PYTHONPATH=TREE python pipelines/code_structure/trace.py MODULE:FUNCTION ANSWER ARGUMENT…

MODULE:FUNCTION is what the command kg calls, with the arguments. Writes: one JSON list
of [module, function] to the file ANSWER.
"""

import json
import sys
import threading
from importlib import import_module
from pathlib import Path
from types import FrameType


def main(entry: str, answer: str, *arguments: str) -> None:
    """Run the command, and write what was called."""
    module, _, function = entry.partition(":")
    command = getattr(import_module(module), function)
    called: dict[tuple[str, str], None] = {}

    def note(frame: FrameType, event: str, _: object) -> None:
        """Remember a call of a function of kg that has a name."""
        if event == "call":
            where = str(frame.f_globals.get("__name__"))
            name = frame.f_code.co_qualname
            if where.startswith("kg.") and not name.endswith(">"):
                called.setdefault((where, name))

    sys.argv = ["kg", *arguments]
    threading.setprofile(note)
    sys.setprofile(note)
    try:
        command()
    except SystemExit as end:
        if end.code:
            raise
    finally:
        sys.setprofile(None)
    Path(answer).write_text(json.dumps(list(called)), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
