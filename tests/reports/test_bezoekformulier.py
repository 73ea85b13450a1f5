"""The empty visit sheet: everything on two pages, in the order of typing in, with its number large on each."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from page import ValidationProfile

from huurdersapp.base.errors import UserError
from huurdersapp.records import energiebezoek_tables as tables
from huurdersapp.records import woningkeuzes as home
from huurdersapp.records.base import Choices
from huurdersapp.records.choices import WONINGTYPEN
from huurdersapp.reports.bezoekformulier import bezoekformulieren
from huurdersapp.reports.document import MARK_EXAMPLE
from huurdersapp.reports.energie_values import BezoekFormulier, FormulierToestemming, Keuzes
from huurdersapp.reports.paper.fieldsheet import LEFT, RIGHT
from huurdersapp.reports.paper.style import MM
from huurdersapp.reports.written import Written
from tests.reports.energie_samples import FORMULIER
from tests.reports.paper_samples import CREATED, end_of, extracted, findings, overlaps
from tools.paper_words import page_lines, pdf_texts

EMPTY = BezoekFormulier("De Deel")
MEASURES = tuple(f"Maatregel {number}" for number in range(40))


def labels(choices: Choices) -> tuple[str, ...]:
    return tuple(str(choice.label) for choice in choices.items)


ON_SCREEN = Keuzes(
    labels(WONINGTYPEN),
    labels(home.ENERGIELABELS),
    labels(home.VERWARMING),
    labels(home.KOKEN),
    labels(home.GLAS),
    labels(home.VENTILATIE),
    labels(home.HUISHOUDENS),
    labels(tables.WARMTE),
    labels(tables.GEZEGD),
    labels(tables.GEZIEN),
)


def pdf(values: BezoekFormulier, *numbers: str) -> tuple[bytes, Written]:
    stream = BytesIO()
    written = bezoekformulieren(values, numbers or ("B 0012",), stream, created=CREATED)
    return stream.getvalue(), written


def test_the_parts_stand_in_the_order_of_the_screens() -> None:
    data, written = pdf(FORMULIER)
    heads = [text.strip() for kind, text in pdf_texts(data) if kind == "/H2" and text.strip()]
    assert heads == [
        "1. Woning",
        "2. Gebruik",
        "3. Comfort en vocht",
        "4. Maatregelen",
        "5. Afspraken",
        "Toestemming van de bewoner",
    ]
    assert written.pages == 2


def test_every_field_of_the_sheet_is_there_in_the_order_of_typing() -> None:
    said = " ".join("".join(text for _, text in pdf_texts(pdf(FORMULIER)[0])).split())
    place = 0
    for words in (
        "Datum", "Coach", "Postcode", "Huisnummer", "Toevoeging", "zonder adres", "Iemand gesproken",
        "Woningtype", "Bouwjaar", "aanvoer", "Energielabel", "Verwarming", "Koken", "Glas", "Ventilatie",
        "Aantal bewoners", "Gas per jaar m³", "Stroom per jaar kWh", "Water per jaar m³", "Thermostaat overdag",
        "Thermostaat ’s nachts", "Wat veel stroom vraagt", "Meterstand gas", "Meterstand water",
        "Meterstand stroom, hoog", "Stroom, laag", "Hoe warm krijgt men het huis?", "De bewoner zegt", "De coach ziet",
        "Tocht", "Vocht", "Schimmel", "Roosters open", "Maatregel", "besproken", "uitgereikt", "coach plaatste",
        "bewoner plaatste", "niet geplaatst", "gedaan", "te doen", "later", "voor de verhuurder", "Radiatorfolie",
        "Waterzijdig inregelen", "Wat doet de bewoner?", "Wat moet de verhuurder doen?", "Opmerking",
        "Volgend bezoek op", "Nazorg op", "Telefoon of e-mail", "12 maanden bewaren", "versie 2, 1 maart 2026",
        "Handtekening",
    ):  # fmt: skip
        assert words in said[place:], words
        place = said.index(words, place)


def test_the_number_is_large_on_each_page_and_heard_once() -> None:
    data, written = pdf(FORMULIER, "B 0012", "B 0013", "B 0014")
    pages = page_lines(data)
    assert written.pages == 6
    shown = [[line for line in page if line.text.strip().startswith("B 00")] for page in pages]
    assert [line.text for page in shown for line in page] == ["B 0012"] * 2 + ["B 0013"] * 2 + ["B 0014"] * 2
    assert all(line.size >= 24 for page in shown for line in page)
    heard = "".join(text for kind, text in pdf_texts(data) if kind == "/H1").split("\n")[:-1]
    assert heard == [f"Formulier energiebezoek B {number:04d}" for number in (12, 13, 14)]


def test_each_measure_has_nine_boxes_and_room_for_two_more() -> None:
    boxes = [count_boxes(pdf(replace(FORMULIER, maatregelen=MEASURES[:count]))[0]) for count in (0, 1, 12)]
    assert boxes[1] - boxes[0] == 9
    assert boxes[2] - boxes[0] == 12 * 9


def count_boxes(data: bytes) -> int:
    """How many boxes whoever listens hears."""
    with pikepdf.open(BytesIO(data)) as shown:
        return sum(
            isinstance(thing, pikepdf.Dictionary) and str(thing.get("/ActualText", "")) == "☐"
            for thing in shown.objects
        )


@pytest.mark.parametrize(
    "values",
    [
        FORMULIER,
        EMPTY,
        replace(FORMULIER, maatregelen=MEASURES[:24]),
        replace(FORMULIER, maatregelen=MEASURES),
        replace(EMPTY, maatregelen=MEASURES * 3),
        replace(FORMULIER, keuzes=ON_SCREEN, toestemmingen=(FORMULIER.toestemmingen[0],) * 5),
        replace(FORMULIER, keuzes=Keuzes(woningtype=("w" * 120, "kort"), glas=())),
        BezoekFormulier(
            "o" * 90, ("m" * 90, "Een maatregel met een heel lange naam die niet past"), terug_naar="t" * 200
        ),
    ],
    ids=["sample", "empty", "24", "40", "120", "words of the screen", "long options", "long words"],
)
def test_every_sheet_can_be_read_aloud_kept_and_stays_on_its_page(values: BezoekFormulier) -> None:
    data, written = pdf(values)
    assert findings(data, ValidationProfile.PDF_UA_1) == []
    assert findings(data, ValidationProfile.PDF_A_2A) == []
    assert overlaps(data) == []
    for page in page_lines(data):
        for line in page:
            assert line.x >= LEFT - 0.5
            assert end_of(line) <= RIGHT + 0.5
            assert line.y >= 9 * MM
        lowest = sorted({round(line.y, 1) for line in page})[:2]
        assert lowest[0] < 11 * MM  # the foot
        assert lowest[1] > 16 * MM  # and nothing runs into it
    assert written.missing_signs == ()


def test_two_pages_are_enough_for_twenty_measures_with_the_words_and_consents_of_the_screen() -> None:
    consents = (
        FormulierToestemming("Ik vind goed dat u het probleem met mijn woning meldt bij de verhuurder. " * 2),
    ) * 5
    values = replace(FORMULIER, keuzes=ON_SCREEN, maatregelen=MEASURES[:12], toestemmingen=consents)
    assert pdf(values)[1].pages == 2


def test_forty_measures_go_on_on_a_further_page_with_the_same_number() -> None:
    data, written = pdf(replace(FORMULIER, maatregelen=MEASURES))
    pages = extracted(data)
    assert written.pages == 3
    assert all(
        "B 0012" in page and f"bladzijde {number} van 3" in page for number, page in enumerate(pages, 1)
    )
    assert all(pages[1].count(name) + pages[2].count(name) for name in MEASURES)
    heads = "".join(text for kind, text in pdf_texts(data) if kind == "/TH").split("\n")
    numbers = [head.split()[0] for head in heads if head[:1].isdigit()]
    assert numbers == [str(number) for number in range(1, len(MEASURES) + 3)]
    assert "5. Afspraken" not in pages[1]
    assert "5. Afspraken" in pages[2]


def test_no_number_is_told_and_nothing_is_written(tmp_path: Path) -> None:
    with pytest.raises(UserError):
        bezoekformulieren(EMPTY, (), tmp_path / "x.pdf", created=CREATED)
    assert list(tmp_path.iterdir()) == []


def test_the_mark_of_example_data_stands_on_every_page() -> None:
    assert all(page.count(MARK_EXAMPLE) == 1 for page in extracted(pdf(FORMULIER)[0]))
    assert MARK_EXAMPLE not in "".join(extracted(pdf(EMPTY)[0]))


def test_the_same_values_and_moment_give_the_same_bytes() -> None:
    assert pdf(FORMULIER)[0] == pdf(FORMULIER)[0]
