import gzip
import io

import pytest

from kg.errors import SourceError
from kg.files.unpacking import DamagedArchiveError, as_file, unpack

DATA = b"".join(b"line %d\n" % i for i in range(50_000))


def unpacked(packed, *, max_bytes=10**7):
    return b"".join(unpack(io.BytesIO(packed), max_bytes=max_bytes))


@pytest.mark.parametrize("tail", [b"", b"\0", b"\0" * 999])
def test_members_follow_each_other_and_padding_is_nothing(tail):
    packed = gzip.compress(DATA) + gzip.compress(b"") + gzip.compress(b"end") + tail
    assert unpacked(packed) == DATA + b"end"


@pytest.mark.parametrize("packed", [b"", b"x", b"plain"])
def test_what_is_no_archive_holds_nothing(packed):
    assert unpacked(packed) == b""


@pytest.mark.parametrize("share", [0.1, 0.5, 0.99])
def test_what_stands_before_the_damage_comes_first(share):
    packed = gzip.compress(DATA)
    pieces = unpack(io.BytesIO(packed[: int(share * len(packed))]), max_bytes=10**7)
    found = bytearray()

    def gather():
        for piece in pieces:
            found.extend(piece)

    with pytest.raises(DamagedArchiveError):
        gather()
    assert DATA.startswith(bytes(found))
    assert len(found) > share * len(DATA) / 2


def test_the_bound_holds():
    with pytest.raises(SourceError, match="larger"):
        unpacked(gzip.compress(bytes(10**6)), max_bytes=10**5)


def test_pieces_are_read_as_a_file():
    with as_file(piece for piece in (b"ab", b"cde", b"f")) as file:
        assert [file.read(4), file.read(4), file.read(4)] == [b"abcd", b"ef", b""]
