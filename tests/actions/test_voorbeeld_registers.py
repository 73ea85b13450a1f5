"""The registers of the example: two believable years, with something in every list on the day of the example."""

from __future__ import annotations

from collections import Counter

from huurdersapp.actions import lists
from huurdersapp.actions.context import Context
from huurdersapp.actions.plain import Plain
from huurdersapp.records.energiebezoek import FREE_TEXTS

TRIMESTERS = ("2020-T1", "2020-T2", "2020-T3", "2021-T1", "2021-T2")
REGISTERS = (
    "knelpunt",
    "raadpleging",
    "energiebezoek",
    "energiecoach",
    "bezoekformulier",
    "campagne",
    "commissie",
    "contact",
)


def found(ctx: Context, kind: str, *where: str) -> list[Plain]:
    return lists.find(ctx, ctx.spec(kind), where, order="nummer")


def count(ctx: Context, kind: str, *where: str) -> int:
    return lists.count(ctx, ctx.spec(kind), where)


def test_every_filter_and_status_has_something_on_the_day_of_the_example(example: Context) -> None:
    empty: list[str] = []
    for kind in REGISTERS:
        spec = example.spec(kind)
        for name in (item.key for item in spec.filters):
            values = _values(example, kind, name)
            if values and not any(count(example, kind, f"{name}={value}") for value in values):
                empty.append(f"{kind} {name}")
        choices = spec.fields["status"].choices if "status" in spec.fields else None
        kept = {row["status"] for row in found(example, kind)} if choices else set()
        empty += [f"{kind} {key}" for key in (choices.keys() if choices else ()) if key not in kept]
    assert empty == ["knelpunt heropend"], "who opens one again sees it as beoordeeld"


def _values(ctx: Context, kind: str, name: str) -> list[str]:
    """Values to try a filter with: what is shown on the day of the example, and in the two years before it."""
    item = ctx.spec(kind).filter[name]
    if item.kind == "datum":
        return ["2021-09-01"]
    if item.kind == "periode":
        return ["2019-09-01..2021-12-31", *TRIMESTERS]
    if item.kind == "ja_nee":
        return ["ja"]
    if item.kind == "keuze" and item.choices is not None:
        return list(item.choices.keys())
    return [str(row["nummer"]) for row in found(ctx, item.ref)] if item.ref else []


def test_every_choice_of_a_visit_occurs(example: Context) -> None:
    rows = found(example, "energiebezoek")
    parts = {part.key: part.spec for part in example.spec("energiebezoek").parts if not part.link}
    lacking = {
        f"{key}.{item.key}": sorted(
            set(item.choices.keys()) - {line[item.key] for row in rows for line in row[key]}
        )
        for key, spec in parts.items()
        for item in spec.fields.values()
        if item.choices is not None
    }
    assert {key: left for key, left in lacking.items() if left} == {}


def test_visits_are_believable(example: Context) -> None:
    rows = found(example, "energiebezoek")
    done = [row for row in rows if row["status"] in ("gedaan", "nazorg_gedaan")]
    assert len(done) > 180
    assert all(700 <= row["gas_jaar"] <= 2000 for row in done if row["gas_jaar"] is not None)
    assert all(1200 <= row["stroom_jaar"] <= 4000 for row in done if row["stroom_jaar"] is not None)
    assert all(row["adres"] or row["zonder_adres"] for row in rows)
    assert all(any(line["doel"] == "bezoek" for line in row["toestemmingen"]) for row in done)
    assert {line["tekstversie"] for row in rows for line in row["toestemmingen"]} == {"2019-01"}
    due = [row for row in done if row["nazorg_gepland_op"] and row["nazorg_gepland_op"] <= "2021-09-01"]
    given = sum(row["nazorg_op"] is not None for row in due)
    assert 0.6 < given / len(due) < 0.75
    assert sum(any(line["moment"] == "na_een_jaar" for line in row["meterstanden"]) for row in done) >= 15
    by_phone = [row for row in done if "2021-03-16" <= row["datum"] <= "2021-06-05"]
    assert by_phone
    assert all(row["contactmomenten"][-1]["soort"] == "telefoon" for row in by_phone)
    assert sum(bool(row["knelpunten"]) for row in rows) >= 20
    told = Counter(row[key] for row in rows for key in FREE_TEXTS if row[key])
    assert len(told) > 150
    assert [text for text, times in told.items() if times > 1 and len(text) > 40] == []


def test_seven_sheets_are_still_with_the_coaches(example: Context) -> None:
    assert count(example, "bezoekformulier", "nog_uit_op=2021-09-01") == 7
    assert count(example, "bezoekformulier", "ingevoerd=ja") == 47


def test_commissies_differ_as_they_do_in_real_life(example: Context) -> None:
    assert count(example, "commissie", "actief_op=2021-09-01") == 8
    assert count(example, "commissie", "zonder_overleg_in=2021") == 4
    assert count(example, "commissie", "termijn_loopt_af_op=2021-09-01") == 2
    for year in ("2020", "2021"):
        assert count(example, "commissie", f"ondersteund_in={year}") >= 6


def test_five_reports_of_one_kind_in_a_complex_were_bundled_or_wait_for_it(example: Context) -> None:
    rows = found(example, "knelpunt", "collectief=nee")
    bundled = Counter(step["gebundeld_in"] for row in rows for step in row["stappen"] if step["gebundeld_in"])
    assert sum(times >= 5 for times in bundled.values()) >= 4
    waiting = Counter(
        (row["complex"], row["categorie"])
        for row in found(example, "knelpunt", "open_op=2021-09-01")
        if row["complex"]
    )
    assert max(waiting.values()) == 5
