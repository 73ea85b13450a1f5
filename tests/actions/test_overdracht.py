"""The overdrachtsdossier: all that a new board takes over, with whole numbers, and no password in it."""

from __future__ import annotations

import pytest

from huurdersapp.actions import verslag
from huurdersapp.actions.context import Context
from huurdersapp.actions.verslagen.opdracht import Opdracht
from huurdersapp.actions.verslagen.wachtwoorden import says_password
from huurdersapp.base import period
from huurdersapp.base.errors import UserError
from huurdersapp.reports.document import TICK, Table, plain
from huurdersapp.reports.rapport import Keuze
from tests.actions.conftest import Made, numbers
from tests.actions.rapporten import SECRET, check_numbers, part, report, told
from tests.reports.paper_samples import findings, pdf_of


def test_every_number_is_that_of_its_list(example: Context) -> None:
    assert check_numbers(example, report(example, "overdracht", "2021")) > 8


def test_each_list_has_all_that_is_open_and_a_box_for_each(example: Context) -> None:
    made = report(example, "overdracht", "2021")
    tables = {block.caption: block for block in made.document.blocks if isinstance(block, Table)}
    day = "2021-09-01"
    for caption, kind, *where in (
        ("Adviezen die nog lopen", "advies", f"open_op={day}"),
        ("Beloften van anderen", "actiepunt", f"open_op={day}", "toezegging=ja"),
        ("Taken van onszelf", "actiepunt", f"open_op={day}", "toezegging=nee"),
        ("Knelpunten van meer huurders", "knelpunt", f"open_op={day}", "collectief=ja"),
        ("Bewonerscommissies", "commissie", f"actief_op={day}"),
    ):
        rows = tables[caption].rows
        assert len(rows) == len(numbers(example, kind, *where)) > 0, caption
        assert {plain(row[-1]) for row in rows} == {TICK}


def test_what_is_late_comes_first(example: Context) -> None:
    made = report(example, "overdracht", "2021")
    (table,) = [
        block
        for block in made.document.blocks
        if isinstance(block, Table) and block.caption == "Beloften van anderen"
    ]
    late = ["te laat" in plain(row[2]) for row in table.rows]
    assert late == sorted(late, reverse=True)
    assert any(late)
    assert not all(late)
    for key, whose in (("beloften", "ja"), ("actiepunten", "nee")):
        count = len(numbers(example, "actiepunt", "te_laat_op=2021-09-01", f"toezegging={whose}"))
        assert f"Te laat zijn: {count}." in part(made, key)


def test_it_is_for_the_own_board_and_says_so_on_every_page(example: Context) -> None:
    made = report(example, "overdracht", "2021")
    assert made.document.footer.startswith("Concept · Alleen voor het eigen bestuur")
    assert "Alleen voor het eigen bestuur. Geef dit niet aan anderen." in told(example, "overdracht", "2021")
    for publiek in ("rg", "leden", "openbaar"):
        with pytest.raises(UserError, match="alleen voor het eigen bestuur"):
            report(example, "overdracht", "2021", publiek=publiek)


def test_full_numbers_and_confidential_adviezen_are_in_it_and_no_contact_data(
    office: Context, made: Made
) -> None:
    landlord = made("verhuurder", naam="Woonstad")
    made(
        "advies",
        onderwerp=SECRET,
        verhuurder=landlord,
        ontvangen_op="2019-08-20",
        termijn_dagen=42,
        vertrouwelijk=True,
    )
    for title in ("Deur klemt bij Pietersen", "Kraan lekt bij Hendriksen"):
        made("knelpunt", titel=title, omvang="individueel", gemeld_op="2019-03-01", categorie="onderhoud")
    made("contact", naam="Anna Wind", functie="adviseur", verhuurder=landlord, telefoon="0591-123456",
         email="anna@woonstad.invalid", adres_tekst="Dorpsstraat 9")  # fmt: skip
    text = told(office, "overdracht", "2019")
    assert f"{SECRET} (vertrouwelijk)" in text
    assert "Nog 29 dagen" in text
    problems = part(report(office, "overdracht", "2019"), "knelpunten")
    assert "Twee knelpunten van één huishouden staan ook nog open" in problems
    assert "Anna Wind" in text
    for private in ("0591-123456", "anna@woonstad.invalid", "Dorpsstraat", "Pietersen", "Hendriksen"):
        assert private not in text


def test_what_comes_in_the_next_year_tells_what_must_be_ready_before(example: Context) -> None:
    text = part(report(example, "overdracht", "2021"), "agenda")
    assert "RG en BO oktober" in text
    assert "Trimesterverslag maken (" in text
    assert "RG en BO juli" in text


@pytest.mark.parametrize(
    "text",
    [
        "Het wachtwoord is Welkom2019",
        "Wachtwoord: geheim12",
        "pincode 4 van de kluis: 4711",
        "Gebruik Zon!neb10em voor de e-mail",
        "wachtwoord e-mail = Bakfiets",
        "**Wachtwoord:** hT7bloem",
        "inlogcode: 883-112",
        "p4ssw0rd_Kantoor",
    ],
)
def test_a_text_with_a_password_is_noticed(text: str) -> None:
    assert says_password(text.replace("*", ""))


@pytest.mark.parametrize(
    "text",
    [
        "Het wachtwoord is bekend bij de penningmeester.",
        "Wachtwoord: ligt in de kluis op kantoor.",
        "Het wachtwoord ligt in de groene envelop, in de la van het bureau.",
        "De pincode is alleen bekend bij de bank en bij mevrouw De Vries.",
        "Mail naar secretaris2019@huurders.nl of kijk op www.huurders.nl/map1.",
        "Kantoor: Noorderplein 12a, 7811 AB EMMEN, telefoon 0591-123456.",
        "Zie brief 2021-009 en afspraak BB1-A2, trimester 2021-T1.",
        "Code: zie het blauwe boekje.",
        "",
    ],
)
def test_a_text_that_tells_where_it_lies_is_left_in_peace(text: str) -> None:
    assert not says_password(text)


def test_the_writer_is_told_of_a_password_in_his_text(office: Context) -> None:
    job = Opdracht("overdracht", period.parse("2019"))
    safe = verslag.make(office, job, (Keuze("sleutels", tekst="Het wachtwoord ligt in de kluis."),))
    assert not [text for text in safe.warnings if "wachtwoord" in text]
    odd = verslag.make(office, job, (Keuze("sleutels", tekst="Het wachtwoord is Welkom2019"),))
    (warned,) = [text for text in odd.warnings if "wachtwoord" in text]
    assert "Schrijf alleen op waar het ligt" in warned


def test_an_empty_administration_tells_how_to_begin(office: Context) -> None:
    made = report(office, "overdracht", "2019")
    assert made.empty
    text = told(office, "overdracht", "2019")
    assert "Er is nog niets vastgelegd om over te dragen." in text
    assert "Zo begint u:" in text
    assert "Namens het nieuwe bestuur" in text


def test_the_pages_pass_the_checker(example: Context) -> None:
    file, done = pdf_of(report(example, "overdracht", "2021").document)
    assert findings(file) == []
    assert done.pages < 25
