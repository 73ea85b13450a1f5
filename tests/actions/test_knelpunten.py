"""Counting who has the same, bundling, patterns, the agenda, waiting in words, and what looks alike."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from huurdersapp.actions import history, knelpunt_bundelen, knelpunten, records, vandaag
from huurdersapp.actions.context import Context
from huurdersapp.actions.knelpunt_lijkt import similar
from huurdersapp.actions.knelpunt_patronen import a_year_before, bring_back, put_away
from huurdersapp.actions.knelpunten import patterns, waiting_of
from huurdersapp.base.errors import UserError
from huurdersapp.base.settings import PATTERN_FROM
from tests.actions.conftest import Made, changed, numbers, shown, steps

DAMP: dict[str, Any] = {"titel": "Schimmel", "categorie": "vocht_schimmel", "gemeld_op": "2019-06-01"}


@pytest.fixture
def home(made: Made) -> int:
    """A complex of Lefier."""
    made("verhuurder", naam="Lefier")
    made("kern", naam="Emmermeer", soort="wijk")
    return made("complex", naam="Kerkhoflaan", verhuurder=1, kern=1)


def damp(made: Made, count: int, **values: Any) -> list[int]:
    return [made("knelpunt", **{**DAMP, "complex": 1, **values}) for _at in range(count)]


# -- ook last van ---------------------------------------------------------------------------------------------------


def test_one_more_who_has_the_same_is_one_step_with_who_and_when(office: Context, made: Made) -> None:
    number = made("knelpunt", **DAMP)
    before = steps(office)
    assert knelpunten.also(office, number) == 1
    assert knelpunten.also(office, number) == 2
    assert steps(office) == before + 2
    last = history.history(office, office.spec("knelpunt"), number)[0]
    assert (last.author, last.happenings[0].field) == ("Jo Prins", "ook_last_van")
    history.undo(office)
    assert shown(office, "knelpunt", number)["ook_last_van"] == 1


# -- bundling -------------------------------------------------------------------------------------------------------


def test_bundling_into_a_new_one_counts_every_report_once(office: Context, made: Made, home: int) -> None:
    made("knelpunt", **DAMP, complex=home, ook_last_van=2, huurders_geraakt=3)
    made("knelpunt", **DAMP, complex=home, huurders_geraakt=1)
    before = steps(office)
    done = knelpunt_bundelen.bundle(office, [1, 2], title="Schimmel aan de Kerkhoflaan")
    assert (done.number, done.count) == (3, 2)
    new = shown(office, "knelpunt", 3)
    assert (new["ook_last_van"], new["huurders_geraakt"]) == (3, 4)  # 1 + 3 is the four reports of both
    assert (new["omvang"], new["complex"], new["categorie"]) == ("complex", home, "vocht_schimmel")
    for number in (1, 2):
        last = shown(office, "knelpunt", number)["stappen"][-1]
        assert (last["status"], last["gebundeld_in"], last["door"]) == ("gebundeld", 3, "Jo Prins")
    assert knelpunt_bundelen.bundled(office, 3) == [(1, "Schimmel"), (2, "Schimmel")]
    assert steps(office) == before + 1
    history.undo(office)
    assert numbers(office, "knelpunt") == [1, 2]
    assert [shown(office, "knelpunt", number)["status"] for number in (1, 2)] == ["gemeld", "gemeld"]


def test_bundling_into_one_that_is_there_does_not_count_its_tenants_twice(
    office: Context, made: Made
) -> None:
    made("knelpunt", **DAMP, ook_last_van=4, huurders_geraakt=10)
    made("knelpunt", **DAMP, ook_last_van=1, huurders_geraakt=2)
    knelpunt_bundelen.bundle(office, [1, 2], into=1, on=date(2019, 8, 1), note="Zelfde lekkage")
    kept = shown(office, "knelpunt", 1)
    assert (kept["ook_last_van"], kept["huurders_geraakt"], kept["status"]) == (6, 10, "gemeld")
    step = shown(office, "knelpunt", 2)["stappen"][-1]
    assert (step["datum"], step["toelichting"]) == ("2019-08-01", "Zelfde lekkage")
    assert knelpunten.summary(office).tenants == 10


def test_who_goes_on_alone_again_is_counted_there_no_more(office: Context, made: Made) -> None:
    damp(made, 3, complex=None)
    knelpunt_bundelen.bundle(office, [2, 3], into=1)
    assert shown(office, "knelpunt", 1)["ook_last_van"] == 2
    knelpunt_bundelen.reopen(office, 3, note="Toch iets anders")
    assert shown(office, "knelpunt", 1)["ook_last_van"] == 1
    assert shown(office, "knelpunt", 3)["status"] == "beoordeeld"
    assert knelpunt_bundelen.bundled(office, 1) == [(2, "Schimmel")]


@pytest.mark.parametrize(
    "given", [([1], None, "Alles"), ([2], 2, ""), ([1, 2], None, " "), ([1, 3], None, "Alles")]
)
def test_what_cannot_be_bundled_says_so_and_changes_nothing(
    office: Context, made: Made, given: tuple[list[int], int | None, str]
) -> None:
    damp(made, 3, complex=None)
    changed(office, "knelpunt", 3, status="opgelost")
    before = steps(office)
    which, into, title = given
    with pytest.raises(UserError):
        knelpunt_bundelen.bundle(office, which, into=into, title=title)
    assert (steps(office), numbers(office, "knelpunt")) == (before, [1, 2, 3])


# -- patterns -------------------------------------------------------------------------------------------------------


def test_four_and_one_who_has_the_same_are_a_pattern(office: Context, made: Made, home: int) -> None:
    damp(made, 4)
    assert patterns(office) == []
    knelpunten.also(office, 2)
    (found,) = patterns(office)
    assert (found.count, found.complex, found.open) == (5, home, (1, 2, 3, 4))
    words = "Patroon: 5 meldingen over vocht en schimmel in complex Kerkhoflaan, in 4 knelpunten"
    assert found.words == words
    assert numbers(office, "knelpunt", *found.where) == [1, 2, 3, 4]
    history.undo(office)
    assert patterns(office) == []


@pytest.mark.parametrize(
    ("values", "there"),
    [
        ({"gemeld_op": "2018-09-02"}, False),
        ({"gemeld_op": "2018-09-03"}, True),
        ({"categorie": "overlast"}, False),
        ({"complex": None}, False),
    ],
)
def test_a_pattern_is_of_one_category_in_one_complex_within_a_year(
    office: Context, made: Made, home: int, values: dict[str, Any], there: bool
) -> None:
    damp(made, 4)
    damp(made, 1, **values)
    assert bool(patterns(office)) is there


def test_what_was_bundled_counts_once_in_a_pattern(office: Context, made: Made, home: int) -> None:
    damp(made, 4)
    knelpunt_bundelen.bundle(office, [1, 2, 3, 4], title="Allemaal")
    assert patterns(office) == []
    damp(made, 1)
    assert [found.count for found in patterns(office)] == [5]


def test_from_how_many_can_be_set(office: Context, made: Made, home: int) -> None:
    damp(made, 2)
    office.settings.set(PATTERN_FROM, 2)
    assert [found.count for found in patterns(office)] == [2]


def test_a_pattern_of_which_all_is_closed_asks_for_nothing(office: Context, made: Made, home: int) -> None:
    for number in damp(made, 5):
        assert len(patterns(office)) == 1
        changed(office, "knelpunt", number, status="opgelost")
    assert patterns(office) == []


def test_a_pattern_that_was_put_away_comes_back_when_it_grows(office: Context, made: Made, home: int) -> None:
    damp(made, 5)
    (found,) = patterns(office)
    put_away(office, found)
    assert patterns(office) == []
    bring_back(office, found)
    assert patterns(office) == [found]
    put_away(office, found)
    damp(made, 1)
    assert [grown.count for grown in patterns(office)] == [6]


def test_a_pattern_goes_on_the_agenda_in_one_step_and_comes_back_with_undo(
    office: Context, made: Made, home: int
) -> None:
    damp(made, 5)
    meeting = made("overleg", soort="verhuurder", datum="2019-09-20", agendapunten=[{"onderwerp": "Opening"}])
    (found,) = patterns(office)
    before = steps(office)
    knelpunten.put_on_agenda(office, found.open, meeting, found.about)
    items = shown(office, "overleg", meeting)["agendapunten"]
    assert [item["onderwerp"] for item in items] == [
        "Opening",
        "Vocht en schimmel in complex Kerkhoflaan (5 meldingen)",
    ]
    assert items[1]["eigen_punt"] is True
    assert {shown(office, "knelpunt", number)["geagendeerd_op"] for number in found.open} == {"2019-09-02"}
    assert patterns(office) == []
    assert steps(office) == before + 1
    history.undo(office)
    assert patterns(office) == [found]
    assert len(shown(office, "overleg", meeting)["agendapunten"]) == 1


def test_a_pattern_says_in_how_many_knelpunten_where_that_differs(
    office: Context, made: Made, home: int
) -> None:
    damp(made, 1, ook_last_van=5)
    (found,) = patterns(office)
    words = "Patroon: 6 meldingen over vocht en schimmel in complex Kerkhoflaan, in 1 knelpunt"
    assert found.words == words


def test_vandaag_tells_of_a_pattern(office: Context, made: Made, home: int) -> None:
    damp(made, 5)
    (line,) = vandaag.today(office).let_op
    assert line.words == "Patroon: 5 meldingen over vocht en schimmel in complex Kerkhoflaan."
    assert len(numbers(office, line.target.kind, *line.target.where)) == 5


def test_a_year_has_twelve_months() -> None:
    assert a_year_before(date(2019, 9, 2)) == date(2018, 9, 3)
    assert a_year_before(date(2020, 2, 29)) == date(2019, 3, 1)
    assert a_year_before(date(2021, 2, 28)) == date(2020, 2, 29)


# -- waiting --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("asked", "expected", "who", "words", "late"),
    [
        (date(2026, 10, 22), None, "Lefier", "Wacht 31 dagen op een reactie van Lefier.", False),
        (date(2026, 11, 21), None, "", "Wacht 1 dag op een reactie.", False),
        (date(2026, 11, 22), None, "Lefier", "Vandaag is een reactie gevraagd aan Lefier.", False),
        (None, date(2026, 11, 26), "", "Nog 4 dagen, uiterlijk donderdag 26 november 2026.", False),
        (
            date(2026, 11, 12),
            date(2026, 11, 22),
            "Lefier",
            "Wacht 10 dagen op een reactie van Lefier. Vandaag is de laatste dag.",
            False,
        ),
        (
            date(2026, 10, 30),
            date(2026, 11, 19),
            "Lefier",
            "Wacht 23 dagen op een reactie van Lefier. 3 dagen te laat.",
            True,
        ),
        (
            date(2026, 10, 23),
            date(2026, 11, 2),
            "",
            "Wacht 30 dagen op een reactie. 20 dagen te laat. Dat is al 3 keer zo lang als afgesproken.",
            True,
        ),
    ],
)
def test_waiting_is_told_in_words(
    asked: date | None, expected: date | None, who: str, words: str, late: bool
) -> None:
    found = waiting_of(asked, expected, who, date(2026, 11, 22))
    assert found is not None
    assert (found.words, found.late) == (words, late)


def test_nobody_waits_when_nothing_was_asked_or_the_answer_came(office: Context, made: Made) -> None:
    made("verhuurder", naam="Lefier")
    number = made("knelpunt", **DAMP, verhuurder=1)
    assert knelpunten.waiting(office, number) is None
    changed(office, "knelpunt", number, reactie_gevraagd_op="2019-08-02")
    found = knelpunten.waiting(office, number)
    assert found is not None
    assert found.words == "Wacht 31 dagen op een reactie van Lefier."
    knelpunten.react(office, number, None, {"reactie_op": "2019-08-20"})
    assert knelpunten.waiting(office, number) is None


def test_a_reaction_stands_on_its_inbreng_and_its_day_on_the_knelpunt(office: Context, made: Made) -> None:
    made("overleg", soort="bo", datum="2019-08-01")
    brought = [{"overleg": 1, "datum": "2019-08-01", "agendapunt": "3. Wonen"}]
    number = made("knelpunt", **DAMP, inbreng=brought)
    line = shown(office, "knelpunt", number)["inbreng"][0]["id"]
    answer = {"reactie": "Komt in orde.", "reactie_op": "2019-08-20", "reactie_van": "Wijkbeheerder"}
    knelpunten.react(office, number, line, answer)
    kept = shown(office, "knelpunt", number)
    assert kept["reactie_ontvangen_op"] == "2019-08-20"
    assert {**kept["inbreng"][0], **brought[0], **answer, "id": line} == kept["inbreng"][0]
    history.undo(office)
    assert shown(office, "knelpunt", number)["reactie_ontvangen_op"] is None


# -- what stands above the list --------------------------------------------------------------------------------------


def test_the_line_above_the_list_counts_the_list(office: Context, made: Made, home: int) -> None:
    made("knelpunt", **DAMP, complex=home, huurders_geraakt=4, reactie_verwacht_op="2019-08-30")
    made("knelpunt", **{**DAMP, "gemeld_op": "2019-09-01"}, huurders_geraakt=2)
    made("knelpunt", **{**DAMP, "gemeld_op": "2019-09-02"}, huurders_geraakt=1)
    changed(office, "knelpunt", 3, status="opgelost")
    all_ = knelpunten.summary(office)
    assert (all_.open, all_.new, all_.late, all_.tenants) == (2, 2, 1, 7)
    assert all_.by_status == {"gemeld": 2, "opgelost": 1}
    listed = {
        "open_op=2019-09-02": all_.open,
        "reactie_te_laat_op=2019-09-02": all_.late,
        "nieuw_in=2019-T3": all_.new,
    }
    for where, count in listed.items():
        assert len(numbers(office, "knelpunt", where)) == count
    there = knelpunten.summary(office, [f"complex={home}"])
    assert (there.open, there.new, there.late, there.tenants) == (1, 0, 1, 4)


def test_three_times_the_term_is_the_same_in_words_and_in_the_list(office: Context, made: Made) -> None:
    meeting = made("overleg", soort="bo", datum="2019-02-01")
    brought = [{"status": "ingebracht", "datum": "2019-02-01", "overleg": meeting}]
    days = {"reactie_gevraagd_op": "2019-01-02", "reactie_verwacht_op": "2019-03-01"}
    number = made("knelpunt", **{**DAMP, "gemeld_op": "2019-01-01"}, **days, stappen=brought)
    for day, thrice in ((date(2019, 4, 25), False), (date(2019, 4, 26), True)):
        found = knelpunten.waiting(office, number, day)
        assert found is not None
        assert ("3 keer zo lang" in found.words) is thrice
        assert numbers(office, "knelpunt", f"vaker_te_laat={day}") == ([number] if thrice else [])


# -- what looks alike --------------------------------------------------------------------------------------------------


def test_what_was_reported_before_is_found_also_with_a_slip_of_the_pen(office: Context, made: Made) -> None:
    made("knelpunt", titel="Lift in de Kerkhoflaan staat vaak stil", categorie="onderhoud")
    made("knelpunt", titel="Schimmel in de badkamer", categorie="vocht_schimmel", ook_last_van=2)
    assert [hit.number for hit in similar(office, "lift staat stil kerkhoflan")] == [1]
    (found,) = similar(office, "schimel badkamers")
    assert (found.number, found.title) == (2, "Schimmel in de badkamer")
    assert found.more == "Vocht en schimmel · gemeld 02-09-2019 · 2 anderen ook"
    assert similar(office, "Fietsen in de gang") == []
    assert similar(office, "") == []


def test_the_same_category_and_complex_come_first_and_closed_ones_do_not_come(
    office: Context, made: Made, home: int
) -> None:
    made("knelpunt", titel="Schimmel op de muur", categorie="vocht_schimmel", complex=home)
    made("knelpunt", titel="Schimmel op de muur", categorie="vocht_schimmel")
    made("knelpunt", titel="Schimmel op de muur", categorie="onderhoud")
    made("knelpunt", titel="Schimmel op de muur", categorie="vocht_schimmel", complex=home)
    changed(office, "knelpunt", 4, status="opgelost")
    found = similar(office, "schimmel muur", "vocht_badkamer", home)
    assert [hit.number for hit in found] == [1, 2, 3]
    assert [hit.number for hit in similar(office, "schimmel muur", without=1)] == [3, 2]


def test_no_more_than_five_are_told(office: Context, made: Made, home: int) -> None:
    damp(made, 8)
    assert len(similar(office, "Schimmel", "vocht_schimmel", home)) == 5


def test_a_photo_is_marked_for_reports(office: Context, made: Made, tmp_path: Any) -> None:
    from huurdersapp.actions import bijlagen

    (tmp_path / "a.txt").write_text("a", encoding="utf-8")
    number = made("knelpunt", **DAMP, bijlagen=[bijlagen.keep(office, tmp_path / "a.txt")])
    line = shown(office, "knelpunt", number)["bijlagen"][0]
    assert line["mag_in_rapport"] is False
    knelpunten.may_be_printed(office, number, line["id"], True)
    assert shown(office, "knelpunt", number)["bijlagen"][0]["mag_in_rapport"] is True
    assert records.show(office, office.spec("knelpunt"), number)["titel"] == "Schimmel"
