"""Names are loosened in the ways in which they are often written, and in no other."""

import pytest

from biometrics_china.register.loose import half_translated, loosened, placeless, renamed
from biometrics_china.register.match import body
from biometrics_china.register.matcher import Matcher
from biometrics_china.register.names import key


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Chinese Academy of Sciences Shenyang Institute of Automation",
         "Shenyang Institute of Automation"),
        ("Ningbo Institute of Materials Technology, Chinese Academy of Sciences",
         "Ningbo Institute of Materials Technology"),
        ("中国科学院沈阳自动化研究所", "沈阳自动化研究所"),
        ("中国人民公安大学", "公安大学"),
        ("中国人民解放军空军军医大学", "空军军医大学"),
        ("CETC 52nd Research Institute", "CETC 52"),
        ("China Electronics Technology Group 38 Research Institute (CETC 38)", "中电科三十八所"),
        ("中国电子科技集团公司第五十二研究所", "52nd Research Institute of CETC"),
        ("MPS Third Research Institute",
         "Third Research Institute of the Ministry of Public Security"),
        ("Urumqi Municipal Public Security Bureau", "Urumqi PSB"),
        ("Tibet Autonomous Region Public Security Department", "Tibet PSB"),
        ("Guangdong Public Security Department", "Guangdong Public Security Bureau"),
        ("乌鲁木齐市公安局", "乌鲁木齐公安局"),
        ("Inner Mongolia Police College", "Inner Mongolia Police Academy"),
        ("新疆警察学院", "新疆警官高等专科学校"),
    ],
)  # fmt: skip
def test_a_name_is_loosened(name: str, expected: str) -> None:
    assert key(expected) in set(loosened(key(name)))


@pytest.mark.parametrize(
    "name",
    ["University of the Chinese Academy of Sciences", "CAS Institute of Physics", "中国科学院物理研究所",
     "Hikvision", "CETC Cloud Technology", "National Police University of Criminal Justice"],
)  # fmt: skip
def test_a_name_that_would_tell_nothing_or_of_another_kind_is_left_as_it_is(name: str) -> None:
    assert set(loosened(key(name))) <= {key(name)}


def test_a_loosened_name_is_never_certain() -> None:
    bodies = [body("urumqi", ["Urumqi Municipal Public Security Bureau"])]
    matcher = Matcher(bodies, frozenset())
    assert matcher.find("Urumqi Municipal Public Security Bureau").verdict == "named"
    assert matcher.find("Urumqi PSB").verdict == "check"


@pytest.mark.parametrize(
    ("sound", "expected"),
    [("qing hua da xue", ["qing hua university"]), ("da xue", []), ("hai kang wei shi", [])],
)
def test_the_pinyin_of_a_university_is_half_translated(sound, expected):
    assert list(half_translated(sound)) == expected


@pytest.mark.parametrize(
    ("typed", "others"),
    [
        ("Shanghai Municipal Public Security Bureau", ("shanghai public security bureau",)),
        ("上海市公安局", ("上海公安局",)),
        ("NUDT, Hunan", ("nudt",)),
        ("Northwestern Poly Univ Xi'an", ("northwestern poly university",)),
        ("PLA Information Engineering University", ("information engineering university",)),
        ("解放军信息工程大学", ("信息工程大学",)),
        ("Public Security Bureau, Shanghai", ("shanghai public security bureau",)),
        (
            "Guangdong Provincial Department of Public Security",
            ("guangdong public security bureau",),
        ),
        (
            "Department of Public Security of Guangdong Province",
            ("guangdong public security bureau",),
        ),
        ("Guangdong Provincial PSB", ("guangdong public security bureau",)),
        ("广东省公安厅", ("广东公安局",)),
        ("Public Security Bureau", ()),  # nothing is left that tells anything
        ("Ministry of Public Security", ()),
        ("Technology Beijing", ()),
        ("Shanghai", ()),
        ("Hikvision", ()),
    ],
)
def test_what_was_typed_is_tried_without_what_others_leave_out(typed, others):
    assert (*renamed(key(typed)), *placeless(key(typed))) == others
