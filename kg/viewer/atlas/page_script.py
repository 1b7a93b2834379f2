"""The script of the page: the modules under assets/atlas, joined into one.

Each module stays a scope of its own: `import` becomes a look into another module's
names, `export` a return of them. So the page is one file, with nothing to install to
build it, and the modules are what any browser, editor and checker reads.
"""

import re
from collections.abc import Mapping
from functools import cache
from graphlib import TopologicalSorter
from importlib.resources import files

_IMPORT = re.compile(r'^import \{([^}]*)\} from "\./(\w+)\.js";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export ((?:async )?function|const) (\w+)", re.MULTILINE)


@cache
def page_script() -> str:
    """Return the whole script.

    Example:
        >>> "import {" in page_script()
        False
    """
    folder = files("kg.viewer") / "assets" / "atlas"
    modules = {
        entry.name.removesuffix(".js"): entry.read_text(encoding="utf-8")
        for entry in folder.iterdir()
        if entry.name.endswith(".js")
    }
    return join_modules(modules)


def join_modules(modules: Mapping[str, str]) -> str:
    """Return modules as one script, each after those that it imports from.

    Args:
        modules: their sources by name; `import {…} from "./NAME.js"` and `export` before
            a function or a constant are all that they use of either.

    Raises:
        graphlib.CycleError: two import each other.

    Example:
        >>> modules = {
        ...     "b": 'import { one } from "./a.js";\\nconsole.log(one);\\n',
        ...     "a": "export const one = 1;\\n",
        ... }
        >>> print(join_modules(modules))
        "use strict";
        const module_a = (() => {
        const one = 1;
        return { one };
        })();
        const module_b = (() => {
        const { one } = module_a;
        console.log(one);
        return {  };
        })();
        <BLANKLINE>
    """
    needs = {
        name: sorted({imported for _, imported in _IMPORT.findall(modules[name])})
        for name in sorted(modules)
    }
    order = TopologicalSorter(needs).static_order()
    scopes = [_scope(name, modules[name]) for name in order]
    return '"use strict";\n' + "".join(scopes)


def _scope(name: str, source: str) -> str:
    """Return a module as a function that is called at once, and gives its exports."""
    exported = [found for _, found in _EXPORT.findall(source)]
    body = _IMPORT.sub(
        lambda match: (
            f"const {{ {' '.join(match[1].split())} }} = module_{match[2]};\n"
        ),
        source,
    )
    body = _EXPORT.sub(r"\1 \2", body)
    return (
        f"const module_{name} = (() => {{\n{body}return {{ {', '.join(exported)} }};\n"
        "})();\n"
    )
