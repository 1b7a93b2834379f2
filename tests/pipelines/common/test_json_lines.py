import gzip

from pipelines.common.json_lines import read_lines


def test_packed_and_plain_lines_are_read_in_order(tmp_path):
    plain, packed = tmp_path / "a.jsonl", tmp_path / "b.jsonl.gz"
    plain.write_text('{"a": "é"}\n{"a": 2}\n', encoding="utf-8")
    packed.write_bytes(gzip.compress(b'{"a": 3}\n'))
    assert [row["a"] for row in read_lines([packed, plain])] == [3, "é", 2]
