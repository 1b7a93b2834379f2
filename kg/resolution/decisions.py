"""What a person has settled about who is who, and the last word on it.

Two people, or two institutions, of one name are told apart by their documents: a name
followed by `@` and the id of a document, as documents.jsonl has it, means who is called
that in this document alone. A name without a document means all that are called so.
"""

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from kg.errors import DecisionError
from kg.kinds import ENTITY_KINDS
from kg.records import Remark, Resolution
from kg.resolution.clusters import Clusters, Finding
from kg.resolution.entity_ids import slug
from kg.text.folding import fold

# Methods and concepts are one family: which of the two a term is, the corpus decides.
FAMILIES = {
    **{name: kind.family for name, kind in ENTITY_KINDS.items()},
    "term": "term",
    "document": "work",
}

# The families of which one name may have homonyms.
_BOUND_FAMILIES = ("person", "institution")


@dataclass(frozen=True, slots=True)
class Decision:
    """A person's word that two names are one, or are not; `line` counts from 1.

    Attributes:
        kind: of entity, or "term" for methods and concepts, "document" for works.
        a: a name, an id, or a name and a document ("J. Smith@doc:1").
        b: another one.
        note: why, in the words of the person who decided.
    """

    kind: str
    a: str
    b: str
    verdict: Literal["merge", "apart"]
    note: str = ""
    line: int = 0
    path: str = "decisions.csv"

    @property
    def family(self) -> str:
        """The family of names that it is about; methods and concepts are both "term"."""
        return FAMILIES[self.kind]

    @property
    def place(self) -> str:
        """Where it stands, as `path:line`."""
        return f"{self.path}:{self.line}"


def check_consistency(decisions: Iterable[Decision]) -> None:
    """Check that no decisions contradict each other, also through a chain of merges.

    Raises:
        DecisionError: "a = b", "b = c" and "a ≠ c", or the like; names the lines.
    """
    ordered = sorted(decisions, key=lambda decision: decision.verdict != "merge")
    keys = sorted({key for decision in ordered for key in _keys(decision)})
    number_of = {key: number for number, key in enumerate(keys)}
    clusters = Clusters(len(keys))
    for decision in ordered:
        a, b = (number_of[key] for key in _keys(decision))
        if decision.verdict == "merge":
            clusters.join(Finding(a, b, "decision", decision.place))
        elif a != b and clusters.find(a) == clusters.find(b):
            raise DecisionError(
                _contradiction(decision, _merge_reasons(clusters, a, b))
            )


def _keys(decision: Decision) -> tuple[tuple[str, str], tuple[str, str]]:
    """Return the keys of both names of a decision, each with its family."""
    return (
        (decision.family, _key(decision.family, decision.a)),
        (decision.family, _key(decision.family, decision.b)),
    )


def _key(family: str, name: str) -> str:
    """Return a key that an id shares with the name that it is made from.

    Of terms, MAP and map may be two: what their names mean, only the corpus says.

    >>> _key("person", "person:ana-lima") == _key("person", "Ana Lima")
    True
    """
    bound = parse_bound_name(family, name)
    if bound:
        return f"{fold(bound[0])}@{bound[1]}"
    kind, colon, rest = name.partition(":")
    if colon and FAMILIES.get(kind) == family:
        return rest
    return name if family == "term" else slug(name)


def parse_bound_name(family: str, name: str) -> tuple[str, str] | None:
    """Split "J. Smith@doc:1" into the name and the document's id.

    Terms are not bound ("precision@k" is one), and works are their documents.

    >>> parse_bound_name("person", "J. Smith@doc:1")
    ('J. Smith', 'doc:1')
    >>> parse_bound_name("term", "precision@k") is None
    True
    """
    plain, at, document = name.partition("@")
    if family not in _BOUND_FAMILIES or not at or not fold(plain):
        return None
    return plain.strip(), document.strip()


def bound_names(
    decisions: Iterable[Decision], key: Callable[[str], Hashable] = fold
) -> frozenset[tuple[Hashable, str]]:
    """Return the keys of names that decisions bind to a document, and which one.

    Args:
        decisions: of one family.
        key: brings spellings of a name together, by default its folded form.
    """
    found = (
        parse_bound_name(decision.family, name)
        for decision in decisions
        for name in (decision.a, decision.b)
    )
    return frozenset((key(bound[0]), bound[1]) for bound in found if bound)


def _merge_reasons(clusters: Clusters, a: int, b: int) -> list[str]:
    """Return the reasons of the merges that lead from `a` to `b`."""
    neighbours: dict[int, list[Finding]] = {}
    for finding in clusters.findings:
        neighbours.setdefault(finding.a, []).append(finding)
        neighbours.setdefault(finding.b, []).append(finding)
    reached: dict[int, list[str]] = {a: []}
    queue = [a]
    for node in queue:
        for finding in neighbours.get(node, ()):
            other = finding.a if finding.b == node else finding.b
            if other not in reached:
                reached[other] = [*reached[node], finding.reason]
                queue.append(other)
    return reached.get(b, [])


def _contradiction(decision: Decision, chain: Sequence[str]) -> str:
    """Return the message on a decision that a chain of merges contradicts."""
    because = f" by {', '.join(chain)}" if chain else ""
    return (
        f"{decision.place}: {decision.a!r} and {decision.b!r} are to be kept apart, "
        f"but are merged{because}; take one of these lines out"
    )


def apply_decisions(
    decisions: Iterable[Decision],
    clusters: Clusters,
    look_up: Callable[[str], Sequence[int]],
) -> None:
    """Join nodes and keep them apart as decided, before any rule is applied.

    Names that no node has are noted as `unknown`.

    Raises:
        DecisionError: a decision cannot be carried out because of the others, or because
            both of its names are one as it is written.
    """
    ordered = sorted(decisions, key=lambda decision: decision.verdict != "merge")
    for decision in ordered:
        first, second = look_up(decision.a), look_up(decision.b)
        for name, found in ((decision.a, first), (decision.b, second)):
            if not found:
                clusters.unknown.add(name)
        if not first or not second:
            continue
        if decision.verdict == "merge":
            nodes = sorted({*first, *second})
            clusters.join_all(nodes, rule="decision", reason=_reason(decision))
            clusters.pinned.update(nodes)
        else:
            _keep_apart(decision, clusters, first, second)


def _keep_apart(
    decision: Decision, clusters: Clusters, a: Sequence[int], b: Sequence[int]
) -> None:
    """Forbid that two names become one, and note it.

    Raises:
        DecisionError: they are one already, or one name as it is written.
    """
    # Who writes "adam" and "ADAM" does not mean by the one what is called the other.
    ours = [node for node in a if node not in b] or list(a)
    theirs = [node for node in b if node not in a] or list(b)
    met = {clusters.find(node): node for node in ours}
    for node in theirs:
        other = met.get(clusters.find(node))
        if other == node:
            raise DecisionError(
                f"{decision.place}: {decision.a!r} and {decision.b!r} are one name as "
                "it is written; to tell two of one name apart, write name@document"
            )
        if other is not None:
            chain = _merge_reasons(clusters, other, node)
            raise DecisionError(_contradiction(decision, chain))
    clusters.forbid(ours, theirs)
    reason = _reason(decision)
    clusters.note(
        Finding(ours[0], theirs[0], "decision", reason, score=0.0, verdict="apart")
    )


def _reason(decision: Decision) -> str:
    """Return the sentence that a merge by a decision carries, with the note."""
    word = "one" if decision.verdict == "merge" else "to be kept apart"
    note = f": {decision.note}" if decision.note else ""
    return f"Line {decision.line} of the decisions says that they are {word}{note}."


def unmatched_decisions(
    decisions: Iterable[Decision], resolution: Resolution
) -> list[tuple[Decision, list[str]]]:
    """Return the decisions of which a name is nobody's in the corpus, and the names.

    Args:
        decisions: that the resolution was made with.
        resolution: of the corpus.
    """
    found = []
    for decision in decisions:
        names = [
            name
            for name in (decision.a, decision.b)
            if (decision.family, name) in resolution.unknown
        ]
        if names:
            found.append((decision, names))
    return found


def remarks_on_unmatched(
    decisions: Iterable[Decision], resolution: Resolution
) -> list[Remark]:
    """Return a warning for each of `unmatched_decisions`, with its line."""
    return [
        Remark(
            decision.path,
            decision.line,
            f"nothing is called {' or '.join(map(repr, names))}",
            lost=False,
        )
        for decision, names in unmatched_decisions(decisions, resolution)
    ]
