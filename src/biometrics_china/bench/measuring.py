"""One run of a tool: seconds, and the peak of the memory that it and its children hold."""

from __future__ import annotations

import html
import os
import platform
import re
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

import psutil

from biometrics_china.building.inputs import Failed


@dataclass(frozen=True)
class Tool:
    """A way to build the chapters: a command in a folder, and what it makes there.

    The pages below `pages` must show the lines `shows`, or the tool did not run the chapters.
    """

    name: str
    version: str
    folder: Path
    command: tuple[str, ...]
    made: tuple[str, ...] = ("_build",)
    pages: str = "_build/html"
    shows: tuple[str, ...] = ()

    def must_show(self) -> None:
        """Raise Failed if a line is on no page."""
        pages = (self.folder / self.pages).rglob("*.html")
        text = "".join(html.unescape(page.read_text(encoding="utf-8")) for page in pages)
        for line in self.shows:
            if line not in text:
                raise Failed(f"{self.name} shows nowhere {line!r}; did it run the chapters?")


def timed(tool: Tool) -> tuple[float, float]:
    """Run a tool; return seconds and the peak of its memory in MiB. Raises Failed if it fails."""
    variables = os.environ | {"PYTHONPATH": str(tool.folder / "src")}
    bin_ = str(Path(tool.command[0]).parent)
    variables["PATH"] = os.pathsep.join([bin_, variables["PATH"]])
    started, peak = time.perf_counter(), 0.0
    with (tool.folder / "log.txt").open("w") as log:
        process = psutil.Popen(
            tool.command, cwd=tool.folder, env=variables, stdout=log, stderr=subprocess.STDOUT
        )
        while process.poll() is None:
            looked = time.perf_counter()
            peak = max(peak, _memory(process))
            # a look takes long where there are many processes; it may cost the run little
            time.sleep(max(0.1, 20 * (time.perf_counter() - looked)))
    if process.returncode:
        said = (tool.folder / "log.txt").read_text(errors="replace").strip().splitlines()
        telling = [line for line in said if re.search("error|failed", line, re.I)] or said[-1:]
        raise Failed(f"{tool.name} failed: {telling[0] if telling else 'without a word'}")
    return time.perf_counter() - started, peak


def _memory(process: psutil.Process) -> float:
    """Return the MiB that a process and its children hold now; shared pages count once."""
    total = 0
    for each in (process, *process.children(recursive=True)):
        try:
            held = each.memory_full_info()
            total += getattr(held, "pss", held.rss)
        except psutil.Error:
            continue
    return total / 2**20


def machine() -> str:
    """Return the class of this machine: cores, processor, system, Python."""
    info = Path("/proc/cpuinfo")
    lines = info.read_text(encoding="utf-8").splitlines() if info.is_file() else []
    model = next((x.partition(": ")[2] for x in lines if x.startswith("model name")), "")
    kind = f"{platform.system()} {platform.machine()}"
    parts = [f"{os.cpu_count()} cores", model.strip(), kind, f"Python {platform.python_version()}"]
    return ", ".join(part for part in parts if part)
