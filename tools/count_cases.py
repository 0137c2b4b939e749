"""How many checks of the case files hold, by file and field.

    python tools/count_cases.py [NAME…] [--failed]

`--failed` prints each check that does not hold with its sentence.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.coding.case_checks import case_files, read_cases, run_case


def main() -> None:
    """Print a line for each file."""
    names = [a for a in sys.argv[1:] if not a.startswith("-")]
    for path in case_files():
        if names and path.stem not in names:
            continue
        held: Counter[str] = Counter()
        asked: Counter[str] = Counter()
        for case in read_cases(path):
            for key, holds in run_case(case):
                field = key.split()[1]
                asked[field] += 1
                held[field] += holds
                if not holds and "--failed" in sys.argv:
                    print(key, case.get("trigger", ""), "|", case["text"], "|", case.get(field, ""))
        shown = ", ".join(f"{field} {held[field]}/{n}" for field, n in asked.items())
        print(f"{path.stem:13} {shown}")


if __name__ == "__main__":
    main()
