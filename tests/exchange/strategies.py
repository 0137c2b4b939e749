"""Any record that the contract allows, and any cell of a table, for hypothesis."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import strategies as st
from tests.exchange.sample_records import record

from waqai.ontology import load_ontology

ALPHABET = st.characters(exclude_categories=["Cs"])
TEXTS = st.text(ALPHABET, max_size=12) | st.sampled_from(
    [
        "=1+1",
        "+1",
        "-1",
        "@a",
        "\t=1",
        "\r=1",
        "'",
        "''=1",
        '"',
        '"a" b',
        "a;b|c\\",
        " =1",
        "،؛",
        "",
    ]
)
"""Any text, formulas and separators more often than chance."""
WORDS = TEXTS.filter(bool)
NAMES = st.from_regex(r"[A-Za-z0-9_-]{1,8}", fullmatch=True)
WHOLE = st.integers(0, 2**53)
NUMBERS = st.floats(-10, 10, allow_nan=False).map(lambda number: round(number, 3))
DAYS = st.dates(date(1000, 1, 1), date(2999, 12, 31)).map(date.isoformat)
COUNTRIES = st.sampled_from(["LBY", "TUN", "USA", "KOS", "UNO", "EUR", "ISM", "IGO", "GRL"])


def maybe(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """None as well."""
    return st.none() | strategy


SPANS = st.fixed_dictionaries({"text": TEXTS, "start": WHOLE, "end": WHOLE})
PARTIES = st.fixed_dictionaries(
    {
        "code": maybe(COUNTRIES),
        "sector": maybe(st.sampled_from(list(load_ontology().sectors))),
        "other_sectors": st.lists(st.sampled_from(["MIL", "JRN", "MED", "UNK"]), max_size=3),
        "entity_text": WORDS,
        "start": WHOLE,
        "end": WHOLE,
        "mention": maybe(SPANS),
        "code_basis": st.sampled_from(["text", "knowledge", "context"]),
        "identity": maybe(st.sampled_from(["person/a", "state/LBY", "org/b", "force/c"])),
        "identifier_id": st.none(),
        "identifier_text": maybe(WORDS),
        "office": maybe(WORDS),
    }
)
PLACES = st.fixed_dictionaries(
    {
        "extracted_place": WORDS,
        "resolved_place": maybe(WORDS),
        "country": maybe(WORDS),
        "country_code": maybe(COUNTRIES),
        "province": maybe(WORDS),
        "city": maybe(WORDS),
        "lat": maybe(st.floats(-90, 90)),
        "lon": maybe(st.floats(-180, 180)),
        "geonameid": maybe(WHOLE),
        "resolution": maybe(st.integers(1, 5)),
        "start": WHOLE,
        "end": WHOLE,
    }
)
COUNTS = st.fixed_dictionaries(
    {"min": maybe(WHOLE), "max": maybe(WHOLE), "qualifier": NAMES, "text": TEXTS}
    | {"start": WHOLE, "end": WHOLE}
)


@st.composite
def records(draw: st.DrawFn) -> dict[str, Any]:
    """A record whose every key may be anything that the contract allows."""
    ontology = load_ontology()
    event = draw(st.sampled_from(list(ontology.types)))
    modes = list(ontology.types[event].modes)
    day = draw(maybe(DAYS))
    changes: dict[str, st.SearchStrategy[Any]] = {
        "id": NAMES,
        "mode": st.lists(st.sampled_from(modes), unique=True) if modes else st.just([]),
        "context": st.lists(st.sampled_from(list(ontology.contexts)), max_size=3, unique=True),
        "aux": st.lists(st.sampled_from(list(ontology.auxiliary)), max_size=2, unique=True),
        "stance": st.sampled_from(
            ["asserted", "reported", "claimed", "denied", "expected", "believed"]
        ),
        "symmetric": st.booleans(),
        "actor": st.lists(PARTIES, max_size=3),
        "recipient": st.lists(PARTIES, max_size=3),
        "event_loc": maybe(PLACES),
        "event_text": st.lists(SPANS, min_size=1, max_size=2),
        "event_scale": NUMBERS,
        "cameo": maybe(st.sampled_from(list(ontology.cameo))),
        "goldstein": maybe(NUMBERS),
        "quad_code": st.integers(1, 4),
        "dead": maybe(WHOLE),
        "size": maybe(WHOLE),
        "size_info": st.dictionaries(st.sampled_from(["dead", "injured", "size"]), COUNTS),
        "text": WORDS,
        "confidence": st.floats(0, 1).map(lambda number: round(number, 3)),
        "coder": WORDS,
        "rule": WORDS,
    }
    changed = {key: draw(strategy) for key, strategy in changes.items()}
    cite = {key: draw(maybe(WORDS)) for key in ("publication", "url", "title")}
    info = record(1, "نص", "نص")
    return info | changed | {
        "event": [event],
        "date": day,
        "enddate": day,
        "cite_info": info["cite_info"] | cite,
        "text_info": info["text_info"] | {"document": draw(WORDS), "sequence": draw(WHOLE)},
    }  # fmt: skip


CELLS = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\t\n"), max_size=12
) | st.sampled_from(["", "NULL", '"', 'a "b', "\r", "'=1"])
"""A cell of a file without quoting, as it may stand there."""
