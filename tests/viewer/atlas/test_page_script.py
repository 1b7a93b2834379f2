import graphlib
import shutil
import subprocess

import pytest

from kg.viewer.atlas.page_script import join_modules, page_script


def test_the_script_is_valid(tmp_path):
    file = tmp_path / "page.js"
    file.write_text(page_script(), encoding="utf-8")
    node = shutil.which("node")
    assert node, "node is missing: apt-get install nodejs"
    done = subprocess.run(
        [node, "--check", file], capture_output=True, check=False, text=True
    )
    assert done.returncode == 0, done.stderr


def test_nothing_of_modules_is_left():
    lines = page_script().splitlines()
    assert [line for line in lines if line.startswith(("import ", "export "))] == []


def test_modules_keep_their_own_names():
    script = join_modules({
        "a": "const own = 1;\nexport function one() { return own; }\n",
        "b": 'import {\n  one,\n} from "./a.js";\n'
        "const own = 2;\nexport const two = one() + own;\n",
    })  # fmt: skip
    node = shutil.which("node")
    done = subprocess.run(
        [node, "-e", f"{script}\nconsole.log(module_b.two);"],
        capture_output=True, check=True, text=True,
    )  # fmt: skip
    assert done.stdout == "3\n"


def test_two_that_import_each_other_are_refused():
    with pytest.raises(graphlib.CycleError):
        join_modules({
            "a": 'import { two } from "./b.js";\n',
            "b": 'import { one } from "./a.js";\n',
        })  # fmt: skip


def test_a_script_cannot_end_its_element():
    assert "</script" not in page_script()
    assert "<!--" not in page_script()
