"""A page and its blocks of data, served to the browser of this machine and nobody else.

Any site that is open in the same browser can send requests to 127.0.0.1, and by a name
of its own that leads there (DNS rebinding) read the answers. So the address has a key
that nobody can guess, Host and Origin have to be ours, and all that can be done is to
read. starlette and uvicorn are an extra: kg itself needs no server.
"""

import socket
from collections.abc import Callable, Mapping
from secrets import compare_digest, token_urlsafe
from typing import TYPE_CHECKING

from kg.errors import OutputError

if TYPE_CHECKING:
    from starlette.applications import Starlette
    from starlette.requests import Request
    from starlette.responses import Response
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

ADDRESS = "127.0.0.1"  # of this machine, as it calls itself: no other reaches it

_HEADERS = {
    "Cache-Control": "no-store",  # texts that nobody published stay off the disk
    "Content-Security-Policy": "frame-ancestors 'none'",  # the page has the rest
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}

ReadBlock = Callable[[str], bytes | None]


def serve_page(
    page_html: bytes,
    read_block: ReadBlock,
    *,
    port: int = 0,
    announce: Callable[[str], object],
) -> None:
    """Serve a page and its blocks on 127.0.0.1 until the process is stopped.

    Args:
        page_html: the page, which asks for `blocks/NAME`.
        read_block: gives the bytes of a block by its name, None where there is none; it
            is waited for, and should take no more than some milliseconds.
        port: where to listen; 0 for any that is free.
        announce: is called with the address, key included, as soon as it answers.

    Raises:
        OutputError: starlette or uvicorn is not installed, or the port is taken; the
            message says what to do.
    """
    try:
        import uvicorn
    except ImportError:
        raise _explain_missing() from None

    token = token_urlsafe()
    with _listen(port) as listening:
        taken: int = listening.getsockname()[1]
        app = make_app(page_html, read_block, token=token, port=taken)
        config = uvicorn.Config(
            app,
            log_config=None,
            access_log=False,
            server_header=False,
            lifespan="off",
            ws="none",
        )
        announce(f"http://{ADDRESS}:{taken}/?token={token}")
        uvicorn.Server(config).run(sockets=[listening])


def make_app(
    page_html: bytes, read_block: ReadBlock, *, token: str, port: int
) -> "ASGIApp":
    """Return what answers requests: `/` with the page, `/blocks/NAME` with a block.

    Args:
        page_html: the page.
        read_block: gives a block by its name, None where there is none.
        token: the key. `/?token=…` turns it into a cookie, which is then asked for.
        port: on which it is served; with another, or another host, nothing is answered.

    Raises:
        OutputError: starlette is not installed.
    """
    try:
        from starlette.applications import Starlette
        from starlette.routing import Route
    except ImportError:
        raise _explain_missing() from None
    from starlette.responses import HTMLResponse

    async def answer_page(_: "Request") -> "Response":
        return HTMLResponse(page_html)

    async def answer_block(request: "Request") -> "Response":
        return _block_response(read_block(request.path_params["name"]))

    routes = [Route("/", answer_page), Route("/blocks/{name}", answer_block)]
    return _guard(Starlette(routes=routes), token=token, port=port)


def _guard(app: "Starlette", *, token: str, port: int) -> "ASGIApp":
    """Return an app that passes on only the requests of who has the key."""
    from starlette.datastructures import MutableHeaders
    from starlette.requests import Request

    async def answer(scope: "Scope", receive: "Receive", send: "Send") -> None:
        async def send_with_headers(message: "Message") -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(_HEADERS)
            await send(message)

        refusal = None
        if scope["type"] == "http":
            refusal = _check(Request(scope), token=token, port=port)
        await (refusal or app)(scope, receive, send_with_headers)

    return answer


def _check(request: "Request", *, token: str, port: int) -> "Response | None":
    """Return the answer to who may not ask, or has to get the cookie first."""
    from starlette.responses import PlainTextResponse, RedirectResponse

    if request.method != "GET":
        return PlainTextResponse("only GET is answered\n", 405, {"Allow": "GET"})
    if not _is_from_here(request.headers, port):
        return PlainTextResponse(f"only {ADDRESS}:{port} is answered\n", 403)
    cookie = f"kg-view-{port}"  # cookies are of a machine, not of a port
    given = request.query_params.get("token", "")
    if request.scope["path"] == "/" and _is_same(given, token):
        # Out of the address, the history, and what is copied from them.
        response = RedirectResponse("/", 303)
        response.set_cookie(cookie, token, httponly=True, samesite="lax")
        return response
    if not _is_same(request.cookies.get(cookie, ""), token):
        return PlainTextResponse("open the address that `kg view` printed\n", 403)
    return None


def _is_from_here(headers: Mapping[str, str], port: int) -> bool:
    """Tell whether a request was sent to this server, by its own page or by a person."""
    host = headers.get("host", "")
    if host not in (f"{ADDRESS}:{port}", f"localhost:{port}"):
        return False
    if headers.get("origin", f"http://{host}") != f"http://{host}":
        return False
    # What browsers say of their own accord: a link leads here, a picture or frame not.
    is_own = headers.get("sec-fetch-site", "none") in ("same-origin", "none")
    return is_own or headers.get("sec-fetch-dest") == "document"


def _is_same(given: str, token: str) -> bool:
    return compare_digest(given.encode("utf-8", "replace"), token.encode("utf-8"))


def _block_response(block: bytes | None) -> "Response":
    from starlette.responses import PlainTextResponse, Response

    if block is None:
        return PlainTextResponse("no such block\n", 404)
    return Response(block, media_type="application/octet-stream")


def _listen(port: int) -> socket.socket:
    """Return a socket that listens on this machine alone.

    Raises:
        OutputError: the port is taken, or not for everybody.
    """
    try:
        return socket.create_server((ADDRESS, port))
    except OSError as error:
        raise OutputError(
            f"{ADDRESS}:{port}: {error.strerror or error}; choose another --port, or "
            "none, for any that is free"
        ) from error


def _explain_missing() -> OutputError:
    return OutputError("serving needs a server: pip install 'scholkg[serve]'")
