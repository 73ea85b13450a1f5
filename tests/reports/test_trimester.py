"""The trimesterverslag: complete as text, and in the corners where a careless sentence would go wrong."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from huurdersapp.reports.document import (
    MARK_EXAMPLE,
    Document,
    KeyFigure,
    KeyFigures,
    Table,
    plain,
    spans,
)
from huurdersapp.reports.raadpleging import margin
from huurdersapp.reports.small_numbers import SmallNumberSettings
from huurdersapp.reports.trimester import period_name, trimester_document
from huurdersapp.reports.trimester_values import (
    Activiteit,
    AdviesRegel,
    Afspraak,
    BezoekCijfers,
    BezoekRij,
    Indicator,
    KnelpuntCijfers,
    Meetwaarde,
    OverlegRegel,
    Stand,
    Thema,
    Toezegging,
    TrimesterValues,
    Vraagpunt,
)
from huurdersapp.reports.values import Antwoord, Getal, Kanaal, Periode, Populatie, Raadpleging, Vraag
from tests.helpers_document import check_reference, words
from tests.reports.example_values import AVOND, ENQUETE, KNELPUNTEN, T1, TRIMESTER

EMPTY = TrimesterValues(
    ("Huurdersvereniging Samen Sterk",), "Lokaal Akkoord Emmen 2019-2024", T1, date(2019, 5, 1)
)


def text(values: TrimesterValues, kort: bool = False) -> str:
    return words(trimester_document(values, kort))


def tables(document: Document) -> dict[str, Table]:
    return {block.caption: block for block in document.blocks if isinstance(block, Table)}


def test_the_whole_report_reads_as_kept() -> None:
    check_reference(trimester_document(TRIMESTER), "trimesterverslag")


def test_the_short_report_reads_as_kept() -> None:
    check_reference(trimester_document(TRIMESTER, kort=True), "trimesterverslag-kort")


def test_an_empty_period_gives_a_report_that_says_so_and_why() -> None:
    check_reference(trimester_document(replace(EMPTY, themas=TRIMESTER.themas[:0])), "trimesterverslag-leeg")
    said = text(replace(EMPTY, reden_leeg="het bestuur was niet compleet"))
    assert "In deze periode is niets vastgelegd." in said
    assert "Het bestuur was niet compleet." in said


def test_example_data_carries_its_mark_and_real_data_does_not() -> None:
    assert trimester_document(TRIMESTER).mark == MARK_EXAMPLE
    assert trimester_document(replace(TRIMESTER, voorbeeld=False)).mark is None


def test_a_period_has_the_name_that_people_use() -> None:
    assert period_name(T1) == "1e trimester 2019"
    assert period_name(Periode(date(2019, 1, 1), date(2019, 12, 31), 2019)) == "2019"
    assert period_name(Periode(date(2019, 2, 1), date(2019, 3, 31))) == "februari tot en met maart 2019"


def test_one_of_everything_reads_in_the_singular() -> None:
    one = replace(
        EMPTY,
        themas=(Thema("Duurzaamheid", afspraken=(Afspraak("zetten energiecoaches in"),)),),
        raadplegingen=(replace(AVOND, respons=Getal(1), open_stemming=True, vragen=()),),
        knelpunten=KnelpuntCijfers(
            collectief=Stand(Getal(1), Getal(1), Getal(0), Getal(1), Getal(1)), ingebracht_collectief=Getal(1)
        ),
        toezeggingen=(Toezegging("Lefier", "antwoord", uiterlijk=date(2019, 4, 29)),),
        overleggen=(OverlegRegel("BO", date(2019, 2, 1)),),
    )
    said = text(one)
    for expected in (
        "In het akkoord staat één afspraak voor ons. Daaraan is in deze periode niet gewerkt.",
        "Wij hielden één achterbanraadpleging. Daarop kwam één antwoord.",
        "Eén toezegging van een andere partij is te laat.",
        "Op 1 januari 2019 stond er één collectief knelpunt open.",
        "Op 30 april 2019 staat één toezegging van een andere partij open. Daarvan is één te laat.",
        "één dag te laat",
        "<1> raadpleging\n",
        "<1> nieuw knelpunt\n",
        "geen individuele knelpunten en één collectief knelpunt.",
    ):
        assert expected in said, expected


def test_an_afspraak_without_work_says_so_literally() -> None:
    values = replace(EMPTY, themas=(Thema("Zorg", afspraken=(Afspraak("denken mee"),)),))
    assert "Geen activiteit in deze periode." in text(values)


def test_what_was_not_delivered_is_named_with_who_should_have() -> None:
    said = text(TRIMESTER)
    assert "niet aangeleverd door gemeente Emmen" in said
    assert "Aantal deelnemers aan de Voorzieningenwijzer: niet aangeleverd door gemeente Emmen." in said


def test_a_sum_that_does_not_come_out_is_told_and_not_mended() -> None:
    said = text(TRIMESTER)
    assert "78 (op papier) + 206 (digitaal) = 284, niet 285. Wij hebben de cijfers niet aangepast." in said
    assert "| Antwoorden | 285 |" in said


def test_a_stand_that_does_not_come_out_is_told() -> None:
    slip = replace(KNELPUNTEN, collectief=Stand(Getal(3), Getal(4), Getal(0), Getal(1), Getal(7)))
    assert "3 + 4 + 0 − 1 = 6, niet 7." in text(replace(TRIMESTER, knelpunten=slip))


def test_a_slip_in_small_numbers_is_told_without_the_numbers() -> None:
    item = replace(ENQUETE, kanalen=(Kanaal("op papier", Getal(2)), Kanaal("digitaal", Getal(206))))
    said = text(replace(TRIMESTER, raadplegingen=(item,)))
    assert "Let op: de antwoorden per manier tellen niet op tot het totaal." in said
    assert "2 (op papier)" not in said


@pytest.mark.parametrize(
    ("respons", "population", "points"),
    [(783, 3500, "3.1"), (285, 1285, "5.1"), (60, 300, "11.3"), (30, 120, "15.6")],
)
def test_the_margin_is_that_of_a_finite_population(respons: int, population: int, points: str) -> None:
    assert round(margin(respons, population), 1) == Decimal(points)


@given(st.integers(1, 2000), st.integers(0, 2000))
def test_a_margin_lies_between_nothing_and_that_of_an_endless_population(respons: int, others: int) -> None:
    assert 0 <= float(margin(respons, respons + others)) <= 98 / respons**0.5 + 1e-9


def test_self_selection_has_no_margin() -> None:
    said = text(replace(TRIMESTER, raadplegingen=(replace(ENQUETE, selectie="zelfselectie"),)))
    assert "Indicatief, geen steekproefmarge" in said
    assert "procentpunt" not in said


def test_a_full_response_has_no_margin_and_few_answers_have_none_either() -> None:
    people = Populatie("huurders", Getal(40), "Lefier")
    full = replace(ENQUETE, populatie=people, uitgenodigd=Getal(40), respons=Getal(40), kanalen=(), vragen=())
    assert "er is geen steekproefmarge" in text(replace(EMPTY, raadplegingen=(full,)))
    few = replace(full, respons=Getal(20))
    assert "daarvoor zijn minstens 30 antwoorden nodig" in text(replace(EMPTY, raadplegingen=(few,)))


def test_answers_get_percentages_from_thirty_people_only() -> None:
    def shares(count: int) -> bool:
        vraag = Vraag("Bent u het eens?", n=count, antwoorden=(Antwoord("Ja", count - 8), Antwoord("Nee", 8)))
        item = Raadpleging("Avond", respons=Getal(count), vragen=(vraag,))
        table = tables(trimester_document(replace(EMPTY, raadplegingen=(item,))))["Antwoorden op vraag 1"]
        return "%" in "".join(plain(cell) for row in table.rows for cell in row)

    assert (shares(29), shares(30)) == (False, True)


def test_an_open_vote_is_printed_as_it_was() -> None:
    table = tables(trimester_document(replace(EMPTY, raadplegingen=(replace(AVOND, open_stemming=True),))))
    assert [plain(row[1]) for row in table["Antwoorden op vraag 1"].rows] == ["12", "3", "4"]


def test_everybody_of_one_mind_is_not_printed() -> None:
    vraag = Vraag("Bent u het eens?", n=19, antwoorden=(Antwoord("Ja", 19), Antwoord("Nee", 0)))
    document = trimester_document(replace(EMPTY, raadplegingen=(replace(AVOND, vragen=(vraag,)),)))
    assert "Antwoorden op vraag 1" not in tables(document)
    assert "De aantallen per antwoord staan er niet bij" in words(document)


def test_a_raadpleging_with_very_few_answers_has_no_outcome_per_answer() -> None:
    vraag = Vraag("Bent u het eens?", n=3, antwoorden=(Antwoord("Ja", 2), Antwoord("Nee", 1)))
    document = trimester_document(
        replace(EMPTY, raadplegingen=(replace(AVOND, respons=Getal(3), vragen=(vraag,)),))
    )
    assert "Antwoorden op vraag 1" not in tables(document)
    assert "| Antwoorden | <5 |" in words(document)


def test_a_share_is_not_rounded_over_the_limit_on_which_it_decides() -> None:
    def said(part: int, whole: int) -> str:
        item = Indicator("Medewerking", "aandeel", Meetwaarde(Getal(part), Getal(whole)), grens=70)
        return text(replace(EMPTY, themas=(Thema("Duurzaamheid", indicatoren=(item,)),)))

    assert "69,96 % (6.996 van 10.000); 70 % is niet gehaald" in said(6996, 10000)
    assert "70,0 % (7 van 10); 70 % is wel gehaald" in said(7, 10)
    assert "0 van 0" in said(0, 0)


def test_a_share_of_few_people_is_given_as_counts_or_not_at_all() -> None:
    def said(part: int, whole: int) -> str:
        item = Indicator("Medewerking", "aandeel", Meetwaarde(Getal(part), Getal(whole)), personen=True)
        return text(replace(EMPTY, themas=(Thema("Duurzaamheid", indicatoren=(item,)),)))

    assert "| <5 van 20 |" in said(3, 20)
    assert "| x van 20 |" in said(18, 20)
    assert "| 9 van 9 |" in said(9, 9)
    assert "60,0 % (12 van 20)" in said(12, 20)


def test_a_growth_of_a_few_people_does_not_follow_from_the_earlier_figure() -> None:
    item = Indicator(
        "Bezoeken",
        waarde=Meetwaarde(Getal(32)),
        vorige=Meetwaarde(Getal(30)),
        vorige_in_waarde=True,
        personen=True,
    )
    table = tables(trimester_document(replace(EMPTY, themas=(Thema("Duurzaamheid", indicatoren=(item,)),))))
    row = [plain(cell) for cell in table["Onze maten bij het thema Duurzaamheid"].rows[0]]
    assert row[1:] == ["32", "x"]


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        (Indicator("Budget", "bedrag", Meetwaarde(Getal(2545173))), "€ 25.451,73"),
        (Indicator("Cijfer", "getal", Meetwaarde(waarde=Decimal("7.4")), eenheid="punt"), "7,4 punt"),
        (Indicator("Plan klaar", "ja_nee", Meetwaarde(Getal(0))), "| nee |"),
        (Indicator("Uitkomst", "tekst", Meetwaarde(tekst="zie bij gemeente")), "zie bij gemeente"),
        (Indicator("Uitkomst", "tekst", Meetwaarde()), "niet vastgelegd"),
    ],
)
def test_every_kind_of_measure_is_printed(item: Indicator, expected: str) -> None:
    assert expected in text(replace(EMPTY, themas=(Thema("Duurzaamheid", indicatoren=(item,)),)))


def test_nothing_asked_differs_from_not_filled_in() -> None:
    assert "Dit is nog niet ingevuld." in text(EMPTY)
    assert "Wij vragen in deze periode geen besluit." in text(replace(EMPTY, gevraagd=()))


def test_markup_signs_and_very_long_texts_stay_what_they_are() -> None:
    sign = "<b>5 < 6 & *ster {naam} %s</b>"
    values = replace(
        EMPTY,
        gevraagd=(Vraagpunt(sign, "woord " * 4000),),
        themas=(Thema(sign, sign, (sign,), (Afspraak(sign, activiteiten=(Activiteit(sign),)),)),),
        samenvatting=(sign,),
    )
    assert text(values).count(sign) >= 6


def test_numbers_carry_the_records_behind_them() -> None:
    document = trimester_document(TRIMESTER)
    stand = tables(document)["Knelpunten aan het begin en aan het eind"]
    begin = spans(stand.rows[0][1])[0]
    assert begin.source is not None
    assert begin.source.where == (("stand", "begin"),)
    hidden = spans(stand.rows[2][1])[0]
    assert hidden.text == "<5"
    assert hidden.source is None


def test_both_forms_hide_the_same_figures() -> None:
    full, short = (tables(trimester_document(TRIMESTER, kort)) for kort in (False, True))
    rows = full["De periode in cijfers"].rows
    assert set(short["De periode in cijfers"].rows) < set(rows)
    stand = {plain(row[0]): row for row in full["Knelpunten aan het begin en aan het eind"].rows}
    assert len(stand) == 4


def test_a_paper_for_inside_shows_small_numbers() -> None:
    said = text(replace(TRIMESTER, small=SmallNumberSettings(active=False)))
    assert "Kleine aantallen" not in said
    assert "| Weet ik niet | 3 | 1,1 % |" in said


def test_five_key_figures_stand_as_three_and_two() -> None:
    items = tuple(KeyFigure(str(number), "ding") for number in range(9))
    sizes = [[len(row) for row in KeyFigures(items[:count]).rows()] for count in (0, 1, 4, 5, 8, 9)]
    assert sizes == [[], [1], [4], [3, 2], [4, 4], [3, 3, 3]]


def test_kernen_with_few_visits_are_put_together() -> None:
    rows = tuple(
        BezoekRij(name, Getal(size)) for name, size in (("Erica", 3), ("Emmen", 12), ("Roswinkel", 4))
    )
    values = BezoekCijfers(aan_de_deur=Getal(19), gesproken=Getal(19), per_kern=rows)
    table = tables(trimester_document(replace(EMPTY, bezoeken=values)))["Energiebezoeken naar kern of gebied"]
    assert [(plain(row[0]), plain(row[1])) for row in table.rows] == [
        ("Emmen", "12"), ("Andere kernen en wijken", "7"),
    ]  # fmt: skip


def _answers(*items: AdviesRegel) -> list[str]:
    values = replace(TRIMESTER, adviezen=items)
    (table,) = [
        block
        for block in trimester_document(values).blocks
        if isinstance(block, Table) and block.caption == "Adviezen in deze periode"
    ]
    return [plain(row[-1]) for row in table.rows]


def test_an_advies_tells_what_became_of_its_conditions() -> None:
    sent = AdviesRegel("het dak", "Lefier", uitkomst="positief", verstuurd_op=date(2019, 3, 1))
    came = replace(sent, gevolgd="deels", reactie_op=date(2019, 3, 9))
    assert _answers(
        sent,
        replace(sent, ontvangen_op=date(2019, 3, 4)),
        replace(sent, ontvangen_op=date(2019, 3, 4), herinnerd_op=date(2019, 3, 20)),
        replace(sent, voorwaarden=1),
        replace(came, voorwaarden=4, overgenomen=2, deels=1, niet=1, voldaan=1, redenen="Te duur"),
    ) == [
        "Nog geen reactie",
        "Nog geen reactie (de verhuurder ontving het advies op 04-03-2019)",
        "Nog geen reactie (de verhuurder ontving het advies op 04-03-2019; herinnerd op 20-03-2019)",
        "Nog geen reactie. Eén voorwaarde: nog geen reactie daarop; voldaan: nog geen.",
        "Deels gevolgd (reactie van 09-03-2019). Vier voorwaarden: twee overgenomen, één deels, één niet; "
        "voldaan: één.",
    ]
