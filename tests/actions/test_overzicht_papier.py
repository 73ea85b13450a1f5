"""The papers about overviews from real records, to a file and as they are shown."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from huurdersapp.actions import overzicht_papier, overzichten_stappen
from huurdersapp.actions.context import Context
from huurdersapp.actions.overzicht_papier import Choices
from huurdersapp.base import jobs
from huurdersapp.base.errors import UserError
from tests.actions.conftest import Made
from tests.actions.test_overzichten import akkoord, overzicht
from tests.helpers_document import words

__all__ = ["akkoord", "overzicht"]


def said(ctx: Context, kind: str, number: int, choices: Choices = overzicht_papier.NONE) -> str:
    """The words of a paper."""
    return words(jobs.run(overzicht_papier.preview(ctx, kind, number, choices)).document)


def test_the_overview_tells_how_precise_it_must_be(office: Context, overzicht: int) -> None:
    text = said(office, "activiteitenoverzicht", overzicht)
    assert "2019 per project, 2020 per project, 2021 per wijk, 2022 voor de hele gemeente" in text
    assert "Isoleren Kerkhoflaan (Kerkhoflaan)" in text
    assert "40 woningen" in text


def test_only_what_was_agreed_stands_in_the_prestatieafspraken(
    office: Context, akkoord: int, overzicht: int
) -> None:
    overzichten_stappen.agree(office, [1], date(2018, 12, 10))
    text = said(office, "prestatieafspraken", akkoord, Choices(jaar=2019))
    assert "Isoleren Kerkhoflaan" in text
    assert "Zonnepanelen" not in text
    assert "Niet aangeleverd. Het overzicht werd verwacht op 30 juni 2018." in text
    assert "Lefier: nog niet afgesproken." in text


def test_input_stands_per_party_with_its_grounds(office: Context, made: Made, overzicht: int) -> None:
    asked = made("raadpleging", titel="Renovatie", respons_totaal=43)
    made("knelpunt", titel="Schimmel bij Jansen", categorie="vocht_schimmel", ook_last_van=6)
    bo = made("overleg", soort="bo", datum="2019-07-02")
    point = made("inbrengpunt", naam="Eerst de slechtste", soort="wens", overzicht=overzicht,
                 raadplegingen=[asked], knelpunten=[1])  # fmt: skip
    assert "Eerst de slechtste" in said(office, "inbreng", 0)
    overzichten_stappen.bring_in(office, [point], bo)
    text = said(office, "inbreng", bo)
    assert "van 2 juli 2019: één punt" in text
    assert "de raadpleging ‘Renovatie’: 43 antwoorden" in text
    assert "zeven meldingen" in text
    assert "Jansen" not in text
    assert "Er is nog geen inbreng verzameld." in said(office, "inbreng", 0)
    overzichten_stappen.answer(office, point, {"reactie": "overgenomen", "reactie_op": "2019-08-01"})
    assert "Er is nog geen inbreng" in said(office, "inbreng", bo, Choices(onbeantwoord=True))


def test_a_visie_tells_who_took_part(office: Context, made: Made, overzicht: int) -> None:
    number = made("visie", naam="Dorpsvisie", bijeenkomsten=[{"wat": "Avond", "bewoners": 3}])
    text = said(office, "visie", number)
    assert "<5" in text


def test_a_paper_goes_to_a_file_and_an_unknown_one_is_told(
    office: Context, overzicht: int, tmp_path: Path
) -> None:
    for ending in ("pdf", "docx"):
        target = tmp_path / f"overzicht.{ending}"
        jobs.run(overzicht_papier.write(office, "activiteitenoverzicht", overzicht, target))
        assert target.stat().st_size > 1000
    with pytest.raises(UserError, match="Dit papier kennen wij niet"):
        jobs.run(overzicht_papier.preview(office, "krant", 1))
