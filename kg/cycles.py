"""No search for cycles of garbage while values are made that form none.

A build makes millions of small frozen values and drops nearly none. Python looks
through them again and again for cycles, which took a third of the time of a large one.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def no_search_for_cycles() -> Iterator[None]:
    """Hold the cyclic garbage collector off; what it was set to holds again after."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
