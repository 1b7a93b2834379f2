"""The errors that kg raises for bad data and files.

KGError
├── SourceError      an input that cannot be opened or is no text
├── RegistryError    a registry of institutions that cannot be read
├── DecisionError    a line of decisions.csv that cannot be obeyed
├── ModelError       the trained pipeline is missing or of another version
├── StoreError       a store that is missing, of another version, or cannot be written
├── OutputError      a file or folder that cannot be written
├── WorkerError      a process that worked for this one was killed
└── UnknownName      a name that nothing is called; carries the known ones

A programmer's mistake is a ValueError or TypeError as everywhere.
"""

from collections.abc import Sequence
from functools import partial

from kg.printable import printable


class KGError(Exception):
    """Base of all; its message is meant for the person at the keyboard.

    Args:
        message: what is wrong, where, and what to do; it is made printable.
    """

    def __init__(self, message: str = "") -> None:
        """Keep the message as it can be shown: names of files stand in it."""
        super().__init__(printable(message))


class SourceError(KGError):
    """An input cannot be opened, or is no text."""


class RegistryError(KGError):
    """A registry of institutions cannot be read, or a record of it is none."""


class DecisionError(KGError):
    """A line of decisions.csv cannot be obeyed."""


class ModelError(KGError):
    """The trained pipeline is missing or was made by another version."""


class StoreError(KGError):
    """A store is missing, was made by another version, or cannot be written."""


class OutputError(KGError):
    """A file or folder cannot be written."""


class WorkerError(KGError):
    """A process that worked for this one ended before its work was done."""


class UnknownName(KGError):  # noqa: N818 - reads as what it says
    """Nothing is called that.

    Args:
        what: the sort of thing looked for, in words ("person or concept").
        name: what was asked for.
        known: the nearest known names, best first.
        all_known: these are all that there are, not the nearest.
    """

    def __init__(
        self,
        what: str,
        name: str,
        known: Sequence[str] = (),
        *,
        all_known: bool = False,
    ) -> None:
        """Word the message, with the known names in it."""
        self.name = name
        self.known = tuple(known)
        self._again = partial(UnknownName, what, name, self.known, all_known=all_known)
        which = "there are" if all_known else "nearest"
        hint = f"; {which}: {', '.join(known)}" if known else ""
        super().__init__(f"no {what} is called {name!r}{hint}")

    def __reduce__(self) -> tuple[object, ...]:
        """Tell how to make it again, as in another process; by default from the message."""
        return self._again, ()
