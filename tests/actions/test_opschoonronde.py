"""The yearly round: what is over is nowhere any more, what is not over stays, and every figure is what it was."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from huurdersapp.actions import (
    bijlagen,
    concepten,
    controle,
    energie,
    history,
    opschoonronde,
    opschoonronde_lezen,
    records,
    standen,
    vandaag,
    verslag,
    verwerkingen,
)
from huurdersapp.actions.concepten import Concept
from huurdersapp.actions.context import Context
from huurdersapp.actions.opschoonronde import Gehouden, Uitzondering
from huurdersapp.app import opened
from huurdersapp.base import clock, jobs
from huurdersapp.base.errors import UserError
from huurdersapp.base.period import months_later, parse
from huurdersapp.records.bewaren import PLEKKEN
from huurdersapp.store import contents, copies
from tests.actions.conftest import Made, changed, numbers, shown
from tests.actions.test_renovatie_sluiten import found
from tests.prepared import made_once

TODAY = date(2019, 9, 2)
NAMES = ("Qzwx", "Vjkpel", "Wrqomtz", "Zzyxlaan", "7899 ZX", "06-778899", "zkqj@example.org")
"""What stands in contact blocks, histories, forms and files of what is over, and nowhere else."""
LATER = date(2024, 1, 3)
"""A day on which nearly all of the example is over."""


def _make(ctx: Context, kind: str, **values: Any) -> int:
    return int(records.create(ctx, ctx.spec(kind), [values]).records[0]["nummer"])


def _visit(ctx: Context, on: str, house: int = 7, **more: Any) -> int:
    there = {"postcode": "7899 ZX", "huisnummer": house, "straat": "Zzyxlaan", "plaats": "Emmen"}
    known = {"bewoner_naam": "Qzwx", "bewoner_telefoon": "06-778899", "bewoner_email": "zkqj@example.org"}
    return _make(ctx, "energiebezoek", **{"datum": on, "coach": "Bo", **there, **known, **more})


def _filled(ctx: Context) -> None:
    verwerkingen.overnemen(ctx)
    _make(ctx, "energiecoach", naam="Bo")
    photo = ctx.folder.parent / "Vjkpel.txt"
    photo.write_text("Wrqomtz was hier")
    line = bijlagen.keep(ctx, photo)
    photo.unlink()
    _visit(ctx, "2018-01-10", bijlagen=[line], wens="Mevrouw Jansen wil minder tocht")  # 1
    _visit(ctx, "2018-03-10", gas_jaar=1200)  # 2, the same home
    _visit(ctx, "2018-04-10", house=8)  # 3
    changed(ctx, "energiebezoek", 3, bewoner_naam=None)
    records.discard(ctx, ctx.spec("energiebezoek"), _visit(ctx, "2018-05-10", house=9))  # 4
    _visit(ctx, "2018-06-10", house=10)  # 5, undone
    history.undo(ctx)
    _make(ctx, "energiebezoek", datum="2019-06-03", coach="Bo", postcode="7822 AP", huisnummer=1)  # 6
    form = {"velden": {"bewoner_naam": "Vjkpel"}}
    concepten.keep(ctx, Concept(soort="energiebezoek", nummer=1, gegevens=form, titel="Qzwx"))
    case = {"titel": "Lek", "categorie": "onderhoud", "gemeld_op": "2018-01-02", "melder_naam": "Qzwx"}
    ends = [{"datum": "2018-06-01", "status": "opgelost"}]
    _make(ctx, "knelpunt", **case, melder_adres="Zzyxlaan 3", stappen=ends)
    _make(ctx, "knelpunt", **{**case, "melder_naam": "Open blijft"})
    _make(ctx, "knelpunt", **case, stappen=ends)
    changed(ctx, "knelpunt", 3, melder_naam=None)  # only its history knows
    _make(ctx, "contact", naam="Wrqomtz", functie="Wethouder", telefoon="06-778899", gestopt_op="2018-01-01")
    _make(ctx, "contact", naam="Blijft hier", functie="Wethouder")
    people = [{"naam": "Vjkpel", "tot": "2018-01-01", "rol": "voorzitter"}, {"naam": "Zit er nog"}]
    _make(ctx, "commissie", naam="De Brink", leden=people)
    quotes = [{"tekst": "Dat zei Qzwx"}, {"tekst": "Dat mag erin", "mag_in_rapport": True}]
    _make(ctx, "raadpleging", titel="Tocht", citaten=quotes, vastgesteld_op="2018-02-01")


@pytest.fixture(scope="module")
def filled_made(tmp_path_factory: pytest.TempPathFactory, office_made: Path) -> Path:
    """Made once, to copy."""

    def fill(folder: Path) -> None:
        shutil.copytree(office_made, folder)
        with clock.fixed(TODAY), opened(folder) as ctx:
            _filled(ctx)

    return made_once(tmp_path_factory, "opschonen", fill)


@pytest.fixture
def filled(filled_made: Path, data_folder: Path) -> Iterator[Context]:
    """A copy of one's own."""
    shutil.copytree(filled_made, data_folder)
    with clock.fixed(TODAY), opened(data_folder) as ctx:
        yield ctx


def hold(ctx: Context, *kept: Uitzondering, **how: Any) -> Gehouden:
    return jobs.run(opschoonronde.houd(ctx, kept, **how))


def counts(ctx: Context) -> dict[str, tuple[int, int, int]]:
    """Per kind with something to erase: in the list, in the waste bin, in the history only."""
    return {
        deel.soort: (deel.aantal, deel.in_bak, deel.ooit)
        for deel in opschoonronde.voorstel(ctx).delen
        if deel.anything
    }


def test_the_plan_counts_what_is_over_and_each_count_is_a_list(filled: Context) -> None:
    plan = opschoonronde.voorstel(filled)
    assert counts(filled) == {
        "energiebezoeken": (3, 1, 1),
        "knelpunten": (1, 0, 1),
        "raadplegingen": (1, 0, 0),
        "commissies": (1, 0, 0),
        "contacten": (1, 0, 0),
    }
    for deel in plan.delen:
        assert bool(deel.where) == (deel.soort != "campagnes")
        if deel.where:
            assert len(numbers(filled, deel.kind, *deel.where)) == deel.aantal, deel.soort
    (visits,) = (deel for deel in plan.delen if deel.soort == "energiebezoeken")
    assert (visits.maanden, visits.tot) == (12, date(2018, 9, 2))
    assert {"Naam van de bewoner", "Foto’s en andere bestanden"} <= set(visits.velden)


def test_what_is_over_is_nowhere_any_more_and_the_rest_is_as_it_was(filled: Context) -> None:
    assert set(found(filled, NAMES)) == set(NAMES)
    steps = filled.store.head.seq
    done = hold(filled)
    assert found(filled, NAMES) == {}
    assert counts(filled) == {}
    assert filled.store.head.seq == steps + 3, "the homes, the erasing and the record of the round"
    assert (shown(filled, "knelpunt", 1)["titel"], shown(filled, "knelpunt", 2)["melder_naam"]) == (
        "Lek",
        "Open blijft",
    )
    assert shown(filled, "contact", 2)["naam"] == "Blijft hier"
    assert [line["naam"] for line in shown(filled, "commissie", 1)["leden"]] == ["(gewist)", "Zit er nog"]
    assert [line["tekst"] for line in shown(filled, "raadpleging", 1)["citaten"]] == [
        "(gewist)",
        "Dat mag erin",
    ]
    assert (
        shown(filled, "energiebezoek", 2)["gas_jaar"],
        shown(filled, "energiebezoek", 6)["huisnummer"],
    ) == (
        1200,
        1,
    )
    kept = shown(filled, "opschoonronde", done.number)
    assert (kept["gehouden_op"], {line["soort"]: line["aantal"] for line in kept["soorten"]})[1] == {
        "energiebezoeken": 5,
        "knelpunten": 2,
        "raadplegingen": 1,
        "campagnes": 0,
        "renovaties": 0,
        "commissies": 1,
        "contacten": 1,
        "energiecoaches": 0,
        "brieven": 0,
        "verzoeken": 0,
    }
    assert jobs.run(controle.check(filled)) == []
    with pytest.raises(UserError, match="wat toen is gewist, komt niet terug"):
        history.undo(filled)  # nor the record of the round alone: that would bring nothing back


def test_a_copy_comes_first_and_without_it_nothing_is_erased(
    filled: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_args: Any, **_how: Any) -> Path:
        raise UserError("De schijf is vol.")

    with monkeypatch.context() as patch:
        patch.setattr("huurdersapp.store.backup.make", full)
        with pytest.raises(UserError, match="vol"):
            hold(filled)
    assert set(found(filled, NAMES)) == set(NAMES)
    hold(filled)
    assert [copy.why for copy in copies.every(filled.folder)] == [copies.ERASING]


def test_what_the_board_keeps_stays_with_its_reason_and_is_asked_again(filled: Context) -> None:
    with pytest.raises(UserError, match="waarom"):
        hold(filled, Uitzondering("knelpunt", 1, " "))
    done = hold(
        filled,
        Uitzondering("knelpunt", 1, "Loopt bij de rechter"),
        Uitzondering("knelpunt", 2, "Was niet over"),
    )
    assert shown(filled, "knelpunt", 1)["melder_naam"] == "Qzwx"
    lines = {line["soort"]: line for line in shown(filled, "opschoonronde", done.number)["soorten"]}
    assert (lines["knelpunten"]["aantal"], lines["knelpunten"]["bewaard"], lines["knelpunten"]["reden"]) == (
        1,
        1,
        "Loopt bij de rechter",
    )
    assert counts(filled) == {"knelpunten": (1, 0, 0)}


def test_texts_are_read_by_a_person_and_only_what_is_chosen_goes(filled: Context) -> None:
    told = opschoonronde.teksten(filled)
    first = told[0]
    assert (first.text, first.number, bool(first.opvalt)) == ("Mevrouw Jansen wil minder tocht", 1, True)
    hold(filled)
    assert shown(filled, "energiebezoek", 1)["wens"] == first.text
    assert opschoonronde.teksten(filled) == (), "an earlier round showed them"
    hold(filled, gekozen=[first])
    assert shown(filled, "energiebezoek", 1)["wens"] is None
    assert found(filled, ("Jansen",)) == {}


def test_without_a_term_nothing_goes(filled: Context) -> None:
    for number in numbers(filled, "verwerking"):
        changed(filled, "verwerking", number, bewaarmaanden=None)
    plan = opschoonronde.voorstel(filled)
    assert not plan.anything
    assert {deel.tot for deel in plan.delen} == {None}
    hold(filled)
    assert set(found(filled, NAMES)) == set(NAMES)


def _over(ctx: Context, kind: str, on: str) -> list[int]:
    return numbers(ctx, kind, f"bewaartermijn_tot={on}")


def test_a_term_runs_from_the_last_thing_that_happened(office: Context, made: Made) -> None:
    made("energiecoach", naam="Bo")
    visit = {"datum": "2018-01-10", "coach": "Bo", "postcode": "7822 AP", "huisnummer": 1}
    call = {"datum": "2018-04-01", "soort": "telefoon", "uitkomst": "gelukt"}
    for more in (
        {},
        {"nazorg_op": "2018-02-01"},
        {"nazorg_gepland_op": "2018-03-01"},
        {"contactmomenten": [call]},
    ):
        made("energiebezoek", **visit, **more)
    made("energiebezoek", **{**visit, "datum": None, "aangevraagd_op": "2018-05-01", "coach": None})
    days = ("2018-01-09", "2018-01-10", "2018-02-01", "2018-03-01", "2018-04-01", "2018-05-01")
    assert [_over(office, "energiebezoek", day) for day in days] == [
        list(range(1, at + 1)) for at in range(6)
    ]
    case = {"titel": "Lek", "categorie": "onderhoud", "gemeld_op": "2018-01-02", "melder_naam": "Jan"}
    solved = [{"datum": "2018-02-01", "status": "opgelost"}]
    again = [*solved, {"datum": "2018-03-01", "status": "heropend"}]
    ways: tuple[dict[str, Any], ...] = (
        {"stappen": solved},
        {"stappen": solved, "teruggekoppeld_op": "2018-02-20"},
        {"stappen": again},
        {},
    )
    for way in ways:
        made("knelpunt", **case, **way)
    assert [_over(office, "knelpunt", f"2018-02-{day:02}") for day in (1, 19, 20)] == [[1], [1], [1, 2]]
    assert _over(office, "knelpunt", "2019-09-01") == [1, 2], "what is open has no term"
    made("commissie", naam="A", opgeheven_op="2018-06-01", leden=[{"naam": "Jan", "tot": "2019-01-01"}])
    made("commissie", naam="B", leden=[{"naam": "Jan", "tot": "2018-07-01"}, {"naam": "Piet"}])
    assert [_over(office, "commissie", f"2018-{day}") for day in ("05-31", "06-01", "07-01")] == [
        [],
        [1],
        [1, 2],
    ]
    made("brief", onderwerp="Aan Jan", aan="Jan Jansen", datum="2018-01-02")
    made("brief", onderwerp="Aan niemand", datum="2018-01-02")
    assert [_over(office, "brief", f"2018-01-0{day}") for day in (1, 2)] == [[], [1]]


@given(
    st.dates(date(1990, 1, 1), date(2090, 1, 1)),
    st.dates(date(1990, 1, 1), date(2090, 1, 1)),
    st.integers(1, 600),
)
def test_nothing_goes_before_its_term_and_all_goes_soon_after(ended: date, on: date, months: int) -> None:
    goes = ended <= months_later(on, -months)
    assert not goes or months_later(ended, months) <= on
    assert goes or months_later(ended, months) > on - timedelta(days=4), "a month may be three days shorter"


def test_each_day_more_only_adds_to_what_is_over(filled: Context) -> None:
    with filled.store.reading() as db:
        for plek in PLEKKEN:
            sizes = [
                len(opschoonronde_lezen.rows(db, plek, date(2016, 1, 1) + timedelta(days=90 * at)))
                for at in range(18)
                if plek.columns
            ]
            assert sizes == sorted(sizes), plek.entity


def test_a_home_that_was_visited_twice_stays_one_household(filled: Context) -> None:
    before = energie.overview(filled, parse("2018"))
    assert (before.visits.number, before.households.number) == (3, 2)
    hold(filled)
    assert energie.overview(filled, parse("2018")) == before
    assert shown(filled, "energiebezoek", 2)["zelfde_woning"] == 1


def _figures(ctx: Context) -> list[Any]:
    """What a report, the measures and the panels say of past years."""
    told: list[Any] = [energie.overview(ctx, parse(code)) for code in ("2020", "2019-01-01..2021-12-31")]
    return [
        *told,
        verslag.report_values(ctx, parse("2020-T1")),
        standen.standen(ctx, None, date(2020, 12, 31)),
    ]


def test_every_figure_of_past_years_of_the_example_is_what_it_was(own_example: Context) -> None:
    with clock.fixed(LATER):
        before = _figures(own_example)
        done = hold(own_example)
        assert done.rows > 200
        after = _figures(own_example)
    for number, (was, now) in enumerate(zip(before, after, strict=True)):
        assert was == now, number
    with own_example.store.reading() as db:
        named = "SELECT count(*) FROM energiebezoek WHERE postcode IS NOT NULL OR bewoner_naam IS NOT NULL"
        assert db.connection().exec_driver_sql(named).scalar() == 0


def test_the_figures_would_tell_if_homes_were_not_held_together(
    filled: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("huurdersapp.actions.woningband.bind", lambda ctx, visits: 0)
    before = energie.overview(filled, parse("2018"))
    hold(filled)
    after = energie.overview(filled, parse("2018"))
    assert (before.households.number, after.households.number) == (2, 3)


def test_vandaag_asks_for_a_round_when_the_last_one_is_a_year_ago(filled: Context) -> None:
    def asked(on: date) -> list[str]:
        with clock.fixed(on):
            return [item.words for item in vandaag.today(filled).let_op if "opschoonronde" in item.words]

    assert asked(TODAY) == [], "the administration is new"
    assert asked(months_later(TODAY, 12)) == [
        "Er was nog geen opschoonronde. Kijk van wie de bewaartermijn voorbij is."
    ]
    hold(filled)
    assert asked(months_later(TODAY, 12) - timedelta(days=1)) == []
    assert asked(months_later(TODAY, 12)) == [
        "De laatste opschoonronde was op 2 september 2019. Kijk weer van wie de bewaartermijn voorbij is."
    ]


def test_the_bytes_of_a_photo_go_with_its_line(filled: Context) -> None:
    with filled.store.reading() as db:
        digest = shown(filled, "energiebezoek", 1)["bijlagen"][0]["inhoud"]
        assert b"".join(contents.pieces(db, digest)) == b"Wrqomtz was hier"
    hold(filled)
    assert shown(filled, "energiebezoek", 1)["bijlagen"][0]["naam"] == "(gewist)"
    with filled.store.reading() as db, pytest.raises(UserError):
        b"".join(contents.pieces(db, digest))


def test_a_number_that_somebody_typed_is_looked_for(office: Context, made: Made) -> None:
    verwerkingen.overnemen(office)
    texts = {
        "06 1234 5678": True,
        "7811 AB": True,
        "a.b@c.nl": True,
        "dhr. Bos": True,
        "Twee ramen dicht": False,
    }
    for text in texts:
        made("contact", naam="Iemand", toelichting=text, gestopt_op="2018-01-01")
    assert {item.text: bool(item.opvalt) for item in opschoonronde.teksten(office)} == texts
