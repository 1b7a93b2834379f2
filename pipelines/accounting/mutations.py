"""Files as they come out of accidents: bytes changed, cut off, repeated, lines moved."""

from collections.abc import Callable, Sequence
from random import Random

Mutation = Callable[[bytes, Random], bytes]
_MOST = 20  # accidents of one kind in a file


def flip_bytes(data: bytes, rng: Random) -> bytes:
    """Return data with some bytes changed to any others."""
    changed = bytearray(data)
    for _ in range(rng.randint(1, _MOST)):
        changed[rng.randrange(len(changed))] = rng.randrange(256)
    return bytes(changed)


def cut(data: bytes, rng: Random) -> bytes:
    """Return data without what lies between two places of it."""
    first, last = sorted(rng.randrange(len(data)) for _ in range(2))
    return data[:first] + data[last:] or data


def repeat(data: bytes, rng: Random) -> bytes:
    """Return data with a stretch of it once more, anywhere."""
    first, last = sorted(rng.randrange(len(data)) for _ in range(2))
    place = rng.randrange(len(data))
    return data[:place] + data[first:last] + data[place:]


def shuffle_lines(data: bytes, rng: Random) -> bytes:
    """Return data with its lines in another order."""
    lines = data.split(b"\n")
    rng.shuffle(lines)
    return b"\n".join(lines)


def join_lines(data: bytes, rng: Random) -> bytes:
    """Return data with some line ends gone, and some of them blank lines."""
    ends = (b"\n", b"\n", b"\n", b"", b" ", b"\n\n")
    return b"".join(line + rng.choice(ends) for line in data.split(b"\n"))


MUTATIONS: tuple[Mutation, ...] = (flip_bytes, cut, repeat, shuffle_lines, join_lines)


def mutate(data: bytes, rng: Random) -> bytes:
    """Return data after one or two accidents.

    >>> mutate(b"On mills", Random(1)) != mutate(b"On mills", Random(2))
    True
    """
    for mutation in rng.sample(MUTATIONS, rng.randint(1, 2)):
        data = mutation(data, rng) if data else data
    return data


def join(files: Sequence[bytes], rng: Random) -> bytes:
    """Return files one after another, as people put them together."""
    between = (b"\n", b"\n\n", b"\n\n\n\n", b"\n\n---\n\n", b"\n\x0c\n")
    return b"".join(data + rng.choice(between) for data in files)
