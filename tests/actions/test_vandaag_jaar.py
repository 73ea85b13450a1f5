"""What Vandaag tells of the jaaragenda: the years, what comes next, and what of it wants attention."""

from __future__ import annotations

from datetime import date

from huurdersapp.actions import akkoord, jaaragenda, lists, vandaag
from huurdersapp.actions.context import Context
from huurdersapp.actions.vandaag import Target
from huurdersapp.base import clock
from huurdersapp.base import jobs as work
from tests.actions.conftest import Made, changed
from tests.akkoorden import FOREIGN


def words(ctx: Context, on: date) -> list[str]:
    with clock.fixed(on):
        return [item.words for item in vandaag.today(ctx).let_op]


def anchor(ctx: Context, key: str) -> int:
    found = lists.find(ctx, ctx.spec("anker"), (f"sleutel={key}",))
    return int(found[0]["nummer"])


def test_the_years_of_the_cycle_and_what_comes_next(emmen: Context) -> None:
    with clock.fixed(date(2021, 9, 1)):
        found = vandaag.today(emmen).jaar
    assert found.sentences == ("U bereidt 2022 voor, voert 2021 uit en evalueert 2020.",)
    assert (found.next, found.when) == ("Volgende: RG en BO oktober, over 4 weken.", "In oktober")
    assert found.target is not None
    assert (found.target.kind, found.target.year) == ("anker", 2021)


def test_the_last_year_of_the_akkoord_prepares_nothing_and_the_year_after_it_only_looks_back(
    emmen: Context,
) -> None:
    said = {}
    for year in (2018, 2024, 2025, 2027):
        with clock.fixed(date(year, 3, 1)):
            said[year] = vandaag.today(emmen).jaar.sentences
    assert said == {
        2018: ("U bereidt 2019 voor.",),
        2024: ("U voert 2024 uit en evalueert 2023.",),
        2025: ("U evalueert 2024.",),
        2027: (),
    }


def test_a_cycle_of_two_years_evaluates_nothing(office: Context) -> None:
    work.run(akkoord.load(office, FOREIGN))
    row = lists.find(office, office.spec("akkoord"))[0]
    year = int(row["van_jaar"])
    with clock.fixed(date(year, 1, 10)):
        found = vandaag.today(office).jaar
    assert found.sentences == (f"U bereidt {year + 1} voor en voert {year} uit.",)
    assert found.next == f"Nu: Startbijeenkomst, nog tot en met 31 januari {year}."


def test_what_comes_next_may_be_in_the_next_year(emmen: Context) -> None:
    with clock.fixed(date(2021, 12, 20)):
        found = vandaag.today(emmen).jaar
    assert found.target is not None
    assert found.target.year == 2022
    assert "over 12 dagen" in found.next


def test_what_was_moved_into_this_year_comes_next(emmen: Context) -> None:
    (anchor,) = [
        item.anchor
        for item in jaaragenda.year(emmen, 2019).moments
        if item.name == "Prestatieafspraken besloten en getekend"
    ]
    assert anchor is not None
    jaaragenda.move(emmen, anchor, 2019, date(2020, 1, 3), None, "Corona")
    with clock.fixed(date(2020, 1, 2)):
        found = vandaag.today(emmen).jaar
    assert found.next == "Volgende: Prestatieafspraken besloten en getekend, morgen."
    assert found.target is not None
    assert found.target.year == 2019


def test_without_an_akkoord_nothing_is_told(office: Context) -> None:
    with clock.fixed(date(2021, 6, 25)):
        found = vandaag.today(office)
    assert (found.jaar, found.agenda) == (vandaag.Jaar(), ())
    assert [item.words for item in found.let_op if "usb-stick" not in item.words] == []


def test_a_last_day_is_told_two_weeks_before_it_and_until_it_is_done(emmen: Context) -> None:
    near = "‘Prestatieafspraken afgerond’ moet klaar zijn op 15 november 2021."
    late = "‘Prestatieafspraken afgerond’ moest klaar zijn op 15 november 2021."
    assert near not in words(emmen, date(2021, 10, 31))
    assert near in words(emmen, date(2021, 11, 1))
    assert near in words(emmen, date(2021, 11, 15))
    assert late in words(emmen, date(2021, 11, 16))
    assert late not in words(emmen, date(2022, 1, 20))
    number = anchor(emmen, "prestatieafspraken_af")
    with clock.fixed(date(2021, 11, 16)):
        line = next(item for item in vandaag.today(emmen).let_op if item.words == late)
        assert (line.late, line.target) == (True, Target("anker", number, year=2021))
        jaaragenda.done(emmen, number, 2021, date(2021, 11, 12))
    assert late not in words(emmen, date(2021, 11, 16))


def test_what_others_must_do_is_no_line_of_ours(emmen: Context) -> None:
    """The volkshuisvestingsverslag is for the corporaties."""
    assert not [text for text in words(emmen, date(2021, 6, 25)) if "verslag" in text]


def test_a_moment_of_this_month_stands_in_the_agenda_with_its_words(emmen: Context, made: Made) -> None:
    with clock.fixed(date(2021, 11, 3)):
        found = {item.words: item for item in vandaag.today(emmen).agenda}
        assert found["Prestatieafspraken afgerond"].when == "Uiterlijk 15 november 2021"
        assert found["Prestatieafspraken afgerond"].target.year == 2021
    with clock.fixed(date(2021, 10, 3)):
        assert "RG en BO oktober" in {item.words for item in vandaag.today(emmen).agenda}
        made("overleg", soort="rg", datum="2021-10-07")
        made("overleg", soort="bo", datum="2021-10-14")
        names = [item.words for item in vandaag.today(emmen).agenda]
    assert "RG en BO oktober" not in names
    assert {"RG 07-10-2021", "BO 14-10-2021"} <= set(names)


def test_work_before_an_overleg_that_is_late_is_told_until_it_is_an_actiepunt(
    emmen: Context, made: Made
) -> None:
    changed(emmen, "partij", 1, eigen=True)
    with clock.fixed(date(2021, 9, 28)):
        meeting = made("overleg", soort="bo", datum="2021-10-14")
        found = [item for item in vandaag.today(emmen).let_op if "Vóór" in item.words]
        assert [item.late for item in found] == [True]
        jaaragenda.plan_back(emmen, meeting)
        assert not [item for item in vandaag.today(emmen).let_op if "Vóór" in item.words]


def test_concept_values_are_told_when_an_overleg_comes(emmen: Context, made: Made) -> None:
    measure = lists.find(emmen, emmen.spec("indicator"), ("soort=aandeel",))[0]["nummer"]
    made("meting", indicator=measure, van="2019-01-01", tot="2019-06-30", waarde=12)
    made("overleg", soort="rg", datum="2021-10-07")
    assert not [text for text in words(emmen, date(2021, 9, 1)) if "concept" in text]
    found = [text for text in words(emmen, date(2021, 9, 20)) if "concept" in text]
    assert found == ["1 meting is nog concept. Op 7 oktober 2021 is RG 07-10-2021."]


def test_a_goal_off_schedule_that_waits_for_the_bo_is_told(emmen: Context, made: Made) -> None:
    goal = lists.find(emmen, emmen.spec("doel"))[0]["nummer"]
    steps = [{"stap": "gesignaleerd", "datum": "2019-06-01"}, {"stap": "aan_bo", "datum": "2019-07-01"}]
    made("afwijking", doel=goal, waarom="Te weinig woningen", stappen=steps)
    assert "1 doel ligt niet op schema en wacht op een besluit." in words(emmen, date(2021, 9, 1))


def test_an_overview_that_was_not_handed_in_is_told_after_its_day(emmen: Context, made: Made) -> None:
    spec = emmen.spec("partij")
    party = next(row["nummer"] for row in lists.find(emmen, spec) if row["soort"] == "corporatie")
    made("activiteitenoverzicht", akkoord=1, partij=party, jaar=2022)
    line = "1 activiteitenoverzicht voor 2022 is nog niet aangeleverd."
    assert line not in words(emmen, date(2021, 6, 30))
    assert line in words(emmen, date(2021, 7, 1))
