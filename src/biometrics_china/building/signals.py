"""Signals: what a request to end may interrupt, and what it may not."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.process import BaseProcess
from types import FrameType

_ENDING = (signal.SIGINT, signal.SIGTERM)
#: the first request to end that came, if any; what it raised may have been lost in a finaliser
_came: list[int] = []


class Interrupted(KeyboardInterrupt):
    """Somebody asked the work to end.

    A class of its own: where KeyboardInterrupt itself passes through ``exec`` of a text, Python ends
    as if killed by SIGINT (status -2), even if it was caught.
    """

    def __init__(self, said: str = "interrupted") -> None:
        super().__init__(said)


def came() -> bool:
    """Return whether somebody asked the work that is `terminable` to end."""
    return bool(_came)


def heed() -> None:
    """Raise Interrupted if somebody asked the work to end."""
    if came():
        raise Interrupted


def _interrupt(number: int, frame: FrameType | None) -> None:
    del frame
    if not came():  # a second request would disturb what cleans up after the first
        _came.append(number)
        raise Interrupted


@contextmanager
def terminable() -> Iterator[None]:
    """Let the first SIGINT or SIGTERM raise Interrupted in this block, though they be held outside.

    What is raised in the midst of an import can arrive as another exception; it leaves as the first.
    """
    before = {s: h for s in _ENDING if (h := signal.getsignal(s)) != signal.SIG_IGN}
    mask = signal.pthread_sigmask(signal.SIG_BLOCK, ())
    try:
        for number in before:
            signal.signal(number, _interrupt)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, _ENDING)
        yield
    except Exception as error:
        if came():
            raise Interrupted from error
        raise
    finally:
        try:
            signal.pthread_sigmask(signal.SIG_SETMASK, mask)
        finally:
            _came.clear()
            for number, handler in before.items():
                signal.signal(number, handler)


def hold() -> None:
    """Let requests to end wait from now on, but where the work is `terminable`."""
    signal.pthread_sigmask(signal.SIG_BLOCK, _ENDING)


@contextmanager
def held() -> Iterator[None]:
    """Let requests to end wait until this block is left."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _ENDING)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def start(process: BaseProcess) -> None:
    """Start a process that calls `reset`; an exception in between could leave a lock held for ever."""
    with held():
        process.start()


def reset() -> None:
    """Give a forked process the usual signals back; an interruption is for the one that forked it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, _ENDING)
