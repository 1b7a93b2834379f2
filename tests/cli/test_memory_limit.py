import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from kg.cli.memory_limit import refuse_low_limit
from kg.errors import KGError


@pytest.mark.parametrize("limit", [0, 250_000_000, 599_999_999])
def test_a_limit_that_is_too_low_is_said(limit, monkeypatch):
    monkeypatch.setattr(resource, "getrlimit", lambda _: (limit, limit))
    with pytest.raises(KGError, match=rf"limited to {limit // 1_000_000} MB.*raise"):
        refuse_low_limit()


@pytest.mark.parametrize("limit", [600_000_000, resource.RLIM_INFINITY])
def test_others_are_not(limit, monkeypatch):
    monkeypatch.setattr(resource, "getrlimit", lambda _: (limit, limit))
    assert refuse_low_limit() is None


@pytest.mark.skipif(sys.platform != "linux", reason="other systems set no such limit")
@pytest.mark.parametrize("megabytes", [300, 700, 1000])
def test_memory_that_does_not_suffice_is_a_sentence(megabytes):
    corpus = Path(__file__).parents[1] / "corpus" / "short-with-title.txt"
    limit = megabytes * 1_000_000
    done = subprocess.run(
        [sys.executable, "-m", "kg", "extract", str(corpus), "--jobs", "1"],
        env={k: v for k, v in os.environ.items() if k != "OPENBLAS_NUM_THREADS"},
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (limit, limit)),
        capture_output=True,
        text=True,
        check=False,
        timeout=60,  # for ever, where OpenBLAS had several threads
    )
    assert done.returncode == 0 or done.stderr.startswith("error: memory ")
    assert done.returncode in (0, 1)
