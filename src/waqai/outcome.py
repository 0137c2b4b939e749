"""What became of one input: coded, not coded, repeated or quarantined.

Every input of a run ends as exactly one of these, so that in = out + quarantined can be
counted (`waqai.pipeline.Tally`) and stored (`waqai.store`). They stand beside the model
because readers make them, the pipeline makes them and the store keeps them.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from waqai.errors import WaqaiError
from waqai.model import Document, Record


@dataclass(frozen=True, slots=True)
class Coded:
    """A document the coder has read; it may report no event at all."""

    document: Document
    """With its language detected."""
    records: tuple[Record, ...]
    """In the order of the text."""


@dataclass(frozen=True, slots=True)
class NotCoded:
    """A readable document that no coder reads yet."""

    document: Document
    reason: str
    """Such as "language en cannot be coded yet"."""


@dataclass(frozen=True, slots=True)
class Repeated:
    """A document that equals the one last read under its id in this run."""

    document: Document


@dataclass(frozen=True, slots=True)
class Quarantined:
    """An input set aside, with all that is needed to find it and mend it.

    Example:
        >>> item = Quarantined("a.jsonl", "read", "is no JSON", "mend it", line=3)
        >>> item.message
        'a.jsonl:3 (read): is no JSON; mend it [W301]'
    """

    source: str
    """The file as given, "-" for standard input, or the id of a document that failed later."""
    stage: str
    """read, where no document could be made; code, where coding it failed."""
    reason: str
    """What was found and what was expected."""
    hint: str
    """What the reader can do."""
    line: int | None = None
    """Line in a JSON Lines file, from 1."""
    raw_sha256: str = ""
    """Hash of the raw bytes; empty where none could be read."""
    code: str = "W301"
    """The code of the error, for searching the docs."""

    @property
    def message(self) -> str:
        """One line: where, stage, reason, what to do, code."""
        place = self.source if self.line is None else f"{self.source}:{self.line}"
        advice = f"; {self.hint}" if self.hint else ""
        return f"{place} ({self.stage}): {self.reason}{advice} [{self.code}]"

    @classmethod
    def from_error(
        cls,
        error: WaqaiError,
        *,
        source: str,
        stage: str,
        line: int | None = None,
        raw: bytes | None = None,
    ) -> Quarantined:
        """The quarantine of an input whose reading or coding raised `error`."""
        raw_sha256 = "" if raw is None else hashlib.sha256(raw).hexdigest()
        return cls(source, stage, error.what, error.hint, line, raw_sha256, error.code)


Item = Document | Quarantined
"""What readers make of an input."""
Outcome = Coded | NotCoded | Repeated | Quarantined
