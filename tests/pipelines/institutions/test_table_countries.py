import typer
from typer.testing import CliRunner

from kg.institutions.ror.registry_record import Organisation
from pipelines.institutions.table_countries import (
    Difference,
    compare_countries,
    main,
)

REGISTRY = [
    Organisation("1", "Fjord Institute", country="Norway"),
    Organisation("2", "Rye Institute", labels=("Tide Institute",), country="Norway"),
    Organisation("3", "Institute of Tides", country="Denmark"),
    Organisation("4", "Mill Institute", country="Norway", status="withdrawn"),
]


def rows(*pairs):
    return [{"name": name, "country": country} for name, country in pairs]


def test_names_that_a_registry_has_in_other_countries_only():
    own = rows(
        ("Fjord Institute", "Sweden"),
        ("Rye Institute", "Norway"),
        ("Tide Institute", "Sweden"),
        ("Mill Institute", "Sweden"),
        ("Oat Institute", "Sweden"),
    )
    assert list(compare_countries(own, REGISTRY)) == [
        Difference("Fjord Institute", "Sweden", ("Norway",)),
        Difference("Tide Institute", "Sweden", ("Norway",)),
    ]


def test_countries_under_any_of_their_names():
    registry = [Organisation("1", "Rye Institute", country="The Netherlands")]
    assert not list(compare_countries(rows(("Rye Institute", "Holland")), registry))


def test_the_command_lists_them(tmp_path):
    (tmp_path / "ror.jsonl").write_text(
        '{"id": "https://ror.org/0aaaaaa11", "name": "Vector Institute",'
        ' "country": "Norway"}\n',
        encoding="utf-8",
    )
    app = typer.Typer()
    app.command()(main)
    done = CliRunner().invoke(app, [str(tmp_path / "ror.jsonl")])
    assert done.output == "Vector Institute: Canada, not Norway\n"
