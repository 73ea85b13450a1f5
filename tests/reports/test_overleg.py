"""The papers of an overleg: what stands on them, for whom, and that both files say the same."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import fields, replace
from datetime import date

import pytest
from page import ValidationProfile

from huurdersapp.reports.document import MARK_EXAMPLE, Document
from huurdersapp.reports.overleg_actielijst import actielijst_document
from huurdersapp.reports.overleg_agenda import agenda_document
from huurdersapp.reports.overleg_values import MARK_CONCEPT, Actielijst, OverlegPapier, Punt, Stuk
from huurdersapp.reports.overleg_verslag import verslag_document
from tests.helpers_document import check_reference, words
from tests.reports.overleg_samples import ACTIES, KAAL, LIJST, ORGANISATIE, OVERLEG
from tests.reports.paper_samples import docx_of, findings, out_of_bounds, overlaps, pdf_of, text_of
from tests.test_words import forbidden, sentences
from tests.test_words import words as counted
from tools.paper_words import docx_words, pdf_words

OTHERS = replace(OVERLEG, deelnemers=False)
DOCUMENTS = {
    "overleg-agenda": agenda_document(OVERLEG),
    "overleg-agenda-iedereen": agenda_document(OTHERS),
    "overleg-agenda-kaal": agenda_document(KAAL),
    "overleg-verslag": verslag_document(OVERLEG),
    "overleg-verslag-kaal": verslag_document(KAAL),
    "overleg-actielijst": actielijst_document(LIJST),
}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_paper_reads_as_kept(name: str) -> None:
    check_reference(DOCUMENTS[name], name)


@pytest.mark.parametrize("name", DOCUMENTS)
@pytest.mark.parametrize("profile", [ValidationProfile.PDF_UA_1, ValidationProfile.PDF_A_2A])
def test_the_pdf_is_tagged_and_nothing_falls_off_it(name: str, profile: ValidationProfile) -> None:
    data, _written = pdf_of(DOCUMENTS[name])
    assert findings(data, profile) == []
    assert out_of_bounds(data) == []
    assert overlaps(data) == []


@pytest.mark.parametrize("name", DOCUMENTS)
def test_both_files_have_the_same_words(name: str) -> None:
    document = DOCUMENTS[name]
    assert docx_words(docx_of(document)) == pdf_words(pdf_of(document)[0])


@pytest.mark.parametrize("make", [agenda_document, verslag_document])
@pytest.mark.parametrize(
    "key",
    [
        field.name
        for field in fields(OverlegPapier)
        if field.name not in ("organisatie", "naam", "datum", "datum_papier")
    ],
)
def test_a_paper_is_whole_without_any_one_of_its_facts(
    make: Callable[[OverlegPapier], Document], key: str
) -> None:
    said = words(make(replace(OVERLEG, **{key: getattr(KAAL, key)})))
    assert "None" not in said
    assert not re.search(r" \.|\(\)|: *\n\n", said)


@pytest.mark.parametrize("make", [agenda_document, verslag_document])
def test_for_others_there_are_no_names_and_no_confidential_documents(
    make: Callable[[OverlegPapier], Document],
) -> None:
    for_members, for_others = words(make(OVERLEG)), words(make(OTHERS))
    for secret in ("Voorbeeld", "Begroting", "wethouder"):
        assert secret not in for_others
        assert secret in for_members
    assert "Lefier" in for_others


def test_a_list_for_others_names_organisations_only() -> None:
    said = words(actielijst_document(replace(LIJST, deelnemers=False)))
    assert "Voorbeeld" not in said
    assert "een persoon" in said
    assert "A. Voorbeeld" in words(actielijst_document(LIJST))


def test_minutes_are_marked_as_concept_on_each_page_until_they_are_settled() -> None:
    long = replace(OVERLEG, verslag="\n\n".join(["Er werd veel gezegd over van alles en nog wat."] * 120))
    assert verslag_document(long).mark == MARK_CONCEPT
    data, written = pdf_of(verslag_document(long))
    assert written.pages > 2
    assert text_of(data).count(MARK_CONCEPT) == written.pages
    settled = replace(long, vastgesteld=True, vastgesteld_op=date(2020, 10, 9))
    assert verslag_document(settled).mark is None
    assert "Dit verslag is vastgesteld op 9 oktober 2020." in words(verslag_document(settled))


def test_example_and_concept_are_both_told() -> None:
    assert verslag_document(replace(OVERLEG, voorbeeld=True)).mark == f"{MARK_EXAMPLE} · {MARK_CONCEPT}"
    assert agenda_document(replace(OVERLEG, voorbeeld=True)).mark == MARK_EXAMPLE


def test_items_begin_when_those_before_them_end() -> None:
    said = words(agenda_document(OVERLEG))
    assert all(time in said for time in ("15:00", "15:05", "15:25"))
    assert "15:35" not in said
    unknown = replace(OVERLEG, punten=(Punt("a", minuten=5), Punt("b"), Punt("c", minuten=5)))
    said = words(agenda_document(unknown))
    assert "15:05" in said
    assert "15:10" not in said
    late = replace(OVERLEG, begintijd="23:50", punten=(Punt("a", minuten=20), Punt("b")))
    assert "00:10" in words(agenda_document(late))


def test_a_refusal_without_reasons_is_told_as_such() -> None:
    bare = replace(OVERLEG, punten=(Punt("Bushalte", eigen=True, geweigerd=True),))
    for make in (agenda_document, verslag_document):
        assert "Bushalte. Een reden is niet gegeven." in words(make(bare))


def test_a_meeting_that_is_called_off_says_so_first() -> None:
    off = replace(OVERLEG, afgelast=True, afgelast_reden="Er is storm")
    assert words(agenda_document(off)).startswith("Dit overleg gaat niet door. Er is storm.")
    assert words(agenda_document(replace(off, afgelast_reden=""))).startswith("Dit overleg gaat niet door.")


def test_a_document_named_twice_is_listed_once() -> None:
    twice = replace(OVERLEG, stukken=(Stuk("notitie.pdf"),), punten=(Punt("a", stuk="Notitie"),))
    assert words(agenda_document(twice)).casefold().count("notitie") == 2  # at its item and in the list


def test_the_list_begins_with_the_latest_promise_per_organisation() -> None:
    said = words(actielijst_document(LIJST))
    assert said.index("Lefier") < said.index("gemeente Emmen") < said.index("Wat wij doen")
    assert "Folder" not in said  # it is done
    assert "Daarvan is er 1 te laat." in said
    assert words(actielijst_document(Actielijst(ORGANISATIE, date(2020, 8, 10)))) == "Er staat niets open."
    on_time = replace(LIJST, datum=date(2020, 7, 1))
    assert "Niets daarvan is te laat." in words(actielijst_document(on_time))


def test_what_is_done_tells_what_came_of_it() -> None:
    said = words(verslag_document(OVERLEG))
    assert "Folder over ventileren maken. De folder ligt in alle trappenhuizen." in said
    assert "gedaan op 15-07-2020" in said
    assert "negen dagen te laat" in said
    assert len(ACTIES) == 4


def test_our_own_sentences_are_short_and_friendly() -> None:
    for document in DOCUMENTS.values():
        said = words(document)
        assert forbidden(said) == []
        assert [one for line in said.splitlines() for one in sentences(line) if counted(one) > 25] == []
