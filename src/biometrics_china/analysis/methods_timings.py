"""How long builds of the chapters take: medians and ranges of paired runs, ratios, and growth."""

from __future__ import annotations

import pandas as pd

from biometrics_china import tables
from biometrics_china.numbers import Numbers, steady

#: the same pages as this book's, and the same chapters by stock tools
SAME_PAGES, STOCK = "jupyter_book_site", "jupyter_book"


def _runs() -> pd.DataFrame:
    return tables.load("timings")


def paired() -> pd.DataFrame:
    """Return the runs of the book as it is: those that every round repeats for every tool."""
    frame = _runs()
    return frame[_is_usual(frame)].reset_index(drop=True)


def _is_usual(frame: pd.DataFrame) -> pd.Series:
    return frame["chapters"].eq(frame["chapters"].min()) & frame["rows_factor"].eq(1)


def summary() -> pd.DataFrame:
    """Return one row a tool and task: labels, `runs`, seconds (median, lowest, highest), peak MiB.

    Tools and tasks stand in the order of the codebook; `version` is that of the tool.
    """
    labels, tasks = tables.vocabulary("build_tool"), tables.vocabulary("build_task")
    rows = []
    for (tool, task), part in paired().groupby(["tool", "task"], sort=False):
        rows.append(
            {
                "place": (list(labels).index(str(tool)), list(tasks).index(str(task))),
                "tool": labels[str(tool)],
                "version": part["version"].iloc[-1],
                "task": tasks[str(task)],
                "runs": len(part),
                "median_s": _printed(part["seconds"].median()),
                "lowest_s": _printed(part["seconds"].min()),
                "highest_s": _printed(part["seconds"].max()),
                "peak_mib": int(part["peak_mib"].max()),
            }
        )
    return (
        pd.DataFrame(rows)
        .sort_values("place", ignore_index=True, kind="stable")
        .drop(columns="place")
    )


def _printed(seconds: float) -> float:
    return round(steady(seconds), 1)


def growth() -> pd.DataFrame:
    """Return cold builds of grown copies: `kind` (chapters, rows), `factor`, `tool`, `seconds`.

    Factor 1 is the median of the rounds; grown copies were built once.
    """
    frame = _runs()
    cold = frame[frame["task"].eq("cold") & frame["tool"].isin(["book", STOCK])]
    least = cold["chapters"].min()
    once = cold[_is_usual(cold)].groupby("tool")["seconds"].median()
    rows = [
        (kind, 1, tool, float(once[tool])) for kind in ("chapters", "rows") for tool in once.index
    ]
    for row in cold.to_dict("records"):
        if row["chapters"] > least:
            # the front page stands once in every copy
            factor = round((row["chapters"] - 1) / (least - 1))
            rows.append(("chapters", factor, row["tool"], float(row["seconds"])))
        elif row["rows_factor"] > 1:
            rows.append(("rows", int(row["rows_factor"]), row["tool"], float(row["seconds"])))
    found = pd.DataFrame(rows, columns=["kind", "factor", "tool", "seconds"])
    return found.sort_values(["kind", "tool", "factor"], ignore_index=True)


def ratios(tool: str, task: str, other: str, other_task: str) -> pd.Series:
    """Return seconds of a tool and task over those of another, paired by round."""
    frame = paired().set_index("round")
    sides = [
        frame.loc[frame["tool"].eq(t) & frame["task"].eq(k), "seconds"].astype(float)
        for t, k in ((tool, task), (other, other_task))
    ]
    return (sides[0] / sides[1]).dropna()


#: name → tool and task over tool and task, in words
COMPARED = {
    "cold": ("book", "cold", SAME_PAGES, "cold", "a cold build, of Jupyter Book with this site"),
    "cold_stock": ("book", "cold", STOCK, "cold", "a cold build, of stock Jupyter Book"),
    "unchanged": (
        "book",
        "unchanged",
        STOCK,
        "unchanged",
        "nothing changed, of stock Jupyter Book",
    ),
    "row": ("book", "row", "book", "cold", "one row changed, of a cold build of this book"),
}


def add_numbers(found: Numbers) -> None:
    """Add the numbers of the section on times to those of the page on methods."""
    frame = paired()
    mine = frame[frame["tool"].eq("book")]
    for task in ("cold", "unchanged", "row"):
        seconds = mine.loc[mine["task"].eq(task), "seconds"].median()
        found.decimal(f"seconds_{task}", seconds, f"median seconds of a build, {task}")
    for name, (*compared, meaning) in COMPARED.items():
        each = ratios(*compared)
        found.decimal(f"ratio_{name}", each.median(), f"share of time: {meaning}", digits=2)
        found.decimal(
            f"ratio_{name}_low", each.min(), f"the lowest of its rounds: {meaning}", digits=2
        )
        found.decimal(f"ratio_{name}_high", each.max(), f"the highest: {meaning}", digits=2)
    found.count("peak_mib", mine["peak_mib"].max(), "most MiB held by a build of this book")
    found.count("timed_rounds", frame["round"].max(), "rounds of paired runs")
    found.date("timed_on", f"{frame['date'].max():%Y-%m-%d}", "day of the measurement")
    _add_growth(found)
    labels = tables.vocabulary("build_tool").items()
    missing = [label for tool, label in labels if tool not in set(frame["tool"])]
    found.words("not_timed", ", ".join(missing) or "none", "tools that did not build")
    found.words("timed_machine", frame["machine"].iloc[-1], "machine of the measurement")


def _add_growth(found: Numbers) -> None:
    """Add the largest copies: how many times, the seconds of both tools, and their memory."""
    grown = growth()
    for kind in ("chapters", "rows"):
        part = grown[grown["kind"].eq(kind)]
        most = part["factor"].max()
        found.count(f"most_{kind}", most, f"times the {kind} in the largest copy")
        for tool, end in (("book", ""), (STOCK, "_stock")):
            seconds = part.loc[part["factor"].eq(most) & part["tool"].eq(tool), "seconds"].iloc[0]
            meaning = f"seconds of a cold build of that copy, {tool}"
            found.decimal(f"most_{kind}_seconds{end}", seconds, meaning, digits=0)
    frame = _runs()
    for tool, end in (("book", ""), (STOCK, "_stock")):
        most = frame.loc[frame["tool"].eq(tool), "peak_mib"].max()
        found.count(f"most_mib{end}", most, f"most MiB held in any run, copies included, {tool}")
