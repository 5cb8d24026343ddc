"""Sixty names as partners in Europe and readers may write them, labelled before they were tried.

A body that is meant must be among the first three shown; a name of a body that the register does
not hold must name none.
"""

#: typed name → body that is meant; empty where the register holds none of that name
MEANT = {
    # spellings of European partners
    "Hikvision Europe B.V.": "hikvision",
    "Hikvision Deutschland": "hikvision",
    "Dahua Technology Italy S.r.l.": "dahua",
    "Huawei Technologies Düsseldorf GmbH": "huawei",
    "Université Fudan": "fu-dan-da-xue",
    "Universität Tsinghua": "tsinghua-university",
    "Tsinghua-Universität Peking": "tsinghua-university",
    "Universidad de Tsinghua": "tsinghua-university",
    "Politecnico di Harbin": "harbin-institute-technology",
    "Technische Universität Dalian": "dalian-university-technology",
    "Universiteit van Sichuan": "si-chuan-da-xue",
    "Université Jiao Tong de Shanghai": "shanghai-jiao-tong-university",
    "Polizeiuniversität Volksrepublik China": "",
    "Uniwersytet Fudan": "fu-dan-da-xue",
    "Chinesische Akademie der Wissenschaften": "cas",
    "Académie chinoise des sciences": "cas",
    # Pinyin without spaces
    "Qinghuadaxue": "tsinghua-university",
    "fudandaxue": "fu-dan-da-xue",
    "Haikangweishi": "hikvision",
    "kuangshikeji": "megvii",
    "shangtangkeji": "sensetime",
    "sichuandaxue": "si-chuan-da-xue",
    "xinjiangdaxue": "",
    "beijingdaxue": "",
    "dahuagufen": "dahua",
    "yitukeji": "yitu",
    # abbreviations
    "USTC": "university-science-technology-china",
    "SJTU": "shanghai-jiao-tong-university",
    "NPU Xi'an": "northwestern-polytechnical-university",
    "BUPT": "bei-jing-you-dian-da-xue",
    "UESTC": "university-electronic-science-technology-china",
    "BIT Beijing": "bei-jing-li-gong-da-xue",
    "PPSUC": "peoples-public-security-university-china",
    "UCAS": "zhong-guo-ke-xue-yuan-da-xue",
    "PKU": "",
    "HKUST": "",
    "ETHZ": "",
    # typing errors
    "Hikvison Digital Technolgy": "hikvision",
    "Dauha Technology": "dahua",
    "Tsingua University": "tsinghua-university",
    "Fundan University": "fu-dan-da-xue",
    "Sensetme": "sensetime",
    "Beijing Insitute of Technology": "bei-jing-li-gong-da-xue",
    "Nothwestern Polytechnical University": "northwestern-polytechnical-university",
    "Harbin Enginering University": "ha-er-bin-gong-cheng-da-xue",
    # Chinese short forms
    "交大": "shanghai-jiao-tong-university",
    "中大": "sun-yat-sen-university",
    "清华": "tsinghua-university",
    "西安交大": "xi-an-jiao-tong-da-xue",
    "电子科大": "university-electronic-science-technology-china",
    "公大": "peoples-public-security-university-china",
    "海康": "hikvision",
    "商汤": "sensetime",
    "北大": "",
    "浙大": "",
    # bodies that are not held
    "Hong Kong Polytechnic University": "",
    "Peking University Third Hospital": "",
    "东南大学": "",
    "Nanjing Normal University": "",
    "Wuhan University of Science and Engineering": "",
}
