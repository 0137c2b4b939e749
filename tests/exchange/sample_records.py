"""A small set of invented records, each with something that a format may stumble over.

The sentences were written for these tests; offsets are found in them, so that every span slices
back to its words.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from waqai.exchange.contract import RecordFields, parse_record

RESOURCES = {"knowledge": "0" * 8, "lexicon": "1" * 8, "ontology": "2" * 8}


def span(text: str, words: str) -> dict[str, Any]:
    """Words of a text with their offsets."""
    start = text.index(words)
    return {"text": words, "start": start, "end": start + len(words)}


def party(text: str, words: str, code: str | None, sector: str | None, **rest: Any) -> Any:
    """An entity named by words of a text."""
    found = span(text, words)
    return {
        "code": code, "sector": sector, "other_sectors": [], "entity_text": words,
        "start": found["start"], "end": found["end"], "mention": None, "code_basis": "text",
        "identity": None, "identifier_id": None, "identifier_text": None, "office": None,
    } | rest  # fmt: skip


def place(text: str, words: str, resolution: int, **rest: Any) -> Any:
    """A place named by words of a text."""
    found = span(text, words)
    return {
        "extracted_place": words, "resolved_place": None, "country": "Libya",
        "country_code": "LBY", "province": None, "city": None, "lat": None, "lon": None,
        "geonameid": None, "resolution": resolution, "start": found["start"],
        "end": found["end"],
    } | rest  # fmt: skip


def record(number: int, text: str, trigger: str, **changes: Any) -> dict[str, Any]:
    """A record of one sentence, changed where a case needs it."""
    return {
        "id": f"{number:020x}",
        "date": "2025-04-04",
        "enddate": "2025-04-04",
        "date_info": {
            "granularity": "day", "type": "approximate", "basis": "publication",
            "text": None, "start": None, "end": None,
        },
        "about_date": None,
        "event": ["CONSULT"],
        "mode": [],
        "context": [],
        "aux": [],
        "stance": "asserted",
        "symmetric": False,
        "actor": [],
        "recipient": [],
        "event_loc": None,
        "event_text": [span(text, trigger)],
        "attribution": [],
        "interests": [],
        "quad_code": 1,
        "event_scale": 2.5,
        "cameo": "040",
        "goldstein": 1.0,
        "dead": None,
        "injured": None,
        "arrested": None,
        "size": None,
        "size_info": {},
        "text": text,
        "text_info": {
            "sequence": 0, "start": 0, "end": len(text), "document": f"doc_{number}",
            "version": "f" * 64, "part": "body", "language": "ar",
        },
        "cite_info": {
            "publication": "صحيفة المثال", "url": f"https://example.org/{number}",
            "title": None, "language": "ar", "codebook": "plover-2.0", "version": "0.1.0",
        },
        "evidence": {},
        "coder": "grammar-ar 0.1",
        "rule": "ar.consult.visit.001",
        "confidence": 0.75,
        "resources": RESOURCES,
    } | changes  # fmt: skip


def _visit() -> dict[str, Any]:
    text = "زار وزير الخارجية التركي مدينة درنة أمس، بحسب وكالة المثال."
    minister = "وزير الخارجية التركي"
    return record(
        1, text, "زار", mode=["visit"], context=["diplomatic"], event_scale=4.0, cameo="042",
        goldstein=1.9,
        date_info={
            "granularity": "day", "type": "exact", "basis": "text", **span(text, "أمس"),
        },
        actor=[party(
            text, minister, "TUR", "GOV", other_sectors=["ELI"], identity="person/example",
            identifier_text="Example Minister", office="office/tur-minister-of-foreign-affairs",
            mention=span(text, "التركي"),
        )],
        recipient=[party(text, "درنة", "LBY", None, code_basis="context")],
        event_loc=place(
            text, "درنة", 4, resolved_place="Derna", city="Derna", province="Darnah",
            lat=32.767, lon=22.637, geonameid=87205,
        ),
        attribution=[{
            "entity_text": "وكالة المثال", "role": "outlet", "verb": "بحسب",
            "start": text.index("وكالة المثال"), "end": text.index("وكالة المثال") + 12,
            "code": None, "sector": "JRN", "identity": None,
        }],
        evidence={"mode": [{**span(text, "زار"), "rule": "ar.consult.visit.001"}]},
    )  # fmt: skip


def _clash() -> dict[str, Any]:
    text = "اشتبك الجيش مع مسلحين ومهربين جنوبي البلاد، فقتل ثلاثة جنود."
    return record(
        2, text, "اشتبك", event=["ASSAULT"], mode=["firearms", "heavy-weapons"],
        context=["military"], symmetric=True, quad_code=4, event_scale=-9.5, cameo="190",
        goldstein=-10.0, dead=3, stance="reported",
        size_info={"dead": {"min": 3, "max": 3, "qualifier": "exact", **span(text, "ثلاثة")}},
        actor=[party(text, "الجيش", "LBY", "MIL")],
        recipient=[
            party(text, "مسلحين", "LBY", "REB"),
            party(text, "مهربين", None, "CRM", code_basis="context"),
        ],
        event_loc=place(text, "البلاد", 1, resolved_place="Libya", geonameid=2215636),
    )  # fmt: skip


def _formula() -> dict[str, Any]:
    text = '=HYPERLINK(1)|\\ طالب "التجمع" بالإفراج\tعن -الناشط-\r\n'
    return record(
        3, text, "طالب", event=["REQUEST"], quad_code=3, event_scale=0.0, cameo="100",
        goldstein=-5.0,
        actor=[party(text, '"التجمع"', "TUN", "SOC", identifier_text="+Group; of | \"many\"")],
        recipient=[party(text, "-الناشط-", "TUN", "CVL")],
        cite_info={
            "publication": "@outlet", "url": None, "title": "=1+1", "language": "ar",
            "codebook": "plover-2.0", "version": "0.1.0",
        },
    )  # fmt: skip


def _background() -> dict[str, Any]:
    text = "وكان البلدان قد وقعا اتفاقا من قبل."
    return record(
        4, text, "وقعا", event=["SUPPORT"], aux=["historical"], date=None, enddate=None,
        event_scale=5.0, cameo="057", goldstein=8.0,
        date_info={
            "granularity": "year", "type": "unresolved", "basis": "text",
            **span(text, "من قبل"),
        },
        actor=[party(text, "البلدان", "DZA", "GOV"), party(text, "البلدان", "TUN", "GOV")],
    )  # fmt: skip


def _denied() -> dict[str, Any]:
    text = "ونفت الوزارة أن تكون الشرطة قد اعتقلت الصحفي."
    return record(
        5, text, "اعتقلت", event=["COERCE"], mode=["arrest"], aux=["negation"], stance="denied",
        quad_code=4, event_scale=-7.0, cameo="173", goldstein=-5.0, arrested=1,
        actor=[party(text, "الشرطة", "TUN", "COP")],
        recipient=[party(text, "الصحفي", "TUN", "JRN")],
        event_loc=place(
            text, "الوزارة", 2, country="Tunisia", country_code="TUN", lat=36.8, lon=10.18,
        ),
    )  # fmt: skip


def _demand() -> dict[str, Any]:
    text = "دعت الأمم المتحدة أطراف النزاع إلى هدنة تبدأ في 1 مايو."
    return record(
        6, text, "دعت", event=["REQUEST"], mode=["change"], aux=["future"], quad_code=3,
        event_scale=-1.0, cameo=None, goldstein=None,
        about_date={
            "date": "2025-05-01", "enddate": "2025-05-01", "granularity": "day",
            "type": "exact", "basis": "text", **span(text, "1 مايو"),
        },
        actor=[party(text, "الأمم المتحدة", "UNO", None, identity="org/un",
                     identifier_text="United Nations")],
        interests=[{
            "holder": "الأمم المتحدة", **span(text, "هدنة"), "verb": "دعت", "stance": "asserted",
        }],
    )  # fmt: skip


def _aid() -> dict[str, Any]:
    text = "وصلت إلى البلدة قافلة مساعدات بين 1 و3 أبريل."
    return record(
        7, text, "مساعدات", event=["AID"], quad_code=2, event_scale=10.0, cameo="070",
        goldstein=7.0, date="2025-04-01", enddate="2025-04-03",
        actor=[party(text, "قافلة", "EUR", None)],
    )  # fmt: skip


def sample() -> list[dict[str, Any]]:
    """The records, in the order of their numbers."""
    return [_visit(), _clash(), _formula(), _background(), _denied(), _demand(), _aid()]


def to_line(fields: Mapping[str, Any]) -> str:
    """A record as `waqai code` writes it."""
    return json.dumps(fields, ensure_ascii=False, separators=(", ", ": "))


def parsed_sample() -> list[RecordFields]:
    """The records, checked against the contract."""
    return [parse_record(to_line(fields)) for fields in sample()]
