"""Pages while they are written: a save of a chapter writes its page and no other.

The site is written whole once, from the records that are kept, into a folder of its own. Sphinx then
stays, with everything it has read; for each save a forked child reads the one changed file, writes
its page and ends. So a mistake costs nothing, and what the process knows stays as at the start: after
a change of data, code or contents list, start it again.
"""

from __future__ import annotations

import shutil
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from multiprocessing import get_context
from multiprocessing.process import BaseProcess
from pathlib import Path

from sphinx.application import Sphinx

from biometrics_china import claims, exhibits, manuscript
from biometrics_china.building import chapters, inputs, pages, signals, site, storing
from biometrics_china.building.inputs import Failed, Say

FOLDER = f"{site.BUILT}/preview"
_PAUSE = 0.3
_FORK = get_context("fork")

Saved = dict[Path, tuple[int, int]]


def run(root: Path, jobs: int, port: int, say: Say) -> None:
    """Write the site, serve it on a port of this machine, and write pages as they are saved.

    Ends when it is interrupted. Raises OSError if the port is taken and Failed if the book as it is
    cannot be built.
    """
    folder = root / FOLDER
    handler = partial(_Quiet, directory=str(folder / "html"))
    with ThreadingHTTPServer(("127.0.0.1", port), handler) as server:
        shutil.rmtree(folder, ignore_errors=True)
        before = _saved(root)
        with site.alone(root, say):
            book = inputs.book(root)
            storing.hand_over(chapters.refresh(book, jobs, say))
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
        for path in sorted(path for path in now if now[path] != before.get(path)):
            began = time.perf_counter()
            child = _forked(_write, app, path)
            child.join()
            name = path.relative_to(root).as_posix()
            how = "" if child.exitcode == 0 else "; not as it should be, see above"
            say(f"preview: {name}: {time.perf_counter() - began:.1f} s{how}")
        before = now
        time.sleep(_PAUSE)


def _saved(root: Path) -> Saved:
    """Return path → time and size of every chapter and page."""
    found: Saved = {}
    for path in (root / "chapters").rglob("*"):
        if path.suffix in (".md", ".ipynb") and ".ipynb_checkpoints" not in path.parts:
            try:
                found[path] = (path.stat().st_mtime_ns, path.stat().st_size)
            except FileNotFoundError:
                continue  # an editor is about to put the new one in its place
    return found


def _forked(does: Callable[..., None], *given: object) -> BaseProcess:
    process = _FORK.Process(target=_run, args=(does, *given), daemon=True)
    process.start()
    return process


def _run(does: Callable[..., None], *given: object) -> None:
    signals.reset()
    does(*given)


def _write(app: Sphinx, path: Path) -> None:
    """Read one file and write its page. Exits with 1, after a line for each, if anything is wrong."""
    for kept in (manuscript.source, manuscript.blocks, exhibits.of_subject, exhibits.labelled):
        kept.cache_clear()
    claims.register.cache_clear()
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
