import gc

import pytest

from kg.cycles import no_search_for_cycles


@pytest.mark.parametrize("on", [True, False])
def test_the_collector_is_off_inside_and_as_it_was_after(on):
    before = gc.isenabled()
    try:
        (gc.enable if on else gc.disable)()
        with no_search_for_cycles():
            assert not gc.isenabled()
        assert gc.isenabled() is on
    finally:
        (gc.enable if before else gc.disable)()
