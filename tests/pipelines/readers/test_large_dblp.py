"""The file like DBLP's: its records are read, all of them."""

import json
from itertools import islice

from kg.records import Document, Remark
from kg.sources.readers import read
from pipelines.readers.large_dblp import (
    as_xml,
    json_speed,
    main,
    read_dump,
    records,
    write_dump,
)


def test_every_record_of_a_dump_is_read(tmp_path):
    path = tmp_path / "dblp.xml"
    number = write_dump(path, 200_000)
    assert 190_000 < path.stat().st_size < 210_000
    items = list(read([path]))
    documents = [item for item in items if isinstance(item, Document)]
    assert len(documents) == number
    assert not any(isinstance(item, Remark) and item.lost for item in items)
    first = next(records())
    assert documents[0].title == f"{first['title']} & ä"
    assert [author.name for author in documents[0].authors] == [
        f"{name}ü 0001" for name in first["authors"]
    ]


def test_records_are_the_same_each_time():
    assert list(islice(records(), 50)) == list(islice(records(), 50))
    assert len({record["key"] for record in islice(records(), 500)}) == 500
    assert as_xml(next(records())).startswith("<inproceedings ")


def test_memory_is_counted_from_a_tenth_on(tmp_path):
    path = tmp_path / "dblp.xml"
    number = write_dump(path, 300_000)
    found, growth, seconds = read_dump(path, number)
    assert found == number
    assert growth >= 0
    assert seconds > 0


def test_json_alone_has_a_speed():
    assert json.dumps(next(records()))
    assert json_speed(1000) > 0


def test_the_command_prints_all_of_it(capsys):
    main(megabytes=1)
    out = capsys.readouterr().out
    assert "json.loads alone" in out
    assert "peak memory" in out
