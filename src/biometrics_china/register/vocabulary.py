"""Words and places that stand in so many names that they tell no two bodies apart."""

from __future__ import annotations

import re
from itertools import dropwhile

_PLACES_OF_CHINA = """
anhui beijing changchun changsha changzhou chengdu china chinese chongqing dalian dongguan
foshan fujian fuzhou gansu guangdong guangxi guangzhou guiyang guizhou hainan haikou
hangzhou harbin hebei hefei heilongjiang henan hong hongkong hk hubei hunan huizhou inner jiangsu
jiangxi jilin jinan kong kunming kunshan lanzhou liaoning macao macau mongolia nanchang nanjing
nanning nantong ningbo ningxia prc qingdao qinghai shaanxi shandong shanghai shanxi shenyang shenzhen
shijiazhuang sichuan suzhou taiyuan tianjin tibet urumqi wuhan wuxi xiamen xian xinjiang xizang
yantai yunnan zhejiang zhengzhou zhongshan zhuhai
"""
#: places that names anywhere have
_PLACES_ELSEWHERE = """
asia europe european usa america american german germany france uk india
russia russian japan korea taiwan singapore international global world worldwide
"""
_WORDS = """
academy advanced aerospace air application applications art asset associates association automatic
automation auto automotive aviation bank best big bio biotech biotechnology brand broadband bureau
business cable capital care center central centre chemical chip city clear clean cloud college
commerce commercial communication communications component components computer computers computing
concept connect construction consulting control controls core creative data defence defense department
design development device devices digital direct display dynamics east eastern easy ec eco education
electric electrical electronic electronics energy engineering enterprise enterprises environment
environmental equipment era eco export express factory fast film finance financial fine first flight
food force forward foundation free fund future gas gene general good grand great green group hardware
health high holding holdings home hospital image imaging import industrial industries industry info
information innovation innovations innovative institute institution instrument instruments integrated
intelligence intelligent interactive intl investment iot it joint key lab laboratories laboratory
laser led life light lighting line link live logistics machine machinery management manufacturing
marine market marketing master material materials measurement mechanical media medical medicine metal
micro microelectronics military ministry mobile modern motor multimedia national net network
networking networks new next no north northern nuclear ocean office online open optical optics opto
optoelectronic optoelectronics oriental pacific park partner people peoples personal photonics physics
planet plastic plus point police power precision prime process processing product production products
project public pure quality quantum radio red research resources robot robotics safe safety satellite
school science sciences scientific second secure security semiconductor sensing sensor sensors service
services shipping sino sky small smart social society software solar solution solutions sound source
south southern space special star state steel step storage sun super supply support system systems team
tech technic technical technics techno technologies technology telecom telecommunication
telecommunications test testing textile third time tool tools total tower trade trading training
transport travel union unit united universal university video view vision voice water wave way west
western wind wire wireless wisdom works
"""
#: words of bodies that are no firms, so that a legal form of firms is none of theirs
_INSTITUTIONS = """
academy bureau college department hospital institute laboratory ministry school university
"""
INSTITUTIONS = frozenset(_INSTITUTIONS.split())
WORLD = frozenset(_PLACES_ELSEWHERE.split())
#: Latin words of places and trades that tell nothing
GENERIC = frozenset(_WORDS.split())
PLACES = frozenset(_PLACES_OF_CHINA.split()) | WORLD

_HAN_PLACES = """
北京 上海 天津 重庆 河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南
湖北 湖南 广东 海南 四川 贵州 云南 陕西 甘肃 青海 内蒙古 广西 西藏 宁夏 新疆 香港
澳门 石家庄 太原 沈阳 长春 哈尔滨 南京 杭州 合肥 福州 南昌 济南 郑州 武汉 长沙
广州 海口 成都 贵阳 昆明 西安 兰州 西宁 南宁 拉萨 银川 乌鲁木齐 深圳 苏州 无锡
宁波 厦门 青岛 大连 珠海 东莞 佛山 中国
"""
_HAN_TRADES = """
科技 技术 电子 信息 数字 智能 网络 软件 系统 通信 生物 实业 发展 股份 集团 医疗 安全
安防 工程 开发 控股 投资 贸易 国际 设备 服务 产业 工业
"""
_HAN_OFFICES = "研究 研究所 研究院 大学 学院 中心 实验室 公安局 公安厅 公安 人民政府 分公司"
_HAN_REGIONS = "省 市 县 区 自治区"
HAN_PLACES = tuple(sorted(_HAN_PLACES.split(), key=lambda w: (-len(w), w)))
_TRADES = "|".join([*HAN_PLACES, *_HAN_TRADES.split(), *_HAN_REGIONS.split()])
_OFFICES = "|".join([*_HAN_OFFICES.split(), *_HAN_REGIONS.split()])
#: Chinese words that tell nothing, as the source of a regular expression: places and trades in up to
#: four characters, or offices without a place
HAN_TELLS_NOTHING = f"(?=.{{1,4}}$)(?:{_TRADES})+|(?:{_OFFICES})+"
#: words at the end of the names of many firms, as the source of a regular expression
HAN_TAIL = f"(?:{'|'.join(_HAN_TRADES.split()[:16])})+$"
#: keys of spellings under which a body elsewhere is known: that of the university in Hsinchu
BORNE_ELSEWHERE = frozenset(["tsing hua university"])
#: characters up to which the name of a university without its place is one elsewhere too
FEW_HAN = 4
_TELLS_NOTHING = re.compile(HAN_TELLS_NOTHING)


def tells_nothing(words: str) -> bool:
    """Return True for the key of one word that many names have, and of Chinese words of that kind."""
    run = words.replace(" ", "")
    return words in GENERIC | PLACES or bool(_TELLS_NOTHING.fullmatch(run))


def has_place_of_china(words: list[str]) -> bool:
    """Return True if a place of China is among some words."""
    return not (PLACES - WORLD).isdisjoint(words)


def is_beginning(typed: list[str], words: list[str]) -> bool:
    """Return True if words begin with some that tell anything, after a place or not."""
    after_place = list(dropwhile(PLACES.__contains__, words))
    begins = typed in (words[: len(typed)], after_place[: len(typed)])
    return begins and not all(map(tells_nothing, typed))


def is_university_of_many(run: str) -> bool:
    """Return True for a few characters that end in 大学 and begin with no place of the mainland.

    Written in traditional characters they are as well the name of a university of Taiwan.
    """
    return len(run) <= FEW_HAN and run.endswith("大学") and not place(run)


def place(run: str) -> str:
    """Return the place that a Chinese name begins with; often none."""
    return next((p for p in HAN_PLACES if run.startswith(p)), "")


def begins_or_ends(run: str, name: str) -> bool:
    """Return True if characters begin a Chinese name, after its place or not, or end it.

    Two characters in its middle are most often no word of it: 成电 in 集成电路.
    """
    rest = name.removeprefix(place(name)).lstrip("省市")
    return name.startswith(run) or rest.startswith(run) or core(name).endswith(run)


def in_two(run: str) -> str:
    """Return what may be short for a university of four characters, after its place or not: 交大."""
    names = (run.removeprefix(place(run)), run)
    return next((f"{n[0]}大" for n in names if len(n) == FEW_HAN and n.endswith("大学")), "")


def core(run: str) -> str:
    """Return a Chinese name without the words at its end that many firms have."""
    return re.sub(HAN_TAIL, "", run)
