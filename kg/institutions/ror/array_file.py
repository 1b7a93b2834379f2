"""Named arrays and lists in one file, looked into where it lies (memory-mapped).

A line of JSON says what key the file has and where each value lies; the values follow:
arrays as they are, lists as JSON. Nothing in it is ever run, as of a pickle.
"""

import json
import mmap
import os
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np
from numpy.typing import NDArray

from kg.parallel import without_cyclic_gc

Values = dict[str, Any]  # arrays, or lists as JSON has them

_ALIGNED = 64  # bytes
# Ours has a few hundred bytes; a file of something else may have no line end at all.
_LONGEST_HEADER = 1 << 16
_JSON = "json"
# Little-endian, so that a file can be read on any machine.
_TYPES = {"int64": "<i8", "float64": "<f8", "uint8": "|u1", "bool": "|b1"}


class ArrayFileError(ValueError):
    """A file of arrays is damaged, cannot be read, or has another key."""


def write_arrays(out: BinaryIO, values: Mapping[str, Any], *, key: str) -> None:
    """Write arrays and lists by their names; the same ones give the same bytes.

    Arrays are of int64, float64, uint8 or bool, of any shape.
    """
    blocks: list[bytes] = []
    layout: dict[str, list[Any]] = {}
    at = 0
    for name, value in values.items():
        kind, shape, block = _block(value)
        layout[name] = [kind, shape, at]
        blocks.append(block + bytes(-len(block) % _ALIGNED))
        at += len(blocks[-1])
    body = b"".join(blocks)
    header = {"key": key, "bytes": at, "crc": zlib.crc32(body), "layout": layout}
    line = json.dumps(header).encode("ascii")
    out.write(line + b" " * (-(len(line) + 1) % _ALIGNED) + b"\n" + body)


def _block(value: Any) -> tuple[str, list[int], bytes]:  # noqa: ANN401 - see Values
    if isinstance(value, np.ndarray):
        kind = _TYPES[value.dtype.name]
        return kind, list(value.shape), value.astype(kind).tobytes()
    text = json.dumps(value).encode("ascii")
    return _JSON, [len(text)], text


def read_arrays(path: Path, *, key: str) -> Values:
    """Read what `write_arrays` wrote under a key; arrays cannot be written to.

    Raises:
        ArrayFileError: the file cannot be read, is damaged, or has another key.
    """
    if path.exists() and not path.is_file():  # a pipe would be waited for
        raise ArrayFileError("it cannot be read (no file)")
    try:
        with path.open("rb") as file:
            header = json.loads(file.readline(_LONGEST_HEADER))
            if header["key"] != key:
                raise ArrayFileError("it is of another registry, or of another version")
            start = file.tell()
            body = _content(file)[start:]
        if len(body) != header["bytes"] or zlib.crc32(body) != header["crc"]:
            raise ArrayFileError("it is damaged")
        with without_cyclic_gc():
            return {name: _value(body, *at) for name, at in header["layout"].items()}
    except OSError as error:
        raise ArrayFileError(f"it cannot be read ({error.strerror})") from None
    except ArrayFileError:
        raise
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise ArrayFileError("it is damaged") from None


def _content(file: BinaryIO) -> memoryview:
    """Return the bytes of a file, on most systems without reading them all."""
    if os.name == "nt":  # a file that is mapped cannot be renamed there
        file.seek(0)
        return memoryview(file.read())
    return memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))


def _value(
    body: memoryview, kind: str, shape: list[int], start: int
) -> NDArray[Any] | list[Any]:
    if kind == _JSON:
        found: list[Any] = json.loads(bytes(body[start : start + shape[0]]))
        return found
    if kind not in _TYPES.values():
        raise ArrayFileError(f"it has values of type {kind!r:.20}")
    count = int(np.prod(shape, dtype=np.int64))
    array: NDArray[Any] = np.frombuffer(body, kind, count, start).reshape(shape)
    return array
