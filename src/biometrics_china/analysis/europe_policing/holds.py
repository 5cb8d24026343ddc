"""What must hold in the data for the words of the chapter to be true."""

from __future__ import annotations

from biometrics_china.analysis.europe_policing import rules, treaties


def south_and_east() -> bool:
    """Return whether south and east."""
    frame = treaties.in_book()
    have = frame["kind"].eq("extradition") & frame["status"].isin(treaties.CONCLUDED)
    codes = set(frame.loc[have, "country"]) & set(treaties.MEMBERS)
    return len(codes & {"BG", "RO", "LT", "ES", "PT", "IT", "CY", "GR"}) > len(codes) / 2


def left_and_right() -> bool:
    """Return whether left and right."""
    frame = rules.by_side_in_book().set_index("side")
    left = ["central_approval", "local_approval", "security_review"]
    right = ["legal_basis", "person_rights", "oversight"]
    china, union = frame.loc["China"], frame.loc["European Union"]
    return bool(
        china[left].sum() > china[right].sum() and union[right].sum() > union[left].sum() == 0
    )
