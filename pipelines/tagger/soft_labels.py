"""What a teacher said of texts, in memory and in a folder.

`words.jsonl` has the words of each text, `scores.npz` the scores of all words, one text
after the other, and the field's transitions.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from kg.tagger.crf import Chain


@dataclass(frozen=True, slots=True)
class SoftLabels:
    """What a teacher says of texts.

    Attributes:
        texts: the words of each.
        scores: of each text (words, labels).
        chain: the transitions of the teacher's field.
    """

    texts: Sequence[Sequence[str]]
    scores: Sequence[NDArray[np.float16]]
    chain: Chain


def save_soft_labels(soft_labels: SoftLabels, folder: Path) -> None:
    """Write what a teacher said into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    lines = (json.dumps(list(words), ensure_ascii=False) for words in soft_labels.texts)
    (folder / "words.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    np.savez_compressed(
        folder / "scores.npz",
        scores=np.concatenate(soft_labels.scores),
        transitions=soft_labels.chain.transitions,
        first=soft_labels.chain.first,
        last=soft_labels.chain.last,
    )


def read_soft_labels(folder: Path) -> SoftLabels:
    """Read what `save_taught` wrote."""
    lines = (folder / "words.jsonl").read_text(encoding="utf-8").split("\n")[:-1]
    texts = [json.loads(line) for line in lines]
    with np.load(folder / "scores.npz", allow_pickle=False) as arrays:
        ends = np.cumsum([len(words) for words in texts])[:-1]
        chain = Chain(arrays["transitions"], arrays["first"], arrays["last"])
        return SoftLabels(texts, np.split(arrays["scores"], ends), chain)


def combine(several: Sequence[SoftLabels]) -> SoftLabels:
    """Put together what several teachers said of texts of their own.

    Teachers of much the same documents hardly differ in their transitions, so that the
    mean does for all.
    """
    parts = ("transitions", "first", "last")
    means = [
        np.mean([getattr(each.chain, p) for each in several], axis=0) for p in parts
    ]
    return SoftLabels(
        [words for each in several for words in each.texts],
        [scores for each in several for scores in each.scores],
        Chain(*means),
    )
