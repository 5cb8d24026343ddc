"""A release: the folder with everything that a version is, made twice with the same bytes."""

from biometrics_china.versions.release.make import make
from biometrics_china.versions.release.refuse import Refused, refusals

__all__ = ["Refused", "make", "refusals"]
