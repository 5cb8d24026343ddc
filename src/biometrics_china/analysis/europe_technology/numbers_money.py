"""The numbers of the chapter on public money, official answers and data of Europeans."""

from __future__ import annotations

from biometrics_china import origins, provenance
from biometrics_china.analysis.europe_technology import data_handling, public_money
from biometrics_china.numbers import Numbers

#: rows of `deployments` and `public_purchases` whose value stands in a sentence → name, meaning
_VALUES = {
    ("official_answers", "oa-01", "cameras"): ("answer_be", "cameras of the Belgian forces, about"),
    ("official_answers", "oa-05", "cameras"): (
        "answer_nl",
        "cameras that Dutch police bought, nearly",
    ),
    ("official_answers", "oa-07", "cameras"): ("answer_de", "cameras of German ministries"),
    ("official_answers", "oa-08", "cameras"): (
        "answer_dk",
        "cameras of Danish police districts",
    ),
    ("public_purchases", "pu-03", "amount"): ("kaunas_eur", "euros of the contract of Kaunas"),
    ("public_purchases", "pu-08", "amount"): (
        "copenhagen_dkk",
        "kroner for new cameras in Copenhagen",
    ),
}
#: records of `data_handling` whose day stands in a sentence → name, meaning
_DAYS = {
    "dh-01": ("tiktok_day", "decision on TikTok made known"),
    "dh-05": ("tiktok_inquiry", "new inquiry"),
    "dh-06": ("tiktok_stay", "stay by the High Court"),
    "dh-07": ("tiktok_supreme", "judgment of the Supreme Court on the stay"),
    "dh-17": ("tiktok_judgment", "judgment of the High Court on the appeal"),
    "dh-08": ("noyb_day", "complaints of noyb"),
    "dh-19": ("fingerprints_entry", "fingerprints at entry, first airport"),
    "dh-15": ("fingerprints_fi", "fingerprints of applicants in Finland"),
}


def add(found: Numbers) -> None:
    """Add the numbers of public money, of answers and of data."""
    for (table, row, column), (name, meaning) in _VALUES.items():
        found.using(table).count(name, origins.cell(provenance.by_id(table), row, column), meaning)
    _answers(found.using("official_answers"))
    purchases = provenance.read_rows("public_purchases")
    view = found.using("public_purchases")
    view.count("n_purchases", purchases, "purchases and replacements with public money")
    priced = purchases[purchases["amount"].notna()]
    view.count("n_purchases_priced", priced, "of these with an amount")
    _data(found.using("data_handling"))


def _answers(found: Numbers) -> None:
    rows = public_money.to_parliaments()
    found.count("n_answers", rows, "official answers to parliaments")
    states = origins.distinct(rows, "country")
    found.count("n_answer_countries", states, "countries of these answers")
    found.count("n_answer_numbers", rows[rows["told"].eq("number")], "of these with a number")
    of_state = rows[rows["scope"].eq("state")]
    found.count("n_answer_state", of_state, "of these asked for a whole state")


def _data(found: Numbers) -> None:
    frame = data_handling.of_package()
    rows = frame.set_index("id")
    for row, (name, meaning) in _DAYS.items():
        found.date(name, origins.cell(rows, row, "date"), meaning)
    end = origins.cell(rows, "dh-16", "end")
    found.date("fingerprints_end", end, "end of the waiver of fingerprints")
    for name, row, meaning in (
        ("fine", "dh-01", "fine on TikTok, million euros"),
        ("transfers", "dh-02", "part for transfers"),
        ("notice", "dh-03", "part for the notice"),
    ):
        found.million(f"tiktok_{name}", origins.cell(rows, row, "amount"), meaning, digits=0)
    of_noyb = frame[frame["kind"].eq("complaint")]
    for name, field in (("firms", "firm"), ("states", "country")):
        different = origins.distinct(of_noyb, field)
        found.count(f"noyb_{name}", different, f"{name} in the complaints of noyb")
