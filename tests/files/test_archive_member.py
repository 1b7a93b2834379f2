import gzip
import io

import pytest

from kg.errors import SourceError
from kg.files import archive_member
from kg.files.archive_member import (
    Allowance,
    allowance_of,
    member_name,
    stored_member,
)
from kg.files.opening import open_data


def store(content, *, packed=0, allowance=None, name="a.zip/x"):
    allowance = allowance or Allowance(1 << 30)
    return stored_member(
        io.BytesIO(content), name=name, packed_size=packed, allowance=allowance
    )


@pytest.mark.parametrize("in_memory", [4, 1 << 20])
def test_a_member_is_read_as_a_file_however_often(in_memory, monkeypatch):
    monkeypatch.setattr(archive_member, "_IN_MEMORY", in_memory)
    with store(b"one\r\ntwo\n" * 9) as member:
        assert list(member.lines())[:2] == ["one", "two"]
        assert member.text() == member.text() == "one\ntwo\n" * 9
        assert member.name == "a.zip/x"


def test_what_comes_out_is_charged():
    allowance = Allowance(100)
    with store(b"x" * 60, allowance=allowance):
        assert (allowance.bytes_left, allowance.is_spent) == (40, False)
    with (
        pytest.raises(SourceError, match="too large when unpacked"),
        store(b"x" * 60, allowance=allowance),
    ):
        pass
    assert allowance.is_spent


def test_a_packed_member_is_charged_for_what_it_holds():
    allowance = Allowance(5000)
    with store(gzip.compress(b"x" * 90_000), allowance=allowance) as member:
        assert member.max_bytes < 5000
        with pytest.raises(SourceError, match="larger than"):
            member.text()


def test_members_are_counted():
    allowance = Allowance(100, members_left=1)
    with store(b"x", allowance=allowance):
        pass
    with (
        pytest.raises(SourceError, match="more than"),
        store(b"x", allowance=allowance),
    ):
        pass


def test_a_bomb_is_refused(monkeypatch):
    monkeypatch.setattr(archive_member, "_FREELY", 1000)
    with pytest.raises(SourceError, match="200 times"), store(b"x" * 5000, packed=10):
        pass
    with store(b"x" * 900, packed=1) as member:
        assert member.text() == "x" * 900


def test_an_archive_in_an_archive_has_what_is_left_there():
    allowance = Allowance(100)
    with store(b"x" * 10, allowance=allowance) as member:
        assert allowance_of(member) is allowance
    assert allowance_of(open_data(b"x", name="x", max_bytes=7)).bytes_left == 7


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("talks/may.txt", "a.zip/talks/may.txt"),
        ("/etc/passwd", "a.zip/etc/passwd"),
        ("../../x", "a.zip/x"),
        ("a\\b", "a.zip/a/b"),
        ("..", "a.zip"),
    ],
)
def test_names_lead_nowhere_else(name, shown):
    assert member_name("a.zip", name) == shown
