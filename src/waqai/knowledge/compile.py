"""The compiled form of the knowledge files: made once, read at every start.

The hash covers the files; that of the code that compiles them is `waqai.compiled`'s.
"""

from __future__ import annotations

from importlib import resources
from pathlib import Path
from typing import Any

from waqai.compiled import hash_files, read_compiled, write_compiled
from waqai.errors import KnowledgeError

DATA = Path(str(resources.files("waqai.knowledge") / "data"))


def source_files(folder: Path = DATA) -> list[Path]:
    """The files of a knowledge base, sorted by name."""
    return sorted([*folder.glob("*.yaml"), *folder.glob("*.csv")])


def compile_all() -> tuple[str, str, dict[str, Any]]:
    """Name, hash and payload of the shipped knowledge base, built from the files.

    Raises:
        KnowledgeError: with all faults of the files.
    """
    return "knowledge", hash_files(source_files()), parse(DATA)


def payload_of(folder: Path) -> tuple[str, dict[str, Any]]:
    """Hash and payload of a folder, compiled before or now.

    Raises:
        KnowledgeError: with all faults, where the files have to be read and have some.
    """
    digest = hash_files(source_files(folder))
    found = read_compiled("knowledge", digest)
    if found is None:
        found = parse(folder)
        write_compiled("knowledge", digest, found)
    return digest, found


def parse(folder: Path) -> dict[str, Any]:
    """The payload, read from the files themselves.

    Raises:
        KnowledgeError: with all faults at once.
    """
    from waqai.knowledge.build import build_payload
    from waqai.knowledge.lint import lint
    from waqai.knowledge.source import read_sources

    sources = read_sources(folder)
    faults = lint(sources)
    if faults:
        lines = "\n".join(str(fault) for fault in faults)
        raise KnowledgeError(f"{len(faults)} faults\n{lines}", where=str(folder))
    return build_payload(sources)
