"""ROR ids that records give: which to rely on, and which names they make one.

One id on another institution's name is a slip, if most records say otherwise. It joins
nobody and tells nobody apart: it is a doubt, noted for a person to review.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from kg.datafiles import word_list
from kg.institutions.table import known, name_key
from kg.kinds import family_kinds
from kg.records import Extraction, InstitutionFacts, Mention
from kg.resolution.clusters import Clusters, Finding
from kg.resolution.name_index import NameNodes, NameReading, mention_name
from kg.text.folding import fold
from kg.text.latex import decode_latex

_EVEN_ODDS = 0.5  # what a doubt scores: a person has to look

# A name, folded, and an id that records give it.
_NameAndId = tuple[str, str]


def without_doubtful_ids(extractions: Sequence[Extraction]) -> Sequence[Extraction]:
    """Turn the ids that most records speak against into `facts.doubted`.

    The id x of a name is a slip if x stands on another name in more documents, and the
    name has an id of its own in more, or our table knows the two for two institutions.
    So it is if the name, of which a country has one, has another id in more documents
    and in no other country: "University of Oxford".
    """
    documents = _count_documents(extractions)
    doubtful = set(_doubtful(documents))
    if not doubtful:
        return extractions
    return [_doubt_ids(extraction, doubtful) for extraction in extractions]


def _linked_mentions(extraction: Extraction) -> Iterator[tuple[str, InstitutionFacts]]:
    """Yield the names of an extraction that have an id, with what is known of them."""
    kinds = family_kinds("institution")
    for mention in extraction.mentions:
        facts = mention.facts
        if mention.kind in kinds and isinstance(facts, InstitutionFacts) and facts.ror:
            yield mention_name(mention), facts


def _count_documents(
    extractions: Iterable[Extraction],
) -> dict[str, Counter[tuple[str, str | None]]]:
    """Count, by name, the documents that give it an id and a country."""
    counts: dict[str, Counter[tuple[str, str | None]]] = {}
    for extraction in extractions:
        pairs = {
            (name, facts.ror, facts.country)
            for name, facts in _linked_mentions(extraction)
            if facts.ror
        }
        for name, ror, country in sorted(pairs, key=str):
            counts.setdefault(name, Counter())[ror, country] += 1
    return counts


def _doubtful(
    documents: Mapping[str, Counter[tuple[str, str | None]]],
) -> Iterator[_NameAndId]:
    """Yield names with an id that most records speak against."""
    by_name = {name: _by_id(counts) for name, counts in documents.items()}
    home, totals = _homes(by_name), Counter[str]()
    for ids in by_name.values():
        totals.update(ids)
    for name, ids in by_name.items():
        key, one_a_country = name_key(name), _is_one_a_country(name)
        for ror, count in ids.items():
            own = [other for other in ids if home[other] == key]
            if home[ror] != key:
                if own or max(ids.values()) > count or _are_two(name, home[ror]):
                    yield name, ror
            elif one_a_country and any(
                (ids[other], totals[other]) > (count, totals[ror])
                and _in_one_country(documents[name], ror, other)
                for other in own
            ):
                yield name, ror


def _by_id(counts: Mapping[tuple[str, str | None], int]) -> Counter[str]:
    found: Counter[str] = Counter()
    for (ror, _), count in counts.items():
        found[ror] += count
    return found


def _homes(by_name: Mapping[str, Mapping[str, int]]) -> dict[str, str]:
    """Return the key of the name that each id stands on in most documents.

    Of several such names one that our table has, else that of which it has the largest
    share.
    """
    counts: dict[str, Counter[str]] = {}
    totals: Counter[str] = Counter()
    for name, ids in by_name.items():
        key = name_key(name)
        for ror, count in ids.items():
            counts.setdefault(ror, Counter())[key] += count
            totals[key] += count
    return {
        ror: max(
            own,
            key=lambda key: (own[key], known(key) is not None, own[key] / totals[key]),
        )
        for ror, own in counts.items()
    }


def _are_two(name: str, other_key: str) -> bool:
    """Tell whether our table has both names, for two institutions."""
    one, other = known(name), known(other_key)
    return one is not None and other is not None and one.name != other.name


def _is_one_a_country(name: str) -> bool:
    """Tell whether our table has a name, of a kind that a country has one of."""
    kinds = word_list("institutions/national_institution_kinds")
    row = known(name)
    return bool(row and not row.ambiguous) and not kinds.isdisjoint(fold(name).split())


def _in_one_country(
    counts: Iterable[tuple[str, str | None]], one: str, other: str
) -> bool:
    """Tell whether nothing puts the institutions of two ids into two countries."""
    ours, theirs = (
        {country for ror, country in counts if ror == each and country}
        for each in (one, other)
    )
    return not ours or not theirs or not ours.isdisjoint(theirs)


def _doubt_ids(extraction: Extraction, doubtful: set[_NameAndId]) -> Extraction:
    if doubtful.isdisjoint((n, f.ror or "") for n, f in _linked_mentions(extraction)):
        return extraction
    mentions = tuple(_doubt_id(mention, doubtful) for mention in extraction.mentions)
    return replace(extraction, mentions=mentions)


def _doubt_id(mention: Mention, doubtful: set[_NameAndId]) -> Mention:
    facts = mention.facts
    if not isinstance(facts, InstitutionFacts):
        return mention
    if (mention_name(mention), facts.ror or "") not in doubtful:
        return mention
    return mention._replace(facts=InstitutionFacts(doubted=facts.ror))


def note_doubtful_ids(
    extractions: Sequence[Extraction], nodes: NameNodes, clusters: Clusters
) -> None:
    """Note for review whom a doubtful id would join.

    Args:
        extractions: as `without_doubtful_ids` returned them.
        nodes: the names of institutions.
        clusters: of nodes.
    """
    bearers: dict[str, Counter[int]] = {}
    doubted: dict[tuple[int, str], None] = {}
    for (number, position), node in zip(nodes.places, nodes.node_at, strict=True):
        facts = extractions[number].mentions[position].facts
        if not isinstance(facts, InstitutionFacts):
            continue
        if facts.ror:
            bearers.setdefault(facts.ror, Counter())[node] += 1
        if facts.doubted:
            doubted[node, facts.doubted] = None
    for node, ror in doubted:
        if ror not in bearers:
            continue
        # Whom the id stands on most, and of several whom a document names first.
        ((bearer, _),) = bearers[ror].most_common(1)
        if clusters.find(bearer) != clusters.find(node):
            reason = (
                f"A record gives “{nodes.names[node]}” the id {ror} in ROR, which is "
                f"that of “{nodes.names[bearer]}”."
            )
            rule = "ROR id in doubt"
            clusters.note(Finding(node, bearer, rule, reason, _EVEN_ODDS, "apart"))


def readings_by_id(
    extractions: Sequence[Extraction], nodes: NameNodes
) -> list[NameReading]:
    """Return what stands in texts for an institution, and means it by its id alone.

    A registry reads "UvA" as the University of Amsterdam: no rule on names joins the
    two, and a reader wants to know why they are one.
    """
    found: dict[tuple[int, str], NameReading] = {}
    for (number, position), node in zip(nodes.places, nodes.node_at, strict=True):
        mention = extractions[number].mentions[position]
        facts = mention.facts
        if not (isinstance(facts, InstitutionFacts) and facts.ror):
            continue
        surface = decode_latex(mention.surface)
        if (node, surface) not in found and _differ(surface, nodes.names[node]):
            reason = f"Both are {facts.ror} in ROR."
            found[node, surface] = NameReading(node, surface, "same id", reason)
    return list(found.values())


def _differ(surface: str, name: str) -> bool:
    return name_key(surface) != name_key(name)
