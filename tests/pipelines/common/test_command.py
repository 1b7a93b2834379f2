import sys

import pytest
import typer

from kg.errors import KGError
from pipelines.common.command import run


@pytest.fixture
def arguments(monkeypatch):
    monkeypatch.setattr(sys, "argv", ["story", "7"])


def _fail(number: int) -> None:
    raise KGError(f"{number} is too many; take fewer")


@pytest.mark.parametrize("is_app", [False, True])
def test_an_error_of_kg_ends_with_its_message(arguments, is_app):
    app = typer.Typer()
    app.command()(_fail)
    with pytest.raises(SystemExit, match="error: 7 is too many; take fewer"):
        run(app if is_app else _fail)


def test_a_programmers_mistake_is_not_hidden(arguments, monkeypatch):
    monkeypatch.setattr(typer, "run", lambda main: main(7))

    def fail(number: int) -> None:
        raise ValueError(number)

    with pytest.raises(ValueError, match="7"):
        run(fail)
