"""The snapshot of this checkout, taken once, and the two small versions of the rehearsal."""

import pytest
import rehearsal

from biometrics_china.versions import compare, snapshot


@pytest.fixture(scope="session")
def present():
    return snapshot.take()


@pytest.fixture
def old():
    return rehearsal.OLD


@pytest.fixture
def new():
    return rehearsal.new_version()


@pytest.fixture
def found(old, new):
    return compare.compare(old, new)
