"""The program run for a browser, one at a time."""

import asyncio
import shlex
import sys
from contextlib import suppress
from typing import Any

from aiohttp import WSMsgType, web
from textual_serve.app_service import AppService
from textual_serve.download_manager import DownloadManager

#: Seconds that the screens of a page left behind get to close the database in good order.
_PATIENCE = 10

_COMMAND = shlex.join([sys.executable, "-m", "tracker"])


class _Screens(AppService):
    """The program behind one page; the page is told when it has ended, however it ended."""

    async def run(self) -> None:
        """Carry what the program writes to the page until the program ends, and reap it."""
        await super().run()
        if self._process is not None:
            await self._process.wait()
        await self.remote_close()


class Turns:
    """Gives the screens to the page opened last.

    A database file has one writer: the page before gives it back before the next one opens it, so
    that reloading a page, or opening it in another window, goes on where one was.
    """

    def __init__(self) -> None:
        self._live: asyncio.Task[Any] | None = None
        self._turn = asyncio.Lock()

    async def take(self, request: web.Request) -> web.WebSocketResponse:
        """Run the screens for a page until it is closed or another one takes over."""
        socket = web.WebSocketResponse(heartbeat=15)
        await socket.prepare(request)

        async def close() -> None:
            await socket.close()

        async with self._turn:
            await self._end_live()
            screens = _Screens(
                _COMMAND,
                write_bytes=socket.send_bytes,
                write_str=socket.send_str,
                close=close,
                download_manager=DownloadManager(),
            )
            await screens.start(_cells(request, "width", 80), _cells(request, "height", 24))
            self._live = asyncio.current_task()
        try:
            await _carry(socket, screens)
        except asyncio.CancelledError:
            await socket.close(message=b"opened elsewhere")
        finally:
            await screens.stop()
        return socket

    async def end(self) -> None:
        """End the screens that are open, if any."""
        async with self._turn:
            await self._end_live()

    async def _end_live(self) -> None:
        live, self._live = self._live, None
        if live is not None and not live.done():
            live.cancel()
            await asyncio.wait({live}, timeout=_PATIENCE)


async def _carry(socket: web.WebSocketResponse, screens: AppService) -> None:
    """Hand what the page sends to the program, until the page is closed."""
    async for message in socket:
        if message.type is not WSMsgType.TEXT:
            continue
        with suppress(ValueError, LookupError, TypeError):
            await _hand_on(socket, screens, message.json())


async def _hand_on(socket: web.WebSocketResponse, screens: AppService, said: Any) -> None:
    """Hand one message of the page on.

    Raises:
        ValueError, LookupError, TypeError: when it is not as pages send it.
    """
    kind = said[0]
    if kind == "stdin":
        await screens.send_bytes(str(said[1]).encode("utf-8", "replace"))
    elif kind == "resize":
        await screens.set_terminal_size(int(said[1]["width"]), int(said[1]["height"]))
    elif kind == "ping":
        await socket.send_json(["pong", said[1]])
    elif kind == "focus":
        await screens.focus()
    elif kind == "blur":
        await screens.blur()


def _cells(request: web.Request, name: str, usual: int) -> int:
    """Return a size that the page gave, held to what a screen can be."""
    written = request.query.get(name, "")
    return min(max(int(written), 20), 1000) if written.isdecimal() else usual
