"""What the words of a name point to, whether or not the register holds it."""

import re

import pytest

from biometrics_china.register.signs import SIGNS, as_data, signs
from biometrics_china.register.standing import lists_now


def ids(name):
    return [s.id for s in SIGNS if s.says in signs(name)]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Ministry of Public Security Fourth Institute", ["police"]),
        ("某省公安厅", ["police"]),
        ("湖北警官学院", ["police"]),
        ("CETC 52nd Research Institute", ["cetc", "numbered-institute"]),
        ("中国电科第五十二研究所", ["cetc", "numbered-institute"]),
        ("国防科技大学", ["defence"]),
        ("National University of Defense Technology", ["defence"]),
        ("College of National Defence Education", ["defence"]),
        ("中国兵器工业集团", ["arms"]),
        ("PLA Unit 61398", ["army"]),
        ("61398部队", ["army"]),
        ("CETC38", ["cetc"]),
        ("MPS Third Institute", ["police"]),
        ("PLAN", ["army"]),
        ("PLA Navy", ["army"]),
        ("Chinese PLA General Hospital", ["army"]),
        ("Xinjiang Police College", ["police"]),
        ("Army Engineering University", ["military"]),
        ("海军工程大学", ["military"]),
        ("海军军医大学", ["military"]),
        ("中国人民解放军总医院", ["army"]),
        ("13th Research Institute", ["numbered-institute"]),
        ("公安县公安局", ["police"]),
        ("AVIC Chengdu Aircraft", ["space-and-air"]),
        ("AVIC", ["space-and-air"]),
        ("China CSIC 715th Research Institute", ["numbered-institute", "ships-and-atoms"]),
        ("中核集团", ["ships-and-atoms"]),
        (
            "Key Laboratory of Evidence Science, Ministry of Public Security",
            ["police", "key-laboratory"],
        ),
        ("公安部重点实验室", ["police", "key-laboratory"]),
        ("新疆生产建设兵团第一师", ["xpcc"]),
        ("中国CETC研究所", ["cetc"]),
    ],
)
def test_words_point_to_who_uses_them(name, expected):
    assert ids(name) == expected


@pytest.mark.parametrize(
    "name",
    [
        "ETH Zurich",
        "Fudan University",
        "Plate Institute of Design",
        "Splash Technologies",
        "Hefei Institute of Physical Science",
        "上海交通大学",
        "Republic Security Services",
        "CSIC",
        "Police Service of Northern Ireland",
        "National Police of Latvia",
        "State Security Department of Lithuania",
        "Ministry of National Defence of Latvia",
        "2nd Institute of Physics, RWTH Aachen",
        "Ordnance Survey",
        "Unit 12345 Industriepark",
        "PLA recycling AB",
        "AVIC Cable S.A.",
        "Salvation Army",
        "Plan International",
        "MPS Institute for Solar System Research",
        "PLA 3D Printing",
        "公安县人民医院",
        "华中核酸检测中心",
        "集中核算中心",
        "王海军",
        "解放军路小学",
        "军工路小学",
        "Beihang University",
        "",
    ],
)
def test_other_names_point_to_nobody(name):
    assert signs(name) == []


def test_patterns_are_ones_that_a_browser_reads_alike():
    for sign in as_data():
        assert not re.search(r"\(\?[^:]|\\[^bd.]", sign["pattern"]), sign["id"]


def test_a_sentence_that_names_lists_names_bodies_that_are_on_some():
    groups = (
        "cetc",
        "china-north-industries-group",
        "china-aerospace-science-industry",
        "aviation-industry-china",
        "china-state-shipbuilding",
        "china-national-nuclear",
        "chinese-academy-engineering-physics",
        "xpcc",
    )
    assert [g for g in groups if not lists_now(g)] == []
