"""The jaarverslag for the achterban: its numbers are those of their lists and of the trimesterverslag, in plain words."""

from __future__ import annotations

import pytest

from huurdersapp.actions import akkoord
from huurdersapp.actions.context import Context
from huurdersapp.base import jobs
from huurdersapp.reports.counting import Counter
from huurdersapp.reports.document import Chart, KeyFigures, Table, plain
from tests.actions.conftest import Made
from tests.actions.rapporten import SECRET, check_numbers, part, report, told
from tests.akkoorden import FOREIGN
from tests.reports.paper_samples import findings, pdf_of

YEARS = ("2019", "2020", "2021")


@pytest.mark.parametrize("kort", [False, True])
@pytest.mark.parametrize("year", YEARS)
def test_every_number_is_that_of_its_list(example: Context, year: str, kort: bool) -> None:
    assert check_numbers(example, report(example, "jaar", year, kort=kort)) > (8 if kort else 20)


@pytest.mark.parametrize("year", YEARS)
def test_all_audiences_and_forms_print_the_same_key_figures(example: Context, year: str) -> None:
    seen = set()
    for publiek in ("bo", "rg", "leden", "openbaar"):
        for kort in (False, True):
            made = report(example, "jaar", year, publiek=publiek, kort=kort)
            (figures,) = [block for block in made.document.blocks if isinstance(block, KeyFigures)]
            seen.add(tuple((plain(item.value), item.label) for item in figures.items))
    assert len(seen) == 1


@pytest.mark.parametrize("year", YEARS)
def test_it_prints_no_count_of_persons_that_the_trimesterverslag_of_the_year_does_not(
    example: Context, year: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def asked(kind: str) -> dict[object, str]:
        printed: dict[object, str] = {}
        real = Counter.cell

        def cell(self: Counter, key: object, *rest: object, **more: object) -> object:
            span = real(self, key, *rest, **more)  # type: ignore[arg-type]
            printed[key] = span.text
            return span

        with monkeypatch.context() as patch:
            patch.setattr(Counter, "cell", cell)
            report(example, kind, year)
        return printed

    beside, here = asked("trimester"), asked("jaar")
    common = {key for key in here if isinstance(key, tuple) and key[0] in ("bezoek", "categorie")}
    assert common
    assert {key: here[key] for key in common} == {key: beside[key] for key in common}


def test_what_is_confidential_is_counted_and_not_named_outside(office: Context, made: Made) -> None:
    landlord = made("verhuurder", naam="Woonstad")
    for title, secret in ((SECRET, True), ("Nieuwe lampen", False)):
        made("advies", onderwerp=title, soort="ongevraagd", verhuurder=landlord, verstuurd_op="2019-05-01",
             uitkomst="negatief", reactie="niet", reactie_op="2019-06-01", vertrouwelijk=secret)  # fmt: skip
    for publiek in ("leden", "openbaar"):
        for kort in (False, True):
            text = told(office, "jaar", "2019", publiek=publiek, kort=kort)
            assert SECRET not in text
            assert "Zwaluwflat" not in text
            assert "ieuwe lampen" in text
    outside, inside = (report(office, "jaar", "2019", publiek=publiek) for publiek in ("leden", "bo"))
    assert SECRET in part(inside, "adviezen")
    assert "Eén advies gaat over iets waarover wij nog niets mogen vertellen." in part(outside, "adviezen")
    assert check_numbers(office, outside)
    assert check_numbers(office, inside)


def test_a_promise_of_a_confidential_meeting_is_counted_and_not_named_outside(
    office: Context, made: Made
) -> None:
    party = made("partij", naam="Woonstad", soort="corporatie")
    meeting = made("overleg", soort="bo", datum="2019-02-01")
    asked = made("raadpleging", titel=SECRET, start_op="2019-03-01", sluit_op="2019-03-20", respons_totaal=40)
    made("brief", richting="uit", onderwerp="Over de flat", overleg=meeting, vertrouwelijk=True)
    made("brief", richting="uit", onderwerp="Over de vragen", raadpleging=asked, vertrouwelijk=True)
    for done, last in (("2019-04-01", None), (None, "2019-05-01")):
        made("actiepunt", wat=SECRET, partij=party, overleg=meeting, gedaan_op=done, uiterlijk=last)
    inside = told(office, "jaar", "2019", publiek="bo")
    assert inside.count(SECRET) > 2
    for kort in (False, True):
        outside = report(office, "jaar", "2019", publiek="leden", kort=kort)
        text = told(office, "jaar", "2019", publiek="leden", kort=kort)
        assert SECRET not in text
        assert "Anderen kwamen één belofte aan ons na" in part(outside, "gelukt")
        assert "Eén raadpleging gaat over iets waarover wij nog niets mogen vertellen." in text
        assert check_numbers(office, outside)


def test_a_confidential_meeting_is_not_named_beside_what_was_discussed_there(
    office: Context, made: Made
) -> None:
    meeting = made("overleg", soort="bo", datum="2019-04-01")
    made("raadpleging", titel="Lampen", start_op="2019-03-01", sluit_op="2019-03-20", overleg=meeting)
    assert "Wij bespraken het op 1 april 2019" in told(office, "jaar", "2019", publiek="leden")
    made("brief", richting="uit", onderwerp="Over de flat", overleg=meeting, vertrouwelijk=True)
    assert "1 april 2019" not in told(office, "jaar", "2019", publiek="leden")
    assert "Wij bespraken het op 1 april 2019" in told(office, "jaar", "2019", publiek="bo")


def test_a_tenant_reads_what_happened_with_his_answer(example: Context) -> None:
    text = part(report(example, "jaar", "2020", publiek="leden"), "raadplegingen")
    assert "Wij gebruikten het in ons advies aan Lefier over de verduurzaming van 96 woningen" in text
    assert "Wij lieten op 26 juni 2020 weten wat eruit kwam" in text
    assert "U zei: De meeste bewoners zijn voor het plan." in text


def test_the_short_form_is_two_pages_and_the_full_one_passes_the_checker(example: Context) -> None:
    _file, done = pdf_of(report(example, "jaar", "2020", publiek="leden", kort=True).document)
    assert done.pages == 2
    full, _done = pdf_of(report(example, "jaar", "2020", publiek="leden").document)
    assert findings(full) == []


def test_a_chart_has_its_figures_in_a_table(example: Context) -> None:
    blocks = report(example, "jaar", "2020").document.blocks
    for at, block in enumerate(blocks):
        if isinstance(block, Chart):
            table = blocks[at + 1]
            assert isinstance(table, Table)
            assert [plain(row[0]) for row in table.rows] == list(block.labels)


def test_the_money_of_the_year_is_told(example: Context) -> None:
    text = part(report(example, "jaar", "2020"), "geld")
    assert "€ 18.500,00" in text
    assert "€ 22.700,00" in text


def test_an_empty_administration_tells_how_to_begin(office: Context) -> None:
    made = report(office, "jaar", "2019", publiek="leden")
    assert made.empty
    text = told(office, "jaar", "2019", publiek="leden")
    assert "In 2019 is nog niets vastgelegd in onze administratie." in text
    assert "Zo begint u:" in text
    assert "Het programma weet nog niet wie u bent." in text
    why = told(office, "jaar", "2019", reden_leeg="het bestuur begon pas in december")
    assert "Het bestuur begon pas in december." in why
    assert "Zo begint u:" not in why


def test_it_knows_no_akkoord_but_the_one_that_is_there(office: Context, made: Made) -> None:
    jobs.run(akkoord.load(office, FOREIGN))
    made("knelpunt", titel="Lift staat stil", omvang="complex", gemeld_op="2019-03-01", categorie="onderhoud")
    text = told(office, "jaar", "2019", publiek="leden", akkoord=1)
    assert "Emmen" not in text
    assert "Lift staat stil" in text


def test_the_sentences_for_the_writer_say_no_hidden_count(office: Context, made: Made) -> None:
    for number in range(3):
        made(
            "knelpunt",
            titel=f"Deur {number}",
            omvang="individueel",
            gemeld_op="2019-03-01",
            categorie="onderhoud",
        )
    made_report = report(office, "jaar", "2019")
    assert "drie" not in " ".join(each.voorstel for each in made_report.onderdelen)
    assert "<5" in part(made_report, "knelpunten") or "minder dan vijf" in part(made_report, "knelpunten")
