"""A request to end comes to one line and status 1, at whatever moment it comes."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from scratch_book import ROOT

_COMMAND = """
import atexit, os, runpy, signal, sys
from biometrics_china.building import command, signals
signal.signal(signal.SIGINT, signal.SIG_DFL)  # what a shell starts in the background ignores it
def ask():
    os.kill(os.getpid(), NUMBER)
def run(_):
    WORK
    return 0
command._build = run
sys.argv = ["biometrics_china", "build"]
runpy.run_module("biometrics_china", run_name="__main__")
"""
STOPPED = (1, "interrupted\n")
MOMENTS = {
    "in work": ("ask()", STOPPED),
    # where KeyboardInterrupt itself would pass, Python would end with status -2
    "in code that is compiled from a text, as in dataclasses": (
        "exec('ask()', globals())",
        STOPPED,
    ),
    "lost in a finaliser": (
        "class Lost:\n        __del__ = lambda self: ask()\n    sys.unraisablehook = id\n"
        "    Lost()\n    signals.heed()",
        STOPPED,
    ),
    "as another error, as in an import": (
        "try:\n        ask()\n    except BaseException:\n        raise ImportError",
        STOPPED,
    ),
    "twice": ("try:\n        ask()\n    finally:\n        ask()", STOPPED),
    "while it is said that it came": (
        "class Err:\n        flush = close = lambda _: None\n"
        "        write = lambda _, text: (ask(), os.write(2, text.encode()))\n"
        "    sys.stderr = Err()\n    ask()",
        STOPPED,
    ),
    "after the work": ("atexit.register(ask)", (0, "")),
    "after work that was stopped": ("atexit.register(ask)\n    ask()", STOPPED),
}


@pytest.mark.parametrize("number", ["signal.SIGINT", "signal.SIGTERM"])
@pytest.mark.parametrize("moment", MOMENTS)
def test_a_request_to_end_is_one_line_and_a_status(tmp_path, moment, number):
    work, expected = MOMENTS[moment]
    code = _COMMAND.replace("NUMBER", number).replace("WORK", work)
    (tmp_path / "asked.py").write_text(code, encoding="utf-8")
    # as a module, which Python ends in another way than code of its command line
    path = os.pathsep.join([str(tmp_path), str(ROOT / "src")])
    done = subprocess.run(
        [sys.executable, "-m", "asked"],
        env=os.environ | {"PYTHONPATH": path}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == expected
