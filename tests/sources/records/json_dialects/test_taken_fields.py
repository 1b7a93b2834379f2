from kg.sources.records.json_dialects.taken_fields import TakenFields


def test_what_was_taken_is_named_once_with_its_records():
    fields = TakenFields()
    for line in (2, 3):
        fields.count([('"author"', '"authors"')] * 2, line=line)
    fields.count([('"a\nb"', '"year"')], line=4)
    (remark,) = fields.remarks("x.jsonl")
    assert (remark.line, remark.lost) == (2, False)
    assert remark.reason.endswith(
        '"author" as "authors" (2 records), "a b" as "year" (1 record)'
    )


def test_many_are_counted_and_the_first_named():
    fields = TakenFields()
    fields.count([(f"x{n}", "y") for n in range(9999)], line=1)
    (remark,) = fields.remarks("x.jsonl")
    assert remark.reason.endswith("x19 as y (1 record) and 980 more")


def test_nothing_is_said_of_nothing():
    assert list(TakenFields().remarks("x.jsonl")) == []
