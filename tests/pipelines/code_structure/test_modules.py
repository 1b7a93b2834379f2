from pipelines.code_structure.modules import read_modules

TEXT = '''"""What it is.

More of it."""

import os
from kg.text import words  # a reason


class Thing:
    """A thing."""

    def method(self):
        """Do."""
        print(os, words)  # noqa: T201

    async def other(self) -> int:
        try:
            return 1
        except ValueError:
            return 2
        except Exception:
            return 3
        except:
            return 4
'''


def test_what_stands_in_a_module_is_counted(tmp_path):
    (tmp_path / "kg" / "room").mkdir(parents=True)
    (tmp_path / "kg" / "room" / "__init__.py").write_text("")
    (tmp_path / "kg" / "room" / "thing.py").write_text(TEXT)
    room, thing = read_modules(tmp_path / "kg")
    assert (room.name, thing.name) == ("kg.room", "kg.room.thing")
    assert (room.lines, room.functions, room.docstring_lines) == (0, [], 0)
    assert thing.lines == 24
    assert thing.docstring_lines == 3 + 1 + 1
    assert thing.comments == 2
    assert [(f.name, f.line, f.body, f.returns) for f in thing.functions] == [
        ("method", 12, 1, False),
        ("other", 16, 8, True),
    ]
    assert (thing.prints, thing.broad_excepts) == ([14], [21, 23])
    assert list(thing.imports) == ["os", "kg.text", "kg.text.words"]


def test_a_function_of_a_docstring_alone_has_no_body(tmp_path):
    (tmp_path / "kg").mkdir()
    (tmp_path / "kg" / "a.py").write_text('def f() -> None:\n    """Do nothing."""\n')
    (module,) = read_modules(tmp_path / "kg")
    assert [function.body for function in module.functions] == [0]
