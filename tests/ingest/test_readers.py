"""Files and standard input become documents, or are quarantined one by one."""

from __future__ import annotations

import hashlib
import io
import json
from pathlib import Path

import pytest

from waqai.dates import Published
from waqai.ingest.decoding import MAX_DOCUMENT_BYTES
from waqai.ingest.fields import Given
from waqai.ingest.readers import read_sources
from waqai.model import Document
from waqai.outcome import Item, Quarantined

HOSTILE = Path(__file__).parents[1] / "cases" / "documents"
NEWS = "زار الوزير طرابلس أمس."


def read(*paths: Path, given: Given | None = None) -> list[Item]:
    """All that comes out of some files."""
    return list(read_sources([str(path) for path in paths], given or Given()))


def read_pipe(raw: bytes, given: Given | None = None) -> list[Item]:
    """All that comes out of standard input."""
    return list(read_sources(["-"], given or Given(), io.BytesIO(raw)))


def only_document(items: list[Item]) -> Document:
    """The one document there is."""
    (item,) = items
    assert isinstance(item, Document), item
    return item


def only_quarantined(items: list[Item]) -> Quarantined:
    """The one quarantined input there is."""
    (item,) = items
    assert isinstance(item, Quarantined), item
    return item


def test_a_text_file_is_named_by_its_file(tmp_path: Path) -> None:
    """The id is the name without its last ending; options hold for what it does not say."""
    path = tmp_path / "2025.04 تقرير.txt"
    path.write_bytes(f"{NEWS}\r\n{NEWS}\n".encode())
    given = Given(Published.parse("2025-04"), "صحيفة المثال", "زيارة", "ar")
    document = only_document(read(path, given=given))
    assert document == Document(
        id="2025.04 تقرير",
        text=f"{NEWS}\r\n{NEWS}\n",
        published=Published.parse("2025-04"),
        outlet="صحيفة المثال",
        title="زيارة",
        language="ar",
    )


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("empty.txt", "is empty: it holds no letter"),
        ("blank.txt", "is empty: it holds no letter"),
        ("binary.txt", "is binary: it holds NUL bytes"),
        ("broken-utf-8.txt", "is neither UTF-8"),
    ],
)
def test_hostile_files_are_quarantined(name: str, reason: str) -> None:
    """Each with its file, the stage, a reason, what to do and the hash of its bytes."""
    item = only_quarantined(read(HOSTILE / name))
    assert item.reason.startswith(reason)
    assert item.hint
    assert (item.source, item.stage, item.line) == (str(HOSTILE / name), "read", None)
    assert item.raw_sha256 == hashlib.sha256((HOSTILE / name).read_bytes()).hexdigest()


@pytest.mark.parametrize(
    ("name", "notes"),
    [
        ("utf-8-bom.txt", ()),
        ("utf-16-bom.txt", ("decoded as utf-16",)),
        ("windows-1256.txt", ("decoded as windows-1256",)),
    ],
)
def test_one_text_in_three_encodings(name: str, notes: tuple[str, ...]) -> None:
    """The same text each time, with a note of what was done."""
    plain = (HOSTILE / "utf-8-bom.txt").read_bytes().decode("utf-8-sig")
    document = only_document(read(HOSTILE / name))
    assert (document.text, document.notes) == (plain, notes)


def test_line_ends_are_kept() -> None:
    """CRLF counts as two characters in every offset."""
    document = only_document(read(HOSTILE / "crlf.txt"))
    assert document.text.encode() == (HOSTILE / "crlf.txt").read_bytes()


def test_a_page_gives_its_article_alone() -> None:
    """No script, style, navigation or footer; entities are read; the note says so."""
    document = only_document(read(HOSTILE / "page.txt"))
    assert "إعادة الإعمار & البناء" in document.text
    assert "«عودة الشركات»" in document.text
    assert not [word for word in ("قصف", "color", "رياضة", "محفوظة", "<") if word in document.text]
    assert document.notes == ("text extracted from HTML",)


def test_a_piece_of_html_is_extracted_and_an_empty_page_is_not(tmp_path: Path) -> None:
    """A page whose text is loaded by a script has none."""
    piece, shell = tmp_path / "piece.txt", tmp_path / "shell.txt"
    piece.write_text(f"<p>{NEWS}</p><p>ثم غادرها.</p>", "utf-8")
    shell.write_text("<!DOCTYPE html><html><body><script>load()</script></body></html>", "utf-8")
    found, refused = read(piece, shell)
    assert isinstance(found, Document)
    assert found.text.split() == [*NEWS.split(), "ثم", "غادرها."]
    assert isinstance(refused, Quarantined)
    assert refused.reason == "is HTML without text"


def test_a_quoted_tag_is_no_page(tmp_path: Path) -> None:
    """Plain text that mentions a tag or compares numbers stays as it is."""
    path = tmp_path / "plain.txt"
    path.write_text(f"{NEWS} وكتب <b>بيانا</b> وكان العدد < 5 و > 3.", "utf-8")
    assert only_document(read(path)).text == path.read_text("utf-8")


def test_too_large_by_one_byte(tmp_path: Path) -> None:
    """The hash is of the whole file, though no more than the limit was kept."""
    path = tmp_path / "large.txt"
    path.write_bytes(b"a" * (MAX_DOCUMENT_BYTES + 1_500_000))
    item = only_quarantined(read(path))
    assert item.reason == "holds over 5,000,000 bytes, more than one article has"
    assert item.raw_sha256 == hashlib.sha256(path.read_bytes()).hexdigest()


def test_what_is_no_file_to_read(tmp_path: Path) -> None:
    """A missing file, a folder and another ending are quarantined; the rest is read."""
    good, table, folder = tmp_path / "good.txt", tmp_path / "table.csv", tmp_path / "f.txt"
    good.write_text(NEWS, "utf-8")
    table.write_text("a,b", "utf-8")
    folder.mkdir()
    missing, other, at, found = read(tmp_path / "none.txt", table, folder, good)
    assert isinstance(missing, Quarantined)
    assert "No such file" in missing.reason
    assert isinstance(other, Quarantined)
    assert other.reason == "ends in .csv, expected .txt or .jsonl"
    assert isinstance(at, Quarantined)
    assert "Is a directory" in at.reason
    assert isinstance(found, Document)


def test_every_line_of_the_hostile_lines() -> None:
    """Twelve documents go in; five come out, seven are quarantined under their lines."""
    items = read(HOSTILE / "lines.jsonl")
    found = [item for item in items if isinstance(item, Document)]
    refused = [item for item in items if isinstance(item, Quarantined)]
    assert [d.id for d in found] == [
        "good-day", "good-month", "good-offset", "good-undated", "good-day",
    ]  # fmt: skip
    assert [(q.line, q.reason[:24]) for q in refused] == [
        (2, "is no JSON (Invalid cont"),
        (3, 'has no "text" (keys: \'id'),
        (4, "is empty: it holds no le"),
        (5, "published is '2021-02-30"),
        (6, "published is 'منتصف مارس"),
        (7, "is a JSON list, expected"),
        (8, '"text" is a list, expect'),
    ]
    days = [d.published and (d.published.precision, d.published.first.isoformat()) for d in found]
    assert days == [
        ("day", "2021-03-15"), ("month", "2021-03-01"), ("timestamp", "2021-03-15"), None,
        ("day", "2021-03-15"),
    ]  # fmt: skip
    raw_lines = (HOSTILE / "lines.jsonl").read_bytes().splitlines(keepends=True)
    assert refused[0].raw_sha256 == hashlib.sha256(raw_lines[1]).hexdigest()


def test_fields_of_a_line(tmp_path: Path) -> None:
    """Its own values go before those of the options; other keys are passed over."""
    path = tmp_path / "a.jsonl"
    rows = [
        {
            "id": 7,
            "text": NEWS,
            "published": 2020,
            "outlet": "أ",
            "title": "ب",
            "language": "ar-LY",
        },
        {"text": NEWS, "url": "https://example.org/1", "outlet": " ", "title": None, "tags": [1]},
        {"text": NEWS},
    ]
    path.write_text("\n".join(json.dumps(row) for row in rows) + "\n\n", "utf-8")
    given = Given(Published.parse("2025-04-04"), "صحيفة المثال", None, "ar")
    own, by_url, by_text = read(path, given=given)
    assert isinstance(own, Document)
    assert isinstance(by_url, Document)
    assert isinstance(by_text, Document)
    assert (own.id, own.outlet, own.title, own.language) == ("7", "أ", "ب", "ar")
    assert own.published == Published.parse("2020")
    assert (by_url.id, by_url.outlet, by_url.title) == (
        "https://example.org/1",
        "صحيفة المثال",
        None,
    )
    assert by_url.published == Published.parse("2025-04-04")
    assert by_text.id == "text-" + hashlib.sha256(NEWS.encode()).hexdigest()[:12]


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"text": None}, 'has no "text"'),
        ({"text": NEWS, "id": ["a"]}, '"id" is a list, expected a string'),
        ({"text": NEWS, "id": True}, '"id" is a boolean, expected a string'),
        ({"text": NEWS, "outlet": 5}, '"outlet" is a number, expected a string'),
        ({"text": NEWS, "published": True}, '"published" is a boolean, expected a string'),
        ({"text": NEWS, "language": "Arabic!"}, "language is 'Arabic!', expected auto or a code"),
        ({"text": NEWS, "url": "\ud800"}, '"url" holds the lone surrogate U+D800'),
        ({"text": "وصل \ud800"}, "text holds the lone surrogate U+D800"),
        ({"text": "وصل \0"}, "is binary"),
        ({"text": NEWS, "published": "x" * 500}, "published is '" + "x" * 59 + "…, which is no"),
    ],
)
def test_faults_of_a_line(tmp_path: Path, fields: dict[str, object], reason: str) -> None:
    """The message names the field, what was found and what was expected, on one line."""
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps(fields), "utf-8")
    item = only_quarantined(read(path))
    assert item.reason.startswith(reason)
    assert "\n" not in item.message
    assert item.message.startswith(f"{path}:1 (read): ")


def test_deep_nesting_is_a_fault_of_its_line(tmp_path: Path) -> None:
    """A line made to break the parser breaks nothing."""
    path = tmp_path / "a.jsonl"
    path.write_text("[" * 200_000 + "\n" + json.dumps({"text": NEWS}), "utf-8")
    deep, good = read(path)
    assert isinstance(deep, Quarantined)
    assert deep.reason.startswith("is no JSON")
    assert isinstance(good, Document)


def test_a_long_line_is_set_aside_alone(tmp_path: Path) -> None:
    """The lines after it keep their numbers and are read."""
    path = tmp_path / "a.jsonl"
    long = b'{"text": "' + b"a" * (2 * MAX_DOCUMENT_BYTES) + b'"}\n'
    path.write_bytes(long + json.dumps({"text": NEWS}).encode() + b"\nno\n")
    large, good, bad = read(path)
    assert isinstance(large, Quarantined)
    assert (large.line, large.reason[:20]) == (1, "holds over 5,000,000")
    assert large.raw_sha256 == hashlib.sha256(long).hexdigest()
    assert isinstance(good, Document)
    assert isinstance(bad, Quarantined)
    assert bad.line == 3


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1256"])
def test_lines_in_other_encodings(tmp_path: Path, encoding: str) -> None:
    """JSON Lines from other systems; Windows-1256 is noted line by line."""
    path = tmp_path / "a.JSONL"
    rows = [json.dumps({"id": "a", "text": f"{NEWS} {n}"}, ensure_ascii=False) for n in (1, 2)]
    path.write_bytes("\r\n".join(rows).encode(encoding))
    items = read(path)
    assert [item.text for item in items if isinstance(item, Document)] == [f"{NEWS} 1", f"{NEWS} 2"]


def test_a_file_of_lines_without_one(tmp_path: Path) -> None:
    """Blank lines alone make no document, and the file does not vanish unseen."""
    path = tmp_path / "a.jsonl"
    path.write_bytes(b"\n \n")
    assert only_quarantined(read(path)).reason == "is empty: it holds no line"


def test_standard_input_as_text() -> None:
    """A text without a name is named by what it says."""
    document = only_document(read_pipe(f"\n {NEWS}".encode()))
    assert document.text == f"\n {NEWS}"
    assert document == only_document(read_pipe(f"\n {NEWS}".encode()))
    assert document.id.startswith("text-")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_standard_input_as_lines(encoding: str) -> None:
    """JSON Lines where the first character that is not blank is a brace."""
    text = "\n  \n" + json.dumps({"id": "a", "text": NEWS}) + "\nno JSON\n"
    good, bad = read_pipe(text.encode(encoding))
    assert isinstance(good, Document)
    assert (good.id, good.text) == ("a", NEWS)
    assert isinstance(bad, Quarantined)
    assert (bad.source, bad.line) == ("-", 4)


@pytest.mark.parametrize("raw", [b"", b"\n \n", b"\xef\xbb\xbf"])
def test_empty_standard_input(raw: bytes) -> None:
    """Nothing came: it is said."""
    item = only_quarantined(read_pipe(raw))
    assert (item.source, item.reason) == ("-", "is empty: it holds no letter")


def test_standard_input_in_utf_16_as_text() -> None:
    """Decoded by its mark and noted."""
    document = only_document(read_pipe(NEWS.encode("utf-16")))
    assert (document.text, document.notes) == (NEWS, ("decoded as utf-16",))
