"""Which events count, with what weight, and in which period."""

from __future__ import annotations

from datetime import date

import pytest

from waqai.errors import RelationError
from waqai.relate.counted import count_events, why_not_counted
from waqai.relate.dyads import Bearing, Dyad, Side
from waqai.relate.events import Party
from waqai.relate.periods import next_period, period_label, place_event, previous_period

LBY_TUR = Dyad.parse("LBY", "TUR")


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({}, None),
        ({"aux": ("historical",)}, None),
        ({"aux": ("negation",)}, "negation"),
        ({"aux": ("historical", "hypothetical")}, "hypothetical"),
        ({"stance": "reported"}, None),
        ({"stance": "claimed"}, None),
        ({"stance": "denied"}, "denied"),
        ({"stance": "believed"}, "believed"),
        ({"stance": "expected"}, "expected"),
        ({"aux": ("future",)}, "future"),
        ({"aux": ("future",), "event": "AGREE"}, None),
        ({"aux": ("future",), "event": "CONCEDE"}, None),
        ({"aux": ("future",), "event": "REQUEST"}, None),
        ({"aux": ("future",), "event": "THREATEN"}, None),
        ({"aux": ("future",), "event": "ACCUSE"}, "future"),
        ({"aux": ("future", "negation"), "event": "THREATEN"}, "negation"),
    ],
)
def test_what_counts(make, changes, reason) -> None:
    assert why_not_counted(make(**changes)) == reason


def test_all_events_on_a_dyad_add_up(make) -> None:
    """Counted, claimed, left out by reason; others are given and no more."""
    events = [
        make(), make(stance="claimed"), make(aux=("negation",)), make(day=None),
        make(recipient="ITA"), make(actor="LBY TUR", recipient=""),
        make(granularity="month", last=date(2025, 4, 30), first=date(2025, 4, 1)),
    ]  # fmt: skip
    counting = count_events([*events, events[0]], LBY_TUR, "week")
    assert [item.event for item in counting.asserted] == [events[0]]
    assert [item.event for item in counting.claimed] == [events[1]]
    assert counting.left_out == {
        "both on one side": 1,
        "dated to the month only": 1,
        "negation": 1,
        "no date": 1,
    }
    assert (counting.n_given, counting.n_repeated, counting.n_bearing) == (7, 1, 6)


def test_weights_of_meetings(make) -> None:
    """1/(n-1) for n sides, and whoever is not known takes part too."""
    two = make(symmetric=True)
    four = make(actor="LBY", recipient="TUR ITA EGY", symmetric=True)
    unknown = make(symmetric=True, recipient="", actor="")
    parties = (Party("LBY"), Party(None), Party("TUR"), Party("TUR", "person/x"))
    object.__setattr__(unknown, "actor", parties)
    assert [LBY_TUR.bearing(event) for event in (two, four, unknown)] == [
        Bearing(True, True, 1.0),
        Bearing(True, True, 1 / 3),
        Bearing(True, True, 0.5),
    ]


def test_directions(make) -> None:
    assert LBY_TUR.bearing(make()) == Bearing(True, False, 1.0)
    assert LBY_TUR.bearing(make(actor="TUR", recipient="EGY LBY")) == Bearing(False, True, 1.0)
    assert LBY_TUR.bearing(make(recipient="EGY")) is None


def test_identities_and_their_countries(make) -> None:
    """A man is his country's where the country is asked for, and himself where he is."""
    haftar, state = Party("LBY", "person/khalifa-haftar"), Party("TUR", "state/TUR")
    event = make(actor="", recipient="")
    object.__setattr__(event, "actor", (haftar,))
    object.__setattr__(event, "recipient", (state,))
    for first, second in (
        ("LBY", "TUR"), ("person/khalifa-haftar", "TUR"), ("person/khalifa-haftar", "state/TUR"),
    ):  # fmt: skip
        assert Dyad.parse(first, second).bearing(event) == Bearing(True, False, 1.0)
    assert Dyad.parse("LBY", "TUR", "identity").bearing(event) is None
    within = Dyad.parse("person/khalifa-haftar", "LBY")
    assert within.side_of(haftar) == Side("identity", "person/khalifa-haftar")
    assert within.side_of(Party("LBY")) == Side("code", "LBY")


@pytest.mark.parametrize(
    "sides",
    [("LBY", "LBY", None), ("Libya", "TUR", None), ("person/x", "TUR", "code"), ("", "TUR", None)],
)
def test_sides_that_cannot_be_read(sides) -> None:
    with pytest.raises(RelationError):
        Dyad.parse(*sides)


def test_periods() -> None:
    """Weeks are those of ISO 8601, also over the turn of a year."""
    assert period_label(date(2018, 12, 31), "week") == "2019-W01"
    assert next_period(date(2024, 12, 1), "month") == date(2025, 1, 1)
    assert next_period(date(2025, 1, 1), "month") == date(2025, 2, 1)
    assert previous_period(date(2025, 3, 31), "week") == date(2025, 3, 24)
    assert next_period(date(2024, 2, 28), "day") == date(2024, 2, 29)


def test_events_of_several_days(make) -> None:
    """What lasts counts where it began; what happened at some time within a range need not."""
    lasting = make("2025-03-30", last=date(2025, 4, 2))
    within = make("2025-03-30", last=date(2025, 4, 2), is_range=True)
    week = make("2025-03-31", last=date(2025, 4, 6), granularity="week")
    assert place_event(lasting, "day") == (date(2025, 3, 30), "")
    assert place_event(within, "month") == (None, "day not settled within one month")
    assert place_event(week, "week") == (date(2025, 3, 31), "")
    assert place_event(week, "month") == (None, "dated to the week only")
    assert place_event(week, "day") == (None, "dated to the week only")
