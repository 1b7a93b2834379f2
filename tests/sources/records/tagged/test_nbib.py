from pathlib import Path

import pytest

from kg.records import Document
from kg.sources.readers import read

EXAMPLES = Path(__file__).parents[4] / "pipelines" / "readers" / "examples"
OTAGO = "Department of Physiology, University of Otago, Dunedin, New Zealand."


def documents(path: Path) -> list[Document]:
    return [item for item in read([path]) if isinstance(item, Document)]


def read_fields(folder: Path, *lines: str) -> Document:
    text = "\n".join(["PMID- 1", "TI  - A", *lines, ""])
    (folder / "x.nbib").write_text(text, encoding="utf-8")
    (document,) = documents(folder / "x.nbib")
    return document


def names(document: Document) -> list[str]:
    return [author.name for author in document.authors]


def test_pubmed_puts_what_is_an_authors_behind_the_name() -> None:
    trial, translated = documents(EXAMPLES / "pubmed.nbib")
    assert names(trial) == ["Nakamura, Yui B", "Da Silva, Jr, Rui", "GLOVE Study Group"]
    assert [author.is_group for author in trial.authors] == [False, False, True]
    places = [[place.raw for place in author.affiliations] for author in trial.authors]
    assert places == [[OTAGO, "Cold Institute, Oslo, Norway."], [OTAGO], []]
    assert trial.authors[0].orcid == "0000-0002-1825-0097"
    assert trial.title == "Cold rooms, warm hands: a placebo-controlled trial of gloves"
    assert (trial.year, trial.doi) == (2021, "10.5555/cold.2021.12")
    assert trial.ids == (("pmcid", "PMC7000011"), ("pmid", "91000011"))
    assert trial.keywords[:2] == ("gloves", "hand temperature")
    assert (trial.type, trial.language) == ("Journal Article", "eng")
    assert trial.venue == "Journal of cold medicine"
    assert translated.title == "On the sleep of winter bees"
    # Of old, the address is that of the first author.
    assert [len(author.affiliations) for author in translated.authors] == [1, 0]


def test_ovid_lists_full_names_behind_short_ones() -> None:
    first, second = documents(EXAMPLES / "ovid-medline.txt")
    assert names(first) == ["Ferrari, Lucia", "O'Brien, Sean K"]
    cork = "School of Medicine, University College Cork, Cork, Ireland."
    assert [place.raw for place in first.authors[1].affiliations] == [cork]
    assert (first.id, first.doi) == ("91000021", "10.5555/jqm.2017.31")
    assert first.text.endswith("Their pulse fell by six beats a minute.")
    assert (second.year, names(second)) == (2004, ["Kovac, M."])


def test_names_of_an_index_are_family_names_and_initials() -> None:
    first, second = documents(EXAMPLES / "old-medline.txt")
    assert names(first) == ["Papadopoulos, G.", "Le, A. I."]
    assert names(second) == ["Stone, Jr, M. R."]
    assert ("pmid", "3000001") in first.ids


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (("FAU - Lee, Ann", "AU  - Lee A", "AU  - Li B"), ["Lee, Ann", "Li, B."]),
        (("AU  - Lee A", "FAU - Li, Bo", "AU  - Li B"), ["Lee, A.", "Li, Bo"]),
        (("CN  - MILL Group", "FIR - Mo, Cy"), ["MILL Group"]),
        (("FAU - Mills, Bo A Jr",), ["Mills, Jr, Bo A"]),
    ],
)
def test_each_author_is_one(lines: tuple[str, ...], found: list[str], tmp_path) -> None:
    assert names(read_fields(tmp_path, *lines)) == found


def test_an_id_of_another_kind_is_no_orcid(tmp_path: Path) -> None:
    document = read_fields(tmp_path, "FAU - Lee, Ann", "AUID- ISNI: 0000000218250097")
    assert document.authors[0].orcid is None


def test_a_wrapped_line_with_an_address_in_it_goes_on(tmp_path: Path) -> None:
    document = read_fields(tmp_path, "AB  - See", "      https://x.example/a-b - c.")
    assert document.text == "A\nSee https://x.example/a-b - c."
