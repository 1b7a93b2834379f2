"""Two readers on the same texts in turns, so that a busy machine is fair to both.

Each round gives both readers one chunk, and the round's ratio compares what stood next
to each other in time. Seconds are those that this process spent on processors: other
programs do not lengthen them, and threads of a library do not shorten them.
"""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median

from kg.parallel import one_blas_thread
from kg.records import Document

Reader = Callable[[Sequence[Document]], object]
"""Reads documents to the end; what it gives back is not looked at."""


@dataclass(frozen=True, slots=True)
class Round:
    """How long both readers took over the same documents, in seconds."""

    documents: int
    ours: float
    theirs: float

    @property
    def ratio(self) -> float:
        """How many times as fast ours was."""
        return self.theirs / self.ours


def compare(
    documents: Sequence[Document],
    ours: Reader,
    theirs: Reader,
    *,
    rounds: int = 10,
    clock: Callable[[], float] = time.process_time,
) -> list[Round]:
    """Time both readers on each of `rounds` chunks; who is first alternates.

    Both read the first chunk once before, untimed: what is set up on first use belongs
    to loading.
    """
    size = max(1, -(-len(documents) // rounds))
    chunks = [documents[i : i + size] for i in range(0, len(documents), size)]
    done = []
    with one_blas_thread():
        for reader in (ours, theirs):
            reader(chunks[0][:100])
        for number, chunk in enumerate(chunks):
            seconds = {}
            turns = [("ours", ours), ("theirs", theirs)]
            for name, reader in turns if number % 2 == 0 else turns[::-1]:
                begin = clock()
                reader(chunk)
                seconds[name] = clock() - begin
            done.append(Round(len(chunk), **seconds))
    return done


def table(rounds: Sequence[Round], *, names: tuple[str, str]) -> str:
    """Return rates, their ratio over all, and its spread over the rounds."""
    documents = sum(each.documents for each in rounds)
    ours = sum(each.ours for each in rounds)
    theirs = sum(each.theirs for each in rounds)
    ratios = sorted(each.ratio for each in rounds)
    rows = [
        f"{name:<20}{documents / seconds:>10,.1f} abstracts a second"
        for name, seconds in zip(names, (ours, theirs), strict=True)
    ]
    spread = f"{ratios[0]:.2f} to {ratios[-1]:.2f}, median {median(ratios):.2f}"
    rows.append(f"{'ratio':<20}{theirs / ours:>10.2f}")
    rows.append(f"{'by round':<20}{spread} ({len(rounds)} rounds)")
    return "\n".join(rows)
