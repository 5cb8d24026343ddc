"""What makes a page one of several languages: tags of language, links of its head, the way through.

A translation is left by its switch; pages before and after it in the book pass it over.
"""

from __future__ import annotations

import re
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx

from biometrics_china.publishing import languages
from biometrics_china.publishing.translations import pages

#: parts of a page that are made in English in every language
_ENGLISH = re.compile(r'<details (class="(?:rests|passport cite)".*?</details>)', re.DOTALL)
_CHINESE = "\u3001-\u3011\u4e00-\u9fff\uff01-\uff60“”"
_BLANK = re.compile(rf"(?<=[{_CHINESE}]) (?=[{_CHINESE}])")
_TEXT = re.compile(r"(?<=>)[^<>]+(?=<)")
#: the end of a line of a source, which would be a blank between two characters
_ENDS = (
    re.compile(rf"(?<=[{_CHINESE}])\s*\n\s*"),
    re.compile(rf"(</a>)\s*\n\s*(?=[{_CHINESE}])"),
)


def fill_page(
    app: Sphinx,
    pagename: str,
    _template: str,
    context: dict[str, Any],
    _tree: nodes.document | None,
) -> None:
    """Put languages into head and body of a page that has translations, and mend its neighbours."""
    if app.builder.name != "html":
        return
    _pass_over(app, pagename, context)
    if not pages.versions(pagename):
        return
    links = pages.alternates(pagename, app.config.html_baseurl or "")
    context["metatags"] = "\n".join([context.get("metatags", ""), *links])
    if pages.is_translation(pagename):
        language = pages.language(pagename).tag
        context["page_language"] = language
        spoken = '<meta name="citation_language" content="'
        tags = context["metatags"].replace(f"{spoken}en", f"{spoken}{language}")
        context["metatags"] = _BLANK.sub("", tags)
        body = mended(context["body"], language)
        context["body"] = with_english(body)


def mended(body: str, language: str) -> str:
    r"""Return a body with the blanks of its language.

    An end of a line leaves none between Chinese characters; in French no line breaks before a mark
    that has a blank before it, or within quotation marks.

    >>> mended("<p>人脸\n<a>1</a>\n个 a\nb</p>", "zh-Hans")
    '<p>人脸<a>1</a>个 a\nb</p>'
    >>> mended("<p title='a ;'><b>loi</b> : « oui »</p>", "fr")
    "<p title='a ;'><b>loi</b>\xa0: «\xa0oui\xa0»</p>"
    """
    if language.startswith("zh"):
        first, second = _ENDS
        return second.sub(r"\1", first.sub("", body))
    if language == "fr":
        return _TEXT.sub(lambda words: _spaced(words[0]), body)
    return body


def with_english(body: str) -> str:
    """Return a body whose parts in English say so, and what is Chinese in these."""
    return _ENGLISH.sub(lambda part: languages.mark(f'<details lang="en" {part[1]}'), body)


def _spaced(words: str) -> str:
    wide = re.sub("(?<=«)[ \n]|[ \n](?=[»:])", "\u00a0", words)
    return re.sub("[ \n](?=[;?!])", "\u202f", wide)


def _pass_over(app: Sphinx, pagename: str, context: dict[str, Any]) -> None:
    """Let the page before or after lead past translations, and leave out both on those."""
    found: dict[str, list[str | None]] = getattr(app.builder, "relations", {})
    for side, place in (("prev", 1), ("next", 2)):
        if pages.is_translation(pagename):
            context[side] = None
        elif context.get(side) and pagename in found:
            other = found[pagename][place]
            while other and pages.is_translation(other):
                other = found[other][place]
            if other != found[pagename][place]:
                context[side] = _beside(app, pagename, other) if other else None


def _beside(app: Sphinx, pagename: str, other: str) -> dict[str, str]:
    address = app.builder.get_relative_uri(pagename, other)
    return {"link": address, "title": app.env.titles[other].astext()}


def fill_contents(
    app: Sphinx,
    pagename: str,
    _template: str,
    context: dict[str, Any],
    _tree: nodes.document | None,
) -> None:
    """Let titles of translations carry their language in the contents list of a page."""
    if app.builder.name == "html":
        context["contents_nav"] = with_languages(context.get("contents_nav", ""), pagename)


def with_languages(contents: str, page: str) -> str:
    """Return a contents list in which links to translations say their language.

    On such a page itself, these are the link to the page and those to its sections.
    """
    for others in pages.TRANSLATED.values():
        for name in others:
            spoken = f' lang="{pages.language(name).tag}"'
            contents = contents.replace(f'{name}.html">', f'{name}.html"{spoken}>')
    if pages.is_translation(page):
        own = f'lang="{pages.language(page).tag}" href="#'
        contents = contents.replace('href="#', own)
    return contents


def setup(app: Sphinx) -> None:
    """Register the steps with Sphinx: after pages can be cited, and around filling the frame."""
    app.connect("html-page-context", fill_page, priority=870)
    app.connect("html-page-context", fill_contents, priority=910)
