"""How fast `kg view --serve` answers: so many requests a second, and how long each takes.

    python -m pipelines.atlas.serve_load outputs/examples --rate 50

A request's time counts from when it was due, not from when it could be sent: a server
that stands still makes all that come meanwhile late (an open load).
"""

import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPResponse
from itertools import cycle, islice
from math import ceil
from pathlib import Path
from queue import SimpleQueue
from typing import Annotated
from urllib.parse import urlsplit

import typer

from pipelines.common.command import run

CONNECTIONS = 6  # a browser has no more to one server
_TIMEOUT = 60  # seconds
_WITHOUT_BROWSER = """
import webbrowser
webbrowser.open = lambda _: False
from kg.__main__ import main
main()
"""


@dataclass(frozen=True, slots=True)
class Load:
    """How long answers took, in milliseconds, sorted; and their bytes together."""

    milliseconds: tuple[float, ...]
    size: int

    def percentile(self, share: float) -> float:
        """Return the time within which this share of requests was answered.

        >>> Load((1.0, 2.0, 3.0, 40.0), 0).percentile(0.5)
        2.0
        """
        place = ceil(share * len(self.milliseconds)) - 1
        return self.milliseconds[max(0, place)]


class Client:
    """A browser that has opened the address, with connections that stay open."""

    def __init__(self, address: str) -> None:
        """Turn the key in the address into a cookie."""
        self.address = address
        parts = urlsplit(address)
        self._free: SimpleQueue[HTTPConnection] = SimpleQueue()
        for _ in range(CONNECTIONS):
            self._free.put(HTTPConnection(parts.netloc, timeout=_TIMEOUT))
        with self._asked(f"{parts.path}?{parts.query}", {}) as answer:
            cookie = answer.headers["set-cookie"] or ""
        self._headers = {"Cookie": cookie.partition(";")[0]}

    def get(self, path: str) -> bytes | None:
        """Return what is answered, None where there is nothing of that name.

        Raises:
            ValueError: the server answers neither.
        """
        with self._asked(path, self._headers) as answer:
            if answer.status not in (200, 404):
                raise ValueError(f"{path}: {answer.status} {answer.reason}")
            return answer.read() if answer.status == 200 else None

    def close(self) -> None:
        """Close all connections, none of which is in use any more."""
        for _ in range(CONNECTIONS):
            self._free.get().close()

    @contextmanager
    def _asked(self, path: str, headers: dict[str, str]) -> Iterator[HTTPResponse]:
        """Give the answer to a request, which is read to its end then."""
        connection = self._free.get()
        try:
            connection.request("GET", path, headers=headers)
            answer = connection.getresponse()
            try:
                yield answer
            finally:
                answer.read()
        finally:
            self._free.put(connection)


def block_paths(get: Callable[[str], bytes | None]) -> list[str]:
    """Return the paths of the page and of all blocks that a server has."""
    texts: list[str] = []
    while get(following := f"/blocks/texts-{len(texts)}") is not None:
        texts.append(following)
    return ["/", "/blocks/map", "/blocks/names", "/blocks/where", *texts]


def measure_load(
    get: Callable[[str], bytes | None],
    paths: Sequence[str],
    *,
    rate: float,
    requests: int,
) -> Load:
    """Ask for paths in turn, `rate` times a second, and return how long answers took.

    Raises:
        ValueError: something is not answered.
    """

    def ask(path: str, due: float) -> tuple[float, int]:
        content = get(path)
        if content is None:
            raise ValueError(f"{path}: is not there")
        return 1000 * (time.monotonic() - due), len(content)

    begin = time.monotonic()
    with ThreadPoolExecutor(CONNECTIONS) as pool:
        waited = []
        for number, path in enumerate(islice(cycle(paths), requests)):
            due = begin + number / rate
            time.sleep(max(0.0, due - time.monotonic()))
            waited.append(pool.submit(ask, path, due))
        answers = [each.result() for each in waited]
    times = sorted(milliseconds for milliseconds, _ in answers)
    return Load(tuple(times), sum(size for _, size in answers))


@contextmanager
def served(store: Path) -> Iterator[str]:
    """Have a store served by the command in a process of its own; give its address."""
    command = [sys.executable, "-c", _WITHOUT_BROWSER, "view", str(store), "--serve"]
    with subprocess.Popen(
        [*command, "--quiet"], stdout=subprocess.PIPE, text=True
    ) as process:
        try:
            yield next(iter(process.stdout or ())).strip()
        finally:
            process.terminate()


def main(
    store: Annotated[Path, typer.Argument(help="Folder of a build.")],
    rate: Annotated[float, typer.Option(help="Requests a second.")] = 50,
    seconds: Annotated[float, typer.Option(help="For how long.")] = 20,
) -> None:
    """Serve a store, ask for its page and blocks in turn, and print how long that took."""
    with served(store) as address, closing(Client(address)) as client:
        paths = block_paths(client.get)
        load = measure_load(client.get, paths, rate=rate, requests=int(rate * seconds))
    print(
        f"{len(load.milliseconds):,} requests of {len(paths)} paths, {rate:g} a second"
    )
    print(f"{load.size / 1e6:.1f} MB in all")
    for name, share in (("median", 0.5), ("p95", 0.95), ("p99", 0.99), ("most", 1.0)):
        print(f"{name:>6}  {load.percentile(share):.1f} ms")


if __name__ == "__main__":
    run(main)
