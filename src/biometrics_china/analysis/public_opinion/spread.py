"""How far private use of face recognition has spread in China, as numbers found in print."""

from __future__ import annotations

import pandas as pd

from biometrics_china import provenance, tables
from biometrics_china.days import date_in_words
from biometrics_china.numbers import printed


def private_uses() -> pd.DataFrame:
    """Return the numbers by setting: `setting` (label), `what`, `number`, `as_of`, `source_id`.

    A number that is not exact has its qualifier before it; `as_of` is in words, or empty.
    """
    frame, settings = provenance.read_rows("private_uses"), tables.vocabulary("private_setting")
    words = {k: f"{v.lower()} " for k, v in tables.vocabulary("qualifier").items()} | {"exact": ""}
    numbers = [
        words[q] + printed(v) for q, v in zip(frame["qualifier"], frame["value"], strict=True)
    ]
    shown = frame.assign(
        place=frame["setting"].map(list(settings).index),
        setting=frame["setting"].map(settings),
        number=numbers,
        as_of=[date_in_words(d) if isinstance(d, str) else "" for d in frame["as_of"]],
    ).sort_values(["place", "id"], kind="stable")
    columns = ["setting", "what", "number", "as_of", "source_id"]
    return shown[columns].reset_index(drop=True)
