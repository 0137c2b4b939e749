"""Sentences written before the vocabulary, by people who had not seen it.

Every check holds, or stands in `tests/cases/open.txt` with what the coder does not do yet.
`--update-golden` takes the checks out of that list that hold now; one that failed anew is
never added by it: it has to be written there by hand, for all to see.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.coding.case_checks import OPEN, case_files, read_cases, run_case

FILES = case_files()


def open_checks() -> list[str]:
    return OPEN.read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_file(path: Path, request: pytest.FixtureRequest) -> None:
    known = set(open_checks())
    results = [pair for case in read_cases(path) for pair in run_case(case)]
    failed = [key for key, holds in results if not holds and key not in known]
    mended = {key for key, holds in results if holds and key in known}
    if mended and request.config.getoption("--update-golden"):
        kept = [key for key in open_checks() if key not in mended]
        OPEN.write_text("".join(f"{key}\n" for key in kept), encoding="utf-8")
        mended = set()
    assert not failed, "checks that used to hold"
    assert not mended, "these hold now: take them out of tests/cases/open.txt"


def test_ids_are_given_once() -> None:
    ids = [case["id"] for path in FILES for case in read_cases(path)]
    assert len(ids) == len(set(ids))


def test_open_list_names_checks_that_exist() -> None:
    keys = {key for path in FILES for case in read_cases(path) for key, _ in run_case(case)}
    assert set(open_checks()) <= keys
    assert open_checks() == sorted(open_checks())


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_quoted_words_stand_in_the_text(path: Path) -> None:
    for case in read_cases(path):
        for field in ("trigger", "actor", "recipient", "says", "interest"):
            if case.get(field) is not None:
                assert case[field] in case["text"], (case["id"], field)
