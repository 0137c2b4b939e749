"""A relation as text for a terminal: the curve, its states and changes, and the words behind.

The curve is that of both directions together; the mean of each direction stands beside it. A
section without anything to tell is left out, except that the lack of changes is always told.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from waqai.relate.change import FALSE_BREAKS, INTERVAL
from waqai.relate.counted import CountedEvent
from waqai.relate.events import RelatedEvent
from waqai.relate.partition import MIN_OBSERVED
from waqai.relate.periods import period_label, period_start
from waqai.relate.relation import Change, Course, Relation
from waqai.relate.report_curve import curve_lines, signed
from waqai.relate.states import State

if TYPE_CHECKING:
    from rich.text import Text

PLAIN_WIDTH = 100
"""Columns where the text goes to no terminal, so that the bytes are the same everywhere."""
N_DRIVERS = 3
"""Events shown on each side of a change; JSON has all."""
N_INTERESTS = 5
"""Interests shown for each side; JSON has all."""
N_ALERTS = 10
"""Weeks shown; JSON has all."""
QUOTE_CHARS = 140
"""Code points of a sentence shown; JSON has all."""
QUADS = ("verbal cooperation", "material cooperation", "verbal conflict", "material conflict")
COLOURS = {"hostile": "red", "cool": "cyan", "mixed": "yellow", "cooperative": "green"}


def render_text(
    relation: Relation,
    n_quarantined: int = 0,
    *,
    width: int = PLAIN_WIDTH,
    is_coloured: bool = False,
) -> str:
    """The relation as lines of text.

    Args:
        relation: what to tell.
        n_quarantined: lines of the input that were no records.
        width: columns of the terminal.
        is_coloured: whether to write colours as a terminal reads them.
    """
    from rich.console import Console

    stream = io.StringIO()
    console = Console(
        file=stream,
        width=width,
        force_terminal=is_coloured,
        color_system="standard" if is_coloured else None,
        legacy_windows=False,
    )
    for line in _lines(relation, n_quarantined):
        console.print(line, highlight=False, no_wrap=False, overflow="fold")
    return "\n".join(line.rstrip() for line in stream.getvalue().splitlines()) + "\n"


def _lines(relation: Relation, n_quarantined: int) -> Iterator[Text]:
    mutual = relation.courses["mutual"]
    yield from _head(relation, n_quarantined)
    if relation.counting.asserted:
        yield from _section("Both ways, mean PLOVER score", curve_lines(relation))
        yield from _section("States", (_state_line(s, relation.unit) for s in mutual.states))
        yield from _section("Changes", _change_lines(mutual, relation.unit))
    yield from _section("Claimed only, in no figure above", _claimed_lines(relation))
    yield from _section("Interests that reports name", _interest_lines(relation))
    yield from _section("Weeks against the weeks before", _alert_lines(relation))
    yield from _section("Triangles among all actors", _balance_lines(relation))


def _section(title: str, lines: Iterable[Text]) -> Iterator[Text]:
    from rich.text import Text

    shown = list(lines)
    if shown:
        yield Text()
        yield Text(title, style="bold underline")
        yield from shown


def _head(relation: Relation, n_quarantined: int) -> Iterator[Text]:
    from rich.text import Text

    counting = relation.counting
    dyad = relation.dyad
    title = Text(f"{dyad.first.name} – {dyad.second.name}", style="bold")
    yield title.append(f"  by {relation.unit}", style="not bold dim")
    counted = [item.event for item in counting.asserted]
    n_approximate = sum(event.is_approximate for event in counted)
    yield Text(
        f"counted: {_number(len(counted), 'event')} from "
        f"{_number(sum(event.n_reports for event in counted), 'report')}, "
        f"{_number(len(relation.outlets), 'outlet')} named"
    )
    n_confirmed = sum(event.n_sources > 1 for event in counted)
    if n_confirmed:
        yield Text(f"told by two independent sources or more: {n_confirmed}")
    if n_approximate:
        yield Text(f"dated by their publication for want of a day: {n_approximate}")
    if counting.claimed:
        yield Text(f"claimed only, in a series of their own: {len(counting.claimed)}")
    if counting.left_out:
        reasons = ", ".join(f"{n} {reason}" for reason, n in counting.left_out.items())
        yield Text(f"left out: {sum(counting.left_out.values())} ({reasons})")
    total = f"given: {_number(counting.n_given, 'event')}, {counting.n_bearing} on this dyad"
    yield Text(f"{total}; repeated {counting.n_repeated}, quarantined {n_quarantined}", style="dim")


def _state_line(state: State, unit: str) -> Text:
    from rich.text import Text

    span = _span(period_label(state.first, unit), period_label(state.last, unit))
    line = Text(f"{state.name:<12}", style=COLOURS[state.name])
    shares = ", ".join(
        f"{share:.0%} {quad}"
        for share, quad in zip(state.shares_by_quad, QUADS, strict=True)
        if share
    )
    return line.append(
        f"{span}  level {signed(state.level)}, {_number(state.n_events, 'event')} in "
        f"{_number(state.n_periods, unit)}: {shares}",
        style="default",
    )


def _change_lines(course: Course, unit: str) -> Iterator[Text]:
    from rich.text import Text

    n_observed = len(course.series.observed)
    if course.penalty is None:
        why = (
            f"{_number(n_observed, unit)} with news, {2 * MIN_OBSERVED} are needed"
            if n_observed < 2 * MIN_OBSERVED
            else "all scores are alike"
        )
        yield Text(f"none looked for: {why}")
        return
    if not course.changes:
        yield Text(
            f"none found in {_number(n_observed, unit)} with news; a small or late change "
            "may be there all the same"
        )
    for change in course.changes:
        yield from _change(change, unit)
    yield Text(
        f"measured against {course.n_shuffles} shuffled flat series, of which "
        f"{FALSE_BREAKS:.0%} would show a change",
        style="dim",
    )


def _change(change: Change, unit: str) -> Iterator[Text]:
    from rich.text import Text

    earliest, latest = period_label(change.earliest, unit), period_label(change.latest, unit)
    line = Text(change.kind, style=f"bold {'green' if change.size > 0 else 'red'}")
    yield line.append(
        f" {period_label(change.first_after, unit)}: {change.before.name} "
        f"{signed(change.before.level)} → {change.after.name} {signed(change.after.level)}; "
        f"began {_span(earliest, latest)} ({INTERVAL:.0%} interval)",
        style="not bold default",
    )
    for title, drivers in (("after", change.drivers_after), ("before", change.drivers_before)):
        yield Text(f"  {title}, by their part in the change:")
        for driver in drivers[:N_DRIVERS]:
            yield Text(f"    {signed(driver.part)}  ").append_text(_quote(driver.item))
        if len(drivers) > N_DRIVERS:
            rest = sum(driver.part for driver in drivers[N_DRIVERS:])
            yield Text(f"    {signed(rest)}  {_number(len(drivers) - N_DRIVERS, 'more event')}")


def _claimed_lines(relation: Relation) -> Iterator[Text]:
    for item in relation.counting.claimed:
        yield _quote(item)


def _interest_lines(relation: Relation) -> Iterator[Text]:
    from rich.text import Text

    sides = (relation.dyad.first.name, relation.dyad.second.name, None)
    for side in sides:
        items = [item for item in relation.interests if item.side == side]
        for item in items[:N_INTERESTS]:
            stances = "" if item.stances == ("asserted",) else f" ({', '.join(item.stances)})"
            holder = f"{item.holder}: " if item.holder else ""
            name = side or "neither side"
            yield Text(f"{name}  {holder}{item.text}{stances}")
        if len(items) > N_INTERESTS:
            yield Text(f"{side or 'neither side'}  and {len(items) - N_INTERESTS} more")


def _alert_lines(relation: Relation) -> Iterator[Text]:
    from rich.text import Text

    shown = relation.alerts[-N_ALERTS:]
    if len(shown) < len(relation.alerts):
        yield Text(f"{len(relation.alerts) - len(shown)} earlier ones not shown", style="dim")
    for alert in shown:
        yield Text(f"{alert.label}  {alert.reason}", style="bold" if alert.stands_out else "")


def _balance_lines(relation: Relation) -> Iterator[Text]:
    from rich.text import Text

    for network in relation.networks:
        if network.balance is not None:
            n_balanced = sum(triangle.is_balanced for triangle in network.triangles)
            yield Text(
                f"{network.label}  {n_balanced} of {len(network.triangles)} balanced "
                f"({network.balance:.0%})"
            )


def _quote(item: CountedEvent) -> Text:
    """An event with its day, its type and the words of one report."""
    from rich.text import Text

    event = item.event
    words = " ".join(event.sentence.split())
    if len(words) > QUOTE_CHARS:
        words = words[:QUOTE_CHARS].rsplit(" ", 1)[0] + " …"
    outlet = f" — {event.outlets[0]}" if event.outlets else ""
    modes = f" {'/'.join(event.modes)}" if event.modes else ""
    line = Text(f"{_when(event)} {event.event}{modes} {signed(event.event_scale)}  ")
    return line.append(f"{words}{outlet}", style="dim")


def _when(event: RelatedEvent) -> str:
    """The day of an event, or no more than is known of it."""
    if event.first is None or event.granularity == "day":
        return str(event.first)
    if event.granularity in ("week", "month"):
        return period_label(period_start(event.first, event.granularity), event.granularity)
    return _span(str(event.first), str(event.last))


def _span(first: str, last: str) -> str:
    return first if first == last else f"{first} … {last}"


def _number(n: int, noun: str) -> str:
    return f"{n} {noun}" if n == 1 else f"{n} {noun}s"
