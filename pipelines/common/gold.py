"""Annotated documents: read, checked, and each mistake told with its file and line.

One JSON object a line: `text`, and `mentions` with `start`, `end` (Python string
offsets, the end not included) and `kind`. `surface`, where it is given, must be the
words that stand there: it finds offsets that were counted in bytes. Anything else is
kept as it is.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from kg.errors import KGError
from kg.records import Document, Section
from kg.tagger.labels import KINDS

_OFFSETS = ("start", "end")


class GoldError(KGError):
    """An annotated document is not what it should be."""


def read_gold(paths: Iterable[Path]) -> list[dict[str, Any]]:
    """Return the annotated documents of JSON Lines files, in order.

    A document that says neither its `id` nor its lines gets an id, "file:line".

    Raises:
        GoldError: a file cannot be read or holds no document, or a line is wrong.
    """
    return [document for path in paths for document in _read(path)]


def as_documents(gold: Iterable[Mapping[str, Any]]) -> list[Document]:
    """Return the texts alone, each as prose: what to read where no source is at hand.

    All of a text counts as body, as nothing says what is title or author line.
    """
    return [
        Document(
            id=document.get("id") or f"{document['source']}:{document['first_line']}",
            source=document.get("source") or "gold",
            text=document["text"],
            sections=(Section(0, len(document["text"]), "body"),),
            first_line=document.get("first_line"),
            last_line=document.get("last_line"),
        )
        for document in gold
    ]


def _read(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the documents of one file, each checked."""
    nothing = True
    for number, line in enumerate(_lines(path), start=1):
        if line.strip():
            nothing = False
            place = f"{path}:{number}"
            document = _object(line, place)
            _check(document, place)
            if document.get("first_line") is None:
                document["id"] = str(document.get("id") or f"{path.name}:{number}")
            yield document
    if nothing:
        raise GoldError(f"{path}: no annotated document in it, one a line")


def _lines(path: Path) -> list[str]:
    """Return the lines of a file, split where JSON Lines are."""
    try:
        # Not splitlines, which knows line ends that JSON leaves inside a string.
        return path.read_text("utf-8-sig").split("\n")
    except UnicodeDecodeError as error:
        raise GoldError(f"{path}: not UTF-8 at byte {error.start}") from error
    except OSError as error:
        raise GoldError(f"{path}: {error.strerror}; check the path") from error


def _object(line: str, place: str) -> dict[str, Any]:
    """Return what a line holds, which must be one JSON object."""
    try:
        document = json.loads(line)
    except ValueError as error:
        raise GoldError(f"{place}: not JSON ({error})") from error
    except RecursionError as error:
        raise GoldError(f"{place}: not JSON of ours (nested too deep)") from error
    if not isinstance(document, dict):
        raise GoldError(f"{place}: expected an object, found {line.strip()[:40]}")
    return document


def _check(document: Mapping[str, Any], place: str) -> None:
    """Raise an error if text, mentions or lines are not as they should be."""
    text, mentions = document.get("text"), document.get("mentions")
    if not isinstance(text, str):
        raise GoldError(f'{place}: "text" is missing, or is no string')
    if not isinstance(mentions, list):
        raise GoldError(f'{place}: "mentions" is missing, or is no list')
    lines = (document.get("first_line"), document.get("last_line"))
    if lines != (None, None) and not (
        all(type(line) is int for line in lines) and document.get("source")
    ):
        raise GoldError(f'{place}: "first_line" goes with "last_line" and "source"')
    end = 0
    for mention in sorted(_checked_mentions(mentions, place), key=lambda m: m["start"]):
        complaint = _complaint(mention, text, end)
        if complaint:
            shown = json.dumps(mention, ensure_ascii=False)[:120]
            raise GoldError(f"{place}: {complaint}: {shown}")
        end = mention["end"]


def _checked_mentions(mentions: Iterable[Any], place: str) -> Iterator[dict[str, Any]]:
    """Yield the mentions, each of which must have whole numbers for its ends."""
    for mention in mentions:
        is_object = isinstance(mention, dict)
        if not is_object or not all(type(mention.get(k)) is int for k in _OFFSETS):
            shown = json.dumps(mention, ensure_ascii=False)[:120]
            expected = 'an object with whole numbers "start" and "end"'
            raise GoldError(f"{place}: a mention is {expected}, not {shown}")
        yield mention


def _complaint(mention: Mapping[str, Any], text: str, taken: int) -> str:
    """Say what is wrong with a mention behind `taken` characters; nothing: ""."""
    start, end, kind = mention["start"], mention["end"], mention.get("kind")
    if kind not in KINDS:
        return f"unknown kind {kind!r}, known are {', '.join(KINDS)}"
    if not 0 <= start < end <= len(text):
        return f"not within the {len(text):,} characters of the text"
    if start < taken:
        return "overlaps the mention before it"
    if mention.get("surface") not in (None, text[start:end]):
        return f"the text has {text[start:end]!r} there"
    return ""
