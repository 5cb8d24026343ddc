"""What must hold in the data for the words on the size of the industry to be true."""

from __future__ import annotations

from biometrics_china.analysis.europe_technology import size

__all__ = [
    "dahua_sells_more_abroad_than_at_home",
    "market_researchers_count_different_things",
    "what_counts_as_abroad_moves_the_share",
]


def dahua_sells_more_abroad_than_at_home() -> bool:
    """Return whether over half of Dahua's sales are abroad in each time for which a share is known."""
    frame = size.counted()
    shares = frame["id"].map(size.shares(frame))
    found = shares[frame["subject"].eq("Dahua")].dropna()
    return bool(len(found) and found.gt(0.5).all())


def what_counts_as_abroad_moves_the_share() -> bool:
    """Return whether Hikvision's share abroad differs by over five points within one half-year."""
    found = size.shares(size.counted())
    return bool(found["if-04"] - found["if-05"] > 0.05)


def market_researchers_count_different_things() -> bool:
    """Return whether no two figures of market researchers count the same thing."""
    frame = size.counted()
    found = frame.loc[frame["kind"].eq("researcher"), "counts"]
    return bool(len(found) > 1 and found.is_unique)
