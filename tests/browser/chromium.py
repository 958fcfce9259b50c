"""Chromium without a window, driven over its debugging pipe: no port, no network, no home folder.

The protocol: https://chromedevtools.github.io/devtools-protocol/; messages are JSON and end in NUL.
"""

import base64
import json
import os
import shutil
import subprocess
from pathlib import Path
from types import TracebackType
from typing import Any

Message = dict[str, Any]
PROGRAM = shutil.which("chromium") or shutil.which("google-chrome")


class Chromium:
    """One browser with one page.

    Attributes:
        events: what the page reported since it was opened, in order.
    """

    def __init__(self, folder: Path) -> None:
        assert PROGRAM
        read_ours, write_theirs = os.pipe()
        read_theirs, write_ours = os.pipe()
        flags = [
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--hide-scrollbars",
            "--remote-debugging-pipe",
            "--no-first-run",
            "--disable-extensions",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
        ]
        # Chromium reads commands at descriptor 3 and answers at 4.
        script = f'exec 3<&{read_theirs} 4>&{write_theirs}; exec "$0" "$@"'
        self._process = subprocess.Popen(
            ["bash", "-c", script, PROGRAM, *flags, "--host-resolver-rules=MAP * ~NOTFOUND",
             f"--user-data-dir={folder}", "about:blank"],
            pass_fds=(read_theirs, write_theirs),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env={"PATH": os.environ["PATH"], "HOME": str(folder), "LANG": "C.UTF-8"},
        )  # fmt: skip
        os.close(read_theirs)
        os.close(write_theirs)
        self._in, self._out = os.fdopen(read_ours, "rb"), os.fdopen(write_ours, "wb")
        self._number = 0
        self._session: str | None = None
        self.events: list[Message] = []
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.call("Target.attachToTarget", targetId=target, flatten=True)[
            "sessionId"
        ]
        for domain in ("Page", "Runtime", "Log", "Network", "Accessibility"):
            self.call(f"{domain}.enable")

    def __enter__(self) -> "Chromium":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._process.terminate()
        self._process.wait()
        self._in.close()
        self._out.close()

    def call(self, method: str, **parameters: object) -> Message:
        """Return the answer to a command; what the page reports meanwhile is kept."""
        self._number += 1
        number = self._number
        message: Message = {"id": number, "method": method, "params": parameters}
        if self._session:
            message["sessionId"] = self._session
        self._out.write(json.dumps(message).encode() + b"\0")
        self._out.flush()
        while True:
            answer = self._read()
            if answer.get("id") == number:
                assert "error" not in answer, answer
                return dict(answer["result"])
            self.events.append(answer)

    def _read(self) -> Message:
        raw = bytearray()
        while (byte := self._in.read(1)) != b"\0":
            assert byte, "Chromium ended."
            raw += byte
        return dict(json.loads(raw))

    def open(self, path: Path, *, width: int = 900, height: int = 1200) -> None:
        """Open a file and wait until all of it is there."""
        self.events.clear()
        self.call(
            "Emulation.setDeviceMetricsOverride",
            width=width, height=height, deviceScaleFactor=1, mobile=False,
        )  # fmt: skip
        self.call("Page.navigate", url=path.as_uri())
        while not any(event["method"] == "Page.loadEventFired" for event in self.events):
            self.events.append(self._read())

    def evaluate(self, expression: str) -> Any:
        """Return what a JavaScript expression gives."""
        answer = self.call("Runtime.evaluate", expression=expression, returnByValue=True)
        assert "exceptionDetails" not in answer, answer
        return answer["result"].get("value")

    def prefer(self, scheme: str) -> None:
        """Have the page believe that the person prefers ``light`` or ``dark``."""
        self.call(
            "Emulation.setEmulatedMedia",
            features=[{"name": "prefers-color-scheme", "value": scheme}],
        )

    def picture(self) -> bytes:
        """Return what the window shows as PNG."""
        return base64.b64decode(self.call("Page.captureScreenshot", format="png")["data"])

    def printed(self) -> bytes:
        """Return the page printed to PDF."""
        answer = self.call("Page.printToPDF", printBackground=False, preferCSSPageSize=True)
        return base64.b64decode(answer["data"])

    def requests(self) -> list[str]:
        """Return the addresses that the page asked for."""
        return [
            event["params"]["request"]["url"]
            for event in self.events
            if event["method"] == "Network.requestWillBeSent"
        ]

    def complaints(self) -> list[Message]:
        """Return what was written to the console and what went wrong."""
        noisy = {"Runtime.consoleAPICalled", "Runtime.exceptionThrown", "Log.entryAdded"}
        return [event for event in self.events if event["method"] in noisy]
