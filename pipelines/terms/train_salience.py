"""Learn how much a term says of what works are about: the weights of `salience`.

    python -m pipelines.terms.train_salience RECORDS JUDGED BACKGROUND … --out FILE

Three arguments a corpus. Reads: its records; its judged terms, a CSV of lines
"term,judgement" with salient, not or unclear; and the folder of the tables that
`pipelines.terms.count_titles` made of *other* fields, for on texts of its own field a
model would learn to rely on what it never finds again. Writes: the weights of a logistic
regression; and on standard error the area under the curve (AUC) of each corpus. The last
`--test` corpora are only measured.
"""

import csv
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Annotated, NamedTuple

import numpy as np
import typer
from numpy.typing import NDArray
from scipy.stats import rankdata  # type: ignore[import-untyped]

from kg.extraction.extract import extract
from kg.kinds import family_kinds
from kg.records import Entity
from kg.resolution.resolve import resolve
from kg.resolution.terms.background_counts import Background, title_shares
from kg.resolution.terms.salience import FEATURES, term_features
from kg.resolution.terms.term_use import CorpusUse, corpus_use
from kg.sources.corpus import read_documents
from pipelines.common.command import run
from pipelines.common.logistic import regression
from pipelines.common.trained_file import write_trained

# Two hundred judgements bear little: weights are held to be small.
RIDGE = 10.0
_SOURCE = (
    "learned by pipelines.terms.train_salience from terms of machine learning, "
    "engineering and medicine judged for kg"
)

Floats = NDArray[np.float64]


class JudgedTerms(NamedTuple):
    """Features (terms, features) of judged terms, and which are salient (terms,)."""

    features: Floats
    salient: Floats


def read_judgements(path: Path) -> dict[str, bool]:
    """Return which terms are salient; what is unclear is left out."""
    with path.open(encoding="utf-8", newline="") as lines:
        rows = [row for row in csv.reader(lines) if row]
    return {
        term: verdict == "salient" for term, verdict in rows if verdict != "unclear"
    }


def read_background(folder: Path) -> Background:
    """Return the counts of the tables in a folder."""
    counts = []
    for name in ("title_counts", "title_word_counts"):
        lines = (folder / f"{name}.csv").read_text(encoding="utf-8").splitlines()
        rows = csv.DictReader(line for line in lines if not line.startswith("#"))
        counts.append(
            {row["words"]: (int(row["works"]), int(row["titles"])) for row in rows}
        )
    terms, words = map(title_shares, counts)
    return Background(terms, words)


def read_corpus(
    records: Path, judgements: Mapping[str, bool], background: Background
) -> JudgedTerms:
    """Return the features of the judged terms of a corpus."""
    documents, _ = read_documents([records])
    extractions = list(extract(documents))
    resolution = resolve(extractions)
    corpus = corpus_use(extractions, resolution)
    terms = [e for e in resolution.entities if e.kind in family_kinds("term")]
    return judged_features(terms, corpus, judgements, background)


def judged_features(
    terms: Iterable[Entity],
    corpus: CorpusUse,
    judgements: Mapping[str, bool],
    background: Background,
) -> JudgedTerms:
    """Return the features of the entities that judged terms name, by any name."""
    by_name = {name: e for e in terms for name in (*e.aliases, e.name)}
    by_name |= {e.name: e for e in by_name.values()}
    found = {term: by_name[term] for term in judgements if term in by_name}
    typer.echo(f"{len(found)} of {len(judgements)} judged terms found", err=True)
    rows = [
        list(term_features(entity, corpus, background).values())
        for entity in found.values()
    ]
    salient = [float(judgements[term]) for term in found]
    return JudgedTerms(np.array(rows), np.array(salient))


def fit(corpora: Sequence[JudgedTerms]) -> dict[str, float]:
    """Return the weight of each feature, in nats.

    Features are made comparable first, so that the ridge holds all of them alike.
    """
    features = np.vstack([corpus.features for corpus in corpora])
    salient = np.concatenate([corpus.salient for corpus in corpora])
    mean, spread = features.mean(axis=0), features.std(axis=0)
    mean[-1], spread[-1] = 0.0, 1.0  # of the constant
    weights = regression((features - mean) / spread, salient, ridge=RIDGE) / spread
    weights[-1] -= (weights[:-1] * mean[:-1]).sum()
    return dict(zip(FEATURES, np.round(weights, 3).tolist(), strict=True))


def area_under_curve(scores: Floats, truth: Floats) -> float:
    """Return how likely a true one scores more than a false one (ROC AUC).

    >>> area_under_curve(np.array([1.0, 2.0, 3.0]), np.array([0.0, 0.0, 1.0]))
    1.0
    """
    true = truth.sum()
    false = len(truth) - true
    ranks = rankdata(scores)[truth > 0].sum()
    return float((ranks - true * (true + 1) / 2) / (true * false))


def main(
    corpora: Annotated[
        list[Path],
        typer.Argument(help="RECORDS JUDGED BACKGROUND, a corpus after another."),
    ],
    out: Annotated[Path, typer.Option(help="File for the weights.")],
    test: Annotated[int, typer.Option(help="How many, the last, only test.")] = 0,
) -> None:
    """Fit the weights of salience, and tell what they reach on each corpus."""
    if len(corpora) % 3:
        raise typer.BadParameter("expected RECORDS JUDGED BACKGROUND for each corpus")
    read = [
        read_corpus(records, read_judgements(judged), read_background(folder))
        for records, judged, folder in zip(*[iter(corpora)] * 3, strict=True)
    ]
    weights = fit(read[: len(read) - test])
    values = np.array(list(weights.values()))
    for number, corpus in enumerate(read):
        name = corpora[3 * number + 1].stem
        reached = area_under_curve(corpus.features @ values, corpus.salient)
        typer.echo(
            f"{name}: AUC {reached:.3f} on {len(corpus.salient)} terms", err=True
        )
    write_trained(out, weights, source=_SOURCE)


if __name__ == "__main__":
    run(main)
