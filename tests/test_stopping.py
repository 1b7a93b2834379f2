import signal
import subprocess
import sys
import threading

import pytest

from kg import stopping
from kg.stopping import SIGNALS, committing, undone_when_stopped

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")

BEGIN = """
import os, re, signal, sys
from pathlib import Path
from kg.stopping import committing, obey_no_more, obey_signals, undone_when_stopped
half = Path(sys.argv[1])
# As a terminal would have it, whatever runs the tests.
signal.signal(signal.SIGHUP, signal.SIG_DFL)
obey_signals()
"""

# Each is at something that would last for minutes, and says so by a line.
LONG = {
    "a loop of Python's": "print(flush=True)\nwhile True: pass",
    "a pattern": "print(flush=True)\nre.match('(a|a)*b', 'a' * 60)",
    "a query": (
        "import duckdb\n"
        "connection = duckdb.connect()\n"
        "connection.execute('SET enable_progress_bar = false')\n"
        "print(flush=True)\n"
        "connection.execute('SELECT SUM(a.range ^ b.range) "
        "FROM range(1000000) a, range(1000000) b').fetchall()"
    ),
    "a product of matrices": (
        "import numpy\n"
        "matrix = numpy.ones((3000, 3000))\n"
        "print(flush=True)\n"
        "for _ in range(1000): matrix @ matrix"
    ),
    "a wait for a worker": (
        "from kg.worker_pool import WorkerPool\n"
        "with WorkerPool(1) as pool:\n"
        "    task = pool.submit(signal.pause)\n"
        "    print(flush=True)\n"
        "    task.result()"
    ),
    "a handler that catches whatever comes": (
        "print(flush=True)\n"
        "while True:\n"
        "    try: signal.pause()\n"
        "    except BaseException: pass"
    ),
}


def _stop(code, number, tmp_path):
    """Run a program, stop it at its first line; return its end and what it wrote."""
    arguments = [sys.executable, "-c", BEGIN + code, str(tmp_path / "half")]
    with subprocess.Popen(
        arguments, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        process.stdout.readline()
        process.send_signal(number)
        _, written = process.communicate(timeout=60)
    return process.returncode, written


@pytest.mark.parametrize("number", SIGNALS)
def test_each_signal_has_its_exit_status(number, tmp_path):
    assert _stop(LONG["a loop of Python's"], number, tmp_path) == (128 + number, b"")


@pytest.mark.parametrize("work", LONG)
def test_whatever_a_process_is_at_it_undoes_its_work_and_ends(work, tmp_path):
    inner = LONG[work].replace("\n", "\n    ")
    code = (
        f"half.touch()\nwith undone_when_stopped(half.unlink):\n    {inner}"
        # Only a process that did not end would come here.
        "\nhalf.touch()\n"
    )
    assert _stop(code, signal.SIGTERM, tmp_path) == (143, b"")
    assert list(tmp_path.iterdir()) == []


def test_what_cannot_be_undone_keeps_nothing_from_ending(tmp_path):
    code = f"""
half.touch()
with undone_when_stopped(half.unlink), undone_when_stopped(half.rmdir):
    {LONG["a loop of Python's"].replace(chr(10), chr(10) + "    ")}
"""
    assert _stop(code, signal.SIGTERM, tmp_path) == (143, b"")
    assert list(tmp_path.iterdir()) == []


def test_a_commit_is_made_whole(tmp_path):
    code = """
with undone_when_stopped(half.unlink):
    with committing():
        print(flush=True)
        heard = signal.sigtimedwait([], 1)
        half.touch()
    half.with_name("behind").touch()
"""
    assert _stop(code, signal.SIGTERM, tmp_path) == (143, b"")
    assert list(tmp_path.iterdir()) == []


def test_the_main_thread_halts_while_its_work_is_undone(monkeypatch):
    halted = threading.Event()
    monkeypatch.setattr(stopping, "_received", threading.Event())
    monkeypatch.setattr(stopping, "_halted", halted)
    monkeypatch.setattr(stopping, "_committing", threading.Lock())
    with stopping._committing:  # as the thread has it that undoes
        threading.Thread(target=stopping._halt, daemon=True).start()
        assert halted.wait(60)


def test_what_is_ignored_stays_so(tmp_path):
    code = (
        "import signal\n"
        "from kg.stopping import obey_signals\n"
        "signal.signal(signal.SIGHUP, signal.SIG_IGN)\n"
        "obey_signals()\n"
        "signal.raise_signal(signal.SIGHUP)\n"
        "print('here')"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, "half"], capture_output=True, text=True
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "here\n", "")


def test_a_forked_process_does_not_stop_the_one_that_forked_it():
    code = """
child = os.fork()
if child == 0:
    signal.raise_signal(signal.SIGTERM)
assert os.waitpid(child, 0)[1] == signal.SIGTERM
signal.sigtimedwait([], 1)
obey_no_more(signal.SIG_IGN)
signal.raise_signal(signal.SIGTERM)
print("here")
"""
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", BEGIN + code, "half"],
        capture_output=True,
        text=True,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "here\n", "")


def test_a_block_that_ends_well_is_not_undone():
    undone = []
    with undone_when_stopped(lambda: undone.append(1)), committing():
        pass
    assert undone == []
