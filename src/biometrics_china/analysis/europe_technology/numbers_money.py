"""The numbers of the chapter on public money, official answers and data of Europeans."""

from __future__ import annotations

from biometrics_china import provenance
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
        found.using(table).count(name, float(provenance.by_id(table)[column][row]), meaning)
    _answers(found.using("official_answers"))
    purchases = provenance.read_rows("public_purchases")
    view = found.using("public_purchases")
    view.count("n_purchases", len(purchases), "purchases and replacements with public money")
    view.count("n_purchases_priced", purchases["amount"].notna().sum(), "of these with an amount")
    _data(found.using("data_handling"))


def _answers(found: Numbers) -> None:
    rows = public_money.to_parliaments()
    found.count("n_answers", len(rows), "official answers to parliaments")
    found.count("n_answer_countries", rows["country"].nunique(), "countries of these answers")
    found.count("n_answer_numbers", rows["told"].eq("number").sum(), "of these with a number")
    found.count(
        "n_answer_state", rows["scope"].eq("state").sum(), "of these asked for a whole state"
    )


def _data(found: Numbers) -> None:
    frame = data_handling.of_package()
    rows = frame.set_index("id")
    for row, (name, meaning) in _DAYS.items():
        found.date(name, rows["date"][row], meaning)
    found.date("fingerprints_end", rows["end"]["dh-16"], "end of the waiver of fingerprints")
    found.million("tiktok_fine", rows["amount"]["dh-01"], "fine on TikTok, million euros", digits=0)
    found.million("tiktok_transfers", rows["amount"]["dh-02"], "part for transfers", digits=0)
    found.million("tiktok_notice", rows["amount"]["dh-03"], "part for the notice", digits=0)
    complained = data_handling.complaints(frame)
    for name in ("firms", "states"):
        found.count(f"noyb_{name}", complained[name], f"{name} in the complaints of noyb")
