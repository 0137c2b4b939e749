"""An evaluation as plain text: one block a file, tables, then as many faults as asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from waqai.evaluate.faults import Fault, count_kinds
from waqai.evaluate.measures import Figure, ScoredRow, ScoredTable
from waqai.evaluate.reliability import Reliability
from waqai.evaluate.run import Evaluation, FileResult


def render_text(evaluation: Evaluation, *, n_faults: int | None) -> str:
    """The report, ending with a line end.

    Args:
        evaluation: what to show.
        n_faults: faults shown of each file, None for all.
    """
    about = evaluation.about
    hashes = ", ".join(f"{name} {value}" for name, value in sorted(about.resources.items()))
    lines = [f"{about.coder}, waqai {about.version}, {hashes}", f"part: {evaluation.part}"]
    for file in evaluation.files:
        lines += ["", *_file(file, n_faults)]
    return "\n".join(lines) + "\n"


def render_faults(faults: Iterable[Fault]) -> str:
    """Faults as text, one block each."""
    return "".join("\n".join(_fault(fault)) + "\n" for fault in faults)


def _file(file: FileResult, n_faults: int | None) -> Iterator[str]:
    yield f"{file.name} ({file.kind}), sha256 {file.sha256}"
    if file.note:
        yield f"  {file.note}"
        return
    yield f"  {file.n_items} items of {file.n_documents} documents"
    for table in file.tables:
        yield from _table(table)
    if file.reliability is not None:
        yield from _reliability(file.reliability)
    shown = ", ".join(f"{kind} {n}" for kind, n in count_kinds(file.faults).items())
    yield f"  faults: {len(file.faults)}" + (f" ({shown})" if shown else "")
    for fault in file.faults[:n_faults]:
        yield from (f"    {line}" for line in _fault(fault))


def _table(table: ScoredTable) -> Iterator[str]:
    yield f"  {table.title}: {table.note}"
    width = max(len(row.name) for row in table.rows)
    for row in table.rows:
        if any(row.counts.values()):
            yield f"    {row.name:{width}}  {_numbers(row)}"


def _numbers(row: ScoredRow) -> str:
    counts = [f"{name} {number:>4g}" for name, number in row.counts.items()]
    return "  ".join((*counts, *map(_figure, row.figures)))


def _figure(figure: Figure) -> str:
    if figure.value is None:
        return f"{figure.name} {'none':17}"
    shown = f"{figure.name} {figure.value:.3f}"
    if figure.interval is None:
        return shown
    low, high = figure.interval
    return f"{shown} [{low:.2f}, {high:.2f}]"


def _reliability(table: Reliability) -> Iterator[str]:
    error = "none" if table.error is None else f"{table.error:.3f}"
    yield f"  confidence: expected calibration error {error}"
    for found in table.bins:
        yield (
            f"    {found.low:.1f} to {found.high:.1f}  n {found.n:>4}  "
            f"mean confidence {found.confidence:.3f}  share true {found.true:.3f}"
        )


def _fault(fault: Fault) -> Iterator[str]:
    yield f"{fault.kind} {fault.event} {fault.document} at {fault.start}"
    yield f"  {' '.join(fault.sentence.text.split())}"
    for name, value in (("gold", fault.gold), ("found", fault.found), ("check", fault.check)):
        if value:
            yield f"  {name}: {value}"
