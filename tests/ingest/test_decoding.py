"""Bytes become text by evidence: marks, UTF-8, Windows-1256; all else is refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from waqai.errors import IngestError
from waqai.ingest.decoding import MAX_DOCUMENT_BYTES, check_text, decode

ARABIC = "قالت الحكومة إن الوزير وصل إلى المطار صباح اليوم، وكان في استقباله عدد من النواب."


@given(st.text().filter(lambda text: text[:1] != "\ufeff" and "\0" not in text))
def test_utf_8_comes_back_as_it_was(text: str) -> None:
    """No character and no line end is touched, and nothing is noted."""
    assert decode(text.encode("utf-8")) == (text, ())


@pytest.mark.parametrize(
    ("encoding", "notes"),
    [
        ("utf-8-sig", ()),
        ("utf-16", ("decoded as utf-16",)),
        ("utf-32", ("decoded as utf-32",)),
        ("cp1256", ("decoded as windows-1256",)),
    ],
)
def test_known_encodings(encoding: str, notes: tuple[str, ...]) -> None:
    """The same text, and what was done is noted; a mark is not part of the text."""
    assert decode(ARABIC.encode(encoding)) == (ARABIC, notes)


def test_big_endian_by_its_mark() -> None:
    """The byte order mark decides the order of bytes too."""
    raw = b"\xfe\xff" + ARABIC.encode("utf-16-be")
    assert decode(raw) == (ARABIC, ("decoded as utf-16",))


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (ARABIC, "iso8859-6"),
        ("The ministry (وزارة الخارجية) said its envoy had left for talks there.", "cp1256"),
        ("Министр прибыл в столицу вчера утром, сообщило агентство.", "cp1251"),
        ("Ο υπουργός έφτασε χθες στην πρωτεύουσα, ανακοίνωσε το γραφείο.", "cp1253"),
        ("Le ministre a été reçu à l'aéroport par le préfet, où il s'est félicité.", "cp1252"),
        ("שר הביטחון הגיע אתמול לבירה, כך נמסר מלשכתו.", "cp1255"),
    ],
)
def test_other_encodings_are_refused_not_misread(text: str, encoding: str) -> None:
    """What Windows-1256 would decode to letters of some kind is not taken for Arabic."""
    with pytest.raises(IngestError, match=r"neither UTF-8 \(byte 0x\w\w at \d+ breaks it\)"):
        decode(text.encode(encoding))


@pytest.mark.parametrize("text", [ARABIC, "وصل الوزير إلى المدينة اليوم ومعه وفد من النواب."])
def test_damaged_utf_8_is_not_taken_for_windows_1256(text: str) -> None:
    """Read as Windows-1256 it would be full of Arabic letters, all of them wrong.

    The first text would hold Latin letters among them (its kaf ends in 0x83), the second none.
    """
    raw = bytearray(text.encode("utf-8"))
    raw[40] = 0xFF
    with pytest.raises(IngestError, match="neither UTF-8"):
        decode(bytes(raw))


def test_a_broken_mark_says_where() -> None:
    """Half a code unit at the end."""
    with pytest.raises(IngestError, match="mark of utf-16 but breaks it at byte"):
        decode(ARABIC.encode("utf-16") + b"\x41")


def test_size_is_counted_in_raw_bytes() -> None:
    """The limit itself is allowed, one byte more is not."""
    assert len(decode(b"a" * MAX_DOCUMENT_BYTES)[0]) == MAX_DOCUMENT_BYTES
    with pytest.raises(IngestError, match="over 5,000,000 bytes"):
        decode(b"a" * (MAX_DOCUMENT_BYTES + 1))


@pytest.mark.parametrize("text", ["", " \n\t", "\u00a0\u200f", "12 / 34 …"])
def test_nothing_to_read(text: str) -> None:
    """Blanks, marks of direction, digits: no letter."""
    with pytest.raises(IngestError, match="is empty: it holds no letter"):
        check_text(text)


@pytest.mark.parametrize("text", ["وصل\0الوفد", "\x01\x02\x03 وصل"])
def test_binary(text: str) -> None:
    """NUL, or many control characters."""
    with pytest.raises(IngestError, match="is binary"):
        check_text(text)


def test_a_lone_surrogate_is_named() -> None:
    """JSON can write it, no file can hold it."""
    with pytest.raises(IngestError, match=r"lone surrogate U\+D83D at character 4"):
        check_text("وصل \ud83d اليوم")


def test_a_rare_control_character_is_no_binary() -> None:
    """One form feed or stray control in an article is kept."""
    check_text(ARABIC * 3 + "\x0c" + "\x1a")
