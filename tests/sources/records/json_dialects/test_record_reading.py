from kg.records import Document
from kg.sources.records.json_dialects.record_reading import RecordReading
from kg.sources.records.json_stream import PassedKey


def test_each_record_is_read_as_what_it_is():
    reading = RecordReading("x.json")
    items = [
        *reading.items({"title": "A", "authorships": [], "colour": 1}, line=1),
        *reading.items({"Title": "B", "foo": 1}, line=2),
        *reading.items(PassedKey("meta.count"), line=3),
        *reading.items(7, line=4),
    ]
    assert [item.title for item in items if isinstance(item, Document)] == ["A", "B"]
    assert items[-1].reason == "a record is a JSON object, not a number"
    assert [remark.reason for remark in reading.remarks()] == [
        'fields that are taken for others: "Title" as "title" (1 record)',
        'fields that are not read: "colour" (1 record), "foo" (1 record),'
        ' "meta.count" (1 record)',
    ]


def test_what_is_no_work_is_counted():
    reading = RecordReading("x.json")
    for line in (2, 3):
        assert list(reading.items({"itemType": "note", "note": "x"}, line=line)) == []
    (remark,) = reading.remarks()
    assert (remark.line, remark.lost) == (2, False)
    assert remark.reason == "entries that are no works are passed over: note 2"
