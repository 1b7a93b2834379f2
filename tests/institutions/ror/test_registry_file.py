import gzip
import json
import zipfile

import pytest

from kg.errors import RegistryError
from kg.institutions.ror.registry_file import parse_registry, read_registry
from kg.institutions.ror.registry_record import Organisation

EXPECTED = Organisation(
    id="https://ror.org/1",
    name="University of Rye",
    aliases=("Rye University",),
    acronyms=("UR",),
    labels=("Université de Rye",),
    types=("education",),
    city="Rye",
    country="United Kingdom",
    relations=(("child", "https://ror.org/2"),),
)
LINE = {
    "id": "https://ror.org/1",
    "name": "University of Rye",
    "aliases": ["Rye University"],
    "acronyms": ["UR"],
    "labels": ["Université de Rye"],
    "types": ["education"],
    "city": "Rye",
    "country": "United Kingdom",
    "status": "active",
    "relationships": [{"type": "Child", "id": "https://ror.org/2", "label": "x"}],
}
FIRST = {
    **LINE,
    "labels": [{"label": "Université de Rye", "iso639": "fr"}],
    "types": ["Education"],
    "addresses": [{"city": "Rye"}],
    "country": {"country_name": "United Kingdom", "country_code": "GB"},
}
del FIRST["city"]
SECOND = {
    "id": "https://ror.org/1",
    "names": [
        {"value": "Rye University", "types": ["alias"]},
        {"value": "University of Rye", "types": ["ror_display", "label"]},
        {"value": "Université de Rye", "types": ["label"]},
        {"value": "UR", "types": ["acronym"]},
    ],
    "types": ["education"],
    "locations": [
        {"geonames_details": {"name": "Rye", "country_name": LINE["country"]}}
    ],
    "status": "active",
    "relationships": LINE["relationships"],
}


@pytest.mark.parametrize(
    "text",
    [
        json.dumps(LINE),
        "\n" + json.dumps(LINE) + "\n\n",
        json.dumps([FIRST]),
        json.dumps([SECOND], indent=2),
    ],
)
def test_every_form_gives_the_same(text):
    assert parse_registry(text, path="ror") == ((EXPECTED,), ())


GOOD = json.dumps({"id": "good", "name": "Good"})


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ('{"id": ', "no JSON"),
        ('"text"', "expected an organisation"),
        ("[" * 100_000, "JSON that cannot be read"),
        ('{"id": "a"}', '"name" is missing'),
        ('{"name": "A"}', '"id" is missing'),
        ('{"id": "a", "name": "A", "aliases": "B"}', "a field is missing"),
        ('{"id": "a", "name": "A", "aliases": [1]}', "a field is missing"),
        ('{"id": "a", "name": "A", "city": 5}', "a field is missing"),
        ('{"id": "a", "name": "A", "relationships": 5}', "a field is missing"),
        ('{"id": "a", "name": "A", "country": {}}', "a field is missing"),
        ('{"id": "a", "names": [{"value": "A"}]}', "a field is missing"),
        (GOOD, "good stands there twice"),
    ],
)
def test_a_bad_line_costs_itself(line, reason):
    text = f"{GOOD}\n{line}\n" + json.dumps({"id": "b", "name": "B"})
    found = parse_registry(text, path="ror")
    assert [each.id for each in found.organisations] == ["good", "b"]
    (remark,) = found.remarks
    assert (remark.source, remark.line) == ("ror", 2)
    assert remark.reason.startswith(reason)


def test_a_bad_record_of_a_dump_costs_itself():
    found = parse_registry(f"[1, {GOOD}]", path="ror")
    assert [each.id for each in found.organisations] == ["good"]
    assert [(r.source, r.line) for r in found.remarks] == [("ror, record 1", None)]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[\n1,\n]", "ror:3: no JSON"),
        ("[]", "ror: no organisation"),
        ("{}", 'ror: no organisation in it; ror:1: "id" is missing'),
        ("[" * 100_000, "ror:1: JSON that cannot be read"),
    ],
)
def test_what_is_no_registry_is_told(text, message):
    with pytest.raises(RegistryError) as caught:
        parse_registry(text, path="ror")
    assert str(caught.value).startswith(message)


def test_files_may_be_packed(tmp_path):
    path = tmp_path / "ror.jsonl.gz"
    packed = gzip.compress(json.dumps(LINE).encode())
    path.write_bytes(packed)
    assert read_registry(path).organisations == (EXPECTED,)
    path.write_bytes(packed[:-12])
    with pytest.raises(RegistryError, match="ends early"):
        read_registry(path)


def test_a_file_that_is_not_there(tmp_path):
    with pytest.raises(RegistryError, match=r"no\.json: cannot be read"):
        read_registry(tmp_path / "no.json")


def test_a_dump_as_it_is_published(tmp_path):
    path = tmp_path / "ror-data.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("v1-ror-data.csv", "id,name")
        archive.writestr("v1-ror-data.json", "[]")
        archive.writestr("v1-ror-data_schema_v2.json", json.dumps([SECOND]))
    assert read_registry(path).organisations == (EXPECTED,)
    path.write_bytes(path.read_bytes()[:60])
    with pytest.raises(RegistryError, match="damaged"):
        read_registry(path)


def test_an_archive_without_a_dump(tmp_path):
    path = tmp_path / "other.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("readme.txt", "x")
    with pytest.raises(RegistryError, match=r"no \.json"):
        read_registry(path)
