"""The network: what a word looks like, what stands around it, a score for each label.

Word types are embedded once a batch (hashed spellings beside a frozen vector learned
from unlabelled abstracts), spread over the documents, and read by bidirectional LSTMs
under a conditional random field (Lample et al. 2016). A thinc model over numpy arrays.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NoReturn

import numpy as np
from numpy.typing import NDArray
from thinc.api import HashEmbed, Linear, Maxout, Model, concatenate, fix_random_seed

from kg.tagger import weights
from kg.tagger.crf import Chain
from kg.tagger.exact_sums import predict_linear, predict_maxout
from kg.tagger.features import SLOTS, word_features
from kg.tagger.labels import LABELS, transition_masks
from kg.tagger.lstm import bilstm, gate_inputs, read_sequences

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]
Keys = NDArray[np.uint64]
Learn = Callable[[Ints, Floats], None]
"""Takes rows of the frozen vectors and their gradients."""

# Width and rows of the table behind each hash of `word_features`, in its order.
_TABLES = (
    (64, 8000), (24, 3000), (32, 5000), (24, 5000), (24, 5000), (16, 1000), (24, 1000),
)  # fmt: skip
# What they make of a word is worked out once a word (`kg.tagger.lexicon`).
_OF_WORDS = 4  # layers of the encoder that see one word at a time


@dataclass(frozen=True, slots=True)
class Shape:
    """The sizes of the network.

    Attributes:
        width: numbers that a word by itself becomes.
        hidden: units of the LSTM in each direction.
    """

    width: int = 128
    hidden: int = 128


@dataclass(frozen=True, slots=True)
class Batch:
    """Sequences of words as arrays.

    Attributes:
        keys: (types, SLOTS + 1) the hashed features of the distinct words and, last,
            the row of their vector.
        types: (tokens,) which of the distinct words each token is.
        lengths: (sequences,) how the tokens fall into sequences.
    """

    keys: Keys
    types: Ints
    lengths: Ints


def make_batch(sequences: Sequence[Sequence[str]], rows: Mapping[str, int]) -> Batch:
    """Return sequences of words as arrays.

    Args:
        sequences: the words of each.
        rows: from a normal spelling to its vector; 0 stands for all others.
    """
    numbers = _NumberedWords()
    types = [numbers[word] for sequence in sequences for word in sequence]
    features = [word_features(word) for word in numbers]
    keys = np.empty((len(features), SLOTS + 1), dtype=np.uint64)
    keys[:, :SLOTS] = [hashes for _, hashes in features] if features else 0
    keys[:, SLOTS] = [rows.get(lower, 0) for lower, _ in features]
    return Batch(
        keys=keys,
        types=np.array(types, dtype=np.int64),
        lengths=np.array([len(sequence) for sequence in sequences], dtype=np.int64),
    )


class _NumberedWords(dict[str, int]):
    """A number for each word, by first appearance."""

    def __missing__(self, word: str) -> int:
        number = self[word] = len(self)
        return number


def build_network(
    shape: Shape,
    vectors: Floats,
    *,
    dropout: float = 0.3,
    seed: int = 0,
    learn: Learn | None = None,
) -> Model[Batch, Floats]:
    """Return a network without weights; it takes a `Batch`, gives (tokens, labels).

    Its layers are the encoder, the output, and the transitions.

    Args:
        shape: its sizes.
        vectors: (words + 1, width; row 0 is for unknown words), read at each call and
            never changed.
        dropout: the share of values hidden between layers in training (Srivastava et
            al. 2014).
        seed: of the dropout.
        learn: is given rows of `vectors` and their gradients in training.
    """
    random = np.random.default_rng(seed)
    tables: list[Model[Any, Any]] = [
        HashEmbed(width, rows, column=slot, seed=slot + 1)
        for slot, (width, rows) in enumerate(_TABLES)
    ]
    inputs = sum(width for width, _ in _TABLES) + vectors.shape[1]
    layers: list[Model[Any, Any]] = [
        concatenate(*tables, _frozen_vectors(vectors, learn)),
        _dropout(dropout, random),
        Maxout(shape.width, inputs, nP=2, normalize=True),
        _dropout(dropout, random),
        bilstm(shape.hidden, shape.width),
        _dropout(dropout, random),
    ]
    width = 2 * shape.hidden
    encoder: Model[Batch, Floats] = Model("encoder", _encode, layers=layers)
    return Model(
        "tagger",
        _forward,
        layers=[encoder, Linear(len(LABELS), width), _transitions()],
    )


def draw_weights(model: Model[Batch, Floats], *, seed: int) -> None:
    """Give a network random weights to begin learning with.

    thinc draws them from numpy's global generator, which is seeded here.
    """
    # The transitions begin at zero: every sequence that is allowed is as likely.
    fix_random_seed(seed)
    encoder, output, _ = model.layers
    for layer in (*encoder.layers, output):
        layer.initialize()
    shape = weights.get(output, "W").shape
    # thinc would begin with zeros, which give the encoder no gradient.
    random = np.random.default_rng(seed)
    weights.set_weights(output, "W", 0.05 * random.standard_normal(shape, dtype="f"))


def embed_types(model: Model[Batch, Floats], keys: Keys) -> Floats:
    """Return what words by themselves add to the LSTM's gates, (2, types, 4·hidden).

    Args:
        model: what `build_network` made.
        keys: (types, SLOTS + 1) those of a `Batch`.
    """
    # Without noise, which is for learning.
    lookup, _, mixture, _, lstm, _ = model.layers[0].layers
    return gate_inputs(lstm, predict_maxout(mixture, lookup.predict(keys)))


def score_labels(
    model: Model[Batch, Floats], added: Floats, types: Ints, lengths: Ints
) -> Floats:
    """Return the scores of the labels (tokens, labels) of words embedded before.

    Args:
        model: what `build_network` made.
        added: (2, types, 4·hidden) what `embed_types` gave.
        types: (tokens,) which of the distinct words each token is.
        lengths: (sequences,) how the tokens fall into sequences.
    """
    encoder, output, _ = model.layers
    lstm = encoder.layers[_OF_WORDS]
    return predict_linear(output, read_sequences(lstm, added, types, lengths))


def label_chain(model: Model[Batch, Floats]) -> Chain:
    """Return the transitions as learned, forbidden ones included."""
    crf = model.layers[-1]
    # Added at each reading, so that training cannot wear the masks off.
    transitions, first = transition_masks()
    return Chain(
        weights.get(crf, "transitions") + transitions,
        weights.get(crf, "first") + first,
        weights.get(crf, "last"),
    )


def _forward(
    model: Model[Batch, Floats], batch: Batch, is_train: bool
) -> tuple[Floats, Callable[[Floats], None]]:
    encoder, output, _ = model.layers
    hidden, back_encoder = encoder(batch, is_train)
    scores, back_output = output(hidden, is_train)
    return scores, lambda gradient: back_encoder(back_output(gradient))


def _encode(
    model: Model[Batch, Floats], batch: Batch, is_train: bool
) -> tuple[Floats, Callable[[Floats], None]]:
    """Embed the types, spread them over the tokens, read them in both directions."""
    types: Any = batch.keys
    backs = []  # of the layers, in the order in which they were called
    for layer in model.layers[:_OF_WORDS]:
        types, back = layer(types, is_train)
        backs.append(back)
    lstm, after = model.layers[_OF_WORDS:]
    tokens, back = lstm((types, batch.types, batch.lengths), is_train)
    backs.append(back)
    tokens, back = after(tokens, is_train)
    backs.append(back)

    def backprop(gradient: Floats) -> None:
        for back in reversed(backs):
            gradient = back(gradient)

    return tokens, backprop


def _frozen_vectors(vectors: Floats, learn: Learn | None) -> Model[Keys, Floats]:
    """Return a layer that looks up vectors, which the optimizer leaves alone."""

    def forward(
        model: Model[Keys, Floats], keys: Keys, is_train: bool
    ) -> tuple[Floats, Callable[[Floats], Keys]]:
        rows = keys[:, -1].astype(np.int64)

        def backprop(gradient: Floats) -> Keys:
            if learn is not None:
                learn(rows, gradient)
            return keys

        return vectors[rows], backprop

    return Model("lookup", forward, dims={"nO": vectors.shape[1]})


def _dropout(rate: float, random: np.random.Generator) -> Model[Floats, Floats]:
    """Return dropout from a generator of its own, so that a seed repeats a training."""

    def forward(
        model: Model[Floats, Floats], x: Floats, is_train: bool
    ) -> tuple[Floats, Callable[[Floats], Floats]]:
        if not is_train or not rate:
            return x, lambda gradient: gradient
        shown = random.random(x.shape, dtype="f") >= rate
        # What is shown is made larger, so that sums are as large as without dropout.
        keep: Floats = shown.astype("f") * np.float32(1 / (1 - rate))
        return x * keep, lambda gradient: gradient * keep

    return Model("noise", forward)


def _transitions() -> Model[Any, Any]:
    """Return a layer that holds the weights of the field; it is never called."""
    size = len(LABELS)

    def forward(model: Model[Any, Any], x: object, is_train: bool) -> NoReturn:
        raise TypeError("the transitions are weights, not a layer: see kg.tagger.crf")

    crf: Model[Any, Any] = Model(
        "crf", forward, params={"transitions": None, "first": None, "last": None}
    )
    weights.set_weights(crf, "transitions", np.zeros((size, size), dtype="f"))
    weights.set_weights(crf, "first", np.zeros(size, dtype="f"))
    weights.set_weights(crf, "last", np.zeros(size, dtype="f"))
    return crf
