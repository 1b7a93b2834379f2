"""A server of a page that runs beside a test, until the tests end."""

import threading

from kg.viewer.server import serve_page


def serve_beside(page, read_block):
    """Serve in another thread; return the address, key included."""
    addresses, announced = [], threading.Event()

    def announce(address):
        addresses.append(address)
        announced.set()

    # A daemon: it serves until the process ends.
    serving = threading.Thread(
        target=serve_page,
        args=(page, read_block),
        kwargs={"announce": announce},
        daemon=True,
    )
    serving.start()
    assert announced.wait(30)
    return addresses[0]
