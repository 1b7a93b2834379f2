import gc
import multiprocessing
import os
import signal
import sys

import numpy as np  # noqa: F401 - loads the BLAS
import pytest
from threadpoolctl import threadpool_info

from kg import parallel as module
from kg.errors import DecisionError, WorkerError
from kg.parallel import (
    in_background,
    map_in_processes,
    one_blas_thread,
    without_cyclic_gc,
)
from kg.resolution.resolve import resolve

FORKED = pytest.mark.skipif(sys.platform != "linux", reason="no fork is used elsewhere")


def test_work_that_is_not_enabled_is_done_here():
    with in_background(os.getpid, enabled=False) as result:
        assert result() == os.getpid()


@FORKED
def test_work_is_done_in_another_process():
    known = list(range(1000))
    with in_background(lambda: (sum(known), os.getpid()), enabled=True) as result:
        total, process = result()
    assert total == sum(known)
    assert process != os.getpid()


@FORKED
def test_what_it_raises_is_raised_where_the_result_is_asked_for():
    def fail():
        raise DecisionError("d.csv:3: no")

    raised = pytest.raises(DecisionError, match=r"d\.csv:3")
    with in_background(fail, enabled=True) as result, raised:
        result()


@FORKED
def test_a_process_that_was_killed_costs_only_time():
    here = os.getpid()

    def work():
        if os.getpid() != here:
            os._exit(9)
        return "done"

    with in_background(work, enabled=True) as result:
        assert result() == "done"


@FORKED
def test_an_error_meanwhile_leaves_no_process_behind():
    raised = pytest.raises(ValueError, match="meanwhile")
    with raised, in_background(signal.pause, enabled=True):
        raise ValueError("meanwhile")
    assert not multiprocessing.active_children()


@FORKED
def test_people_are_resolved_the_same_in_the_background_and_here(
    monkeypatch, extractions
):
    here = resolve(extractions)
    monkeypatch.setattr("kg.resolution.resolve.FEWEST_FOR_A_PROCESS", 1)
    assert resolve(extractions) == here


@pytest.mark.parametrize("processes", [1, 2])
def test_results_come_in_the_order_of_the_tasks(processes):
    assert list(map_in_processes(abs, [-3, 1, -2], processes=processes)) == [3, 1, 2]


def test_one_process_does_a_task_when_its_result_is_asked_for():
    done = []
    results = map_in_processes(done.append, ["first", "second"], processes=1)
    next(results)
    assert done == ["first"]


def test_an_error_of_a_task_reaches_who_asks():
    results = map_in_processes(int, ["1", "x"], processes=2)
    assert next(results) == 1
    with pytest.raises(ValueError, match="'x'"):
        next(results)


def test_a_worker_that_dies_ends_the_work():
    with pytest.raises(WorkerError, match="status 9"):
        list(map_in_processes(os._exit, [9] * 20, processes=2))


def test_matrices_are_multiplied_in_one_thread_inside():
    def threads():
        return {pool["num_threads"] for pool in threadpool_info()}

    before = threads()
    with one_blas_thread():
        with one_blas_thread():
            assert threads() == {1}
        assert threads() == {1}
    assert threads() == before


def test_libraries_are_looked_for_again_after_imports_alone(monkeypatch):
    first = module._find_libraries(len(sys.modules))
    assert module._find_libraries(len(sys.modules)) is first
    monkeypatch.setitem(sys.modules, "new", sys)
    assert module._find_libraries(len(sys.modules)) is not first


@pytest.mark.parametrize("on", [True, False])
def test_the_collector_is_off_inside_and_as_it_was_after(on):
    before = gc.isenabled()
    try:
        (gc.enable if on else gc.disable)()
        with without_cyclic_gc():
            assert not gc.isenabled()
        assert gc.isenabled() is on
    finally:
        (gc.enable if before else gc.disable)()
