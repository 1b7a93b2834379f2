"""Terms that are shown under another, since their last word says hardly anything more.

A "posterior distribution" is the posterior, a "BERT model" is BERT. They stay nodes of
their own, for here and there the word does say something; a reader of a network is
better served by one of the two, and is told why.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from kg.kinds import family_kinds
from kg.records import Entity, Resolution
from kg.resolution.terms.term_normal_form import join_words, term_key

# Last words that only say what kind of thing a method is.
_OF_METHODS = frozenset(
    ["algorithm", "approach", "framework", "method", "model", "procedure", "technique"]
)
# Last words that people leave out of some quantities ("the posterior"), and not of others
# ("the data"): there, what stands before the two differs.
_OF_QUANTITIES = frozenset(["distribution", "function"])
# So many words, and such a share of them, stand before both.
_FEWEST_SHARED, _SHARE = 2, 0.05
_LONGEST = 12  # words of a name that is looked at


class _Known(NamedTuple):
    """Terms by the keys of their names, and what stands before a key in longer ones."""

    terms: Mapping[str, Entity]
    before: Mapping[str, set[tuple[str, ...]]]


def group_for_display(resolution: Resolution) -> Resolution:
    """Return a resolution whose terms say under which other one they are shown, and why.

    Of two terms, the one of fewer works is shown under the other; none is shown under
    one that is itself shown under a third.

    Args:
        resolution: of a whole corpus.
    """
    works = _count_works(resolution)
    known = _index_names(resolution.entities, works)
    shown: dict[str, tuple[str, str]] = {}
    for entity in resolution.entities:
        if entity.kind in family_kinds("term"):
            found = _same_without_last_word(entity, known)
            if found is not None:
                other, reason = found
                # Of equals the one without the word is shown.
                few, many = sorted(
                    (entity, other), key=lambda e: (works.get(e.id, 0), e is other)
                )
                shown.setdefault(few.id, (many.id, reason))
    return replace(
        resolution,
        entities=tuple(
            replace(entity, shown_with=(_last(entity.id, shown), shown[entity.id][1]))
            if entity.id in shown
            else entity
            for entity in resolution.entities
        ),
    )


def _count_works(resolution: Resolution) -> dict[str, int]:
    """Return how many works name each entity."""
    named: dict[str, set[str]] = {}
    for own, work in zip(resolution.mentions, resolution.documents, strict=True):
        for entity in own:
            if entity is not None:
                named.setdefault(entity, set()).add(work)
    return {entity: len(found) for entity, found in named.items()}


def _index_names(entities: Iterable[Entity], works: Mapping[str, int]) -> _Known:
    """Index terms by the keys of their names; of several, the one of most works has it."""
    terms: dict[str, Entity] = {}
    before: dict[str, set[tuple[str, ...]]] = {}
    listed = [entity for entity in entities if entity.kind in family_kinds("term")]
    for entity in sorted(listed, key=lambda e: (-works.get(e.id, 0), e.id)):
        for name in (entity.name, *entity.aliases):
            words = term_key(name).words
            if len(words) > _LONGEST:
                continue
            terms.setdefault(join_words(words), entity)
            for start in range(1, len(words)):
                before.setdefault(join_words(words[start:]), set()).add(words[:start])
    return _Known(terms, before)


def _same_without_last_word(entity: Entity, known: _Known) -> tuple[Entity, str] | None:
    """Return the term that another is without its last word, with the reason."""
    words = term_key(entity.name).words
    bare = known.terms.get(join_words(words[:-1])) if len(words) > 1 else None
    if bare is None or bare.id == entity.id:
        return None
    if words[-1] in _OF_METHODS and entity.kind == bare.kind == "method":
        return bare, f"“{words[-1].capitalize()}” only says what kind of thing it is."
    if words[-1] in _OF_QUANTITIES and (shared := _shared(words, known)):
        reason = (
            f"People write both, with and without “{words[-1]}”: {_listed(shared)}."
        )
        return bare, reason
    return None


def _shared(words: Sequence[str], known: _Known) -> list[str]:
    """Return what stands before a term with and without its last word, if it is a lot."""
    full = known.before.get(join_words(words), set())
    bare = known.before.get(join_words(words[:-1]), set())
    both = full & bare
    enough = len(both) >= max(_FEWEST_SHARED, _SHARE * len(bare))
    return [" ".join((*each, *words[:-1])) for each in sorted(both)] if enough else []


def _listed(names: Sequence[str]) -> str:
    """Return the first of some names as a sentence lists them."""
    return ", ".join(names[:3]) + (" …" if len(names) > 3 else "")


def _last(entity: str, shown: Mapping[str, tuple[str, str]]) -> str:
    """Return the term at the end of the way from one to what it is shown under."""
    while entity in shown:
        entity = shown[entity][0]
    return entity
