"""Compiled data: plain JSON beside the sources, keyed by their hash.

YAML is the source and slow to read; what it was checked and compiled into is kept as JSON
in the package (`waqai._compiled`, made when the wheel is built) or in the user's cache. A
compiled file whose hash is not that of the sources is never used.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

PACKAGED = Path(__file__).parent / "_compiled"


def hash_files(paths: Iterable[Path]) -> str:
    """sha256 over names and bytes of files, in the order of their names."""
    digest = hashlib.sha256()
    for path in sorted(paths, key=lambda p: p.name):
        digest.update(hashlib.sha256(path.name.encode() + b"\0" + path.read_bytes()).digest())
    return digest.hexdigest()


def read_compiled(name: str, source_hash: str) -> Any | None:
    """The compiled data of that hash, None where there is none."""
    for path in (PACKAGED / f"{name}.json", _cache() / f"{name}-{source_hash[:16]}.json"):
        try:
            stored = json.loads(path.read_bytes())
        except (FileNotFoundError, NotADirectoryError, PermissionError, json.JSONDecodeError):
            continue
        if isinstance(stored, dict) and stored.get("hash") == source_hash:
            return stored["data"]
    return None


def write_compiled(name: str, source_hash: str, data: Any, folder: Path | None = None) -> bool:
    """Keep compiled data; whole or not at all.

    Args:
        name: lexicon, knowledge or ontology.
        source_hash: hash of the sources.
        data: JSON types only.
        folder: the package's folder when a wheel is built; the user's cache where left out.

    Returns:
        False where the cache cannot be written, which costs time and nothing else.
    """
    target = (folder or _cache()) / (
        f"{name}.json" if folder else f"{name}-{source_hash[:16]}.json"
    )
    body = json.dumps({"hash": source_hash, "data": data}, ensure_ascii=False, sort_keys=False)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        partial = target.with_name(f"{target.name}.{os.getpid()}")
        partial.write_text(body + "\n", encoding="utf-8")
        partial.replace(target)
    except OSError:
        if folder is not None:
            raise
        return False
    return True


def _cache() -> Path:
    base = os.environ.get("XDG_CACHE_HOME")
    return (Path(base) if base else Path.home() / ".cache") / "waqai"
