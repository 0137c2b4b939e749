"""From events to relations: how each pair of actors moves between hostility and cooperation.

1. `events`: what this package reads. Merging fills it; records fill it one for one.
2. `dyads`: the two sides, and how an event bears on them.
3. `counted`: which events count, with what weight, and why the others do not.
4. `periods`, `series`: sums per day, week or month, with the volume of the press beside them.
5. `sample`, `partition`, `change`: when the level changed; `simulation` measures how surely.
6. `states`, `drivers`: what held between changes, and which events moved it.
7. `interests`, `alerts`, `networks`: what sides want, weeks that stand out, signed graphs.
8. `relation`: all of it for one dyad; `report_text` (with `report_curve`), `report_json` and
   `report_csv` write it down.

Definitions, formulas and measured error rates stand in `docs/relations.md`. No clock is asked:
seeds come from the data. Nothing is imported here, because numpy and networkx are loaded where
they are used.
"""
