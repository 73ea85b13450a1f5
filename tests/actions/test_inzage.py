"""The answer to who asks what is kept of him: only his own, only after somebody looked who asks, and put down."""

from __future__ import annotations

import hashlib
import shutil
from datetime import timedelta
from pathlib import Path

import msgspec
import pytest
from pypdfium2 import PdfDocument

from huurdersapp.actions import inzage, persoon, stond_erop, verwerkingen, wisbewijs, wissen
from huurdersapp.actions.context import Context
from huurdersapp.actions.inzage import Keuze
from huurdersapp.actions.persoon import Treffer, Vraag
from huurdersapp.actions.wissen import Besluit
from huurdersapp.base import clock, jobs
from huurdersapp.base.errors import UserError
from huurdersapp.reports.inzage_values import BLACK
from huurdersapp.store import backup
from tests.actions.conftest import TODAY, Made, changed, shown

KEES = Vraag("Kees Bakker")


@pytest.fixture
def asked(office: Context, made: Made) -> int:
    """A report of Kees Bakker in which his neighbour is named too, and his request."""
    made("partij", naam="De Linde", soort="huurdersorganisatie", eigen=True, plaats="Emmen")
    made(
        "knelpunt",
        titel="Lek",
        categorie="onderhoud",
        melder_naam="Kees Bakker",
        melder_telefoon="0591-123456",
        omschrijving="Kees Bakker en Truus Smit belden. Truus Smit is boos.",
    )
    said = {"soort": "inzage", "ontvangen_op": TODAY.isoformat(), "vrager": "Kees Bakker"}
    return made("privacyverzoek", **said, identiteit="bekend")


def found(ctx: Context) -> dict[str, Treffer]:
    hits = jobs.run(persoon.zoek(ctx, KEES))
    return {each.aard: each for each in hits if each.soort == "knelpunt"}


def test_the_answer_shows_what_was_chosen_and_nothing_of_others(
    office: Context, asked: int, tmp_path: Path
) -> None:
    verwerkingen.overnemen(office)
    hits = found(office)
    chosen = [
        Keuze(hits["contactblok"].sleutel),
        Keuze(hits["vrije_tekst"].sleutel, "zwart", ("truus smit",)),
    ]
    paper, data = tmp_path / "inzage.pdf", tmp_path / "inzage.json"
    jobs.run(inzage.geef(office, asked, KEES, chosen, paper))
    jobs.run(inzage.geef(office, asked, KEES, chosen, data))
    said = " ".join(page.get_textpage().get_text_range() for page in PdfDocument(paper))
    told = msgspec.json.decode(data.read_bytes())
    (part,) = told["verwerkingen"]
    assert (part["naam"], part["bewaarmaanden"]) == ("Melders van knelpunten", 6)
    assert part["gegevens"][0]["velden"][0] == {"veld": "Naam van de melder", "waarde": "Kees Bakker"}
    assert part["gegevens"][1]["tekst"] == f"Kees Bakker en {BLACK} belden."
    for text in (said, data.read_text()):
        assert "Truus" not in text
        assert "0591-123456" in text
    lines = shown(office, "privacyverzoek", asked)["gegevens"]
    assert [(line["soort"], line["recordnummer"], line["besluit"]) for line in lines] == [
        ("knelpunt", 1, "getoond")
    ]


def test_the_answer_has_days_choices_and_lines_too_but_no_words_about_somebody_else(
    office: Context, asked: int, made: Made
) -> None:
    step = {"datum": TODAY.isoformat(), "status": "beoordeeld", "toelichting": "Met Truus"}
    changed(office, "knelpunt", 1, stappen=[step])
    hits = found(office)
    answer = inzage.antwoord(office, asked, tuple(hits.values()), [Keuze(hits["contactblok"].sleutel)])
    ((item,),) = (part.gegevens for part in answer.values.delen)
    told, said = dict(item.velden), "Datum: 02-09-2019, Stap: Beoordeeld, De melder mag dit zien: nee"
    assert (told["Categorie"], told["Stap"]) == ("Onderhoud", said)
    assert "Truus" not in str(item.velden)


def test_what_is_left_out_is_counted_and_what_the_register_lacks_is_told(office: Context, asked: int) -> None:
    hits = tuple(found(office).values())
    chosen = [Keuze(each.sleutel, "weg" if each.aard == "vrije_tekst" else "getoond") for each in hits]
    answer = inzage.antwoord(office, asked, hits, chosen)
    assert (answer.values.weg, answer.values.naam) == (1, "Kees Bakker")
    assert any("Melders van knelpunten" in text for text in answer.waarschuwingen)


def test_nothing_is_given_to_whom_nobody_knows(
    office: Context, asked: int, made: Made, tmp_path: Path
) -> None:
    hits = found(office)
    stranger = made("privacyverzoek", soort="inzage", ontvangen_op=TODAY.isoformat())
    with pytest.raises(UserError, match="nagegaan wie dit vraagt"):
        jobs.run(
            inzage.geef(office, stranger, KEES, [Keuze(hits["contactblok"].sleutel)], tmp_path / "x.pdf")
        )
    wrong = Keuze(hits["vrije_tekst"].sleutel, "zwart", ("Jansen",))
    with pytest.raises(UserError, match="staat niet in de tekst"):
        jobs.run(inzage.geef(office, asked, KEES, [wrong], tmp_path / "x.pdf"))
    with pytest.raises(UserError, match="Intussen"):
        inzage.antwoord(office, asked, (), [Keuze("weg")])
    assert list(tmp_path.iterdir()) == []


def test_the_proof_tells_what_went_and_its_mark_is_kept(office: Context, asked: int, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="nog niets gewist"):
        wisbewijs.values(office, asked)
    hits = found(office)
    decided = [
        Besluit(hits["contactblok"].sleutel, "gewist"),
        Besluit(hits["vrije_tekst"].sleutel, "bewaard", "De zaak loopt nog."),
    ]
    jobs.run(wissen.wis(office, asked, KEES, decided))
    values = wisbewijs.values(office, asked)
    assert (values.naam, values.gewist, values.kopieen) == ("Kees Bakker", (("Knelpunt", 1),), 1)
    assert [(each.wat, each.reden) for each in values.blijft] == [("Knelpunt 1", "De zaak loopt nog.")]
    with clock.fixed(TODAY + timedelta(days=1)):
        backup.make(office.store.path, office.store.key, "later")
    assert wisbewijs.values(office, asked).kopieen == 1, "a copy of after it holds nothing of it"
    copy = backup.every(office.folder)[0]
    shutil.copytree(copy.path, office.folder / "bewaard" / copy.path.name)
    assert wisbewijs.values(office, asked).kopieen == 2, "what made room for a copy holds it as well"
    assert stond_erop.wat_stond_erop(office).beveiliging.kopieen == 3
    path = tmp_path / "bewijs.pdf"
    jobs.run(wisbewijs.schrijf(office, asked, path, met_naam=False))
    assert (
        shown(office, "privacyverzoek", asked)["bewijs_sha256"]
        == hashlib.sha256(path.read_bytes()).hexdigest()
    )
    assert "Bakker" not in " ".join(page.get_textpage().get_text_range() for page in PdfDocument(path))
