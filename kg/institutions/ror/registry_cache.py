"""A registry read once, and kept in a form that loads at once.

The same registry gives the same bytes. A file that is damaged, or of another registry,
is made anew: what was kept is never needed, and changes no answer.
"""

import hashlib
from dataclasses import fields
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

from kg.errors import RegistryError
from kg.files.leftovers import remove, remove_leftovers, temporary_name
from kg.institutions.ror.array_file import ArrayFileError, read_arrays, write_arrays
from kg.institutions.ror.index import RegistryIndex
from kg.institutions.ror.linker import AffiliationLinker
from kg.institutions.ror.registry_arrays import (
    RegistryArrays,
    check_arrays,
    registry_arrays,
)
from kg.institutions.ror.registry_file import read_registry, registry_digest
from kg.records import Remark
from kg.stopping import undone_when_stopped

# A new one whenever `RegistryArrays` or the normal form of words changes.
VERSION = 5
NAME = "registry.arrays"
# What the arrays are made with, besides the registry.
_TABLES = (
    *("affiliation_small_words.txt", "affiliation_words.csv", "common_name_words.csv"),
    *("countries.csv", "institutions.csv", "place_names.csv", "short_words.csv"),
)


class LoadedRegistry(NamedTuple):
    """A registry's arrays, and what its owner should know.

    Attributes:
        arrays: for `RegistryIndex`.
        remarks: on records of the registry; the same whether it was read or loaded.
        note: why the registry was read although something was kept, or why it could
            not be kept; None if all went well. It is about this machine, and belongs
            into no output.
    """

    arrays: RegistryArrays
    remarks: tuple[Remark, ...]
    note: Remark | None = None


class KeptRegistry(NamedTuple):
    """A registry's file, where what was read of it is kept, and the file's SHA-256.

    Two that differ in content are never equal, though they lie at one place.
    """

    path: Path
    cache: Path | None
    digest: str


def load_linker(
    path: Path, *, cache: Path | None, digest: str | None = None
) -> AffiliationLinker:
    """Return a linker to a registry; arguments and errors are those of `load_registry`.

    `linker.remarks` are those of the registry, `linker.note` that on what was kept.
    """
    loaded = load_registry(path, cache=cache, digest=digest)
    index = RegistryIndex(loaded.arrays)
    return AffiliationLinker(index, remarks=loaded.remarks, note=loaded.note)


def load_registry(
    path: Path,
    *,
    cache: Path | None,
    fresh: Path | None = None,
    digest: str | None = None,
) -> LoadedRegistry:
    """Load a registry as it was kept, or else read its file and keep it.

    What was kept counts if it is whole and was made of the very same file and tables
    (by their SHA-256) in this form.

    Args:
        path: the registry, in any form that `read_registry` reads.
        cache: the file to keep it in, or a folder, for `NAME` in it; None keeps nothing.
        fresh: the file to keep it in if it has to be read; by default `cache`.
        digest: the SHA-256 of the file, where that is known already.

    Raises:
        RegistryError: the registry cannot be read, holds no organisation, or is
            changed meanwhile.
    """
    digest = registry_digest(path) if digest is None else digest
    if cache is None:
        return _read(path, digest)
    file = cache / NAME if cache.is_dir() else cache
    note = None
    if file.exists():
        try:
            return _load_kept(file, path.name, _registry_key(digest))
        except ArrayFileError as error:
            note = Remark(str(file), None, f"made anew: {error}", lost=False)
    loaded = _read(path, digest)
    try:
        _keep(loaded, fresh or file, path.name, _registry_key(digest))
    except OSError as error:
        note = Remark(str(file), None, f"cannot be kept: {error.strerror}", lost=False)
    return loaded._replace(note=note)


def _registry_key(digest: str) -> str:
    """Return what a kept registry is known by: its file, our tables and the form."""
    key = hashlib.sha256(f"kg registry {VERSION}".encode())
    key.update(bytes.fromhex(digest))
    folder = files("kg").joinpath("data/institutions")
    for name in _TABLES:
        key.update(hashlib.sha256(folder.joinpath(name).read_bytes()).digest())
    return key.hexdigest()


def _read(path: Path, digest: str) -> LoadedRegistry:
    """Read a registry whose file has this SHA-256, before and after."""
    registry = read_registry(path)
    if registry_digest(path) != digest:
        raise RegistryError(f"{path}: was changed while kg read it; try again")
    return LoadedRegistry(registry_arrays(registry.organisations), registry.remarks)


def _load_kept(file: Path, name: str, key: str) -> LoadedRegistry:
    """Return what was kept of a registry that is called `name` by now.

    Raises:
        ArrayFileError: it is of no use.
    """
    values = read_arrays(file, key=key)
    try:
        remarks = values.pop("remarks")
        arrays = RegistryArrays(**values)
        check_arrays(arrays)
    except (KeyError, TypeError, ValueError):
        raise ArrayFileError("it is damaged: its parts do not fit together") from None
    return LoadedRegistry(
        arrays, tuple(Remark(f"{name}{where}", *rest) for where, *rest in remarks)
    )


def _keep(loaded: LoadedRegistry, file: Path, name: str, key: str) -> None:
    """Write a registry beside its place, then put it there: whole or not at all."""
    values = {
        each.name: getattr(loaded.arrays, each.name) for each in fields(loaded.arrays)
    }
    values["remarks"] = [
        [each.source.removeprefix(name), each.line, each.reason, each.lost]
        for each in loaded.remarks
    ]
    file.parent.mkdir(parents=True, exist_ok=True)
    remove_leftovers(file.parent)
    beside = file.with_name(temporary_name())
    try:
        with undone_when_stopped(lambda: remove(beside)):
            with beside.open("xb") as out:
                write_arrays(out, values, key=key)
            beside.chmod(0o644)
            beside.replace(file)
    finally:
        remove(beside)
