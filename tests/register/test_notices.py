"""Days of entries on lists of the United States against the notices that put them there."""

import pandas as pd
import pytest

from biometrics_china import provenance


@pytest.fixture(scope="module")
def entries():
    """Return every entry with the page that it cites first, and its notice where that was read."""
    lists = dict(provenance.read_rows("lists")[["id", "name"]].to_numpy())
    notices = provenance.read_rows("notices").explode("citations")
    notices = notices.assign(list_name=notices["list_id"].map(lists))
    rows = provenance.read_rows("listings")
    rows = rows[rows["action"].eq("listed")]
    rows = rows.assign(citations=rows["citation"].str.split(";").str[0])
    return rows.merge(notices, on=["list_name", "citations"], suffixes=("", "_read"))


def test_an_entry_has_the_days_of_its_notice(entries):
    for field in ("published", "effective_date"):
        wrong = entries[entries[field].ne(entries[f"{field}_read"])]
        assert wrong.empty, wrong[["id", "citations", field]].to_dict("records")


def test_every_notice_has_entries(entries):
    assert set(provenance.read_rows("notices")["id"]) == set(entries["id_read"])


def test_the_entries_of_one_notice_have_one_day_in_force():
    rows = provenance.read_rows("listings")
    of_notices = rows["list_name"].isin(["Entity List", "Military End-User List"])
    rows = rows[of_notices & rows["action"].eq("listed")].dropna(subset=["citation"])
    rows = rows.assign(page=rows["citation"].str.split(";").str[0])
    of_page = rows.groupby(["list_name", "page"])["effective_date"]
    several = of_page.agg(lambda days: days.fillna("").nunique())
    assert several.max() == 1, several[several.gt(1)]


@pytest.mark.parametrize(
    ("row", "day"), [("li088", "2022-12-16"), ("li1279", "2025-03-25"), ("li1020", "2024-08-27")]
)
def test_days_that_were_read_in_notices(row, day):
    rows = provenance.read_rows("listings").set_index("id")
    assert rows.loc[row, "effective_date"] == day
    assert pd.notna(rows.loc[row, "published"])
