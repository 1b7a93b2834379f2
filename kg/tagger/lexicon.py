"""What the network makes of each word by itself, worked out once a word."""

from collections.abc import Mapping, Sequence
from threading import Lock
from typing import Any

import numpy as np
from numpy.typing import NDArray
from thinc.api import Model

from kg.tagger.neural_network import embed_types, make_batch

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]

# A word takes three kilobytes. Beyond, all are forgotten and met again.
_MOST = 40_000


class Lexicon:
    """Words, and what `kg.tagger.neural_network.embed_types` makes of them."""

    def __init__(self, model: Model[Any, Any], rows: Mapping[str, int]) -> None:
        """Begin empty.

        Args:
            model: what `kg.tagger.neural_network.build_network` made; it must not change any
                more.
            rows: from a normal spelling to its frozen vector.
        """
        self._model = model
        self._rows = rows
        self._numbers: dict[str, int] = {}
        self._added: Floats = np.empty((2, 0, 0), dtype="f")  # with room to grow
        self._lock = Lock()

    def look_up(self, sequences: Sequence[Sequence[str]]) -> tuple[Floats, Ints, Ints]:
        """Return what `kg.tagger.neural_network.score_labels` takes of sequences of words.

        Threads may share a lexicon.

        Returns:
            What the distinct words add to the gates (2, types, 4·hidden), the type of
            each word (tokens,), and the lengths of the sequences.
        """
        words = [word for sequence in sequences for word in sequence]
        # Threads may share a tagger, and the table grows and is forgotten.
        with self._lock:
            self._meet(words)
            numbers = np.array([self._numbers[word] for word in words], dtype=np.int64)
            distinct, types = np.unique(numbers, return_inverse=True)
            added = self._added.take(distinct, axis=1)
        lengths = np.array([len(sequence) for sequence in sequences], dtype=np.int64)
        return added, types, lengths

    def _meet(self, words: Sequence[str]) -> None:
        """Number and embed the words that are new."""
        new = [word for word in dict.fromkeys(words) if word not in self._numbers]
        if len(self._numbers) + len(new) > _MOST:
            # All at once: to know which are rare would cost more than to meet them anew.
            self._numbers.clear()
            new = list(dict.fromkeys(words))
        if new:
            first, last = len(self._numbers), len(self._numbers) + len(new)
            self._numbers.update(zip(new, range(first, last), strict=True))
            added = embed_types(self._model, make_batch([new], self._rows).keys)
            self._grow(first, last, added.shape[2])
            self._added[:, first:last] = added

    def _grow(self, first: int, last: int, width: int) -> None:
        """Make room for words numbered up to `last`, for twice as many where it may."""
        if last > self._added.shape[1]:
            room = max(last, min(2 * last, _MOST))
            grown = np.empty((2, room, width), dtype="f")
            grown[:, :first] = self._added[:, :first] if first else 0
            self._added = grown
