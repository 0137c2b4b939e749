"""Score the coder on gold articles: type-level precision, recall and F1, by type.

    python tools/score_articles.py ../shared/gold/ar_articles.jsonl [--keep-third]

A record finds a gold event where its trigger lies in the event's span and its type is the
event's or one of its alternatives, one to one (maximum matching). Optional gold neither
rewards nor costs. `--keep-third` leaves every third article out; that third has been scored
during development too, and is no held-out measure. Dyads, dates, places and intervals belong
to the evaluation that comes later.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from waqai.dates import Published
from waqai.model import Document, Record
from waqai.resolve.coder import load_coder


def fits(record: Record, gold: dict[str, Any]) -> bool:
    """Whether a record may stand for a gold event."""
    start, end = gold["span"]
    trigger = record.trigger[0]
    return start <= trigger.start < end and record.event in (gold["event"], *gold["event_alt"])


def match(records: list[Record], gold: list[dict[str, Any]]) -> dict[int, int]:
    """Record by gold event, as many required events as can be found at once."""
    found: dict[int, int] = {}

    def assign(event: int, seen: set[int]) -> bool:
        for k, record in enumerate(records):
            if k in seen or not fits(record, gold[event]):
                continue
            seen.add(k)
            holder = next((e for e, r in found.items() if r == k), None)
            if holder is None or assign(holder, seen):
                found[event] = k
                return True
        return False

    for event in sorted(range(len(gold)), key=lambda e: not gold[e]["required"]):
        assign(event, set())
    return found


def score(rows: list[dict[str, Any]]) -> tuple[Counter[str], Counter[str], Counter[str]]:
    """Found, false and missed events by type."""
    coder = load_coder()
    hit: Counter[str] = Counter()
    false: Counter[str] = Counter()
    missed: Counter[str] = Counter()
    for row in rows:
        document = Document(
            row["doc"], row["text"], Published.parse(row["published"]), row["outlet"],
            row["title"], language="ar",
        )  # fmt: skip
        records = list(coder.code(document))
        found = match(records, row["events"])
        for i, gold in enumerate(row["events"]):
            if gold["required"]:
                (hit if i in found else missed)[gold["event"]] += 1
        for k, record in enumerate(records):
            is_repeat = any(fits(record, gold) for gold in row["events"])
            if k not in found.values() and not is_repeat:
                false[record.event] += 1
    return hit, false, missed


def main() -> None:
    """Print the table."""
    path = Path(sys.argv[1])
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    if "--keep-third" in sys.argv:
        rows = [row for i, row in enumerate(rows) if i % 3]
    hit, false, missed = score(rows)
    for event in sorted(hit | false | missed):
        print(f"{event:9} found {hit[event]:3} false {false[event]:3} missed {missed[event]:3}")
    n_hit, n_false, n_missed = hit.total(), false.total(), missed.total()
    precision, recall = n_hit / max(n_hit + n_false, 1), n_hit / max(n_hit + n_missed, 1)
    f1 = 2 * n_hit / max(2 * n_hit + n_false + n_missed, 1)
    print(f"{len(rows)} articles: precision {precision:.3f}, recall {recall:.3f}, F1 {f1:.3f}")


if __name__ == "__main__":
    main()
