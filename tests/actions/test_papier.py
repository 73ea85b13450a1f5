"""The letter says what is known, asks for what is missing, and a file is there whole or not at all."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from huurdersapp.actions import advies, akkoord, papier, records, verslag
from huurdersapp.actions.advies import overwegingen
from huurdersapp.actions.context import Context
from huurdersapp.base import jobs, paths, period
from huurdersapp.base.errors import Stopped, UserError
from huurdersapp.base.settings import PERCENTAGE_FROM
from huurdersapp.records.choices import PARTIJSOORTEN
from huurdersapp.records.overleg import Overleg
from huurdersapp.reports.adviesbrief_values import AdviesbriefValues, Overweging
from huurdersapp.reports.document import Document, Paragraph
from tests.actions.conftest import Made, changed

EMMEN = paths.own("resources") / "akkoorden" / "emmen-2019-2024.json"
ADVIES: dict[str, Any] = {
    "onderwerp": "de renovatie van de Kerkhoflaan",
    "verhuurder": "Lefier",
    "ontvangen_op": "2019-05-06",
    "uitkomst": "positief_mits",
    "voorwaarden": [
        {"tekst": "De huur stijgt niet.", "toetsbaar_aan": "de huurbrief.", "termijn": "2020-01-01"}
    ],
    "ondertekenaars": [{"naam": "J. Jansen", "functie": "voorzitter"}],
}


@pytest.fixture
def writing(office: Context, made: Made) -> Context:
    """An own organisation, a landlord and an advies with an outcome."""
    made("partij", naam="De Linde", soort="huurdersorganisatie", eigen=True, plaats="Emmen")
    made("verhuurder", naam="Lefier", straat="Straat 1", postcode="7811AA", plaats="Emmen")
    made("advies", **ADVIES)
    return office


def values(ctx: Context, number: int = 1) -> AdviesbriefValues:
    with ctx.store.reading() as db:
        return advies.letter_values(ctx, db, records.find(db, ctx.spec("advies"), number))


def refused(ctx: Context, path: Path) -> str:
    with pytest.raises(UserError) as told:
        jobs.run(advies.write_letter(ctx, 1, path))
    assert not path.exists()
    return told.value.sentence()


@pytest.mark.parametrize(("ending", "begins"), [("pdf", b"%PDF-"), ("docx", b"PK"), ("PDF", b"%PDF-")])
def test_a_letter_is_written(writing: Context, tmp_path: Path, ending: str, begins: bytes) -> None:
    path = tmp_path / f"brief.{ending}"
    printed = jobs.run(advies.write_letter(writing, 1, path))
    assert path.read_bytes().startswith(begins)
    assert printed == papier.Printed(path, 0 if ending == "docx" else 2, [])


def test_what_the_letter_says(writing: Context) -> None:
    told = values(writing)
    assert (told.afzender.naam, told.plaats) == ("De Linde", "Emmen")
    assert (told.geadresseerde.naam, told.geadresseerde.adres) == ("Lefier", ("Straat 1", "7811 AA  EMMEN"))
    assert told.datum == date(2019, 9, 2)
    assert told.voorwaarden == (
        "De huur stijgt niet. Toetsbaar aan: de huurbrief. Uiterlijk 1\u00a0januari 2020",
    )
    assert told.ondertekenaars == (("J. Jansen", "voorzitter"),)
    assert told.concept
    assert not told.voorbeeld
    changed(writing, "advies", 1, vastgesteld_op="2019-06-01", verstuurd_op="2019-06-03")
    sent = values(writing)
    assert (sent.datum, sent.besluit_op, sent.concept) == (date(2019, 6, 3), date(2019, 6, 1), False)


def test_another_organisation_may_be_the_one_that_writes(writing: Context, made: Made) -> None:
    made("partij", naam="Bewonerscommissie Zuid", soort="bewonerscommissie")
    changed(writing, "advies", 1, namens="Bewonerscommissie Zuid")
    assert values(writing).afzender.naam == "Bewonerscommissie Zuid"


def test_a_raadpleging_that_was_thrown_away_is_not_in_the_letter(writing: Context, made: Made) -> None:
    for title in ("Enquête", "Avond"):
        made("raadpleging", titel=title)
    changed(writing, "advies", 1, raadplegingen=["Avond", "Enquête"])
    assert [item.titel for item in values(writing).raadplegingen] == ["Avond", "Enquête"]
    records.discard(writing, writing.spec("raadpleging"), 2)
    assert [item.titel for item in values(writing).raadplegingen] == ["Enquête"]


def test_what_is_missing_is_asked_for(writing: Context, tmp_path: Path) -> None:
    path = tmp_path / "brief.pdf"
    changed(writing, "advies", 1, uitkomst=None)
    assert refused(writing, path) == (
        "De uitkomst van het advies is nog niet ingevuld. "
        "Kies eerst de uitkomst, bijvoorbeeld positief of negatief."
    )
    changed(writing, "advies", 1, uitkomst="positief_mits", verhuurder=None)
    assert refused(writing, path) == (
        "Bij advies 1 staat geen verhuurder. Zonder verhuurder is er geen geadresseerde. Vul de verhuurder in."
    )
    changed(writing, "advies", 1, verhuurder="Lefier")
    changed(writing, "partij", 1, eigen=False)
    assert refused(writing, path) == (
        "Er is geen eigen organisatie ingevuld. Een brief heeft een afzender nodig. "
        "Maak of wijzig een partij en zet daar bij ‘eigen’: ja (true)."
    )
    records.discard(writing, writing.spec("advies"), 1)
    assert refused(writing, path).startswith("Advies 1 is er niet.")


@pytest.mark.parametrize("name", ["brief.odt", "brief", "brief.pdf.txt"])
def test_an_ending_that_paper_does_not_have_is_told_first(
    writing: Context, tmp_path: Path, name: str
) -> None:
    changed(writing, "advies", 1, uitkomst=None)
    told = "Dit kan als .pdf of als .docx (Word). Geef een naam die zo eindigt."
    assert refused(writing, tmp_path / name) == told
    with pytest.raises(UserError, match=r"Dit kan als \.pdf"):
        jobs.run(verslag.write(writing, "trimester", period.parse("2019"), tmp_path / name))


def test_a_place_that_cannot_be_written_is_told(writing: Context, tmp_path: Path) -> None:
    assert "bestaat niet. Maak de map eerst of kies een andere map." in refused(
        writing, tmp_path / "weg" / "brief.pdf"
    )


@pytest.mark.parametrize("ending", ["pdf", "docx"])
def test_a_stopped_report_leaves_what_was_there(writing: Context, tmp_path: Path, ending: str) -> None:
    jobs.run(akkoord.load(writing, EMMEN))
    path = tmp_path / f"verslag.{ending}"
    path.write_text("oud", encoding="utf-8")
    answers = iter((False, True))
    with pytest.raises(Stopped):
        jobs.run(
            verslag.write(writing, "trimester", period.parse("2019-T2"), path), stop=lambda: next(answers)
        )
    assert path.read_text(encoding="utf-8") == "oud"
    assert list(tmp_path.iterdir()) == [path]


def test_signs_without_a_letterform_are_told(tmp_path: Path) -> None:
    document = Document("Proef", "De Linde", (Paragraph("Ω is er, 漢 niet."),))
    (warning,) = papier.write_document(document, tmp_path / "proef.pdf").warnings
    assert "Deze tekens staan niet in het lettertype" in warning
    assert "Ω" not in warning
    assert (
        papier.write_document(document, tmp_path / "proef.docx").warnings == []
    )  # Word brings other letters


def test_the_limits_of_small_numbers_are_those_of_the_organisation(writing: Context) -> None:
    writing.settings.set(PERCENTAGE_FROM, 25)
    assert values(writing).small.percent_from == 25


def test_a_choice_on_paper_is_in_dutch(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("huurdersapp.base.i18n.gettext", str.upper)
    assert papier.printed(PARTIJSOORTEN, "corporatie") == "Corporatie"
    assert papier.printed(PARTIJSOORTEN, "van_later") == "van_later"
    assert papier.printed(PARTIJSOORTEN, None) == ""


@pytest.mark.parametrize(
    ("given", "name"),
    [
        ({"soort": "bo"}, "Bestuurlijk overleg (BO)"),
        ({"soort": "werkgroep", "werkgroep": "Besparing"}, "Besparing"),
        ({"soort": "werkgroep"}, "Werkgroep"),
        ({"soort": "overig", "naam": "Drenthe Huurt"}, "Drenthe Huurt"),
        ({"soort": "overig", "naam": "Drenthe Huurt 03-06-2019"}, "Drenthe Huurt"),
    ],
)
def test_an_overleg_on_paper_is_named_without_its_day(
    office: Context, made: Made, given: dict[str, str], name: str
) -> None:
    made("overleg", datum="2019-06-03", **given)
    with office.store.reading() as db:
        assert papier.meeting_name(db.scalars(select(Overleg)).one()) == name


@pytest.mark.parametrize(
    ("text", "points"),
    [
        (None, []),
        ("  ", []),
        ("Eerst.\n\nDan.", [("", "Eerst."), ("", "Dan.")]),
        ("# Huur\nDe huur stijgt.\nVeel.", [("Huur", "De huur stijgt.\nVeel.")]),
        ("## Huur\n\nDe huur stijgt.", [("Huur", "De huur stijgt.")]),
        ("* punt\n# kop\nlang", [("", "* punt"), ("kop", "lang")]),
        ("A.\n  ## Huur\n- b\nc", [("", "A."), ("Huur", "- b\nc")]),
        ("Lokaal # 4 is vol.\n#\n##", [("", "Lokaal # 4 is vol.\n#\n##")]),
        ("# Huur\nA.\n\nB.\n \n#Licht\nC.", [("Huur", "A."), ("", "B."), ("Licht", "C.")]),
    ],
)
def test_considerations_with_and_without_headings(text: str | None, points: list[tuple[str, str]]) -> None:
    assert overwegingen(text) == [Overweging(body, head) for head, body in points]


def test_a_heading_alone_is_said_too() -> None:
    assert overwegingen("# Huur\n\n# Licht\n\nHet is donker.\n\n# Slot") == [
        Overweging("Huur"),
        Overweging("Het is donker.", "Licht"),
        Overweging("Slot"),
    ]


@pytest.mark.parametrize(
    ("line", "printed"),
    [
        ({"tekst": "v <b>"}, "v <b>"),
        ({"tekst": "wie, wat, …"}, "wie, wat, …"),
        ({"tekst": "Kan dit?", "toetsbaar_aan": "x"}, "Kan dit? Toetsbaar aan: x"),
        ({"tekst": "v <b>", "termijn": "2020-01-01"}, "v <b>. Uiterlijk 1 januari 2020"),
    ],
)
def test_a_condition_is_in_the_letter_as_it_was_typed(
    writing: Context, made: Made, line: dict[str, str], printed: str
) -> None:
    made("advies", **{**ADVIES, "voorwaarden": [line]})

    assert values(writing, 2).voorwaarden[0].replace("\u00a0", " ") == printed
