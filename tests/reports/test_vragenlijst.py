"""The questionnaire: complete as text, honest about names, and one form for each number."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from huurdersapp.base.errors import UserError
from huurdersapp.reports.document import MARK_EXAMPLE, Choices, FieldRow, PageBreak, WritingLines
from huurdersapp.reports.raadpleging_values import FormulierVraag, VragenlijstValues
from huurdersapp.reports.values import Anonimiteit
from huurdersapp.reports.vragenlijst import vragenlijst_document
from tests.helpers_document import check_reference, words
from tests.reports.paper_samples import (
    check_paper,
    extracted,
    pdf_of,
)
from tests.reports.raadpleging_samples import HZD, VRAGENLIJST
from tools.paper_words import page_lines

BARE = VragenlijstValues(HZD, "Wat vindt u?", (FormulierVraag("Bent u tevreden?", "ja_nee"),))
SERIES = replace(VRAGENLIJST, nummers=("001", "002", "003"))


def test_the_whole_questionnaire_reads_as_kept() -> None:
    check_reference(vragenlijst_document(VRAGENLIJST), "vragenlijst")


def test_a_numbered_form_with_a_name_reads_as_kept() -> None:
    values = replace(BARE, nummers=("7",), anonimiteit="naar_keuze", sluit_op=date(2026, 3, 5))
    check_reference(vragenlijst_document(values), "vragenlijst-kort")


@pytest.mark.parametrize("values", [VRAGENLIJST, SERIES, BARE], ids=["one", "series", "bare"])
def test_it_can_be_read_aloud_and_says_the_same_in_word(values: VragenlijstValues) -> None:
    check_paper(vragenlijst_document(values))


def test_a_questionnaire_without_questions_is_refused() -> None:
    with pytest.raises(UserError, match="nog geen vragen"):
        vragenlijst_document(replace(BARE, vragen=()))


def test_each_kind_of_question_is_asked_in_its_own_way() -> None:
    kinds = (
        FormulierVraag("a", "ja_nee"),
        FormulierVraag("b", "keuze", ("x", "y")),
        FormulierVraag("c", "meer_keuzes", ("x", "y"), "Denk aan vorig jaar"),
        FormulierVraag("d", "schaal", laag="slecht", hoog="goed"),
        FormulierVraag("e", "open", regels=3),
        FormulierVraag("f", "keuze"),
    )
    asked = [
        block
        for block in vragenlijst_document(replace(BARE, vragen=kinds)).blocks
        if isinstance(block, Choices | WritingLines)
    ]
    assert asked == [
        Choices("1. a", ("Ja", "Nee"), many=False),
        Choices("2. b", ("x", "y"), many=False, help="Kies één antwoord."),
        Choices("3. c", ("x", "y"), many=True, help="Denk aan vorig jaar. U mag er meer kiezen."),
        Choices("4. d", ("1", "2", "3", "4", "5"), many=False, help="1 = slecht. 5 = goed."),
        WritingLines("5. e", 3),
        WritingLines("6. f", 5),
    ]


@pytest.mark.parametrize(
    ("anonymity", "said", "asks"),
    [
        (
            "altijd_anoniem",
            "Wij vragen niet naar uw naam. Schrijf uw naam en adres niet op dit formulier.",
            False,
        ),
        ("naar_keuze", "U hoeft uw naam niet te geven. Aan het eind mag het wel.", True),
        ("op_naam", "Uw naam staat nooit in een verslag.", True),
        (None, "", False),
    ],
)
def test_what_happens_to_a_name_is_told_before_it_is_asked(
    anonymity: Anonimiteit | None, said: str, asks: bool
) -> None:
    document = vragenlijst_document(replace(BARE, anonimiteit=anonymity))
    assert said in words(document)
    assert ("Uw naam: " in words(document)) == bool(said)
    fields = [place for place, block in enumerate(document.blocks) if isinstance(block, FieldRow)]
    asked = [place for place, block in enumerate(document.blocks) if isinstance(block, Choices)]
    assert bool(fields) == asks
    assert not fields or fields[0] > asked[-1]


def test_only_an_anonymous_form_promises_that_nobody_knows_whose_number_it_is() -> None:
    promise = "Wij schrijven niet op wie welk nummer kreeg."
    kinds: tuple[Anonimiteit | None, ...] = ("altijd_anoniem", "naar_keuze", "op_naam", None)
    for anonymity in kinds:
        values = replace(BARE, nummers=("1",), anonimiteit=anonymity)
        assert (promise in words(vragenlijst_document(values))) == (anonymity == "altijd_anoniem")
        assert "Onderaan staat een nummer." in words(vragenlijst_document(values))
    assert "nummer" not in words(vragenlijst_document(replace(BARE, anonimiteit="altijd_anoniem")))


def test_whom_to_ask_is_how_to_reach_the_organisation_unless_somebody_is_named() -> None:
    said = words(vragenlijst_document(BARE))
    assert "Vragen: Huurdersfederatie Zuidoost Drenthe, 0591 00 00 00 of info@voorbeeld.example." in said
    assert "Vragen: Mieke van het spreekuur." in words(
        vragenlijst_document(replace(BARE, vragen_aan="Mieke van het spreekuur"))
    )


def test_what_is_not_known_is_not_printed() -> None:
    said = words(vragenlijst_document(replace(BARE, afzender=replace(HZD, telefoon="", email=""))))
    for label in ("Wat wij ermee doen", "Meedoen kan", "Inleveren", "Vragen:", "Uw naam"):
        assert label not in said


def test_each_number_gets_a_form_of_its_own_with_its_number_on_each_page() -> None:
    document = vragenlijst_document(SERIES)
    assert [block.part for block in document.blocks if isinstance(block, PageBreak)] == [
        "Formulier 001",
        "Formulier 002",
        "Formulier 003",
    ]
    pages = extracted(pdf_of(document)[0])
    assert [sum(f"Formulier 00{n}" in page for page in pages) for n in (1, 2, 3)] == [2, 2, 2]
    assert all("van 2" in page for page in pages)


def test_all_that_is_to_be_read_has_letters_of_twelve_points() -> None:
    data, _ = pdf_of(vragenlijst_document(replace(VRAGENLIJST, anonimiteit="naar_keuze", voorbeeld=False)))
    small = {
        line.text for lines in page_lines(data) for line in lines if line.size < 12 and line.piece is not None
    }
    assert small == {"Naam", "Telefoon of e-mail"}


def test_a_question_is_not_divided_over_two_pages() -> None:
    many = tuple(
        FormulierVraag(f"Kent u dit {n}?", "meer_keuzes", tuple(f"keuze {n}-{m}" for m in range(7)))
        for n in range(12)
    )
    pages = extracted(pdf_of(vragenlijst_document(replace(BARE, vragen=many)))[0])
    for n in range(12):
        wanted = [f"Kent u dit {n}?", *(f"keuze {n}-{m}" for m in range(7))]
        assert sum(all(text in page for text in wanted) for page in pages) == 1


def test_lists_in_the_reason_are_kept_and_example_data_carries_its_mark() -> None:
    document = vragenlijst_document(
        replace(VRAGENLIJST, waarom="Wij willen weten:\n- wat u merkt\n- wat helpt")
    )
    assert "– wat u merkt" in words(document)
    assert document.mark == MARK_EXAMPLE
    assert vragenlijst_document(BARE).mark is None
