"""What must hold in the data for the words of the page on methods to be true."""

from __future__ import annotations

from biometrics_china import provenance, tables
from biometrics_china.analysis.cooperation import lights
from biometrics_china.analysis.methods import codings, either, records, standing, twice_entered


def most_chinese_texts_were_read_in_copies() -> bool:
    """Return whether most of the Chinese instruments were read in copies or reports."""
    read = provenance.read_rows("instruments")
    chinese = read.loc[read["jurisdiction"].eq("CN"), "source_id"]
    return bool(chinese.map(provenance.is_original).mean() < 0.5)


def nearly_every_row_was_read() -> bool:
    """Return whether over 99 of 100 rows of facts were read at the source that they name."""
    found = records.records()
    return bool(found["read"].sum() > 0.99 * found["rows"].sum())


def most_pages_are_no_originals() -> bool:
    """Return whether over half of the pages listed are copies, parts or reports of a work."""
    found = records.sources_by_kind()
    return bool(found["relay"].sum() > found["original"].sum())


def most_uses_rest_on_originals_or_full_copies() -> bool:
    """Return whether over half of the uses of sources rest on originals or full copies.

    Under half rest on reports about a work or on weak hosts. Both hold without names and lists too.
    """
    found = standing.by_standing().set_index("standing")[["per_cent", "per_cent_facts"]]
    whole = found.loc[["Original", "Full copy"]].sum()
    return bool(whole.gt(50).all() and found.loc[standing.POOR].lt(50).all())


def most_planted_errors_are_stopped() -> bool:
    """Return whether the check stops over half of the planted errors.

    Of the others only a second reader would find over half in a row that is new.
    """
    found = tables.load("planted_errors")[["planted", "stopped", "seen", "only_double_entry"]].sum()
    most = found["stopped"] > found["planted"] / 2
    return bool(most and found["only_double_entry"] > found["seen"] / 2)


def most_cells_are_alike_in_every_field() -> bool:
    """Return whether in every field two readers coded over half of the cells alike.

    In one field it is under 55 of 100 cells.
    """
    cells = codings.pairs()
    alike = cells["first"].eq(cells["second"]).groupby([cells["table"], cells["field"]]).mean()
    return bool(alike.min() > 0.5 and alike.lt(0.55).sum() == 1)


def over_half_were_entered_twice() -> bool:
    """Return whether over half of the cells that carry a finding or a main mark were entered twice."""
    found = twice_entered.twice_entered()
    return bool(found["printed"].sum() > found["cells"].sum() / 2)


def most_tables_hold_what_search_found() -> bool:
    """Return whether over half of the tables behind findings hold what search found."""
    return bool(records.gathering()["selection"].eq("Found").mean() > 0.5)


# ----------------------------------------------------------------------------- what either coding says


def collection_comes_first_under_either_coding() -> bool:
    """Return whether half of the widening rules stood before half of those that restrict, in each."""
    widening, restricting = (either.values(f"half_{effect}") for effect in either.EFFECTS)
    return all(wide < limit for wide, limit in zip(widening, restricting, strict=True))


def most_restrictions_reach_the_state_under_either_coding() -> bool:
    """Return whether over half of the Chinese restrictions reach state organs in each coding."""
    return min(either.values("state")) > 0.5


def approval_and_limits_in_time_are_lacking_under_either_coding() -> bool:
    """Return whether no Chinese power states outside approval, a limit or erasure in any coding."""
    lacking = ("independent_approval", "retention_limit", "erasure")
    return not any(max(either.values(key)) for key in lacking)


def the_test_tells_no_ranks_apart_under_either_coding() -> bool:
    """Return whether p of the test of rank against function is above 0.05 in each coding."""
    return min(either.values("p")) > 0.05


def outside_supervision_is_stated_under_the_second_alone() -> bool:
    """Return whether powers, and limits of the ministry itself, have it in the second coding only."""
    powers, own = either.values("independent_supervision"), either.values("own")
    others = (powers[0], powers[2], own[0], own[2])
    return max(others) == 0 < min(powers[1], own[1])


def carve_outs_are_commoner_in_china_under_the_first_alone() -> bool:
    """Return whether the share with a carve-out is higher in China in the first coding only."""
    pairs = zip(either.values("exemption_cn"), either.values("exemption_eu"), strict=True)
    return [china > europe for china, europe in pairs] == [True, False, False]


def restriction_leads_later_under_the_second() -> bool:
    """Return whether restricting rules lead for good from a later year-end in all but the first."""
    first, second, resolved = either.values("ahead")
    return first < second == resolved


def none_open_is_about_an_article_a_power_or_a_hit() -> bool:
    """Return whether every disagreement on provisions, safeguards and the census is resolved."""
    frame = codings.disagreements()
    of_articles = frame["table"].isin(["provisions", "safeguards", "census"])
    return bool(frame.loc[of_articles, "value"].notna().all())


def one_light_alone_differs_under_the_second() -> bool:
    """Return whether one pair, technology with firms, has another light, and under the second alone.

    By the rule as written, with the codes of each reader in place.
    """
    first, second, stands = (
        lights.judged(read("cooperation_cells"))["main"] for read in either.CODINGS.values()
    )
    named = lights.cells().set_index("id").loc[first.index[first.ne(second)]]
    pairs = named[["partner", "activity"]].to_numpy().tolist()
    return pairs == [["firms", "technology"]] and first.equals(stands)


def police_need_europe_under_the_second_alone() -> bool:
    """Return whether one pair more differs where harm needs somebody in Europe: police and money.

    More than those whose light differs as the rule is written. It differs under the codes of the
    second reader, and there it is stop no more.
    """
    lit = [lights.judged(read("cooperation_cells")) for read in either.CODINGS.values()]
    first, second, stands = (frame["european"] for frame in lit)
    differs = first.ne(second) & lit[0]["main"].eq(lit[1]["main"])
    named = lights.cells().set_index("id").loc[differs[differs].index]
    pairs = named[["partner", "activity"]].to_numpy().tolist()
    return bool(stands.equals(first)) and pairs == [["police", "procurement_funding"]]


def the_study_stops_later_under_the_second() -> bool:
    """Return whether the joint study is stopped later under the second coding than under the first.

    What stands is as the first coding has it.
    """
    first, second, stands = either.values(either.STUDY)
    return first == stands > second
