"""Signed networks, weeks that stand out, and what sides want."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from waqai.relate.alerts import judge_week
from waqai.relate.dyads import Dyad
from waqai.relate.events import Party, ReportedInterest
from waqai.relate.networks import signed_networks, to_graph
from waqai.relate.relation import relate

LBY_TUR = Dyad.parse("LBY", "TUR")


@pytest.mark.parametrize(
    ("signs", "balanced"),
    [((1, 1, 1), True), ((1, -1, -1), True), ((1, 1, -1), False), ((-1, -1, -1), False)],
)
def test_balance_of_a_triangle(make, signs, balanced) -> None:
    pairs = (("EGY", "LBY"), ("EGY", "TUR"), ("LBY", "TUR"))
    events = [make(actor=a, recipient=b, score=4.0 * s) for (a, b), s in zip(pairs, signs)]  # noqa: B905
    (network,) = signed_networks(events, "month")
    (triangle,) = network.triangles
    assert (triangle.signs, triangle.is_balanced) == (signs, balanced)
    assert network.balance == network.balance_of("LBY") == float(balanced)
    assert network.balance_of("ITA") is None
    assert to_graph(network).edges["LBY", "TUR"]["sign"] == signs[2]


def test_ties_of_a_meeting_and_of_what_does_not_count(make) -> None:
    """A meeting of three ties three pairs by a half; a claim ties nobody; 0 closes nothing."""
    events = [
        make(actor="LBY", recipient="TUR EGY", symmetric=True),
        make(actor="LBY", recipient="TUR", score=-2.5),
        make(actor="LBY", recipient="TUR", score=-9.0, stance="claimed"),
        make(actor="LBY", recipient="LBY", score=-9.0),
    ]
    (network,) = signed_networks(events, "month")
    assert [(tie.actors, tie.n_events, tie.weight, tie.sign) for tie in network.ties] == [
        (("EGY", "LBY"), 1, 0.5, 1),
        (("EGY", "TUR"), 1, 0.5, 1),
        (("LBY", "TUR"), 2, 1.5, -1),
    ]
    level = signed_networks([events[0], make(score=-1.25), make(score=0.0)], "month")[0]
    assert level.ties[2].sign == 0
    assert level.triangles == ()


def test_a_period_has_a_network_of_its_own(make) -> None:
    events = [make("2025-03-01"), make("2025-04-01", -3.0)]
    assert [n.label for n in signed_networks(events, "month")] == ["2025-03", "2025-04"]


def weeks(make, counts, **rest):
    """So many events in each week; the sources have other news in every one."""
    monday = date(2024, 1, 1)
    events = []
    for number, n_events in enumerate(counts):
        day = (monday + timedelta(weeks=number)).isoformat()
        events += [make(day, -5.0, **rest) for _ in range(n_events)]
        events.append(make(day, actor="EGY", recipient="ITA"))
    return events


def test_a_week_that_stands_out(make) -> None:
    alerts = relate(weeks(make, [4, 4, 4, 4, 9]), LBY_TUR).alerts
    told = {(alert.measure, alert.window_weeks): alert for alert in alerts}
    assert set(told) == {("all", 4), ("cooperation", 4), ("conflict", 4)}
    assert told["conflict", 4].reason == (
        "large increase: 9 conflict events, norm 4.0 over 4 of the 4 weeks before"
    )
    assert told["cooperation", 4].verdict == "limited change"


def test_a_small_number_is_no_alarm(make) -> None:
    """From 1 to 5 is five times as much, and may be four events by chance."""
    alerts = relate(weeks(make, [1, 1, 1, 1, 5]), LBY_TUR).alerts
    assert {alert.verdict for alert in alerts} == {"limited change"}
    alerts = relate(weeks(make, [1, 1, 1, 1, 6]), LBY_TUR).alerts
    assert any(alert.stands_out for alert in alerts)


def test_weeks_without_any_news_are_not_zero(make) -> None:
    """Of 52 weeks two had no news at all; the norm is that of the 50."""
    counts = [4] * 52 + [4]
    events = weeks(make, counts)
    silent = {date(2024, 1, 15), date(2024, 1, 22)}
    heard = [event for event in events if event.first not in silent]
    yearly = [a for a in relate(heard, LBY_TUR).alerts if a.window_weeks == 52]
    assert {(a.n_known_weeks, a.norm) for a in yearly if a.measure == "all"} == {(50, 4.0)}


@pytest.mark.parametrize(
    ("n_events", "norm", "verdict"),
    [
        (13, 10.0, "large increase"),
        (12, 10.0, "moderate increase"),
        (11, 10.0, "moderate increase"),
        (10, 10.0, "little change"),
        (9, 10.0, "moderate decrease"),
        (7, 10.0, "large decrease"),
        (0, 3.0, "large decrease"),
        (0, 2.0, "limited change"),
        (6, 0.0, "large increase"),
    ],
)
def test_the_rule(n_events, norm, verdict) -> None:
    assert judge_week(n_events, norm) == verdict


def test_interests_by_side(make) -> None:
    """Who wants more often comes first; a holder of neither side is kept apart."""
    turkish = Party("TUR")
    wish = ReportedInterest("الغاز", "r1", "أنقرة", turkish)
    other = ReportedInterest("السلام", "r2", "المبعوث", Party("UNO"), "believed")
    events = [
        make(interests=(wish,), aux=("hypothetical",)),
        make(interests=(ReportedInterest("الغاز", "r3", "أنقرة", turkish, "believed"), other)),
        make(actor="EGY", interests=(ReportedInterest("النفط", "r4"),)),
    ]
    found = relate(events, LBY_TUR).interests
    assert [(i.side, i.text, i.stances, i.records) for i in found] == [
        ("TUR", "الغاز", ("asserted", "believed"), ("r1", "r3")),
        (None, "السلام", ("believed",), ("r2",)),
    ]
