"""Records to the formats of the field, and data sets of the field into tables of their own.

Out: records (dictionaries as `waqai.record_json` writes them) become PLOVER JSON Lines, CSV,
Parquet, the tables of POLECAT, ICEWS and GDELT, GeoJSON, GEXF or FollowTheMoney entities
(`waqai.exchange.formats`). Each format is a module that describes its columns, says which
keys of a record it keeps, which in part and which it loses, and writes a stream.

In: files of PLOVER, POLECAT, ICEWS and GDELT become rows that hold every cell as written,
beside what relations need of it (`waqai.exchange.imports`). They never become records.

`docs/exchange.md` lists columns and losses; tests hold it to the code. Names are imported
from their modules, so that the names of formats cost the command line nothing.
"""
