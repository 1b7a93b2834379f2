"""Who is answered, and with what: the page, its blocks, nothing else, nobody else."""

import builtins
import socket
from http.client import HTTPConnection
from urllib.parse import urlsplit

import pytest
from starlette.testclient import TestClient

from kg.errors import OutputError
from kg.viewer.server import make_app, serve_page
from tests.serving import serve_beside

TOKEN, PORT = "secret-key", 8123
PAGE = "<!DOCTYPE html><title>Ä page</title>".encode()
BLOCKS = {"map": b"\x00\x01\xff", "texts-0": b"", "..": b"secret"}
HERE = f"http://127.0.0.1:{PORT}"


@pytest.fixture
def stranger():
    """A browser that has not got the key."""
    app = make_app(PAGE, BLOCKS.get, token=TOKEN, port=PORT)
    return TestClient(app, base_url=HERE, follow_redirects=False)


@pytest.fixture
def client(stranger):
    """A browser that has opened the address with the key."""
    assert stranger.get("/", params={"token": TOKEN}).status_code == 303
    return stranger


def test_the_key_leaves_the_address_and_becomes_a_cookie(stranger):
    answer = stranger.get("/", params={"token": TOKEN})
    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    cookie = answer.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=lax" in cookie
    assert stranger.get("/").content == PAGE


def test_page_and_blocks_are_answered_as_they_are(client):
    page = client.get("/")
    assert page.headers["content-type"] == "text/html; charset=utf-8"
    for name in ("map", "texts-0"):
        block = client.get(f"/blocks/{name}")
        assert (block.status_code, block.content) == (200, BLOCKS[name])
        assert block.headers["content-type"] == "application/octet-stream"
        assert "content-encoding" not in block.headers


def test_every_answer_has_the_headers_that_keep_it_here(client):
    for path in ("/", "/blocks/map", "/blocks/none", "/none"):
        headers = client.get(path).headers
        assert headers["cache-control"] == "no-store"
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "no-referrer"
        assert headers["cross-origin-resource-policy"] == "same-origin"
        assert "frame-ancestors 'none'" in headers["content-security-policy"]
        assert "access-control-allow-origin" not in headers


@pytest.mark.parametrize("path", ["/", "/blocks/map", "/blocks/none", "/none"])
def test_without_the_key_nothing_is_answered(stranger, path):
    for given in ({}, {"token": ""}, {"token": "wrong"}, {"token": TOKEN[:-1]}):
        answer = stranger.get(path, params=given)
        assert answer.status_code == 403
        assert "kg view" in answer.text
    stranger.cookies.set(f"kg-view-{PORT}", "wrong")
    assert stranger.get(path).status_code == 403


def test_the_key_counts_only_where_it_is_made_a_cookie(stranger):
    answer = stranger.get("/blocks/map", params={"token": TOKEN})
    assert answer.status_code == 403
    assert "set-cookie" not in answer.headers


def test_the_cookie_of_another_port_is_another(client):
    other = make_app(PAGE, BLOCKS.get, token=TOKEN, port=PORT + 1)
    browser = TestClient(other, base_url=f"http://127.0.0.1:{PORT + 1}")
    browser.cookies = client.cookies
    assert browser.get("/").status_code == 403


@pytest.mark.parametrize(
    "host",
    ["", "evil.example", f"evil.example:{PORT}", "127.0.0.1", f"127.0.0.1:{PORT + 1}",
     f"127.0.0.1.evil.example:{PORT}", f"0.0.0.0:{PORT}", f"127.0.0.1:{PORT}@evil"],
)  # fmt: skip
def test_another_host_is_not_answered(client, host):
    """As when a name of a stranger's leads here (DNS rebinding)."""
    headers = {"host": host, "cookie": f"kg-view-{PORT}={TOKEN}"}
    assert client.get("/", headers=headers).status_code == 403
    answer = client.get("/", params={"token": TOKEN}, headers=headers)
    assert answer.status_code == 403
    assert "set-cookie" not in answer.headers


@pytest.mark.parametrize(
    "origin",
    ["null", "http://evil.example", f"https://127.0.0.1:{PORT}", "http://127.0.0.1",
     f"http://127.0.0.1:{PORT + 1}", ""],
)  # fmt: skip
def test_another_origin_is_not_answered(client, origin):
    for path in ("/", "/blocks/map"):
        assert client.get(path, headers={"origin": origin}).status_code == 403


def test_its_own_origin_is_answered(client):
    headers = {"origin": HERE, "sec-fetch-site": "same-origin"}
    assert client.get("/blocks/map", headers=headers).content == BLOCKS["map"]


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_what_another_page_embeds_is_not_answered_but_a_link_leads_here(client, site):
    for kind in ("image", "script", "iframe", "empty"):
        headers = {"sec-fetch-site": site, "sec-fetch-dest": kind}
        assert client.get("/blocks/map", headers=headers).status_code == 403
        assert client.get("/", headers=headers).status_code == 403
    headers["sec-fetch-dest"] = "document"
    assert client.get("/", headers=headers).status_code == 200


@pytest.mark.parametrize(
    "method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "HEAD"]
)
@pytest.mark.parametrize("path", ["/", "/blocks/map", "/none"])
def test_nothing_but_reading_is_answered(client, method, path):
    answer = client.request(method, path, params={"token": TOKEN})
    assert (answer.status_code, answer.headers["allow"]) == (405, "GET")


@pytest.mark.parametrize(
    "path",
    ["/blocks/none", "/blocks/", "/blocks", "/blocks/map/x", "/none", "/blocks/MAP",
     "/blocks/%2e%2e%2f%2e%2e%2fetc%2fpasswd", "/blocks/..%2fmap", "/blocks//map",
     "/blocks/%00", "/blocks/map%00", "/%2e%2e/etc/passwd"],
)  # fmt: skip
def test_what_is_not_there_is_not_found(client, path):
    answer = client.get(path)
    assert answer.status_code == 404
    assert b"root:" not in answer.content


def test_a_real_server_answers_on_this_machine_alone():
    address = urlsplit(serve_beside(PAGE, BLOCKS.get))
    assert address.hostname == "127.0.0.1"
    connection = HTTPConnection("127.0.0.1", address.port, timeout=30)
    connection.request("GET", f"/?{address.query}")
    answer = connection.getresponse()
    answer.read()
    assert answer.status == 303
    cookie = answer.headers["set-cookie"].partition(";")[0]
    connection.request("GET", "/blocks/map", headers={"Cookie": cookie})
    answer = connection.getresponse()
    assert (answer.status, answer.read()) == (200, BLOCKS["map"])
    assert "server" not in answer.headers
    connection.close()


def test_every_server_has_a_key_of_its_own(monkeypatch):
    monkeypatch.setattr("uvicorn.Server.run", lambda *_, **__: None)
    addresses = []
    for _ in range(2):
        serve_page(PAGE, BLOCKS.get, announce=addresses.append)
    keys = {urlsplit(address).query for address in addresses}
    assert len(keys) == 2
    assert all(len(key) > 40 for key in keys)


def test_a_port_that_is_taken_is_an_error_that_says_what_to_do():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(OutputError, match=f"{port}.*--port"):
            serve_page(PAGE, BLOCKS.get, port=port, announce=print)


@pytest.mark.parametrize("missing", ["uvicorn", "starlette"])
def test_without_the_extra_it_is_said_how_to_get_it(monkeypatch, missing):
    imported = builtins.__import__

    def refuse(name, *arguments, **more):
        if name.partition(".")[0] == missing:
            raise ImportError(name)
        return imported(name, *arguments, **more)

    monkeypatch.setattr(builtins, "__import__", refuse)
    with pytest.raises(OutputError, match=r"pip install 'scholkg\[serve\]'"):
        serve_page(PAGE, BLOCKS.get, announce=print)
