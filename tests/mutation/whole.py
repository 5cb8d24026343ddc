"""Plant 1,500 errors and keep the counts in the data: ``make mutation``."""

from __future__ import annotations

import sys

import planting

from biometrics_china import place

SIZE = 1500


def main() -> int:
    """Return 1, and name them, if an error was silent."""
    found, silent = planting.counts(SIZE)
    path = place.data() / "methods" / f"{planting.RESULT}.csv"
    planting.write(found, path)
    stopped = sum(n["stopped"] for n in found.values())
    seen = SIZE - stopped - len(silent)
    print(f"planted {SIZE:,} errors: check stops {stopped:,}, the ledger sees {seen:,}")
    for plant in silent:
        print(f"silent: {plant.kind} in {plant.table}")
    return int(bool(silent))


if __name__ == "__main__":
    sys.exit(main())
