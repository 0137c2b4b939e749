"""Compiled data: plain JSON beside the sources, keyed by their hash.

YAML is the source and slow to read; what it was checked and compiled into is kept as JSON
in the package (`waqai._compiled`, made when the wheel is built) or in the user's cache. A
compiled file is used only where both its hashes fit: that of the sources, and that of the
code which compiled them, since new code may make something else of the same sources.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent
PACKAGED = ROOT / "_compiled"
COMMON_CODE = ("folding.py", "inflection.py", "yaml_lines.py")
"""Modules outside `lexicon`, `knowledge` and `ontology` that shape what is compiled."""


def hash_files(paths: Iterable[Path]) -> str:
    """sha256 over names and bytes of files, in the order of their names."""
    digest = hashlib.sha256()
    for path in sorted(paths, key=lambda p: p.name):
        digest.update(hashlib.sha256(path.name.encode() + b"\0" + path.read_bytes()).digest())
    return digest.hexdigest()


def hash_code(name: str) -> str:
    """sha256 of the code that compiles lexicon, knowledge or ontology; under 1 ms."""
    return hash_files([*(ROOT / name).glob("*.py"), *(ROOT / module for module in COMMON_CODE)])


def read_compiled(name: str, source_hash: str) -> Any | None:
    """The compiled data of that hash; None where there is none that can be read."""
    code_hash = hash_code(name)
    cache = _cache()
    places = [PACKAGED / f"{name}.json"]
    places += [_cached(cache, name, source_hash, code_hash)] if cache else []
    head = _head(source_hash, code_hash).encode()
    for path in places:
        try:
            body = path.read_bytes()
            if body.startswith(head):
                return json.loads(body)["data"]
        except (OSError, ValueError):
            continue
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
    code_hash = hash_code(name)
    cache = _cache()
    if folder is not None:
        target = folder / f"{name}.json"
    elif cache is not None:
        target = _cached(cache, name, source_hash, code_hash)
    else:
        return False
    body = f"{_head(source_hash, code_hash)}{json.dumps(data, ensure_ascii=False)}}}"
    partial = target.with_name(f"{target.name}.{os.getpid()}")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        partial.write_text(body + "\n", encoding="utf-8")
        partial.replace(target)
    except OSError:
        with suppress(OSError):
            partial.unlink(missing_ok=True)
        if folder is not None:
            raise
        return False
    return True


def _head(source_hash: str, code_hash: str) -> str:
    """How a compiled file begins: a file of other hashes is told by it without being parsed."""
    return f'{{"hash": "{source_hash}", "code": "{code_hash}", "data": '


def _cached(cache: Path, name: str, source_hash: str, code_hash: str) -> Path:
    both = hashlib.sha256(f"{source_hash} {code_hash}".encode()).hexdigest()
    return cache / f"{name}-{both[:16]}.json"


def _cache() -> Path | None:
    """The user's cache; None for a user without a home, as in some containers."""
    base = os.environ.get("XDG_CACHE_HOME")
    try:
        return (Path(base) if base else Path.home() / ".cache") / "waqai"
    except RuntimeError:
        return None
