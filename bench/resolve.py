"""Identities resolved a second, and what becomes of them, over a corpus.

    python bench/resolve.py ../shared/corpus/jawhara.jsonl.gz

The whole coder runs once over the corpus, one process; every call that says who a party is
is timed (the clock itself costs some 0.1 µs a call). The lines go into `docs/identities.md`
by hand, with the machine that gave them.
"""

from __future__ import annotations

import gzip
import json
import platform
import sys
import time
from collections import Counter
from datetime import date
from pathlib import Path
from typing import ClassVar

from waqai.coding.focus import Party
from waqai.dates import Published
from waqai.model import Document
from waqai.resolve import coder as coding
from waqai.resolve.candidates import Feature
from waqai.resolve.identities import Identified, IdentityResolver


class TimedResolver(IdentityResolver):
    """Counts its calls, their decisions and their seconds."""

    seconds = 0.0
    decisions: ClassVar[Counter[str]] = Counter()

    def resolve(
        self, party: Party, day: date | None, doubts: tuple[Feature, ...] = ()
    ) -> Identified:
        """The same, timed."""
        begun = time.perf_counter()
        found = super().resolve(party, day, doubts)
        TimedResolver.seconds += time.perf_counter() - begun
        kind = (found.resolution.identity or "nobody").split("/")[0]
        TimedResolver.decisions[f"{found.resolution.decision} {kind}"] += 1
        return found


def main(path: Path) -> None:
    """Print the table."""
    coding.IdentityResolver = TimedResolver  # type: ignore[misc]
    coder = coding.load_coder()
    begun = time.perf_counter()
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            row = json.loads(line)
            if row["text"].strip():
                published = Published.parse(row["published"])
                coder.code(
                    Document(row["id"], row["text"], published, outlet=row["outlet"], language="ar")
                )
    whole = time.perf_counter() - begun
    n_calls = TimedResolver.decisions.total()
    print(f"{platform.machine()}, Python {platform.python_version()}")
    print(f"parties resolved: {n_calls} in {TimedResolver.seconds:.2f} s")
    print(f"a second: {n_calls / TimedResolver.seconds:,.0f}")
    print(f"share of the whole coder's {whole:.1f} s: {TimedResolver.seconds / whole:.1%}")
    for decision, n in sorted(TimedResolver.decisions.items(), key=lambda item: (-item[1], item)):
        print(f"  {decision}: {n}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
