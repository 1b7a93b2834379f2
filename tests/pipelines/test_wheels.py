import pytest

from kg.errors import KGError
from pipelines.wheels import (
    SYSTEMS,
    MissingWheelError,
    describe,
    read_failure,
    resolve_all,
)

REQUIRES = {
    "shell": ["colour>=1; sys_platform == 'win32'", "terminal; os_name == 'posix'"],
    "colour": ["bits; python_version >= '3.12'", "docs; extra == 'docs'"],
}


def resolve_here(wanted, system, python):
    """Stand in for pip on Linux: it chooses what is asked, and nothing for elsewhere."""
    assert system in SYSTEMS
    return {
        "install": [
            {"metadata": {"name": name, "requires_dist": REQUIRES.get(name, [])}}
            for name in wanted
        ]
    }


def resolve_none(wanted, system, python):
    raise read_failure("ERROR: No matching distribution found for gone>=2")


@pytest.mark.parametrize(
    ("system", "python", "packages"),
    [
        ("Windows", "3.11", ("colour", "shell")),
        ("Windows", "3.12", ("bits", "colour", "shell")),
        ("macOS Intel", "3.12", ("shell", "terminal")),
        ("Linux arm64", "3.14", ("shell", "terminal")),
    ],
)
def test_what_only_another_system_needs_is_asked_for(system, python, packages):
    (there,) = (each for each in SYSTEMS if each.name == system)
    assert resolve_all(["shell"], there, python, resolve_here) == packages


def test_a_cell_counts_wheels_or_names_what_has_none():
    assert describe(["shell"], SYSTEMS[0], "3.11", resolve_here) == "2 wheels"
    assert describe(["gone"], SYSTEMS[0], "3.11", resolve_none) == "no gone>=2"


def test_failures_of_pip_are_told_apart():
    missing = read_failure(
        "ERROR: Could not find a version that satisfies the requirement a>1\n"
        "ERROR: No matching distribution found for a>1"
    )
    assert isinstance(missing, MissingWheelError)
    assert str(missing) == "a>1"
    conflict = read_failure("ERROR: ResolutionImpossible: for help visit …")
    assert isinstance(conflict, MissingWheelError)
    other = read_failure("ERROR: the network is down")
    assert not isinstance(other, MissingWheelError)
    assert isinstance(other, KGError)
    assert "network is down" in str(other)


def test_linux_wheels_are_of_an_old_glibc():
    assert "manylinux_2_17_x86_64" in SYSTEMS[0].tags
    assert all(
        "manylinux_2_2" in t or "2_1" in t or "2014" in t for t in SYSTEMS[0].tags
    )
