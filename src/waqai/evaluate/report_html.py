"""An evaluation as one HTML page: nothing is fetched, everything stands in the file.

The page is `report.html`; Arabic stands in stretches with a direction of their own, and the
words of a fault are lit up in their sentence.
"""

from __future__ import annotations

import re

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from waqai.evaluate.bootstrap import N_DRAWS
from waqai.evaluate.faults import Fault, count_kinds
from waqai.evaluate.run import Evaluation, FileResult

_ARABIC_RUN = re.compile(r"[\u0600-\u06ff]+(?:[\s«»]+[\u0600-\u06ff]+)*")
KIND_WORDS = {
    "missed": "missed",
    "false": "false alarms",
    "parties": "found with wrong parties",
    "source": "source with word F1 below 0.5",
    "target": "target with word F1 below 0.5",
}


def render_html(evaluation: Evaluation, *, n_faults: int | None) -> str:
    """The page.

    Args:
        evaluation: what to show.
        n_faults: faults listed of each file, None for all.
    """
    environment = Environment(
        loader=PackageLoader("waqai.evaluate", ""),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {
        "isolated": isolate_arabic,
        "lit": light_up,
        "number": "{:g}".format,
        "figure": "{:.3f}".format,
        "percent": lambda share: f"{100 * share:.1f}%",
    }
    return (
        environment.get_template("report.html").render(
            evaluation=evaluation,
            groups={id(file): _groups(file, n_faults) for file in evaluation.files},
            counts={id(file): count_kinds(file.faults) for file in evaluation.files},
            id=id,
            n_draws=N_DRAWS,
            kind_words=KIND_WORDS,
        )
        + "\n"
    )


def isolate_arabic(text: str) -> Markup:
    """A text in which each stretch of Arabic has a direction of its own.

    Example:
        >>> print(isolate_arabic("CONSULT [زار] <b>"))
        CONSULT [<bdi lang="ar">زار</bdi>] &lt;b&gt;
    """
    pieces: list[Markup] = []
    done = 0
    for run in _ARABIC_RUN.finditer(text):
        pieces.append(escape(text[done : run.start()]))
        pieces.append(Markup('<bdi lang="ar">{}</bdi>').format(run.group()))
        done = run.end()
    pieces.append(escape(text[done:]))
    return Markup("").join(pieces)


def light_up(fault: Fault) -> Markup:
    """The sentence of a fault with its words in `<mark>`."""
    text = fault.sentence.text
    first = max(fault.start - fault.sentence.start, 0)
    last = min(fault.end - fault.sentence.start, len(text))
    if first >= last:
        return escape(text)
    return Markup("{}<mark>{}</mark>{}").format(text[:first], text[first:last], text[last:])


def _groups(file: FileResult, n_faults: int | None) -> dict[tuple[str, str], list[Fault]]:
    """The faults to list by kind and type, both in order of first appearance."""
    groups: dict[tuple[str, str], list[Fault]] = {}
    for fault in file.faults[:n_faults]:
        groups.setdefault((fault.kind, fault.event), []).append(fault)
    order = list(KIND_WORDS)
    return dict(sorted(groups.items(), key=lambda item: (order.index(item[0][0]), item[0][1])))
