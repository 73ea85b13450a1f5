"""The papers of a raadpleging: what is read for them, and that they are made and written."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from huurdersapp.actions import raadpleging_papier, records
from huurdersapp.actions.context import Context
from huurdersapp.actions.plain import Plain
from huurdersapp.base.errors import UserError
from huurdersapp.base.jobs import run
from huurdersapp.records import ALL
from tests.actions.conftest import Made
from tools.paper_words import pdf_words

CHOICE: dict[str, Any] = {
    "tekst": "Wilt u dit plan?",
    "soort": "keuze",
    "sleutel": "plan",
    "beantwoord_door": 60,
    "opties": [{"tekst": "Ja", "aantal": 40}, {"tekst": "Nee", "aantal": 20}],
}
OPEN: dict[str, Any] = {
    "tekst": "Wat wilt u nog zeggen?",
    "soort": "open",
    "opties": [{"tekst": "Parkeren", "aantal": 12}],
}


@pytest.fixture
def number(office: Context, made: Made) -> int:
    """A raadpleging that was put before, two years earlier."""
    made("partij", naam="Huurdersvereniging Emmen", soort="huurdersorganisatie", eigen=True)
    earlier = {**CHOICE, "opties": [{"tekst": "Ja", "aantal": 30}, {"tekst": "Nee", "aantal": 30}]}
    made("raadpleging", titel="Toen", sluit_op="2017-05-01", selectie="allen", vragen=[earlier])
    meeting = made("overleg", soort="bo", datum="2019-10-12")
    return made(
        "raadpleging",
        titel="Renovatie Kerkhoflaan",
        doel="Wij willen weten of u meedoet.",
        vraag="Wat vindt u van het plan?",
        start_op="2019-08-01",
        sluit_op="2019-08-20",
        overleg=meeting,
        populatie_omschrijving="Alle huurders",
        populatie_aantal=120,
        selectie="allen",
        anonimiteit="naar_keuze",
        respons_totaal=60,
        aanwezigen=14,
        conclusies="De meesten willen het plan.",
        kanalen=[{"kanaal": "brief", "uitgenodigd": 120, "bereikt": 110, "respons": 60}],
        groepen=[{"naam": "Tot 30 jaar", "indeling": "leeftijd", "aantal": 40, "respons": 12}],
        vragen=[CHOICE, OPEN],
        citaten=[
            {"tekst": "Eindelijk warmte", "mag_in_rapport": True},
            {"tekst": "Dat blijft hier", "mag_in_rapport": False},
        ],
    )


def words_of(pdf: bytes) -> str:
    return " ".join(pdf_words(pdf)).replace("\N{NO-BREAK SPACE}", " ")


def pages(office: Context, kind: str, number: int, tmp_path: Path, **more: Any) -> str:
    target = tmp_path / f"{kind}.pdf"
    assert run(raadpleging_papier.write(office, kind, number, target, **more)).pages
    return words_of(target.read_bytes())


def test_the_questionnaire_says_why_and_asks_without_leading(
    office: Context, number: int, tmp_path: Path
) -> None:
    words = pages(office, "vragenlijst", number, tmp_path)
    assert "Wij willen weten of u meedoet." in words
    assert "het bestuurlijk overleg van 12 oktober 2019" in words
    assert "2. Wat wilt u nog zeggen?" in words
    assert "Parkeren" not in words


def test_numbered_questionnaires_are_a_form_each(office: Context, number: int, tmp_path: Path) -> None:
    words = pages(office, "vragenlijst", number, tmp_path, forms=12)
    assert "01" in words
    assert "12" in words
    with pytest.raises(UserError, match="Kies 0 tot en met 500"):
        raadpleging_papier.document_of(office, "vragenlijst", number, 501)


def test_without_questions_there_is_no_questionnaire(office: Context, number: int, made: Made) -> None:
    with pytest.raises(UserError, match="nog geen vragen"):
        raadpleging_papier.document_of(office, "vragenlijst", made("raadpleging", titel="Leeg"))


def test_what_stands_in_a_form_is_shown_on_paper_before_it_is_saved(office: Context, number: int) -> None:
    record: Plain = {"titel": "Nog niet bewaard", "vragen": [{"tekst": "Doet u mee?", "soort": "ja_nee"}]}
    paper = run(raadpleging_papier.preview_questions(office, record))
    assert "Doet u mee?" in words_of(paper.pdf)


def test_the_papers_tell_the_outcome_with_an_earlier_year_and_what_may_be_quoted(
    office: Context, number: int, tmp_path: Path
) -> None:
    for kind in ("terugkoppeling", "uitslag"):
        words = pages(office, kind, number, tmp_path)
        assert "De meesten willen het plan." in words
        assert "66,7 %" in words
        assert ("2017" in words) == (kind == "uitslag")
        assert "Eindelijk warmte" in words
        assert "Dat blijft hier" not in words


def test_the_screen_and_the_paper_say_the_same_margin(office: Context, number: int, tmp_path: Path) -> None:
    from huurdersapp.actions.raadpleging_uitslag import outcome

    words = pages(office, "uitslag", number, tmp_path)
    said = outcome(office, number).precision
    assert said.split(" ")[0].startswith("±")
    assert said.split(" ")[0] in words


def test_a_paper_that_is_shown_is_the_one_that_is_saved(office: Context, number: int) -> None:
    paper = run(raadpleging_papier.preview(office, "uitslag", number))
    assert paper.pages >= 1
    assert "Renovatie Kerkhoflaan" in words_of(paper.pdf)
    with pytest.raises(UserError, match="kennen wij niet"):
        raadpleging_papier.document_of(office, "menukaart", number)


def test_an_answer_that_is_not_counted_gives_no_mistake(office: Context, number: int, tmp_path: Path) -> None:
    spec = ALL["raadpleging"]
    record = records.show(office, spec, number)
    lines = record["vragen"]
    lines[0]["opties"][1]["aantal"] = None
    records.change(
        office, spec, number, {"vragen": lines, "kanalen": [{"kanaal": "brief"}, *record["kanalen"]]}
    )
    assert pages(office, "uitslag", number, tmp_path)
