"""Lines of code as HTML: coloured as on the pages of the analysis, its names linked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pygments.lexers.python import PythonLexer
from pygments.token import STANDARD_TYPES

from biometrics_china.publishing.code.reading import Position
from biometrics_china.publishing.markup import link, tag, text

#: short names of kinds of tokens that have a colour in the stylesheet; all others are plain
_COLOURED = {"k", "kc", "kd", "kn", "kr", "ow", "s", "s1", "s2", "sa", "sd", "se", "si", "nd"}
_COLOURED |= {"m", "mf", "mi", "c", "c1", "cm", "nf", "nc"}
#: kinds that look alike → the one that is written
_ALIKE = dict.fromkeys(("s", "s1", "sa", "se", "si"), "s2") | {"mf": "mi", "kn": "k", "kc": "k"}
_LEXER = PythonLexer()


def html(
    code: str, line: int, links: Mapping[Position, str], anchors: Mapping[Position, str]
) -> str:
    """Return whole lines of code, which begin at the given line of their file, in a block.

    `links` are addresses and `anchors` ids of words, by the place of the word in the file.
    """
    written, kind, held = [], "", ""
    for position, said, is_of in _words(code, line):
        address = links.get(position) if is_of != "s2" else None
        if address or position in anchors:
            word = link(address, text(said)) if address else text(said)
            word = tag("span", word, id=anchors[position]) if position in anchors else word
            written += [_coloured(held, kind), _coloured(word, is_of, is_html=True)]
            kind, held = "", ""
            continue
        if is_of != kind and not said.isspace():
            written.append(_coloured(held, kind))
            kind, held = is_of, ""
        held += said
    written.append(_coloured(held, kind))
    return tag("div", tag("pre", "".join(written)), class_="highlight")


def _coloured(held: str, kind: str, *, is_html: bool = False) -> str:
    html = held if is_html else text(held)
    return f'<span class="{kind}">{html}</span>' if held and kind else html


def _words(code: str, line: int) -> Iterator[tuple[Position, str, str]]:
    """Yield place, text and kind of each token."""
    column = 0
    for _, token, said in _LEXER.get_tokens_unprocessed(code):
        short = STANDARD_TYPES.get(token, "")
        short = _ALIKE.get(short, short)
        yield (line, column), said, short if short in _COLOURED else ""
        line += said.count("\n")
        column = len(said) - said.rfind("\n") - 1 if "\n" in said else column + len(said)
