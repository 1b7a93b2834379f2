from pipelines.common.trained_file import write_trained


def test_the_source_comes_first_and_the_values_in_their_order(tmp_path):
    path = tmp_path / "weights.json"
    write_trained(path, {"b": 0.5, "a": "é"}, source="learned by hand")
    text = path.read_text(encoding="utf-8")
    assert text == '{"source": "learned by hand; do not edit", "b": 0.5, "a": "é"}\n'
