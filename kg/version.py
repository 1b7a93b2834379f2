"""Which version of kg this is."""

import tomllib
from importlib import metadata
from pathlib import Path

DISTRIBUTION = "scholkg"  # what is installed; the package and the command are `kg`
_CHECKOUT = Path(__file__).parents[1] / "pyproject.toml"


def read_version() -> str:
    """Return the version that was installed; in a checkout, that of pyproject.toml."""
    try:
        return metadata.version(DISTRIBUTION)
    except metadata.PackageNotFoundError:  # run from a checkout, never installed
        return _version_of_checkout(_CHECKOUT)


def _version_of_checkout(pyproject: Path) -> str:
    """Return the version that a checkout states, "unknown" where there is none."""
    if not pyproject.is_file():
        return "unknown"
    project = tomllib.loads(pyproject.read_text(encoding="utf-8"))["project"]
    return str(project["version"])
