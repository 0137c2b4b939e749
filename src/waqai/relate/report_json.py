"""A relation as JSON: every figure, every counted event with its evidence, keys in one order."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from waqai.relate.alerts import Alert
from waqai.relate.counted import CountedEvent
from waqai.relate.drivers import Driver
from waqai.relate.events import Party, RelatedEvent
from waqai.relate.interests import SideInterest
from waqai.relate.networks import Network
from waqai.relate.relation import Change, Course, Relation
from waqai.relate.series import Point, Series
from waqai.relate.states import State


def render_json(relation: Relation, n_quarantined: int = 0) -> str:
    """The relation as one JSON object, indented, ending in a line end."""
    return json.dumps(to_dict(relation, n_quarantined), ensure_ascii=False, indent=1) + "\n"


def to_dict(relation: Relation, n_quarantined: int = 0) -> dict[str, Any]:
    """The relation as a dictionary whose insertion order is the order of the keys."""
    counting = relation.counting
    return {
        "dyad": [relation.dyad.first.name, relation.dyad.second.name],
        "by": relation.unit,
        "counts": {
            "given": counting.n_given,
            "repeated": counting.n_repeated,
            "quarantined": n_quarantined,
            "bearing": counting.n_bearing,
            "counted": len(counting.asserted),
            "claimed": len(counting.claimed),
            "left_out": dict(counting.left_out),
        },
        "outlets": list(relation.outlets),
        "directions": {name: _course(course) for name, course in relation.courses.items()},
        "interests": [_interest(item) for item in relation.interests],
        "alerts": [_alert(alert) for alert in relation.alerts],
        "networks": [_network(network) for network in relation.networks],
        "events": [_counted(item) for item in (*counting.asserted, *counting.claimed)],
    }


def _course(course: Course) -> dict[str, Any]:
    return {
        "series": _series(course.series),
        "claimed": _series(course.claimed),
        "states": [_state(state) for state in course.states],
        "changes": [_change(change) for change in course.changes],
        "penalty": _round(course.penalty),
        "shuffles": course.n_shuffles,
    }


def _series(series: Series) -> list[dict[str, Any]]:
    return [point_row(point) for point in series.points]


def point_row(point: Point) -> dict[str, Any]:
    """One period as a flat row; what is missing is None."""
    quads = point.quads if point.n_events else (None,) * 4
    return {
        "period": point.label,
        "start": point.start.isoformat(),
        "events": point.n_events,
        "weight": _round(point.weight),
        "score_sum": _round(point.score_sum),
        "score_mean": _round(point.score_mean),
        "goldstein_sum": _round(point.goldstein_sum),
        "goldstein_mean": _round(point.goldstein_mean),
        **{f"quad_{number}": _round(quad) for number, quad in enumerate(quads, 1)},
        "cooperation": _round(point.cooperation),
        "conflict": _round(point.conflict),
        "net_cooperation": _round(point.score_sum),
        "reports": point.n_reports,
        "sources": point.n_sources,
        "volume_events": point.volume.n_events,
        "volume_reports": point.volume.n_reports,
        "share": _round(point.share),
    }


def _state(state: State) -> dict[str, Any]:
    return {
        "state": state.name,
        "first": state.first.isoformat(),
        "last": state.last.isoformat(),
        "level": _round(state.level),
        "events": state.n_events,
        "periods": state.n_periods,
        "sources": state.n_sources,
        "share_cooperation": _round(state.share_cooperation),
        "share_conflict": _round(state.share_conflict),
        "shares_by_quad": [_round(share) for share in state.shares_by_quad],
        "evidence": [item.event.id for item in state.evidence],
    }


def _change(change: Change) -> dict[str, Any]:
    return {
        "kind": change.kind,
        "last_before": change.last_before.isoformat(),
        "first_after": change.first_after.isoformat(),
        "earliest": change.earliest.isoformat(),
        "latest": change.latest.isoformat(),
        "level_before": _round(change.before.level),
        "level_after": _round(change.after.level),
        "size": _round(change.size),
        "gain": _round(change.gain),
        "drivers_after": _drivers(change.drivers_after),
        "drivers_before": _drivers(change.drivers_before),
    }


def _drivers(drivers: Iterable[Driver]) -> list[dict[str, Any]]:
    return [{"event": d.item.event.id, "part": _round(d.part)} for d in drivers]


def _interest(item: SideInterest) -> dict[str, Any]:
    return {
        "side": item.side,
        "holder": item.holder,
        "text": item.text,
        "stances": list(item.stances),
        "records": list(item.records),
    }


def _alert(alert: Alert) -> dict[str, Any]:
    return {
        "week": alert.label,
        "measure": alert.measure,
        "events": alert.n_events,
        "window_weeks": alert.window_weeks,
        "known_weeks": alert.n_known_weeks,
        "norm": _round(alert.norm),
        "verdict": alert.verdict,
    }


def _network(network: Network) -> dict[str, Any]:
    return {
        "period": network.label,
        "balance": _round(network.balance),
        "triangles": [
            {"actors": list(t.actors), "signs": list(t.signs), "balanced": t.is_balanced}
            for t in network.triangles
        ],
        "ties": [
            {
                "actors": list(tie.actors),
                "events": tie.n_events,
                "weight": _round(tie.weight),
                "score_mean": _round(tie.score_mean),
                "sign": tie.sign,
            }
            for tie in network.ties
        ],
    }


def _counted(item: CountedEvent) -> dict[str, Any]:
    event: RelatedEvent = item.event
    return {
        "id": event.id,
        "period": item.period.isoformat(),
        "first": event.first.isoformat() if event.first else None,
        "last": event.last.isoformat() if event.last else None,
        "event": event.event,
        "modes": list(event.modes),
        "score": _round(event.event_scale),
        "goldstein": _round(event.goldstein),
        "quad_code": event.quad_code,
        "stance": event.stance,
        "forward": item.bearing.forward,
        "backward": item.bearing.backward,
        "weight": _round(item.bearing.weight),
        "actor": [_party(party) for party in event.actor],
        "recipient": [_party(party) for party in event.recipient],
        "reports": event.n_reports,
        "sources": event.n_sources,
        "outlets": list(event.outlets),
        "records": list(event.records),
        "trigger": event.trigger,
        "text": event.sentence,
    }


def _party(party: Party) -> dict[str, Any]:
    return {"code": party.code, "identity": party.identity, "sector": party.sector}


def _round(value: float | None) -> float | None:
    """Three decimals; minus zero, which rounding can leave, is zero."""
    return None if value is None else round(float(value), 3) + 0.0
