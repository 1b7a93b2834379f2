import multiprocessing
import os
import sys
import time

import pytest

from kg.errors import DecisionError
from kg.parallel import beside
from kg.resolution.resolve import resolve

FORKED = pytest.mark.skipif(sys.platform != "linux", reason="no fork is used elsewhere")


def test_what_is_not_worth_it_is_done_here():
    with beside(os.getpid, worth_it=False) as answer:
        assert answer() == os.getpid()


@FORKED
def test_work_is_done_in_another_process():
    known = list(range(1000))
    with beside(lambda: (sum(known), os.getpid()), worth_it=True) as answer:
        total, process = answer()
    assert total == sum(known)
    assert process != os.getpid()


@FORKED
def test_what_it_raises_is_raised_where_the_result_is_asked_for():
    def fail():
        raise DecisionError("d.csv:3: no")

    raised = pytest.raises(DecisionError, match=r"d\.csv:3")
    with beside(fail, worth_it=True) as answer, raised:
        answer()


@FORKED
def test_a_process_that_was_killed_costs_only_time():
    here = os.getpid()

    def work():
        if os.getpid() != here:
            os._exit(9)
        return "done"

    with beside(work, worth_it=True) as answer:
        assert answer() == "done"


@FORKED
def test_an_error_meanwhile_leaves_no_process_behind():
    raised = pytest.raises(ValueError, match="meanwhile")
    with raised, beside(lambda: time.sleep(60), worth_it=True):
        raise ValueError("meanwhile")
    assert not multiprocessing.active_children()


@FORKED
def test_people_are_resolved_the_same_beside_and_here(monkeypatch, extractions):
    here = resolve(extractions)
    monkeypatch.setattr("kg.resolution.resolve.MANY", 1)
    assert resolve(extractions) == here
