"""What the server answers, and to whom; over the loopback interface."""

import re
from collections.abc import AsyncIterator

import pytest
from aiohttp import ClientSession, CookieJar, WSServerHandshakeError, web

from tracker.errors import InputError
from tracker.serving import BrowserServer
from tracker.serving.server import _PAGE


@pytest.fixture
async def server() -> AsyncIterator[BrowserServer]:
    """A server that answers."""
    server = BrowserServer(0)
    runner = web.AppRunner(server.application(), access_log=None)
    await runner.setup()
    await web.SockSite(runner, server._socket).start()
    yield server
    await runner.cleanup()


def browser() -> ClientSession:
    """Return a client that keeps cookies, as a browser does."""
    return ClientSession(cookie_jar=CookieJar(unsafe=True))


def place(server: BrowserServer, path: str) -> str:
    return f"http://127.0.0.1:{server.door.port}{path}"


@pytest.mark.parametrize(
    "path",
    ["/", "/?token=", "/?token=guessed", "/ws", "/page/page.js", "/static/js/textual.js", "/x"],
)
async def test_without_the_token_nothing_is_shown(server: BrowserServer, path: str) -> None:
    async with browser() as visitor, visitor.get(place(server, path)) as answer:
        assert answer.status == 403
        assert "tracker serve" in await answer.text()
        assert not answer.cookies


async def test_the_address_opens_once_and_its_browser_stays_known(server: BrowserServer) -> None:
    async with browser() as first, browser() as second:
        async with first.get(server.address) as page:
            assert page.status == 200
            assert page.url.query_string == ""
            assert f"ws://127.0.0.1:{server.door.port}/ws" in await page.text()
        async with second.get(server.address) as refused:
            assert refused.status == 403
        async with first.get(place(server, "/")) as again:
            assert again.status == 200


async def test_the_cookie_is_for_no_script_and_no_other_site(server: BrowserServer) -> None:
    async with (
        browser() as visitor,
        visitor.get(server.address, allow_redirects=False) as answer,
    ):
        cookie = answer.headers["Set-Cookie"]
        assert "HttpOnly" in cookie
        assert "SameSite=Strict" in cookie


async def test_the_page_may_ask_nothing_of_the_outside_world(server: BrowserServer) -> None:
    async with browser() as visitor, visitor.get(server.address) as page:
        text = await page.text()
        policy = page.headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'")
    assert set(re.findall(r"wss?://\S+|https?://\S+", policy)) == {
        f"ws://127.0.0.1:{server.door.port};"
    }
    assert "http" not in text.replace("http-equiv", "")
    assert "@import" not in (_PAGE / "page.css").read_text("utf-8")


@pytest.mark.parametrize(
    "headers", [{"Host": "evil.example"}, {"Origin": "https://evil.example"}, {"Origin": "null"}]
)
async def test_other_names_and_other_pages_are_refused(
    server: BrowserServer, headers: dict[str, str]
) -> None:
    async with browser() as visitor:
        async with visitor.get(server.address) as page:
            assert page.status == 200
        async with visitor.get(place(server, "/"), headers=headers) as answer:
            assert answer.status == 403
        with pytest.raises(WSServerHandshakeError):
            await visitor.ws_connect(place(server, "/ws"), headers=headers)


async def test_files_outside_the_page_are_not_given_out(server: BrowserServer) -> None:
    async with browser() as visitor:
        async with visitor.get(server.address) as page:
            assert page.status == 200
        for path in ("/page/../server.py", "/page/%2e%2e/server.py", "/static/..%2fserver.py"):
            async with visitor.get(place(server, path)) as answer:
                assert answer.status in {403, 404}


def test_a_port_that_is_taken_is_said_with_what_to_do() -> None:
    held = BrowserServer(0)
    with pytest.raises(InputError, match="--port") as refused:
        BrowserServer(held.door.port)
    assert str(held.door.port) in refused.value.message
    held._socket.close()
