"""The curve of a relation in a terminal: a bar for each period, gaps and changes between."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from waqai.relate.relation import Relation
from waqai.relate.series import Point

if TYPE_CHECKING:
    from rich.text import Text

BAR_CELLS = 10
"""Cells on each side of 0; one for each point of PLOVER's scale."""
FORMAT = "{:<10}  {:>6} {:>7} {:>6} {:>6} {:>6} {:>7}"
HEADINGS = ("", "mean", "sum", "→", "←", "events", "volume")


def signed(value: float | None) -> str:
    """A score with its sign, one decimal; a dot where there is none.

    Example:
        >>> signed(2.5), signed(-0.04), signed(None)
        ('+2.5', '0.0', '·')
    """
    if value is None:
        return "·"
    text = f"{value:+.1f}"
    return "0.0" if text in ("+0.0", "-0.0") else text


def curve_lines(relation: Relation) -> Iterator[Text]:
    """Headings, then a line for each period with news, each gap and each change."""
    from rich.text import Text

    courses = relation.courses
    changes = {change.first_after: change for change in courses["mutual"].changes}
    yield Text(" " * (2 * BAR_CELLS + 13) + FORMAT.format(*HEADINGS)[10:], style="dim")
    n_empty = 0
    points = zip(*(courses[name].series.points for name in courses), strict=True)
    for forward, backward, mutual in points:
        if not mutual.n_events:
            n_empty += 1
            continue
        if n_empty:
            plural = "" if n_empty == 1 else "s"
            yield Text(f"{'':10}  ⋮ {n_empty} {relation.unit}{plural} without news", style="dim")
            n_empty = 0
        change = changes.get(mutual.start)
        if change is not None:
            yield Text(
                f"{'':10}  ── {change.kind}: {change.before.name} → {change.after.name}",
                style="bold",
            )
        yield _line(forward, backward, mutual)


def _line(forward: Point, backward: Point, mutual: Point) -> Text:
    from rich.text import Text

    mean = mutual.score_mean or 0.0
    n_cells = min(BAR_CELLS, round(abs(mean)))
    bar = "█" * n_cells
    line = Text(f"{mutual.label:<10}  ")
    line.append(f"{bar if mean < 0 else '':>{BAR_CELLS}}", style="red")
    line.append("│", style="dim")
    line.append(f"{bar if mean > 0 else '':<{BAR_CELLS}}", style="green")
    figures = (
        signed(mutual.score_mean),
        signed(mutual.score_sum),
        signed(forward.score_mean),
        signed(backward.score_mean),
        str(mutual.n_events),
        str(mutual.volume.n_reports),
    )
    return line.append(FORMAT.format("", *figures)[10:])
