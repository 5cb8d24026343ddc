"""Pages while they are written: a save of a chapter writes its page and no other.

The site is written whole once, from the records that are kept, into a folder of its own. Sphinx then
stays, with everything it has read; for each save a forked child reads the one changed file, writes
its page and ends. So a mistake costs nothing, and what the process knows stays as at the start: after
a change of data, code or contents list it says that it must be started again.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from multiprocessing import get_context
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx

from biometrics_china import claims, exhibits, holds, manuscript
from biometrics_china.building import chapters, inputs, pages, signals, site, store
from biometrics_china.building.inputs import Failed, Say

FOLDER = f"{site.BUILT}/preview"
_READ_ONCE = ("data/", "src/", "_toc.yml", "metadata.yml", "references.bib")
_PAUSE = 0.3
_FORK = get_context("fork")
#: what of a chapter's text is read once
_KEPT: tuple[Any, ...] = (
    manuscript.source, manuscript.blocks, exhibits.of_subject, exhibits.labelled, claims.register,
    holds.of_page,
)  # fmt: skip

Saved = dict[str, tuple[int, int]]


def run(root: Path, jobs: int, port: int, say: Say) -> None:
    """Write the site, serve it on a port of this machine, and write pages as they are saved.

    Ends when it is interrupted. Raises Failed if the port cannot be had or if the book as it is
    cannot be built.
    """
    folder = root / FOLDER
    handler = partial(_Quiet, directory=str(folder / "html"))
    try:
        server = ThreadingHTTPServer(("127.0.0.1", port), handler)
    except OSError as error:
        raise Failed(f"--port {port}: {error.strerror}; another one is right") from error
    with server:
        before = _saved(root)
        with site.alone(root, say):
            store.remove(folder)
            chapters.refresh(inputs.book(root), jobs, say)
        say("preview: writing the pages")
        pages.write(root, folder)
        serving = _forked(server.serve_forever)
        try:
            with pages.opened(root, folder, is_fresh=False) as app, suppress(KeyboardInterrupt):
                say(
                    f"preview: http://127.0.0.1:{server.server_port}/ shows what is saved; Ctrl-C ends"
                )
                _watch(app, root, before, say)
        finally:
            serving.kill()


def _watch(app: Sphinx, root: Path, before: Saved, say: Say) -> None:
    while True:
        now = _saved(root)
        for name in sorted(name for name in now if now[name] != before.get(name)):
            if not name.startswith("chapters/"):
                say(
                    f"preview: {name}: is read at the start only; start again to see what it changes"
                )
                continue
            began = time.perf_counter()
            child = _forked(_write, app, root / name)
            child.join()
            how = "" if child.exitcode == 0 else "; not as it should be, see above"
            say(f"preview: {name}: {time.perf_counter() - began:.1f} s{how}")
        before = now
        time.sleep(_PAUSE)


def _saved(root: Path) -> Saved:
    """Return name → time and size of every chapter, and of what is read at the start only."""
    found: Saved = {}
    for path in inputs.sources(root):
        name = path.relative_to(root).as_posix()
        is_page = name.startswith("chapters/") and path.suffix in (".md", ".ipynb")
        if is_page or name.startswith(_READ_ONCE):
            with suppress(FileNotFoundError):  # an editor may be putting a new one in its place
                found[name] = (path.stat().st_mtime_ns, path.stat().st_size)
    return found


def _forked(does: Callable[..., None], *given: object) -> BaseProcess:
    process = _FORK.Process(target=_run, args=(does, *given), daemon=True)
    signals.start(process)
    return process


def _run(does: Callable[..., None], *given: object) -> None:
    signals.reset()
    does(*given)


def _write(app: Sphinx, path: Path) -> None:
    """Read one file and write its page. Exits with 1, after a line for each, if anything is wrong."""
    for kept in _KEPT:
        kept.cache_clear()
    try:
        name, known = app.project.path2doc(str(path)), app.env.all_docs
        if name not in known:
            raise Failed("is not in _toc.yml")
        # this file is to be read whatever its time, and a mistake in another is not looked at
        known |= dict.fromkeys(known, sys.maxsize) | {name: 0}
        app.builder.read()
        app.builder.prepare_writing({name})
        app.builder.write_doc(name, app.env.get_and_resolve_doctree(name, app.builder))
    except Exception as error:
        print(f"{path.name}: {' '.join(str(error).split())}", file=sys.stderr)
        sys.exit(1)
    sys.exit(bool(app._warncount))


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing of each request."""
