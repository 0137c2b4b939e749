"""Parquet: one row a record, every key a column, nested as the record is. Nothing is lost.

Offsets, evidence and resource hashes are columns too, so that a release can be read by
DuckDB, pandas or Spark and turned back into the same JSON. Bytes are the same for the same
records and the same version of pyarrow: fixed options, no time, and row groups of a fixed
number of rows. pyarrow (Apache-2.0) is imported by this module's functions and by no other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import TYPE_CHECKING, Any, BinaryIO

from waqai.exchange.columns import RECORD_TYPES, Column, Fates
from waqai.exchange.contract import RECORD_KEYS, RecordFields
from waqai.exchange.tally import ExportTally

if TYPE_CHECKING:
    import pyarrow as pa

ROWS_PER_BATCH = 2_000
"""Records held as objects of Python at a time, which need far more memory than those of Arrow:
40,250 records took 196 MB at 2,000 and 245 MB at 5,000, with no gain in speed."""
BATCHES_PER_GROUP = 5
"""Batches in one row group of the file: 10,000 rows."""
SIZES = ("dead", "injured", "arrested", "size")
_NOTES = {
    "date": "text, not a Parquet date: days before the Gregorian calendar's own stay as written",
    "size_info": "a struct of the four sizes; null where the record has no such number",
    "evidence": "a map from field to words",
    "resources": "a map from resource to hash",
}
COLUMNS = tuple(
    Column(key, RECORD_TYPES.get(key, "text"), key, _NOTES.get(key, "")) for key in RECORD_KEYS
)
FATES = Fates(kept=RECORD_KEYS)


def write(records: Iterable[RecordFields], stream: BinaryIO, tally: ExportTally) -> None:
    """Write records as one Parquet file, in their order."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    schema = record_schema()
    options: dict[str, Any] = {
        "version": "2.6",
        "compression": "zstd",
        "compression_level": 3,
        "use_dictionary": True,
        "write_statistics": True,
        "data_page_version": "1.0",
    }
    # A stream without tell (a pipe) is counted by pyarrow itself.
    with pq.ParquetWriter(pa.PythonFile(stream, mode="w"), schema, **options) as writer:
        batches = _batches(records, schema, tally)
        while group := list(islice(batches, BATCHES_PER_GROUP)):
            table = pa.Table.from_batches(group)
            writer.write_table(table, row_group_size=table.num_rows)


def read(path: str) -> Iterator[dict[str, Any]]:
    """The records of a Parquet file that `write` made, in their order."""
    import pyarrow.parquet as pq

    with pq.ParquetFile(path) as file:
        for batch in file.iter_batches(ROWS_PER_BATCH):
            for row in batch.to_pylist():
                yield restore(row)


def restore(row: Mapping[str, Any]) -> dict[str, Any]:
    """A record, from its row as pyarrow gives it: equal to what was written."""
    sizes = row["size_info"] or {}
    return dict(row) | {
        "size_info": {name: sizes[name] for name in SIZES if sizes.get(name) is not None},
        "evidence": dict(row["evidence"]),
        "resources": dict(row["resources"]),
    }


def _batches(
    records: Iterable[RecordFields], schema: pa.Schema, tally: ExportTally
) -> Iterator[pa.RecordBatch]:
    import pyarrow as pa

    rows = iter(records)
    while batch := [_row(record) for record in islice(rows, ROWS_PER_BATCH)]:
        yield pa.RecordBatch.from_pylist(batch, schema=schema)
        for _ in batch:
            tally.wrote()


def _row(record: RecordFields) -> dict[str, Any]:
    return dict(record) | {
        "evidence": list(record["evidence"].items()),
        "resources": list(record["resources"].items()),
    }


def record_schema() -> pa.Schema:
    """The schema of the file, a column for every key of a record."""
    import pyarrow as pa

    text = pa.string()
    plain = {
        "boolean": pa.bool_(), "integer": pa.int64(), "number": pa.float64(),
        "list": pa.list_(text),
    }  # fmt: skip
    nested = _nested_types()
    return pa.schema([(c.name, nested.get(c.name) or plain.get(c.type, text)) for c in COLUMNS])


def _nested_types() -> dict[str, pa.DataType]:
    """Types of the keys that hold objects, with their keys in the order of the record."""
    import pyarrow as pa

    text, whole, number = pa.string(), pa.int64(), pa.float64()
    span = {"text": text, "start": whole, "end": whole}

    def struct(**fields: Any) -> Any:
        return pa.struct(list(fields.items()))

    found = {
        "granularity": text, "type": text, "basis": text,
        "text": text, "start": whole, "end": whole,
    }  # fmt: skip
    entity = struct(
        code=text, sector=text, other_sectors=pa.list_(text), entity_text=text, start=whole,
        end=whole, mention=struct(**span), code_basis=text, identity=text, identifier_id=text,
        identifier_text=text, office=text,
    )  # fmt: skip
    return {
        "date_info": struct(**found),
        "about_date": struct(date=text, enddate=text, **found),
        "actor": pa.list_(entity),
        "recipient": pa.list_(entity),
        "event_loc": struct(
            extracted_place=text, resolved_place=text, country=text, country_code=text,
            province=text, city=text, lat=number, lon=number, geonameid=whole,
            resolution=whole, start=whole, end=whole,
        ),
        "event_text": pa.list_(struct(**span)),
        "attribution": pa.list_(
            struct(
                entity_text=text, role=text, verb=text, start=whole, end=whole, code=text,
                sector=text, identity=text,
            )
        ),
        "interests": pa.list_(struct(holder=text, **span, verb=text, stance=text)),
        "size_info": struct(
            **dict.fromkeys(SIZES, struct(min=whole, max=whole, qualifier=text, **span))
        ),
        "text_info": struct(
            sequence=whole, start=whole, end=whole, document=text, version=text, part=text,
            language=text,
        ),
        "cite_info": struct(
            publication=text, url=text, title=text, language=text, codebook=text, version=text
        ),
        "evidence": pa.map_(text, pa.list_(struct(**span, rule=text))),
        "resources": pa.map_(text, text),
    }  # fmt: skip
