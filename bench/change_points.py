"""How often changes of simulated dyads are found, and how often flat ones seem to change.

    python bench/change_points.py [N_DYADS] [SEED]

For each setting, N_DYADS (1,000 where not given) dyads with a shift and as many flat ones, half
of them at each level, upwards and downwards in turn. Found is a shift for which some change lies
no further than one observed period from it: a change cannot be seen before there is news. "In
the calendar" asks the same in all periods, empty ones counted. "Told where" is what a test
could find that is told the place and the 5 % limit of just this setting: no search can do
better with the same means. The tables go into `docs/relations.md` by hand.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass, replace

import numpy as np

from waqai.relate.change import find_breaks
from waqai.relate.sample import Sample
from waqai.relate.simulation import Setting, shift_size, simulate

DEFAULT = Setting()


@dataclass
class Tally:
    """Counts of one setting."""

    found: int = 0
    in_calendar: int = 0
    any_change: int = 0
    several: int = 0
    covered: int = 0
    single: int = 0
    false: int = 0


def difference(sample: Sample, setting: Setting) -> float:
    """Weighted squares that a change at the true place explains; 0 where a side is empty."""
    edge = int(np.searchsorted(sample.positions, setting.n_before))
    if edge in (0, sample.n_observed):
        return 0.0
    weights, means = sample.period_weights, sample.period_means(sample.values)
    left, right = weights[:edge].sum(), weights[edge:].sum()
    apart = np.average(means[edge:], weights=weights[edge:]) - np.average(
        means[:edge], weights=weights[:edge]
    )
    return float(left * right / (left + right) * apart**2)


def measure(setting: Setting, shift: float, n_dyads: int, seed: int) -> tuple[Tally, float]:
    """The counts of one setting, and the share that could be found were the place told."""
    rng = np.random.default_rng(seed)
    tally = Tally()
    shifted, flat = [], []
    for number in range(n_dyads):
        sign = -1 if number % 2 else 1
        level = replace(setting, centre=setting.centre + sign * shift / 2)
        calm = simulate(level, 0.0, rng)
        tally.false += calm.n_observed > 0 and bool(find_breaks(calm).edges)
        flat.append(difference(calm, setting))
        moved = simulate(setting, sign * shift, rng)
        shifted.append(difference(moved, setting))
        if moved.n_observed:
            judge(moved, setting, tally)
    told = float(np.mean(np.array(shifted) > np.quantile(flat, 0.95)))
    return tally, told


def judge(sample: Sample, setting: Setting, tally: Tally) -> None:
    """Look for changes in one shifted dyad and count what was found."""
    breaks = find_breaks(sample)
    true = int(np.searchsorted(sample.positions, setting.n_before))
    tally.any_change += bool(breaks.edges)
    tally.several += len(breaks.edges) > 1
    tally.found += any(abs(edge - true) <= 1 for edge in breaks.edges)
    if true < sample.n_observed:
        apart = sample.positions - sample.positions[true]
        tally.in_calendar += any(abs(apart[edge]) <= 1 for edge in breaks.edges)
    if len(breaks.found) == 1:
        tally.single += 1
        tally.covered += breaks.found[0].earliest <= true <= breaks.found[0].latest


HEADER = (
    "| dyads | SD of | shift | points | a side | found | in the calendar | any change "
    "| told where | several | interval holds | false breaks |"
)


def report(name: str, setting: Setting, unit: str, n_sd: float, n_dyads: int, seed: int) -> None:
    """Print one row."""
    shift = shift_size(setting, n_sd, unit)
    tally, told = measure(setting, shift, n_dyads, seed)
    covered = f"{tally.covered / tally.single:.0%}" if tally.single else "·"
    shares = [
        f"{count / n_dyads:.1%}" for count in (tally.found, tally.in_calendar, tally.any_change)
    ]
    row = [
        name, unit, f"{n_sd} SD", f"{shift:.1f}", str(setting.n_before), *shares, f"{told:.1%}",
        f"{tally.several / n_dyads:.1%}", covered, f"{tally.false / n_dyads:.1%}",
    ]  # fmt: skip
    print(f"| {' | '.join(row)} |", flush=True)


def main() -> None:
    """Print the tables."""
    n_dyads = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    print(f"{n_dyads} dyads each, seed {seed}")
    print(HEADER)
    print("|" + " --- |" * HEADER.count(" | ") + " --- |")
    for unit in ("means", "sums", "events"):
        for n_side in (8, 20, 52):
            setting = replace(DEFAULT, n_before=n_side, n_after=n_side)
            report("default", setting, unit, 1.5, n_dyads, seed)
    for n_sd in (1.0, 2.0, 3.0):
        for n_side in (8, 20):
            setting = replace(DEFAULT, n_before=n_side, n_after=n_side)
            report("default", setting, "means", n_sd, n_dyads, seed)
    others = {
        "no period empty": {"empty_share": 0.0, "dispersion": 0.3},
        "30 % empty": {"empty_share": 0.3},
        "counts less dispersed (1.0)": {"dispersion": 1.0},
        "counts more dispersed (0.2)": {"dispersion": 0.2},
        "calm tone (SD 0.5)": {"tone_sd": 0.5},
        "restless tone (SD 3)": {"tone_sd": 3.0},
        "hostile centre (-3)": {"centre": -3.0},
    }
    for name, values in others.items():
        for n_side in (8, 20):
            setting = replace(DEFAULT, n_before=n_side, n_after=n_side, **values)
            report(name, setting, "means", 1.5, n_dyads, seed)


if __name__ == "__main__":
    main()
