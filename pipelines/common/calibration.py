"""Whether scores mean what they say, and which mistakes are the commonest.

A score is to be the share of mentions of that score that are right, at the same place
and of the same kind as in the gold. The gap between the two, averaged over ten bins of
scores, is the expected calibration error (Naeini, Cooper & Hauskrecht 2015).
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from pipelines.common.scoring import KINDS, covered_lines, match_documents, strict_span

BINS = 10


class Verdict(NamedTuple):
    """A mention found, and whether the gold has it; or one missed, with no score."""

    kind: str
    surface: str
    score: float | None
    right: bool


def verdicts(
    gold: Sequence[Mapping[str, Any]], found: Iterable[Mapping[str, Any]]
) -> list[Verdict]:
    """Judge every mention of documents that the gold covers, and list what is missed.

    Takes annotated documents, and lines of documents.jsonl.
    """
    matched, lines = match_documents(gold, found), covered_lines(gold)
    judged = []
    for number, document in enumerate(gold):
        expected = {strict_span(document, m): m for m in _mentions(document)}
        for ours in matched[number]:
            for mention in _mentions(ours):
                place = strict_span(ours, mention)
                if ours["first_line"] is None or place[0][0] in lines[ours["source"]]:
                    right = expected.pop(place, None) is not None
                    judged.append(_verdict(mention, mention["score"], right))
        judged += [_verdict(mention, None, False) for mention in expected.values()]
    return judged


def calibration_error(judged: Iterable[Verdict]) -> float:
    """Return the expected calibration error, in [0, 1]."""
    rows = bins(judged)
    total = sum(count for count, _, _ in rows)
    return sum(n * abs(score - right) for n, score, right in rows) / max(total, 1)


def bins(judged: Iterable[Verdict]) -> list[tuple[int, float, float]]:
    """Return mentions, mean score and share of right ones for each tenth of scores."""
    sums = [[0, 0.0, 0.0] for _ in range(BINS)]
    for verdict in judged:
        if verdict.score is not None:
            row = sums[min(int(verdict.score * BINS), BINS - 1)]
            row[0] += 1
            row[1] += verdict.score
            row[2] += verdict.right
    return [(int(n), s / max(n, 1), r / max(n, 1)) for n, s, r in sums]


def report(judged: Sequence[Verdict], *, mistakes: int = 0) -> str:
    """Return the bins, the calibration error and the commonest mistakes, as lines."""
    rows = [f"{'score':<18}{'mentions':>9}{'mean':>7}{'right':>7}"]
    for number, (count, score, right) in enumerate(bins(judged)):
        place = f"{number / BINS:.1f} to {(number + 1) / BINS:.1f}"
        rows.append(f"{place:<18}{count:>9}{score:>7.2f}{right:>7.2f}")
    rows.append(f"expected calibration error {calibration_error(judged):.3f}")
    wrong = [v for v in judged if v.score is not None and not v.right]
    missed = [v for v in judged if v.score is None]
    for title, some in (("found, not in the gold", wrong), ("missed", missed)):
        if mistakes:
            rows += ["", f"{title} ({len(some)})", *_commonest(some, mistakes)]
    return "\n".join(rows)


def _commonest(some: Iterable[Verdict], most: int) -> list[str]:
    """Return a line for each of the commonest verdicts, how often it fell in front."""
    counts = Counter((v.kind, v.surface.casefold()) for v in some)
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return [f"{n:>5}  {kind:<12}{surface!r}" for (kind, surface), n in ranked[:most]]


def _mentions(document: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Return the mentions of a document that are of a kind which is scored."""
    return [m for m in document.get("mentions", ()) if m["kind"] in KINDS]


def _verdict(mention: Mapping[str, Any], score: float | None, right: bool) -> Verdict:
    """Return a mention as judged; `score` is None where it was missed."""
    return Verdict(mention["kind"], mention.get("surface") or "", score, right)
