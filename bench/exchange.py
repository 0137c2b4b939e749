"""Rows per second and memory of every export and import, 100,000 records each.

    python bench/exchange.py

The records are those of the demo articles, repeated under other ids. Each format is written
and, where it can be read, read and stored, in a process of its own, so that its peak memory
is its own. Seconds are those of the processor, which other programs on the machine lengthen
less than those of a clock; memory is read from Linux. The table goes into
`docs/benchmarks.md` by hand, with the machine that gave it.
"""

from __future__ import annotations

import json
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from importlib import resources
from pathlib import Path
from typing import Any

N_ROWS = 100_000
READ = {"plover": "plover", "polecat": "polecat", "icews": "icews"} | {
    f"gdelt-{table}": "gdelt" for table in ("events", "mentions")
}
"""Formats that can be read, and how."""


def write_records(path: Path) -> None:
    """Records of the demo articles, repeated until there are enough, one a line."""
    from waqai.ingest.fields import Given
    from waqai.ingest.readers import read_sources
    from waqai.outcome import Coded
    from waqai.pipeline import code_documents
    from waqai.record_json import to_json
    from waqai.resolve.coder import load_coder

    packaged = resources.files("waqai") / "demo" / "articles.jsonl"
    with resources.as_file(packaged) as source:
        outcomes = code_documents(read_sources([str(source)], Given()), load_coder())
        coded = [o for o in outcomes if isinstance(o, Coded)]
    rows = [json.loads(to_json(record)) for item in coded for record in item.records]
    with path.open("w", encoding="utf-8") as stream:
        for number in range(N_ROWS):
            row = rows[number % len(rows)]
            changed = row | {"id": f"{number:020x}"}
            stream.write(json.dumps(changed, ensure_ascii=False) + "\n")


class Measured:
    """A stream that counts bytes and keeps none."""

    n_bytes = 0

    def write(self, data: bytes) -> int:
        """Count and forget."""
        self.n_bytes += len(data)
        return len(data)


def peak_mb() -> float:
    """The largest memory of this process so far, in MB.

    Not `ru_maxrss`, which a process inherits from the one that started it.
    """
    status = Path("/proc/self/status").read_text("ascii", "replace")
    return int(status.partition("VmHWM:")[2].split()[0]) / 1024


def export(name: str, records: Path, target: Path) -> dict[str, Any]:
    """Write all records in a format."""
    from waqai.exchange.contract import read_records
    from waqai.exchange.formats import export_records

    with records.open("rb") as source, target.open("wb") as stream:
        begun = time.process_time()
        tally = export_records(read_records(source, "records"), name, stream)
    seconds = time.process_time() - begun
    size = target.stat().st_size / 1e6
    return {"rows": tally.n_in, "seconds": seconds, "peak_mb": peak_mb(), "mb": size}


def read(name: str, path: Path) -> dict[str, Any]:
    """Read a file that was written, row by row, and write it again."""
    from waqai.exchange.imports import read_rows, write_rows

    sink: Any = Measured()
    with path.open("rb") as source:
        begun = time.process_time()
        layout, rows = read_rows(source, name, READ[name])
        n_rows = 0

        def counted() -> Iterator[Any]:
            nonlocal n_rows
            for row in rows:
                n_rows += 1
                yield row

        write_rows(counted(), layout, sink)
    seconds = time.process_time() - begun
    assert sink.n_bytes == path.stat().st_size
    return {"rows": n_rows, "seconds": seconds, "peak_mb": peak_mb()}


def store(name: str, path: Path, folder: Path) -> dict[str, Any]:
    """Read a file into a database of its own."""
    from waqai.exchange.imports import read_rows
    from waqai.exchange.stored import layout_to_json, store_items
    from waqai.store import ImportedFile, open_store

    database = open_store(f"sqlite:///{folder}/{name}.db")
    with path.open("rb") as source:
        begun = time.process_time()
        layout, rows = read_rows(source, name, READ[name])
        file = ImportedFile(name, name, layout.format, layout.vintage, layout_to_json(layout))
        counts = database.save_import(file, store_items(rows))
    seconds = time.process_time() - begun
    database.close()
    return {"rows": counts.n_rows, "seconds": seconds, "peak_mb": peak_mb()}


def start(step: str, name: str, folder: Path) -> dict[str, Any]:
    """One step in a process of its own."""
    command = [sys.executable, __file__, step, name, str(folder)]
    ran = subprocess.run(command, check=True, capture_output=True, text=True)
    found: dict[str, Any] = json.loads(ran.stdout)
    return found


def main() -> None:
    """Print the table, or run the step that the arguments name."""
    if len(sys.argv) > 1:
        step, name, folder = sys.argv[1], sys.argv[2], Path(sys.argv[3])
        records, target = folder / "records.jsonl", folder / name
        steps = {
            "export": lambda: export(name, records, target),
            "read": lambda: read(name, target),
            "store": lambda: store(name, target, folder),
        }
        print(json.dumps(steps[step]()))
        return
    from waqai.exchange.names import EXPORT_NAMES

    print(f"machine: {platform.machine()}, {platform.platform()}, Python {sys.version.split()[0]}")
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        write_records(folder / "records.jsonl")
        print(f"input: {(folder / 'records.jsonl').stat().st_size / 1e6:.0f} MB")
        for name in EXPORT_NAMES:
            for step in ("export", *(("read", "store") if name in READ else ())):
                found = start(step, name, folder)
                rate = found["rows"] / found["seconds"]
                size = f", {found['mb']:.0f} MB" if "mb" in found else ""
                print(
                    f"{step} {name}: {found['rows']} rows, {found['seconds']:.1f} s, "
                    f"{rate:,.0f} rows/s, peak {found['peak_mb']:.0f} MB{size}"
                )


if __name__ == "__main__":
    main()
