"""How sequences are laid out in steps."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from kg.tagger.step_layout import lay_out_steps

LENGTHS = np.array([3, 6, 1, 4])


def test_steps_hold_each_token_once() -> None:
    layout = lay_out_steps(LENGTHS)
    assert sorted(layout.forwards) == list(range(14))
    assert sorted(layout.backwards) == list(range(14))
    assert layout.step_sizes.tolist() == [4, 3, 3, 2, 1, 1]
    assert layout.sequences == 4


def test_no_sequences_no_steps() -> None:
    layout = lay_out_steps(np.array([], dtype=int))
    assert layout.slices() == []
    assert layout.sequences == 0


@given(st.lists(st.integers(1, 9), min_size=1, max_size=8))
def test_a_step_holds_the_next_token_of_each_longer_sequence(
    lengths: list[int],
) -> None:
    layout = lay_out_steps(np.array(lengths))
    starts = np.cumsum(lengths) - lengths
    for step, here in enumerate(layout.slices()):
        expected = {
            start + step for start, n in zip(starts, lengths, strict=True) if n > step
        }
        assert set(layout.forwards[here].tolist()) == expected
        back = {
            start + n - 1 - step
            for start, n in zip(starts, lengths, strict=True)
            if n > step
        }
        assert set(layout.backwards[here].tolist()) == back
