"""The page on the ontology says what the tables hold."""

import doctest
import re
from pathlib import Path

from waqai.ontology import load_ontology

ONTOLOGY = load_ontology()
PAGE = Path(__file__).parents[2] / "docs" / "ontology.md"
TEXT = PAGE.read_text(encoding="utf-8")


def rows(heading: str) -> list[list[str]]:
    section = TEXT.split(f"\n## {heading}\n")[1].split("\n## ")[0]
    lines = [line for line in section.splitlines() if line.startswith("| ")][2:]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def test_examples_run() -> None:
    blocks = re.findall(r"```python\n(.*?)```", TEXT, re.DOTALL)
    test = doctest.DocTestParser().get_doctest("".join(blocks), {}, PAGE.name, str(PAGE), 0)
    assert len(test.examples) > 10
    assert doctest.DocTestRunner().run(test).failed == 0


def test_the_table_of_types() -> None:
    def modes(kind) -> str:
        told = [
            f"{m.code} {m.score:g}{' (imputed)' if m.is_imputed else ''}"
            for m in kind.modes.values()
        ]
        return ", ".join(told) or "–"

    assert rows("The types") == [
        [k.code, str(k.quad), f"{k.score:g}", "yes" if k.requires_recipient else "no", modes(k)]
        for k in ONTOLOGY.types.values()
    ]


def test_the_table_of_rulings() -> None:
    assert rows("Rulings") == [
        [f"`{r.id}`", r.by, r.statement_en] for r in ONTOLOGY.rulings.values()
    ]
