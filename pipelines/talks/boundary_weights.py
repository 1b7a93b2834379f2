"""Learn where a talk of a seminar dump ends and the next begins, and how well it is told."""

from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from kg.sources.pages.cohesion import (
    boundary_features,
    boundary_log_odds,
    profile_paragraphs,
)
from kg.sources.pages.cue_words import CohesionModel
from kg.sources.pages.talk_segmentation import talk_forms, talk_starts
from pipelines.common.logistic import regression
from pipelines.talks.synthetic_dumps import Dump

Boundary = tuple[dict[str, float], bool]
"""What is known of a line of prose and what stands before, and whether it opens a talk."""

_LEAST_SCALE = 0.05  # of a feature that hardly varies: it is not blown up


def describe_boundaries(
    dumps: Iterable[Dump], model: CohesionModel
) -> Iterator[Boundary]:
    """Yield every boundary before prose, the talk above it being known."""
    for dump in dumps:
        forms = talk_forms(dump.lines, model=model)
        prose = [n for n, form in enumerate(forms) if form == "prose"]
        known = profile_paragraphs([dump.lines[n] for n in prose], model)
        talk = [0]
        for place in range(1, len(prose)):
            above = prose[place - 1] + 1
            attached = "attachment" in forms[above : prose[place]]
            opens = any(dump.opens[above : prose[place] + 1])
            yield boundary_features(known, talk, place, attached=attached), opens
            talk = [place] if opens else [*talk, place]


def learn_boundary(boundaries: Sequence[Boundary]) -> dict[str, float]:
    """Return the weight of each feature of a boundary, in nats."""
    names = sorted(boundaries[0][0])
    table = np.array([[row[name] for name in names] for row, _ in boundaries])
    labels = np.array([opens for _, opens in boundaries], dtype=float)
    # A ridge weighs all features alike only where they vary alike.
    scale = np.maximum(table.std(axis=0), _LEAST_SCALE)
    scale[names.index("bias")] = 1.0
    weights = regression(table / scale, labels, ridge=1.0) / scale
    return dict(zip(names, weights.round(3).tolist(), strict=True))


def share_right(boundaries: Sequence[Boundary], model: CohesionModel) -> float:
    """Return the share of boundaries that a model tells rightly, in [0, 1]."""
    right = sum(
        (boundary_log_odds(row, model) > 0) == opens for row, opens in boundaries
    )
    return right / len(boundaries)


def document_f1(dumps: Iterable[Dump], model: CohesionModel) -> float:
    """Return the F1 of whole talks in per cent: right only if both ends are."""
    right = found = wanted = 0
    for dump in dumps:
        gold = _stretches([n for n, opens in enumerate(dump.opens) if opens], dump)
        forms = talk_forms(dump.lines, model=model)
        cuts = _stretches(talk_starts(dump.lines, forms, model=model), dump)
        right += len(gold & cuts)
        found += len(cuts)
        wanted += len(gold)
    return 200 * right / (found + wanted)


def _stretches(starts: Sequence[int], dump: Dump) -> set[tuple[int, int]]:
    """Return the first line of each talk, and the line behind its last."""
    return set(zip(starts, [*starts[1:], len(dump.lines)], strict=True))
