"""The data package as one archive: CSV as it is kept, and typed forms for those who compute.

SQLite and Parquet hold the values that the book computes with: types of the codebook, corrections
applied. The CSV files are as they are stored, with the corrections in a table of their own.
"""

from __future__ import annotations

import io
import sqlite3
from functools import cache
from typing import Any

import pandas as pd

from biometrics_china import tables
from biometrics_china.publishing import backmatter, metadata
from biometrics_china.versions.release import archives

#: where a SQLite file says which version of the library wrote it last
_WRITER = slice(92, 100)

_READ_ME = """\
{title}
Data package, version {version}

data/        the tables as CSV, with datapackage.json (Data Package 2.0), which describes every field
{name}.sqlite  the same tables, typed, corrections applied; lists are joined by ";"
parquet/     the same tables, typed, corrections applied; lists are lists

A row names its source (source_id) in the table of sources. A row marked "recalled" was not read at its
source and stands behind no number of the book. Licence: {licence}.
"""

NAME = "biometrics-china"


def package(facts: metadata.Metadata) -> bytes:
    """Return the archive of the data package of this process; `facts` name it and its version."""
    read_me = _READ_ME.format(
        title=facts.title,
        version=facts.version,
        name=NAME,
        licence=facts.licences["data"].name,
    )
    files = {f"data/{path}": content for path, content in backmatter.published_data().items()}
    files |= {f"parquet/{name}.parquet": parquet(frame) for name, frame in _frames().items()}
    files |= {f"{NAME}.sqlite": sqlite(), "README.txt": read_me.encode()}
    return archives.zipped({f"{NAME}-data/{path}": content for path, content in files.items()})


@cache
def _frames() -> dict[str, pd.DataFrame]:
    return {t.name: tables.load(t.name) for t in tables.package().tables}


def parquet(frame: pd.DataFrame) -> bytes:
    """Return a table as Parquet, with the types of its columns; lists are lists of strings."""
    import polars as pl  # needed by releases alone

    columns = {str(name): _plain(column) for name, column in frame.items()}
    types = {str(name): getattr(pl, _polars_type(column)) for name, column in frame.items()}
    types = {n: pl.List(pl.String) if t is pl.List else t for n, t in types.items()}
    made = io.BytesIO()
    pl.DataFrame(columns, schema=types).write_parquet(made, compression="zstd")
    return made.getvalue()


def _plain(column: pd.Series) -> list[Any]:
    """Return the values of a column as Python's own, None where one is missing."""
    if pd.api.types.is_datetime64_any_dtype(column):
        return [None if pd.isna(v) else v.date() for v in column]
    return [list(v) if isinstance(v, tuple) else None if pd.isna(v) else v for v in column]


def _polars_type(column: pd.Series) -> str:
    if _is_list(column):
        return "List"
    if pd.api.types.is_datetime64_any_dtype(column):
        return "Date"
    return {"Int64": "Int64", "Float64": "Float64", "boolean": "Boolean"}.get(
        str(column.dtype), "String"
    )


def _is_list(column: pd.Series) -> bool:
    return any(isinstance(value, tuple) for value in column)


def sqlite() -> bytes:
    """Return all tables as one SQLite database, the same bytes from any version of the library."""
    database = sqlite3.connect(":memory:")
    for name, frame in _frames().items():
        lists = {str(c): frame[c].map(";".join) for c in frame if _is_list(frame[c])}
        days = {str(c): frame[c].dt.strftime("%Y-%m-%d") for c in frame.select_dtypes("datetime")}
        frame.assign(**lists, **days).to_sql(name, database, index=False)
    database.commit()
    database.execute("VACUUM")
    made = bytearray(database.serialize())
    database.close()
    made[_WRITER] = bytes(8)
    return bytes(made)
