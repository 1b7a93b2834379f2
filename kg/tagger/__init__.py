"""People, institutions, methods, concepts in running text: a network trained here."""

from kg.tagger.component import PROPOSED, Tagger, load
from kg.tagger.labels import Span
from kg.tagger.storage import TrainedTagger, read, save
from kg.tagger.tagging import tag

__all__ = ["PROPOSED", "Span", "Tagger", "TrainedTagger", "load", "read", "save", "tag"]
