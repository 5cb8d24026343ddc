"""What must hold in the data for the words of the chapter to be true."""

from __future__ import annotations

from biometrics_china import multiverse, provenance
from biometrics_china.analysis.europe_research import (
    base_rate,
    counts,
    listed,
    retractions,
    training_sets,
)
from biometrics_china.analysis.europe_research.holds_papers import *  # noqa: F403
from biometrics_china.analysis.europe_research.holds_projects import *  # noqa: F403

#: the bodies that the chapter speaks of as listed: id → cited row of their listing
_LISTED = {
    "xinjiang-police-college": "li011",
    "mps-ifs": "li012",
    "huawei": "li126",
    "china-electronics-technology-group-38th-research": "li382",
    "bgi-group": "li021",
}
#: firms of these, and no other partner, with which work went on after the listing
_FIRMS = {"huawei", "china-electronics-technology-group-38th-research", "bgi-group"}


def every_partner_was_unlisted_at_the_start() -> bool:
    """Return whether work with each partner that was ever listed began before the day of its listing.

    The partners are the police college of Xinjiang, the forensic institute of the police ministry,
    Huawei, an institute of CETC, and BGI, which is listed first through a firm that belongs to it.
    """
    frame = listed.of_package()
    return set(frame["body"]) == set(_LISTED) and bool(frame["is_before"].all())


def work_with_firms_went_on() -> bool:
    """Return whether the partners with work known after the listing are the firms among them."""
    frame = listed.of_package()
    return set(frame.loc[frame["is_after"], "body"]) == _FIRMS


def the_partners_are_those_of_the_cited_rows() -> bool:
    """Return whether the days of first listing of the partners are those of the cited records."""
    frame = listed.of_package().set_index("body")["listed"]
    days = provenance.by_id("listings")["date"]
    return all(frame[body] == days[row] for body, row in _LISTED.items())


def most_links_concern_genetics() -> bool:
    """Return whether over half of the counted records other than counts of papers concern DNA."""
    frame = provenance.by_id("research_links")
    kept = frame[frame["is_counted"] & frame["kind"].ne(counts.COUNTS)]
    return bool(kept["technology"].eq("dna").mean() > 0.5)


def keeping_those_papers_moves_the_median_most() -> bool:
    """Return whether of all choices this one moves the middle reading most.

    Compared is how far the median of the readings differs between the options of each choice; the
    three longest readings leave such papers out.
    """
    grid = retractions.choices(retractions.papers())
    longest = set(grid.tail(3)["dated_by_latest_day"])
    most = multiverse.influence(grid).idxmax()
    return most == "dated_by_latest_day" and longest == {"left out"}


def entries_of_the_index_are_not_drawn_as_papers() -> bool:
    """Return whether no entry of the index is drawn as a paper or counts in the median of the text."""
    papers = retractions.papers()
    frames = (retractions.spans(papers), retractions.dated(papers))
    return not any(frame["status"].eq("index_only").any() for frame in frames)


def some_european_authors_have_part_time_posts() -> bool:
    """Return whether some records, but not all with a European author, rest on a part-time post."""
    kinds = retractions.papers()["european_author"].value_counts()
    return bool(kinds["part_time"] > 1 and kinds["yes"] > 0)


def a_few_marks_are_filled_the_others_bounds() -> bool:
    """Return whether some of the counts, fewer than half, are no bounds.

    The retractions after complaints are among the bounds: they may not lie within their whole.
    """
    frame = counts.audits(provenance.read_rows("research_links")).set_index("id")
    filled = ~frame["is_bound"]
    return bool(1 < filled.sum() < len(frame) / 2 and frame["is_bound"]["rl-019"])


def the_united_kingdom_is_far_ahead() -> bool:
    """Return whether the United Kingdom has more than three times the publications of the next.

    The next are Germany, the Netherlands and Sweden, in this order; all others have fewer together.
    """
    frame = counts.military(provenance.read_rows("research_links"))
    named, rest = frame[~frame["is_rest"]], frame[frame["is_rest"]]
    order = named["country"].tolist() == ["United Kingdom", "Germany", "Netherlands", "Sweden"]
    first, second = named["publications"].head(2)
    return order and bool(first > max(3 * second, rest["publications"].sum()))


def the_grant_for_oversight_is_in_euros_and_tied_to_no_police() -> bool:
    """Return whether the cited grant is in euros and its record names no link to police."""
    row = provenance.by_id("research_links").loc["rl-034"]
    return bool(row["police_link"] == "none" and row["unit"] == "EUR")


def finland_and_britain_lead_whatever_was_taken_in_error() -> bool:
    """Return whether these two have the highest shares, Finland's bounds above all but the other's.

    Bounds are those of papers that the classifier took in error; countries with too few papers for a
    share are left out. Britain's bounds overlap with those of smaller countries.
    """
    frame = base_rate.of_package()
    rest = frame.iloc[2:]
    order = frame["country"].head(2).tolist() == ["Finland", "United Kingdom"]
    return order and bool(frame["low"][0] > rest["high"].max())


def the_british_bounds_lie_above_the_french_and_german() -> bool:
    """Return whether the lower British bound lies above the upper ones of France, Germany and Italy."""
    frame = base_rate.of_package().set_index("country")
    others = frame.loc[["France", "Germany", "Italy"], "high"]
    return bool(frame["low"]["United Kingdom"] > others.max())


def only_the_two_reach_chinas_weight() -> bool:
    """Return whether Finland and Britain alone have China in a larger part of their joint papers.

    Compared is the part of papers with a partner abroad that have one in China, with China's share of
    the world's papers; countries with too few papers are left out.
    """
    frame = base_rate.of_package()
    above = frame.loc[frame["share_abroad"].gt(frame["weight"]), "country"]
    return set(above) == {"Finland", "United Kingdom"}


def britain_does_not_stand_out_among_joint_papers() -> bool:
    """Return whether China's part of British joint papers is no larger than of all, and Finland's is.

    Joint papers are those with authors abroad, of all taken to have two countries each.
    """
    part = base_rate.joint(provenance.read_rows("surveillance_papers"))
    shares = base_rate.of_package().set_index("country")["share_abroad"].to_dict()
    return bool(shares["United Kingdom"] <= part < shares["Finland"])


def china_is_first_partner_of_four() -> bool:
    """Return whether China is first partner of Finland, France, Ireland and the United Kingdom alone."""
    papers = provenance.read_rows("surveillance_papers")
    return base_rate.first_partners(papers) == ("Finland", "France", "Ireland", "United Kingdom")


def the_two_have_most_of_the_papers() -> bool:
    """Return whether Finland and Britain have over half of the European papers with China."""
    totals = base_rate.totals(provenance.read_rows("surveillance_papers"))
    return totals["two"] > totals["china"] / 2


def withdrawn_sets_went_on_being_used() -> bool:
    """Return whether papers of the year after the withdrawal used each of the two sets."""
    frame = training_sets.of_package()
    after = frame[frame["is_after"]]
    return bool(after["name"].nunique() == 2 and after["used"].gt(0).all())


def more_used_one_set_after_than_before() -> bool:
    """Return whether the last year has most of the examined papers that used a set, for both sets."""
    frame = training_sets.of_package()
    most = frame.groupby("name")["used"].max()
    last = frame[frame["is_after"]].set_index("name")["used"]
    return bool((last == most).all())


def one_set_shows_people_in_europe() -> bool:
    """Return whether of the sets held the one from Oxford alone was recorded in Europe."""
    found = training_sets.in_europe(provenance.read_rows("training_sets"))
    return found["name"].tolist() == ["Oxford Town Centre"]


def one_grant_with_a_chinese_body_was_read() -> bool:
    """Return whether one counted record of European project money names a Chinese body.

    Money of a state or of the Union counts where its unit is the euro; the record of tall people
    counts studies, not money.
    """
    rows = provenance.read_rows("research_links")
    money = rows[rows["kind"].eq("funding") & rows["unit"].eq("EUR") & rows["is_counted"]]
    return money.loc[money["chinese_bodies"].map(bool).astype(bool), "id"].tolist() == ["rl-053"]
