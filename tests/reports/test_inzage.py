"""The overview for one person and the proof of an erasing: readable by everybody, and nothing of anybody else on them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from huurdersapp.reports.adviesbrief_values import Afzender
from huurdersapp.reports.document import Document
from huurdersapp.reports.inzage import inzage_document
from huurdersapp.reports.inzage_values import Gebleven, Gegeven, InzageDeel, InzageValues, WisbewijsValues
from huurdersapp.reports.wisbewijs import wisbewijs_document
from tests.helpers_document import words
from tests.reports.paper_samples import check_paper, pdf_of, text_of

SENDER = Afzender(
    "Huurdersvereniging De Linde", ("Kerkstraat 1", "7811 AB  EMMEN"), "0591-123456", "info@linde.invalid"
)
ACCESS = InzageValues(
    SENDER,
    date(2021, 9, 1),
    3,
    date(2021, 8, 12),
    "J. van den Berg",
    (
        InzageDeel(
            "Melders van knelpunten",
            (
                Gegeven(
                    "Knelpunt 12",
                    (("Naam van de melder", "J. van den Berg"), ("Telefoon", "06 12345678")),
                    sinds=date(2020, 3, 2),
                ),
                Gegeven("Knelpunt 14", tekst="Meneer Van den Berg en [zwart] belden over de lift."),
            ),
            "Een probleem bespreken.",
            "Gerechtvaardigd belang",
            "De verhuurder.",
            6,
            "Van u.",
        ),
        InzageDeel("Ander werk van onze organisatie", (Gegeven("Overleg 2", tekst="Berg is er niet."),)),
    ),
    2,
)
PROOF = WisbewijsValues(
    SENDER,
    date(2021, 9, 2),
    3,
    date(2021, 8, 12),
    date(2021, 9, 1),
    (("Brief", 1), ("Knelpunt", 4)),
    (Gebleven("Advies 2", "U ondertekende dit advies namens het bestuur."),),
    3,
    date(2023, 9, 1),
    "J. van den Berg",
)


@pytest.mark.parametrize(
    "document",
    [
        inzage_document(ACCESS),
        inzage_document(replace(ACCESS, delen=(), naam="", weg=0, voorbeeld=True)),
        wisbewijs_document(PROOF),
        wisbewijs_document(replace(PROOF, naam="", blijft=(), kopieen=0)),
    ],
    ids=["overview", "nothing kept", "proof", "proof without a name"],
)
def test_the_papers_are_for_everybody(document: Document) -> None:
    check_paper(document)


def test_the_overview_says_all_that_the_law_asks() -> None:
    said = " ".join(text_of(pdf_of(inzage_document(ACCESS))[0]).split())
    for each in (
        "Een probleem bespreken.",
        "Gerechtvaardigd belang",
        "6 maanden",
        "Van u.",
        "De verhuurder.",
        "06 12345678",
        "2 maart 2020",
        "[zwart] belden",
        "2 teksten lieten wij weg",
        "Bij [zwart] stond iets over een ander",
        "laten verbeteren",
        "Autoriteit Persoonsgegevens",
        "geen besluiten over u met een computer",
    ):
        assert each in said
    assert said.count("Dit schrijven wij nog op") == 3, "what the register does not say is not made up"


def test_nothing_is_said_that_was_not_done() -> None:
    (first, _second), bare = ACCESS.delen, replace(ACCESS, delen=())
    white = replace(ACCESS, delen=(replace(first, gegevens=first.gegevens[:1]),))
    assert "[zwart]" not in words(inzage_document(white))
    assert "alleen teksten die vooral over anderen gaan" in words(inzage_document(bare))
    nothing = words(inzage_document(replace(bare, weg=0)))
    assert "vonden niets van u" in nothing
    assert "Uw verzoek zelf bewaren wij wel" in nothing
    assert wisbewijs_document(PROOF).title == "Een deel van uw gegevens is gewist"
    assert wisbewijs_document(replace(PROOF, blijft=())).title == "Uw gegevens zijn gewist"
    assert "USB-stick" not in words(wisbewijs_document(PROOF))
    assert "USB-stick" in words(wisbewijs_document(replace(PROOF, sticks=1)))


def test_the_proof_that_is_kept_has_no_name() -> None:
    given, kept = (text_of(pdf_of(wisbewijs_document(each))[0]) for each in (PROOF, replace(PROOF, naam="")))
    assert "van den Berg" in given
    assert "Berg" not in kept
    for text in (given, kept):
        said = " ".join(text.split())
        assert "Knelpunt 4" in said
        assert "1 september 2023" in said
        assert "ondertekende dit advies" in said
