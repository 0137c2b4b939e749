"""Waqai: from Arabic news to sourced political event data.

`waqai.code(text, published=…, outlet=…)` gives the records of one text. It is loaded at
its first use, so that importing `waqai` costs nothing.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from waqai.pipeline import code

from waqai.version import __version__

__all__ = ["__version__", "code"]


def __getattr__(name: str) -> Any:
    """Load the public functions when they are first asked for."""
    if name == "code":
        from waqai.pipeline import code

        return code
    raise AttributeError(f"module 'waqai' has no attribute {name!r}")
