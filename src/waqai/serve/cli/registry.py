"""The commands by name: where each stands and what it does, in one line.

The line is written here too, so that `waqai --help` need not import the commands; a test
compares it with the help of the command itself. To add a command, write its module and
add its line.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Entry:
    """One command of `waqai`."""

    target: str
    """`module:attribute` of a click command."""
    summary: str
    """The first line of its help."""


COMMANDS = {
    "code": Entry("waqai.serve.cli.code:code", "Write the records of documents as JSON Lines."),
    "evaluate": Entry("waqai.serve.cli.evaluate:evaluate", "Score the coder on gold files."),
    "explain": Entry("waqai.serve.cli.explain:explain", "Show every step of coding a document."),
    "export": Entry("waqai.serve.cli.export:export", "Write records in a format of the field."),
    "import": Entry(
        "waqai.serve.cli.import_rows:import_rows", "Keep data sets of others in the database."
    ),
    "ingest": Entry("waqai.serve.cli.ingest:ingest", "Code documents into the database."),
    "lexicon": Entry(
        "waqai.serve.cli.lexicon:lexicon", "Check the words that name acts, people and marks."
    ),
    "relations": Entry(
        "waqai.serve.cli.relations:relations",
        "Show how two sides stand to each other over time.",
    ),
    "serve": Entry("waqai.serve.cli.serve:serve", "Show the database's documents as web pages."),
}
