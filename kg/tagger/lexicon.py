"""What the network makes of each word by itself, worked out once a word."""

from collections.abc import Mapping, Sequence
from threading import Lock
from typing import Any

import numpy as np
from numpy.typing import NDArray
from thinc.api import Model

from kg.tagger.network import batch, embed

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]

# A word takes half a kilobyte. Beyond, all are forgotten and met again.
_MOST = 200_000


class Lexicon:
    """Words and their vectors, as the layers below the LSTM give them."""

    def __init__(
        self, model: Model[Any, Any], rows: Mapping[str, int], width: int
    ) -> None:
        """Begin empty.

        Args:
            model: what `kg.tagger.network.build` made; it must not change any more.
            rows: from a normal spelling to its frozen vector.
            width: of what the layers below the LSTM give.
        """
        self._model = model
        self._rows = rows
        self._numbers: dict[str, int] = {}
        self._vectors: Floats = np.empty((0, width), dtype="f")  # with room to grow
        self._lock = Lock()

    def look_up(self, sequences: Sequence[Sequence[str]]) -> tuple[Floats, Ints, Ints]:
        """Return what `kg.tagger.network.score` takes of sequences of words.

        Vectors (types, width) of the distinct words, the type of each word (tokens,),
        and the lengths of the sequences.
        """
        words = [word for sequence in sequences for word in sequence]
        with self._lock:
            self._learn(words)
            numbers = np.array([self._numbers[word] for word in words], dtype=np.int64)
            types, of_words = np.unique(numbers, return_inverse=True)
            vectors = self._vectors[types]
        lengths = np.array([len(sequence) for sequence in sequences], dtype=np.int64)
        return vectors, of_words, lengths

    def _learn(self, words: Sequence[str]) -> None:
        new = [word for word in dict.fromkeys(words) if word not in self._numbers]
        if len(self._numbers) + len(new) > _MOST:
            self._numbers.clear()
            new = list(dict.fromkeys(words))
        if new:
            first, last = len(self._numbers), len(self._numbers) + len(new)
            self._numbers.update(zip(new, range(first, last), strict=True))
            vectors = embed(self._model, batch([new], self._rows).keys)
            if last > len(self._vectors):
                grown = np.empty((2 * last, vectors.shape[1]), dtype="f")
                grown[:first] = self._vectors[:first]
                self._vectors = grown
            self._vectors[first:last] = vectors
