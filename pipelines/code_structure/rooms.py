"""The rooms of a package, the arrows between them, and the floors they stand on.

A room is what lies directly in the package: a folder with all that is in it, or a
module. An arrow leads from a room to another of which it imports something. A room
stands one floor above the highest that it has an arrow to.
"""

from collections.abc import Mapping, Sequence

from pipelines.code_structure.modules import Module


def room_of(module: str) -> str:
    """Return the room of a module; that of the package itself is "__init__".

    Example:
        >>> room_of("kg.text.names.name_parts")
        'text'
    """
    return module.split(".")[1] if "." in module else "__init__"


def arrows_between(modules: Sequence[Module]) -> dict[str, set[str]]:
    """Return the rooms that each room imports from, itself left out."""
    known = {module.name for module in modules}
    arrows: dict[str, set[str]] = {room_of(name): set() for name in known}
    for module in modules:
        own = room_of(module.name)
        # Of "from kg.text import words" the package counts only where it means itself.
        arrows[own] |= {room_of(name) for name in module.imports if name in known}
    package = modules[0].name.split(".")[0]
    uses_package = {room for room in arrows if _uses(package, room, modules)}
    return {
        room: {
            other
            for other in found - {room}
            if other != "__init__" or room in uses_package
        }
        for room, found in arrows.items()
    }


def floors(arrows: Mapping[str, set[str]]) -> dict[str, int]:
    """Return the floor of each room, counted from 0.

    Raises:
        ValueError: arrows lead in a circle.
    """
    found: dict[str, int] = {}
    while len(found) < len(arrows):
        ready = [r for r in arrows if r not in found and arrows[r] <= found.keys()]
        if not ready:
            rooms = ", ".join(sorted(set(arrows) - set(found)))
            raise ValueError(f"rooms import each other in a circle: {rooms}")
        found |= {
            room: 1 + max((found[other] for other in arrows[room]), default=-1)
            for room in ready
        }
    return found


def _uses(package: str, room: str, modules: Sequence[Module]) -> bool:
    """Tell whether a room imports a name that only the package's own module has."""
    rooms = {room_of(module.name) for module in modules}
    names = {
        name
        for module in modules
        if room_of(module.name) == room
        for name in module.imports
        if name.startswith(f"{package}.")
    }
    return any(room_of(name) not in rooms for name in names)
