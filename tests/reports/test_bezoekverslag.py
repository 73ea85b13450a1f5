"""The paper for the tenant: plain words, no more than is known, and nothing passed on without consent."""

from __future__ import annotations

import re
from dataclasses import fields, replace
from datetime import date
from decimal import Decimal
from io import BytesIO

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from page import ValidationProfile

from huurdersapp.reports.adviesbrief_values import Afzender
from huurdersapp.reports.bezoekverslag import bezoekverslag_document
from huurdersapp.reports.document import MARK_EXAMPLE, Lines
from huurdersapp.reports.energie_values import (
    Besparing,
    Bewaard,
    BezoekVerslag,
    Maatregel,
    Meterstand,
    Tarief,
    Verbruik,
)
from tests.helpers_document import check_reference, words
from tests.reports.energie_samples import BEZOEK
from tests.reports.paper_samples import docx_of, findings, out_of_bounds, overlaps, pdf_of
from tests.test_words import forbidden, sentences
from tests.test_words import words as counted
from tools.paper_words import docx_words, page_lines, pdf_words

BARE = BezoekVerslag(Afzender("De Deel"), date(2026, 3, 3))
GAS = Besparing(Decimal(40), euro=Decimal(54), co2_kg=Decimal(85), bron="Milieu Centraal", jaar=2022)


def text(values: BezoekVerslag) -> str:
    return words(bezoekverslag_document(values))


def test_the_paper_reads_as_kept() -> None:
    check_reference(bezoekverslag_document(BEZOEK), "bezoekverslag")


def test_what_is_not_known_is_not_there() -> None:
    check_reference(bezoekverslag_document(BARE), "bezoekverslag-kaal")


@pytest.mark.parametrize(
    "key", [field.name for field in fields(BezoekVerslag) if field.name not in ("organisatie", "datum")]
)
def test_the_paper_is_whole_without_any_one_of_its_facts(key: str) -> None:
    said = text(replace(BEZOEK, **{key: getattr(BARE, key)}))
    assert "None" not in said
    assert not re.search(r" \.|\(\)|: *\n\n|  [a-z]", said)


def test_it_has_at_most_two_pages_of_large_letters() -> None:
    data, written = pdf_of(bezoekverslag_document(BEZOEK))
    assert written.pages == 2
    sizes = [line.size for page in page_lines(data) for line in page if "Radiatorfolie" in line.text]
    assert sizes
    assert min(sizes) >= 12


def test_the_word_file_has_the_same_large_letters() -> None:
    word = docx.Document(BytesIO(docx_of(bezoekverslag_document(BEZOEK))))
    sizes = {
        name: word.styles[name].font.size.pt for name in ("Normal", "List Bullet", "Heading 1", "Tabeltekst")
    }
    assert sizes == {"Normal": 12, "List Bullet": 12, "Heading 1": 12.5, "Tabeltekst": 9.5}


def test_every_sentence_is_short_and_friendly() -> None:
    for values in (BEZOEK, BARE, replace(BEZOEK, doorgeven=False), replace(BEZOEK, doorgeven=None)):
        said = text(values)
        assert forbidden(said.replace("Autoriteit", "")) == []
        own = [
            line
            for line in said.splitlines()
            if not line.startswith(("Meterstanden", "Verbruik", "Radiator"))
        ]
        assert [one for line in own for one in sentences(line) if counted(one) > 20] == []


def test_what_was_done_what_is_to_do_and_what_is_for_later_stand_apart() -> None:
    said = text(BEZOEK)
    done, to_do, later = (
        said.index(title) for title in ("Dit deden wij vandaag", "Dit kunt u zelf doen", "Dit is voor later")
    )
    assert done < said.index("Radiatorfolie (4 stuks): geplaatst door de coach.") < to_do
    assert done < said.index("Ledlampen (3 stuks): die hebt u gekregen.") < to_do
    assert to_do < said.index("Cv-water op 60 graden. Zet alleen") < later
    assert later < said.index("Korter douchen. Probeer vijf minuten.")
    assert "Wij bespraken ook: Ventileren." in said


def test_what_was_not_placed_was_not_done() -> None:
    said = text(replace(BARE, maatregelen=(Maatregel("Folie", "niet_geplaatst", "gedaan"),)))
    assert "Dit deden wij" not in said
    assert "Wij bespraken ook: Folie." in said


def test_a_warning_stands_with_its_measure_once() -> None:
    assert text(BEZOEK).count("Let op: laat de boiler en het kraanwater op minstens 60 graden staan.") == 1


def test_only_with_consent_something_goes_to_the_landlord() -> None:
    assert "Daarom geven wij dit door aan Lefier:" in text(BEZOEK)
    for no in (False, None):
        said = text(replace(BEZOEK, doorgeven=no))
        assert "geven wij dit door" not in said
        assert "melden wij" not in said
        assert "U kunt het zelf melden." in said
        assert "Het slaapkamerraam heeft enkel glas." in said


def test_a_saving_is_called_indicatief_with_its_source_and_year() -> None:
    said = text(BEZOEK)
    assert "Wat u kunt besparen (indicatief)" in said
    assert "Korter douchen: ongeveer 60 m³ gas, 15.000 liter water, € 81 en 128 kg CO2." in said
    assert "Bron: Trouw over Milieu Centraal, 2022." in said
    assert "gerekend met € 1,35 per m³ en € 0,28 per kWh, peildatum 1 januari 2026." in said
    assert "Die besparingen tellen wij niet bij elkaar op." in said


def test_a_sum_is_only_printed_as_it_was_given() -> None:
    two = (Maatregel("a", besparing=GAS), Maatregel("b", besparing=GAS))
    said = text(replace(BARE, maatregelen=two))
    assert "80 m³" not in said
    assert "€ 108" not in said
    assert "Samen ongeveer" not in said
    assert "Samen ongeveer 60 m³ gas per jaar, zonder dubbel te tellen." in text(
        replace(BARE, samen=Besparing(Decimal(60)))
    )


def test_one_saving_needs_no_word_about_adding() -> None:
    assert "tellen wij niet" not in text(replace(BARE, maatregelen=(Maatregel("a", besparing=GAS),)))


def test_prices_and_factors_are_named_only_where_something_was_reckoned_with_them() -> None:
    only_gas = Besparing(Decimal(40), bron="x", jaar=2022)
    said = text(replace(BEZOEK, samen=None, maatregelen=(Maatregel("a", besparing=only_gas),)))
    assert "gerekend" not in said
    assert "0,2833" in text(replace(BEZOEK, tarief=Tarief(stroom_per_kwh=Decimal("0.2833"))))


def test_a_saving_of_nothing_is_no_saving() -> None:
    nothing = Besparing(Decimal(0), Decimal("0.4"), bron="x", jaar=2022)
    assert "besparen (" not in text(replace(BARE, maatregelen=(Maatregel("a", besparing=nothing),)))


def test_meters_and_use_are_printed_with_where_they_came_from() -> None:
    said = text(BEZOEK)
    assert (
        "Meterstanden: gas 12.345,678 m³; stroom, hoog tarief 5.432 kWh; stroom, laag tarief 4.321 kWh."
        in said
    )
    assert "Verbruik per jaar: gas 1.180 m³ (volgens uw jaarrekening van 2025); stroom 2.150 kWh." in said
    assert "Verbruik" not in text(replace(BARE, meterstanden=(Meterstand("gas", Decimal(1), "m³"),)))
    assert "Meterstanden" not in text(replace(BARE, verbruik=(Verbruik("gas", Decimal(1), "m³"),)))


def test_a_consent_tells_its_text_day_and_version_and_how_to_withdraw_it() -> None:
    said = text(BEZOEK)
    assert "U gaf toestemming hiervoor (3 maart 2026, tekst 2 van 1 maart 2026):" in said
    assert "U mag uw toestemming altijd intrekken, zonder reden. Bel of mail ons." in said
    first, second = BEZOEK.toestemmingen
    gone = replace(BEZOEK, toestemmingen=(first, replace(second, ingetrokken_op=date(2026, 4, 1))))
    assert "Deze toestemming trok u in (1 april 2026, tekst 2 van 1 maart 2026):" in text(gone)
    other = replace(BEZOEK, toestemmingen=(first, replace(second, versie="1")))
    assert "Lefier. (3 maart 2026, tekst 1)" in text(other)
    assert "toestemming" not in text(replace(BEZOEK, toestemmingen=(replace(first, gegeven_op=None),)))


@pytest.mark.parametrize(
    ("kept", "sentence"),
    [
        (Bewaard(("uw adres",), maanden=1), "tot 1 maand na ons laatste contact"),
        (Bewaard(("uw adres",), tot=date(2027, 3, 3)), "tot en met 3 maart 2027"),
        (Bewaard(("uw adres", "uw telefoonnummer")), "Wij bewaren uw adres en uw telefoonnummer."),
    ],
)
def test_how_long_something_is_kept_is_told(kept: Bewaard, sentence: str) -> None:
    assert sentence in text(replace(BARE, bewaard=kept))


def test_a_name_is_only_there_where_it_is_known() -> None:
    assert "Beste bewoner," in text(BEZOEK)
    assert "Beste mevrouw De Vries," in text(replace(BEZOEK, bewoner="mevrouw  De Vries"))


def test_by_post_the_address_stands_in_the_window_and_not_twice() -> None:
    document = bezoekverslag_document(replace(BEZOEK, per_post=True))
    address = [block for block in document.blocks if isinstance(block, Lines) and block.role == "addressee"]
    assert [block.lines for block in address] == [
        ("Aan de bewoners van dit adres", "Laan van de Marel 14-A", "7822 AP  EMMEN")
    ]
    assert words(document).count("Laan van de Marel") == 1


@pytest.mark.parametrize(
    "values",
    [
        BEZOEK,
        BARE,
        replace(BEZOEK, per_post=True),
        replace(BEZOEK, maatregelen=BEZOEK.maatregelen * 8),
        replace(
            BEZOEK,
            coach="c" * 60,
            bewoner="b" * 90,
            maatregelen=(
                Maatregel("w" * 120, "uitgereikt", "later", Decimal(1), "e" * 60, "u" * 200, "l" * 200, GAS),
            ),
            vervolg="- een\n- twee",
        ),
    ],
    ids=["sample", "bare", "by post", "40 measures", "long words"],
)
def test_every_paper_can_be_read_aloud_kept_and_stays_on_its_page(values: BezoekVerslag) -> None:
    document = bezoekverslag_document(values)
    data, written = pdf_of(document)
    assert findings(data, ValidationProfile.PDF_UA_1) == []
    assert findings(data, ValidationProfile.PDF_A_2A) == []
    assert overlaps(data) == []
    sender = (values.organisatie.naam, *values.organisatie.adres, "0591 00 00 00", "www.samensterk.example")
    beyond = [
        line for line in out_of_bounds(data) if line.text.strip() not in sender and "@" not in line.text
    ]
    assert beyond == []
    assert written.missing_signs == ()
    assert "".join(docx_words(docx_of(document))) == "".join(pdf_words(data))


@given(st.builds(Maatregel, st.text(max_size=30), uitleg=st.text(max_size=30), let_op=st.text(max_size=30)))
def test_whatever_a_measure_is_called_it_can_be_printed(measure: Maatregel) -> None:
    for when in ("gedaan", "te_doen", "later", None):
        assert text(replace(BARE, maatregelen=(replace(measure, wanneer=when),)))


def test_example_data_carries_its_mark() -> None:
    assert bezoekverslag_document(BEZOEK).mark == MARK_EXAMPLE
    assert bezoekverslag_document(BARE).mark is None
