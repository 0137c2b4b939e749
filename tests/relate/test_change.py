"""Changes of level: exact partitions, flat series, simulated dyads, states and drivers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations, pairwise

import numpy as np
import pytest
import ruptures
from ruptures.base import BaseCost

from waqai.relate.change import FALSE_BREAKS, find_breaks
from waqai.relate.dyads import Dyad
from waqai.relate.partition import MIN_OBSERVED, best_partitions, flat_penalties, split_gains
from waqai.relate.relation import relate
from waqai.relate.sample import NEIGHBOURS, SHARED, Sample, event_weights, shuffled_means
from waqai.relate.simulation import Setting, shift_size, simulate
from waqai.relate.states import name_state

LBY_TUR = Dyad.parse("LBY", "TUR")


def cost(means, weights, edges) -> float:
    """Weighted squares around the means of segments, worked out plainly."""
    total = 0.0
    for begin, end in zip((0, *edges), (*edges, len(means)), strict=True):
        part, w = means[begin:end], weights[begin:end]
        total += float((w * (part - np.average(part, weights=w)) ** 2).sum())
    return total


def all_edges(n):
    """Every way to cut n periods into segments that are long enough."""
    for n_edges in range(n // MIN_OBSERVED):
        for edges in combinations(range(1, n), n_edges):
            bounds = (0, *edges, n)
            if all(b - a >= MIN_OBSERVED for a, b in pairwise(bounds)):
                yield edges


def test_partitions_are_the_best_of_all() -> None:
    """Against every partition of short series."""
    rng = np.random.default_rng(2)
    for n in range(4, 11):
        means, weights = rng.normal(size=(20, n)), rng.uniform(0.3, 3, n)
        penalties = rng.uniform(0.2, 3, 20)
        found = best_partitions(means, weights, penalties)
        for row in range(20):
            edges = found.breaks(row)
            priced = {
                each: cost(means[row], weights, each) + penalties[row] * len(each)
                for each in all_edges(n)
            }
            assert priced[edges] == pytest.approx(min(priced.values()))
            explained = cost(means[row], weights, ()) - cost(means[row], weights, edges)
            assert found.gains[row] == pytest.approx(explained)
            assert found.n_changes[row] == len(edges)


class WeightedSquares(BaseCost):  # type: ignore[misc]
    """The same cost, for ruptures."""

    model = "weighted l2"
    min_size = MIN_OBSERVED

    def __init__(self, weights):
        self.weights = weights

    def fit(self, signal):
        self.signal = signal.reshape(-1, 1)
        return self

    def error(self, start, end):
        return cost(self.signal[start:end, 0], self.weights[start:end], ())


def test_partitions_agree_with_ruptures() -> None:
    """Its dynamic programme is exact for a number of changes; its PELT is not with segments
    of two periods."""
    rng = np.random.default_rng(3)
    for _ in range(15):
        means, weights = rng.normal(size=14), rng.uniform(0.3, 3, 14)
        means[7:] += 2
        found = best_partitions(means[None], weights, np.array([2.0]))
        if not found.n_changes[0]:
            continue
        model = ruptures.Dynp(custom_cost=WeightedSquares(weights), min_size=2, jump=1)
        theirs = model.fit(means).predict(n_bkps=int(found.n_changes[0]))[:-1]
        assert list(found.breaks()) == theirs


def test_the_penalty_of_a_series_is_where_it_breaks() -> None:
    rng = np.random.default_rng(4)
    means, weights = rng.normal(size=(30, 12)), rng.uniform(0.5, 2, 12)
    penalties = flat_penalties(means, weights)
    assert not best_partitions(means, weights, penalties * 1.001).n_changes.any()
    assert best_partitions(means, weights, penalties * 0.999).n_changes.all()
    assert (penalties >= split_gains(means, weights).max(axis=1) - 1e-9).all()


def test_shuffled_series_have_the_noise_that_is_said() -> None:
    """Variance within and between periods, and correlation of neighbours."""
    n_periods, n_events = 40, 5
    rng = np.random.default_rng(5)
    values = rng.choice([-9.0, 2.5, 4.0], n_periods * n_events)
    positions = np.arange(n_periods)
    sample = Sample(positions, positions * n_events, values, np.ones(len(values)))
    means = shuffled_means(sample, values, rng, 4_000)
    expected = values.var() * (SHARED + (1 - SHARED) / n_events)
    assert means.var() == pytest.approx(expected, rel=0.05)
    together = np.mean([np.corrcoef(means[:, i], means[:, i + 1])[0, 1] for i in range(1, 39)])
    share = SHARED / (SHARED + (1 - SHARED) / n_events)
    assert together == pytest.approx(NEIGHBOURS * share, abs=0.03)


def test_nothing_is_looked_for_where_nothing_can_be_found() -> None:
    few = Sample(np.arange(3), np.arange(3), np.array([1.0, 2, 3]), np.ones(3))
    same = Sample(np.arange(9), np.arange(9), np.full(9, 2.5), np.ones(9))
    for sample in (few, same):
        assert find_breaks(sample).penalty is None
        assert find_breaks(sample).found == ()


def test_a_short_hostility_in_a_long_peace_is_found_from_both_sides() -> None:
    """Two changes; the interval of each holds the true place."""
    scores = np.tile([2.5, 4.0, 2.5, -2.0, 5.0], 12)
    scores[25:35] = [-9.0, -5.0, -7.0, -3.5, -9.0, -7.0, -9.0, -5.0, -3.5, -7.0]
    every = np.arange(60)
    found = find_breaks(Sample(every, every, scores, np.ones(60))).found
    assert len(found) == 2
    for item, true in zip(found, (25, 35), strict=True):
        assert abs(item.index - true) <= 1
        assert item.earliest <= true <= item.latest


def share_found(setting: Setting, shift: float, n_dyads: int) -> float:
    """Of dyads with one shift, upwards and downwards in turn."""
    rng = np.random.default_rng(20)
    n_found = 0
    for number in range(n_dyads):
        sample = simulate(setting, shift * (-1) ** number, rng)
        true = int(np.searchsorted(sample.positions, setting.n_before))
        n_found += any(abs(edge - true) <= 1 for edge in find_breaks(sample).edges)
    return n_found / n_dyads


@pytest.mark.parametrize(
    ("n_side", "n_sd", "floor", "n_dyads"),
    [(8, 1.5, 0.15, 200), (8, 3.0, 0.65, 100), (20, 1.5, 0.43, 100), (20, 3.0, 0.85, 60)],
)
def test_simulated_shifts_are_found_as_often_as_is_said(n_side, n_sd, floor, n_dyads) -> None:
    """Floors below the figures of `docs/relations.md`: by chance alone they do not fail."""
    setting = Setting(n_before=n_side, n_after=n_side)
    assert share_found(setting, shift_size(setting, n_sd, "means"), n_dyads) >= floor


@pytest.mark.parametrize(("n_side", "centre"), [(8, -3.0), (8, 3.0), (20, 0.0)])
def test_flat_dyads_seldom_seem_to_change(n_side, centre) -> None:
    setting = Setting(n_before=n_side, n_after=n_side, centre=centre)
    rng = np.random.default_rng(21)
    n_false = sum(bool(find_breaks(simulate(setting, 0.0, rng)).edges) for _ in range(200))
    assert n_false / 200 < FALSE_BREAKS


def test_simulated_dyads_are_what_they_are_said_to_be() -> None:
    """60 % of periods empty, overdispersed counts, an expected score at the level."""
    setting = Setting(n_before=20_000, n_after=0, centre=-2.0)
    sample = simulate(setting, 0.0, np.random.default_rng(7))
    assert sample.n_observed / 20_000 == pytest.approx(0.4, abs=0.01)
    counts = np.zeros(20_000)
    counts[sample.positions] = np.diff(np.r_[sample.firsts, len(sample.values)])
    assert counts.var() / counts.mean() == pytest.approx(5.5, abs=0.6)
    assert sample.values.mean() == pytest.approx(-2.0, abs=0.15)
    calm = replace(setting, empty_share=0.0)
    assert simulate(calm, 0.0, np.random.default_rng(7)).n_observed == 20_000


def thaw(make):
    """Twelve weeks of blows, then twelve of talks."""
    monday = date(2024, 1, 1)
    cold = [-9.0, -7.0, -5.0, -9.0, -3.5, -7.0] * 2
    warm = [4.0, 2.5, 5.0, 2.5, 9.5, 4.0] * 2
    return [
        make((monday + timedelta(weeks=week)).isoformat(), score)
        for week, score in enumerate(cold + warm)
    ]


def test_a_thaw_with_its_states_and_drivers(make) -> None:
    """The parts of the events on each side add up to the size of the change."""
    course = relate(thaw(make), LBY_TUR, "week").courses["mutual"]
    (change,) = course.changes
    assert (change.kind, change.before.name, change.after.name) == (
        "thaw", "hostile", "cooperative",
    )  # fmt: skip
    assert change.first_after == date(2024, 3, 25)
    assert change.earliest <= change.first_after <= change.latest
    for drivers in (change.drivers_after, change.drivers_before):
        assert sum(driver.part for driver in drivers) == pytest.approx(change.size)
        assert [d.part for d in drivers] == sorted((d.part for d in drivers), reverse=True)
    assert change.drivers_after[0].item.event.event_scale == 9.5
    assert change.drivers_before[0].item.event.event_scale == -9.0
    assert [item.event.event_scale for item in change.before.evidence] == [-9.0, -9.0, -9.0]
    assert sum(change.after.shares_by_quad) == pytest.approx(1)


def test_a_break_is_a_thaw_turned_round(make) -> None:
    events = thaw(make)
    turned = [replace(event, event_scale=-event.event_scale) for event in events]
    (change,) = relate(turned, LBY_TUR, "week").courses["mutual"].changes
    assert (change.kind, change.size < 0) == ("break", True)


@pytest.mark.parametrize(
    ("level", "above", "below", "name"),
    [
        (-3.0, 0.0, 1.0, "hostile"),
        (-2.9, 0.1, 0.9, "cool"),
        (-2.9, 0.25, 0.75, "mixed"),
        (2.5, 0.6, 0.4, "cooperative"),
        (2.4, 0.75, 0.25, "mixed"),
        (0.0, 0.0, 0.0, "cool"),
    ],
)
def test_names_of_states(level, above, below, name) -> None:
    assert name_state(level, above, below) == name


def test_the_level_of_a_state_is_that_of_the_search(make) -> None:
    """Events weigh in states as their periods weigh in the search."""
    events = [make("2024-01-01", -9.0), make("2024-01-02", -7.0), make("2024-01-09", 4.0)]
    relation = relate(events, LBY_TUR, "week")
    assert event_weights(relation.counting.asserted) == pytest.approx((1 / 1.2, 1 / 1.2, 1.0))
    (state,) = relation.courses["mutual"].states
    assert state.level == pytest.approx((-8 * 2 / 1.2 + 4) / (2 / 1.2 + 1))
