"""GEXF 1.3: the network of parties, for Gephi and its kind.

A node is a party: its identity where that is known, else its code and sector; who has neither
is no node. An edge leads from an actor to a recipient by a type of event; edges of several
types between the same two are parallel, told apart by `kind`. Where both sides acted there is
one in each direction: mixed graphs are not read everywhere. Its weight is the number of
records, each divided by its own number of edges, so that a meeting of five weighs no more
than a visit. It lives on the days of its records (spells), and so do its nodes.

Records without a day or a party on either side, and those that are no event that took place,
are left out. A network is written when all records are read: what is held is one entry for
each node, edge and day, not the records.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from typing import BinaryIO
from xml.sax.saxutils import quoteattr

from waqai.exchange.columns import Column, Fates
from waqai.exchange.contract import EntityFields, RecordFields
from waqai.exchange.tally import NO_DATE, ExportTally, why_not_counted

Spell = tuple[str, str]
"""First and last day."""
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SPACE = re.compile(r"\s+")

COLUMNS = (
    Column("node.id", "text", "actor.identity, code, sector", "recipients too; code/sector"),
    Column("node.label", "text", "actor.identifier_text", "the first met; the id where none"),
    Column("node.code", "text", "actor.code", "that of its first record"),
    Column("node.sector", "text", "actor.sector", "that of its first record"),
    Column("node.spells", "list", "date, enddate"),
    Column("edge.source", "text", "actor", "and the recipient where symmetric"),
    Column("edge.target", "text", "recipient", "and the actor where symmetric"),
    Column("edge.kind", "text", "event"),
    Column("edge.weight", "number", "", "records, each divided by its number of edges"),
    Column("edge.records", "integer", "", "records that it stands for"),
    Column("edge.symmetric_records", "integer", "symmetric", "those in which both sides act"),
    Column("edge.quad_code", "integer", "quad_code"),
    Column("edge.mean_scale", "number", "event_scale", "mean over the records, to three decimals"),
    Column("edge.spells", "list", "date, enddate"),
)  # fmt: skip
FATES = Fates(
    partly={
        "date": "as a spell of the edge, not of the record",
        "enddate": "as date",
        "event": "as the kind of an edge",
        "symmetric": "as the number of such records on an edge",
        "actor": "identity, name, code, primary sector of the party as first met",
        "recipient": "as actor",
        "quad_code": "of the edge's first record",
        "event_scale": "the mean over an edge",
    }
)


@dataclass
class _Node:
    label: str
    code: str | None
    sector: str | None
    spells: set[Spell] = field(default_factory=set)


@dataclass
class _Edge:
    quad_code: int
    n_records: int = 0
    n_symmetric: int = 0
    weight: Fraction = Fraction(0)
    scale: Fraction = Fraction(0)
    spells: set[Spell] = field(default_factory=set)


_Key = tuple[str, str, str]
"""Source, target, type of event."""


def write(records: Iterable[RecordFields], stream: BinaryIO, tally: ExportTally) -> None:
    """Write the network of some records; nodes and edges in the order of their ids."""
    nodes: dict[str, _Node] = {}
    edges: dict[_Key, _Edge] = {}
    for record in records:
        reason = NO_DATE if record["date"] is None else why_not_counted(record)
        pairs = [] if reason else _pairs(record)
        if not pairs:
            tally.leave_out(reason or "no pair of known parties")
            continue
        _add(record, pairs, nodes, edges)
        tally.wrote(0)
    tally.n_rows += len(edges)
    for line in _lines(nodes, edges):
        stream.write(line.encode("utf-8") + b"\n")


def node_id(entity: EntityFields) -> str | None:
    """The id of a party's node; None where nothing is known of it.

    Example:
        >>> node_id({"identity": None, "code": "LBY", "sector": "MIL"})
        'LBY/MIL'
    """
    if entity["identity"]:
        return entity["identity"]
    if entity["code"]:
        return f"{entity['code']}/{entity['sector']}" if entity["sector"] else entity["code"]
    return None


def _pairs(record: RecordFields) -> list[tuple[EntityFields, EntityFields]]:
    pairs = [
        (actor, recipient)
        for actor in record["actor"]
        for recipient in record["recipient"]
        if node_id(actor) and node_id(recipient)
    ]
    back = [(recipient, actor) for actor, recipient in pairs] if record["symmetric"] else []
    return pairs + back


def _add(
    record: RecordFields,
    pairs: list[tuple[EntityFields, EntityFields]],
    nodes: dict[str, _Node],
    edges: dict[_Key, _Edge],
) -> None:
    first = record["date"] or ""
    spell = (first, max(first, record["enddate"] or first))
    for pair in pairs:
        ids = []
        for entity in pair:
            name = node_id(entity) or ""
            label = entity["identifier_text"] or name
            node = nodes.setdefault(name, _Node(label, entity["code"], entity["sector"]))
            node.spells.add(spell)
            ids.append(name)
        key = (ids[0], ids[1], record["event"][0])
        edge = edges.setdefault(key, _Edge(record["quad_code"]))
        edge.n_records += 1
        edge.n_symmetric += record["symmetric"]
        edge.weight += Fraction(1, len(pairs))
        edge.scale += Fraction(record["event_scale"])
        edge.spells.add(spell)


def _lines(nodes: dict[str, _Node], edges: dict[_Key, _Edge]) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield '<gexf xmlns="http://gexf.net/1.3" version="1.3">'
    yield "<meta><creator>Waqai</creator></meta>"
    yield '<graph mode="dynamic" defaultedgetype="directed" timeformat="date">'
    yield '<attributes class="node" mode="static">'
    yield '<attribute id="code" title="code" type="string"/>'
    yield '<attribute id="sector" title="sector" type="string"/>'
    yield "</attributes>"
    yield '<attributes class="edge" mode="static">'
    yield '<attribute id="records" title="records" type="integer"/>'
    yield '<attribute id="symmetric_records" title="symmetric_records" type="integer"/>'
    yield '<attribute id="quad_code" title="quad_code" type="integer"/>'
    yield '<attribute id="mean_scale" title="mean_scale" type="double"/>'
    yield "</attributes>"
    yield f'<nodes count="{len(nodes)}">'
    for name, node in sorted(nodes.items()):
        told = (("code", node.code), ("sector", node.sector))
        yield f"<node id={_attribute(name)} label={_attribute(node.label)}>"
        yield from _inner(told, node.spells, "node")
    yield "</nodes>"
    yield f'<edges count="{len(edges)}">'
    for number, (key, edge) in enumerate(sorted(edges.items(), key=lambda item: item[0])):
        yield _edge_start(number, key, edge)
        mean = round(float(edge.scale / edge.n_records), 3)
        values = (
            ("records", str(edge.n_records)),
            ("symmetric_records", str(edge.n_symmetric)),
            ("quad_code", str(edge.quad_code)),
            ("mean_scale", str(mean)),
        )
        yield from _inner(values, edge.spells, "edge")
    yield "</edges>"
    yield "</graph>"
    yield "</gexf>"


def _edge_start(number: int, key: _Key, edge: _Edge) -> str:
    source, target, event = key
    weight = round(float(edge.weight), 3)
    return (
        f'<edge id="{number}" source={_attribute(source)} target={_attribute(target)}'
        f' kind={_attribute(event)} weight="{weight}">'
    )


def _inner(
    values: Iterable[tuple[str, str | None]], spells: set[Spell], element: str
) -> Iterator[str]:
    told = [f'<attvalue for="{key}" value={_attribute(value)}/>' for key, value in values if value]
    if told:
        yield f"<attvalues>{''.join(told)}</attvalues>"
    days = "".join(f'<spell start="{first}" end="{last}"/>' for first, last in merge_spells(spells))
    yield f"<spells>{days}</spells></{element}>"


def merge_spells(spells: Iterable[Spell]) -> list[Spell]:
    """Stretches of days in order, those that overlap made one.

    Example:
        >>> merge_spells([("2025-04-04", "2025-04-04"), ("2025-04-01", "2025-04-05")])
        [('2025-04-01', '2025-04-05')]
    """
    merged: list[Spell] = []
    for first, last in sorted(spells):
        if merged and first <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(last, merged[-1][1]))
        else:
            merged.append((first, last))
    return merged


def _attribute(text: str) -> str:
    """A text as an attribute's value on one line; what XML 1.0 cannot hold becomes U+FFFD."""
    return quoteattr(_SPACE.sub(" ", _NOT_XML.sub("\ufffd", text)))
