"""Compile lexicon, knowledge and ontology into the package: `python -m waqai.compile_data`.

Run when a wheel is built and by `make data`. The YAML stays the source; what is written
here is only used while its hash fits.
"""

from __future__ import annotations

import sys

from waqai import compiled
from waqai.knowledge import compile as knowledge
from waqai.lexicon import compile as lexicon
from waqai.ontology import compile as ontology


def main() -> None:
    """Write all three and name them."""
    for compile_all in (ontology.compile_all, lexicon.compile_all, knowledge.compile_all):
        name, digest, payload = compile_all()
        compiled.write_compiled(name, digest, payload, folder=compiled.PACKAGED)
        sys.stdout.write(f"{name} {digest[:16]}\n")


if __name__ == "__main__":
    main()
