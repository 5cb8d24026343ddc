"""The tests that take longest begin first, and each of them is there."""

from __future__ import annotations

from pathlib import Path

import pytest

HERE = Path(__file__).parent


def test_the_longest_files_are_there_and_come_first(request: pytest.FixtureRequest) -> None:
    plugin = request.config.pluginmanager.get_plugin(str(HERE / "conftest.py"))
    assert plugin is not None
    assert [name for name in plugin.LONGEST if not (HERE / name).is_file()] == []
    seen = list(dict.fromkeys(item.path for item in request.session.items))
    places = {HERE / name: place for place, name in enumerate(plugin.LONGEST)}
    ordered = [places.get(path, len(places)) for path in seen]
    assert ordered == sorted(ordered)
