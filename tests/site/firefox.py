"""Firefox, driven over a socket by its own protocol, Marionette: no driver, no library.

A message is its length in bytes, a colon, and JSON: ``[0, id, command, parameters]`` asks,
``[1, id, error, result]`` answers (firefox-source-docs, "Marionette protocol").
"""

from __future__ import annotations

import base64
import json
import shutil
import socket
import subprocess
import tempfile
import time
from pathlib import Path
from typing import Any

#: settings of the profile; downloads go to a folder without a question, nothing calls home
_PREFS = {
    "marionette.port": 0,
    "browser.download.folderList": 2,
    "browser.download.dir": "",
    "browser.download.useDownloadDir": True,
    "browser.download.alwaysOpenPanel": False,
    "browser.shell.checkDefaultBrowser": False,
    "browser.startup.page": 0,
    "app.update.enabled": False,
    "app.normandy.enabled": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "toolkit.telemetry.reportingpolicy.firstRun": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "browser.safebrowsing.downloads.enabled": False,
    "browser.safebrowsing.malware.enabled": False,
    "browser.safebrowsing.phishing.enabled": False,
}
_ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
ENTER = "\ue007"
SECONDS = 30


def program() -> str:
    """Return the path of the browser. Raises FileNotFoundError, with what to install."""
    found = next((path for n in ("firefox-esr", "firefox") if (path := shutil.which(n))), None)
    if not found:
        raise FileNotFoundError("no Firefox found: apt-get install firefox-esr")
    return found


class Firefox:
    """One window of Firefox with a profile of its own, which `close` removes."""

    def __init__(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="firefox-"))
        (self.folder / "taken").mkdir()
        prefs = _PREFS | {"browser.download.dir": str(self.folder / "taken")}
        lines = (f"user_pref({json.dumps(k)}, {json.dumps(v)});\n" for k, v in prefs.items())
        (self.folder / "user.js").write_text("".join(lines), encoding="utf-8")
        command = [program(), "--headless", "--marionette", "--no-remote"]
        self._process = subprocess.Popen(
            [*command, "--profile", str(self.folder)],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        self._socket = socket.create_connection(("127.0.0.1", self._port()), SECONDS)
        self._last = 0
        self._received()
        self.ask("WebDriver:NewSession", {"capabilities": {"alwaysMatch": {}}})
        self.ask("WebDriver:SetTimeouts", {"script": 1000 * SECONDS, "implicit": 1000 * SECONDS})

    def _port(self) -> int:
        """Return the port that the browser has chosen, as it writes it into its profile."""
        path = self.folder / "MarionetteActivePort"
        for _ in range(10 * SECONDS):
            if path.is_file() and (text := path.read_text()).strip():
                return int(text)
            time.sleep(0.1)
        raise TimeoutError("Firefox did not open its port")

    def _received(self) -> Any:
        size = b""
        while not size.endswith(b":"):
            size += self._socket.recv(1)
        data = b""
        while len(data) < int(size[:-1]):
            data += self._socket.recv(int(size[:-1]) - len(data))
        return json.loads(data)

    def ask(self, command: str, given: dict[str, Any]) -> Any:
        """Return the result of a command. Raises RuntimeError with what Firefox says is wrong."""
        self._last += 1
        message = json.dumps([0, self._last, command, given]).encode()
        self._socket.sendall(str(len(message)).encode() + b":" + message)
        _, _, error, result = self._received()
        if error:
            raise RuntimeError(f"{command}: {error['error']}: {error['message']}")
        return result.get("value", result) if isinstance(result, dict) else result

    def open(self, address: str) -> None:
        """Go to a page and wait until it is loaded; also where only what follows `#` is new."""
        self.ask("WebDriver:Navigate", {"url": "about:blank"})
        self.ask("WebDriver:Navigate", {"url": address})

    def run(self, script: str, *given: Any) -> Any:
        """Return what the body of a function returns in the page; a promise is waited for."""
        return self.ask("WebDriver:ExecuteScript", {"script": script, "args": list(given)})

    def find(self, css: str) -> str:
        """Return the reference of the first element for a selector, once it is there."""
        found = self.ask("WebDriver:FindElement", {"using": "css selector", "value": css})
        return str(found[_ELEMENT])

    def type(self, css: str, text: str) -> None:
        """Type into an element, or give a field for files the path of one."""
        self.ask("WebDriver:ElementSendKeys", {"id": self.find(css), "text": text})

    def text(self, css: str) -> str:
        """Return the seen text of an element."""
        return str(self.ask("WebDriver:GetElementText", {"id": self.find(css)}))

    def wait(self, condition: str) -> None:
        """Wait until an expression is true in the page. Raises TimeoutError."""
        for _ in range(20 * SECONDS):
            if self.run(f"return Boolean({condition})"):
                return
            time.sleep(0.05)
        raise TimeoutError(condition)

    def printed(self) -> bytes:
        """Return the page as the printer gets it, as PDF on A4."""
        size = {"width": 21.0, "height": 29.7}
        return base64.b64decode(self.ask("WebDriver:Print", {"page": size, "background": True}))

    def taken(self, ending: str) -> Path:
        """Return the file that was saved from the page, once it is whole."""
        for _ in range(20 * SECONDS):
            found = list((self.folder / "taken").glob(f"*{ending}"))
            if found and not list((self.folder / "taken").glob("*.part")):
                return found[0]
            time.sleep(0.05)
        raise TimeoutError(f"no file {ending} was saved")

    def close(self) -> None:
        """End this browser and remove its profile."""
        self._socket.close()
        self._process.terminate()
        self._process.wait(SECONDS)
        shutil.rmtree(self.folder, ignore_errors=True)
