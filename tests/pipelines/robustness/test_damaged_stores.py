import pytest

from pipelines.robustness import damaged_stores
from pipelines.robustness.damaged_stores import (
    COMMANDS,
    damage_bytes,
    judge,
    main,
    measure,
)

QUICK = [command for command in COMMANDS if command[0] in ("query", "why", "review")]


@pytest.fixture(scope="module")
def outcomes(small_store):
    with pytest.MonkeyPatch.context() as patch:
        # The others take a second each.
        patch.setattr(damaged_stores, "COMMANDS", QUICK)
        return measure(small_store, count=1)


def test_a_damaged_store_gives_a_message_or_the_right_answer(outcomes):
    # Another answer is right where rows were removed that no other row names.
    assert {outcome for _, outcome in outcomes} <= {"message", "right", "another"}
    assert sum(outcomes.values()) > 200
    assert sum(outcomes[sort, "another"] for sort in ("cut off", "a head")) == 0


@pytest.mark.parametrize("sort", ["a head", "no database", "another version", "SQLite"])
def test_what_is_no_store_is_always_a_message(outcomes, sort):
    assert outcomes[sort, "message"] > 0
    assert outcomes[sort, "right"] == 0 or sort == "a head"


def test_a_missing_table_is_missed(outcomes):
    for sort in ("no table", "no column", "another type", "a macro"):
        assert outcomes[sort, "message"] == len(QUICK)


def test_damage_changes_what_it_says():
    whole = bytes(range(256)) * 1000
    damaged = [data for _, data in damage_bytes(whole, count=1)]
    assert whole not in damaged
    assert max(map(len, damaged)) == len(whole)


def test_a_store_that_is_whole_is_answered(small_store):
    assert judge(small_store, [("review",)]) != ["failed"]


def test_the_table_has_a_line_an_outcome(small_store, monkeypatch, capsys):
    monkeypatch.setattr(
        "pipelines.robustness.damaged_stores.damage_bytes", lambda *_, **__: []
    )
    monkeypatch.setattr(
        "pipelines.robustness.damaged_stores.choose_edits",
        lambda *_, **__: [("another version", "DELETE FROM runs")],
    )
    main(small_store, count=1)
    assert capsys.readouterr().out.split() == ["another", "version", "message", "16"]
