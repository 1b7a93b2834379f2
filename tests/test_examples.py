"""The example corpus: every kind of input, enough documents, and nobody else's prose.

Documents are counted from the layout of each kind, without kg, so that a mistake in a
reader cannot hide one in the corpus.
"""

import gzip
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
EXAMPLES = ROOT / "examples"
SHARED = ROOT.parent / "shared"

# Buttons and menus that make a page the kind it is; a layout, not anybody's prose.
CHROME = {
    "Not enough data to create a plot.",
    "Try a different view from the menu above.",
    "Déposez votre fichier ici pour le déplacer vers cet enregistrement.",
}


def text(name: str) -> str:
    return (EXAMPLES / name).read_text(encoding="utf-8")


def records(name: str) -> list[dict[str, object]]:
    raw = (EXAMPLES / name).read_bytes()
    plain = gzip.decompress(raw) if name.endswith(".gz") else raw
    return [json.loads(line) for line in plain.decode("utf-8").splitlines()]


def talks() -> int:
    """Count the talks of the seminar dump: a long first paragraph opens each.

    No second paragraph of the corpus is as long as that, and biographies and reference
    lists are told by how they begin.
    """
    lines = text("seminar.txt").splitlines()
    return sum(len(ln) > 500 and not ln.startswith(("Bio", "[")) for ln in lines)


def documents() -> dict[str, int]:
    return {
        "seminar dump": talks(),
        "author page": (len(text("author-page.txt").splitlines()) - 3) // 3,
        "video library": text("video-library.txt").splitlines().count("[+]"),
        "concept page": len(re.findall(r"\n\n.{300,}\n", text("concept-page.txt"))),
        "JSON Lines": len(records("papers.jsonl")),
        "JSON Lines, compressed": len(records("more.jsonl.gz")),
        "BibTeX": len(re.findall(r"^@(?!string)\w+\{", text("library.bib"), re.M)),
        "a file for each": len(list((EXAMPLES / "abstracts").glob("*.txt"))),
    }


@pytest.mark.parametrize(
    ("kind", "least"),
    [
        ("seminar dump", 18),
        ("author page", 8),
        ("video library", 6),
        ("concept page", 10),
        ("JSON Lines", 20),
        ("JSON Lines, compressed", 4),
        ("BibTeX", 12),
        ("a file for each", 8),
    ],
)
def test_every_kind_is_there(kind, least):
    assert documents()[kind] >= least


def test_there_are_enough_documents():
    assert sum(documents().values()) >= 60


@pytest.mark.parametrize("name", ["papers.jsonl", "more.jsonl.gz"])
def test_records_have_what_the_format_asks_for(name):
    for record in records(name):
        assert record["title"]
        assert record["abstract"]
        affiliations = record.get("affiliations")
        assert affiliations is None or len(affiliations) == len(record["authors"])


def test_record_ids_are_unique():
    ids = [r["id"] for name in ("papers.jsonl", "more.jsonl.gz") for r in records(name)]
    assert len(ids) == len(set(ids))


def test_compressed_file_holds_no_clock():
    header = (EXAMPLES / "more.jsonl.gz").read_bytes()[:10]
    assert header[4:8] == bytes(4)


def sentences(prose: str) -> Iterator[str]:
    """Yield the sentences of eight words or more, case and spacing set aside."""
    for sentence in re.split(r"(?<=[.!?])\s|\n", prose):
        words = sentence.lower().split()
        if len(words) >= 8:
            yield " ".join(words)


def our_prose() -> Iterator[str]:
    for path in sorted(EXAMPLES.rglob("*.txt")):
        lines = path.read_text(encoding="utf-8").splitlines()
        yield from (line for line in lines if line.endswith(".") and line not in CHROME)
    for name in ("papers.jsonl", "more.jsonl.gz"):
        yield from (str(record["abstract"]) for record in records(name))
    bibliography = text("library.bib")
    for match in re.finditer(r"abstract\s*= [{\"]([^@]+)", bibliography):
        yield " ".join(match[1].split())


def shared_prose() -> Iterator[str]:
    for path in sorted((SHARED / "seeds").glob("*.txt")):
        yield path.read_text(encoding="utf-8")
    with gzip.open(
        SHARED / "data" / "papers.jsonl.gz", "rt", encoding="utf-8"
    ) as lines:
        yield from (json.loads(line).get("abstract") or "" for line in lines)


@pytest.mark.skipif(not SHARED.exists(), reason="needs the shared material")
def test_no_sentence_is_taken_from_the_shared_material():
    ours = {sentence for prose in our_prose() for sentence in sentences(prose)}
    assert len(ours) > 400
    copied = {s for prose in shared_prose() for s in sentences(prose) if s in ours}
    assert copied == set()
