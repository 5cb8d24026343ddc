"""Names that differ only in form have one key; other names have another."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from biometrics_china.register.names import FORMS, compact, is_short, key, variants


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
        ("雲從科技集團股份有限公司", "云从科技"),
        ("Tongfang R.I.A.", "tongfang ria"),
        ("Shenzhen Hua'antai", "shenzhen huaantai"),
        ("Shenzhen Hua’antai", "shenzhen huaantai"),
        ("Payment & Clearing Association of China", "payment clearing association china"),
        ("Ｈｕａｗｅｉ", "huawei"),
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
