"""Whether a name that a body bears is its own and no other body's either."""

from __future__ import annotations

from collections.abc import Sequence

from biometrics_china.register.forms import OF_HEADS, countries, forms, kinds
from biometrics_china.register.match import FEW_LATIN, Body
from biometrics_china.register.names import compact, is_han, is_short, whole
from biometrics_china.register.vocabulary import BORNE_ELSEWHERE, INSTITUTIONS


def by_its_form(query: str, same: Sequence[Body]) -> str:
    """Return which of several bodies alone has the legal forms of a name as typed, or nothing."""
    typed, full = kinds(whole(query)), whole(query)
    fitting = [one for one in same if typed <= {*one.kinds}] if len(same) > 1 else []
    return fitting[0].id if len(fitting) == 1 and full in fitting[0].whole else ""


def is_its_own(asked: str, full: str, one: Body) -> bool:
    """Return True if a key is not weak, nor short without its legal form, nor has a form of others."""
    typed = forms(full)
    own = frozenset[str]().union(*map(forms, one.whole))
    return (
        any(compact(k) == compact(asked) and k not in one.weak for k in one.names)
        and asked not in BORNE_ELSEWHERE
        and _is_its_kind(asked, kinds(full), one)
        and (not is_short(asked) or full in one.whole)
        and (not typed or one.country in countries(full))
        and typed <= (own or OF_HEADS)
    )


def _is_its_kind(asked: str, typed: frozenset[str], one: Body) -> bool:
    """Return True if the legal forms of a few words are those of the body, and a bare name has one.

    Of a university or a bureau any form must be its own.
    """
    is_institution = bool(typed) and not INSTITUTIONS.isdisjoint(asked.split())
    if is_institution or any(compact(k) == compact(asked) for k in one.bare):
        return not typed.isdisjoint(one.kinds)
    is_long = is_han(asked) or len(asked.split()) > FEW_LATIN
    return is_long or not (typed and one.kinds) or not typed.isdisjoint(one.kinds)
