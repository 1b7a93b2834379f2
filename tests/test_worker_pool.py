import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from kg.errors import DecisionError, WorkerError
from kg.worker_pool import WorkerPool

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")

# Two tasks on end: each line is the number of the process that works on one.
BUSY = """
import os, sys, time
from kg.worker_pool import WorkerPool

with WorkerPool(2) as pool:
    print(*(pool.submit(os.getpid).result() for _ in range(2)), flush=True)
    for _ in range(2):
        pool.submit(time.sleep, 600)
    sys.stdin.read()
    os._exit(0)
"""


def _run(code, **options):
    """Run a program of its own, fed from standard input as it is."""
    return subprocess.run(
        [sys.executable, "-"], input=code, text=True, capture_output=True, **options
    )


def test_work_is_done_in_another_process():
    with WorkerPool(1) as pool:
        assert pool.submit(os.getpid).result() != os.getpid()


def test_there_are_no_more_processes_than_asked_for():
    with WorkerPool(2) as pool:
        tasks = [pool.submit(os.getpid) for _ in range(20)]
        assert len({task.result() for task in tasks}) <= 2


def test_arguments_and_results_are_handed_over_whole():
    text = "ä" * 3_000_000  # far more than a pipe holds
    with WorkerPool(1) as pool:
        assert pool.submit(str.replace, text, "ä", "ö").result() == "ö" * 3_000_000
        assert pool.submit(dict, [("a", 1)], b=2).result() == {"a": 1, "b": 2}


def test_an_error_is_raised_where_the_result_is_asked_for():
    with WorkerPool(1) as pool:
        with pytest.raises(ValueError, match="'x'") as raised:
            pool.submit(int, "x").result()
        assert "kg/worker.py" in Path(raised.value.__notes__[0]).as_posix()
        assert pool.submit(int, "3").result() == 3


def test_what_cannot_be_handed_over_is_an_error_of_its_own():
    with WorkerPool(1) as pool:
        with pytest.raises((AttributeError, TypeError), match=r"pickle|lambda"):
            pool.submit(lambda: 1).result()
        assert pool.submit(abs, -3).result() == 3


@POSIX
def test_a_worker_that_is_killed_is_told_of_with_its_reason():
    with WorkerPool(2) as pool:
        killed = pool.submit(signal.raise_signal, signal.SIGKILL)
        with pytest.raises(WorkerError, match=r"by SIGKILL.*memory.*--jobs 1"):
            killed.result()


@POSIX
def test_all_that_wait_hear_of_a_death():
    with WorkerPool(2) as pool:
        waiting = pool.submit(signal.pause)
        pool.submit(os._exit, 3)
        never_begun = pool.submit(abs, 1)
        for each in (waiting, never_begun):
            with pytest.raises(WorkerError, match="status 3"):
                each.result()


@POSIX
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_worker_hears_no_signal_of_its_group(number):
    with WorkerPool(1) as pool:
        os.kill(pool.submit(os.getpid).result(), number)
        assert pool.submit(abs, -3).result() == 3


@POSIX
def test_an_error_meanwhile_waits_for_no_task():
    raised = pytest.raises(DecisionError, match="meanwhile")
    with raised, WorkerPool(1) as pool:
        number = pool.submit(os.getpid).result()
        pool.submit(signal.pause)
        raise DecisionError("meanwhile")
    with pytest.raises(ProcessLookupError):
        os.kill(number, 0)


@POSIX
def test_workers_leave_when_their_process_is_killed():
    with subprocess.Popen(
        [sys.executable, "-c", BUSY],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as parent:
        assert parent.stdout.readline()
        parent.kill()
        # The workers have its streams too: they end when the last of them is gone.
        assert parent.communicate(timeout=60) == (b"", b"")


def test_a_script_without_a_guard_is_not_run_again_in_a_worker(tmp_path):
    script = tmp_path / "script.py"
    code = (
        "print('begun')\n"
        "from kg.worker_pool import WorkerPool\n"
        "with WorkerPool(2) as pool:\n"
        "    print(pool.submit(abs, -3).result())\n"
    )
    script.write_text(code)
    # A notebook runs its cells in a thread, where `__main__` is no file.
    cell = (
        "import sys, threading, types\n"
        "sys.modules['__main__'] = types.ModuleType('__main__')\n"
        f"cell = threading.Thread(target=exec, args=({code!r}, {{}}))\n"
        "cell.start(); cell.join()\n"
    )
    for start in ([str(script)], ["-c", code], ["-"], ["-c", cell]):
        done = subprocess.run(
            [sys.executable, *start], input=code, text=True, capture_output=True
        )
        assert (done.stdout.split(), done.stderr) == (["begun", "3"], "")
    typed = subprocess.run(
        [sys.executable, "-i", "-q"], input=code + "\n", text=True, capture_output=True
    )
    assert typed.stdout.split() == ["begun", "3"]


def test_a_file_in_the_working_folder_is_not_taken_for_a_module(tmp_path):
    (tmp_path / "pickle.py").write_text("raise SystemExit('mine')")
    code = (
        "import sys; sys.path = [each for each in sys.path if each]\n"
        "from kg.worker_pool import WorkerPool\n"
        "with WorkerPool(1) as pool:\n"
        "    print(pool.submit(abs, -3).result())\n"
    )
    script = tmp_path / "deep" / "script.py"
    script.parent.mkdir()
    script.write_text(code)
    done = subprocess.run(
        [sys.executable, str(script)], cwd=tmp_path, capture_output=True, text=True
    )
    assert (done.stdout, done.stderr) == ("3\n", "")


def test_what_a_task_prints_is_no_answer():
    code = (
        "from kg.worker_pool import WorkerPool\n"
        "with WorkerPool(1) as pool:\n"
        "    pool.submit(print, 'words').result()\n"
        "    print(pool.submit(abs, -3).result())\n"
    )
    done = _run(code)
    assert (done.stdout, done.stderr) == ("3\n", "words\n")
