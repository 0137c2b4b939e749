"""The tables in circulation: the columns of each release of POLECAT, ICEWS and GDELT.

Names and order are those of the files themselves. A vintage with a header is told by it, one
without by its number of cells.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from waqai.errors import ExchangeError


@dataclass(frozen=True, slots=True)
class Vintage:
    """One table in circulation."""

    name: str
    format: str
    columns: tuple[str, ...]
    has_header: bool
    needed: tuple[str, ...] = ()
    """Columns that a header must name; the others may be missing."""
    aliases: Mapping[str, str] = field(default_factory=dict)
    """Other spellings of a header, and the standard one."""


def _party(side: str) -> tuple[str, ...]:
    return (
        f"{side} Name", f"{side} Country", f"{side} COW", f"Primary {side} Sector",
        f"{side} Sectors", f"{side} Title", f"{side} Name Raw", f"Wikipedia {side} ID",
    )  # fmt: skip


POLECAT = (
    "Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts",
    *_party("Actor"), *_party("Recipient"), "Placename", "City", "District", "Province",
    "Country", "Latitude", "Longitude", "GeoNames ID", "Raw Placename", "Feature Type", "Source",
    "Publication Date", "Story People", "Story Organizations", "Story Locations", "Language",
    "Version",
)  # fmt: skip
ICEWS = (
    "Event ID", "Event Date", "Source Name", "Source Sectors", "Source Country", "Event Text",
    "CAMEO Code", "Intensity", "Target Name", "Target Sectors", "Target Country", "Story ID",
    "Sentence Number", "Publisher", "City", "District", "Province", "Country", "Latitude",
    "Longitude",
)  # fmt: skip


def _gdelt_events(adm2: bool) -> tuple[str, ...]:
    actor = (
        "Code", "Name", "CountryCode", "KnownGroupCode", "EthnicCode", "Religion1Code",
        "Religion2Code", "Type1Code", "Type2Code", "Type3Code",
    )  # fmt: skip
    place = ("Type", "FullName", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID")
    return (
        "GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate",
        *(f"Actor{n}{name}" for n in (1, 2) for name in actor),
        "IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass",
        "GoldsteinScale", "NumMentions", "NumSources", "NumArticles", "AvgTone",
        *(
            f"{prefix}Geo_{name}"
            for prefix in ("Actor1", "Actor2", "Action")
            for name in place
            if adm2 or name != "ADM2Code"
        ),
        "DATEADDED", "SOURCEURL",
    )  # fmt: skip


GDELT2_EVENTS = _gdelt_events(adm2=True)
GDELT1_EVENTS = _gdelt_events(adm2=False)
GDELT2_MENTIONS = (
    "GLOBALEVENTID", "EventTimeDate", "MentionTimeDate", "MentionType", "MentionSourceName",
    "MentionIdentifier", "SentenceID", "Actor1CharOffset", "Actor2CharOffset",
    "ActionCharOffset", "InRawText", "Confidence", "MentionDocLen", "MentionDocTone",
    "MentionDocTranslationInfo", "Extras",
)  # fmt: skip

_ALL = (
    Vintage(
        "polecat",
        "polecat",
        (*POLECAT, "Headline"),
        has_header=True,
        needed=POLECAT,
        aliases={"Event Intensity": "Intensity"},
    ),
    Vintage("icews", "icews", ICEWS, has_header=True, needed=ICEWS),
    Vintage(
        "icews-2017",
        "icews",
        tuple(name for name in ICEWS if name != "CAMEO Code"),
        has_header=True,
        needed=tuple(name for name in ICEWS if name != "CAMEO Code"),
    ),
    Vintage("gdelt2-events", "gdelt", GDELT2_EVENTS, has_header=False),
    Vintage("gdelt1-events", "gdelt", GDELT1_EVENTS, has_header=False),
    Vintage("gdelt1-events-2013", "gdelt", GDELT1_EVENTS[:-1], has_header=False),
    Vintage("gdelt2-mentions", "gdelt", GDELT2_MENTIONS, has_header=False),
    Vintage("plover", "plover", ("json",), has_header=False),
)
VINTAGES: Mapping[str, Vintage] = {vintage.name: vintage for vintage in _ALL}


def vintage_of_header(format_name: str, header: Sequence[str]) -> tuple[Vintage, tuple[str, ...]]:
    """The vintage that a header belongs to, and the standard name of each of its columns.

    Order is free, and columns that no vintage knows are allowed: they keep their own names.
    Nameless ones at the end are no columns: some releases of POLECAT end their lines in tabs.

    Raises:
        ExchangeError: needed columns are missing, or one stands twice.

    Example:
        >>> vintage, columns = vintage_of_header("icews", ICEWS)
        >>> vintage.name, columns[6]
        ('icews', 'CAMEO Code')
    """
    candidates = [v for v in _ALL if v.format == format_name and v.has_header]
    names = [name.strip() for name in header]
    while names and not names[-1]:
        names.pop()
    missing: list[str] = []
    for vintage in candidates:
        columns = tuple(vintage.aliases.get(name, name) for name in names)
        lacking = [name for name in vintage.needed if name not in columns]
        twice = [name for name in vintage.columns if columns.count(name) > 1]
        if twice:
            raise ExchangeError("stands twice in the header", column=twice[0])
        if not lacking:
            return vintage, columns
        missing = missing or lacking
    raise ExchangeError(
        f"the header lacks {', '.join(missing[:3])}{' and others' if len(missing) > 3 else ''}",
        hint=f"see that it is a {format_name} file whose first line names its columns",
    )


def without_excess(vintage: Vintage, columns: tuple[str, ...]) -> tuple[str, ...]:
    """The columns of rows that have fewer cells than their header has names.

    Some releases of POLECAT name columns in the header, such as Headline, that their rows do
    not have; the rows are in the standard order.

    Returns:
        The standard columns where the header names them in their order, with others among
        them; else the columns as they are.

    Example:
        >>> columns = without_excess(VINTAGES["icews"], ("Headline", *ICEWS))
        >>> columns == ICEWS
        True
    """
    known = tuple(name for name in columns if name in vintage.needed)
    return known if known == vintage.needed else columns


def vintage_of_width(format_name: str, n_cells: int) -> Vintage:
    """The vintage without a header that has so many columns.

    Raises:
        ExchangeError: none has.

    Example:
        >>> vintage_of_width("gdelt", 58).name
        'gdelt1-events'
    """
    candidates = [v for v in _ALL if v.format == format_name and not v.has_header]
    for vintage in candidates:
        if len(vintage.columns) == n_cells:
            return vintage
    widths = ", ".join(str(len(v.columns)) for v in candidates)
    raise ExchangeError(
        f"the first row has {n_cells} cells, expected one of {widths}",
        hint=f"see that it is an unpacked {format_name} file, tab-separated",
    )
