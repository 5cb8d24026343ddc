"""A kernel for each chapter, forked from a process that has imported what all of them need.

Starting Python, importing pandas and checking the data costs each chapter more than its own work.
So the kernels are forked before anything runs, from a process that did these once, and each waits
until a chapter is given to it. A forked kernel is as fresh as a started one: nothing of a subject is
imported yet. Where forking is not safe (macOS), the kernels are started one by one.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from ipykernel.kernelapp import IPKernelApp
from jupyter_client.manager import AsyncKernelManager
from jupyter_client.provisioning.local_provisioner import LocalProvisioner

from biometrics_china.building import keeping, signals

#: whether kernels are forked
FORKS = os.environ.get("BIOMETRICS_CHINA_FORKS", str(int(sys.platform == "linux"))) == "1"

_LIBRARIES = (
    "matplotlib.backends.backend_agg",
    "matplotlib.backends.backend_svg",
    "scipy.stats",
    "statsmodels.stats.proportion",
)


class Kernel:
    """A waiting process, with the methods of `subprocess.Popen` that jupyter_client calls."""

    stdin = stdout = stderr = None

    def __init__(self, root: Path) -> None:
        context = get_context("fork") if FORKS else get_context("spawn")
        self._ours, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(theirs, root), daemon=True)
        self._process.start()
        self.pid: int = self._process.pid or 0

    def begin(self, connection_file: str) -> None:
        """Let the process become the kernel of this connection."""
        self._ours.send(connection_file)

    def poll(self) -> int | None:
        """Return the exit status, None while the process lives."""
        status: int | None = self._process.exitcode
        return status

    def wait(self) -> int | None:
        """Wait for the end and return the exit status."""
        self._process.join()
        return self.poll()

    def send_signal(self, number: int) -> None:
        """Send a signal to the process, if it lives."""
        if self._process.is_alive():
            os.kill(self.pid, number)

    def kill(self) -> None:
        """End the process at once."""
        self._process.kill()

    terminate = kill


class Provisioner(LocalProvisioner):
    """Hands a waiting process to jupyter_client, in place of starting one."""

    waiting: Kernel
    connection_file: str

    async def launch_kernel(self, cmd: list[str], **kwargs: Any) -> Any:
        """Let the waiting process become the kernel, and return how to connect to it."""
        del cmd, kwargs
        self.process: Any = self.waiting
        self.process.begin(self.connection_file)
        self.pid = self.process.pid
        return self.connection_info


def import_what_most_chapters_need() -> None:
    """Import libraries here, so that not each kernel does; no module of a subject is among them."""
    for name in _LIBRARIES:
        import_module(name)


@contextmanager
def waiting(count: int, root: Path) -> Iterator[list[AsyncKernelManager]]:
    """Yield managers of `count` kernels that wait for a notebook; end all kernels afterwards.

    To be entered before this process has threads or sockets.
    """
    with signals.held():  # an exception while forking could leave a lock of Python's held for ever
        kernels = [Kernel(root) for _ in range(count)]
    with tempfile.TemporaryDirectory(prefix="book") as folder:
        try:
            yield [_manager(k, f"{folder}/{place}.json") for place, k in enumerate(kernels)]
        finally:
            for kernel in kernels:
                kernel.kill()


def _manager(kernel: Kernel, connection_file: str) -> AsyncKernelManager:
    manager = AsyncKernelManager(transport="ipc", connection_file=connection_file)
    provisioner = Provisioner(parent=manager, kernel_spec=manager.kernel_spec)
    provisioner.waiting, provisioner.connection_file = kernel, connection_file
    manager.provisioner = provisioner
    return manager


def must_live(manager: AsyncKernelManager) -> None:
    """Raise RuntimeError if a kernel has ended; to ask it would take seconds."""
    provisioner = manager.provisioner
    assert isinstance(provisioner, Provisioner)
    if provisioner.waiting.poll() is not None:
        raise RuntimeError("the kernel has ended")


def _serve(orders: Connection, root: Path) -> None:
    """Wait for a connection file, then be its kernel; end with the process that forked this one."""
    signals.reset()
    parent = os.getppid()
    while not orders.poll(1):
        if os.getppid() != parent:  # the pipe does not tell: other kernels hold its end too
            sys.exit()
    connection_file = orders.recv()
    os.chdir(root / "chapters")
    keeping.watch(root)
    home = Path(connection_file).with_suffix("")  # not the user's, whose settings are not ours
    home.mkdir()
    options = [f"--ipython-dir={home}", "--HistoryManager.hist_file=:memory:", "--log-level=40"]
    options.append(f"--IPKernelApp.parent_handle={parent}")
    IPKernelApp.launch_instance(["-f", connection_file, *options])
