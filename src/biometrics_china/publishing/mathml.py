"""Formulas as MathML, written at build time by docutils' own converter: no script, no request."""

from __future__ import annotations

from html import escape
from typing import Any

from docutils import nodes
from docutils.utils.math import MathError
from docutils.utils.math.latex2mathml import tex2mathml
from sphinx.application import Sphinx
from sphinx.util import logging
from sphinx.util.math import get_node_equation_number
from sphinx.writers.html5 import HTML5Translator

_LOG = logging.getLogger(__name__)


def _formula(node: nodes.Element, *, as_block: bool) -> str:
    """Return a formula as MathML; one that cannot be converted is a warning and stays as text."""
    source = node.astext()
    try:
        return str(tex2mathml(source, as_block=as_block))
    except (MathError, SyntaxError) as error:
        _LOG.warning("formula cannot be shown: %s: %s", source, error, location=node)
        return f"<code>{escape(source)}</code>"


def visit_inline(translator: HTML5Translator, node: nodes.math) -> None:
    """Write a formula within a line."""
    translator.body.append(_formula(node, as_block=False))
    raise nodes.SkipNode


def visit_display(translator: HTML5Translator, node: nodes.math_block) -> None:
    """Write a formula on lines of its own, with its number and anchor if it has one."""
    translator.body.append(translator.starttag(node, "div", CLASS="math-block", tabindex="0"))
    translator.body.append(_formula(node, as_block=True))
    if node.get("number"):
        number = get_node_equation_number(translator, node)
        translator.body.append(f'<span class="math-number">({number})</span>')
    translator.body.append("</div>\n")
    raise nodes.SkipNode


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the renderer under the name ``mathml``."""
    app.add_html_math_renderer("mathml", (visit_inline, None), (visit_display, None))
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
