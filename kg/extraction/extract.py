"""Documents → mentions, links and works, over all processors.

The text is read by a spaCy pipeline of ours (`kg.extraction.pipeline`). Each document is read
alone, so neither the number of processes nor the order of the documents changes what is
found.
"""

import os
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from kg.institutions.ror.registry_cache import KeptRegistry, load_linker
from kg.parallel import map_in_processes, one_blas_thread
from kg.records import Document, Extraction

if TYPE_CHECKING:
    from spacy.language import Language


class _Tools(NamedTuple):
    """What texts are read with: equal only if content is, not just places."""

    model: Path
    model_digest: str
    registry: KeptRegistry | None


_Task = tuple[Sequence[Document], _Tools]

BATCH = 200  # documents a task: seconds of work, far above the cost of handing it over


def extract(
    documents: Sequence[Document],
    *,
    jobs: int | None = None,
    model: Path | None = None,
    registry: KeptRegistry | None = None,
) -> Iterator[Extraction]:
    """Yield what is found in each document, in the order given.

    Args:
        documents: what to read.
        jobs: processes to use; by default as many as there are processors, but no more
            than have a full batch to do, for each has to load the model.
        model: the trained model's folder; by default the one that kg ships.
        registry: of organisations, to link institutions to; by default they are linked
            to our own table. Every process loads it once.

    Raises:
        ModelError: there is no usable model.
        RegistryError: the registry cannot be read.
    """
    batches = [documents[i : i + BATCH] for i in range(0, len(documents), BATCH)]
    from kg.tagger.storage import PACKAGED, model_digest

    folder = PACKAGED if model is None else model
    tools = _Tools(folder, model_digest(folder), registry)
    tasks = [(batch, tools) for batch in batches]
    processes = max(1, min(jobs or os.cpu_count() or 1, len(batches)))
    for found in map_in_processes(_extract_batch, tasks, processes=processes):
        yield from found


def drop_uncertain(extraction: Extraction, *, min_score: float) -> Extraction:
    """Return an extraction without its mentions that score less than `min_score`.

    A link that loses an end goes too. Works named stay: they are read by rule, and have
    no score.
    """
    kept = tuple(m for m in extraction.mentions if m.score >= min_score)
    if len(kept) == len(extraction.mentions):
        return extraction
    ends = set(kept)
    links = tuple(
        link for link in extraction.links if all(end in ends for end in link.ends)
    )
    return replace(extraction, mentions=kept, links=links)


def _extract_batch(task: _Task) -> list[Extraction]:
    """Return what is found in some documents, in a process of their own or here."""
    from kg.extraction.pipeline import run_pipeline

    documents, tools = task
    with one_blas_thread():
        return list(run_pipeline(_cached_pipeline(tools), documents))


@lru_cache(maxsize=1)
def _cached_pipeline(tools: _Tools) -> "Language":
    """Return the pipeline, loaded once a process as long as nothing in it changes."""
    from kg.extraction.pipeline import load_pipeline

    if tools.registry is None:
        return load_pipeline(tools.model)
    path, cache, digest = tools.registry
    return load_pipeline(tools.model, load_linker(path, cache=cache, digest=digest))
