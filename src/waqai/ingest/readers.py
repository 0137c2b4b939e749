"""Files and standard input, read into documents.

In go paths; out come documents in the order given, and a `Quarantined` for each input
that cannot become one. The ending decides: `.txt` holds one document, whose id is the
file's name without its ending; `.jsonl` holds one on each line (`waqai.ingest.fields`);
"-" is standard input, JSON Lines where its first character that is not blank is "{", else
one text. Files are read line by line, so that a long one needs little memory.

Left out for now: folders, compressed files, feeds and web archives.
"""

from __future__ import annotations

import hashlib
import io
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from waqai.errors import IngestError
from waqai.ingest.decoding import (
    MAX_DOCUMENT_BYTES,
    check_text,
    decode,
    decode_marked,
    has_wide_mark,
)
from waqai.ingest.fields import Given, parse_line, text_id
from waqai.ingest.pages import EXTRACTED, extract_text, is_html
from waqai.model import Document
from waqai.outcome import Item, Quarantined

STANDARD_INPUT = "-"
_CHUNK_BYTES = 1 << 20
_BLANKS = b" \t\r\n\xef\xbb\xbf"  # with the byte order mark of UTF-8


def read_sources(
    sources: Iterable[str], given: Given, standard_input: BinaryIO | None = None
) -> Iterator[Item]:
    """The documents of all sources, in their order.

    Args:
        sources: paths, or "-" for standard input.
        given: what holds for documents that do not say it themselves.
        standard_input: the stream behind "-"; that of this process by default.

    Yields:
        A document, or the quarantine of what could not become one.
    """
    for source in sources:
        if source == STANDARD_INPUT:
            yield from _read_standard_input(standard_input or sys.stdin.buffer, given)
        else:
            yield from _read_file(source, given)


def printable(name: str) -> str:
    """A file's name as text, bytes that are no UTF-8 replaced."""
    return os.fsencode(name).decode("utf-8", "replace")


def _read_file(source: str, given: Given) -> Iterator[Item]:
    shown = printable(source)
    path = Path(source)
    ending = path.suffix.lower()
    if ending not in (".txt", ".jsonl"):
        error = IngestError(
            f"ends in {ending or 'nothing'}, expected .txt or .jsonl",
            hint="rename it, or pass it through standard input with -",
        )
        yield Quarantined.from_error(error, source=shown, stage="read")
        return
    try:
        with path.open("rb") as stream:
            if ending == ".txt":
                yield _read_text(stream, shown, given, name=printable(path.stem))
            else:
                yield from _read_lines(stream, shown, given)
    except OSError as err:
        error = IngestError(
            f"cannot be read ({err.strerror or err})", hint="check its name and its permissions"
        )
        yield Quarantined.from_error(error, source=shown, stage="read")


def _read_standard_input(stream: BinaryIO, given: Given) -> Iterator[Item]:
    rewound, is_lines = _look_ahead(stream)
    if is_lines:
        yield from _read_lines(rewound, STANDARD_INPUT, given)
    else:
        yield _read_text(rewound, STANDARD_INPUT, given)


class _Rewound:
    """A stream with the bytes that were read to look at it put back before it."""

    def __init__(self, head: bytes, stream: BinaryIO) -> None:
        self._head = io.BytesIO(head)
        self._stream = stream

    def read(self, size: int = -1) -> bytes:
        """The next bytes, as `io.BufferedReader.read` gives them."""
        found = self._head.read(size)
        return found + self._stream.read(size if size < 0 else size - len(found))

    def readline(self, size: int) -> bytes:
        """The next line, as `io.BufferedReader.readline` gives it."""
        found = self._head.readline(size)
        if found.endswith(b"\n") or len(found) == size:
            return found
        return found + self._stream.readline(size - len(found))


_Stream = BinaryIO | _Rewound


def _look_ahead(stream: BinaryIO) -> tuple[_Stream, bool]:
    """The stream from its start, and whether it holds JSON Lines: begins with "{"."""
    head = bytearray(stream.read(4))
    if has_wide_mark(bytes(head)):
        raw = bytes(head) + stream.read()
        encoding = "utf-32" if b"\0\0" in (raw[:2], raw[2:4]) else "utf-16"
        return io.BytesIO(raw), raw.decode(encoding, "ignore").lstrip().startswith("{")
    while not head.strip(_BLANKS) and (byte := stream.read(1)):
        head += byte
    return _Rewound(bytes(head), stream), head.lstrip(_BLANKS).startswith(b"{")


def _read_text(stream: _Stream, source: str, given: Given, *, name: str | None = None) -> Item:
    """The one document of a text file or of standard input."""
    raw = stream.read(MAX_DOCUMENT_BYTES + 1)
    try:
        text, notes = decode(raw)
        if is_html(text):
            text, notes = extract_text(text), (*notes, EXTRACTED)
        check_text(text)
    except IngestError as err:
        digest = _hash_rest(raw, stream.read)
        return replace(Quarantined.from_error(err, source=source, stage="read"), raw_sha256=digest)
    return Document(
        id=name or text_id(text),
        text=text,
        published=given.published,
        outlet=given.outlet,
        title=given.title,
        language=given.language,
        notes=notes,
    )


def _read_lines(stream: _Stream, source: str, given: Given) -> Iterator[Item]:
    """The documents of a JSON Lines stream; blank lines hold none and are passed over."""
    first = stream.readline(MAX_DOCUMENT_BYTES + 1)
    if has_wide_mark(first):
        first += stream.read()
        try:
            text, _ = decode_marked(first) or ("", "")
        except IngestError as err:
            yield Quarantined.from_error(err, source=source, stage="read", raw=first)
            return
        stream, first = io.BytesIO(text.encode("utf-8", "surrogatepass")), b""
    n_items = number = 0
    while raw := first or stream.readline(MAX_DOCUMENT_BYTES + 1):
        first = b""
        number += 1
        if raw.strip(_BLANKS):
            n_items += 1
            yield _read_line(raw, stream, source, number, given)
    if n_items == 0:
        error = IngestError("is empty: it holds no line", hint="give one JSON object on each line")
        yield Quarantined.from_error(error, source=source, stage="read", raw=b"")


def _read_line(raw: bytes, stream: _Stream, source: str, number: int, given: Given) -> Item:
    """The document of one line, read to its end where it is too long."""
    ended = raw.endswith(b"\n")

    def rest(size: int) -> bytes:
        nonlocal ended
        more = b"" if ended else stream.readline(size)
        ended = more.endswith(b"\n")
        return more

    try:
        line, notes = decode(raw)
        return replace(parse_line(line, given), notes=notes)
    except IngestError as err:
        found = Quarantined.from_error(err, source=source, stage="read", line=number)
        return replace(found, raw_sha256=_hash_rest(raw, rest))


def _hash_rest(raw: bytes, read: Callable[[int], bytes]) -> str:
    """The sha256 of some bytes and of all that follow them, read to the end."""
    digest = hashlib.sha256(raw)
    while more := read(_CHUNK_BYTES):
        digest.update(more)
    return digest.hexdigest()
