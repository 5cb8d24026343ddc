"""The settings that a person keeps at home do not reach a page."""

from __future__ import annotations

import warnings

from docutils import frontend

from biometrics_china import place
from biometrics_china.building import pages


def test_docutils_reads_no_settings_of_a_home(monkeypatch, tmp_path):
    (tmp_path / ".docutils").write_text("[general]\nsmart_quotes: no\nreport_level: 4\n", "utf-8")
    monkeypatch.setenv("HOME", str(tmp_path))
    read = []

    class App:
        statuscode = 0

        def __init__(self, **_):
            pass

        def build(self, force_all):
            assert force_all
            read.append(report_level())

    monkeypatch.setattr(pages, "Sphinx", App)
    assert report_level() == 4  # docutils as it comes reads the file
    pages.write(place.root(), tmp_path)
    assert read == [2]


def report_level():
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the parser is to be replaced in docutils 2
        settings = frontend.OptionParser(components=(), read_config_files=True)
    return int(settings.get_default_values().report_level)
