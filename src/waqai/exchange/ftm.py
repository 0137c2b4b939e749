"""FollowTheMoney entities, one JSON object a line, for Aleph, OpenAleph and their kind.

A record becomes

1. an `Article` for its document, once,
2. a `Person`, `PublicBody`, `Organization`, `Company` or `LegalEntity` for each party, once: by
   its identity where that is known, else by its words within the document,
3. an `Event` with its day, its sentence and its parties (`involved`),
4. an `UnknownLink` from each actor to each recipient, since an `Event` does not tell who did
   it from whom it was done to.

Schemas and properties are those of followthemoney 4.11 (MIT), which is not needed to write
them. Countries are alpha-2 there and languages alpha-3. Records that are no event that took
place are left out: the model has no place for marks and stances. Ids that were written are
held, to write none twice: memory grows with documents and parties, not with records.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO

from waqai.exchange.columns import Column, Fates
from waqai.exchange.contract import EntityFields, RecordFields
from waqai.exchange.countries import load_countries
from waqai.exchange.tally import NO_DATE, ExportTally, why_not_counted

SCHEMAS = {
    "person": "Person",
    "state": "PublicBody",
    "body": "PublicBody",
    "org": "Organization",
    "force": "Organization",
    "group": "Organization",
    "party": "Organization",
    "medium": "Organization",
    "company": "Company",
}
"""Schema of a party by the kind in its identity; all others are `LegalEntity`."""
LANGUAGES = {"ar": "ara", "en": "eng", "fr": "fra", "fa": "fas", "tr": "tur", "he": "heb"}
"""ISO 639-1 to the alpha-3 codes that the model takes."""
COUNTRIES = {"EUR": "eu", "KOS": "xk"}
"""Codes that the model spells otherwise than ISO does."""
COLUMNS = (
    Column("Article.fileName", "text", "text_info.document", "required by the schema"),
    Column("Article.title", "text", "cite_info.title"),
    Column("Article.publisher", "text", "cite_info.publication"),
    Column("Article.sourceUrl", "url", "cite_info.url"),
    Column("Article.language", "code", "cite_info.language", "alpha-3"),
    Column("LegalEntity.name", "text", "actor.identifier_text, entity_text", "recipients too"),
    Column("LegalEntity.country", "code", "actor.code", "alpha-2"),
    Column("LegalEntity.sector", "code", "actor.sector, other_sectors", "PLOVER's codes"),
    Column("Event.name", "text", "event, mode, actor, recipient"),
    Column("Event.startDate", "day", "date"),
    Column("Event.endDate", "day", "enddate"),
    Column("Event.involved", "list", "actor, recipient"),
    Column("Event.location", "text", "event_loc.resolved_place, extracted_place"),
    Column("Event.country", "code", "event_loc.country_code", "alpha-2"),
    Column("Event.summary", "text", "text"),
    Column("Event.keywords", "list", "event, mode, context"),
    Column("Event.recordId", "text", "id"),
    Column("Event.proof", "text", "text_info.document"),
    Column("Event.sourceUrl", "url", "cite_info.url"),
    Column("Event.publisher", "text", "cite_info.publication"),
    Column("UnknownLink.subject", "text", "actor"),
    Column("UnknownLink.object", "text", "recipient"),
    Column("UnknownLink.role", "text", "event, mode"),
    Column("UnknownLink.startDate", "day", "date"),
    Column("UnknownLink.endDate", "day", "enddate"),
    Column("UnknownLink.recordId", "text", "id"),
    Column("UnknownLink.proof", "text", "text_info.document"),
)
FATES = Fates(
    kept=("id", "date", "enddate"),
    partly={
        "event": "as a keyword",
        "mode": "as keywords",
        "context": "as keywords",
        "text": "its text, without blanks at the ends",
        "actor": "name, alpha-2 country, sectors; as the subject of a link",
        "recipient": "likewise; as the object of a link",
        "event_loc": "names and country",
        "text_info": "the document",
        "cite_info": "publication, address, title, language of the document",
    },
)


def write(records: Iterable[RecordFields], stream: BinaryIO, tally: ExportTally) -> None:
    """Write the entities of records, each once, before the events that name them."""
    written: set[bytes] = set()
    for record in records:
        reason = NO_DATE if record["date"] is None else why_not_counted(record)
        if reason is not None:
            tally.leave_out(reason)
            continue
        n_entities = 0
        for entity in to_entities(record):
            digest = hashlib.sha256(entity["id"].encode("utf-8")).digest()[:16]
            if digest in written:
                continue
            written.add(digest)
            line = json.dumps(entity, ensure_ascii=False, separators=(", ", ": "))
            stream.write(line.encode("utf-8") + b"\n")
            n_entities += 1
        tally.wrote(n_entities)


def to_entities(record: RecordFields) -> Iterator[dict[str, Any]]:
    """The entities of a record: document, parties, event, links."""
    cite, document = record["cite_info"], record["text_info"]["document"]
    article = _id("document", document)
    yield _entity(
        "Article",
        article,
        fileName=[document],
        title=[cite["title"]],
        publisher=[cite["publication"]],
        sourceUrl=[cite["url"]],
        language=[LANGUAGES.get(cite["language"])],
    )
    actors = [_party(entity, document) for entity in record["actor"]]
    recipients = [_party(entity, document) for entity in record["recipient"]]
    yield from (*actors, *recipients)
    place: Any = record["event_loc"] or {}
    shared: dict[str, list[str | None]] = {
        "startDate": [record["date"]],
        "endDate": [record["enddate"]],
        "recordId": [record["id"]],
        "proof": [article],
        "sourceUrl": [cite["url"]],
        "publisher": [cite["publication"]],
    }
    kind = " ".join([record["event"][0], *record["mode"]])
    yield _entity(
        "Event",
        _id("event", record["id"]),
        name=[_title(kind, record)],
        involved=[party["id"] for party in (*actors, *recipients)],
        location=[place.get("resolved_place"), place.get("extracted_place")],
        country=[_country(place.get("country_code"))],
        summary=[record["text"]],
        keywords=[*record["event"], *record["mode"], *record["context"]],
        **shared,
    )
    pairs = dict.fromkeys((a["id"], r["id"]) for a in actors for r in recipients)
    for actor, recipient in pairs:
        link = _id("link", f"{record['id']} {actor} {recipient}")
        ends = {"subject": [actor], "object": [recipient]}
        yield _entity("UnknownLink", link, **ends, role=[kind], **shared)


def restore(event: dict[str, Any]) -> dict[str, Any]:
    """The kept keys of a record, from its `Event`."""
    properties = event["properties"]
    return {
        "id": properties["recordId"][0],
        "date": properties["startDate"][0],
        "enddate": properties.get("endDate", [None])[0],
    }


def _entity(schema: str, entity_id: str, **properties: list[str | None]) -> dict[str, Any]:
    """An entity with what is known: stripped, no value empty or twice, as the model stores it."""
    told: dict[str, list[str]] = {}
    for name, values in properties.items():
        stripped = (value.strip() for value in values if value)
        if kept := list(dict.fromkeys(value for value in stripped if value)):
            told[name] = kept
    return {"id": entity_id, "schema": schema, "properties": told}


def _party(entity: EntityFields, document: str) -> dict[str, Any]:
    identity = entity["identity"]
    kind = (identity or "").partition("/")[0]
    words = entity["entity_text"]
    sectors: list[str | None] = [entity["sector"], *entity["other_sectors"]]
    local = f"{document} {entity['code']} {entity['sector']} {words}"
    return _entity(
        SCHEMAS.get(kind, "LegalEntity"),
        _id("identity", identity) if identity else _id("words", local),
        name=[entity["identifier_text"] or words],
        country=[_country(entity["code"])],
        sector=sectors,
    )


def _title(kind: str, record: RecordFields) -> str:
    sides = (
        ", ".join(entity["identifier_text"] or entity["entity_text"] for entity in record[side])
        for side in ("actor", "recipient")
    )
    return f"{kind}: {' → '.join(side or '?' for side in sides)}"


def _country(code: str | None) -> str | None:
    country = load_countries().get(code or "")
    return COUNTRIES.get(code or "") or (country.alpha2.lower() if country else None)


def _id(kind: str, text: str) -> str:
    """A stable id: the kind and the first 20 digits of a hash, since ids may hold no blank."""
    return f"waqai-{kind}-{hashlib.sha256(text.encode('utf-8')).hexdigest()[:20]}"
