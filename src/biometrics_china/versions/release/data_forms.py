"""The data package as one archive: CSV as it is kept, and typed forms for those who compute.

SQLite and Parquet hold the values that the book computes with: types of the codebook, corrections
applied. The CSV files are as they are stored, with the corrections in a table of their own.
"""

from __future__ import annotations

import datetime
import io
import sqlite3
from collections.abc import Iterator
from typing import Any

import pandas as pd

from biometrics_china import codebook, metadata, tables
from biometrics_china.codebook.model import Table
from biometrics_china.publishing import backmatter
from biometrics_china.versions.release import archives

#: type of the codebook → type of a column in SQLite and in Parquet, where it is not text
_TYPES = {
    "integer": ("INTEGER", "Int64"),
    "number": ("REAL", "Float64"),
    "boolean": ("INTEGER", "Boolean"),
    "date": ("TEXT", "Date"),
    "list": ("TEXT", "List"),
}
_TEXT = ("TEXT", "String")
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
    files |= {f"parquet/{t.name}.parquet": parquet(t) for t in tables.package().tables}
    files |= {f"{NAME}.sqlite": sqlite(), "README.txt": read_me.encode()}
    return archives.zipped({f"{NAME}-data/{path}": content for path, content in files.items()})


def _columns(name: str) -> dict[str, list[Any]]:
    """Return the columns of a table in Python's own values, None where one is missing."""
    return {str(field): _plain(column) for field, column in tables.load(name).items()}


def _plain(column: pd.Series) -> list[Any]:
    if pd.api.types.is_datetime64_any_dtype(column):
        return [None if pd.isna(v) else v.date() for v in column]
    return [list(v) if isinstance(v, tuple) else None if pd.isna(v) else v for v in column]


def parquet(table: Table) -> bytes:
    """Return a table as Parquet, with the types of its columns; lists are lists of strings."""
    import polars as pl  # needed by releases alone

    types = {f.name: getattr(pl, _TYPES.get(f.type, _TEXT)[1]) for f in table.fields}
    types = {n: pl.List(pl.String) if t is pl.List else t for n, t in types.items()}
    made = io.BytesIO()
    pl.DataFrame(_columns(table.name), schema=types).write_parquet(made, compression="zstd")
    return made.getvalue()


def sqlite() -> bytes:
    """Return all tables as one SQLite database, the same bytes from any version of the library.

    Primary and foreign keys are those of the codebook; a list that refers to another table is text.
    """
    database = sqlite3.connect(":memory:")
    for resource in codebook.published_descriptor()["resources"]:
        name, columns = resource["name"], _columns(resource["name"])
        database.execute(f"CREATE TABLE {_quoted(name)} ({', '.join(_parts(resource))})")
        cells = zip(*(map(_cell, column) for column in columns.values()), strict=True)
        places = ", ".join("?" * len(columns))
        database.executemany(f"INSERT INTO {_quoted(name)} VALUES ({places})", cells)
    database.commit()
    database.execute("VACUUM")
    made = bytearray(database.serialize())
    database.close()
    made[_WRITER] = bytes(8)
    return bytes(made)


def _parts(resource: dict[str, Any]) -> Iterator[str]:
    """Yield columns and keys of a table in the words of SQL."""
    schema = resource["schema"]
    for described in schema["fields"]:
        limits = described.get("constraints", {})
        words = [_quoted(described["name"]), _TYPES.get(described["type"], _TEXT)[0]]
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
