"""Exhibits of the chapter on regulation: what each shows, says and stands on."""

from __future__ import annotations

from biometrics_china.analysis.regulation import courts, passages, standards, texts, timeline
from biometrics_china.exhibits import Exhibit
from biometrics_china.figures import regulation_passages, regulation_practice, regulation_timeline

EXHIBITS = (
    Exhibit(
        id="fig-regulation-timeline",
        title="Rules on biometric data in China, with the European Union for comparison",
        frame=timeline.timeline,
        draw=regulation_timeline.timeline,
        caption=(
            "Each line is one instrument, from its first public draft (open mark) to adoption or "
            "publication (filled mark) and effect (end of the line). Shape says which body trait it "
            "names, colour whether it widens what the state may collect or restricts those who "
            "handle data. Rules that widen collection come first, in laws, rules of ministries "
            "and notices; rules that restrict handlers gather from {year_half_restricting} on. The "
            "collection of {n_china} Chinese and {n_eu} EU instruments was made for this book and is "
            "not a census: the density of marks must not be read as the output of a legislature. Not "
            "drawn: "
            "{n_undrawn} police standards older than the time shown."
        ),
        alt=(
            "Timeline in lanes by level of rule. Among {n_china} Chinese instruments, {n_widening} "
            "that widen state collection run from {widening_from} to {widening_to}; "
            "{n_restricting} that restrict handlers lie mostly in {year_half_restricting} and later. "
            "{n_pending} drafts stand as open marks without a filled one."
        ),
        tables=("instruments", "instrument_events"),
        interval="None: dates as read; a date known by month or year stands in its middle",
        wide=True,
    ),
    Exhibit(
        id="fig-regulation-effect",
        title="What the adopted Chinese rules do, by the end of each year",
        frame=timeline.by_year,
        draw=regulation_timeline.by_year,
        caption=(
            "Cumulative count of adopted Chinese instruments by what they do. At the end of "
            "{crossing_before} rules that widen state collection were at least as many as rules that "
            "restrict handlers; at the end of {last_year} the restricting rules are "
            "{n_restricting_end} and the widening ones {n_widening_end}. The counts describe "
            "this collection. They do not weigh rules, and whom they bind is the question of the "
            "next chapter."
        ),
        alt=(
            "Step chart. The line for rules that widen state collection rises early, to "
            "{n_widening_end}; the line for rules that restrict handlers stays lower until "
            "{crossing_before} and then climbs to {n_restricting_end}."
        ),
        tables=("instruments", "instrument_events"),
        interval="None: counts of a purposive collection",
    ),
    Exhibit(
        id="fig-regulation-passage",
        title="From first public draft to adoption",
        frame=lambda: passages.curves(passages.spells()),
        draw=regulation_passages.passage_curves,
        caption=(
            "Share of drafts not yet adopted, by time since the first public draft (Kaplan-Meier "
            "estimates, with pointwise 95 per cent intervals in the first panel). Half of the "
            "Chinese drafts are adopted after {median_china} days and half of the EU proposals after "
            "{median_eu}, but the bands overlap and the log-rank test does not tell the two curves "
            "apart (p {p_china_eu}). A Chinese draft is published late in its making, an EU "
            "proposal at the start; drafts that were never published, or not found, are missing."
        ),
        alt=(
            "Two panels of falling step curves. Left: the Chinese curve falls below one half at "
            "{median_china} days, the EU curve at {median_eu}. Right: among Chinese issuers the "
            "curve of ministry and cyberspace rules falls fastest, with a median of "
            "{median_ministry} days, against {median_npc} for laws of the national legislature."
        ),
        tables=("passages", "instrument_events"),
        interval="95 % pointwise Kaplan-Meier intervals (Greenwood, log-minus-log)",
        wide=True,
    ),
    Exhibit(
        id="fig-regulation-passage-choices",
        title="The median passage under each defensible choice",
        frame=passages.sensitivity,
        draw=regulation_passages.passage_choices,
        caption=(
            "Median days from draft to adoption in China and the European Union under "
            "{n_choices} readings of the same records. Across them the Chinese median lies "
            "between {median_china_low} and {median_china_high} days, the European one between "
            "{median_eu_low} and {median_eu_high}. The order of the medians holds under every "
            "reading, but with so few acts the intervals are wide, and the log-rank p value falls "
            "below the usual threshold in {n_choices_below} of the readings (smallest p "
            "{p_china_eu_min}, largest p {p_china_eu_max})."
        ),
        alt=(
            "Dot plot with intervals, one row a reading of the records. In every row the Chinese "
            "median, between {median_china_low} and {median_china_high} days, lies left of the "
            "European one, between {median_eu_low} and {median_eu_high}."
        ),
        tables=("passages", "instrument_events"),
        interval="95 % Brookmeyer-Crowley intervals of the medians; a bound not reached is an arrow",
        wide=True,
    ),
    Exhibit(
        id="fig-regulation-drafters",
        title="Who sits at the table where biometric standards are written",
        frame=standards.matrix,
        draw=regulation_practice.drafter_matrix,
        caption=(
            "Bodies named as drafters of at least {matrix_least} of the {n_standards} standards "
            "whose lists were read. The {top_police} is named in {top_police_n} of them. Firms "
            "that the United States put on a trade list, some of them later, sit beside institutes "
            "of the Ministry of Public Security. An empty cell in a truncated list (marked by an "
            "asterisk) is not proof of absence."
        ),
        alt=(
            "Grid of standards in columns and drafting bodies in rows, filled where a body is "
            "named. The row of the {top_police} has the most filled cells, {top_police_n} of "
            "{n_standards}."
        ),
        tables=("standards", "standard_drafters", "listings"),
        interval="None: names as printed in the standards",
        wide=True,
    ),
    Exhibit(
        id="fig-regulation-drafter-shares",
        title="Police bodies and US-listed firms among the drafters, standard by standard",
        frame=standards.shares_by_standard,
        draw=regulation_practice.drafter_shares,
        caption=(
            "Share of the drafting bodies of each standard, for complete lists. At least one police "
            "body sits in {n_with_police} of {n_complete} standards with a complete list "
            "({share_with_police} per cent, Wilson interval {share_with_police_low} to "
            "{share_with_police_high}), at least one US-listed body in {n_with_listed}. The "
            "standards were not drawn at random, so the intervals show only what so few can tell."
        ),
        alt=(
            "Two dot plots of shares with intervals, one row a standard. Police bodies hold between "
            "{police_share_min} and {police_share_max} per cent of the seats in complete lists; "
            "US-listed bodies between {listed_share_min} and {listed_share_max} per cent."
        ),
        tables=("standards", "standard_drafters", "listings"),
        interval="95 % Wilson score intervals, as if the bodies were drawn from many",
        wide=True,
    ),
    Exhibit(
        id="fig-regulation-fines",
        title="Fines that were found, each in its own currency",
        frame=courts.fines,
        draw=regulation_practice.fines,
        caption=(
            "Fines on handlers of biometric data, by date and amount: {n_fines_cn} in China, "
            "{n_fines_eu} in Europe. The Chinese ones fell on sales offices and shops, between "
            "{fine_cn_min} and {fine_cn_max} yuan. The European ones come from a tracker and "
            "news reports. Neither set is a census, so the panels show what is documented, not how "
            "often or how hard the rules are enforced, and they must not be compared."
        ),
        alt=(
            "Two dot plots over time with logarithmic amounts. China: {n_fines_cn} fines from "
            "{fine_cn_min} to {fine_cn_max} yuan. Europe: {n_fines_eu} fines from {fine_eu_min} to "
            "{fine_eu_max} euros, of which {n_fines_eu_public} on public bodies."
        ),
        tables=("cases",),
        interval="None: single decisions as reported",
        wide=True,
    ),
    Exhibit(
        id="tab-regulation-text-changes",
        title="What changed between draft and final text",
        frame=texts.text_changes,
        caption=(
            "Changes that could be read in both texts, {n_changes} in all. For the person whose data "
            "are handled, {n_weaker} make the final text weaker and {n_stronger} stronger. The "
            "changes were chosen because they concern biometrics; they are not all the changes made."
        ),
        tables=("text_changes",),
        interval="None",
        columns={
            "instrument": "Instrument",
            "element": "Element",
            "draft_value": "Draft",
            "final_value": "Final text",
            "direction": "For the person",
        },
    ),
    Exhibit(
        id="tab-regulation-local",
        title="Local rules and notices that were read",
        frame=texts.local_rules,
        caption=(
            "Chinese rules below the national level, {n_local} in all. They come from a collection "
            "of local regulations of some provinces and from reports, so places that are missing "
            "here may well have rules of their own."
        ),
        tables=("instruments", "instrument_events"),
        interval="None",
        columns={
            "place": "Place",
            "title_en": "Rule",
            "level": "Level",
            "date": "Date",
            "addressee": "Addressee",
            "effect": "Effect",
        },
    ),
    Exhibit(
        id="tab-regulation-industry",
        title="What firms and their associations published",
        frame=texts.industry_acts,
        caption=(
            "Guidelines, conventions and statements of industry, in order of date. None is "
            "binding, and none names the police as a customer."
        ),
        tables=("industry_acts",),
        interval="None",
        columns={"date": "Date", "actor": "Actor", "act": "Act", "content": "Content"},
    ),
    Exhibit(
        id="tab-regulation-deepfakes",
        title="The rules on synthetic faces and voices",
        frame=texts.deepfake_rules,
        caption="From the first rule on online audio and video to the duty to label all made content.",
        tables=("instruments", "instrument_events"),
        interval="None",
        columns={
            "title_en": "Rule",
            "draft_date": "Draft",
            "date": "Adopted or published",
            "effective_date": "In effect",
            "addressee": "Addressee",
        },
    ),
)
