"""The papers about privacy: all that the law asks for, and nothing that is not so."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from huurdersapp.reports.adviesbrief_values import Afzender
from huurdersapp.reports.document import MARK_EXAMPLE, Document, Table, plain
from huurdersapp.reports.privacy_values import (
    Beveiliging,
    KopieErop,
    PrivacyValues,
    SoortErop,
    StondEropValues,
    VerwerkingRegel,
)
from huurdersapp.reports.privacy_zinnen import copies, secured, size, term
from huurdersapp.reports.privacyverklaring import privacyverklaring_document
from huurdersapp.reports.stond_erop import stond_erop_document
from huurdersapp.reports.verwerkingsregister import verwerkingsregister_document
from tests.helpers_document import words
from tests.reports.paper_samples import check_paper

VISITS = VerwerkingRegel(
    "Energiebezoeken",
    "energiebezoeken",
    "Huurders thuis helpen.\n\n- Met folie\n- Met **tochtstrips**",
    "Huurders die een coach vragen",
    "Naam, adres en e-mail",
    "Toestemming",
    "De huurder vraagt er zelf om (AVG artikel 6 lid 1 onder a).",
    "De energiecoach",
    12,
    "De tekst noemt twaalf maanden.",
    "",
    date(2026, 5, 4),
    herkomst="Van u.",
)
BARE = VerwerkingRegel("Nieuw", "anders")
OPEN = Beveiliging(False)
LOCKED = Beveiliging(True, herstelcode=True, tweede=True, kopieen=3, oudste=date(2026, 1, 2), langst=24)
VALUES = PrivacyValues(
    Afzender("HV Samen Sterk", ("Brink 1", "7811 AA  EMMEN"), "0591 000 010", "post@hv.example"),
    date(2026, 11, 23),
    (VISITS, BARE, replace(VISITS, naam="Adreslijst", soort="adressen", maanden=None)),
    LOCKED,
    date(2026, 1, 31),
)
MOMENT = datetime(2026, 11, 20, 12, 5, tzinfo=UTC)
ON_IT = StondEropValues(
    "HV Samen Sterk",
    date(2026, 11, 23),
    MOMENT,
    (
        SoortErop("Energiebezoeken", 1200, 1100, (("Naam van de bewoner", 300), ("E-mail", 12))),
        SoortErop("Raadplegingen", 4, 0, ()),
    ),
    873,
    5,
    1,
    LOCKED,
    (KopieErop(MOMENT, "bij het afsluiten", 2_400_000),),
    (KopieErop(MOMENT, "op een stick gezet", None),),
)


def said(document: Document) -> str:
    return _plain(words(document))


def _plain(text: str) -> str:
    """Without the spaces that do not break."""
    return " ".join(text.replace("\N{NO-BREAK SPACE}", " ").split())


@pytest.mark.parametrize(
    "document",
    [
        verwerkingsregister_document(VALUES),
        privacyverklaring_document(VALUES),
        stond_erop_document(ON_IT),
        verwerkingsregister_document(
            replace(VALUES, verwerkingen=(), organisatie=Afzender("HV"), ronde=None)
        ),
        privacyverklaring_document(
            replace(VALUES, verwerkingen=(), organisatie=Afzender("HV"), voorbeeld=True)
        ),
        stond_erop_document(
            replace(ON_IT, kopieen=(), sticks=(), beveiliging=OPEN, gevraagd=date(2026, 10, 1))
        ),
    ],
    ids=["register", "verklaring", "stond-erop", "leeg-register", "lege-verklaring", "zonder-kopie"],
)
def test_a_paper_can_be_read_aloud_kept_and_written_in_every_form(document: Document) -> None:
    check_paper(document)


def test_the_register_has_all_that_article_30_asks_for() -> None:
    told = said(verwerkingsregister_document(VALUES))
    for each in (
        "HV Samen Sterk", "Brink 1", "post@hv.example",  # a: name and contact
        "Huurders thuis helpen.",  # b: purpose
        "Huurders die een coach vragen", "Naam, adres en e-mail",  # c: of whom, which data
        "De energiecoach",  # d: receivers
        "buiten de Europese Unie",  # e: transfers
        "12 maanden", "De tekst noemt twaalf maanden.",  # f: terms
        "vraagt een wachtwoord", "3 reservekopieën",  # g: security
        "31 januari 2026",
    ):  # fmt: skip
        assert each in told, each
    assert told.count("Nog niet ingevuld") >= 6, "what the board did not fill in is said to be missing"
    assert "Geen termijn gekozen" in told


def test_the_statement_has_all_that_article_13_asks_for() -> None:
    told = said(privacyverklaring_document(VALUES))
    for each in (
        "HV Samen Sterk", "Huurders thuis helpen.", "Toestemming", "De energiecoach", "12 maanden",
        "artikel 15", "artikel 16", "artikel 17", "artikel 18", "artikel 20", "artikel 21", "artikel 7 lid 3",
        "Autoriteit Persoonsgegevens", "Geen computer beslist", "buiten de Europese Unie", "hoeft ons niets te geven",
        "Bezwaar maken Staat er", "altijd bezwaar tegen maken",  # art. 21 lid 4: apart from the rest
        "Hoe wij eraan komen: Van u.",  # art. 14 lid 2 sub f
        "mail naar post@hv.example, bel 0591 000 010 of schrijf naar het adres hierboven",
    ):  # fmt: skip
        assert each in told, each
    assert "Nog niet ingevuld" not in told


def test_nothing_is_claimed_of_a_password_that_is_not_there() -> None:
    without = replace(VALUES, beveiliging=OPEN)
    assert "Zonder wachtwoord of herstelcode" in said(privacyverklaring_document(VALUES))
    opens = said(privacyverklaring_document(replace(VALUES, beveiliging=replace(LOCKED, onthouden=True))))
    assert "Zonder wachtwoord" not in opens, "this computer asks for none"
    assert "wachtwoord" not in said(privacyverklaring_document(without))
    assert "versleuteld" not in said(privacyverklaring_document(without))
    told = said(verwerkingsregister_document(without))
    assert "Er is nog geen wachtwoord" in told
    assert "ligt er open naast" in told
    assert "Er staan nog geen reservekopieën" in told
    assert "Een kopie van meer dan 2 jaar oud gaat weg." in said(verwerkingsregister_document(VALUES))
    assert "gaat weg na 2 jaar" in said(privacyverklaring_document(VALUES))
    assert "1 kopie. Die ruimt het programma niet op." in _plain(copies(replace(OPEN, sticks=1)))
    assert any("onthoudt" in text for text in secured(replace(LOCKED, onthouden=True)))


def test_the_numbers_of_what_stood_on_it_add_up_and_name_nobody() -> None:
    document = stond_erop_document(ON_IT)
    table = next(block for block in document.blocks if isinstance(block, Table))
    assert [plain(cell) for cell in table.totals or ()] == ["Samen", "1.204", "1.100", ""]
    assert "Naam van de bewoner (300), E-mail (12)" in said(document)
    assert "Dit staat erop op 20 november 2026" in said(document)
    assert "volgens de reservekopie" in said(stond_erop_document(replace(ON_IT, uit_kopie=True)))
    late = said(stond_erop_document(replace(ON_IT, gevraagd=date(2026, 10, 1))))
    assert "geen reservekopie van vóór 1 oktober 2026" in late


def test_an_example_says_on_every_page_that_it_is_invented() -> None:
    for document in (
        verwerkingsregister_document(replace(VALUES, voorbeeld=True)),
        privacyverklaring_document(replace(VALUES, voorbeeld=True)),
        stond_erop_document(replace(ON_IT, voorbeeld=True)),
    ):
        assert document.mark == MARK_EXAMPLE


def test_terms_and_sizes_are_told_as_people_say_them() -> None:
    assert [_plain(term(months)) for months in (None, 1, 6, 12, 18, 24)] == [
        "Geen termijn gekozen", "1 maand", "6 maanden", "12 maanden", "18 maanden", "2 jaar",
    ]  # fmt: skip
    assert [_plain(size(count)) for count in (12, 2_345, 2_400_000)] == ["1 kB", "2 kB", "2 MB"]
