"""The spaCy pipeline that reads a document: components, each Doc in, Doc out.

What stands before in the pipeline is evidence for what comes after: the trained tagger
proposes; rules for the forms of pages (author lines, biographies, references) decide on
people and institutions; links join them; terms are what is left of the proposals.

A Doc carries its Document and what was found in `doc.user_data`, under the names of the
keys below.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from spacy.language import Language

from kg.extraction.abbreviations.find import abbreviation_links, find_abbreviations
from kg.extraction.affiliations import find_affiliations
from kg.extraction.passages import find_passages
from kg.extraction.people.find import find_people
from kg.extraction.references.find import find_works
from kg.extraction.terms import find_terms
from kg.institutions.find.find import find_institutions
from kg.records import Document, Extraction, Link, Mention
from kg.tagger import PROPOSED
from kg.tagger import load as load_tagger

if TYPE_CHECKING:
    from spacy.tokens import Doc

COMPONENTS = (
    "kg_passages",
    "kg_people",
    "kg_works",
    "kg_institutions",
    "kg_affiliations",
    "kg_terms",
)
"""What runs behind the tagger, in this order."""

# People and institutions are taken where the tagger holds them likelier than not;
# terms are weighed by `kg.extraction.termhood`.
_LIKELY = 0.5


def load(model: Path | None = None) -> Language:
    """Return the whole pipeline, with the shipped model or the one in folder `model`.

    Raises:
        ModelError: the model is missing, damaged or of another version.
    """
    nlp = load_tagger(model)
    for name in COMPONENTS:
        nlp.add_pipe(name)
    return nlp


def read(nlp: Language, documents: Iterable[Document]) -> Iterator[Extraction]:
    """Yield what the pipeline finds in each document, in order."""
    for doc in nlp.pipe(_doc(nlp, document) for document in documents):
        yield extraction(doc)


def extraction(doc: "Doc") -> Extraction:
    """Gather what the components found in a Doc."""
    found = doc.user_data
    mentions = {*found["people"], *found["institutions"], *found["terms"]}
    for link in found["links"]:
        mentions |= {link.source, link.target}
    return Extraction(
        document=found["document"],
        mentions=tuple(sorted(mentions, key=_place)),
        links=tuple(sorted(set(found["links"]), key=_link_place)),
        works=tuple(found["works"]),
    )


@Language.component("kg_passages")
def passages(doc: "Doc") -> "Doc":
    """Tell biography, references, collaboration and links from prose."""
    doc.user_data["passages"] = find_passages(doc.user_data["document"])
    return doc


@Language.component("kg_people")
def people(doc: "Doc") -> "Doc":
    """Find people and their roles."""
    found = doc.user_data
    found["people"] = find_people(
        found["document"], found["passages"], _proposed(doc, "person")
    )
    return doc


@Language.component("kg_works")
def works(doc: "Doc") -> "Doc":
    """Find the other works that the document names."""
    found = doc.user_data
    found["works"] = find_works(found["document"], found["passages"], found["people"])
    return doc


@Language.component("kg_institutions")
def institutions(doc: "Doc") -> "Doc":
    """Find institutions under their normal names.

    A person found inside one ("University of Tartu") is a part of its name and no
    person.
    """
    found = doc.user_data
    places = find_institutions(
        found["document"],
        found["passages"],
        found["people"],
        _proposed(doc, "institution"),
    )
    found["institutions"] = places
    found["people"] = [
        person
        for person in found["people"]
        if not any(_lies_in(person, place) for place in places)
    ]
    return doc


@Language.component("kg_affiliations")
def affiliations(doc: "Doc") -> "Doc":
    """Link people to the institutions that the text puts them at."""
    found = doc.user_data
    found["links"] = find_affiliations(
        found["document"],
        found["passages"],
        found["people"],
        found["institutions"],
    )
    return doc


@Language.component("kg_terms")
def terms(doc: "Doc") -> "Doc":
    """Find methods and concepts, and link abbreviations to what they stand for."""
    found = doc.user_data
    document = found["document"]
    pairs = find_abbreviations(document.text)
    found["terms"] = find_terms(
        document,
        found["passages"],
        doc.user_data[PROPOSED],
        taken=[*found["people"], *found["institutions"]],
        works=found["works"],
        abbreviations=pairs,
    )
    mentions = [*found["terms"], *found["institutions"]]
    found["links"] += abbreviation_links(document, mentions, pairs)
    return doc


def _doc(nlp: Language, document: Document) -> "Doc":
    doc = nlp.make_doc(document.text)
    doc.user_data["document"] = document
    return doc


def _proposed(doc: "Doc", kind: str) -> list[Mention]:
    text = doc.user_data["document"].text
    return [
        Mention(start, end, kind, text[start:end], text[start:end], score=score)
        for start, end, its_kind, score in doc.user_data[PROPOSED]
        if its_kind == kind and score >= _LIKELY
    ]


def _lies_in(inner: Mention, outer: Mention) -> bool:
    same_field = inner.field == outer.field
    return same_field and outer.start <= inner.start and inner.end <= outer.end


def _place(mention: Mention) -> tuple[bool, str, int, int, str, str]:
    in_record = mention.field != "text"
    return (
        in_record,
        mention.field,
        mention.start,
        mention.end,
        mention.kind,
        mention.name,
    )


def _link_place(link: Link) -> tuple[str, object, object]:
    return (link.kind, _place(link.source), _place(link.target))
