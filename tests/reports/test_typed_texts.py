"""A long text with its looks, from the typed signs to the faces on paper and the runs in a Word file."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import docx
from page import ValidationProfile

from huurdersapp.reports.adviesbrief import adviesbrief_document
from huurdersapp.reports.adviesbrief_values import Overweging
from huurdersapp.reports.document import Document
from huurdersapp.reports.prose import text_blocks
from tests.helpers_document import check_reference
from tests.reports.example_values import BRIEF
from tests.reports.paper_samples import FACES, docx_of, findings, pdf_of, plain_report
from tools.paper_words import docx_words, page_lines, pdf_words

TYPED = """Wij vragen **drie dingen**, en *geen* uitstel.
Dit is de **tweede *en belangrijkste*** regel: 5 * 3 = 15, _streep_ en #1.

- **Vocht** in de badkamer
- schimmel, zie *bijlage 2*

1. eerst meten
2. dan **herstellen**

\\*Geen markering\\* en **geen einde."""


def faces(data: bytes) -> dict[str, str]:
    """The face of each word."""
    return {
        word: FACES[shown.font] for page in page_lines(data) for shown in page for word in shown.text.split()
    }


def sample() -> Document:
    return plain_report(*text_blocks(TYPED))


def test_a_typed_text_reads_as_kept() -> None:
    check_reference(sample(), "getypte-tekst")


def test_words_are_set_in_their_own_faces_and_a_line_stays_a_line() -> None:
    data, _ = pdf_of(sample())
    shown = faces(data)

    assert (shown["dingen"], shown["geen"], shown["belangrijkste"]) == ("bold", "italic", "bold_italic")
    assert (shown["Vocht"], shown["schimmel,"], shown["bijlage"]) == ("bold", "regular", "italic")
    assert (shown["herstellen"], shown["einde."], shown["markering*"]) == ("bold", "regular", "regular")
    begins = {line.text.split()[0]: line.x for page in page_lines(data) for line in page if line.text.strip()}
    assert begins["Dit"] == begins["Wij"]


def test_the_word_file_says_the_same_with_the_same_looks() -> None:
    data = docx_of(sample())
    runs = {
        run.text.strip(): (bool(run.bold), bool(run.italic))
        for paragraph in docx.Document(BytesIO(data)).paragraphs
        for run in paragraph.runs
    }

    assert docx_words(data) == pdf_words(pdf_of(sample())[0])
    assert runs["drie dingen"] == (True, False)
    assert runs["geen"] == (False, True)
    assert runs["en belangrijkste"] == (True, True)
    assert runs["in de badkamer"] == (False, False)


def test_a_letter_with_looks_everywhere_can_be_read_aloud_and_kept() -> None:
    letter = adviesbrief_document(
        replace(
            BRIEF,
            overwegingen=(Overweging(TYPED, "Een **kop**"),),
            voorwaarden=("De huur blijft **gelijk**", "*Eerst* meten"),
            slot=TYPED,
        )
    )
    data, _ = pdf_of(letter)

    assert findings(data, ValidationProfile.PDF_UA_1) == []
    assert findings(data, ValidationProfile.PDF_A_2A) == []
    assert faces(data)["gelijk"] == "bold"
    assert "**" not in " ".join(pdf_words(data)).replace("**geen", "")
