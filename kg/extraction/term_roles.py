"""What a term is to the work that speaks of it: its topic, what it uses, or neither.

A title says so by where a term stands: before "via" and "using", or behind. In prose a
sentence does whose subject is the work ("we", "this paper", "our method", "the proposed
…") or that tells in the passive what was done ("is proposed", "was used"): the verb
gives its objects a role, prepositions change it. All else is mentioned in passing:
sentences about others' work, and terms behind "unlike", "than", "previous".

English is read; of other languages the titles alone.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from kg.extraction.clause_reading import ClauseReader
from kg.records import Document, Mention, Passage, Role
from kg.text.mentions import mentions_within
from kg.text.sentences import sentence_spans

# A heading of which its index is surer is a topic of the work.
_SURE_HEADING = 0.5
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*|[,;:()]|[–—]")


def give_roles(
    document: Document, passages: Sequence[Passage], terms: Iterable[Mention]
) -> list[Mention]:
    """Return the terms with their roles: about, uses, or mentioned.

    Args:
        document: what they stand in.
        passages: the parts of its bodies; only prose tells of the work itself.
        terms: methods and concepts; keywords are what their work is about.
    """
    listed = list(terms)
    placed = sorted(term for term in listed if term.field == "text")
    roles: dict[Mention, Role] = {}
    titled: list[tuple[str, Role]] = []
    for is_title, start, end in _sentences(document, passages):
        inside = mentions_within(placed, start, end)
        if inside:
            found = read_roles(document.text, start, end, inside, title=is_title)
            roles.update(found)
            titled += [(_phrase(t), role) for t, role in found.items() if is_title]
    for passage in passages:
        if passage.kind == "keywords":
            inside = mentions_within(placed, passage.start, passage.end)
            roles.update(dict.fromkeys(inside, "about"))
    return [
        term._replace(role=roles.get(term) or _default(term, titled)) for term in listed
    ]


def read_roles(
    text: str, start: int, end: int, terms: Sequence[Mention], *, title: bool = False
) -> dict[Mention, Role]:
    """Return the roles that a sentence, or a title, gives the terms in it.

    Args:
        text: of the document.
        start: where the sentence begins.
        end: where it ends.
        terms: those in it, by place.
        title: whether it is one.

    Example:
        >>> text = "We study graphs using random walks."
        >>> graphs = Mention(9, 15, "concept", "graphs", "graphs")
        >>> walks = Mention(22, 34, "method", "random walks", "random walks")
        >>> list(read_roles(text, 0, len(text), [graphs, walks]).values())
        ['about', 'uses']
    """
    reader = ClauseReader(title=title)
    position = start
    for term in terms:
        reader.read_words(_WORD.findall(text, position, term.start))
        reader.meet_term(term)
        position = term.end
    reader.read_words(_WORD.findall(text, position, end))
    return reader.roles


def _sentences(
    document: Document, passages: Sequence[Passage]
) -> Iterator[tuple[bool, int, int]]:
    """Yield the titles of a document and the sentences of its prose."""
    text = document.text
    for section in document.sections:
        if section.kind == "title":
            yield True, section.start, section.end
        elif section.kind == "preview":
            yield from (
                (False, *s) for s in sentence_spans(text, section.start, section.end)
            )
    for passage in passages:
        if passage.kind == "prose":
            yield from (
                (False, *s) for s in sentence_spans(text, passage.start, passage.end)
            )


def _default(term: Mention, titled: Iterable[tuple[str, Role]]) -> Role:
    """Return the role of a term that its sentence gives none.

    "Optimal transport" is what "Unbalanced optimal transport problems" is about; of a
    single word, it must be the head of what stands in the title.
    """
    if term.field.startswith("subjects"):
        return "about" if term.score > _SURE_HEADING else "mentioned"
    if term.field != "text":
        return "about"
    phrase = _phrase(term)
    for whole, role in titled:
        if whole.endswith(phrase) or (" " in phrase.strip() and phrase in whole):
            return role
    return "mentioned"


def _phrase(term: Mention) -> str:
    """Return the words of a term for looking them up in others', in the singular."""
    words = re.split(r"[\W_]+", term.surface.casefold())
    return f" {' '.join(word.removesuffix('s') for word in words if word)} "
