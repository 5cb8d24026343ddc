"""Words in Chinese and Japanese carry their language, once, and nothing else of a page changes."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from biometrics_china.publishing.languages import mark


def zh(words: str) -> str:
    return f'<span lang="zh">{words}</span>'


@pytest.mark.parametrize(
    ("html", "marked"),
    [
        ("<h1>国防科技大学</h1>", f"<h1>{zh('国防科技大学')}</h1>"),
        ("the law 《个人信息保护法》 of 2021", f"the law {zh('《个人信息保护法》')} of 2021"),
        ("<b>找回4142起，已</b>", f"<b>{zh('找回4142起，已')}</b>"),
        ("法庭科学DNA数据库", f"{zh('法庭科学')}DNA{zh('数据库')}"),
        ("隐私 安全, 2019", f"{zh('隐私 安全')}, 2019"),
        ("條約 and 𠮷", f"{zh('條約')} and {zh('𠮷')}"),
        ("中国との条約を批准", '<span lang="ja">中国との条約を批准</span>'),
        ("<pre><code>x = '人'</code></pre>", f"<pre><code>x = '{zh('人')}'</code></pre>"),
        ("A &amp; 人 &lt;", f"A &amp; {zh('人')} &lt;"),
    ],
)
def test_runs_are_marked_with_their_own_marks_and_digits(html, marked):
    assert mark(html) == marked


@pytest.mark.parametrize(
    "html",
    [
        "Plain words, ü and 1,020 – “quoted”.",
        '<a title="人脸" href="#人">x</a>',
        "<script>var x = '人 <b>';</script><style>.人 {}</style>",
        "<title>人</title><textarea>人</textarea><select><option>人</option></select>",
        "<!-- 人 <b> -->",
        '<td lang="zh">人<b>脸</b></td>',
        '<q class="a" lang="zh-Hant">人臉</q>',
    ],
)
def test_what_is_no_text_or_has_its_language_stays(html):
    assert mark(html) == html


PIECES = ["<b>", "</b>", "<br>", "人", "脸", "《", "》", "，", "の", " ", "1", "a", "-", "&lt;"]


@given(st.lists(st.sampled_from(PIECES)).map("".join))
def test_marking_twice_is_marking_once_and_no_word_changes(html):
    once = mark(html)
    assert mark(once) == once
    assert re.sub(r'<span lang="(zh|ja)">(.*?)</span>', r"\2", once) == html
