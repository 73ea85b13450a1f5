"""The evaluatie of a year: what was reached, what is off schedule and who still has to choose, and how the parties worked."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from huurdersapp.actions import afwijkingen, akkoord, records, verslag
from huurdersapp.actions.context import Context
from huurdersapp.actions.verslagen import evaluatie
from huurdersapp.actions.verslagen.opdracht import Opdracht, Vraag
from huurdersapp.actions.verslagen.trimester import akkoord_for
from huurdersapp.base import clock, i18n, jobs, period
from huurdersapp.base.errors import UserError
from huurdersapp.reports.document import KeyFigures, Table, plain
from huurdersapp.reports.evaluatie_values import ACHTER, EvaluatieValues, Maat
from tests.actions.conftest import Made, changed, number_of, numbers
from tests.actions.verslagen.getallen import check_numbers, document_of, getallen, kept_document, tables
from tests.akkoorden import FOREIGN
from tests.helpers_document import check_reference, words
from tests.reports.long_report import bad_pages
from tests.reports.paper_samples import check_paper, extracted, out_of_bounds, pdf_of
from tools.paper_words import page_lines

YEARS = ("2019", "2020", "2021")


def values_of(ctx: Context, code: str, **more: Any) -> EvaluatieValues:
    job = Opdracht("evaluatie", period.parse(code), **more)
    with ctx.store.reading() as db, i18n.in_dutch():
        return evaluatie.evaluatie_values(ctx, db, akkoord_for(db, job), job)[0]


def maten(values: EvaluatieValues) -> dict[str, Maat]:
    return {maat.code: maat for doel in values.doelen for maat in doel.maten}


@pytest.mark.parametrize("kort", [False, True])
@pytest.mark.parametrize("code", YEARS)
def test_every_number_opens_a_list_with_as_many_records(example: Context, code: str, kort: bool) -> None:
    least = 7 if kort else 40
    assert check_numbers(example, kept_document(example, "evaluatie", code, kort=kort)) > least


@pytest.mark.parametrize("code", YEARS)
def test_every_count_is_that_of_its_records(example: Context, code: str) -> None:
    found = [one for one in getallen(values_of(example, code).nakomen) if one.source]
    assert len(found) > 3
    assert all(one.waarde == len(one.source.ids) for one in found if one.source)
    advice = values_of(example, code).adviezen
    for key, one in advice.items():
        if one.source is not None and not key.startswith("voorwaarden"):
            assert one.waarde == len(one.source.ids), key


def test_every_goal_and_every_measure_of_the_akkoord_has_its_place(example: Context) -> None:
    values = values_of(example, "2020")
    for kind, count in (("doel", len(values.doelen)), ("indicator", len(maten(values)))):
        assert count == len(numbers(example, kind))


def test_a_year_is_judged_from_the_day_on_which_its_values_should_be_there(example: Context) -> None:
    found = maten(values_of(example, "2020"))
    assert (found["BB1-I2"].bereikt, found["BB1-I2"].peil, found["BB1-I2"].stand) == (
        "5 visies",
        "2020",
        "gehaald",
    )
    assert (found["BB1-I8"].stand, found["BB1-I8"].door) == ("niet_aangeleverd", "de huurdersorganisaties")
    late = [
        code for code, maat in maten(values_of(example, "2019")).items() if maat.stand == "niet_aangeleverd"
    ]
    early = maten(values_of(example, "2019", datum=date(2020, 2, 10)))
    still = [code for code in late if early[code].stand == "niet_aangeleverd"]
    assert len(late) > 5
    assert still == []  # two months after the year a value is late, not before
    assert "BB1-I8" in words(kept_document(example, "evaluatie", "2020"))
    assert "niet aangeleverd door de huurdersorganisaties" in words(
        kept_document(example, "evaluatie", "2020")
    )


def test_goals_that_wait_for_a_choice_stand_on_the_first_page(example: Context) -> None:
    values = values_of(example, "2020")
    waiting = [doel.code for doel in values.doelen if doel.achter and not doel.gekozen]
    assert waiting == ["BB6", "LW1"]
    for kort in (False, True):
        data, _ = pdf_of(kept_document(example, "evaluatie", "2020", kort=kort))
        first = " ".join(extracted(data)[0].split())
        assert "Nog te kiezen door het BO: een weg voor twee doelen (BB6, LW1)." in first
        assert "de doelen aanpassen op grond van nieuwe inzichten" in first
        assert "Wat wij van het BO vragen" in first


def test_a_goal_for_which_the_bo_chose_waits_no_longer(own_example: Context) -> None:
    goal = number_of(own_example, "doel", "LW1")
    with clock.fixed(date(2021, 2, 20)):
        case = afwijkingen.signal(
            own_example, "doel", goal, {"waarom": "Twee dorpen gaan achteruit."}
        ).records[0]
        for step in ({"stap": "aan_bo"}, {"stap": "besluit", "optie": "extra_inspanning"}):
            afwijkingen.take(own_example, case["nummer"], {"datum": "2021-02-20", **step})
    values = values_of(own_example, "2020")
    assert [doel.code for doel in values.doelen if doel.achter and not doel.gekozen] == ["BB6"]
    row = next(row for row in _table(own_example, "Doelen niet op schema").rows if plain(row[0]) == "LW1")
    assert plain(row[1]).startswith("Twee dorpen gaan achteruit")
    assert (
        plain(row[3])
        == "Partijen bewegen tot een extra inspanning om de doelen alsnog te halen (20-02-2021)."
    )


def _table(ctx: Context, begin: str, code: str = "2020", **more: Any) -> Table:
    found = tables(document_of(ctx, "evaluatie", code, **more))
    return next(table for caption, table in found.items() if caption.startswith(begin))


def test_a_case_that_was_signalled_after_the_evaluation_belongs_to_the_next(example: Context) -> None:
    told = [case.over for doel in values_of(example, "2019").doelen for case in doel.afwijkingen]
    assert told == []
    told = [case.over for doel in values_of(example, "2020").doelen for case in doel.afwijkingen]
    assert set(told) == {"DU2-I6 niet op schema", "WZ4-I1 niet op schema"}


def test_a_small_count_is_not_told_by_its_verdict_or_its_rule(example: Context) -> None:
    made = kept_document(example, "evaluatie", "2019")
    small = [
        maat
        for maat in maten(values_of(example, "2019")).values()
        if maat.telling and 0 < (maat.telling.waarde or 0) < 5
    ]
    assert len(small) > 3
    for maat in small:
        assert (maat.stand, maat.regel) == ("nog_niet_te_zeggen", "")
        row = next(
            row
            for table in tables(made).values()
            for row in table.rows
            if plain(row[0]).split(" ")[0] == maat.code and len(row) == 4
        )
        assert plain(row[2]).startswith("<5")


def test_a_small_count_keeps_its_verdict_also_in_a_period_that_no_other_report_is_about(
    example: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(evaluatie, "hidden_counts", lambda *_args: iter(()))
    found = maten(values_of(example, "2019")).values()
    small = [maat for maat in found if maat.telling and 0 < (maat.telling.waarde or 0) < 5]
    assert {(maat.stand, maat.regel) for maat in small} == {("nog_niet_te_zeggen", "")}


def test_what_the_trimesterverslagen_hide_is_hidden_here_too(
    example: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = maten(values_of(example, "2020"))["DU2-I13"]
    source = shown.telling.source if shown.telling else None
    assert source is not None
    monkeypatch.setattr(evaluatie, "hidden_counts", lambda *_args: iter([source]))
    rows = _table(example, "Doel DU2: afgesproken").rows
    row = next(row for row in rows if plain(row[0]).startswith("DU2-I13"))
    assert plain(row[2]) == "x\u00a0bezoeken (2020)"


def test_promises_are_kept_in_time_late_or_not_at_all(own_example: Context) -> None:
    before = {one.naam: one for one in values_of(own_example, "2020").nakomen}["Lefier"]
    made = {"wat": "Rooster sturen", "partij": 5, "afgesproken_op": "2020-03-01", "uiterlijk": "2020-04-01"}
    for more in ({"gedaan_op": "2020-04-01"}, {"gedaan_op": "2020-04-02"}, {"gedaan_op": "2021-01-05"}):
        records.create(own_example, own_example.spec("actiepunt"), [{**made, **more}])
    after = {one.naam: one for one in values_of(own_example, "2020").nakomen}["Lefier"]
    grown = [
        (getattr(after, key).waarde or 0) - (getattr(before, key).waarde or 0)
        for key in ("op_tijd", "te_laat", "vervallen", "open", "open_te_laat")
    ]
    assert grown == [1, 1, 0, 0, 1]  # what was done after the year was open and late when it ended


def test_what_was_done_after_the_year_was_late_and_is_not_asked_for(own_example: Context) -> None:
    raw = {"wat": "Rooster sturen", "partij": 5, "afgesproken_op": "2020-03-01", "uiterlijk": "2020-04-01"}
    (made,) = records.create(own_example, own_example.spec("actiepunt"), [raw]).records
    asked = [item.tekst for item in values_of(own_example, "2020").gevraagd]
    assert "Wij vragen Lefier om na te komen: Rooster sturen" in asked
    changed(own_example, "actiepunt", made["nummer"], gedaan_op="2021-03-01")
    asked = [item.tekst for item in values_of(own_example, "2020").gevraagd]
    assert not any("Rooster" in text for text in asked)
    rows = _table(own_example, "Te laat, of nog niet").rows
    row = next(row for row in rows if plain(row[1]) == "Rooster sturen")
    assert plain(row[3]) == "Gedaan op 01-03-2021, elf maanden te laat"


def test_overviews_are_held_against_their_days(own_example: Context) -> None:
    number = numbers(own_example, "activiteitenoverzicht", "jaar=2021", "partij=5")[0]
    changed(own_example, "activiteitenoverzicht", number, aangeleverd_op="2020-07-02")
    row = next(row for row in _table(own_example, "Overzichten en").rows if plain(row[0]) == "Lefier")
    assert [plain(cell) for cell in row] == [
        "Lefier", "30-06-2020", "02-07-2020, twee dagen te laat", "09-10-2020", "10-12-2020, op tijd",
    ]  # fmt: skip
    records.discard(own_example, own_example.spec("activiteitenoverzicht"), number)
    row = next(row for row in _table(own_example, "Overzichten en").rows if plain(row[0]) == "Lefier")
    assert plain(row[2]) == "niet aangeleverd door Lefier"


def test_who_is_outside_reads_the_same_numbers_and_nothing_confidential(own_example: Context) -> None:
    meeting = numbers(own_example, "overleg", "datum=2020-07-03")[0]
    subject = "Plan voor de geheime flat"
    records.create(
        own_example,
        own_example.spec("actiepunt"),
        [
            {
                "wat": subject,
                "partij": 5,
                "overleg": meeting,
                "afgesproken_op": "2020-07-03",
                "uiterlijk": "2020-08-01",
            }
        ],
    )
    inside = words(document_of(own_example, "evaluatie", "2020"))
    letter = {"soort": "brief", "onderwerp": "Stil", "overleg": meeting, "vertrouwelijk": True}
    records.create(own_example, own_example.spec("brief"), [letter])
    assert subject in inside
    figures: list[object] = []
    for audience in ("bo", "rg", "leden", "openbaar"):
        made = document_of(own_example, "evaluatie", "2020", publiek=audience)
        assert (subject in words(made)) == (audience in ("bo", "rg"))
        kept = next(
            table for caption, table in tables(made).items() if caption.startswith("Wat partijen toezegden")
        )
        large = [block for block in made.blocks if isinstance(block, KeyFigures)]
        figures.append(
            (
                [plain(item.value) for block in large for item in block.items],
                [[plain(cell) for cell in row] for row in kept.rows],
            )
        )
    assert all(one == figures[0] for one in figures)


def test_the_writer_changes_a_proposal_or_leaves_it_out(example: Context) -> None:
    offered = [
        one.herkomst for one in verslag.make(example, Opdracht("evaluatie", period.parse("2020"))).read.vragen
    ]
    goal = number_of(example, "doel", "BB6")
    assert f"doel {goal}" in offered
    own = (Vraag("Versnel de vernieuwing", herkomst=f"doel {goal}"), Vraag("", herkomst=offered[1], weg=True))
    asked = [one.tekst for one in values_of(example, "2020", vragen=own).gevraagd]
    assert asked[0] == "Versnel de vernieuwing"
    assert not any("BB6" in text or "LW1" in text for text in asked)


def test_a_store_with_an_akkoord_alone_says_that_nothing_was_recorded(emmen: Context) -> None:
    made = verslag.make(
        emmen, Opdracht("evaluatie", period.parse("2019"), reden_leeg="wij begonnen in september")
    )
    assert made.empty
    text = words(made.document)
    assert "Over dit jaar is niets vastgelegd." in text
    assert "Wij begonnen in september." in text
    check_paper(made.document)


def test_without_an_akkoord_there_is_a_sentence(office: Context) -> None:
    with pytest.raises(UserError, match="akkoord"):
        verslag.make(office, Opdracht("evaluatie", period.parse("2019")))


def test_another_akkoord_is_evaluated_by_its_own_rules(office: Context, made: Made) -> None:
    jobs.run(akkoord.load(office, FOREIGN))
    paper = verslag.make(office, Opdracht("evaluatie", period.parse("2024")))
    check_paper(paper.document)
    assert "Emmen" not in words(paper.document)


def test_sentences_that_may_be_taken_over_come_from_the_facts(example: Context) -> None:
    made = verslag.make(example, Opdracht("evaluatie", period.parse("2020")))
    parts = {part.sleutel: part for part in made.onderdelen}
    assert "Vijf doelen zijn gehaald: BB10, BB12, BB13, WZ1 en WZ2." in parts["houden"].voorstel
    assert "Voor twee doelen zijn nog geen weg" not in parts["anders"].voorstel
    assert "Voor twee doelen is nog geen weg gekozen: BB6 en LW1." in parts["anders"].voorstel


def test_paper_is_dutch_when_the_screen_is_not(example: Context) -> None:
    dutch = words(document_of(example, "evaluatie", "2020"))
    i18n.use_language(i18n.STRETCHED, FOREIGN.parent)
    try:
        assert words(document_of(example, "evaluatie", "2020")) == dutch
    finally:
        i18n.use_language("nl", FOREIGN.parent)


@pytest.mark.parametrize("kort", [False, True])
@pytest.mark.parametrize("code", YEARS)
def test_its_pages_are_good_in_every_format(example: Context, code: str, kort: bool) -> None:
    made = kept_document(example, "evaluatie", code, kort=kort, annexes=False)
    data, written = pdf_of(made)
    assert bad_pages(page_lines(data)) == []
    assert out_of_bounds(data) == []
    if code == "2020":
        check_paper(made)
    assert written.pages <= ((2 if code < "2021" else 3) if kort else 40)


def test_the_evaluation_of_2020_reads_as_it_should(example: Context) -> None:
    check_reference(kept_document(example, "evaluatie", "2020"), "voorbeeld-evaluatie-2020")
    check_reference(kept_document(example, "evaluatie", "2020", kort=True), "voorbeeld-evaluatie-2020-kort")


def test_a_goal_is_behind_by_the_stands_of_the_akkoord() -> None:
    from huurdersapp.actions.afwijkingen import OFF

    assert ACHTER == OFF
    assert replace(Maat(1, "A", "tekst"), stand="gehaald").stand not in ACHTER
