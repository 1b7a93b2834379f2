"""The command line in this process, and a store to ask."""

import sys

import pytest
from typer.testing import CliRunner

from kg.cli.app import app, main


@pytest.fixture
def run():
    """Run a command as typer sees it; errors of kg stay exceptions."""

    def invoke(*arguments, **options):
        return CliRunner().invoke(app, list(arguments), **options)

    return invoke


@pytest.fixture
def run_main(monkeypatch):
    """Run a command as the shell sees it, and return its exit status."""

    def invoke(*arguments):
        monkeypatch.setattr(sys, "argv", ["kg", *arguments])
        with pytest.raises(SystemExit) as stopped:
            main()
        return stopped.value.code

    return invoke
