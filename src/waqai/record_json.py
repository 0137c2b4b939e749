"""The output contract: a record as one JSON object, keys in a fixed order.

Every key is written, floats have at most three decimals, nothing that is not known is
invented (null). The order and the meaning of the keys stand in `docs/record.md`.
"""

from __future__ import annotations

import json
from typing import Any

from waqai.model import Attribution, Count, Entity, Place, Record, Span, When

SIZES = ("dead", "injured", "arrested", "size")


def to_json(record: Record) -> str:
    """One line of JSON for a record, without the line end."""
    return json.dumps(to_dict(record), ensure_ascii=False, separators=(", ", ": "))


def to_dict(record: Record) -> dict[str, Any]:
    """The contract as a dictionary whose insertion order is the order of the keys."""
    document = record.document
    return {
        "id": record.id,
        "date": record.when.first,
        "enddate": record.when.last,
        "date_info": _date_info(record.when),
        "about_date": _about(record.about),
        "event": [record.event],
        "mode": list(record.modes),
        "context": list(record.contexts),
        "aux": list(record.aux),
        "stance": record.stance,
        "symmetric": record.symmetric,
        "actor": [_entity(entity) for entity in record.actors],
        "recipient": [_entity(entity) for entity in record.recipients],
        "event_loc": _place(record.place),
        "event_text": [_span(span) for span in record.trigger],
        "attribution": [_attribution(item) for item in record.attributions],
        "interests": [
            {"holder": i.holder, **_span(i.span), "verb": i.verb, "stance": i.stance}
            for i in record.interests
        ],
        "quad_code": record.quad_code,
        "event_scale": _round(record.event_scale),
        "cameo": record.cameo,
        "goldstein": _round(record.goldstein),
        **{name: _exact(record.sizes.get(name)) for name in SIZES},
        "size_info": {name: _count(record.sizes[name]) for name in SIZES if name in record.sizes},
        "text": record.sentence.span.text,
        "text_info": {
            "sequence": record.sentence.index,
            "start": record.sentence.span.start,
            "end": record.sentence.span.end,
            "document": document.id,
            "version": document.version,
            "part": "body",
            "language": document.language,
        },
        "cite_info": {
            "publication": document.outlet,
            "url": document.url,
            "title": document.title,
            "language": document.language,
            "codebook": record.codebook,
            "version": record.version,
        },
        "evidence": {
            field: [{**_span(item.span), "rule": item.rule} for item in items]
            for field, items in sorted(record.evidence.items())
        },
        "coder": record.coder,
        "rule": record.rule,
        "confidence": _round(record.confidence),
        "resources": dict(sorted(record.resources.items())),
    }


def _round(value: float | None) -> float | None:
    return None if value is None else round(float(value), 3)


def _span(span: Span) -> dict[str, Any]:
    return {"text": span.text, "start": span.start, "end": span.end}


def _date_info(when: When) -> dict[str, Any]:
    info = when.info
    return {
        "granularity": info.granularity,
        "type": info.type,
        "basis": info.basis,
        "text": info.span.text if info.span else None,
        "start": info.span.start if info.span else None,
        "end": info.span.end if info.span else None,
    }


def _about(when: When | None) -> dict[str, Any] | None:
    if when is None:
        return None
    return {"date": when.first, "enddate": when.last, **_date_info(when)}


def _entity(entity: Entity) -> dict[str, Any]:
    return {
        "code": entity.code,
        "sector": entity.sector,
        "other_sectors": list(entity.other_sectors),
        "entity_text": entity.span.text,
        "start": entity.span.start,
        "end": entity.span.end,
        "mention": _span(entity.mention) if entity.mention else None,
        "code_basis": entity.code_basis,
        "identity": entity.identity,
        "identifier_id": None,
        "identifier_text": entity.identifier_text,
        "office": entity.office,
    }


def _place(place: Place | None) -> dict[str, Any] | None:
    if place is None:
        return None
    return {
        "extracted_place": place.span.text,
        "resolved_place": place.resolved_place,
        "country": place.country,
        "country_code": place.country_code,
        "province": place.province,
        "city": place.city,
        "lat": _round(place.lat),
        "lon": _round(place.lon),
        "geonameid": place.geonameid,
        "resolution": place.resolution,
        "start": place.span.start,
        "end": place.span.end,
    }


def _attribution(item: Attribution) -> dict[str, Any]:
    return {
        "entity_text": item.span.text,
        "role": item.role,
        "verb": item.verb,
        "start": item.span.start,
        "end": item.span.end,
        "code": item.code,
        "sector": item.sector,
        "identity": item.identity,
    }


def _exact(count: Count | None) -> int | None:
    return count.exact if count else None


def _count(count: Count) -> dict[str, Any]:
    return {
        "min": count.minimum,
        "max": count.maximum,
        "qualifier": count.qualifier,
        **_span(count.span),
    }
