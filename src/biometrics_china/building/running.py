"""Running a notebook without a kernel: its cells, one after the other, in this process.

What a cell shows is formatted as a kernel would format it, by IPython; that a kernel gives the same
is tested with nbval. Pictures are left out: a notebook stores the digest of a drawing.
"""

from __future__ import annotations

import ast
import io
from contextlib import redirect_stdout
from pathlib import Path
from typing import Any

import nbformat
from IPython.core.formatters import DisplayFormatter

from biometrics_china.publishing.notebooks import Outputs

#: forms of an output that are seen in a living notebook and are not stored
UNSTORED = ("image/png", "image/svg+xml", "text/html")


class CellFailed(RuntimeError):
    """A cell raised; the message names notebook, cell and error in one line."""


def outputs(path: Path) -> Outputs:
    """Return the outputs of each code cell of a notebook, as they are to be stored.

    Raises CellFailed for the first cell that raises.
    """
    formatter, names = DisplayFormatter(), {"__name__": "__main__"}
    found: Outputs = []
    for cell in nbformat.read(path, as_version=4).cells:
        if cell.cell_type == "code":
            number = len(found) + 1
            printed = io.StringIO()
            try:
                with redirect_stdout(printed):
                    value = _run(cell.source, names)
                if printed.getvalue() or cell.source.rstrip().endswith(";"):
                    raise ValueError(
                        "prints, or ends in a semicolon; an expression at its end is right"
                    )
            except (Exception, SystemExit) as error:
                said = " ".join(f"{type(error).__name__}: {error}".split())
                raise CellFailed(f"analysis/{path.name}: cell {number}: {said}") from error
            found.append([] if value is None else [_output(value, number, formatter)])
    return found


def _run(source: str, names: dict[str, Any]) -> object:
    """Execute the statements of a cell and return the value of a last expression, else None."""
    tree = ast.parse(source)
    *_, last = [None, *tree.body]
    if not isinstance(last, ast.Expr):
        exec(compile(tree, "<cell>", "exec"), names)
        return None
    exec(compile(ast.Module(tree.body[:-1], []), "<cell>", "exec"), names)
    value: object = eval(compile(ast.Expression(last.value), "<cell>", "eval"), names)
    return value


def _output(value: object, number: int, formatter: DisplayFormatter) -> dict[str, Any]:
    data, metadata = formatter.format(value)
    kept = {form: content for form, content in data.items() if form not in UNSTORED}
    output = nbformat.v4.new_output(
        "execute_result", kept, execution_count=number, metadata=metadata
    )
    return dict(output)
