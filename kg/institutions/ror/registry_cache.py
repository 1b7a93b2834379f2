"""A registry read once, and kept beside the outputs in a form that loads at once.

The same registry gives the same bytes. A file that is damaged, or of another registry,
is made anew: what was kept is never needed.
"""

import hashlib
import os
import tempfile
from dataclasses import fields
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

from kg.errors import RegistryError
from kg.institutions.ror.array_file import ArrayFileError, read_arrays, write_arrays
from kg.institutions.ror.index import RegistryIndex
from kg.institutions.ror.linker import AffiliationLinker
from kg.institutions.ror.registry_arrays import (
    RegistryArrays,
    check_arrays,
    registry_arrays,
)
from kg.institutions.ror.registry_file import read_registry
from kg.records import Remark

# A new one whenever `RegistryArrays` or the normal form of words changes.
VERSION = 2
NAME = "registry.arrays"
_CHUNK = 1 << 20
# What the arrays are made with, besides the registry.
_TABLES = (
    *("affiliation_small_words.txt", "affiliation_words.csv", "countries.csv"),
    *("institutions.csv", "place_names.csv", "short_words.csv"),
)


class LoadedRegistry(NamedTuple):
    """A registry's arrays, and what its owner should know.

    Attributes:
        arrays: for `RegistryIndex`.
        remarks: on records of the registry; the same whether it was read or loaded.
        note: why the registry was read although something was kept, or why it could
            not be kept; None if all went well.
    """

    arrays: RegistryArrays
    remarks: tuple[Remark, ...]
    note: Remark | None = None


def load_linker(path: Path, *, cache: Path | None) -> AffiliationLinker:
    """Return a linker to a registry; arguments and errors are those of `load_registry`.

    `linker.remarks` are those of the registry, `linker.note` that on what was kept.
    """
    loaded = load_registry(path, cache=cache)
    index = RegistryIndex(loaded.arrays)
    return AffiliationLinker(index, remarks=loaded.remarks, note=loaded.note)


def load_registry(path: Path, *, cache: Path | None) -> LoadedRegistry:
    """Load a registry as it was kept, or else read its file and keep it.

    What was kept counts if it is whole and was made of the very same file and tables
    (by their SHA-256) in this form.

    Args:
        path: the registry, in any form that `read_registry` reads.
        cache: the file to keep it in, or a folder, for `NAME` in it; None keeps nothing.

    Raises:
        RegistryError: the registry cannot be read, or holds no organisation.
    """
    if cache is None:
        return _read(path)
    file = cache / NAME if cache.is_dir() else cache
    key = registry_key(path)
    note = None
    if file.exists():
        try:
            return _kept(file, path, key)
        except ArrayFileError as error:
            note = Remark(str(file), None, f"made anew: {error}", lost=False)
    loaded = _read(path)
    try:
        _keep(loaded, file, path, key)
    except OSError as error:
        note = Remark(str(file), None, f"cannot be kept: {error.strerror}", lost=False)
    return loaded._replace(note=note)


def registry_key(path: Path) -> str:
    """Return what a kept registry is known by: its file, our tables and the form.

    Raises:
        RegistryError: the file cannot be read.
    """
    digest = hashlib.sha256(f"kg registry {VERSION}".encode())
    try:
        with path.open("rb") as file:
            digest.update(hashlib.file_digest(file, "sha256").digest())
    except OSError as error:
        raise RegistryError(f"{path}: {error.strerror}") from None
    folder = files("kg").joinpath("data/institutions")
    for name in _TABLES:
        digest.update(hashlib.sha256(folder.joinpath(name).read_bytes()).digest())
    return digest.hexdigest()


def _read(path: Path) -> LoadedRegistry:
    registry = read_registry(path)
    return LoadedRegistry(registry_arrays(registry.organisations), registry.remarks)


def _kept(file: Path, path: Path, key: str) -> LoadedRegistry:
    """Return what was kept; the registry may have another place by now.

    Raises:
        ArrayFileError: it is of no use.
    """
    values = read_arrays(file, key=key)
    try:
        told = values.pop("remarks")
        arrays = RegistryArrays(**values)
        check_arrays(arrays)
    except (KeyError, TypeError, ValueError):
        raise ArrayFileError("it is damaged: its parts do not fit together") from None
    return LoadedRegistry(
        arrays, tuple(Remark(f"{path}{where}", *rest) for where, *rest in told)
    )


def _keep(loaded: LoadedRegistry, file: Path, path: Path, key: str) -> None:
    """Write a registry beside its place, then put it there: whole or not at all."""
    values = {
        each.name: getattr(loaded.arrays, each.name) for each in fields(loaded.arrays)
    }
    values["remarks"] = [
        [each.source.removeprefix(str(path)), each.line, each.reason, each.lost]
        for each in loaded.remarks
    ]
    file.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{file.name}-", dir=file.parent)
    try:
        with os.fdopen(handle, "wb") as out:
            write_arrays(out, values, key=key)
        Path(name).chmod(0o644)
        Path(name).replace(file)
    finally:
        Path(name).unlink(missing_ok=True)
