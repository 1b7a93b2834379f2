from kg.sources.records.json_dialects.json_dialect import JsonDialect


def test_all_that_is_read_is_among_the_paths():
    dialect = JsonDialect(
        "mills",
        (("mill",),),
        year=("built",),
        ids=(("mill", "number"),),
        authors=("by",),
    )
    assert dialect.paths() == ("title", "abstract", "built", "number")
