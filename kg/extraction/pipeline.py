"""The spaCy pipeline that reads a document: components, each Doc in, Doc out.

What stands before in the pipeline is evidence for what comes after: the trained tagger
proposes; rules for the forms of pages (author lines, biographies, references) decide on
people and institutions; links join them; terms are what is left of the proposals.

The components pass on a `Findings`. Each declares which of its fields it reads and
fills in (as `doc._.FIELD`, the one form of such names that spaCy checks), so that
`nlp.analyze_pipes()` finds a wrong order.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from spacy.language import Language

from kg.extraction.abbreviations.find import abbreviation_links, find_abbreviations
from kg.extraction.affiliations import find_affiliations
from kg.extraction.findings import as_extraction, attach_findings, findings_of
from kg.extraction.passages import find_passages
from kg.extraction.people.find import find_people
from kg.extraction.references.find import find_works
from kg.extraction.term_relations import find_relations
from kg.extraction.term_roles import give_roles
from kg.extraction.terms import find_terms
from kg.extraction.work_relations import find_work_relations
from kg.institutions.find.find import find_institutions
from kg.institutions.ror.linker import AffiliationLinker
from kg.records import Document, Extraction, Mention
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

# People and institutions are accepted where the tagger holds them likelier than not;
# terms are weighed by `kg.extraction.termhood`.
_LIKELY = 0.5


def load_pipeline(
    model: Path | None = None, linker: AffiliationLinker | None = None
) -> Language:
    """Return the whole pipeline.

    Args:
        model: the folder of a tagger; by default the one that kg ships.
        linker: to a registry of organisations; by default to our own table.

    Raises:
        ModelError: the model is missing, damaged or of another version.
    """
    nlp = load_tagger(model)
    for name in COMPONENTS:
        nlp.add_pipe(name)
    finder = nlp.get_pipe("kg_institutions")
    if linker is not None and isinstance(finder, InstitutionFinder):
        finder.linker = linker
    return nlp


def run_pipeline(nlp: Language, documents: Iterable[Document]) -> Iterator[Extraction]:
    """Yield what the pipeline finds in each document, in order.

    Args:
        nlp: what `load_pipeline` returned.
        documents: read as they are asked for, some hundred at a time.
    """
    for doc in nlp.pipe(_make_doc(nlp, document) for document in documents):
        yield as_extraction(findings_of(doc))


def _make_doc(nlp: Language, document: Document) -> "Doc":
    """Return a Doc that carries its document."""
    doc = nlp.make_doc(document.text)
    attach_findings(doc, document)
    return doc


@Language.component("kg_passages", assigns=["doc._.passages"])
def add_passages(doc: "Doc") -> "Doc":
    """Tell biography, references, collaboration and links from prose."""
    found = findings_of(doc)
    found.passages = find_passages(found.document)
    return doc


@Language.component("kg_people", requires=["doc._.passages"], assigns=["doc._.people"])
def add_people(doc: "Doc") -> "Doc":
    """Find people and their roles."""
    found = findings_of(doc)
    proposed = _proposed(doc, "person")
    found.people = find_people(found.document, found.passages, proposed)
    return doc


@Language.component(
    "kg_works",
    requires=["doc._.passages", "doc._.people"],
    assigns=["doc._.works"],
)
def add_works(doc: "Doc") -> "Doc":
    """Find the other works that the document names."""
    found = findings_of(doc)
    found.works = find_works(found.document, found.passages, found.people)
    return doc


class InstitutionFinder:
    """The component that finds institutions under their normal names.

    A person found inside one ("University of Tartu") is a part of its name and no
    person.

    Attributes:
        linker: reads affiliations; to our own table until another one is set.
    """

    def __init__(self) -> None:
        """Link to our own table."""
        self.linker = AffiliationLinker()

    def __call__(self, doc: "Doc") -> "Doc":
        """Find the institutions of a Doc, and take from its people what lies in one."""
        found = findings_of(doc)
        proposed = _proposed(doc, "institution")
        institutions = find_institutions(
            found.document, found.passages, found.people, proposed, linker=self.linker
        )
        found.institutions = institutions
        found.people = [
            person
            for person in found.people
            if not any(_lies_in(person, institution) for institution in institutions)
        ]
        return doc


@Language.factory(
    "kg_institutions",
    requires=["doc._.passages", "doc._.people"],
    assigns=["doc._.institutions", "doc._.people"],
)
def make_institution_finder(nlp: Language, name: str) -> InstitutionFinder:
    """Make the component that finds institutions."""
    return InstitutionFinder()


@Language.component(
    "kg_affiliations",
    requires=["doc._.passages", "doc._.people", "doc._.institutions"],
    assigns=["doc._.links"],
)
def add_affiliations(doc: "Doc") -> "Doc":
    """Link people to the institutions that the text puts them at.

    Author sections say so by marks and lines, prose by "at" and parentheses, records
    in fields of their own.
    """
    found = findings_of(doc)
    found.links += find_affiliations(
        found.document, found.passages, found.people, found.institutions
    )
    return doc


@Language.component(
    "kg_terms",
    requires=[
        "doc._.passages",
        "doc._.people",
        "doc._.works",
        "doc._.institutions",
    ],
    assigns=["doc._.terms", "doc._.links"],
)
def add_terms(doc: "Doc") -> "Doc":
    """Find methods and concepts with their roles, and link those that a text relates.

    Terms come last: a phrase that is a person's, an institution's or a cited work's
    is none.
    """
    found = findings_of(doc)
    pairs = find_abbreviations(found.document.text)
    terms = find_terms(
        found.document,
        found.passages,
        doc.user_data[PROPOSED],
        others=[*found.people, *found.institutions],
        works=found.works,
        abbreviations=pairs,
    )
    found.terms = give_roles(found.document, found.passages, terms)
    mentions = [*found.terms, *found.institutions]
    found.links += abbreviation_links(mentions, pairs)
    for find in (find_relations, find_work_relations):
        found.links += find(found.document, found.passages, found.terms)
    return doc


def _proposed(doc: "Doc", kind: str) -> list[Mention]:
    """Return the tagger's likely proposals of a kind."""
    text = findings_of(doc).document.text
    return [
        Mention(start, end, kind, text[start:end], text[start:end], score=score)
        for start, end, its_kind, score in doc.user_data[PROPOSED]
        if its_kind == kind and score >= _LIKELY
    ]


def _lies_in(inner: Mention, outer: Mention) -> bool:
    """Tell whether one mention stands within another of its field."""
    same_field = inner.field == outer.field
    return same_field and outer.start <= inner.start and inner.end <= outer.end
