"""Letters besides the advies: what each says from the facts of its records, and nothing without its fact."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from pypdfium2 import PdfDocument

from huurdersapp.actions import briefpapier, brieven
from huurdersapp.actions.context import Context
from huurdersapp.records.brief_soorten import OF_A_CASE, SOORTEN, TO_TENANTS
from huurdersapp.reports.paper.style import MM, PAGE_HEIGHT
from tests.actions.conftest import Made, changed
from tests.helpers_document import words
from tests.reports.brief_samples import picture
from tests.reports.paper_samples import check_paper, pdf_of

OTHERS = [item.key for item in SOORTEN.items if item.key not in OF_A_CASE]


@pytest.fixture
def around(office: Context, made: Made) -> Made:
    """Our organisation, a landlord, an advies that was sent, and a raadpleging."""
    made(
        "partij",
        naam="Huurdersvereniging De Deel",
        soort="huurdersorganisatie",
        eigen=True,
        plaats="Emmen",
        contact_adres="Postbus 12\n7800 AA Emmen",
        contact_telefoon="0591 00 00 00",
    )
    made(
        "verhuurder",
        naam="Lefier",
        straat="Postbus 2055",
        postcode="7801 CB",
        plaats="Emmen",
        afdeling="Het bestuur",
    )
    made(
        "advies",
        onderwerp="de sloop van twaalf woningen",
        verhuurder=1,
        wohv_letter="b",
        uitkomst="negatief",
        brief_verhuurder_op="2019-06-03",
        ontvangen_op="2019-06-04",
        termijn_dagen=42,
        ons_kenmerk="A-2019-3",
        verstuurd_op="2019-07-10",
        advies_ontvangen_op="2019-07-11",
        ontbreekt="De redenen en de gevolgen voor huurders.",
        ondertekenaars=[{"naam": "Jan de Vries", "functie": "voorzitter"}],
    )
    made(
        "raadpleging",
        titel="Wonen in de Bargermeer",
        doel="Wij willen weten wat huurders van het plan vinden.",
        vraag="Wilt u blijven wonen waar u woont?",
        start_op="2019-05-06",
        sluit_op="2019-05-20",
        anonimiteit="naar_keuze",
        inleveren="het wijkcentrum, Brink 1",
        respons_totaal=61,
        populatie_aantal=110,
        populatie_omschrijving="huurders van de Bargermeer",
        selectie="allen",
        methoden=[{"methode": "enquete"}],
        kanalen=[{"kanaal": "brief", "uitgenodigd": 110, "respons": 61}],
        vragen=[
            {
                "tekst": "Wilt u blijven wonen?",
                "soort": "ja_nee",
                "beantwoord_door": 61,
                "opties": [{"tekst": "ja", "aantal": 41}, {"tekst": "nee", "aantal": 20}],
            }
        ],
        conclusies="De meeste huurders willen blijven.",
        beperkingen="Jongeren antwoordden weinig.",
    )
    return made


def letter(ctx: Context, made: Made, kind: str, **values: Any) -> str:
    """The words of a new letter of a kind; every letter must be fit for paper."""
    number = made("brief", soort=kind, **({"onderwerp": "de sloop"} | values))
    document = brieven.document(ctx, number)
    check_paper(document)
    text = words(document)
    assert "{" not in text
    assert "  " not in re.sub(r"(\d{4} [A-Z]{2})  ", r"\1 ", text)
    return text


@pytest.mark.parametrize("kind", OTHERS)
def test_a_letter_of_which_hardly_anything_is_known_still_reads_well(
    office: Context, around: Made, kind: str
) -> None:
    text = letter(office, around, kind, verhuurder=1)
    law = "Burgerlijk Wetboek" if kind == "rechten" else "Overlegwet"
    assert law in text or kind in ("uitnodiging", "terugkoppeling", "brief", "herinnering")
    assert "Met vriendelijke groet," in text
    assert "‘’" not in text
    assert ".." not in text


def test_a_request_for_information_names_the_article_and_what_is_missing(
    office: Context, around: Made
) -> None:
    text = letter(office, around, "informatie", verhuurder=1, advies=1, antwoord_voor="2019-10-01")
    assert "Lefier\nHet bestuur\nPostbus 2055\n7801 CB  EMMEN" in text
    assert "In uw brief van 3 juni 2019 schreef u over de sloop van twaalf woningen." in text
    assert "schriftelijk en zo snel mogelijk" in text
    assert "(artikel 3 lid 3)" in text
    assert "sloop, renovatie, aankoop en verkoop (artikel 3 lid 2 onder b)" in text
    assert "De redenen en de gevolgen voor huurders." in text
    assert "uiterlijk op 1 oktober 2019" in text
    assert "twaalf maanden" not in text
    changed(office, "advies", 1, wohv_letter="e")
    assert "komende twaalf maanden" in letter(office, around, "informatie", verhuurder=1, advies=1)


@pytest.mark.parametrize(
    "answer",
    [
        {"reactie_op": "2019-07-15", "reactie": "gevolgd"},
        {"reactie_op": "2019-07-15"},
        {"redenen_ontvangen_op": "2019-07-15"},
        {"uitkomst": "onthouding"},
    ],
)
def test_a_landlord_who_owes_no_reasons_is_not_told_that_he_is_late(
    office: Context, around: Made, answer: dict[str, Any]
) -> None:
    late = "De laatste dag daarvan was 25 juli 2019."
    assert late in letter(office, around, "herinnering", verhuurder=1, advies=1)
    changed(office, "advies", 1, **answer)
    text = letter(office, around, "herinnering", verhuurder=1, advies=1)
    assert late not in text
    assert "Overlegwet" not in text
    assert "Laat u ons schriftelijk weten" not in text


def test_an_item_for_the_agenda_names_the_overleg_and_asks_for_reasons(office: Context, around: Made) -> None:
    around("overleg", soort="verhuurder", datum="2019-10-08")
    text = letter(
        office,
        around,
        "agendering",
        verhuurder=1,
        overleg=1,
        onderwerp="verzoek om agendering van de huurverhoging",
        toelichting="Huurders maken zich zorgen.",
    )
    assert (
        "op de agenda zetten van het overleg met de verhuurder van 8 oktober 2019: de huurverhoging?" in text
    )
    assert "artikel 5b lid 4" in text
    assert "dan vragen wij u om uw redenen" in text
    assert "Huurders maken zich zorgen." in text
    without = letter(office, around, "agendering", verhuurder=1)
    assert "van ons volgende overleg: de sloop?" in without


def test_a_request_for_addresses_asks_no_names(office: Context, around: Made) -> None:
    around("complex", naam="Hommelbrink")
    changed(office, "raadpleging", 1, complexen=[1])
    text = letter(office, around, "adressenlijst", verhuurder=1, raadpleging=1)
    assert "huurwoningen in Hommelbrink?" in text
    assert "(artikel 5c)" in text
    assert "Namen en andere gegevens van huurders vragen wij niet." in text
    assert "‘Wonen in de Bargermeer’" in text


def test_a_reminder_asks_whether_the_advies_is_followed_and_for_reasons(
    office: Context, around: Made
) -> None:
    text = letter(office, around, "herinnering", verhuurder=1, advies=1)
    assert (
        "Op 10 juli 2019 stuurden wij u ons advies over de sloop van twaalf woningen (ons kenmerk A-2019-3)."
        in text
    )
    assert "U ontving het op 11 juli 2019." in text
    assert "nog geen schriftelijke reactie" in text
    assert "Laat u ons schriftelijk weten of u ons advies volgt?" in text
    assert "binnen 14 dagen na ontvangst van het advies (Overlegwet, artikel 5 lid 2)" in text
    assert "De laatste dag daarvan was 25 juli 2019." in text
    assert "Jan de Vries, voorzitter" in text


def test_a_reminder_never_says_that_a_term_is_over_that_is_not(office: Context, around: Made) -> None:
    for day, over in (("2019-07-25", False), ("2019-07-26", True)):
        text = letter(office, around, "herinnering", verhuurder=1, advies=1, datum=day)
        assert ("De laatste dag daarvan was" in text) is over


def test_a_reminder_counts_with_the_algemene_termijnenwet_before_it_says_that_it_is_late(
    office: Context, around: Made
) -> None:
    changed(office, "advies", 1, advies_ontvangen_op="2019-07-13")  # fourteen days later it is a Saturday
    for day, over in (("2019-07-29", False), ("2019-07-30", True)):
        text = letter(office, around, "herinnering", verhuurder=1, advies=1, datum=day)
        assert ("De laatste dag daarvan was 29 juli 2019." in text) is over


def test_a_reminder_knows_what_the_landlord_said_and_what_was_agreed(office: Context, around: Made) -> None:
    changed(office, "advies", 1, reactie="niet", reactie_op="2019-08-01")
    changed(office, "verhuurder", 1, redenen_dagen=21)
    text = letter(office, around, "herinnering", verhuurder=1, advies=1)
    assert "Op 1 augustus 2019 liet u ons weten dat u ons advies niet of niet helemaal volgt." in text
    assert "Wilt u ons uw redenen alsnog schriftelijk geven?" in text
    assert "Laat u ons schriftelijk weten of" not in text
    assert "Wij hebben samen afgesproken dat dit binnen 21 dagen" in text


def test_a_reminder_of_another_letter_names_that_letter(office: Context, around: Made) -> None:
    first = around(
        "brief", soort="informatie", onderwerp="x", ons_kenmerk="B-1", verstuurd_op="2019-06-03", verhuurder=1
    )
    text = letter(
        office, around, "herinnering", verhuurder=1, antwoord_op=first, onderwerp="herinnering over de lift"
    )
    assert "Op 3 juni 2019 schreven wij u over de lift (ons kenmerk B-1)." in text
    assert "Wilt u ons alsnog antwoorden?" in text
    assert "Overlegwet" not in text


def test_an_invitation_tells_tenants_what_when_and_where(office: Context, around: Made) -> None:
    text = letter(office, around, "uitnodiging", raadpleging=1, verhuurder=1, onderwerp="uitnodiging")
    assert "Aan de bewoners van dit adres" in text
    assert "Lefier" not in text
    assert "Beste huurder," in text
    assert "Wij nodigen u uit voor ‘Wonen in de Bargermeer’." in text
    assert "Wilt u blijven wonen waar u woont?" in text
    assert "hier inleveren: het wijkcentrum, Brink 1." in text
    assert "U kunt meedoen tot en met 20 mei 2019." in text
    assert "U hoeft uw naam niet te geven." in text
    changed(office, "raadpleging", 1, methoden=[{"methode": "bijeenkomst"}])
    meeting = letter(office, around, "uitnodiging", raadpleging=1, onderwerp="uitnodiging")
    assert "U bent welkom op 6 mei 2019." in meeting
    assert "vragenlijst" not in meeting
    assert "tot en met" not in meeting


def test_the_outcome_for_tenants_has_method_response_answers_and_limits(
    office: Context, around: Made
) -> None:
    text = letter(
        office,
        around,
        "terugkoppeling",
        raadpleging=1,
        onderwerp="uitkomst",
        toelichting="Wij praten in mei met Lefier.",
    )
    assert "61 antwoorden" in text
    assert "110 huurders" in text
    assert "De meeste huurders willen blijven." in text
    assert "Jongeren antwoordden weinig." in text
    assert "67,2 %" in text
    assert "Hoe het verder gaat" in text
    assert "Wij praten in mei met Lefier." in text


def test_small_numbers_stay_hidden_in_a_letter_to_tenants(office: Context, around: Made) -> None:
    changed(
        office,
        "raadpleging",
        1,
        respons_totaal=44,
        kanalen=[{"kanaal": "brief", "uitgenodigd": 110, "respons": 44}],
        vragen=[
            {
                "tekst": "Wilt u blijven?",
                "soort": "keuze",
                "beantwoord_door": 44,
                "opties": [{"tekst": "ja", "aantal": 41}, {"tekst": "nee", "aantal": 3}],
            }
        ],
    )
    text = letter(office, around, "terugkoppeling", raadpleging=1, onderwerp="uitkomst")
    assert "tonen wij niet" in text
    assert "41" not in text


def test_a_plain_letter_is_what_was_typed(office: Context, around: Made) -> None:
    came = around(
        "brief", richting="binnen", onderwerp="de lift", datum="2019-08-01", ontvangen_op="2019-08-02"
    )
    text = letter(
        office,
        around,
        "brief",
        aan="Mevrouw B. van der Él\nLaan 1\n7811ab Emmen",
        antwoord_op=came,
        onderwerp="antwoord over de lift",
        toelichting="De lift wordt **gemaakt**.\n\n- maandag\n- dinsdag",
        behandelaar="Jo Prins",
    )
    assert "Mevrouw B. van der Él\nLaan 1\n7811 AB  EMMEN" in text
    assert "Geachte heer of mevrouw," in text
    assert "In uw brief van 1 augustus 2019 schreef u ons over de lift." in text
    assert "De lift wordt gemaakt." in text
    assert "Jo Prins" in text


@pytest.mark.parametrize("side", ["links", "rechts"])
@pytest.mark.parametrize("kind", [item.key for item in SOORTEN.items])
def test_every_kind_of_letter_on_a_letterhead_can_be_read_aloud_with_the_window_on_either_side(
    office: Context, around: Made, tmp_path: Path, kind: str, side: str
) -> None:
    paper = around("briefpapier", naam="Ons papier", venster=side, onderregel="KvK 01000000")
    (tmp_path / "beeld.png").write_bytes(picture())
    briefpapier.choose(office, paper, tmp_path / "beeld.png")
    if kind in OF_A_CASE:
        values = {
            "soort": "adviesaanvraag" if kind == "advies" else kind,
            "uitkomst": "geen_instemming" if kind == "instemming" else "negatief",
        }
        number = around("advies", onderwerp="de sloop van IJsbrand’s woningen (€ 25)", verhuurder=1, **values)
        letter_ = brieven.letter_of(office, number)
    else:
        letter_ = around("brief", soort=kind, onderwerp="x", verhuurder=1, advies=1, raadpleging=1)
    document = brieven.document(office, letter_)
    assert document.window == {"links": "left", "rechts": "right"}[side]
    assert document.logo is not None
    assert document.imprint == "KvK 01000000"
    check_paper(document)
    data, _ = pdf_of(document)
    left, right = (25, 105) if side == "links" else (105, 185)
    with PdfDocument(data) as pdf:
        inside = (
            pdf[0]
            .get_textpage()
            .get_text_bounded(
                left=left * MM - 1, right=right * MM, top=PAGE_HEIGHT - 45 * MM, bottom=PAGE_HEIGHT - 87 * MM
            )
        )
    wanted = (
        "Aan de bewoners van dit adres"
        if kind in TO_TENANTS
        else "Lefier Het bestuur Postbus 2055 7801 CB EMMEN"
    )
    assert " ".join(inside.split()) == wanted
