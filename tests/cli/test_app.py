"""The whole command line: what is listed, what help says, exit status."""

import errno
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

import kg
from kg.cli.app import COMMANDS, QUESTIONS

ALL = [
    *([command.__name__] for command in COMMANDS),
    *(["query", question.__name__] for question in QUESTIONS),
]


def test_no_arguments_show_help(run):
    result = run()
    assert "build" in result.output
    assert "query" in result.output


@pytest.mark.parametrize("group", [[], ["query"]])
def test_commands_are_listed_with_a_whole_sentence(run, group):
    listed = run(*group, "--help").output
    commands = QUESTIONS if group else COMMANDS
    for command in commands:
        sentence = command.__doc__.partition("\n")[0]
        assert sentence.endswith(".")
        assert sentence in " ".join(listed.split())
    assert "..." not in listed.partition("Commands:")[2]


@pytest.mark.parametrize("group", [[], ["query"]])
def test_help_of_a_group_has_an_example(run, group):
    shown = run(*group, "-h").output
    example = shown.partition("Begin with:\n")[2].split()
    assert example[: len(group) + 1] == ["kg", *group]
    assert len(example) > len(group) + 2


@pytest.mark.parametrize("command", ALL, ids=" ".join)
def test_help_has_an_example_of_the_command(run, command):
    shown = run(*command, "--help").output
    example = shown.partition("Example:\n")[2].strip()
    assert f"kg {' '.join(command)} " in example


def test_help_loads_no_heavy_library():
    code = (
        "import sys, kg.cli.app; from typer.testing import CliRunner; "
        "CliRunner().invoke(kg.cli.app.app, ['--help']); "
        "print({'spacy', 'pandas', 'duckdb', 'networkx', 'numpy', 'rich', 'scipy'}"
        " & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.stdout.strip() == "set()"


def test_the_version(run):
    assert run("--version").stdout == f"kg {kg.__version__}\n"


def test_a_shell_can_complete(run, monkeypatch):
    monkeypatch.setenv("_KG_COMPLETE", "complete_bash")
    monkeypatch.setenv("COMP_WORDS", "kg query n")
    monkeypatch.setenv("COMP_CWORD", "2")
    assert run(prog_name="kg").stdout.strip() == "neighbours"


@pytest.mark.parametrize(
    "arguments",
    [
        ["query", "neighbours"],
        ["build"],
        ["query", "who", "x", "--limit", "0"],
        ["query", "neighbours", "x", "--kind", "people"],
        ["build", "x", "--out", "y", "--min-score", "1.1"],
        ["build", "x", "--out", "y", "-q", "-v"],
        ["extract"],
        ["extract", "x", "--limit", "0"],
        ["fly"],
    ],
)
def test_wrong_usage_is_status_2(run, arguments):
    assert run(*arguments).exit_code == 2


def test_an_error_is_one_line_and_status_1(small_store, run_main, capsys):
    assert run_main("why", "Ada Biron", "--store", str(small_store)) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("error: ")
    assert "Ada Byron" in err


@pytest.mark.parametrize("before", [True, False])
def test_quiet_may_stand_before_the_command(small_store, run, before):
    question = ["query", "search", "zzz", "--store", str(small_store)]
    assert run(*question).stderr == "nothing found\n"
    asked = ["-q", *question] if before else [*question, "-q"]
    assert run(*asked).stderr == ""


@pytest.mark.parametrize("command", ALL, ids=" ".join)
def test_every_command_takes_what_stands_before_it(run, command):
    shown = run("-q", *command, "-h")
    assert shown.exit_code == 0
    assert "--quiet" in shown.output


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
@pytest.mark.parametrize("arguments", [["--help"], ["query", "search", "Byron"]])
def test_a_full_disk_behind_standard_output_is_an_error(small_store, arguments):
    store = ["--store", str(small_store)] if len(arguments) > 1 else []
    command = [sys.executable, "-m", "kg", *arguments, *store]
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True)
    assert done.returncode == 1
    assert done.stderr.startswith("error: cannot write to standard output: No space")
    assert len(done.stderr.splitlines()) == 1


def test_done_is_status_0(small_store, run_main):
    assert run_main("query", "search", "looms", "--store", str(small_store)) == 0


def test_the_package_runs_as_the_command():
    command = [sys.executable, "-m", "kg", "--version"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout == f"kg {kg.__version__}\n"


@pytest.mark.parametrize(
    "error",
    [
        MemoryError(),
        OSError(errno.ENOMEM, "Cannot allocate memory"),
        ImportError("blas.so: failed to map segment from shared object"),
    ],
)
def test_memory_that_does_not_suffice_is_told_of(error, run_main, monkeypatch, capsys):
    def fail(*_, **__):
        raise error

    monkeypatch.setattr("kg.build.build_graph", fail)
    assert run_main("build", "x.jsonl") == 1
    assert capsys.readouterr().err.startswith("error: memory does not suffice")


def test_another_import_that_fails_is_a_fault_of_ours(run_main, monkeypatch):
    monkeypatch.setitem(sys.modules, "kg.build", None)
    with pytest.raises(ImportError):
        run_main("build", "x.jsonl")


def test_a_file_that_fails_is_named(run_main, monkeypatch, capsys):
    def fail(*_, **__):
        raise OSError(errno.EIO, "Input/output error", "disk/x.jsonl")

    monkeypatch.setattr("kg.build.build_graph", fail)
    assert run_main("build", "x.jsonl") == 1
    assert capsys.readouterr().err == "error: disk/x.jsonl: Input/output error\n"


@pytest.mark.skipif(sys.platform != "linux", reason="a device of Linux")
@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["build", "--help"]])
def test_output_that_cannot_be_written_is_told_of(arguments):
    with open("/dev/full", "w") as full:  # noqa: PTH123 - a device
        done = subprocess.run(
            [sys.executable, "-m", "kg", *arguments],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
        )
    assert done.returncode == 1
    assert done.stderr == (
        "error: cannot write to standard output: No space left on device\n"
    )


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_build_that_is_stopped_leaves_nothing(number, tmp_path):
    # A pipe that is never written to: the build waits for its input.
    command = [sys.executable, "-m", "kg", "build", "-", "--out", str(tmp_path / "out")]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        while process.poll() is None and not (tmp_path / "out").exists():
            pass
        process.send_signal(number)
        assert process.communicate(timeout=60) == (b"", b"")
    assert process.returncode == 128 + number
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_who_is_stopped_while_it_reads_standard_input_keeps_no_copy(tmp_path):
    command = [sys.executable, "-m", "kg", "extract", "-"]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, env={**os.environ, "TMPDIR": str(tmp_path)}
    ) as process:
        while process.poll() is None and not list(tmp_path.glob("kg-*/stdin")):
            pass
        process.send_signal(signal.SIGTERM)
        assert process.wait(timeout=60) == 128 + signal.SIGTERM
    assert list(tmp_path.glob("kg-*")) == []
