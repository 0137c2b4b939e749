"""The page on the text layer says what the code does."""

import doctest
import re
from pathlib import Path

import pytest

from waqai.text.numbers import read_number
from waqai.text.spelling import agrees
from waqai.text.tokens import tokenize
from waqai.text.view import make_view

PAGE = Path(__file__).parents[2] / "docs" / "text.md"


def rows(heading):
    section = PAGE.read_text(encoding="utf-8").split(f"\n## {heading}")[1].split("\n## ")[0]
    lines = [line for line in section.splitlines() if line.startswith("| ")][2:]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def test_examples_run():
    blocks = re.findall(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    test = doctest.DocTestParser().get_doctest("".join(blocks), {}, PAGE.name, str(PAGE), 0)
    assert test.examples
    assert doctest.DocTestRunner().run(test).failed == 0


@pytest.mark.parametrize("row", rows("agrees"), ids=str)
def test_the_table_of_agreement(row):
    text, entry, agree, _ = row
    assert agrees(text, entry) == (agree == "yes")


@pytest.mark.parametrize("row", rows("Numbers"), ids=str)
def test_the_table_of_numbers(row):
    text = re.sub(r" \(.*", "", row[0])
    number = read_number(tokenize(make_view(text), 0, len(text)), 0)
    assert number is not None
    found = [number.value, number.minimum, number.maximum]
    assert ["–" if n is None else str(n) for n in found] == row[1:4]
    assert number.qualifier == row[4]
