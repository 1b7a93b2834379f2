import json

import pytest

from kg.errors import RegistryError, SourceError
from kg.institutions.ror import registry_cache


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


def test_ids_are_bare_and_the_registry_is_kept_for_the_next_call(
    run, tmp_path, user_cache, monkeypatch
):
    ror = tmp_path / "ror.jsonl"
    row = {"id": "https://example.org/05dxps055", "name": "Volda Institute of Tides"}
    # Among few organisations no word is rare.
    towns = [{"id": str(n), "name": f"University of Town {n}"} for n in range(60)]
    ror.write_text("\n".join(map(json.dumps, [row, *towns])), encoding="utf-8")
    arguments = ["institutions", "-", "--ror", str(ror)]
    first = run(*arguments, input="Volda Institute of Tides\n")
    (found,) = json.loads(first.stdout)["institutions"]
    assert (found["ror"], found["parent_ror"]) == ("05dxps055", None)
    assert (user_cache / "kg" / registry_cache.NAME).is_file()
    monkeypatch.setattr(registry_cache, "read_registry", None)
    second = run(*arguments, input="Volda Institute of Tides\n")
    assert second.stdout == first.stdout
    assert second.stderr == ""


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


def test_a_closed_standard_input_is_an_error_in_one_line(run_main, monkeypatch, capsys):
    monkeypatch.setattr("sys.stdin", None)
    assert run_main("institutions", "-") == 1
    assert capsys.readouterr().err == "error: standard input is closed: give a file\n"
