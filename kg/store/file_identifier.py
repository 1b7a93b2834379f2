"""A store's file is the same bytes for the same content: its random part is settled.

DuckDB gives each new file a random number, by which it knows the log that belongs to the
file. All else follows from what is written, in which order, by one thread. The number
stands in the first block, beside a checksum. A block of another form than the one known
here is left as it is: by such a DuckDB, 24 bytes differ from build to build.
"""

from pathlib import Path
from struct import Struct

import duckdb

from kg.store.connection import attach_database

# The first block: checksum, "DUCK", versions, flags, the identifier, zeros.
_SIZE = 4096
_CHECKSUM, _MAGIC, _IDENTIFIER = slice(0, 8), slice(8, 12), slice(124, 140)

_WORD = Struct("<Q")
_SEED, _FACTOR, _MASK = 5381, 0xBF58476D1CE4E5B9, 2**64 - 1


def settle_identifier(file: Path, identifier: str) -> bool:
    """Write an identifier into a DuckDB file, in place of the random one.

    Args:
        file: a database that is closed, and has no log.
        identifier: 32 hexadecimal digits.

    Returns:
        Whether it was written; False where the file is not of the form known here.

    Example:
        >>> from kg.store.connection import create_store
        >>> create_store(Path("new.duckdb")).close()
        >>> settle_identifier(Path("new.duckdb"), "0123456789abcdef" * 2)
        True
    """
    with file.open("rb") as opened:
        before = opened.read(_SIZE)
    if not _is_known(before):
        return False
    block = bytearray(before)
    block[_IDENTIFIER] = bytes.fromhex(identifier)
    block[_CHECKSUM] = _checksum(block)
    _overwrite(file, block)
    try:
        attach_database(file).close()
    except duckdb.Error:  # a form that only looks like the one that is known
        _overwrite(file, before)
        return False
    return True


def _is_known(block: bytes) -> bool:
    return (
        len(block) == _SIZE
        and block[_MAGIC] == b"DUCK"
        and block[_CHECKSUM] == _checksum(block)
        and any(block[_IDENTIFIER])
        and not any(block[_IDENTIFIER.stop :])
    )


def _checksum(block: bytes | bytearray) -> bytes:
    """Return DuckDB's checksum of a block, which stands in the block's first 8 bytes."""
    result = _SEED
    for (word,) in _WORD.iter_unpack(block[_CHECKSUM.stop :]):
        result ^= word * _FACTOR & _MASK
    return _WORD.pack(result)


def _overwrite(file: Path, block: bytes | bytearray) -> None:
    with file.open("r+b") as opened:
        opened.write(block)
