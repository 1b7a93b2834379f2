"""From a name in a folder's table to the module that serves it, on first use.

The folders of plug-ins (`sources`, `exports`) each hold one literal table in
its `__init__`, in the order that matters. Importing late keeps `kg --help` fast.
"""

from collections.abc import Mapping
from importlib import import_module
from types import ModuleType

from kg.errors import UnknownName


def load(table: Mapping[str, str], name: str, *, what: str) -> ModuleType:
    """Import the module that `table` names for `name`.

    Raises:
        UnknownName: `name` is not in the table; the message lists what is.
    """
    # Before the import, so that a module that is broken is not taken for a wrong name.
    if name not in table:
        raise UnknownName(what, name, sorted(table), all_known=True)
    return import_module(table[name])
