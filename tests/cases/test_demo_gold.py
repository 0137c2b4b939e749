"""The demo articles and their gold: form, offsets and codes, checked mechanically.

The annotations follow the project's codebook; whether a coder finds them is measured
elsewhere. Here only what a slip of the hand could break is checked: ids, days, spans
that slice, triggers inside them, quoted words that stand in the article, codes that exist.
"""

from __future__ import annotations

import json
import re
import unicodedata
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

Row = dict[str, Any]

OUTLETS = {"صحيفة المثال", "وكالة نموذج للأنباء", "موقع عيّنة الإخباري", "إذاعة تجربة"}
WORDS_LEAST, WORDS_MOST = 90, 220
PARAGRAPHS_LEAST, PARAGRAPHS_MOST = 2, 5

MODES: dict[str, set[str]] = {
    "AGREE": set(),
    "CONSULT": {"visit", "third-party", "multilateral", "phone"},
    "SUPPORT": set(),
    "CONCEDE": set(),
    "COOPERATE": set(),
    "AID": set(),
    "RETREAT": {"withdraw", "release", "disarm", "ceasefire", "access", "resign"},
    "REQUEST": {"assist", "change", "yield", "meet"},
    "ACCUSE": {"disapprove", "investigate", "allege"},
    "REJECT": {"assist", "change", "yield", "meet"},
    "THREATEN": {"restrict", "arrest", "relations", "expel", "territory", "violence"},
    "PROTEST": {"demo", "riot", "strike", "hunger", "boycott", "obstruct", "vandalize"},
    "SANCTION": {"convict", "expel", "withdraw", "discontinue"},
    "MOBILIZE": {"troops", "weapons", "police", "militia"},
    "COERCE": {
        *("seize", "restrict", "censor", "curfew", "martial-law", "arrest", "deport"),
        *("withhold", "misinformation", "cyber"),
    },
    "ASSAULT": {
        *("abduct", "beat", "torture", "sexual", "targeted", "destroy", "primitive"),
        *("firearms", "explosives", "suicide-attack", "aerial", "drone", "heavy-weapons"),
        *("crowd-control", "unconventional"),
    },
}
"""Types and modes of PLOVER 2.0, as the codebook lists them."""

SECTORS = {
    *("GOV", "MIL", "COP", "JUD", "LEG", "PTY", "REB", "SPY", "UAF", "UNK", "PRM", "BUS", "CRM"),
    *("CVL", "EDU", "ELI", "JRN", "LAB", "MED", "REF", "OPP", "PRE", "REL", "SOC", "AGR"),
}
INTERNATIONAL = {"IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC"}
COUNTRIES = {"LBY", "TUR", "GRC", "EGY"}
"""The countries of the eight annotated articles: any other code here is a slip."""
MARKS = {"historical", "future", "hypothetical", "negation"}


def _rows(text: str) -> list[Row]:
    return [json.loads(line) for line in text.splitlines()]


ARTICLES = _rows((files("waqai") / "demo" / "articles.jsonl").read_text("utf-8"))
GOLD = _rows(Path(__file__).with_name("demo_gold.jsonl").read_text("utf-8"))
TEXTS: dict[str, str] = {row["id"]: row["text"] for row in ARTICLES}
EVENTS = [
    pytest.param(TEXTS[row["doc"]], event, id=f"{row['doc']}-{number}")
    for row in GOLD
    for number, event in enumerate(row["events"])
]


def test_demo_holds_enough_articles_from_every_example_outlet() -> None:
    """At least twenty reports, ids unique, each example outlet used, no other outlet."""
    assert len(ARTICLES) >= 20
    assert len(TEXTS) == len(ARTICLES)
    assert {row["outlet"] for row in ARTICLES} == OUTLETS


@pytest.mark.parametrize("row", ARTICLES, ids=lambda row: str(row["id"]))
def test_article_has_the_agreed_form(row: Row) -> None:
    """Keys in order, the day in the id, the length of a short report, normal form kept."""
    assert list(row) == ["id", "text", "published", "outlet", "title", "url", "language"]
    assert (row["url"], row["language"]) == (None, "ar")
    published = date.fromisoformat(row["published"])
    assert row["id"].startswith(f"demo-{published.isoformat()}-")
    assert 2014 <= published.year <= 2025
    assert WORDS_LEAST <= len(row["text"].split()) <= WORDS_MOST
    paragraphs = re.split(r"\n+", row["text"])
    assert PARAGRAPHS_LEAST <= len(paragraphs) <= PARAGRAPHS_MOST
    assert all(part == part.strip() and part[-1] in ".؟" for part in paragraphs)
    assert unicodedata.is_normalized("NFC", row["text"])


def test_one_article_is_hard_to_highlight() -> None:
    """Latin names, three kinds of quotation marks and digits, emoji beyond U+FFFF, marks."""
    text = TEXTS["demo-2023-09-12-derna-aid"]
    assert {"AFAD", "UMKE", "Anadolu"} <= set(re.findall(r"[A-Za-z]+", text))
    assert all(mark in text for mark in '«»"“”')
    assert any(char in text for char in "٠٢") and any(char in text for char in "016")
    assert sum(ord(char) > 0xFFFF for char in text) >= 2
    assert sum(unicodedata.category(char) == "Mn" for char in text) >= 20


def test_gold_covers_eight_articles_on_their_own_day() -> None:
    """Each annotated article exists, once, and carries its publication day."""
    days = {row["id"]: row["published"] for row in ARTICLES}
    assert len(GOLD) == len({row["doc"] for row in GOLD}) == 8
    for row in GOLD:
        assert row["published"] == days[row["doc"]]
        assert "text" not in row
        assert any(event["required"] for event in row["events"])


@pytest.mark.parametrize(("text", "event"), EVENTS)
def test_gold_words_stand_in_the_article(text: str, event: Row) -> None:
    """Spans slice, hold their trigger, break no letter; quoted words occur."""
    start, end = event["span"]
    assert 0 <= start < end <= len(text)
    span = text[start:end]
    assert span == span.strip()
    assert "\n" not in span
    assert event["trigger"] in span
    assert end == len(text) or not unicodedata.combining(text[end])
    quoted = [
        words for side in ("actor", "recipient") for who in event[side] for words in who["text"]
    ]
    if event["attribution"] is not None:
        quoted.append(event["attribution"])
    assert [words for words in quoted if words not in text] == []


@pytest.mark.parametrize(("text", "event"), EVENTS)
def test_gold_codes_exist(text: str, event: Row) -> None:
    """Types, modes, countries, sectors and marks are codes of the codebook."""
    types = [event["event"], *event["event_alt"]]
    assert len(set(types)) == len(types)
    assert set(types) <= set(MODES)
    assert {*event["mode"], *event["mode_alt"]} <= set().union(*(MODES[name] for name in types))
    for who in [*event["actor"], *event["recipient"]]:
        assert who["name"]
        assert who["code"]
        assert set(who["code"]) <= COUNTRIES | INTERNATIONAL
        assert who["sector"]
        assert set(who["sector"]) <= SECTORS
    assert set(event["aux"]) <= MARKS
    assert set(event.get("loc", {}).get("country", [])) <= COUNTRIES
    if "date" in event:
        first, last = (date.fromisoformat(day) for day in event["date"])
        assert first <= last
