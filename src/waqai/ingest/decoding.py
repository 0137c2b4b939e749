"""From bytes to text, by evidence rather than by guess.

In go the raw bytes of one document; out comes its text, line ends kept, with a note of
what was done. The order of the steps of `decode`:

1. over 5 MB: refused;
2. a byte order mark decides (UTF-8, UTF-16, UTF-32);
3. NUL bytes: binary, refused;
4. UTF-8, strictly;
5. Windows-1256, where the result reads as Arabic (`_reads_as_arabic`);
6. else refused, with the first byte that is no UTF-8.

`check_text` then refuses a text that is blank, binary or without a letter.

Left out: other encodings (ISO 8859-6, MacArabic); they are refused, not misread.
"""

from __future__ import annotations

import codecs
import re

from waqai.errors import IngestError

MAX_DOCUMENT_BYTES = 5_000_000
"""Raw bytes of one document: of a text file, or of one line of JSON Lines."""

_BYTE_ORDER_MARKS = (  # UTF-32 first: its mark begins with the one of UTF-16.
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (codecs.BOM_UTF8, "utf-8-sig"),
)

_MIN_ARABIC_LETTERS = 10
"""Fewer letters are no evidence for Windows-1256."""
_MIN_ARABIC_SHARE = 0.5
"""Arabic letters among all letters of a text taken for Windows-1256."""
_MIN_ALIF_LAM_SHARE = 0.1
"""Alif and lam among the Arabic letters: about 0.25 in Arabic news. Damaged UTF-8 read as
Windows-1256 is rich in Arabic letters but holds neither, since 0xC7 and 0xE1 begin no
Arabic letter in UTF-8."""
_MAX_MIXED_SHARE = 0.02
"""Words of both scripts: what ISO 8859-6 or Cyrillic looks like when read as Windows-1256."""
_MAX_CONTROL_SHARE = 0.01
"""Control characters among all characters of a text; more is binary."""

_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
_WORD = re.compile(r"[^\W\d_]+")
_ARABIC = re.compile("[\u0620-\u064a\u066e-\u06d3]")  # letters, without marks and digits
_LATIN = re.compile("[A-Za-z\u00c0-\u024f]")
_SURROGATE = re.compile("[\ud800-\udfff]")


def decode(raw: bytes) -> tuple[str, tuple[str, ...]]:
    """The text of some raw bytes and what was done to get it.

    Raises:
        IngestError: the bytes are too many, binary or in no encoding read here.

    Example:
        >>> decode("قال الناطق باسم الوزارة".encode("cp1256"))[1]
        ('decoded as windows-1256',)
    """
    if len(raw) > MAX_DOCUMENT_BYTES:
        raise IngestError(
            f"holds over {MAX_DOCUMENT_BYTES:,} bytes, more than one article has",
            hint="split it into one document per article, for instance as JSON Lines",
        )
    marked = decode_marked(raw)
    if marked is not None:
        text, label = marked
        return text, () if label == "utf-8" else (f"decoded as {label}",)
    if b"\0" in raw:
        raise IngestError("is binary: it holds NUL bytes", hint="give plain text or HTML")
    try:
        return raw.decode("utf-8"), ()
    except UnicodeDecodeError as err:
        text = raw.decode("cp1256")
        if _reads_as_arabic(text):
            return text, ("decoded as windows-1256",)
        raise IngestError(
            f"is neither UTF-8 (byte 0x{raw[err.start]:02X} at {err.start} breaks it) "
            "nor Windows-1256 Arabic",
            hint="save it as UTF-8, for instance with iconv -f ENCODING -t UTF-8",
        ) from err


def check_text(text: str) -> None:
    """Refuse a text that is blank, binary, or could not be written out again.

    Raises:
        IngestError: with what was found.
    """
    if "\0" in text or len(_CONTROLS.findall(text)) > _MAX_CONTROL_SHARE * len(text):
        raise IngestError(
            "is binary: it holds NUL or control characters", hint="give plain text or HTML"
        )
    if _WORD.search(text) is None:
        raise IngestError("is empty: it holds no letter", hint="give an article, or leave it out")
    check_writable(text, "text")


def check_writable(text: str, field: str) -> None:
    r"""Refuse half a surrogate pair, which JSON can write (`"\ud83d"`) and no file can hold."""
    found = _SURROGATE.search(text)
    if found is not None:
        raise IngestError(
            f"{field} holds the lone surrogate U+{ord(found[0]):04X} at character {found.start()}",
            hint="write the whole character, or leave it out",
        )


def has_wide_mark(raw: bytes) -> bool:
    """Whether the bytes begin with the byte order mark of UTF-16 or UTF-32."""
    return raw.startswith(tuple(mark for mark, name in _BYTE_ORDER_MARKS if name != "utf-8-sig"))


def decode_marked(raw: bytes) -> tuple[str, str] | None:
    """The text and the encoding of bytes that begin with a byte order mark, else None.

    Raises:
        IngestError: the bytes break the encoding that their mark promises.
    """
    for mark, name in _BYTE_ORDER_MARKS:
        if raw.startswith(mark):
            label = name.removesuffix("-sig")
            try:
                return raw.decode(name), label
            except UnicodeDecodeError as err:
                raise IngestError(
                    f"begins with the mark of {label} but breaks it at byte {err.start}",
                    hint="save it as UTF-8",
                ) from err
    return None


def _reads_as_arabic(text: str) -> bool:
    """Whether a text decoded as Windows-1256 is Arabic rather than another encoding misread."""
    words = _WORD.findall(text)
    n_letters = sum(len(word) for word in words)
    arabic = _ARABIC.findall(text)
    if len(arabic) < max(_MIN_ARABIC_LETTERS, _MIN_ARABIC_SHARE * n_letters):
        return False
    n_alif_lam = sum(letter in "\u0627\u0644" for letter in arabic)  # ا alif, ل lam
    n_mixed = sum(bool(_ARABIC.search(word) and _LATIN.search(word)) for word in words)
    if n_alif_lam < _MIN_ALIF_LAM_SHARE * len(arabic):
        return False
    return n_mixed <= _MAX_MIXED_SHARE * len(words)
