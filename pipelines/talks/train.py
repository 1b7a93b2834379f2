"""Train the model that cuts seminar dumps into talks, and say how well it does.

    python -m pipelines.talks.train DATA [--out kg/data/sources/cohesion.json] [--seed 1]

DATA is a folder with papers.jsonl.gz and acl_anthology.jsonl.gz. A third of the
abstracts teaches the opening and closing cues, others the boundary, a last part tests
both; nothing of the page that the project is measured on is used.
"""

import argparse
import json
import math
import random
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
from scipy import sparse  # type: ignore[import-untyped]

from kg.sources.pages.cohesion import features, opens_talk, profiles, terms
from kg.sources.pages.cue_words import (
    CohesionModel,
    cue_words,
)
from kg.sources.pages.talk_endings import tail_cues
from kg.sources.pages.talk_segmentation import talk_forms, talk_starts
from pipelines.common.json_lines import read_lines
from pipelines.common.logistic import Floats, regression
from pipelines.common.trained_file import write_trained
from pipelines.talks.endings import Metadata, make_short_talk, make_tail
from pipelines.talks.synthetic_dumps import (
    Dump,
    make_dumps,
    make_talk,
    paragraph_ends,
    tell,
)

_SOURCE = (
    "learned by pipelines.talks.train from abstracts of machine learning and"
    " linguistics (paperlists, ACL Anthology)"
)
_TEACHING, _BOUNDARIES, _TESTING = 11_000, 5_760, 800  # abstracts of each collection
_PLACES = (20, 40, 80, 120)  # talks of a dump
_TAILS, _SHORT_TALKS = 16_000, 5_000  # lines that the tail model is taught with
_CUES = 3_500  # words and beginnings kept of each kind
_CUE_RIDGE = 1e-4  # a sample; else cues of few samples would weigh without bound
_COMMON = 8_000  # words with a background weight


def read_abstracts(path: Path) -> list[str]:
    """Read the abstracts of a collection that are long enough to be whole."""
    found = {(record.get("abstract") or "").strip() for record in read_lines([path])}
    return sorted(text for text in found if 300 < len(text) < 3000)


def read_metadata(path: Path) -> Metadata:
    """Read the names, institutions, titles and venues of a collection's papers."""
    papers = list(read_lines([path]))
    placed = (place for paper in papers for place in paper.get("affiliations") or ())
    titles = (paper["title"].rstrip(".") for paper in papers if paper.get("title"))
    small = (t if t[1:2].isupper() else f"{t[:1].lower()}{t[1:]}" for t in titles)
    authors = (name for paper in papers for name in paper["authors"])
    return Metadata(
        names=tuple(sorted({name for name in authors if " " in name})),
        places=tuple(sorted({p for p in placed if p and 2 < len(p) < 60})),
        titles=tuple(sorted({title for title in small if len(title) < 90})),
        venues=tuple(sorted({p["venue"] for p in papers if p.get("venue")})),
    )


def train_cues(abstracts: Sequence[Sequence[str]], *, last: bool) -> dict[str, float]:
    """Weigh cues of first (or last) sentences against all others.

    Only cues that are frequent in each collection are kept, so that no field's own
    words say where its abstracts begin.
    """
    chance = random.Random(7)
    samples: list[set[str]] = []
    labels: list[float] = []
    counts: list[Counter[str]] = []
    for texts in abstracts:
        count: Counter[str] = Counter()
        for text in texts:
            found = tell(text, chance=chance)
            if len(found) < 3:
                continue
            turn = min(paragraph_ends(found, chance=chance))
            right, wrong = (len(found) - 1, turn - 1) if last else (0, turn)
            for number, label in ((right, 1.0), (wrong, 0.0)):
                cues = cue_words(found[number])
                samples.append(cues)
                labels.append(label)
                count.update(cues)
        counts.append(count)
    least = {cue: min(count[cue] for count in counts) for cue in counts[0]}
    kept = sorted(sorted(least, key=lambda cue: (-least[cue], cue))[:_CUES])
    weights, bias = _sparse_regression(samples, np.array(labels), kept)
    rounded = {cue: round(float(w), 2) for cue, w in zip(kept, weights, strict=True)}
    worth = {cue: weight for cue, weight in rounded.items() if abs(weight) >= 0.05}
    return {"": round(bias, 2), **worth}


def train_tails(
    abstracts: Sequence[str], facts: Metadata, idf: Mapping[str, float]
) -> dict[str, float]:
    """Weigh what tells lines behind abstracts from abstracts and their paragraphs."""
    chance = random.Random(11)
    lines = [(make_tail(facts, chance=chance), 1.0) for _ in range(_TAILS)]
    lines += [(make_short_talk(facts, chance=chance), 0.0) for _ in range(_SHORT_TALKS)]
    for abstract in abstracts:
        lines += [(told, 0.0) for told in make_talk(abstract, chance=chance)]
    samples = [tail_cues(line, idf) for line, _ in lines]
    counts = Counter(cue for cues in samples for cue in cues)
    kept = sorted(sorted(counts, key=lambda cue: (-counts[cue], cue))[:_CUES])
    labels = np.array([label for _, label in lines])
    weights, bias = _sparse_regression(samples, labels, kept)
    rounded = {cue: round(float(w), 2) for cue, w in zip(kept, weights, strict=True)}
    return {"": round(bias, 2)} | {c: w for c, w in rounded.items() if abs(w) >= 0.05}


def _sparse_regression(
    samples: Sequence[set[str]], labels: Floats, kept: Sequence[str]
) -> tuple[Floats, float]:
    """Fit a logistic regression to which cues each sample has; the bias is last."""
    place = {cue: number for number, cue in enumerate(kept)}
    rows, columns = [], []
    for row, cues in enumerate(samples):
        found = [place[cue] for cue in sorted(cues) if cue in place]
        columns += [*found, len(kept)]
        rows += [row] * (len(found) + 1)
    size = (len(samples), len(kept) + 1)
    table = sparse.csr_array((np.ones(len(rows)), (rows, columns)), shape=size)
    weights = regression(table, labels, ridge=_CUE_RIDGE * len(samples))
    return weights[:-1], float(weights[-1])


def background(abstracts: Iterable[str]) -> dict[str, float]:
    """Weigh the words of all collections by how few abstracts have them."""
    counts: Counter[str] = Counter()
    total = 0
    for text in abstracts:
        counts.update(terms(text).keys())
        total += 1
    common = sorted(counts, key=lambda word: (-counts[word], word))[:_COMMON]
    return {word: round(math.log(total / counts[word]), 1) for word in sorted(common)}


def examples(
    dumps: Iterable[Dump], model: CohesionModel
) -> tuple[list[dict[str, float]], list[float]]:
    """Describe every boundary before prose, the talk above it being known."""
    described: list[dict[str, float]] = []
    labels: list[float] = []
    for dump in dumps:
        forms = talk_forms(dump.lines, model=model)
        prose = [n for n, form in enumerate(forms) if form == "prose"]
        known = profiles([dump.lines[n] for n in prose], model)
        talk = [0]
        for place in range(1, len(prose)):
            between = slice(prose[place - 1] + 1, prose[place])
            attached = "attachment" in forms[between]
            described.append(features(known, talk, place, attached=attached))
            opens = any(dump.opens[prose[place - 1] + 1 : prose[place] + 1])
            labels.append(float(opens))
            talk = [place] if opens else [*talk, place]
    return described, labels


def train_boundary(
    described: Sequence[dict[str, float]], labels: Sequence[float]
) -> dict[str, float]:
    """Fit the boundary's regression by Newton's method with a small ridge."""
    names = sorted(described[0])
    table = np.array([[row[name] for name in names] for row in described])
    scale = np.maximum(table.std(axis=0), 0.05)
    scale[names.index("bias")] = 1.0
    table = table / scale
    weights = regression(table, np.array(labels), ridge=1.0)
    return {
        name: round(float(weight), 3)
        for name, weight in zip(names, weights / scale, strict=True)
    }


def document_f1(dumps: Iterable[Dump], model: CohesionModel) -> float:
    """Score whole talks: right only if first and last line are."""
    right = found = wanted = 0
    for dump in dumps:
        gold = _stretches(dump.opens)
        starts = talk_starts(
            dump.lines, talk_forms(dump.lines, model=model), model=model
        )
        cuts = set(zip(starts, [*starts[1:], len(dump.lines)], strict=True))
        right += len(gold & cuts)
        found += len(cuts)
        wanted += len(gold)
    return 200 * right / (found + wanted)


def _stretches(opens: Sequence[bool]) -> set[tuple[int, int]]:
    starts = [number for number, opening in enumerate(opens) if opening]
    return set(zip(starts, [*starts[1:], len(opens)], strict=True))


def main() -> None:
    """Train, report, write."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("data", type=Path)
    parser.add_argument(
        "--out", type=Path, default=Path("kg/data/sources/cohesion.json")
    )
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    chance = random.Random(options.seed)
    collections = {
        name: read_abstracts(options.data / f"{name}.jsonl.gz")
        for name in ("papers", "acl_anthology")
    }
    for texts in collections.values():
        chance.shuffle(texts)
    teaching = [texts[:_TEACHING] for texts in collections.values()]
    rest = {name: texts[_TEACHING:] for name, texts in collections.items()}
    model = CohesionModel(
        opening=train_cues(teaching, last=False),
        closing=train_cues(teaching, last=True),
        idf=background(text for texts in teaching for text in texts),
        boundary={},
    )
    facts = read_metadata(options.data / "papers.jsonl.gz")
    told = [text for texts in teaching for text in texts[: _TAILS // 2]]
    model = replace(model, tail=train_tails(told, facts, model.idf))
    dumps = [
        dump
        for texts in rest.values()
        for turn, size in enumerate(_PLACES * 2)
        for dump in make_dumps(
            texts[turn * 720 :][:720], facts, size=size, chance=chance
        )
    ]
    described, labels = examples(dumps, model)
    boundary = train_boundary(described, labels)
    model = replace(model, boundary=boundary)
    guessed = [opens_talk(row, model) > 0 for row in described]
    right = sum(g == bool(label) for g, label in zip(guessed, labels, strict=True))
    print(f"boundaries: {len(labels)}, {100 * right / len(labels):.2f} % right")
    print(json.dumps(boundary, indent=0))
    for name, texts in rest.items():
        held = texts[_BOUNDARIES : _BOUNDARIES + _TESTING]
        made = list(make_dumps(held, facts, size=80, chance=chance))
        print(f"documents F1 on held-out {name}: {document_f1(made, model):.2f}")
    stored = {
        "boundary": model.boundary,
        "closing": model.closing,
        "idf": model.idf,
        "opening": model.opening,
        "tail": model.tail,
    }
    stored = {key: dict(sorted(weights.items())) for key, weights in stored.items()}
    write_trained(options.out, stored, source=_SOURCE, indent=0)


if __name__ == "__main__":
    main()
