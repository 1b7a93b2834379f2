import pytest

from pipelines.robustness.damaged_stores import damage_bytes, judge, main, measure


@pytest.fixture(scope="module")
def outcomes(small_store):
    return measure(small_store, count=3)


def test_a_damaged_store_gives_a_message_or_the_right_answer(outcomes):
    assert {outcome for _, outcome in outcomes} == {"message", "right"}
    assert sum(outcomes.values()) > 150


@pytest.mark.parametrize("sort", ["a head", "no database", "another version", "SQLite"])
def test_what_is_no_store_is_always_a_message(outcomes, sort):
    assert outcomes[sort, "message"] > 0
    assert outcomes[sort, "right"] == 0 or sort == "a head"


def test_a_missing_table_is_missed(outcomes):
    assert outcomes["no table", "message"] > 10
    assert outcomes["no column", "message"] > 0


def test_damage_changes_what_it_says():
    whole = bytes(range(256)) * 1000
    damaged = [data for _, data in damage_bytes(whole, count=1)]
    assert whole not in damaged
    assert max(map(len, damaged)) == len(whole)


def test_a_store_that_is_whole_is_answered(small_store):
    assert judge(small_store, [("review",)]) != ["failed"]


def test_the_table_has_a_line_an_outcome(small_store, monkeypatch, capsys):
    monkeypatch.setattr("sys.argv", ["damaged_stores", str(small_store)])
    monkeypatch.setattr(
        "pipelines.robustness.damaged_stores.damage_bytes", lambda *_, **__: []
    )
    main()
    assert capsys.readouterr().out.startswith("another version")
