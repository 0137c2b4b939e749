"""The compiled form of the knowledge files: made once, read at every start.

The files are the source; the compiled form is a cache beside them, keyed by their hash.
"""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

from waqai.errors import KnowledgeError


def payload_of(folder: Path) -> tuple[str, dict[str, Any]]:
    """Hash and payload of a folder.

    Raises:
        KnowledgeError: with all faults, where the files have to be read and have some.
    """
    paths = sorted([*folder.glob("*.yaml"), *folder.glob("*.csv")])
    digest = hashlib.sha256(
        b"".join(hashlib.sha256(p.name.encode() + b"\0" + p.read_bytes()).digest() for p in paths)
    ).hexdigest()
    return digest, parse(folder)


def parse(folder: Path) -> dict[str, Any]:
    """The payload, read from the files themselves.

    Raises:
        KnowledgeError: with all faults at once.
    """
    from waqai.knowledge.build import build_payload
    from waqai.knowledge.source import read_sources

    sources = read_sources(folder)
    if sources.faults:
        lines = "\n".join(str(fault) for fault in sources.faults)
        raise KnowledgeError(f"{len(sources.faults)} faults\n{lines}", where=str(folder))
    return build_payload(sources)
