"""The data package as one archive: CSV as it is kept, and typed forms for those who compute.

SQLite and Parquet hold the values that the book computes with: types of the codebook, corrections
applied. The CSV files are as they are stored, with the corrections in a table of their own.
"""

from __future__ import annotations

import datetime
import io
import sqlite3
from collections.abc import Iterator
from functools import cache
from typing import Any

import pandas as pd

from biometrics_china import codebook, metadata, tables
from biometrics_china.publishing import backmatter
from biometrics_china.versions.release import archives

#: pandas type → type of a column in SQLite, where it is not text
_SQL = {"Int64": "INTEGER", "Float64": "REAL", "boolean": "INTEGER"}
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
    """Return all tables as one SQLite database, the same bytes from any version of the library.

    Primary and foreign keys are those of the codebook; a list that refers to another table is text.
    """
    database = sqlite3.connect(":memory:")
    for resource in codebook.published_descriptor()["resources"]:
        name, frame = resource["name"], _frames()[resource["name"]]
        database.execute(f"CREATE TABLE {_quoted(name)} ({', '.join(_parts(resource, frame))})")
        cells = zip(*(map(_cell, _plain(column)) for _, column in frame.items()), strict=True)
        places = ", ".join("?" * len(frame.columns))
        database.executemany(f"INSERT INTO {_quoted(name)} VALUES ({places})", cells)
    database.commit()
    database.execute("VACUUM")
    made = bytearray(database.serialize())
    database.close()
    made[_WRITER] = bytes(8)
    return bytes(made)


def _parts(resource: dict[str, Any], frame: pd.DataFrame) -> Iterator[str]:
    """Yield columns and keys of a table in the words of SQL."""
    schema = resource["schema"]
    for described in schema["fields"]:
        limits = described.get("constraints", {})
        words = [_quoted(described["name"]), _SQL.get(str(frame[described["name"]].dtype), "TEXT")]
        words += ["NOT NULL"] if limits.get("required") else []
        # other tables refer to names as well as to ids, and what is referred to must be unique
        yield " ".join([*words, "UNIQUE"] if limits.get("unique") else words)
    yield f"PRIMARY KEY ({_quoted(schema['primaryKey'])})"
    for key in schema.get("foreignKeys", ()):
        other = key["reference"]["resource"] or resource["name"]
        there = f"{_quoted(other)} ({_quoted(key['reference']['fields'])})"
        yield f"FOREIGN KEY ({_quoted(key['fields'])}) REFERENCES {there}"


def _quoted(names: str | list[str]) -> str:
    return ", ".join(f'"{name}"' for name in ([names] if isinstance(names, str) else names))


def _cell(value: Any) -> Any:
    if isinstance(value, list):
        return ";".join(value)
    return value.isoformat() if isinstance(value, datetime.date) else value
