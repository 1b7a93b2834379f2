"""The tagger as a spaCy component: Doc in, Doc out, many Docs at a time."""

from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc, SpanGroup
from spacy.tokens import Span as DocSpan

from kg.tagger.storage import PACKAGED, Trained, read, save
from kg.tagger.tagging import tag
from kg.text.tokens import Tokenizer

GROUP = "tagged"
"""The span group of a Doc that the tagger writes."""
# No text is too long: it is read in windows. spaCy's own bound is for its parser.
_MAX_LENGTH = 2**40


class Tagger:
    """Writes `doc.spans["tagged"]`: spans labelled by kind, in order, none overlapping.

    The group's `attrs["scores"]` has the probability of each span, in [0, 1].
    """

    def __init__(self, trained: Trained) -> None:
        """Tag by this trained network."""
        self.trained = trained

    def __call__(self, doc: Doc) -> Doc:
        """Tag one Doc; many at a time go faster through `pipe`."""
        return next(self.pipe([doc]))

    def pipe(self, docs: Iterable[Doc], batch_size: int = 128) -> Iterator[Doc]:
        """Tag Docs as they come, `batch_size` at a time."""
        rest = iter(docs)
        while group := list(islice(rest, batch_size)):
            found = tag(self.trained, [[token.text for token in doc] for doc in group])
            for doc, spans in zip(group, found, strict=True):
                doc.spans[GROUP] = SpanGroup(
                    doc,
                    name=GROUP,
                    spans=[DocSpan(doc, s.start, s.end, label=s.kind) for s in spans],
                    attrs={"scores": [s.score for s in spans]},
                )
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
        path: a folder that `pipelines.train` made, by default the one that kg ships.

    Raises:
        ModelError: the model is missing, damaged or of another version.
    """
    nlp = spacy.blank("en")
    nlp.tokenizer = Tokenizer(nlp.vocab)
    nlp.max_length = _MAX_LENGTH
    nlp.add_pipe("kg_tagger", config={"path": None if path is None else str(path)})
    return nlp
