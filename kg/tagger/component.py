"""The tagger as a spaCy component: Doc in, Doc out, many Docs at a time.

It only proposes: what it holds likely may overlap, and `kg.extraction` decides.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab

from kg.tagger.labels import Span
from kg.tagger.storage import PACKAGED, TrainedTagger, read, save
from kg.tagger.tagging import tag
from kg.text.tokenizer import WORDS, Tokenizer

PROPOSED = "proposed"
"""The key of `doc.user_data` that the tagger writes: Spans of characters."""
# Spans that are less probable cost more time than they are ever worth.
_MIN_PROBABILITY = 0.2
# No text is too long: it is read in windows. spaCy's own bound is for its parser.
_MAX_LENGTH = 2**40


class Tagger:
    """Proposes spans, in order of place; Docs must come from our tokenizer."""

    def __init__(self, trained: TrainedTagger) -> None:
        """Tag by this trained network."""
        self.trained = trained

    def __call__(self, doc: Doc) -> Doc:
        """Tag one Doc; many at a time go faster through `pipe`."""
        return next(self.pipe([doc]))

    def pipe(self, docs: Iterable[Doc], batch_size: int = 128) -> Iterator[Doc]:
        """Tag Docs as they come, `batch_size` at a time."""
        rest = iter(docs)
        while group := list(islice(rest, batch_size)):
            texts = [doc.user_data[WORDS] for doc in group]
            spans_of_texts = tag(self.trained, texts, min_probability=_MIN_PROBABILITY)
            for doc, words, spans in zip(group, texts, spans_of_texts, strict=True):
                doc.user_data[PROPOSED] = _in_characters(doc, words, spans)
                yield doc

    def to_disk(self, path: str | Path, **_: object) -> None:
        """Write the trained network; part of saving a whole pipeline."""
        save(self.trained, Path(path))

    def from_disk(self, path: str | Path, **_: object) -> "Tagger":
        """Read what `to_disk` wrote."""
        self.trained = read(Path(path))
        return self


@Language.factory("kg_tagger", default_config={"path": None})
def make_tagger(nlp: Language, name: str, path: str | None) -> Tagger:
    """Make the component from a folder, by default the one that kg ships.

    Raises:
        ModelError: the model is missing, damaged or of another version.
    """
    return Tagger(read(PACKAGED if path is None else Path(path)))


def load(path: Path | None = None) -> Language:
    """Return a spaCy pipeline of our tokenizer and the tagger.

    Args:
        path: a folder that `pipelines.tagger.train` made, by default the one that kg ships.

    Raises:
        ModelError: the model is missing, damaged or of another version.
    """
    # A bare vocabulary: English's own computes a dozen attributes a word, unread here.
    nlp = spacy.blank("en", vocab=Vocab())
    nlp.tokenizer = Tokenizer(nlp.vocab)
    nlp.max_length = _MAX_LENGTH
    nlp.add_pipe("kg_tagger", config={"path": None if path is None else str(path)})
    return nlp


def _in_characters(doc: Doc, words: Sequence[str], spans: Iterable[Span]) -> list[Span]:
    """Turn places that count tokens into places that count characters."""
    starts = doc.to_array("IDX").tolist()
    return [
        Span(starts[start], starts[end - 1] + len(words[end - 1]), kind, score)
        for start, end, kind, score in spans
    ]
