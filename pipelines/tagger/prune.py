"""Make the tagger's LSTM narrower before it learns: half the work, hardly less read.

What the pretrained units say of running text varies much in some and little in others;
those that vary most are kept (structured pruning by activations: Molchanov et al.
2017), and distillation mends what that costs.
"""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray
from thinc.api import Model

from kg.tagger import weights
from kg.tagger.neural_network import Batch, build_network, draw_weights, make_batch
from kg.tagger.storage import TrainedTagger

Floats = NDArray[np.float32]
_GATES = 4
_TEXTS = 300  # are enough to tell which units vary


def prune_units(
    start: TrainedTagger, texts: Sequence[Sequence[str]], *, hidden: int, seed: int = 0
) -> TrainedTagger:
    """Return `start` with the `hidden` units of each direction that vary most.

    Args:
        start: what `pipelines.tagger.pretrain` wrote; its output layer is not kept.
        texts: some to read, as words.
        hidden: units a direction; where `start` has no more, it is returned as it is.
        seed: of the new output layer.
    """
    width = start.shape.hidden
    if hidden >= width:
        return start
    outputs = start.model.layers[0].predict(make_batch(texts[:_TEXTS], start.rows))
    spread = np.asarray(outputs).std(axis=0).reshape(2, width)
    kept = np.sort(np.argsort(-spread, axis=1, kind="stable")[:, :hidden], axis=1)
    shape = replace(start.shape, hidden=hidden)
    model = build_network(shape, start.vectors)
    draw_weights(model, seed=seed)
    _hand_over(start.model, model, kept)
    return TrainedTagger(start.rows, start.vectors, shape, model)


def _hand_over(
    source: Model[Batch, Floats], target: Model[Batch, Floats], kept: NDArray[np.int64]
) -> None:
    """Give a narrower network all weights of a wider one but those of the output."""
    _, output, _ = target.layers
    pairs = zip(weights.all_weights(source), weights.all_weights(target), strict=True)
    for (old, name), (new, _) in pairs:
        if new is not output:
            values = weights.get(old, name)
            same = values.shape == weights.get(new, name).shape
            weights.set_weights(
                new, name, values.copy() if same else _cut(values, name, kept)
            )


def _cut(values: Floats, name: str, kept: NDArray[np.int64]) -> Floats:
    """Keep the columns, and of the recurrent weights the rows, of the kept units."""
    width = values.shape[-1] // _GATES
    parts = []
    for direction, units in enumerate(kept):
        columns = np.concatenate([gate * width + units for gate in range(_GATES)])
        part = values[direction][..., columns]
        parts.append(part[units] if name == "U" else part)
    return np.ascontiguousarray(np.stack(parts))
