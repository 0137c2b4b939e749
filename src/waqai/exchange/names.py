"""Names of formats and options, for the command line, which loads nothing more to show its help."""

from __future__ import annotations

EXPORT_NAMES = (
    "plover", "csv", "parquet", "polecat", "icews", "gdelt-events", "gdelt-mentions", "geojson",
    "gexf", "ftm",
)  # fmt: skip
"""Formats that records are written in; a test compares them with `waqai.exchange.formats`."""
IMPORT_NAMES = ("plover", "polecat", "icews", "gdelt")
"""Formats that can be read."""
ENCODINGS = ("utf-8", "latin-1", "windows-1252", "windows-1256")
"""Encodings that give back every byte that they read."""
DAY_ORDERS = ("iso", "mdy", "dmy")
"""How days with slashes are meant; iso where a file has none."""
