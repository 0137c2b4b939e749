"""The series of a relation as CSV: one row for each direction and period."""

from __future__ import annotations

import csv
import io

from waqai.relate.relation import Relation
from waqai.relate.report_json import point_row

COLUMNS = (
    *("first", "second", "direction", "series", "period", "start", "events", "weight"),
    *("score_sum", "score_mean", "goldstein_sum", "goldstein_mean"),
    *("quad_1", "quad_2", "quad_3", "quad_4", "cooperation", "conflict", "net_cooperation"),
    *("reports", "sources", "volume_events", "volume_reports", "share"),
)
"""What they hold stands in `docs/relations.md`."""


def render_csv(relation: Relation) -> str:
    """All series, claimed ones after the others; what is missing is an empty field.

    Rows are in the order of direction, then of periods; lines end in one line feed.
    """
    rows = [
        {
            "first": relation.dyad.first.name,
            "second": relation.dyad.second.name,
            "direction": direction,
            "series": kind,
            **point_row(point),
        }
        for kind in ("counted", "claimed")
        for direction, course in relation.courses.items()
        for point in (course.series if kind == "counted" else course.claimed).points
    ]
    stream = io.StringIO()
    writer = csv.DictWriter(stream, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return stream.getvalue()
