"""What a teacher says about texts, as one file between `teach` and `distil`."""

import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from kg.tagger.crf import Chain


@dataclass(frozen=True, slots=True)
class Taught:
    """Texts as words, scores (words, labels) of each as 16-bit floats, transitions."""

    texts: list[list[str]]
    scores: list[NDArray[np.float16]]
    chain: Chain


def save(taught: Taught, path: Path) -> None:
    """Write one .npz file; its folder is made."""
    path.parent.mkdir(parents=True, exist_ok=True)
    words = json.dumps(taught.texts, ensure_ascii=False).encode()
    np.savez_compressed(
        path,
        allow_pickle=False,
        texts=np.frombuffer(words, dtype=np.uint8),
        scores=np.concatenate(taught.scores),
        transitions=taught.chain.transitions,
        first=taught.chain.first,
        last=taught.chain.last,
    )


def read(path: Path) -> Taught:
    """Read what `save` wrote."""
    with np.load(path, allow_pickle=False) as arrays:
        texts: list[list[str]] = json.loads(arrays["texts"].tobytes())
        ends = np.cumsum([len(words) for words in texts])
        chain = Chain(arrays["transitions"], arrays["first"], arrays["last"])
        return Taught(texts, np.split(arrays["scores"], ends[:-1]), chain)
