"""The sixty names: the right body is shown early, and nothing is claimed of bodies that are not held."""

from sixty_names import MEANT

from biometrics_china.register.entities import bodies, common
from biometrics_china.register.matcher import Matcher

#: names under which the right body is not found yet
MISSED = {"Politecnico di Harbin", "dahuagufen"}


def is_right(answer, meant):
    if not meant:
        return answer.verdict != "named" and all(hit.grade != "same" for hit in answer.hits)
    early = [hit.id for hit in answer.hits[:3]]
    return meant in early and (answer.verdict == "check" or early[0] == meant)


def test_the_right_body_is_among_the_first_three_and_absent_ones_are_not_named():
    matcher = Matcher(bodies(), common())
    assert len(MEANT) == 60
    assert {n for n, meant in MEANT.items() if not is_right(matcher.find(n), meant)} == MISSED
