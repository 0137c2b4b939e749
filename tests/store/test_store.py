"""The store: what goes in comes out, and doing it again changes nothing."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from waqai.dates import Published
from waqai.errors import StoreError
from waqai.model import Document, Record
from waqai.outcome import Coded, NotCoded, Outcome, Quarantined, Repeated
from waqai.record_json import to_dict, to_json
from waqai.store import Store, open_store
from waqai.store.columns import derive_columns
from waqai.store.rows import Change

MakeRecord = Callable[[Document, int, int], Record]
TEXT = "زار الوزير طرابلس،\r\nثم زار بنغازي 🇱🇾."
DOCUMENT = Document(
    id="a",
    text=TEXT,
    published=Published.parse("2025-04-04T00:30:00+03:00"),
    outlet="صحيفة المثال",
    title="زيارة",
    url="https://example.org/a",
    language="ar",
    notes=("decoded as windows-1256",),
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An empty store in a file."""
    with closing(open_store(f"sqlite:///{tmp_path}/waqai.db")) as opened:
        yield opened


@pytest.fixture
def coded(make_record: MakeRecord) -> Callable[[Document], Coded]:
    """A document coded by hand: a record for each "زار"."""

    def code(document: Document) -> Coded:
        starts = [i for i in range(len(document.text)) if document.text.startswith("زار", i)]
        return Coded(document, tuple(make_record(document, i, i + 3) for i in starts))

    return code


def dump(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """All rows of all tables but the runs, in a fixed order."""
    with closing(sqlite3.connect(path)) as connection:
        names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        tables = sorted({name for (name,) in names} - {"runs", "alembic_version"})
        return {
            name: sorted(connection.execute(f"SELECT * FROM {name}"), key=repr) for name in tables
        }


def test_a_document_comes_back_whole(store: Store, coded: Callable[[Document], Coded]) -> None:
    """Text, day as given, metadata and notes; records as their JSON, in order."""
    outcome = coded(DOCUMENT)
    assert store.save([outcome]) == [Change.NEW]
    stored = store.get_document("a")
    assert stored is not None
    assert stored.document == DOCUMENT
    assert (stored.state, stored.reason) == ("coded", None)
    assert stored.records == [to_dict(record) for record in outcome.records]
    assert [r["event_text"][0]["start"] for r in stored.records] == [0, 23]
    assert store.get_document("b") is None


def test_the_json_is_kept_to_the_byte(
    store: Store, coded: Callable[[Document], Coded], tmp_path: Path
) -> None:
    """What stands in the table is the line that `waqai code` writes."""
    outcome = coded(DOCUMENT)
    store.save([outcome])
    texts = [
        row[4]
        for row in sorted(dump(tmp_path / "waqai.db")["records"], key=lambda row: int(str(row[3])))
    ]
    assert texts == [to_json(record) for record in outcome.records]


def test_a_document_that_is_not_coded(store: Store) -> None:
    """Stored with the reason, without records."""
    document = Document("en", "The minister arrived.", language="en")
    store.save([NotCoded(document, "language en cannot be coded yet")])
    stored = store.get_document("en")
    assert stored is not None
    assert (stored.document, stored.records) == (document, [])
    assert (stored.state, stored.reason) == ("not_coded", "language en cannot be coded yet")


def test_saving_again_changes_nothing(
    store: Store, coded: Callable[[Document], Coded], tmp_path: Path
) -> None:
    """Every table but the runs is the same after a second time; runs has one row more."""
    outcomes: list[Outcome] = [
        coded(DOCUMENT),
        NotCoded(Document("en", "Hello there.", language="en"), "language en cannot be coded yet"),
        Quarantined("b.txt", "read", "is empty", "give a text", raw_sha256="00"),
        Quarantined("c.jsonl", "read", "is no JSON", "mend it", line=3, raw_sha256="01"),
        Repeated(DOCUMENT),
    ]
    expected = [Change.NEW, Change.NEW, None, None, Change.UNCHANGED]
    for changes in (expected, [Change.UNCHANGED, Change.UNCHANGED, None, None, Change.UNCHANGED]):
        run = store.start_run(waqai="0.1.0", coder="one word 1")
        before = dump(tmp_path / "waqai.db")
        assert store.save(outcomes) == changes
        store.finish_run(run, {"n_in": 5}, {"lexicon": "ab"})
    assert dump(tmp_path / "waqai.db") == before
    assert before["documents"]
    with closing(sqlite3.connect(tmp_path / "waqai.db")) as connection:
        runs = list(connection.execute("SELECT id, coder, counts, resources FROM runs"))
    assert runs == [(n, "one word 1", '{"n_in": 5}', '{"lexicon": "ab"}') for n in (1, 2)]


def test_a_run_that_breaks_off_has_no_end(store: Store, tmp_path: Path) -> None:
    """Its row stays, without the time it finished."""
    store.start_run(waqai="0.1.0", coder="one word 1")
    with closing(sqlite3.connect(tmp_path / "waqai.db")) as connection:
        ((started, finished),) = connection.execute("SELECT started, finished FROM runs")
    assert started.endswith("+00:00")
    assert finished is None


def test_a_new_text_is_a_new_version(
    store: Store, coded: Callable[[Document], Coded], tmp_path: Path
) -> None:
    """Its records replace the old ones; the old text stays readable; going back adds none."""
    newer = replace(DOCUMENT, text="قبل أن يعود، زار الوزير درنة.")
    store.save([coded(DOCUMENT)])
    assert store.save([coded(newer)]) == [Change.CHANGED]
    stored = store.get_document("a")
    assert stored is not None
    assert stored.document.text == newer.text
    assert {r["text_info"]["version"] for r in stored.records} == {newer.version}
    assert store.get_version("a", DOCUMENT.version) == TEXT
    assert store.counts().n_versions == 2
    assert store.save([coded(DOCUMENT)]) == [Change.CHANGED]
    assert (store.counts().n_versions, store.counts().n_records) == (2, 2)
    numbers = {row[1]: row[2] for row in dump(tmp_path / "waqai.db")["versions"]}
    assert numbers == {DOCUMENT.version: 1, newer.version: 2}


@pytest.mark.parametrize(
    "change", [{"published": Published.parse("2025")}, {"outlet": None}, {"language": "fa"}]
)
def test_other_metadata_is_a_change(
    store: Store, coded: Callable[[Document], Coded], change: dict[str, object]
) -> None:
    """The same text under other circumstances is written anew, as the same version."""
    other = replace(DOCUMENT, **change)  # type: ignore[arg-type]
    store.save([coded(DOCUMENT)])
    assert store.save([coded(other)]) == [Change.CHANGED]
    stored = store.get_document("a")
    assert stored is not None
    assert stored.document == other
    assert store.counts().n_versions == 1


def test_other_metadata_is_a_change_where_there_is_no_record_to_show_it(store: Store) -> None:
    """A document whose language gets a coder, one whose outlet becomes known."""
    english = Document("en", "Hello there.", language="en")
    store.save([NotCoded(english, "language en cannot be coded yet")])
    assert store.save([Coded(english, ())]) == [Change.CHANGED]
    assert store.save([Coded(replace(english, outlet="أ"), ())]) == [Change.CHANGED]
    assert store.list_documents().documents[0].outlet == "أ"


def test_other_records_are_a_change(store: Store, coded: Callable[[Document], Coded]) -> None:
    """A newer coder's records replace those of the older."""
    outcome = coded(DOCUMENT)
    store.save([outcome])
    newer = replace(outcome, records=(replace(outcome.records[0], stance="reported"),))
    assert store.save([newer]) == [Change.CHANGED]
    stored = store.get_document("a")
    assert stored is not None
    assert [r["stance"] for r in stored.records] == ["reported"]


def test_columns_follow_from_the_json(
    store: Store, coded: Callable[[Document], Coded], tmp_path: Path
) -> None:
    """The row holds what is derived; spoilt columns are built again from the JSON alone."""
    store.save([coded(DOCUMENT)])
    whole = dump(tmp_path / "waqai.db")
    assert store.rebuild_columns() == 0
    with closing(sqlite3.connect(tmp_path / "waqai.db")) as connection:
        connection.row_factory = sqlite3.Row
        rows = [dict(row) for row in connection.execute("SELECT * FROM records")]
        for row in rows:
            derived = derive_columns(json.loads(row["json"]))
            assert {name: row[name] for name in derived} == derived
            kept = {"id", "document", "version", "position", "json"}
            assert set(row) == kept | set(derived)
        connection.execute("UPDATE records SET event = 'X', date = NULL, start = 99")
        connection.commit()
    assert dump(tmp_path / "waqai.db") != whole
    assert store.rebuild_columns() == 2
    assert dump(tmp_path / "waqai.db") == whole


def test_derived_columns_of_a_record_with_all_and_with_nothing(make_record: MakeRecord) -> None:
    """Several modes, an actor without a code before one with; no place, no recipient."""
    record = to_dict(make_record(DOCUMENT, 0, 3))
    nobody = {**record["actor"][0], "code": None}
    full = {
        **record,
        "mode": ["visit", "meet"],
        "actor": [nobody, record["actor"][0]],
        "recipient": [{**nobody, "code": "LBY"}],
        "event_loc": {"country_code": "LBY"},
    }
    columns = derive_columns(full)
    assert (columns["mode"], columns["actor_code"]) == ("visit meet", "TUR")
    assert (columns["recipient_code"], columns["country_code"]) == ("LBY", "LBY")
    bare = derive_columns({**record, "mode": [], "actor": [nobody]})
    assert [bare[n] for n in ("mode", "actor_code", "recipient_code", "country_code")] == [None] * 4


def test_documents_newest_first_page_by_page(store: Store) -> None:
    """By day, then by id; those without a day last; pages meet without gap or overlap."""
    days = {"c": "2025-04-04", "a": "2025-04-04", "b": "2024", "e": None, "d": None, "~": "2023"}
    for name, day in days.items():
        published = Published.parse(day) if day else None
        store.save([Coded(Document(name, "نص", published, language="ar"), ())])
    expected = ["a", "c", "b", "~", "d", "e"]
    assert [row.id for row in store.list_documents().documents] == expected
    for limit in (1, 2, 3, 6):
        page = store.list_documents(limit)
        seen = [row.id for row in page.documents]
        while page.next_cursor is not None and len(seen) < len(expected):
            page = store.list_documents(limit, page.next_cursor)
            assert len(page.documents) <= limit
            seen += [row.id for row in page.documents]
        assert seen == expected
        assert page.next_cursor is None


def test_a_listed_document_counts_its_records(
    store: Store, coded: Callable[[Document], Coded]
) -> None:
    """Without its text, with the number of its records."""
    store.save([coded(DOCUMENT), Coded(Document("z", "نص", language="ar"), ())])
    first, second = store.list_documents().documents
    assert (first.id, first.n_records, first.published) == ("a", 2, DOCUMENT.published)
    assert (second.id, second.n_records, second.published) == ("z", 0, None)


def test_a_cursor_of_no_page(store: Store) -> None:
    """Says what it expected."""
    with pytest.raises(StoreError, match=r"'x' is no cursor; take next_cursor"):
        store.list_documents(cursor="x")


def test_counts(store: Store, coded: Callable[[Document], Coded]) -> None:
    """Of each kind of row."""
    english = Document("en", "Hello there.", language="en")
    item = Quarantined("b.txt", "read", "is empty", "give a text")
    store.save([coded(DOCUMENT), NotCoded(english, "language en cannot be coded yet"), item])
    counts = store.counts()
    assert (counts.n_documents, counts.n_coded, counts.n_not_coded) == (2, 1, 1)
    assert (counts.n_versions, counts.n_records, counts.n_quarantined) == (2, 2, 1)


def test_quarantine_comes_back_and_goes_when_its_cause_does(
    store: Store, coded: Callable[[Document], Coded]
) -> None:
    """A document whose coding failed leaves the quarantine when it is coded."""
    unread = Quarantined("b.jsonl", "read", "is no JSON", "mend it", line=2, raw_sha256="ab")
    failed = Quarantined("a", "code", "the coder failed", "report", raw_sha256="cd", code="W000")
    store.save([unread, failed])
    assert store.list_quarantine() == [failed, unread]
    worse = replace(unread, reason='has no "text"')
    store.save([worse])
    assert store.list_quarantine() == [failed, worse]
    store.save([coded(DOCUMENT)])
    assert store.list_quarantine() == [worse]


def test_all_of_a_batch_or_none(
    store: Store, coded: Callable[[Document], Coded], make_record: MakeRecord
) -> None:
    """A record that the database refuses takes the whole batch back, with a message."""
    twin = replace(make_record(replace(DOCUMENT, id="b"), 0, 3), id="a-0")
    with pytest.raises(StoreError, match=r"the database refused .*records\.id"):
        store.save([coded(DOCUMENT), Coded(replace(DOCUMENT, id="b"), (twin,))])
    assert store.counts().n_documents == 0
