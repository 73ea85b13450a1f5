"""The letter of advice: complete as text, one for each outcome, and no sentence without its fact."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import get_args

import pytest

from huurdersapp.base.errors import UserError
from huurdersapp.reports.adviesbrief import adviesbrief_document
from huurdersapp.reports.adviesbrief_values import (
    Aanvraag,
    AdviesbriefValues,
    AdviesSoort,
    AdviesUitkomst,
    Afzender,
    Geadresseerde,
    Overweging,
)
from huurdersapp.reports.brief import MARK_CONCEPT
from huurdersapp.reports.document import MARK_EXAMPLE, Bullets, Heading, Paragraph, plain
from huurdersapp.reports.values import Antwoord, Getal, Raadpleging, Vraag
from tests.helpers_document import check_reference, words
from tests.reports.example_values import BRIEF, ENQUETE

BARE = AdviesbriefValues(
    Afzender("Huurdersvereniging Samen Sterk"),
    Geadresseerde("Woonservice Drenthe"),
    "Emmen",
    date(2026, 3, 5),
    "de sloop van twaalf woningen",
    "negatief",
)


def letter(outcome: AdviesUitkomst) -> AdviesbriefValues:
    kind: AdviesSoort = "instemming" if "instemming" in outcome else "adviesaanvraag"
    conditions = ("De kosten stijgen niet",) if outcome.endswith("_mits") else ()
    return replace(BARE, uitkomst=outcome, soort=kind, voorwaarden=conditions)


def text(values: AdviesbriefValues) -> str:
    return words(adviesbrief_document(values))


def test_the_whole_letter_reads_as_kept() -> None:
    check_reference(adviesbrief_document(BRIEF), "adviesbrief")


def test_a_letter_with_an_enquete_reads_as_kept() -> None:
    check_reference(
        adviesbrief_document(replace(BRIEF, raadplegingen=(ENQUETE, *BRIEF.raadplegingen))),
        "adviesbrief-enquete",
    )


def test_a_bare_letter_holds_nothing_but_the_advice() -> None:
    check_reference(adviesbrief_document(BARE), "adviesbrief-kaal")


MITS = ", mits u voldoet aan de voorwaarde in deze brief."
OUTCOMES = {
    "positief": "Wij adviseren positief over de sloop van twaalf woningen.",
    "positief_mits": "Wij adviseren positief over de sloop van twaalf woningen" + MITS,
    "negatief": "Wij adviseren negatief over de sloop van twaalf woningen.",
    "onthouding": "Wij onthouden ons van advies over de sloop van twaalf woningen.",
    "geen_bezwaar": "Wij hebben geen bezwaar tegen de sloop van twaalf woningen.",
    "instemming": "Wij stemmen in met de sloop van twaalf woningen.",
    "instemming_mits": "Wij stemmen in met de sloop van twaalf woningen" + MITS,
    "geen_instemming": "Wij stemmen niet in met de sloop van twaalf woningen.",
}


@pytest.mark.parametrize("outcome", get_args(AdviesUitkomst))
def test_each_outcome_stands_in_one_sentence_and_once(outcome: AdviesUitkomst) -> None:
    values = letter(outcome)
    others = [said for name, said in OUTCOMES.items() if name != outcome]
    assert text(values).count(OUTCOMES[outcome]) == 1
    assert not any(said in text(values) for said in others)
    check_reference(adviesbrief_document(values), f"adviesbrief-{outcome}")


@pytest.mark.parametrize("outcome", get_args(AdviesUitkomst))
def test_reasons_within_fourteen_days_are_asked_where_the_law_gives_them(outcome: AdviesUitkomst) -> None:
    asked = "binnen 14 dagen nadat u deze brief hebt ontvangen" in text(letter(outcome))
    assert asked == (outcome in ("positief", "positief_mits", "negatief"))


@pytest.mark.parametrize("outcome", [o for o in get_args(AdviesUitkomst) if not o.endswith("_mits")])
def test_a_condition_without_mits_is_refused(outcome: AdviesUitkomst) -> None:
    with pytest.raises(UserError, match="alleen bij een uitkomst met ‘mits’"):
        adviesbrief_document(replace(letter(outcome), voorwaarden=("Geen hogere huur",)))


def test_mits_without_a_condition_is_refused() -> None:
    with pytest.raises(UserError, match="minstens één voorwaarde"):
        adviesbrief_document(replace(BARE, uitkomst="positief_mits"))


def test_a_letter_without_outcome_is_refused() -> None:
    with pytest.raises(UserError, match="uitkomst van het advies is nog niet ingevuld"):
        adviesbrief_document(replace(BARE, uitkomst=None))


@pytest.mark.parametrize(("kind", "outcome"), [("instemming", "positief"), ("adviesaanvraag", "instemming")])
def test_an_outcome_that_does_not_fit_the_request_is_refused(
    kind: AdviesSoort, outcome: AdviesUitkomst
) -> None:
    with pytest.raises(UserError, match="past niet bij de soort"):
        adviesbrief_document(replace(BARE, soort=kind, uitkomst=outcome))


def test_a_request_for_the_agenda_is_no_advice() -> None:
    with pytest.raises(UserError, match="geen advies"):
        adviesbrief_document(replace(BARE, soort="agendering"))


@pytest.mark.parametrize(
    ("request_", "expected", "absent"),
    [
        (Aanvraag(ontvangen_op=date(2026, 1, 5)), "U noemde geen termijn.", "De laatste dag"),
        (
            Aanvraag(ontvangen_op=date(2026, 1, 5), termijn_dagen=28),
            "U gaf ons daarvoor vier weken. De Overlegwet geeft ons minstens zes weken",
            "U noemde geen termijn",
        ),
        (
            Aanvraag(ontvangen_op=date(2026, 1, 5), termijn_dagen=45),
            "U gaf ons daarvoor 45 dagen.",
            "minstens",
        ),
        (
            Aanvraag(
                ontvangen_op=date(2026, 1, 5),
                volledig_op=date(2026, 1, 19),
                termijn_dagen=42,
                laatste_dag=date(2026, 2, 16),
                laatste_dag_ons_standpunt=date(2026, 3, 2),
            ),
            "pas volledig op 19 januari 2026. Volgens ons is de laatste dag daarom 2 maart 2026.",
            "verlengd",
        ),
        (
            Aanvraag(ontvangen_op=date(2026, 1, 5), termijn_dagen=42, verlengd_tot=date(2026, 3, 1)),
            "schriftelijk verlengd tot en met 1 maart 2026.",
            "volledig",
        ),
        (Aanvraag(kenmerk="X-1"), "Uw kenmerk: X-1", "U noemde geen termijn"),
    ],
)
def test_a_sentence_about_the_term_stands_only_with_its_fact(
    request_: Aanvraag, expected: str, absent: str
) -> None:
    said = text(replace(BARE, aanvraag=request_))
    assert expected in said
    assert absent not in said


def test_an_unasked_advice_does_not_thank_for_a_request() -> None:
    said = text(replace(BARE, soort="ongevraagd"))
    assert "Wij geven u ongevraagd advies over de sloop van twaalf woningen." in said
    assert "14 dagen" not in said


def test_sections_without_content_have_no_heading() -> None:
    headings = [b.text for b in adviesbrief_document(BARE).blocks if isinstance(b, Heading)]
    assert headings == ["Ons advies", "Verzoek om reactie"]


def test_one_and_many_are_told_apart() -> None:
    two = replace(
        BRIEF, bijlagen=("a", "b"), kopie_aan=("c", "d"), afwijkende_meningen=("e", "f"), aanbevelingen=("g",)
    )
    said = text(two)
    for expected in (
        "Bijlagen:\n1. a\n2. b",
        "Kopie aan:\nc\nd",
        "Afwijkende meningen",
        "Onze aanbeveling\n",
    ):
        assert expected in said
    assert "Aan ons positieve advies is één voorwaarde verbonden:" in text(letter("positief_mits"))


def test_small_numbers_do_not_leave_the_organisation_in_a_letter() -> None:
    vraag = Vraag("Bent u het eens?", n=14, antwoorden=(Antwoord("Ja", 11), Antwoord("Nee", 3)))
    item = Raadpleging("Avond", respons=Getal(14), uitgenodigd=Getal(23), vragen=(vraag,))
    said = text(replace(BRIEF, raadplegingen=(item,)))
    assert "‘Bent u het eens?’ Ja: x; Nee: <5." in said
    assert "Aantallen van één tot en met vier tonen wij niet" in said
    few = text(replace(BRIEF, raadplegingen=(Raadpleging("Avond", respons=Getal(2), uitgenodigd=Getal(23)),)))
    assert "Er kwamen minder dan vijf antwoorden binnen." in few
    assert "%" not in few


def test_one_answer_is_singular() -> None:
    item = Raadpleging("Avond", respons=Getal(1), uitgenodigd=Getal(1), open_stemming=True)
    assert "Wij nodigden één huurder uit. Er kwam één antwoord binnen." in text(
        replace(BRIEF, raadplegingen=(item,))
    )


def test_markup_signs_and_long_texts_stay_what_they_are() -> None:
    sign = "<b>5 < 6 & *ster {naam}</b>"
    points = (Overweging(sign * 500, sign),)
    said = text(replace(BRIEF, overwegingen=points, proces=sign, slot=sign, onderwerp=sign))
    assert said.count(sign) >= 504


def test_paragraphs_and_lists_in_a_typed_text_are_kept() -> None:
    said = text(replace(BARE, overwegingen=(Overweging("Eerst dit.\n\nDan:\n- een\n- twee"),)))
    assert "Eerst dit.\nDan:\n- een\n- twee" in said


def test_a_concept_says_so_and_example_data_carries_its_mark() -> None:
    document = adviesbrief_document(replace(BRIEF, concept=True))
    assert document.mark == f"{MARK_EXAMPLE} · {MARK_CONCEPT}"
    fixed = adviesbrief_document(replace(BRIEF, concept=False, voorbeeld=False))
    assert fixed.mark is None


def test_a_letter_does_not_know_what_happened_after_its_day() -> None:
    told_later = replace(ENQUETE, terugkoppeling_op=date(2026, 3, 6))
    told_before = replace(ENQUETE, terugkoppeling_op=date(2026, 3, 4))
    assert "teruggekoppeld" not in text(replace(BARE, raadplegingen=(told_later,)))
    assert "teruggekoppeld" in text(replace(BARE, raadplegingen=(told_before,)))


def test_a_letter_without_a_place_begins_with_the_day() -> None:
    assert ", 5 maart 2026" not in text(replace(BARE, plaats=""))
    assert "Emmen, 5 maart 2026" in text(BARE)


def test_the_last_sentence_of_the_letter_goes_along_with_the_signatures() -> None:
    blocks = adviesbrief_document(BRIEF).blocks
    place = next(at for at, block in enumerate(blocks) if "vriendelijke groet" in str(block))
    last = blocks[place - 1]
    assert isinstance(last, Paragraph)
    assert last.keep_with_next


def test_a_heading_above_a_list_is_printed_and_ends_as_it_was_typed() -> None:
    points = (Overweging("- duur\n- traag", "Waarom niet?"), Overweging("Tekst.", "Kop"))
    blocks = adviesbrief_document(replace(BARE, overwegingen=points)).blocks
    start = blocks.index(Heading("Onze overwegingen")) + 1
    title, items, second = blocks[start : start + 3]

    assert isinstance(title, Paragraph)
    assert title.keep_with_next
    assert plain(title.text) == "Waarom niet?"
    assert items == Bullets(("duur", "traag"))
    assert isinstance(second, Paragraph)
    assert plain(second.text) == "Kop. Tekst."


def test_a_condition_with_signs_is_printed_as_typed() -> None:
    values = replace(BARE, uitkomst="positief_mits", voorwaarden=("v <b>", "ijs & weder"))

    assert Bullets(("v <b>", "ijs & weder."), numbered=True) in adviesbrief_document(values).blocks
