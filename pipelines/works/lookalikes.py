"""Pairs of records that look alike and are two works, made of real records.

A maker takes a record, another one by others, and a source of chance, and returns two
records that a careful reader would not take for one work; None where the record does
not lend itself to it.
"""

import re
from collections.abc import Callable
from random import Random

from pipelines.works.record_changes import Record

Pair = tuple[Record, Record]
Maker = Callable[[Record, Record, Random], Pair | None]

_LONG_WORD = re.compile(r"[A-Za-z]{5,}")
_CORRECTIONS = (
    "Erratum to: {}",
    "Erratum: {}",
    "Correction to: {}",
    "Corrigendum: {}",
    "Retraction notice: {}",
    "{} (Erratum)",
    "Addendum to “{}”",
)
_REPLIES = (
    "Comment on “{}”",
    "Comments on: {}",
    "Reply to “{}”",
    "Discussion of: {}",
    "Rejoinder: {}",
    "{}: A response",
)
_NUMBERED = (
    ("{}, Part 1", "{}, Part 2"),
    ("{} I", "{} II"),
    ("{}: Part II", "{}: Part III"),
    ("{} (part one)", "{} (part two)"),
    ("{}. 1.", "{}. 2."),
    ("Part I: {}", "Part II: {}"),
)
_HEADINGS = (
    "Introduction", "Editorial", "Preface", "Foreword", "Book Review", "Conclusion",
    "Front Matter", "Guest Editorial", "Invited Talk", "Letter to the Editor",
)  # fmt: skip
_PREFIXES = ("un", "non-", "semi-", "multi", "bi", "self-", "re", "inter")


def numbered(record: Record, other: Record, chance: Random) -> Pair | None:
    """Two parts of one paper by the same authors; their abstracts differ, or lack."""
    first, second = chance.choice(_NUMBERED)
    return _retitled(record, first, second, _keep_or_empty(other, chance))


def numbered_alike(record: Record, _: Record, chance: Random) -> Pair | None:
    """Two parts with one abstract."""
    first, second = chance.choice(_NUMBERED)
    return _retitled(record, first, second, record)


def with_second_part(record: Record, other: Record, chance: Random) -> Pair | None:
    """A paper, and its second part."""
    return _retitled(record, "{}", "{} II", _keep_or_empty(other, chance))


def corrected(record: Record, _: Record, chance: Random) -> Pair | None:
    """A paper and its erratum, without abstract or with the same one."""
    form = chance.choice(_CORRECTIONS)
    return _retitled(record, "{}", form, chance.choice([record, {}]))


def discussed(record: Record, other: Record, chance: Random) -> Pair | None:
    """A paper, and what others say of it."""
    pair = _retitled(record, "{}", chance.choice(_REPLIES), {})
    if pair is None or not other.get("authors"):
        return None
    return pair[0], {**pair[1], "authors": other["authors"], "affiliations": None}


def same_title(record: Record, other: Record, _: Random) -> Pair | None:
    """A paper, and a talk of the same title by others."""
    if not record.get("title") or not _have_other_authors(record, other):
        return None
    return record, {**other, "title": record["title"], "year": record.get("year")}


def same_title_alone(record: Record, other: Record, _: Random) -> Pair | None:
    """Two papers of the same title by others, without abstracts."""
    pair = same_title(record, other, _)
    return pair and (_bare(pair[0]), _bare(pair[1]))


def headings(record: Record, other: Record, chance: Random) -> Pair | None:
    """Two texts that are called Introduction, of other years, or by other authors."""
    title = chance.choice(_HEADINGS)
    pair = {**_bare(record), "title": title}, {**_bare(other), "title": title}
    return pair if _have_other_authors(record, other) else None


def headings_alone(record: Record, other: Record, chance: Random) -> Pair | None:
    """Two texts that are called Introduction, of other years, without authors."""
    title = chance.choice(_HEADINGS)
    years = chance.sample(range(1990, 2021), 2)
    empty = {**_bare(record), "title": title, "authors": None, "affiliations": None}
    first, second = ({**empty, "year": year} for year in years)
    return first, {**second, "venue": other.get("venue")}


def serial(record: Record, other: Record, chance: Random) -> Pair | None:
    """Two papers of a team whose titles differ in one long word."""
    words = (record.get("title") or "").split()
    theirs = _LONG_WORD.findall(other.get("title") or "")
    places = [n for n, word in enumerate(words) if _LONG_WORD.fullmatch(word)]
    if len(words) < 4 or not places or not theirs:
        return None
    place, word = chance.choice(places), chance.choice(theirs)
    if word.lower()[:4] == words[place].lower()[:4]:
        return None
    title = " ".join([*words[:place], word, *words[place + 1 :]])
    return record, {**record, "title": title, "abstract": other.get("abstract")}


def serial_alone(record: Record, other: Record, chance: Random) -> Pair | None:
    """The same, without abstracts."""
    pair = serial(record, other, chance)
    return pair and (_bare(pair[0]), _bare(pair[1]))


def contrary(record: Record, other: Record, chance: Random) -> Pair | None:
    """Two papers of a team, on supervised and on unsupervised learning, say."""
    words = (record.get("title") or "").split()
    places = [n for n, word in enumerate(words) if _LONG_WORD.fullmatch(word)]
    if len(words) < 4 or not places:
        return None
    place = chance.choice(places)
    made = chance.choice(_PREFIXES) + words[place].lower()
    title = " ".join([*words[:place], made, *words[place + 1 :]])
    return record, {**record, "title": title, "abstract": other.get("abstract")}


def yearly(record: Record, _: Record, chance: Random) -> Pair | None:
    """The overviews of a task in two years, by the same people."""
    topic = record.get("title")
    year = record.get("year") or 2010
    if not topic:
        return None
    form = chance.choice(
        [
            "Overview of the {} Shared Task: {}",
            "Findings of the {} Workshop on {}",
            "{}: The {} Evaluation Campaign",
        ]
    )
    swap = form.startswith("{}:")
    first, second = (
        {
            **_bare(record),
            "title": form.format(*((topic, each) if swap else (each, topic))),
            "year": each,
        }
        for each in (year, year + 1)
    )
    return first, second


def versions(record: Record, other: Record, chance: Random) -> Pair | None:
    """A system's description, and that of its next version."""
    name = "".join(_LONG_WORD.findall(other.get("title") or "")[:1]).title() + "Net"
    second = chance.choice([f"{name} 2.0", f"{name}2", f"{name} v2", f"{name}++"])
    return _retitled(record, f"{name}: {{}}", f"{second}: {{}}", other)


def next_paper(record: Record, other: Record, _: Random) -> Pair | None:
    """A team's next paper, which repeats a third of the abstract of the last."""
    first, second = record.get("abstract") or "", other.get("abstract") or ""
    if not first or not second or not record.get("title") or not other.get("title"):
        return None
    words, rest = first.split(" "), second.split(" ")
    abstract = " ".join([*words[: len(words) // 3], *rest[len(rest) // 3 :]])
    return record, {**record, "title": other["title"], "abstract": abstract}


def _retitled(record: Record, first: str, second: str, source: Record) -> Pair | None:
    """Give a record under two titles; `source` has the second one's abstract."""
    title = record.get("title")
    if not title:
        return None
    abstract = source.get("abstract")
    return (
        {**record, "title": first.format(title)},
        {**record, "title": second.format(title), "abstract": abstract},
    )


def _keep_or_empty(record: Record, chance: Random) -> Record:
    return chance.choice([record, {}])


def _bare(record: Record) -> Record:
    return {**record, "abstract": None}


def _have_other_authors(record: Record, other: Record) -> bool:
    """Tell whether two records have authors and share no family name."""
    first, second = (
        {str(name).split()[-1].lower() for name in each.get("authors") or ()}
        for each in (record, other)
    )
    return bool(first and second and not first & second)


KINDS: dict[str, Maker] = {
    "two parts": numbered,
    "two parts, one abstract": numbered_alike,
    "a paper and its part II": with_second_part,
    "a correction": corrected,
    "a reply by others": discussed,
    "one title, others": same_title,
    "one title, others, no abstracts": same_title_alone,
    "headings": headings,
    "headings without authors": headings_alone,
    "one long word differs": serial,
    "one long word, no abstracts": serial_alone,
    "a prefix in the title": contrary,
    "yearly overviews": yearly,
    "versions of a system": versions,
    "the next paper": next_paper,
}
"""Every kind of pair that must stay apart."""
