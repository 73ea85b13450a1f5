"""Letters in parts: proposals from facts, own text that stays, results put in, and the paper of both."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from page import ValidationProfile

from huurdersapp.actions import briefsjablonen, brieven, history, records
from huurdersapp.actions.context import Context
from huurdersapp.base import jobs
from huurdersapp.base.errors import UserError
from huurdersapp.reports.document import Heading, PageBreak, Table
from tests.actions.conftest import Made, changed
from tests.helpers_document import words
from tests.reports.paper_samples import docx_of, findings, pdf_of
from tools.paper_words import docx_words, pdf_words

PARTIES: dict[str, Any] = {
    "naam": "Woonwaard Súdwest",
    "straat": "Postbus 1",
    "postcode": "8600 AA",
    "plaats": "Sneek",
}


@pytest.fixture
def case(made: Made) -> int:
    """A negative advies with a raadpleging, of a landlord elsewhere."""
    made("partij", naam="Huurders Súdwest", soort="huurdersorganisatie", eigen=True, plaats="Sneek")
    landlord = made("verhuurder", **PARTIES)
    return made(
        "advies",
        onderwerp="de sloop van *twaalf* woningen",
        verhuurder=landlord,
        ontvangen_op="2019-07-01",
        termijn_dagen=42,
        uitkomst="negatief",
        overwegingen="# Huur\nDe huur stijgt.",
        raadplegingen=[poll(made, "Avond")],
    )


def poll(made: Made, title: str, **values: Any) -> int:
    base: dict[str, Any] = {
        "titel": title,
        "start_op": "2019-07-10",
        "sluit_op": "2019-07-20",
        "respons_totaal": 40,
        "beperkingen": "Jongeren kwamen weinig.",
        "methoden": [{"methode": "bijeenkomst"}],
        "vragen": [
            {
                "tekst": "Bent u voor?",
                "soort": "keuze",
                "beantwoord_door": 40,
                "opties": [{"tekst": "Ja", "aantal": 30}, {"tekst": "Nee", "aantal": 10}],
            }
        ],
    }
    return made("raadpleging", **{**base, **values})


@pytest.mark.parametrize(
    ("known", "expected", "absent"),
    [
        (
            {"termijn_dagen": 28},
            "U gaf ons daarvoor vier weken. De Overlegwet geeft ons minstens zes weken (artikel 5 lid 1). "
            "Volgens ons is de laatste dag daarom 12 augustus 2019.",
            "laatste dag van de termijn",
        ),
        (
            {"termijn_dagen": 28, "volledig_op": "2019-07-08"},
            "pas volledig op 8 juli 2019. Volgens ons is de laatste dag daarom 19 augustus 2019.",
            "5 augustus",
        ),
        (
            {"termijn_dagen": 28, "verlengd_tot": "2019-08-05"},
            "tot en met 5 augustus 2019. Volgens ons is de laatste dag daarom 12 augustus 2019.",
            "laatste dag van de termijn",
        ),
        (
            {"termijn_dagen": 28, "verlengd_tot": "2019-08-12"},
            "U gaf ons daarvoor vier weken. U hebt de termijn schriftelijk verlengd tot en met 12 augustus 2019.",
            "minstens zes weken",
        ),
        ({"termijn_dagen": 49}, "De laatste dag van de termijn is 19 augustus 2019.", "Volgens ons"),
    ],
)
def test_a_letter_never_argues_a_day_before_the_end_of_the_six_weeks_of_the_law(
    office: Context, case: int, known: dict[str, Any], expected: str, absent: str
) -> None:
    changed(office, "advies", case, **known)
    text = re.sub(r"\s+", " ", brieven.read_case(office, case).part("aanleiding").text)
    assert expected in text
    assert absent not in text


def test_a_letter_in_a_case_of_a_bewonerscommissie_names_it_and_sends_it_a_copy(
    office: Context, case: int, made: Made
) -> None:
    changed(office, "advies", case, commissie=made("commissie", naam="Bewonerscommissie De Brink"))
    letter = brieven.read_case(office, case)
    assert "Dit advies geven wij samen met bewonerscommissie De Brink." in letter.part("aanleiding").text
    assert letter.part("kopie_aan").text == "Bewonerscommissie De Brink"
    changed(office, "advies", case, kopie_aan=[{"tekst": "de gemeente"}])
    text = brieven.read_case(office, case).part("kopie_aan").text
    assert text == "de gemeente\nBewonerscommissie De Brink"
    changed(office, "advies", case, kopie_aan=[{"tekst": "Bewonerscommissie de Brink, mevrouw A"}])
    assert brieven.read_case(office, case).part("kopie_aan").text == "Bewonerscommissie de Brink, mevrouw A"
    assert "bewonerscommissie" not in brieven.read_case(office, made_consent(made)).part("aanleiding").text


def made_consent(made: Made) -> int:
    return made("advies", onderwerp="de kosten", soort="instemming", verhuurder=1, commissie=1)


def test_the_word_bewonerscommissie_stands_only_once(office: Context, case: int, made: Made) -> None:
    made("commissie", naam="Bewonerscommissie De Brink")
    for kind in ("agendering", "informatie"):
        number = made("brief", soort=kind, onderwerp="de huur", verhuurder=1, commissie=1)
        assert "samen met bewonerscommissie De Brink." in said(office, number)


def test_a_subject_that_begins_as_a_sentence_goes_on_small(office: Context, case: int) -> None:
    for subject, told in (("De sloop.", "over de sloop"), ("De Heidehoek", "over De Heidehoek")):
        changed(office, "advies", case, onderwerp=subject)
        letter = brieven.read_case(office, case)
        assert letter.subject == f"ons advies {told}"
        assert f"negatief {told}." in letter.part("advies").text


def said(ctx: Context, number: int) -> str:
    return words(brieven.document(ctx, number))


def test_the_letter_of_a_case_can_be_read_before_there_is_a_record(office: Context, case: int) -> None:
    before = office.store.head.seq
    letter = brieven.read_case(office, case)
    assert letter.number is None
    assert letter.subject == "ons advies over de sloop van *twaalf* woningen"
    assert letter.address == ("Woonwaard Súdwest", "Postbus 1", "8600 AA  SNEEK")
    assert "Wij adviseren negatief" in letter.part("advies").text
    assert office.store.head.seq == before


def test_there_is_one_letter_of_a_case(office: Context, case: int) -> None:
    number = brieven.letter_of(office, case)
    assert brieven.letter_of(office, case) == number
    letter = brieven.read(office, number)
    assert (letter.kind, letter.case, letter.number) == ("advies", case, number)
    assert said(office, number) == words(brieven.case_document(office, case))


@pytest.mark.parametrize(
    ("kind", "subject"),
    [
        ("informatie", "verzoek om informatie over de huur"),
        ("agendering", "verzoek om te agenderen: de huur"),
        ("ongevraagd", "ongevraagd advies over de huur"),
        ("instemming", "uw verzoek om instemming met de huur"),
    ],
)
def test_a_case_of_each_kind_has_a_letter_before_and_after_there_is_a_record(
    office: Context, case: int, made: Made, kind: str, subject: str
) -> None:
    outcome = {"ongevraagd": "positief", "instemming": "instemming"}.get(kind)
    number = made("advies", onderwerp="de huur", soort=kind, verhuurder=1, uitkomst=outcome)
    letter = brieven.read_case(office, number)
    assert (letter.number, letter.kind, letter.case, letter.subject) == (None, kind, number, subject)
    assert letter.address[0] == "Woonwaard Súdwest"
    before = words(brieven.case_document(office, number))
    assert said(office, brieven.letter_of(office, number)) == before
    assert brieven.read_case(office, number).number == brieven.letter_of(office, number)


def test_the_texts_of_the_parts_are_what_is_printed(office: Context, case: int) -> None:
    letter = brieven.read_case(office, case)
    printed = " ".join(words(brieven.case_document(office, case)).split())
    for part in letter.parts:
        for line in part.text.splitlines():
            bare = re.sub(r"^(-|\d+\.) |\*\*|\\", "", line)
            assert " ".join(bare.split()) in printed


def test_a_part_that_was_rewritten_stays_when_facts_change_and_says_so(office: Context, case: int) -> None:
    number = brieven.letter_of(office, case)
    brieven.write_part(office, number, "advies", "Wij zijn **tegen** de sloop.")
    assert not brieven.read(office, number).part("advies").changed
    assert "Wij zijn tegen de sloop." in said(office, number)

    records.change(office, office.spec("advies"), case, {"uitkomst": "positief"})
    part = brieven.read(office, number).part("advies")
    assert part.changed
    assert part.text == "Wij zijn **tegen** de sloop."
    assert "negatief" in part.basis
    assert "positief" in part.now
    assert not brieven.read(office, number).part("overwegingen").changed

    brieven.keep_part(office, number, "advies")
    assert not brieven.read(office, number).part("advies").changed
    assert "Wij zijn tegen de sloop." in said(office, number)

    brieven.restore_part(office, number, "advies")
    assert brieven.read(office, number).part("advies").own is None
    assert "Wij adviseren positief" in said(office, number)


def test_each_change_of_a_part_can_be_undone(office: Context, case: int) -> None:
    number = brieven.letter_of(office, case)
    brieven.write_part(office, number, "reactie", "Zegt u het maar.")
    brieven.restore_part(office, number, "reactie")
    history.undo(office)
    assert brieven.read(office, number).part("reactie").own == "Zegt u het maar."
    history.undo(office)
    assert brieven.read(office, number).part("reactie").own is None


def test_a_letter_that_is_a_day_older_did_not_change_for_that(office: Context, case: int) -> None:
    number = brieven.letter_of(office, case)
    brieven.write_part(office, number, "reactie", "Zegt u het maar.")
    later = brieven.read(office, number, on=date(2019, 9, 20)).part("reactie")
    assert "4 oktober 2019" in " ".join(later.proposal.split())
    assert not later.changed


def test_writing_just_what_is_proposed_is_nothing_of_ones_own(office: Context, case: int) -> None:
    number = brieven.letter_of(office, case)
    brieven.write_part(office, number, "advies", brieven.read(office, number).part("advies").proposal)
    assert brieven.read(office, number).part("advies").own is None


def test_an_emptied_part_is_left_out_with_its_heading(office: Context, case: int) -> None:
    number = brieven.letter_of(office, case)
    assert "Onze overwegingen" in said(office, number)
    brieven.write_part(office, number, "overwegingen", "")
    assert "Onze overwegingen" not in said(office, number)


def test_an_unknown_part_is_told_and_writes_nothing(office: Context, case: int) -> None:
    number = brieven.letter_of(office, case)
    seq = office.store.head.seq
    with pytest.raises(UserError, match="‘slotwoord’ hoort niet"):
        brieven.write_part(office, number, "slotwoord", "Dag.")
    assert office.store.head.seq == seq


def test_a_letter_stands_on_the_letterhead_of_whoever_writes_it(
    office: Context, case: int, made: Made
) -> None:
    made("briefpapier", naam="Ons papier", venster="rechts", onderregel="KvK 12345678")
    paper = brieven.case_document(office, case)
    assert (paper.window, paper.imprint) == ("right", "KvK 12345678")


# -- results -------------------------------------------------------------------------------------------------------


def test_a_result_is_put_in_with_method_n_response_and_limits(office: Context, case: int, made: Made) -> None:
    number = brieven.letter_of(office, case)
    other = poll(made, "Enquête", respons_totaal=50, methoden=[{"methode": "enquete"}])
    brieven.insert_result(office, number, "overwegingen", other)
    text = brieven.read(office, number).part("overwegingen").text
    assert text.startswith("**Huur.** De huur stijgt.")
    for expected in (
        "‘Enquête’",
        "enquête",
        "50 antwoorden",
        "Ja: 30",
        "Jongeren kwamen weinig.",
        "indicatief",
    ):
        assert expected in text
    assert "‘Enquête’" in brieven.read(office, number).part("achterban").text
    assert brieven.read(office, number).part("bijlagen").text.splitlines() == [
        "Uitslag van de raadpleging ‘Avond’",
        "Uitslag van de raadpleging ‘Enquête’",
    ]


def test_a_result_in_the_part_about_the_achterban_links_it_and_stays_a_proposal(
    office: Context, case: int, made: Made
) -> None:
    number = brieven.letter_of(office, case)
    other = poll(made, "Enquête")
    brieven.insert_result(office, number, "achterban", other)
    brieven.insert_result(office, number, "achterban", other)
    part = brieven.read(office, number).part("achterban")
    assert part.own is None
    assert part.text.count("‘Enquête’") == 1
    assert "twee keer geraadpleegd" in part.text


def test_a_bijlage_can_be_left_out(office: Context, case: int) -> None:
    number = brieven.letter_of(office, case)
    assert "Bijlage: Uitslag van de raadpleging ‘Avond’" in said(office, number)
    brieven.write_part(office, number, "bijlagen", "")
    assert "Bijlage" not in said(office, number)


def test_the_pages_of_an_outcome_go_along_as_long_as_it_is_among_the_bijlagen(
    office: Context, case: int, made: Made
) -> None:
    number = brieven.letter_of(office, case)
    brieven.insert_result(office, number, "achterban", poll(made, "Enquête"))
    breaks = [at for at, block in enumerate(brieven.document(office, number).blocks) if block == PageBreak()]
    blocks = brieven.document(office, number).blocks
    assert [blocks[at + 1] for at in breaks] == [Heading("Bijlage 1"), Heading("Bijlage 2")]
    assert any(isinstance(block, Table) for block in blocks[breaks[1] :])

    brieven.write_part(office, number, "bijlagen", "Een tekening\nUitslag van de raadpleging ‘Enquête’")
    blocks = brieven.document(office, number).blocks
    (at,) = [at for at, block in enumerate(blocks) if block == PageBreak()]
    assert blocks[at + 1 : at + 3] == (Heading("Bijlage 2"), Heading("Enquête", 2))


def test_two_raadplegingen_with_one_title_each_have_their_own_pages(
    office: Context, case: int, made: Made
) -> None:
    number = brieven.letter_of(office, case)
    other = poll(made, "Avond", respons_totaal=55)
    brieven.insert_result(office, number, "achterban", other)
    lines = brieven.read(office, number).part("bijlagen").text.splitlines()
    assert lines == [f"Uitslag van de raadpleging ‘Avond’ (nummer {each})" for each in (1, other)]
    first, second = said(office, number).split("Bijlage 1\n")[1].split("Bijlage 2\n")
    assert ("55" in first, "55" in second) == (False, True)


def test_a_letter_with_annexes_can_be_read_aloud_and_says_the_same_in_both_files(
    office: Context, case: int
) -> None:
    paper = brieven.case_document(office, case)
    pdf, _written = pdf_of(paper)
    assert findings(pdf, ValidationProfile.PDF_UA_1) == []
    assert pdf_words(pdf) == docx_words(docx_of(paper))


def test_bijlagen_that_somebody_listed_are_not_listed_again(office: Context, case: int) -> None:
    change = {"bijlagen": [{"omschrijving": "De uitslag van juli"}]}
    records.change(office, office.spec("advies"), case, change)
    assert brieven.read_case(office, case).part("bijlagen").text == "De uitslag van juli"


def test_small_numbers_stay_hidden_in_texts_and_in_what_is_put_in(
    office: Context, case: int, made: Made
) -> None:
    number = brieven.letter_of(office, case)
    few = [{"tekst": "Ja", "aantal": 37}, {"tekst": "Nee", "aantal": 3}]
    question = {"tekst": "Blijft u?", "soort": "keuze", "beantwoord_door": 40, "opties": few}
    other = poll(made, "Klein", vragen=[question])
    brieven.insert_result(office, number, "overwegingen", other)
    letter = brieven.read(office, number)
    for key in ("overwegingen", "achterban"):
        assert "Nee: <5" in letter.part(key).text
        assert "Ja: 37" not in letter.part(key).text


# -- refusals ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({"uitkomst": None}, "uitkomst van het advies is nog niet ingevuld"),
        ({"uitkomst": "positief_mits"}, "minstens één voorwaarde"),
        ({"verhuurder": None}, "geen verhuurder"),
    ],
)
def test_a_letter_that_cannot_be_printed_can_be_read_and_loses_nothing(
    office: Context, case: int, values: dict[str, Any], told: str
) -> None:
    number = brieven.letter_of(office, case)
    brieven.write_part(office, number, "vervolg", "Tot gauw.")
    records.change(office, office.spec("advies"), case, values)
    letter = brieven.read(office, number)
    assert told in letter.refusal
    assert letter.part("vervolg").text == "Tot gauw."
    with pytest.raises(UserError, match=told):
        brieven.document(office, number)


# -- templates -----------------------------------------------------------------------------------------------------


def test_an_own_template_leads_and_that_of_the_landlord_before_all(
    office: Context, case: int, made: Made
) -> None:
    made("briefsjabloon", naam="Ons", soort="advies", tekst="[vervolg]\nDag.\n\n[proces] Weg\nLang.")
    assert brieven.read_case(office, case).part("vervolg").text == "Dag."
    other = made("verhuurder", naam="Een ander")
    made("briefsjabloon", naam="Ander", soort="advies", verhuurder=other, tekst="[vervolg]\nNee.")
    assert brieven.read_case(office, case).part("vervolg").text == "Dag."
    made(
        "briefsjabloon",
        naam="Hun",
        soort="advies",
        verhuurder=1,
        tekst="[vervolg] Hoe verder\nTot ziens, {verhuurder}.",
    )
    letter = brieven.read_case(office, case)
    assert letter.part("vervolg").text == "Tot ziens, Woonwaard Súdwest."
    assert letter.part("vervolg").title == "Hoe verder"
    assert letter.part("proces").text == "Lang."
    assert "Wij adviseren negatief" in letter.part("advies").text


def test_a_kept_template_that_can_no_longer_be_read_is_told_and_the_letter_is_there(
    office: Context, case: int, made: Made
) -> None:
    number = made("briefsjabloon", naam="Oud", soort="advies", tekst="[vervolg]\nDag.")
    with office.store.step("Zoals een oudere versie het bewaarde") as db:
        row: Any = records.find(db, office.spec("briefsjabloon"), number)
        row.tekst = "[vervolg]\nDag {iedereen}."
    letter = brieven.read_case(office, case)
    assert letter.part("vervolg").text == "Wij lichten dit advies graag toe."
    (told,) = letter.warnings
    for expected in ("Sjabloon 1 is niet gebruikt.", "Regel 2", "‘iedereen’"):
        assert expected in told


def test_a_template_with_a_fault_is_refused_with_line_and_mend(office: Context, made: Made) -> None:
    with pytest.raises(UserError, match=r"Regel 2: het veld ‘onderwrp’ bestaat niet. Bedoelt u ‘onderwerp’"):
        made("briefsjabloon", naam="Fout", soort="advies", tekst="[advies]\nOver {onderwrp}.")


@pytest.mark.parametrize("kind", ["advies", "instemming", "ongevraagd"])
def test_a_template_goes_out_as_a_file_and_comes_back(
    office: Context, made: Made, tmp_path: Path, kind: str
) -> None:
    number = made("briefsjabloon", **briefsjablonen.begin(office, kind))
    path = tmp_path / "delen.txt"
    briefsjablonen.export(office, number, path)
    saved = briefsjablonen.load(office, path, kind).records[0]
    assert saved["naam"] == "delen"
    assert saved["tekst"] == records.show(office, office.spec("briefsjabloon"), number)["tekst"]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"[advies]\n{onderwrp}", r"fout\.txt\. Regel 2: het veld ‘onderwrp’"),
        (b"\xff\xfe\x00", "geen gewone tekst"),
        (b"x" * 1_000_000, "te groot"),
        (None, "kan niet worden gelezen"),
    ],
)
def test_a_file_that_is_no_template_is_told(
    office: Context, tmp_path: Path, content: bytes | None, told: str
) -> None:
    path = tmp_path / "fout.txt"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(UserError, match=told):
        briefsjablonen.load(office, path, "advies")


# -- paper ---------------------------------------------------------------------------------------------------------


def test_a_letter_with_own_parts_is_written_to_both_files(office: Context, case: int, tmp_path: Path) -> None:
    number = brieven.letter_of(office, case)
    brieven.write_part(office, number, "reactie", "Graag antwoord op:\n\n1. de huur\n2. de sloop")
    for name in ("brief.pdf", "brief.docx"):
        jobs.run(brieven.write(office, number, tmp_path / name))
    made = pdf_words((tmp_path / "brief.pdf").read_bytes())
    assert made == docx_words((tmp_path / "brief.docx").read_bytes())
    assert "Graag antwoord op:" in " ".join(made)
    assert pdf_words(jobs.run(brieven.preview(office, number)).pdf) == made
