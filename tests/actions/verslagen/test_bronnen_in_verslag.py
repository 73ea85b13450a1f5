"""The annex of sources names where each statement comes from, and tells no more than the report itself."""

from __future__ import annotations

import re
from io import BytesIO

import pytest

from huurdersapp.actions import verslag
from huurdersapp.actions.context import Context
from huurdersapp.actions.verslagen import concept
from huurdersapp.actions.verslagen.opdracht import Opdracht
from huurdersapp.base import clock, period
from huurdersapp.reports.document import Document, Paragraph, plain
from huurdersapp.reports.docx import write_docx
from huurdersapp.reports.html import write_html
from huurdersapp.reports.pdf import write_pdf
from huurdersapp.reports.rapport import Keuze
from tests.actions.conftest import Made
from tools.paper_words import docx_words, html_words, pdf_words

T1 = period.parse("2020-T1")
T2 = period.parse("2019-T2")
NUMBER = re.compile(r"\[(\d+)\]")


def annex(document: Document) -> list[str]:
    """What the notes say."""
    notes = [
        block for block in document.blocks if isinstance(block, Paragraph) and block.key.startswith("bron-")
    ]
    return [plain(block.text).replace("\u00a0", " ") for block in notes]


def test_the_notes_of_the_example_say_which_records_they_are_about(example: Context) -> None:
    made = verslag.make(example, Opdracht("trimester", T1, akkoord=1))
    notes = annex(made.document)
    said = "\n".join(notes)
    assert "Raadpleging ‘Panel: wat merkten huurders van de afspraken van 2019?’. Gehouden als panel." in said
    assert "14 januari tot en met 3 februari 2020" in said
    assert "41 antwoorden" in said
    assert "Knelpunten in ons register: nieuw in het 1e trimester van 2020." in said
    assert "Knelpunten in ons register: open op 30 april 2020." in said
    assert len({note.partition(" ")[2] for note in notes}) == len(notes), "one note for one source"
    assert made.onderdelen[-1].sleutel == "bronnen"


@pytest.mark.parametrize("code", ["2019-T1", "2019-T2", "2020-T1", "2020-T2", "2021-T1", "2020"])
def test_of_knelpunten_and_visits_no_note_has_a_name_or_a_count(example: Context, code: str) -> None:
    made = verslag.make(example, Opdracht("trimester", period.parse(code), akkoord=1))
    days = re.compile(
        r"\[\d+\]|het \de trimester van \d{4}|\d{1,2} [a-z]+( \d{4})?|\bin \d{4}|de periode .* \d{4}"
    )
    told = [
        note for note in annex(made.document) if note.split("] ")[1].startswith(("Knelpunten", "Energie"))
    ]
    assert told
    for note in told:
        assert not re.search(r"\d", days.sub("", note)), note


def test_what_a_report_hides_of_a_raadpleging_its_note_hides(
    office: Context, town: Context, made: Made
) -> None:
    made("partij", naam="Huurders", soort="huurdersorganisatie", eigen=True)
    for title, answers in (("Klein", 3), ("Groot", 300)):
        made("raadpleging", titel=title, start_op="2019-05-01", sluit_op="2019-05-20", respons_totaal=answers)
    made_report = verslag.make(town, Opdracht("trimester", T2))
    small, large = (
        next(n for n in annex(made_report.document) if f"‘{name}’" in n) for name in ("Klein", "Groot")
    )
    assert not re.search(r"\b3 antwoorden", small)
    text = "\n".join(str(block) for part in made_report.onderdelen[:-1] for block in part.blocks)
    assert ("300 antwoorden" in large) == ("'300'" in text)


def test_a_confidential_advies_is_named_to_insiders_alone(town: Context, made: Made) -> None:
    made("partij", naam="Huurders", soort="huurdersorganisatie", eigen=True)
    made("verhuurder", naam="Lefier")
    made("raadpleging", titel="Open", start_op="2019-05-01", sluit_op="2019-05-20")
    for subject, secret in (("de sloop", True), ("het dak", False)):
        made(
            "advies",
            onderwerp=subject,
            verhuurder=1,
            ontvangen_op="2019-05-01",
            verstuurd_op="2019-06-01",
            vertrouwelijk=secret,
        )
    inside = "\n".join(annex(verslag.make(town, Opdracht("trimester", T2)).document))
    outside = "\n".join(annex(verslag.make(town, Opdracht("trimester", T2, publiek="leden")).document))
    assert "de sloop" in inside
    assert "de sloop" not in outside


def test_the_short_form_has_notes_when_the_writer_asks_for_them(example: Context) -> None:
    job = Opdracht("trimester", T1, akkoord=1, kort=True)
    assert annex(verslag.make(example, job).document) == []
    assert annex(verslag.make(example, job, [Keuze("bronnen", bij=True)]).document)


def test_pdf_word_and_web_have_the_same_numbers(example: Context) -> None:
    document = verslag.make(example, Opdracht("trimester", T1, akkoord=1)).document
    found = []
    for write, words in ((write_pdf, pdf_words), (write_docx, docx_words), (write_html, html_words)):
        stream = BytesIO()
        write(document, stream, created=clock.now())
        found.append(NUMBER.findall(" ".join(words(stream.getvalue()))))
    assert found[0] == found[1] == found[2]
    assert len(annex(document)) == max(map(int, found[0]))


def test_the_annex_is_a_part_that_can_be_left_out(town: Context, made: Made) -> None:
    made("partij", naam="Huurders", soort="huurdersorganisatie", eigen=True)
    number = concept.ensure(town, Opdracht("trimester", T2))
    part = concept.read(town, number).part("bronnen")
    assert (part.on, part.annex) == (True, True)
    concept.switch(town, number, "bronnen", False)
    assert annex(verslag.make(town, Opdracht("trimester", T2, nummer=number)).document) == []
