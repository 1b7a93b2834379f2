from pathlib import Path

from kg.extraction.references import splitting
from kg.text import words
from pipelines.code_structure.modules import Module
from pipelines.pumps.found_patterns import find_patterns


def _found(module):
    path = Path(module.__file__)
    read = Module(module.__name__, path, path.read_text(encoding="utf-8"))
    return find_patterns([read])


def test_patterns_of_a_module_are_found_with_how_they_are_used():
    found = {each.where.rpartition(".")[2]: each for each in _found(words)}
    assert found["_WORD"].pattern is words._WORD
    assert found["_WORD"].methods == {"search"}
    assert found["_PREFIXED"].methods == {"match"}


def test_patterns_in_tables_and_in_calls_are_found():
    patterns = {each.pattern for each in _found(splitting)}
    assert patterns.issuperset(splitting._INNER.values())
    assert any(pattern.pattern == r"https?://\S+" for pattern in patterns)


def test_what_is_handed_on_may_be_used_in_any_way(tmp_path, monkeypatch):
    text = "import re\nA = re.compile('a')\nB = re.compile('b')\nB.fullmatch('b')\nprint(A)\n"
    (tmp_path / "handed_on.py").write_text(text)
    monkeypatch.syspath_prepend(tmp_path)
    module = Module("handed_on", tmp_path / "handed_on.py", text)
    a, b = find_patterns([module])
    assert a.methods == {"search", "match", "fullmatch"}
    assert b.methods == {"fullmatch"}
