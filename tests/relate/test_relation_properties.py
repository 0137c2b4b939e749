"""Properties: order changes nothing, periods add up, mirrored dyads mirror, figures are whole."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from waqai.relate.dyads import Dyad
from waqai.relate.events import Party, RelatedEvent
from waqai.relate.periods import period_start
from waqai.relate.relation import relate
from waqai.relate.report_csv import render_csv
from waqai.relate.report_json import render_json

LBY_TUR = Dyad.parse("LBY", "TUR")
SCORES = (-9.0, -7.0, -3.0, -2.0, 0.0, 2.5, 4.0, 5.0, 9.5)
sides = st.lists(st.sampled_from(("LBY", "TUR", "ITA", None)), max_size=3).map(
    lambda codes: tuple(Party(code) for code in codes)
)


@st.composite
def some_events(draw: st.DrawFn) -> list[RelatedEvent]:
    """Up to 25 events of half a year, of all marks, stances and granularities."""
    found = []
    for number in range(draw(st.integers(0, 25))):
        first = date(2024, 1, 1) + timedelta(days=draw(st.integers(0, 180)))
        granularity = draw(st.sampled_from(("day", "day", "day", "week", "month")))
        last = first + timedelta(days={"day": 0, "week": 6, "month": 27}[granularity])
        has_date = draw(st.integers(0, 9)) > 0
        score = draw(st.sampled_from(SCORES))
        found.append(
            RelatedEvent(
                id=f"e{number:02}",
                event=draw(st.sampled_from(("CONSULT", "THREATEN", "ASSAULT"))),
                quad_code=draw(st.integers(1, 4)),
                event_scale=score,
                stance=draw(st.sampled_from(("asserted", "asserted", "claimed", "denied"))),
                first=first if has_date else None,
                last=last if has_date else None,
                granularity=granularity,
                actor=draw(sides),
                recipient=draw(sides),
                symmetric=draw(st.booleans()),
                aux=draw(st.sampled_from(((), (), ("future",), ("negation",)))),
                goldstein=draw(st.sampled_from((None, 1.9, -10.0))),
                outlets=draw(st.sampled_from(((), ("أ",), ("ب",), ("أ", "ب")))),
            )
        )
    return found


@given(some_events(), st.randoms(use_true_random=False), st.sampled_from(("week", "month")))
@settings(max_examples=25)
def test_the_order_of_events_changes_no_byte(events, random, unit) -> None:
    turned = list(events)
    random.shuffle(turned)
    one, other = (relate(each, LBY_TUR, unit) for each in (events, turned))
    assert render_json(one) == render_json(other)
    assert render_csv(one) == render_csv(other)


@given(some_events())
@settings(max_examples=25)
def test_an_event_given_twice_counts_once(events) -> None:
    once, twice = (relate(each, LBY_TUR) for each in (events, [*events, *events]))
    assert twice.counting.n_repeated == len(events)
    assert twice.courses == once.courses


@given(some_events(), st.sampled_from(("week", "month")))
@settings(max_examples=25)
def test_days_add_up_to_weeks_and_months(events, unit) -> None:
    """Of events known to the day: counts and sums are those of their days together."""
    daily = [event for event in events if event.granularity == "day"]
    for direction in ("forward", "backward", "mutual"):
        days = relate(daily, LBY_TUR, "day").courses[direction].series.points
        whole = relate(daily, LBY_TUR, unit).courses[direction].series.points
        sums: dict[date, list[float]] = defaultdict(lambda: [0.0] * 6)
        for point in days:
            parts = sums[period_start(point.start, unit)]
            figures = (
                point.n_events, point.weight, point.score_sum, point.cooperation,
                point.conflict, point.quads[0],
            )  # fmt: skip
            for at, figure in enumerate(figures):
                parts[at] += figure or 0.0
        for point in whole:
            figures = (
                point.n_events, point.weight, point.score_sum, point.cooperation,
                point.conflict, point.quads[0],
            )  # fmt: skip
            assert [figure or 0.0 for figure in figures] == pytest.approx(sums[point.start])


@given(some_events())
@settings(max_examples=25)
def test_every_event_on_the_dyad_is_somewhere(events) -> None:
    counting = relate(events, LBY_TUR).counting
    bearing = [e for e in events if LBY_TUR.bearing(e) or LBY_TUR.is_together(e)]
    assert counting.n_bearing == len(bearing)
    assert counting.n_given == len(events)


@given(some_events())
@settings(max_examples=25)
def test_the_dyad_turned_round_is_the_same_relation(events) -> None:
    one, other = relate(events, LBY_TUR), relate(events, Dyad.parse("TUR", "LBY"))
    assert [p.score_sum for p in one.courses["mutual"].series.points] == [
        p.score_sum for p in other.courses["mutual"].series.points
    ]
    assert one.courses["mutual"].penalty == other.courses["mutual"].penalty
    for mine, theirs in (("forward", "backward"), ("backward", "forward")):
        assert [p.score_sum for p in one.courses[mine].series.points] == [
            p.score_sum for p in other.courses[theirs].series.points
        ]
    assert [s.level for s in one.courses["mutual"].states] == [
        s.level for s in other.courses["mutual"].states
    ]


@given(some_events())
@settings(max_examples=25)
def test_net_cooperation_is_cooperation_less_conflict(events) -> None:
    for course in relate(events, LBY_TUR).courses.values():
        for point in course.series.points:
            if point.n_events:
                assert point.cooperation is not None and point.conflict is not None
                assert point.score_mean is not None
                assert point.score_sum == pytest.approx(point.cooperation - point.conflict)
                assert sum(point.quads) == pytest.approx(point.weight)
                assert -10 <= point.score_mean <= 10
            else:
                assert point.score_sum is point.score_mean is point.goldstein_sum is None
