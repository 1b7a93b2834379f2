"""A limit of memory under which no command can work, told of before it hangs."""

import sys

from kg.errors import KGError

_LEAST = 600  # megabytes: below, most commands cannot even load their libraries


def refuse_low_limit() -> None:
    """Check the limit of memory that a shell or a batch system has set for this process.

    Where OpenBLAS, DuckDB or the C library run out of memory while they are loaded, they
    end the process, or try again for ever with all of Python waiting.

    Raises:
        KGError: the limit is too low.
    """
    if sys.platform == "win32":
        return
    import resource

    limit, _ = resource.getrlimit(resource.RLIMIT_AS)
    if limit != resource.RLIM_INFINITY and limit < _LEAST * 1_000_000:
        raise KGError(
            f"memory is limited to {limit // 1_000_000} MB (ulimit -v), and kg needs "
            f"{_LEAST} MB at least: raise the limit"
        )
