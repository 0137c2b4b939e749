"""Series: sums, means, gaps and the volume of the press."""

from __future__ import annotations

from datetime import date

import pytest

from waqai.relate.counted import count_events
from waqai.relate.dyads import Dyad
from waqai.relate.relation import relate
from waqai.relate.series import Volume, press_volume

LBY_TUR = Dyad.parse("LBY", "TUR")


def points(events, direction="mutual", unit="month"):
    return relate(events, LBY_TUR, unit).courses[direction].series.points


def test_a_month_of_figures(make) -> None:
    """Worked by hand, with a meeting of three that weighs a half."""
    april = [
        make("2025-04-01", 4.0, goldstein=1.9, quad_code=1),
        make("2025-04-09", -9.0, "TUR", "LBY", goldstein=-10.0, quad_code=4, n_reports=3),
        make("2025-04-20", 2.5, "LBY", "TUR ITA", symmetric=True, n_sources=2),
    ]
    (point,) = points(april)
    assert (point.n_events, point.weight, point.label) == (3, 2.5, "2025-04")
    assert (point.score_sum, point.score_mean) == (-3.75, -1.5)
    assert (point.goldstein_sum, point.goldstein_mean) == (-8.1, pytest.approx(-4.05))
    assert (point.cooperation, point.conflict) == (5.25, 9.0)
    assert point.quads == (1.5, 0.0, 0.0, 1.0)
    assert (point.n_reports, point.n_sources) == (5, 4)
    assert (point.volume, point.share) == (Volume(3, 5), pytest.approx(2.5 / 3))
    (forward,) = points(april, "forward")
    assert (forward.n_events, forward.score_sum) == (2, 5.25)


def test_no_news_is_missing_and_not_zero(make) -> None:
    gap = points([make("2025-01-05"), make("2025-03-05", -3.0)])[1]
    assert (gap.label, gap.n_events, gap.score_sum, gap.score_mean) == ("2025-02", 0, None, None)
    assert (gap.cooperation, gap.conflict, gap.goldstein_mean) == (None, None, None)


def test_volume_is_that_of_the_dyads_own_sources(make) -> None:
    """Whoever acted and whatever the marks; without a name it may be theirs."""
    events = [
        make("2025-04-01"),
        make("2025-04-02", actor="EGY", n_reports=4, aux=("negation",)),
        make("2025-04-03", actor="EGY", outlets=("أخرى",)),
        make("2025-04-04", actor="EGY", outlets=()),
        make(None, actor="EGY"),
    ]
    outlets = frozenset({"صحيفة المثال"})
    assert press_volume(events, outlets, "month") == {date(2025, 4, 1): Volume(3, 6)}
    assert points(events)[0].volume == Volume(3, 6)


def test_a_claim_is_a_series_of_its_own(make) -> None:
    relation = relate([make(), make(score=-9.0, stance="claimed")], LBY_TUR)
    course = relation.courses["mutual"]
    assert [p.score_sum for p in course.series.points] == [2.5]
    assert [p.score_sum for p in course.claimed.points] == [-9.0]


def test_the_month_holds_what_the_week_cannot(make) -> None:
    """An event known to the month only is put on no day and in no week."""
    events = [
        make("2025-04-09"),
        make("2025-04-01", -9.0, last=date(2025, 4, 30), granularity="month"),
    ]
    assert points(events)[0].n_events == 2
    for unit in ("week", "day"):
        assert [p.n_events for p in points(events, unit=unit)] == [1]
        assert count_events(events, LBY_TUR, unit).left_out == {"dated to the month only": 1}


def test_nothing_at_all() -> None:
    relation = relate([], LBY_TUR)
    assert relation.courses["mutual"].series.points == ()
    assert (relation.alerts, relation.networks, relation.interests) == ((), (), ())
