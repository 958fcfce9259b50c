"""The server: loopback only, nothing for whoever was not let in, nothing from outside."""

import asyncio
import socket
from collections.abc import Awaitable, Callable
from pathlib import Path
from string import Template

import textual_serve
from aiohttp import web

from tracker.errors import InputError
from tracker.serving.door import Door
from tracker.serving.screens import Turns

LOOPBACK = "127.0.0.1"

_PAGE = Path(__file__).with_name("page")
_STATIC = Path(textual_serve.__file__).with_name("static")

#: Only what this server itself sends may run, be drawn or be asked; nothing may frame the page.
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self'; "
    "img-src 'self' data:; connect-src 'self' ws://$host; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'"
)
_HEADERS = {
    "Cache-Control": "no-store",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
_REFUSED = "Nothing is shown here without the address that “tracker serve” printed; it opens once."

_Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class BrowserServer:
    """Serves the screens to one browser on this machine.

    Args:
        port: the port to answer on; 0 for any that is free.

    Raises:
        InputError: when the port is taken.
    """

    def __init__(self, port: int) -> None:
        self._socket = _listen(port)
        self.door = Door(self._socket.getsockname()[1])
        self.address = f"http://{LOOPBACK}:{self.door.port}/?token={self.door.token}"

    def application(self) -> web.Application:
        """Return what answers requests."""
        application = web.Application(middlewares=[self._guard])
        turns = Turns()
        application.add_routes(
            [
                web.get("/", self._page),
                web.get("/ws", turns.take),
                web.static("/page", _PAGE),
                web.static("/static", _STATIC),
            ]
        )

        async def end(_: web.Application) -> None:
            await turns.end()

        application.on_shutdown.append(end)
        return application

    def run(self) -> None:
        """Answer until the process is interrupted or told to end."""
        web.run_app(
            self.application(),
            sock=self._socket,
            print=None,
            access_log=None,  # it would keep the token
            shutdown_timeout=1,
            loop=asyncio.new_event_loop(),
        )

    @web.middleware
    async def _guard(self, request: web.Request, handler: _Handler) -> web.StreamResponse:
        """Refuse whoever was not let in, and say of every answer what it may do."""
        if not self.door.is_ours(request.host, request.headers.get("Origin")):
            return _told(_REFUSED, 403)
        if request.path == "/" and (key := self.door.enter(request.query.get("token", ""))):
            welcome = web.HTTPSeeOther("/")
            welcome.set_cookie(self.door.cookie, key, httponly=True, samesite="Strict", path="/")
            raise welcome
        if not self.door.knows(request.cookies.get(self.door.cookie, "")):
            return _told(_REFUSED, 403)
        answer = await handler(request)
        if not answer.prepared:
            answer.headers.update(_HEADERS)
            answer.headers["Content-Security-Policy"] = Template(_POLICY).substitute(
                host=request.host
            )
        return answer

    async def _page(self, request: web.Request) -> web.Response:
        page = Template((_PAGE / "index.html").read_text("utf-8"))
        return web.Response(
            text=page.substitute(address=f"ws://{request.host}/ws"), content_type="text/html"
        )


def serve_screens(port: int, tell: Callable[[str], None]) -> None:
    """Serve the screens until interrupted; ``tell`` is given the address, once.

    Raises:
        InputError: when the port is taken.
    """
    server = BrowserServer(port)
    tell(server.address)
    server.run()


def _listen(port: int) -> socket.socket:
    try:
        return socket.create_server((LOOPBACK, port))
    except OSError as error:
        raise InputError(
            f"Port {port} of this machine cannot be used: {error.strerror or error}.",
            "Name another with --port, or any free one with --port 0.",
        ) from None


def _told(sentence: str, status: int) -> web.Response:
    return web.Response(text=f"{sentence}\n", status=status, headers=_HEADERS)
