"""Where a value stands in a YAML file, so that a fault names its line.

In go nodes as `yaml.compose` gives them; YAML itself is not imported here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

Path = tuple[int | str, ...]
"""Keys and places in lists that lead to a value."""


def find_line(node: Any, path: Sequence[int | str]) -> int:
    r"""The line, from 1, of the deepest node that a path still reaches.

    Example:
        >>> import yaml
        >>> root = yaml.compose("kind: states\nentries:\n- id: state/TUR")
        >>> find_line(root, ("entries", 0, "id")), find_line(root, ("entries", 7))
        (3, 3)
    """
    for part in path:
        found = _child(node, part)
        if found is None:
            break
        node = found
    return int(node.start_mark.line) + 1


def _child(node: Any, part: int | str) -> Any:
    children = node.value if isinstance(node.value, list) else []
    pairs = [child for child in children if isinstance(child, tuple)]
    if isinstance(part, int):
        return children[part] if part < len(children) and not pairs else None
    return next((value for key, value in pairs if key.value == part), None)


def repeated_keys(node: Any, path: Path = ()) -> Iterator[tuple[Path, int]]:
    r"""Path and line of every key that its mapping holds already; YAML keeps the last one.

    Example:
        >>> import yaml
        >>> list(repeated_keys(yaml.compose("id: a\nid: b")))
        [(('id',), 2)]
    """
    seen = set()
    for n, child in enumerate(node.value if isinstance(node.value, list) else ()):
        if not isinstance(child, tuple):
            yield from repeated_keys(child, (*path, n))
            continue
        key, value = child
        if isinstance(key.value, str):
            if key.value in seen:
                yield (*path, key.value), key.start_mark.line + 1
            seen.add(key.value)
            yield from repeated_keys(value, (*path, key.value))
