"""SWHIDs, the identifiers of Software Heritage: what they name can be found by its content alone."""

from __future__ import annotations

from pathlib import Path

from swh.model.from_disk import Content, Directory


def swhid_of_content(data: bytes) -> str:
    """Return the SWHID of the bytes of a file, ``swh:1:cnt:…``."""
    return str(Content.from_bytes(mode=0o644, data=data).swhid())


def swhid_of_folder(path: Path) -> str:
    """Return the SWHID of a folder and all it holds, ``swh:1:dir:…``.

    It depends on names, contents, links and which files may be executed; on no date, owner or other
    right. Raises NotADirectoryError for anything else than a folder.
    """
    if not path.is_dir():
        raise NotADirectoryError(f"{path.name}: is not a folder")
    return str(Directory.from_disk(path=bytes(path), max_content_length=None).swhid())
