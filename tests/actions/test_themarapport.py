"""The themarapport: one theme with what every party promised, and the counts of the trimesterverslag."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from huurdersapp.actions import akkoord
from huurdersapp.actions.context import Context
from huurdersapp.actions.verslagen.opdracht import Vraag
from huurdersapp.base import jobs
from huurdersapp.base.errors import UserError
from huurdersapp.records.akkoord_bestand import read_akkoord
from huurdersapp.reports.counting import Counter
from tests.actions.conftest import Made, numbers
from tests.actions.rapporten import SECRET, check_numbers, part, report, told
from tests.akkoorden import EMMEN, FOREIGN
from tests.reports.paper_samples import findings, pdf_of

CODES = ("2020", "2020-T2", "2020-05-01..2020-07-15")


@pytest.mark.parametrize("thema", [1, 2, 3, 4])
@pytest.mark.parametrize("code", CODES)
def test_every_number_is_that_of_its_list(example: Context, thema: int, code: str) -> None:
    for kort in (False, True):
        assert check_numbers(example, report(example, "thema", code, thema=thema, kort=kort)) >= 1


@pytest.mark.parametrize("code", CODES[:2])
def test_it_prints_of_persons_what_the_trimesterverslag_prints(
    example: Context, code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def asked(kind: str, thema: int | None = None) -> dict[object, str]:
        printed: dict[object, str] = {}
        real = Counter.cell

        def cell(self: Counter, key: object, *rest: object, **more: object) -> object:
            span = real(self, key, *rest, **more)  # type: ignore[arg-type]
            printed[key] = span.text
            return span

        with monkeypatch.context() as patch:
            patch.setattr(Counter, "cell", cell)
            report(example, kind, code, thema=thema, vergelijken="geen")
        return printed

    beside = asked("trimester")
    for thema in (1, 2, 3, 4):
        here = asked("thema", thema)
        assert here
        assert {key: beside.get(key, text) for key, text in here.items()} == here


@pytest.mark.parametrize("source", [EMMEN, FOREIGN])
def test_each_goal_stands_with_what_every_party_promised(office: Context, source: Path) -> None:
    jobs.run(akkoord.load(office, source))
    for number, thema in enumerate(read_akkoord(source).themas, 1):
        made = report(office, "thema", "2019", thema=number)
        text = part(made, "doelen")
        assert thema.naam in made.document.title
        for doel in thema.doelen:
            assert doel.code in text
            for afspraak in doel.afspraken:
                assert afspraak.code in text
                assert all(naam in text for naam in afspraak.partijen)
        if source is FOREIGN:
            assert "Emmen" not in text


def test_what_is_late_or_unanswered_is_proposed_to_ask(example: Context) -> None:
    made = report(example, "thema", "2020", thema=2)
    assert made.read.vragen
    late = numbers(example, "actiepunt", "te_laat_op=2020-12-31", "toezegging=ja", "thema=2")
    waiting = numbers(example, "knelpunt", "reactie_te_laat_op=2020-12-31", "collectief=ja", "thema=2")
    named = [f"actiepunt {number}" for number in late] + [f"knelpunt {number}" for number in waiting]
    assert sorted(vraag.herkomst for vraag in made.read.vragen) == sorted(named)


def test_the_writer_asks_instead_of_the_program(example: Context) -> None:
    proposed = report(example, "thema", "2020", thema=2).read.vragen
    asked = (Vraag("Wij vragen een voorlichtingsavond", "Veel huurders weten dit niet.", date(2021, 3, 1)),
             Vraag(herkomst=proposed[0].herkomst, weg=True))  # fmt: skip
    text = part(report(example, "thema", "2020", thema=2, vragen=asked), "kort")
    assert (
        "Wij vragen een voorlichtingsavond. Veel huurders weten dit niet. Graag uiterlijk 1 maart 2021."
        in text
    )
    assert proposed[0].tekst not in text


def test_people_outside_read_nothing_that_is_confidential(emmen: Context, made: Made) -> None:
    landlord = made("verhuurder", naam="Woonstad")
    made("advies", onderwerp=SECRET, soort="ongevraagd", verhuurder=landlord, thema=2, verstuurd_op="2019-05-01",
         uitkomst="negatief", vertrouwelijk=True)  # fmt: skip
    asked = made("raadpleging", titel=SECRET, thema=2, start_op="2019-03-01", sluit_op="2019-03-20")
    made("brief", richting="uit", onderwerp="Over de vragen", raadpleging=asked, vertrouwelijk=True)
    for publiek in ("leden", "openbaar"):
        for kort in (False, True):
            text = told(emmen, "thema", "2019", thema=2, publiek=publiek, kort=kort)
            assert SECRET not in text
            assert "Eén advies gaat over iets waarover wij nog niets mogen vertellen." in text
    assert SECRET in told(emmen, "thema", "2019", thema=2, publiek="bo")


def test_a_theme_for_which_nothing_was_done_says_so(emmen: Context) -> None:
    made = report(emmen, "thema", "2019", thema=4)
    assert made.empty
    text = part(made, "kort")
    assert "Bij dit thema is in deze periode niets vastgelegd." in text
    assert "Wij vragen bij dit thema nu niets." in text


def test_it_asks_for_a_theme(office: Context) -> None:
    with pytest.raises(UserError, match="Kies het thema"):
        report(office, "thema", "2019")


def test_the_pages_pass_the_checker_and_the_short_form_is_short(example: Context) -> None:
    file, done = pdf_of(report(example, "thema", "2020", thema=1).document)
    assert findings(file) == []
    assert done.pages > 6
    _file, short = pdf_of(report(example, "thema", "2020", thema=1, kort=True).document)
    assert short.pages <= 2
