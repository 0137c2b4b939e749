"""What the shipped base says: names, seats on a day, kin, places, contested actors."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from datetime import date, timedelta
from typing import Any

import pytest

from waqai.compiled import hash_files
from waqai.folding import fold
from waqai.knowledge import Knowledge, Tenure, load_knowledge
from waqai.knowledge.build import SAME_AS_COUNTRY, first_day, precision, spellings
from waqai.knowledge.compile import DATA, compile_all, parse, payload_of, source_files
from waqai.knowledge.load import from_payload
from waqai.knowledge.nisba import inflect
from waqai.text.view import normalise


@pytest.fixture(scope="module")
def k() -> Knowledge:
    return load_knowledge()


def ids(k: Knowledge, name: str, *kinds: str) -> list[str]:
    """Ids of the uses of a name, of some kinds or of all."""
    return [use.id for use in k.uses(name) if not kinds or use.kind in kinds]


# Seats on a day. The pages are those of the files; the days around each hand-over are read
# from them: Akar and Güler, Fidan and Çavuşoğlu (a copy of the page 67th government of Turkey),
# Sarraj and Dbeibah (perspectivesmed.com, March 2021), León and Kobler
# (libyaprospect.com, 17 November 2015), Saddam Haftar (elbalad.news, 11 August 2025).
@pytest.mark.parametrize(
    ("office", "day", "before", "after"),
    [
        ("tur-minister-of-defence", date(2023, 6, 3), "hulusi-akar", "yasar-guler"),
        ("tur-minister-of-foreign-affairs", date(2023, 6, 4), "mevlut-cavusoglu", "hakan-fidan"),
        ("tur-chief-of-general-staff", date(2018, 7, 10), "hulusi-akar", "yasar-guler"),
        ("lby-prime-minister", date(2021, 3, 15), "fayez-al-sarraj", "abdul-hamid-dbeibah"),
        (
            "uno-special-representative-for-libya", date(2015, 11, 17),
            "bernardino-leon", "martin-kobler",
        ),
        ("tun-president", date(2019, 7, 25), "beji-caid-essebsi", "mohamed-ennaceur"),
        ("egy-minister-of-defence", date(2018, 6, 14), "sedki-sobhy", "mohamed-zaki"),
    ],
)  # fmt: skip
def test_holders_around_a_handover(
    k: Knowledge, office: str, day: date, before: str, after: str
) -> None:
    key = f"office/{office}"
    claimants = {t.person for t in k.tenures if t.status == "claimed"}
    the_day_before = [h for h in k.holders(key, day - timedelta(1)) if h[0] not in claimants]
    assert the_day_before == [(f"person/{before}", "holds")]
    on_the_day = [h for h in k.holders(key, day) if h[0] not in claimants]
    assert on_the_day == [(f"person/{after}", "holds"), (f"person/{before}", "may hold")]
    assert k.holders(key, day + timedelta(1))[0] == (f"person/{after}", "holds")


def test_the_meetings_of_the_two_land_forces(k: Knowledge) -> None:
    day = date(2025, 4, 4)
    assert k.holders("office/tur-chief-of-land-forces", day) == (
        ("person/selcuk-bayraktaroglu", "holds"),
    )
    assert k.holders("office/lby-lna-chief-of-land-forces", day) == (
        ("person/saddam-haftar", "holds"),
    )
    assert k.holders("office/tur-minister-of-defence", date(2024, 10, 23)) == (
        ("person/yasar-guler", "holds"),
    )


def test_a_claimed_seat_and_an_unknown_one_are_never_sure(k: Knowledge) -> None:
    chairs = k.holders("office/lby-chairman-of-high-council-of-state", date(2025, 1, 1))
    assert chairs == (
        ("person/khaled-al-mishri", "may hold"),
        ("person/mohamed-takala", "may hold"),
    )
    assert k.holders("office/per-minister-of-defence", date(2020, 1, 1)) == ()
    assert k.holders("office/nowhere", date(2020, 1, 1)) == ()


def test_a_tenure_of_unknown_end_ends_when_the_next_begins(k: Knowledge) -> None:
    office = "office/tur-chief-of-land-forces"
    assert k.holders(office, date(2019, 1, 1)) == (
        ("person/musa-avsever", "may hold"),
        ("person/umit-dundar", "may hold"),
    )
    assert [h[0] for h in k.holders(office, date(2023, 9, 1))] == ["person/selcuk-bayraktaroglu"]


def tenure(**fields: Any) -> Tenure:
    """A tenure with days given as text at their precision, as the files write them."""
    start, end = fields.pop("start"), fields.pop("end", None)
    days = [first_day(text) for text in (start, end, fields.pop("attested", None))]
    first, last, attested = (date.fromisoformat(d) if d else None for d in days)
    return Tenure(
        "person/a", "office/b-c", first, last, precision(start), precision(end), attested,
        "held", "a page", date(2026, 11, 24),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("held", "day", "expected"),
    [
        (tenure(start="2016", end="2019"), date(2015, 12, 31), None),
        (tenure(start="2016", end="2019"), date(2016, 6, 1), "may hold"),
        (tenure(start="2016", end="2019"), date(2016, 12, 31), "holds"),
        (tenure(start="2016", end="2019"), date(2018, 12, 31), "holds"),
        (tenure(start="2016", end="2019"), date(2019, 12, 31), "may hold"),
        (tenure(start="2016", end="2019"), date(2020, 1, 1), None),
        (tenure(start="2016-02", end="2016-12"), date(2016, 2, 28), "may hold"),
        (tenure(start="2016-02", end="2016-12"), date(2016, 2, 29), "holds"),
        (tenure(start="2016-02", end="2016-12"), date(2016, 12, 31), "may hold"),
        (tenure(start="2016-02", end="2016-12"), date(2017, 1, 1), None),
        (tenure(start="2016-02-05", attested="2017-01-10"), date(2016, 2, 5), "holds"),
        (tenure(start="2016-02-05", attested="2017-01-10"), date(2017, 1, 10), "holds"),
        (tenure(start="2016-02-05", attested="2017-01-10"), date(2017, 1, 11), "may hold"),
        (tenure(start="2016-02-05", end="unknown"), date(2030, 1, 1), "may hold"),
        (tenure(start="unknown", end="2016-02-05"), date(2000, 1, 1), "may hold"),
        (tenure(start="unknown", end="2016-02-05"), date(2016, 2, 6), None),
    ],
)
def test_a_tenure_is_as_sure_as_its_dates(held: Tenure, day: date, expected: str | None) -> None:
    assert held.on(day) == expected


def test_every_tenure_names_its_source_and_the_day_it_was_looked_up(k: Knowledge) -> None:
    assert len(k.tenures) > 100
    for held in k.tenures:
        assert held.source
        assert held.looked_up >= date(2026, 11, 24)
        assert held.person in k.entities
        assert held.office in k.offices
        assert held in k.held_by(held.person)


def test_a_tenure_that_nobody_looked_up_says_so_and_gives_years_only(k: Knowledge) -> None:
    """What is remembered is not sourced: it says so in one way, and claims no month or day."""
    remembered = [
        held
        for held in k.tenures
        if re.search(r"(general|own) knowledge|not looked up|from memory", held.source.casefold())
    ]
    assert remembered
    for held in remembered:
        assert held.source == "general knowledge; not looked up", held
        assert held.start_precision == "year", held
        assert held.end_precision == "year", held


# The pages of the English Wikipedia that were read. It is the source that one is most tempted to
# cite unopened: add a page here when a tenure cites it, having read it.
READ = {
    "High_Representative_of_the_Union_for_Foreign_Affairs_and_Security_Policy",
    "Hakan_Fidan?oldid=788398831",
    "List_of_NATO_Secretaries_General",
    "Philippe_Lazzarini",
    "Taye_Atske_Selassie?oldid=1256563281",
    "Vyacheslav_Volodin",
}


def test_no_tenure_cites_a_page_of_the_english_wikipedia_that_was_not_read(k: Knowledge) -> None:
    cited = {
        page
        for held in k.tenures
        for page in re.findall(r"en\.wikipedia\.org/wiki/([^;\s]+)", held.source)
    }
    assert cited == READ


# Names.
def test_the_three_haftars_are_distinct(k: Knowledge) -> None:
    assert ids(k, "خليفة حفتر") == ["person/khalifa-haftar"]
    assert ids(k, "صدام حفتر") == ["person/saddam-haftar"]
    assert ids(k, "بلقاسم حفتر") == ["person/belqasem-haftar"]
    bare = k.uses("حفتر")
    assert {use.kind for use in bare} == {"short"}
    assert len({use.id for use in bare}) == 4
    kin = {one.other: one.relation for one in k.entities["person/saddam-haftar"].kin}
    assert kin["person/khalifa-haftar"] == "father"
    assert kin["person/belqasem-haftar"] == "brother"


@pytest.mark.parametrize(
    ("name", "use"),
    [
        ("تركيا", ("state/TUR", "country")),
        ("التركيتين", ("state/TUR", "nisba")),
        ("الأتراك", ("state/TUR", "nisba")),
        ("أنقرة", ("state/TUR", "capital")),
        ("انقره", ("place/tur-ankara", "place")),
        ("الولايات المتحدة", ("state/USA", "country")),
        ("الأميركية", ("state/USA", "nisba")),
        ("الكورية الجنوبية", ("state/KOR", "nisba")),
        ("الجنوب أفريقية", ("state/ZAF", "nisba")),
        ("عبدالحميد الدبيبة", ("person/abdul-hamid-dbeibah", "name")),
        ("وكالة الأناضول", ("medium/anadolu", "name")),
        ("وزير الدفاع", ("office/tur-minister-of-defence", "office")),
        ("المبعوث الأممي إلى ليبيا", ("office/uno-special-representative-for-libya", "office")),
        ("ترهونة", ("place/lby-tarhuna", "place")),
        ("قوات حفتر", ("force/libyan-national-army", "name")),
    ],
)
def test_a_name_means(k: Knowledge, name: str, use: tuple[str, str]) -> None:
    assert use in [(one.id, one.kind) for one in k.uses(name)]


def test_dangerous_names_say_why(k: Knowledge) -> None:
    def reason(name: str, key: str) -> str | None:
        return next(use.ambiguous for use in k.uses(name) if use.id == key)

    for name, key in [
        ("مالي", "state/MLI"), ("المالية", "state/MLI"), ("قطر", "state/QAT"),
        ("عمان", "state/OMN"), ("طرابلس", "place/lbn-tripoli"), ("حماس", "group/hamas"),
        ("سيول", "state/KOR"), ("وال", "medium/lana"), ("الشرق الأوسط", "medium/asharq-al-awsat"),
    ]:  # fmt: skip
        assert reason(name, key), name
    assert reason("التركية", "state/TUR") is None
    assert [use.ambiguous for use in k.uses("تركيا")] == [None, SAME_AS_COUNTRY]
    assert k.uses("الجديد") == ()


def test_every_state_can_be_named(k: Knowledge) -> None:
    states = [key for key in k.entities if k.entities[key].kind == "state"]
    assert len(states) == 198
    for key in states:
        entry = k.entities[key]
        assert entry.id == f"state/{entry.country}"
        assert key in ids(k, entry.name_ar, "country")
        assert k.places[key].resolution == 1
    nisbas = {use.id for name in k.names for use in k.names[name] if use.kind == "nisba"}
    assert nisbas == set(states)


def test_keys_are_folded_as_the_text_layer_folds(k: Knowledge) -> None:
    forms = {use.form for key in k.names for use in k.names[key]}
    assert len(forms) > 10_000
    for form in forms:
        assert normalise(form) == fold(form)
    for key in k.names:
        assert fold(key) == key
        assert all(fold(use.form) == key for use in k.names[key])


def test_names_lead_to_what_exists(k: Knowledge) -> None:
    for key in k.names:
        for use in k.names[key]:
            assert use.id in k.entities or use.id in k.places or use.id in k.offices


def test_inflect_gives_each_form_once() -> None:
    forms = inflect("ليبي")
    assert len(forms) == len(set(forms)) == 17
    assert "الليبيين" in forms
    assert "ليبيا" in forms
    assert "الليبيا" not in forms
    assert spellings("عبد الله عبد الرحمن") == ("عبد الله عبد الرحمن", "عبدالله عبدالرحمن")


# Contested actors and places.
def test_policy_decides_contested_actors_by_day(k: Knowledge) -> None:
    army = k.entities["force/libyan-national-army"]
    assert army.country == "LBY"
    assert army.sectors_on(date(2014, 8, 1)) == ("REB", "MIL")
    assert army.sectors_on(date(2020, 1, 1)) == ("MIL", "REB")
    rsf = k.entities["force/rapid-support-forces"]
    assert rsf.sectors_on(date(2022, 1, 1))[0] == "MIL"
    assert rsf.sectors_on(date(2024, 1, 1))[0] == "REB"
    for rule in k.policy:
        assert rule.entity in k.entities
        assert len(rule.reason) > 10
    assert len(k.policy_hash) == 64


def test_places_have_what_the_record_needs(k: Knowledge) -> None:
    ankara = k.places["place/tur-ankara"]
    assert (ankara.name_en, ankara.country, ankara.country_name) == ("Ankara", "TUR", "Türkiye")
    assert (ankara.capital_of, ankara.resolution, ankara.geonameid) == ("TUR", 4, 323786)
    assert ankara.province == "Ankara"
    assert ankara.lat == pytest.approx(39.92, abs=0.01)
    assert k.places["place/tur-istanbul"].name_ar == "إسطنبول"
    assert k.places["place/lby-mitiga-airport"].city == "Tripoli"
    capitals = {p.capital_of for p in (k.places[key] for key in k.places) if p.capital_of}
    assert len(capitals) == 196
    for key in k.places:
        place = k.places[key]
        assert place.lat is None or -90 <= place.lat <= 90
        assert place.country_name != place.country


def test_outlets_are_media(k: Knowledge) -> None:
    assert "medium/reuters" in k.outlets
    assert {entry.kind for entry in k.outlets.values()} == {"medium"}


# Loading.
def test_compiled_equals_parsed(k: Knowledge) -> None:
    name, digest, payload = compile_all()
    assert name == "knowledge"
    assert digest == k.hash == hash_files(source_files())
    assert json.loads(json.dumps(payload)) == payload == parse(DATA)
    again = from_payload(*payload_of(DATA))
    for table in ("entities", "offices", "places", "names"):
        one, other = getattr(again, table), getattr(from_payload(digest, payload), table)
        assert list(one) == list(other)
        assert dict(one) == dict(other)
    assert again.tenures == k.tenures
    assert again.policy == k.policy


def test_a_run_does_not_import_what_checks_the_files() -> None:
    load_knowledge()
    code = (
        "import sys; from waqai.knowledge import load_knowledge; load_knowledge();"
        "print(sorted({'pydantic', 'yaml'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
