"""Names that differ only in form have one key; other names have another."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from biometrics_china import tables
from biometrics_china.register.forms import FORMS, kinds
from biometrics_china.register.names import compact, is_short, is_traditional, key, variants


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (
            "Hangzhou Hikvision Digital Technology Co., Ltd.",
            "hangzhou hikvision digital technology",
        ),
        ("HIKVISION", "hikvision"),
        ("杭州海康威视数字技术股份有限公司", "杭州海康威视数字技术"),
        ("海康威視", "海康威视"),
        ("雲從科技集團股份有限公司", "云从科技集团"),
        ("Tongfang R.I.A.", "tongfang ria"),
        ("Shenzhen Hua'antai", "shenzhen huaantai"),
        ("Shenzhen Hua’antai", "shenzhen huaantai"),
        ("Payment & Clearing Association of China", "payment clearing association china"),
        ("Ｈｕａｗｅｉ", "huawei"),
        ("中国電子科技集団公司", "中国电子科技集团"),  # as the list of Japan has it
        ("広州卡本複合材料有限公司", "广州卡本复合材料"),
        ("余予芸", "余予芸"),  # which Chinese has too
        ("CESI华东", "cesi 华东"),
        ("Charité Berlin", "charite berlin"),
        ("The Company Ltd", "the company ltd"),
        ("...", ""),
    ],
)
def test_the_key_of_a_name(name: str, expected: str) -> None:
    assert key(name) == expected


def test_traditional_characters_become_simplified_and_others_stay() -> None:
    assert variants()["華"] == "华"
    assert "华" not in variants()


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("garnet srl", {"srl"}),
        ("garnet co ltd", {"ltd"}),
        ("garnet company limited", {"ltd"}),
        ("garnet company", {"co"}),
        ("costar group inc", {"inc"}),
        ("serko", set()),
    ],
)
def test_the_kinds_of_company_that_legal_forms_speak_of(words: str, expected: set[str]) -> None:
    assert kinds(words) == expected


def test_short_names() -> None:
    assert [n for n in ("bgi", "zte", "大华", "huawei", "海康威") if is_short(key(n))] == [
        "bgi",
        "zte",
        "大华",
    ]


TEXTS = st.text(st.sampled_from("aBé&.,' -华華公司有限集团股份1"), max_size=20)


@given(TEXTS)
def test_a_key_is_its_own_key(name: str) -> None:
    assert key(key(name)) == key(name)
    assert compact(key(name)) == compact(key(name).upper().lower())


@given(TEXTS, st.sampled_from([" Ltd", " CO.", ", Inc."]))
def test_a_legal_form_does_not_count(name: str, form: str) -> None:
    if [w for w in key(name).split() if w not in FORMS]:
        assert key(name + form) == key(name)


def test_names_in_chinese_are_kept_in_simplified_characters():
    names = [*tables.load("entities")["name_zh"], *tables.load("body_names")["name"]]
    assert [n for n in names if isinstance(n, str) and is_traditional(n)] == []
