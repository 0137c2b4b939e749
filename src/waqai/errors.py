"""Every error Waqai raises on purpose.

A message says what went wrong, where, what was found, what was expected and what
to do; each class carries a short code that the docs can be searched for. Callers
catch `WaqaiError` at one boundary per document (`waqai.pipeline`).
"""

from __future__ import annotations


class WaqaiError(Exception):
    """Base of all errors raised on purpose.

    Example:
        >>> str(WaqaiError("file is empty", where="a.txt", hint="give a text"))
        'W000 a.txt: file is empty; give a text'
    """

    code = "W000"

    def __init__(self, what: str, *, where: str = "", hint: str = "") -> None:
        """Keep the parts of the message apart.

        Args:
            what: what went wrong, with what was got and what was expected.
            where: file, line, field or document id.
            hint: what the reader can do about it.
        """
        self.what = what
        self.where = where
        self.hint = hint
        place = f"{where}: " if where else ""
        advice = f"; {hint}" if hint else ""
        super().__init__(f"{self.code} {place}{what}{advice}")


class RecordError(WaqaiError):
    """A record that breaks the output contract: a span that does not slice back, a wrong code."""

    code = "W101"


class LexiconError(WaqaiError):
    """A fault, or all faults, of the lexicon files."""

    code = "W201"


class KnowledgeError(WaqaiError):
    """A fault, or all faults, of the knowledge files."""

    code = "W202"


class OntologyError(WaqaiError):
    """A fault of the ontology tables or a code that they do not hold."""

    code = "W203"


class IngestError(WaqaiError):
    """An input that cannot become a document; the pipeline quarantines it."""

    code = "W301"


class StoreError(WaqaiError):
    """The database cannot be opened, migrated or written."""

    code = "W401"


class SettingsError(WaqaiError):
    """A setting or an option with a value that cannot be used."""

    code = "W501"


class EvaluationError(WaqaiError):
    """A gold file that cannot be read, or gold that cannot be scored."""

    code = "W601"


class ExchangeError(WaqaiError):
    """A row, a record or a table that cannot be read or written in a format."""

    code = "W701"
    SHOWN_CHARS = 60
    """How much of a wrong value a message shows."""

    def __init__(self, what: str, *, column: str = "", where: str = "", hint: str = "") -> None:
        """Keep the column beside the other parts; the message names it first.

        Args:
            what: what went wrong.
            column: the column or key that it went wrong in; empty for a whole row.
            where: file and line, where the raiser knows them.
            hint: what the reader can do.
        """
        self.column = column
        super().__init__(f"{column}: {what}" if column else what, where=where, hint=hint)

    @classmethod
    def of_cell(cls, column: str, got: object, expected: str, *, hint: str = "") -> ExchangeError:
        """The error of one value: its column, what it is, what was expected.

        Example:
            >>> str(ExchangeError.of_cell("Latitude", "north", "a number"))
            "W701 Latitude: is 'north', expected a number"
        """
        shown = repr(got)
        if len(shown) > cls.SHOWN_CHARS:
            shown = shown[: cls.SHOWN_CHARS] + "…"
        return cls(f"is {shown}, expected {expected}", column=column, hint=hint)


class RelationError(WaqaiError):
    """A dyad that cannot be read, or an event that cannot be counted."""

    code = "W801"
