"""The page on the lexicon names every key, place and kind, and shows what is made."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest
import yaml

from waqai.lexicon import schema
from waqai.lexicon.compile import DATA
from waqai.lexicon.lint import lint
from waqai.lexicon.morphology import conjugate, strip_marks
from waqai.serve.codes import lexicon_codes

PAGE = (Path(__file__).parents[2] / "docs" / "lexicon.md").read_text(encoding="utf-8")


def section(heading: str) -> str:
    level = heading.split(maxsplit=1)[0]
    return PAGE.split(f"\n{heading}\n")[1].split(f"\n{level} ")[0]


@pytest.mark.parametrize("model", [*schema.KINDS.values(), schema.Verb, schema.Noun], ids=str)
def test_every_key_is_explained(model: type[schema.Closed]) -> None:
    for key in model.model_fields:
        assert f"`{key}`" in PAGE or f"`{key}: " in PAGE, key


@pytest.mark.parametrize("kind", schema.KINDS)
def test_every_kind_is_listed(kind: str) -> None:
    assert f"`{kind}`" in PAGE


def test_every_file_is_listed() -> None:
    for path in DATA.rglob("*.yaml"):
        name = "triggers/*.yaml" if path.parent.name == "triggers" else path.stem
        name = "classes_*.yaml" if name.startswith("classes_") else name
        assert name in PAGE, path.name


def test_every_place_is_named() -> None:
    places = section("### Places")
    for place in get_args(schema.Place):
        assert re.search(rf"(?<!\w){place}(?!\w)", places), place


def test_the_example_is_a_clean_entry(tmp_path: Path) -> None:
    block = PAGE.split("```yaml\n")[1].split("```")[0]
    [entry] = yaml.safe_load(block)
    schema.Trigger.model_validate(entry)
    path = tmp_path / "page.yaml"
    path.write_text("kind: triggers\nlanguage: ar\nentries:\n" + block, encoding="utf-8")
    assert lint([path], lexicon_codes()) == []


def test_the_table_of_classes_shows_what_is_made() -> None:
    verbs = {
        "قتل": ("ق ت ل", 1, "يقتل"),
        "شن": ("ش ن ن", 1, "يشن"),
        "قرأ": ("ق ر ء", 1, "يقرأ"),
        "وصل": ("و ص ل", 1, "يصل"),
        "أدان": ("د ي ن", 4, None),
        "التقى": ("ل ق ي", 8, None),
        "روى": ("ر و ي", 1, "يروي"),
    }
    rows = [line for line in section("## A verb").splitlines() if line.count(";") == 2][1:]
    assert len(rows) == len(verbs)
    for row in rows:
        words = re.findall(r"[\u0621-\u0652]+", row.split("|")[3])
        root, form, imperfect = verbs[words[0]]
        forms = conjugate(words[0], tuple(root.split()), form, imperfect, transitive=True)
        made = {strip_marks(f.spelled) for f in forms}
        assert {strip_marks(word) for word in words} <= made, row


def test_the_number_of_tables() -> None:
    tables = (Path(__file__).parent / "conjugations.txt").read_text(encoding="utf-8")
    heads = [line for line in tables.splitlines() if line[:1] not in ("#", " ")]
    assert f"has {len(heads)} verbs" in PAGE
