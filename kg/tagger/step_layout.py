"""Sequences of different lengths, laid out so that one matrix product reads a step.

Step t holds one token of each sequence that is longer than t, the longest sequence
first. So no padding is computed, and the sequences that go on after a step stand before
those that end with it.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class StepLayout:
    """Where the tokens of flat sequences (one after the other) go.

    Attributes:
        forwards: (tokens,) the flat places of the tokens of all steps, step by step.
        backwards: (tokens,) the same for reading each sequence from its end.
        step_sizes: (steps,) how many tokens each step has; they only fall.
    """

    forwards: Ints
    backwards: Ints
    step_sizes: Ints

    def slices(self) -> list[slice]:
        """Return the place of each step among the tokens as laid out."""
        sizes = self.step_sizes.tolist()
        ends = np.cumsum(self.step_sizes).tolist()
        return [slice(end - size, end) for size, end in zip(sizes, ends, strict=True)]

    @property
    def sequences(self) -> int:
        """How many sequences there are; those without a token do not count."""
        return int(self.step_sizes[0]) if len(self.step_sizes) else 0


def lay_out_steps(lengths: Ints) -> StepLayout:
    """Return the layout of sequences of these lengths (sequences,).

    Example:
        >>> layout = lay_out_steps(np.array([1, 3]))
        >>> layout.forwards.tolist()  # the second sequence is longer: it comes first
        [1, 0, 2, 3]
        >>> layout.step_sizes.tolist()
        [2, 1, 1]
    """
    longest_first = np.argsort(-lengths, kind="stable")
    starts = (np.cumsum(lengths) - lengths)[longest_first]
    sizes = lengths[longest_first]
    count = int(sizes[0]) if len(sizes) else 0
    step_sizes = np.searchsorted(-sizes, -np.arange(count), side="left")
    step = np.repeat(np.arange(count), step_sizes)
    firsts = np.cumsum(step_sizes) - step_sizes
    sequence = np.arange(len(step)) - np.repeat(firsts, step_sizes)
    forwards = starts[sequence] + step
    backwards = starts[sequence] + sizes[sequence] - 1 - step
    return StepLayout(forwards, backwards, step_sizes)
