"""Precision, recall and F1 of documents.jsonl against annotated documents.

Spans are strict: same place, same kind. A place is a line of the source and a column,
so that documents cut differently still compare; for records, an offset. A found
document is compared with the gold document that holds its first line; found text
outside the lines of gold documents does not count.
"""

import re
from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import Any, cast

from kg.kinds import family_kinds, mentioned_kinds
from kg.text.folding import strip_accents

Annotated = Mapping[str, Any]
Fact = Hashable
Counts = tuple[int, int, int]
Place = tuple[int, int]
Span = tuple[Place, Place, str]

KINDS = mentioned_kinds()
TERMS = family_kinds("term")


def score(gold: Sequence[Annotated], found: Iterable[Annotated]) -> dict[str, Counts]:
    """Return (hits, found, gold) by measure, leaving out what neither side has."""
    matched = match_documents(gold, found)
    totals: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    lines = covered_lines(gold)
    for number, document in enumerate(gold):
        ours: dict[str, set[Fact]] = defaultdict(set)
        for candidate in matched[number]:
            for measure, facts in _facts(candidate).items():
                ours[measure] |= facts
        if not _is_record(document):
            for measure in _SPAN_MEASURES:
                inside = lines[document["source"]]
                spans = cast(set[Span], ours[measure])
                ours[measure] = {span for span in spans if span[0][0] in inside}
        for measure, theirs in _facts(document).items():
            mine = ours[measure]
            for i, count in enumerate((len(mine & theirs), len(mine), len(theirs))):
                totals[measure][i] += count
    return {
        measure: (counts[0], counts[1], counts[2])
        for measure, counts in totals.items()
        if counts[1] or counts[2]
    }


def percent(counts: Counts) -> tuple[float, float, float]:
    """Return precision, recall and F1 in per cent, to one decimal."""
    hits, found, gold = counts
    precision = hits / found if found else 0.0
    recall = hits / gold if gold else 0.0
    f1 = 2 * precision * recall / (precision + recall) if hits else 0.0
    return (round(100 * precision, 1), round(100 * recall, 1), round(100 * f1, 1))


def table(counts: Mapping[str, Counts]) -> str:
    """Return the measures as the lines of a table."""
    rows = [f"{'':<18}{'P':>7}{'R':>7}{'F1':>7}{'found':>8}{'gold':>8}"]
    for measure, count in counts.items():
        precision, recall, f1 = percent(count)
        rows.append(
            f"{measure:<18}{precision:>7}{recall:>7}{f1:>7}{count[1]:>8}{count[2]:>8}"
        )
    return "\n".join(rows)


def gold_number(gold: Sequence[Annotated], document: Annotated) -> int | None:
    """Return the number of the gold document that `document` is to be compared with."""
    return _Homes(gold).of(document)


def fold_words(name: str | None) -> str:
    """Return a name as it is compared: words of letters and digits, no case or
    accents."""
    plain = strip_accents(name or "").lower().replace("&", " and ")
    words = re.findall(r"\w+", plain)
    return " ".join(word for word in words if word != "the")


_SPAN_MEASURES = ("span", *(f"span:{kind}" for kind in KINDS), "term")


class _Homes:
    """Which gold document stands on a line of a source, or under a record's id."""

    def __init__(self, gold: Sequence[Annotated]) -> None:
        self.records: dict[str, int] = {}
        self.lines: dict[tuple[str, int], int] = {}
        for number, document in enumerate(gold):
            if _is_record(document):
                self.records[document["id"]] = number
            else:
                for line in range(document["first_line"], document["last_line"] + 1):
                    self.lines[document["source"], line] = number

    def of(self, document: Annotated) -> int | None:
        if _is_record(document):
            return self.records.get(document["id"])
        lines = range(document["first_line"], document["last_line"] + 1)
        places = (self.lines.get((document["source"], line)) for line in lines)
        return next((number for number in places if number is not None), None)


def match_documents(
    gold: Sequence[Annotated], found: Iterable[Annotated]
) -> dict[int, list[Annotated]]:
    """Return the found documents that belong to each gold document, by its number."""
    homes = _Homes(gold)
    matched: dict[int, list[Annotated]] = defaultdict(list)
    for document in found:
        number = homes.of(document)
        if number is not None:
            matched[number].append(document)
    return matched


def covered_lines(gold: Sequence[Annotated]) -> dict[str, set[int]]:
    """Return the lines of each source that stand in a gold document."""
    found: dict[str, set[int]] = defaultdict(set)
    for document in gold:
        if not _is_record(document):
            lines = range(document["first_line"], document["last_line"] + 1)
            found[document["source"]].update(lines)
    return found


def strict_span(document: Annotated, mention: Mapping[str, Any]) -> Span:
    """Return where a mention begins and ends, and its kind: what strict spans share."""
    start, end = (_place(document, mention[end]) for end in ("start", "end"))
    return (start, end, mention["kind"])


def _is_record(document: Annotated) -> bool:
    """Tell whether a document is a record, whose offsets count in its own text."""
    return document.get("first_line") is None


def _facts(document: Annotated) -> dict[str, set[Fact]]:
    """Return what a document says, as sets that can be compared, by measure."""
    people = document.get("persons", ())
    facts: dict[str, set[Fact]] = {}
    if not _is_record(document):
        place = (document["source"], document["first_line"], document["last_line"])
        facts["documents"] = {place}
    facts |= _spans(document)
    facts["person"] = {fold_words(p["name"]) for p in people}
    facts["author"] = {
        fold_words(p["name"]) for p in people if p.get("role") == "author"
    }
    facts["institution"] = {
        fold_words(i["name"]) for i in document.get("institutions", ())
    }
    facts["affiliation"] = {
        (fold_words(a["person"]), fold_words(a["institution"]))
        for a in document.get("affiliations", ())
    }
    facts["abbreviation"] = {
        (short.lower(), long.lower())
        for short, long in document.get("abbreviations", ())
    }
    facts["work"] = {key for w in document.get("works", ()) if (key := _work(w))}
    title = document.get("title")
    facts["title"] = {fold_words(title)} if title else set()
    return facts


def _spans(document: Annotated) -> dict[str, set[Fact]]:
    """Return the spans of a document that are scored, by measure."""
    spans: dict[str, set[Fact]] = {measure: set() for measure in _SPAN_MEASURES}
    for mention in document.get("mentions", ()):
        kind = mention["kind"]
        if kind not in KINDS:
            continue
        place = strict_span(document, mention)
        spans["span"].add(place)
        spans[f"span:{kind}"].add(place)
        if kind in TERMS:
            spans["term"].add(place[:2])
    return spans


def _place(document: Annotated, offset: int) -> Place:
    """Return an offset as a line of the source and a column in it."""
    if _is_record(document):
        return (0, offset)
    before = document["text"][:offset]
    line = document["first_line"] + before.count("\n")
    return (line, offset - (before.rfind("\n") + 1))


def _work(work: Mapping[str, Any]) -> str:
    """Return the title that a work is compared by, or its id where it has none."""
    identity = (work.get("id") or "").lower().removeprefix("arxiv:")
    return fold_words(work.get("title")) or fold_words(identity)
