"""What has been found in a document so far: what the components of the pipeline pass on.

A Doc of spaCy carries one `Findings` under one key of `doc.user_data`. Each component
reads what those before it have filled in, and fills in its own part.
"""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.records import Document, Extraction, Link, Mention, Passage, Work

if TYPE_CHECKING:
    from spacy.tokens import Doc

KEY = "kg"
"""The key of `doc.user_data`."""


@dataclass(slots=True)
class Findings:
    """A document, and what the components have found in it."""

    document: Document
    passages: tuple[Passage, ...] = ()
    people: list[Mention] = field(default_factory=list)
    works: list[Work] = field(default_factory=list)
    institutions: list[Mention] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    terms: list[Mention] = field(default_factory=list)


def attach_findings(doc: "Doc", document: Document) -> None:
    """Let a Doc carry its document, of which nothing has been found yet."""
    doc.user_data[KEY] = Findings(document)


def findings_of(doc: "Doc") -> Findings:
    """Return what has been found in a Doc so far.

    Raises:
        KeyError: no document was attached to it.
    """
    findings: Findings = doc.user_data[KEY]
    return findings


def as_extraction(found: Findings) -> Extraction:
    """Return all that was found, each mention and link once, in order of place.

    Both ends of a link are mentions, also those that no component lists.
    """
    mentions = {*found.people, *found.institutions, *found.terms}
    for link in found.links:
        mentions.update(link.ends)
    return Extraction(
        document=found.document,
        mentions=tuple(sorted(mentions, key=_mention_order)),
        links=tuple(sorted(set(found.links), key=_link_order)),
        works=tuple(found.works),
    )


def _mention_order(mention: Mention) -> tuple[bool, str, int, int, str, str]:
    """Return a key that puts the text before the record's fields."""
    return (
        mention.field != "text",
        mention.field,
        mention.start,
        mention.end,
        mention.kind,
        mention.name,
    )


def _link_order(link: Link) -> tuple[str, list[object]]:
    # A kind has two ends, or one, throughout.
    return (link.kind, [_mention_order(end) for end in link.ends])
