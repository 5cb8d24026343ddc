"""Signals: what a request to end a build may interrupt, and what it may not."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from types import FrameType

_ENDING = (signal.SIGINT, signal.SIGTERM)
_IGNORED = signal.SIG_IGN


@dataclass
class Ending:
    """Whether somebody asked the build to end."""

    asked: bool = False

    def heed(self) -> None:
        """Raise KeyboardInterrupt if so; what a signal raised may have been lost in a finaliser."""
        if self.asked:
            raise KeyboardInterrupt


@contextmanager
def terminable() -> Iterator[Ending]:
    """Let SIGINT and SIGTERM raise KeyboardInterrupt in this block, and say that they came.

    What is raised in the midst of an import can arrive as another exception; `asked` does not.
    """
    ending = Ending()

    def interrupt(number: int, frame: FrameType | None) -> None:
        del number, frame
        ending.asked = True
        raise KeyboardInterrupt

    before = {s: signal.signal(s, interrupt) for s in _ENDING if signal.getsignal(s) != _IGNORED}
    try:
        yield ending
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


@contextmanager
def held() -> Iterator[None]:
    """Let signals that end a build wait until this block is left."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _ENDING)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def reset() -> None:
    """Give a forked process the usual signals back."""
    for number in _ENDING:
        signal.signal(number, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, _ENDING)
