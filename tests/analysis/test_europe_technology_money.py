"""Known answers for public money, official answers and acts on data of Europeans."""

from __future__ import annotations

from small_tables import table

from biometrics_china.analysis.europe_technology import data_handling, public_money

PURCHASES = table(
    "public_purchases",
    """
id, country, payer, buyer, what, makers, act, date, amount, currency, qualifier
a, LT, city, city, cameras, Hikvision;Dahua, purchase, 2019, 840000, EUR, exact
b, EU, union, house, doors, Hikvision, purchase, 2020, , ,
c, DK, state, roads, roads, , purchase, 2022, 5000000, DKK, up_to
""",
    source_id="s",
)
ANSWERS = table(
    "official_answers",
    """
id, country, body, asked_by, date, scope, told, cameras, qualifier, said
a, NL, Ministers, parliament, 2022, state, not_known, , , x
b, NL, Minister, parliament, 2022, one_body, number, 700, up_to, x
c, BE, Minister, parliament, 2022, one_body, use_only, , , x
d, BE, Forces, press, 2022, one_body, number, 1030, more_than, x
""",
    source_id="s",
)
ACTS = table(
    "data_handling",
    """
id, kind, firm, authority, country, date, what, amount, state
a, complaint, Two, Authority, NL, 2025-01, x, , open
b, complaint, One, Authority, BE, 2025-01, x, , open
c, decision, One, Commission, IE, 2025-05-02, x, 530000000, stayed
d, fine, One, Commission, IE, 2025-05-02, x, 485000000, stayed
e, fine, One, Commission, IE, 2025-05-02, x, 45000000, stayed
""",
    source_id="s",
)


def test_purchases_stand_by_whose_money_it_was() -> None:
    found = public_money.purchases(PURCHASES)
    assert found[["payer", "makers", "amount"]].to_numpy().tolist() == [
        ["European Union", "Hikvision", "not read"],
        ["State", "", "up to 5,000,000 DKK"],
        ["City", "Hikvision, Dahua", "840,000 EUR"],
    ]


def test_answers_for_one_body_come_first_and_print_their_bounds() -> None:
    found = public_money.answers(ANSWERS)
    assert found[["who", "told", "cameras", "is_state"]].to_numpy().tolist() == [
        ["Belgium: Forces", "number", "at least 1,030", False],
        ["Netherlands: Minister", "number", "nearly 700", False],
        ["Belgium: Minister", "use_only", "", False],
        ["Netherlands: Ministers", "not_known", "", True],
    ]


def test_acts_leave_the_parts_of_a_fine_out() -> None:
    found = data_handling.acts(ACTS)
    assert found[["kind", "firm", "amount"]].to_numpy().tolist() == [
        ["Decision", "One", "530,000,000"],
        ["Complaint", "Two", ""],
        ["Complaint", "One", ""],
    ]


def test_the_fine_and_its_parts_and_the_complaints() -> None:
    assert data_handling.fine(ACTS) == {"total": 530_000_000, "parts": 530_000_000}
    assert data_handling.complaints(ACTS) == {"complaints": 2, "firms": 2, "states": 2}
