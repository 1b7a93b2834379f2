import json

import pytest

from kg.errors import RegistryError, SourceError


@pytest.fixture
def registry(tmp_path):
    path = tmp_path / "ror.jsonl"
    names = [f"University of {town}" for town in ("Rye", "Hythe", "Crewe", "Girton")]
    rows = [{"id": name[14:], "name": name, "country": "France"} for name in names]
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    return path


def test_a_line_of_json_an_affiliation(run, registry, tmp_path):
    source = tmp_path / "raw.txt"
    source.write_text("Univ. of Rye, France\n\nNowhere, France\n", encoding="utf-8")
    result = run("institutions", str(source), "--ror", str(registry))
    assert result.exit_code == 0, result.output
    first, blank, second = map(json.loads, result.stdout.splitlines())
    assert first["affiliation"] == "Univ. of Rye, France"
    assert blank == {"affiliation": "", "institutions": []}
    assert second["affiliation"] == "Nowhere, France"
    assert [each["ror"] for each in second["institutions"]] == [None]


def test_standard_input(run, registry):
    arguments = ["institutions", "-", "--ror", str(registry)]
    result = run(*arguments, input="Zürich\n")
    assert json.loads(result.stdout)["affiliation"] == "Zürich"


def test_files_that_cannot_be_read(run, registry, tmp_path):
    missing = str(tmp_path / "none")
    for arguments, error in [
        ([missing, "--ror", str(registry)], SourceError),
        (["-", "--ror", missing], RegistryError),
    ]:
        result = run("institutions", *arguments, input="x\n")
        assert isinstance(result.exception, error)
        assert missing in str(result.exception)
