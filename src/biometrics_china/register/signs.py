"""What a name itself says of police, army or arms industry, even where the register holds nothing.

Pure functions of the typed name. `SIGNS` is plain data for the page as well: the patterns are
regular expressions that mean the same in Python (IGNORECASE and ASCII, so that a Chinese character is
no letter of a word) and in JavaScript (flag `i`), tried on the name as it was typed. English words
that stand in names everywhere count only beside a word or place of China. Sentences say what a word
means, or what the register holds of the body behind it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

#: what puts a name in China: the state, its provinces and the names that its groups go by
CHINA = (
    r"\b(?:china|chinese|prc|beijing|shanghai|tianjin|chongqing|hebei|shanxi|shaanxi|liaoning|jilin"
    r"|heilongjiang|jiangsu|zhejiang|anhui|fujian|jiangxi|shandong|henan|hubei|hunan|guangdong"
    r"|guangxi|hainan|sichuan|guizhou|yunnan|tibet|gansu|qinghai|ningxia|xinjiang|inner mongolia"
    r"|urumqi|harbin|nanjing|wuhan|xi'?an|chengdu|cetc|casc|casic|norinco|people['’]s liberation)\b"
)
MILITARY = r"\b(?:military|army|air force|naval|navy|ordnance)\b"
NUMBERED = r"\b(?:no\.? ?)?\d{1,3}(?:st|nd|rd|th)? (?:research )?institute\b"


@dataclass(frozen=True)
class Sign:
    """Words that point to somebody: lasting id, the words, and who uses such words in names.

    `words` count wherever they stand, `beside` only where a word or place of China stands too.
    """

    id: str
    words: str
    says: str
    beside: str = ""

    @property
    def pattern(self) -> str:
        """The words as one regular expression."""
        if not self.beside:
            return self.words
        return f"{self.words}|{CHINA}.*(?:{self.beside})|(?:{self.beside}).*{CHINA}"


#: words of a name → who uses them; English ones are whole words, Chinese ones may stand anywhere
SIGNS = (
    Sign(
        "police",
        r"\bpublic security\b|\bMPS (?:first|second|third|fourth|1st|2nd|3rd|4th)\b"
        r"|公安(?:[^县]|$)|警察|警官|警院",
        "“Public security”, 公安, is what China calls its police: ministry, departments, bureaus and "
        "their institutes and academies bear it",
        beside=r"\bpolice\b",
    ),
    Sign(
        "armed-police",
        r"\bpeople['’]?s armed police\b|武警|武装警察",
        "武警 is the People’s Armed Police",
        beside=r"\barmed police\b",
    ),
    Sign(
        "state-security",
        r"\bministry of state security\b|国家安全(?:部|厅|局)",
        "国家安全, state security, with 部, 厅 or 局, is a ministry, department or bureau of that name",
        beside=r"\bstate security\b",
    ),
    Sign(
        "army",
        r"^PLAN?$|\bPLA(?:AF|GF|RF)\b|\bchinese PLA\b|\bof (?:the )?PLA\b"
        r"|\bPLA (?:unit|navy|army|air force|rocket|strategic|information|academy|university"
        r"|hospital|institute|general|\d{3})"
        r"|\bpeople['’]?s liberation army\b|\b(?:pla|chinese) unit \d{5}\b|^unit \d{5}$"
        r"|解放军(?:[^路]|$)|部队|军区|战区",
        "解放军 is the People’s Liberation Army, PLA; 部队, or “unit” with five digits, is a unit of it",
    ),
    Sign(
        "military",
        r"\brocket force\b|\barmy (?:medical|engineering) university\b"
        r"|\bnaval (?:medical|aviation) university\b|\bnaval university of engineering\b"
        r"|\bair force (?:medical|engineering) university\b"
        r"|军事|军医|火箭军|军工(?:[^路]|$)"
        r"|(?:中国|解放军)(?:海军|陆军|空军)|(?:海军|陆军|空军)(?:[^医]{0,6}(?:大学|学院|医院|研究|基地|部))",
        "Words for army, navy, air force or arms industry stand in the name",
        beside=MILITARY,
    ),
    Sign(
        "defence",
        r"\bnational university of defen[cs]e technology\b"
        r"|\b(?:college|school|academy) of national defen[cs]e\b"
        r"|\bnational defen[cs]e (?:science|technology|key|education|mobili[sz]ation)\b"
        r"|国防",
        "国防 is “national defence”",
        beside=r"\bnational defen[cs]e\b|\bdefen[cs]e (?:science|technology|industry)\b",
    ),
    Sign(
        "arms",
        r"\bnorinco\b|\bchina north industries\b|兵器|兵工|中国北方工业",
        "兵器 are weapons, 兵工 is the making of them; NORINCO is China North Industries Group, "
        "which is on lists held here",
        beside=r"\bordnance\b",
    ),
    Sign(
        "cetc",
        r"\bCETC-?\d*\b|china electronics technology group|中国电子科技集团|中国电科|中电科",
        "CETC, 中国电科, is China Electronics Technology Group, which is on lists held here; its "
        "institutes have numbers",
    ),
    Sign(
        "numbered-institute",
        rf"^{NUMBERED}$|第[一二三四五六七八九十百〇零\d]{{1,5}}(?:研究[所院]|所)",
        "The institute is called by a number, which leaves open what it is; look for the body above it",
        beside=NUMBERED,
    ),
    Sign(
        "space-and-air",
        r"\bCASC\b|\bCASIC\b|\bAECC\b|^AVIC$|aviation industry corporation of china"
        r"|\bAVIC (?:aviation|aircraft|international|group|research|\d)"
        r"|china aerospace science|航天科技|航天科工|中航工业|中国航空工业|中国航发",
        "CASC, CASIC, AVIC and AECC, 航天科技, 航天科工, 航空工业, 航发, are groups for aerospace and "
        "aviation; they or parts of them are on lists held here",
        beside=r"\bAVIC\b",
    ),
    Sign(
        "ships-and-atoms",
        r"\bCSSC\b|\bCNNC\b|\bCAEP\b|china state shipbuilding"
        r"|china national nuclear|(?:chinese|china) academy of engineering physics"
        r"|中国船舶|(?:^|[^集])中船|(?:^|[^华集])中核(?:[^酸算心]|$)|工程物理研究院",
        "CSSC, 中船, builds ships, CNNC, 中核, is the nuclear group, and CAEP, 工程物理研究院, is the "
        "Academy of Engineering Physics; all are on lists held here",
        beside=r"\bCSIC\b",
    ),
    Sign(
        "key-laboratory",
        r"\bkey lab(?:oratory)?\b.*\b(?:public security|police|defen[cs]e)\b"
        r"|公安部重点实验室|国防(?:科技)?重点实验室",
        "A key laboratory of the police ministry or of national defence, 重点实验室, sits at a body of "
        "another name; look for that body too",
    ),
    Sign(
        "xpcc",
        r"\bXPCC\b|production and construction corps|生产建设兵团|兵团",
        "兵团 is the Production and Construction Corps of Xinjiang, which is on lists held here",
    ),
)


def signs(name: str) -> list[str]:
    """Return what the words of a name point to, one sentence each, in the order of `SIGNS`."""
    return [s.says for s in SIGNS if re.search(s.pattern, name, re.IGNORECASE | re.ASCII)]


def as_data() -> list[dict[str, str]]:
    """Return the signs as JSON for the page: `id`, `pattern`, `says`."""
    return [{"id": s.id, "pattern": s.pattern, "says": s.says} for s in SIGNS]
