"""decisions.csv: what a person has settled, and the last word on it.

A line is `kind,a,b,verdict,note` with verdict merge or apart; `a` and `b` are names or
entity ids. Lines that contradict each other, also through others, are an error.

Two people, or two institutions, of one name are told apart by their documents: a name
followed by `@` and the id of a document, as documents.jsonl has it, means who is called
that in this document alone:

    kind,a,b,verdict,note
    person,J. Smith@doc:5f34443c2ade,J. Smith@doc:90b1c0a7d312,apart,two chemists

A name without a document means all that are called so.
"""

import csv
import io
import re
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from kg.errors import DecisionError
from kg.identity.clusters import Clusters, Finding
from kg.identity.slugs import slug
from kg.records import Resolution
from kg.text.reading import folded

# The apostrophe before what a spreadsheet would compute is no part of a name.
_FORMULA = re.compile(r"\A'(?=[=+\-@])")

COLUMNS = ("kind", "a", "b", "verdict", "note")
# Methods and concepts are one family: which of the two a term is, the corpus decides.
FAMILIES = {
    "person": "person",
    "institution": "institution",
    "method": "term",
    "concept": "term",
    "term": "term",
    "work": "work",
    "document": "work",
}

# The families of which one name may have several bearers.
_BINDABLE = ("person", "institution")


@dataclass(frozen=True, slots=True)
class Decision:
    """A person's word that two names are one, or are not; `line` counts from 1."""

    kind: str
    a: str
    b: str
    verdict: Literal["merge", "apart"]
    note: str = ""
    line: int = 0
    path: str = "decisions.csv"

    @property
    def family(self) -> str:
        """The sort of names that it is about; methods and concepts are both "term"."""
        return FAMILIES[self.kind]

    @property
    def place(self) -> str:
        """Where it stands, as `path:line`."""
        return f"{self.path}:{self.line}"


def read_decisions(path: Path) -> tuple[Decision, ...]:
    """Read a file of decisions.

    Raises:
        DecisionError: the file cannot be read, a line is no decision, or two
            contradict each other.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise DecisionError(f"{path}: cannot be read as UTF-8 text ({error})") from None
    return parse_decisions(text, path=str(path))


def parse_decisions(text: str, *, path: str = "decisions.csv") -> tuple[Decision, ...]:
    """Read decisions from a CSV's text; see `read_decisions`.

    Lines that are empty or begin with # are passed over.
    """
    rows = csv.reader(io.StringIO(text, newline=""), strict=True)
    found: list[Decision] = []
    header: tuple[str, ...] | None = None
    try:
        for row in rows:
            cells = [_FORMULA.sub("", cell.strip()) for cell in row]
            if not any(cells) or cells[0].startswith("#"):
                continue
            if header is None:
                header = _header(cells, f"{path}:{rows.line_num}")
            else:
                found.append(_decision(cells, path=path, line=rows.line_num))
    except csv.Error as error:
        raise DecisionError(f"{path}:{rows.line_num}: no CSV ({error})") from None
    check(found)
    return tuple(found)


def _header(cells: Sequence[str], place: str) -> tuple[str, ...]:
    names = tuple(cell.casefold() for cell in cells)
    verdict = names[3:4] in (("verdict",), ("merge|apart",), ("merge | apart",))
    if names[:3] != COLUMNS[:3] or not verdict or names[4:] not in ((), ("note",)):
        raise DecisionError(
            f"{place}: expected the header {','.join(COLUMNS)}, found {','.join(cells)}"
        )
    return names


def _decision(cells: Sequence[str], *, path: str, line: int) -> Decision:
    place = f"{path}:{line}"
    if not 4 <= len(cells) <= 5:
        raise DecisionError(
            f"{place}: expected 4 or 5 cells ({','.join(COLUMNS)}), found {len(cells)};"
            " put names with a comma in double quotes"
        )
    kind, a, b, verdict = (*cells[:3], cells[3].casefold())
    if kind.casefold() not in FAMILIES:
        known = ", ".join(FAMILIES)
        raise DecisionError(f"{place}: kind is one of {known}; found {kind!r}")
    if not a or not b:
        raise DecisionError(f"{place}: a decision needs two names")
    if verdict not in ("merge", "apart"):
        raise DecisionError(f"{place}: verdict is merge or apart; found {cells[3]!r}")
    if a == b:
        raise DecisionError(
            f"{place}: {a!r} is compared with itself; to tell two of one name apart, "
            "write name@document"
        )
    return Decision(
        kind=kind.casefold(),
        a=a,
        b=b,
        verdict="merge" if verdict == "merge" else "apart",
        note="".join(cells[4:]),
        line=line,
        path=path,
    )


def check(decisions: Iterable[Decision]) -> None:
    """Find decisions that contradict each other, also through a chain of merges.

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
            raise DecisionError(_contradiction(decision, _chain(clusters, a, b)))


def _keys(decision: Decision) -> tuple[tuple[str, str], tuple[str, str]]:
    return (
        (decision.family, _key(decision.family, decision.a)),
        (decision.family, _key(decision.family, decision.b)),
    )


def _key(family: str, name: str) -> str:
    """Make an id and the name that it is made from look alike."""
    bound = binding(family, name)
    if bound:
        return "@".join(bound)
    kind, colon, rest = name.partition(":")
    if colon and FAMILIES.get(kind) == family:
        return rest
    return slug(name)


def binding(family: str, name: str) -> tuple[str, str] | None:
    """Take "J. Smith@doc:1" apart: the name folded, and the document's id.

    Terms are not bound ("precision@k" is one), and works are their documents.
    """
    plain, at, document = name.partition("@")
    if family not in _BINDABLE or not at or not folded(plain):
        return None
    return folded(plain), document.strip()


def bindings(decisions: Iterable[Decision]) -> frozenset[tuple[str, str]]:
    """Collect the names that decisions bind to a document, as `binding` gives them."""
    found = (
        binding(decision.family, name)
        for decision in decisions
        for name in (decision.a, decision.b)
    )
    return frozenset(bound for bound in found if bound)


def _chain(clusters: Clusters, a: int, b: int) -> list[str]:
    """List the reasons of the merges that lead from `a` to `b`."""
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
    because = f" by {', '.join(chain)}" if chain else ""
    return (
        f"{decision.place}: {decision.a!r} and {decision.b!r} are to be kept apart, "
        f"but are merged{because}; take one of these lines out"
    )


def obey(
    decisions: Iterable[Decision],
    clusters: Clusters,
    look_up: Callable[[str], Sequence[int]],
) -> None:
    """Join and part nodes as decided, before any rule has its say.

    Names that no node bears are passed over; `unmatched` lists them.

    Raises:
        DecisionError: a decision cannot be obeyed because of the others.
    """
    ordered = sorted(decisions, key=lambda decision: decision.verdict != "merge")
    for decision in ordered:
        first, second = look_up(decision.a), look_up(decision.b)
        if decision.verdict == "merge" and first and second:
            nodes = sorted({*first, *second})
            clusters.join_all(nodes, rule="decision", reason=_reason(decision))
            clusters.pinned.update(nodes)
        for a in first if decision.verdict == "apart" else ():
            for b in second:
                _part(decision, clusters, a, b)


def _part(decision: Decision, clusters: Clusters, a: int, b: int) -> None:
    if clusters.find(a) == clusters.find(b):
        raise DecisionError(_contradiction(decision, _chain(clusters, a, b)))
    clusters.forbid(a, b)
    clusters.note(
        Finding(a, b, "decision", _reason(decision), score=0.0, verdict="apart")
    )


def _reason(decision: Decision) -> str:
    word = "one" if decision.verdict == "merge" else "to be kept apart"
    note = f": {decision.note}" if decision.note else ""
    return f"Line {decision.line} of the decisions says that they are {word}{note}."


def unmatched(
    decisions: Iterable[Decision], resolution: Resolution
) -> tuple[Decision, ...]:
    """Return the decisions of which a name is nobody's in the corpus.

    A name bound to a document is somebody's if the decision on it could be obeyed,
    which left a record.
    """
    known: set[object] = {entity.id for entity in resolution.entities}
    for entity in resolution.entities:
        family = FAMILIES.get(entity.kind, entity.kind)
        for name in (entity.name, *entity.aliases):
            known.add(f"{family} {folded(name)}")
    for merge in resolution.merges:
        family = FAMILIES.get(merge.kind, merge.kind)
        for name in (merge.a, merge.b):
            bound = binding(family, name)
            known.add(f"{family} {folded(bound[0] if bound else name)}")
            if bound:
                known.add((family, bound))
    return tuple(
        decision
        for decision in decisions
        if not all(_known(decision, n, known) for n in (decision.a, decision.b))
    )


def _known(decision: Decision, name: str, known: Collection[object]) -> bool:
    bound = binding(decision.family, name)
    if bound and not bound[1]:
        return False
    plain = f"{decision.family} {folded(name)}"
    return name in known or plain in known or (decision.family, bound) in known
