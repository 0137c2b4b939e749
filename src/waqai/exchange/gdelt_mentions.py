"""GDELT 2.0 mentions: 16 columns, tab-separated without a header.

A row for each row of the events (`waqai.exchange.gdelt`), under the same id: where the act and
its parties stand in which document. Offsets count code points of the text that was read,
which is Arabic; GDELT's count characters of its translation.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, BinaryIO

from waqai.exchange.columns import Cell, Column, Fates
from waqai.exchange.contract import RecordFields
from waqai.exchange.dyads import Dyad
from waqai.exchange.gdelt import whole_id, write_dyads
from waqai.exchange.tally import ExportTally

_NO_CLOCK = "no clock in a record"
NOBODY = -1
"""The offset of an actor who is not there."""

COLUMNS = (
    Column("GLOBALEVENTID", "integer", "id", "as in the events"),
    Column("EventTimeDate", "integer", "", _NO_CLOCK),
    Column("MentionTimeDate", "integer", "", _NO_CLOCK),
    Column("MentionType", "integer", "cite_info.url", "1 (web), 2 (citation) without an address"),
    Column("MentionSourceName", "text", "cite_info.publication"),
    Column(
        "MentionIdentifier", "text", "cite_info.url, text_info.document", "the first that is known"
    ),
    Column("SentenceID", "integer", "text_info.sequence", "from 1"),
    Column("Actor1CharOffset", "integer", "actor.start", "-1 without an actor"),
    Column("Actor2CharOffset", "integer", "recipient.start", "-1 without a recipient"),
    Column("ActionCharOffset", "integer", "event_text.start", "of the first words"),
    Column("InRawText", "integer", "", "always 1: texts are read as they are"),
    Column("Confidence", "integer", "confidence", "percent; GDELT writes tens"),
    Column("MentionDocLen", "integer", "", "a record does not hold it"),
    Column("MentionDocTone", "number", "", "Waqai does not measure it"),
    Column("MentionDocTranslationInfo", "text", "", "nothing is translated"),
    Column("Extras", "text", "", "unused by GDELT too"),
)
FATES = Fates(
    partly={
        "id": "a hash of it",
        "actor": "where its words begin",
        "recipient": "where its words begin",
        "event_text": "where the trigger begins",
        "text_info": "number of the sentence; the document where it has no address",
        "cite_info": "publication and address",
        "confidence": "in whole percent",
    },
)


def write(records: Iterable[RecordFields], stream: BinaryIO, tally: ExportTally) -> None:
    """Write records as a GDELT 2.0 table of mentions, in their order."""
    write_dyads(records, stream, tally, to_cells)


def to_cells(dyad: Dyad) -> list[Cell]:
    """The values of a dyad's mention, in the order of `COLUMNS`."""
    record, cite = dyad.record, dyad.record["cite_info"]
    return [
        whole_id(dyad.id),
        None,
        None,
        1 if cite["url"] else 2,
        cite["publication"],
        cite["url"] or record["text_info"]["document"],
        record["text_info"]["sequence"] + 1,
        NOBODY if dyad.actor is None else dyad.actor["start"],
        NOBODY if dyad.recipient is None else dyad.recipient["start"],
        record["event_text"][0]["start"],
        1,
        round(record["confidence"] * 100),
        None,
        None,
        None,
        None,
    ]


def restore(cells: Mapping[str, str]) -> dict[str, Any]:
    """Nothing: a row of mentions holds no key of a record whole."""
    return {}
