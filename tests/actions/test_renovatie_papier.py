"""The papers of a renovation from its records: what was counted, on any day, and nobody's name."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from huurdersapp.actions import (
    brief_bronnen,
    brieven,
    brieven_velen,
    records,
    renovatie_papier,
    renovatie_sluiten,
)
from huurdersapp.actions.context import Context
from huurdersapp.actions.renovatie_papier import OF_PROJECT, PAPERS, Choices
from huurdersapp.app import opened
from huurdersapp.base import clock, jobs
from huurdersapp.base.errors import UserError
from tests.actions.conftest import changed, numbers
from tests.helpers_document import words
from tests.reports.paper_samples import extracted, findings
from tools.paper_words import docx_words, html_words

TODAY = date(2026, 6, 1)
FLAT, BLOCK, BARE = 1, 2, 3
"""A flat of 25 homes with 16 of 23, a block of nine, and a building without homes."""
GONE = 2
"""A project without a building."""
SECRET = ("Zonnetje Geheim", "0591-987654", "Tekenaar Stiekem", "Durft het niet te zeggen")
"""Planted in the columns with something personal."""


def _home(at: int, said: str) -> dict[str, Any]:
    home: dict[str, Any] = {
        "eenheid": FLAT,
        "straat": "Houtweg",
        "huisnummer": at,
        "postcode": "7822 AP",
        "trappenhuis": "portiek A" if at <= 12 else "portiek B",
        "instemming": said,
    }
    if said in ("ja", "nee"):
        home |= {"instemming_op": "2026-05-10", "vorm": "akkoordverklaring", "formulier": f"HW-{at:03}"}
        home |= {"ondertekend_door": SECRET[2]}
    if said != "leeg":
        home |= {"huurder": f"{SECRET[0]} {at}", "telefoon": SECRET[1], "peiling": "twijfel"}
        home |= {"bezwaar": SECRET[3], "bezwaar_toestemming": True}
    if said == "geen_reactie":
        home["contacten"] = [{"datum": "2026-05-20", "uitkomst": "niet_thuis", "terug_op": "2026-06-03"}]
    return home


@pytest.fixture(scope="module")
def flat_made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An administration with renovations, made once."""
    folder = tmp_path_factory.mktemp("renovatie") / "gegevens"
    with clock.fixed(TODAY), opened(folder, create=True, author="Fatima") as ctx:

        def make(kind: str, *rows: dict[str, Any]) -> None:
            records.create(ctx, ctx.spec(kind), list(rows))

        make(
            "partij",
            {"naam": "De Deel", "soort": "huurdersorganisatie", "eigen": True, "plaats": "Emmen"},
        )
        make("verhuurder", {"naam": "Woonstichting Het Erf"})
        make(
            "advies",
            {"onderwerp": "de renovatie", "uitkomst": "negatief", "verstuurd_op": "2026-03-20"},
            {"onderwerp": "het stille plan", "uitkomst": "positief", "verstuurd_op": "2026-03-21", "vertrouwelijk": True},
            {"onderwerp": "het sociaal plan", "uitkomst": "positief"},
        )  # fmt: skip
        make("raadpleging", {"titel": "Plannen", "start_op": "2026-02-01", "respons_totaal": 43})
        make(
            "renovatieproject",
            {
                "titel": "Houtweg en omgeving",
                "verhuurder": 1,
                "meting_van": "2026-04-01",
                "meting_tot": "2026-06-15",
                "gevraagd": "Maak het sociaal plan af.",
                "peiling_aan": True,
                "voorstellen": [
                    {"datum": "2026-03-01", "werk": "Isoleren en zonnepanelen."},
                    {
                        "datum": "2026-04-20",
                        "werk": "Isoleren.",
                        "huur_per_maand": 2500,
                        "verhuizen": "tijdelijk",
                    },
                ],
                "adviezen": [1, 2, 3],
                "raadplegingen": [1],
            },
            {"titel": "Nog zonder gebouw"},
        )
        make(
            "bouwkundige_eenheid",
            {
                "naam": "Houtflat",
                "project": 1,
                "verhuurder_ja": 17,
                "verhuurder_van": 23,
                "zorgen": [{"onderwerp": "overlast", "aantal": 3, "gevraagd": "Niet boren voor negen uur."}],
            },
            {"naam": "Beukenblok", "project": 1},
            {"naam": "Leeg gebouw", "project": 1},
        )
        said = ["ja"] * 16 + ["nee"] * 4 + ["geen_reactie"] * 2 + ["niet_benaderd"] + ["leeg"] * 2
        make("renovatiewoning", *(_home(at, each) for at, each in enumerate(said, 1)))
        block = {"eenheid": BLOCK, "straat": "Beukenlaan"}
        make("renovatiewoning", *(block | {"huisnummer": at} for at in range(1, 10)))
    return folder


@pytest.fixture
def ctx(flat_made: Path, data_folder: Path) -> Iterator[Context]:
    """A copy for this test alone."""
    shutil.copytree(flat_made, data_folder)
    with clock.fixed(TODAY), opened(data_folder) as context:
        yield context


@pytest.fixture(scope="module")
def seen(flat_made: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Context]:
    """Only to be looked at."""
    folder = tmp_path_factory.mktemp("bekeken") / "gegevens"
    shutil.copytree(flat_made, folder)
    with clock.fixed(TODAY), opened(folder) as context:
        yield context


def said(ctx: Context, kind: str, number: int = 1, **choices: Any) -> str:
    return words(renovatie_papier.document_of(ctx, kind, number, Choices(**choices)))


READERS = {".pdf": extracted, ".docx": docx_words, ".html": html_words}
EVERY = [
    ("telblad", {}),
    ("telblad", {"blanco": True}),
    ("telblad", {"zonder_adressen": True}),
    ("renovatielijst", {}),
    ("renovatielijst", {"per_trappenhuis": True, "alleen_open": True}),
    ("renovatieverslag", {}),
    ("zorgenblad", {"intern": True}),
    ("rechtenbrief", {}),
]


# -- nobody in it ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("kind", "choices"), EVERY)
def test_no_name_telephone_sounding_or_reason_comes_on_paper_in_any_format(
    seen: Context, tmp_path: Path, kind: str, choices: dict[str, Any]
) -> None:
    texts = []
    for ending in (".pdf", ".docx", ".html"):
        path = tmp_path / f"papier{ending}"
        jobs.run(renovatie_papier.write(seen, kind, 1, path, Choices(**choices)))
        texts.append(" ".join(READERS[ending](path.read_bytes())))
    assert findings((tmp_path / "papier.pdf").read_bytes()) == []
    for text in texts:
        found = [
            word for word in ("Zonnetje", "Geheim", "987654", "Stiekem", "Durft", "wijfel") if word in text
        ]
        assert found == []
        assert "De Deel" in text or "Houtflat" in text


def test_names_are_on_the_walk_list_when_somebody_asks_and_only_where_there_are_any(seen: Context) -> None:
    listed = said(seen, "renovatielijst", met_namen=True)
    assert len(re.findall(r"Zonnetje Geheim \d+", listed)) == 23
    assert "987654" not in listed
    document = renovatie_papier.document_of(seen, "renovatielijst", BLOCK, Choices(met_namen=True))
    assert document.mark is None
    assert "Huurder |" not in words(document)


# -- what they say --------------------------------------------------------------------------------------------------


def test_the_telblad_counts_whole_numbers_and_names_each_home_with_its_form(seen: Context) -> None:
    text = said(seen, "telblad")
    assert "Aantal huurders (n) | 23" in text
    assert "Nog 1 nodig: 16 van de 17." in text
    assert "69,57 %" in text
    assert "70,0" not in text
    assert "Houtweg 3 | Ja | 10-05-2026 | Akkoordverklaring | HW-003 | 2" in text
    assert "Houtweg 24 | Leeg | – | – | – | –" in text
    assert "portiek A | 12 | 0 | 12 | 12 | 0 | 0 | 0" in text
    assert "Voorstel: versie 2 van 20 april 2026" in text
    homes = re.findall(r"^\| Houtweg (\d+)", text, re.MULTILINE)
    assert homes == [str(at) for at in range(1, 26)]


def test_a_telblad_of_an_earlier_day_tells_what_held_then(ctx: Context) -> None:
    before = said(ctx, "telblad", op=date(2026, 5, 9))
    assert "Gegeven: stemde in | 0" in before
    assert "Houtweg 3 | Nog niet benaderd | – | – | – | –" in before
    first = said(ctx, "telblad", op=date(2026, 3, 2))
    assert "Voorstel: versie 1 van 1 maart 2026" in first
    (home,) = numbers(ctx, "renovatiewoning", "straat=Houtweg", "huisnummer=3")
    eerder = {
        "versie": 1,
        "instemming": "nee",
        "datum": "2026-04-02",
        "vervallen_op": "2026-04-20",
        "vorm": "email",
        "formulier": "OUD-3",
    }
    changed(ctx, "renovatiewoning", home, eerder=[eerder], vraagt_versie=2)
    then = said(ctx, "telblad", op=date(2026, 4, 10))
    assert "Houtweg 3 | Nee | 02-04-2026 | E-mail | OUD-3" in then
    assert "Stemde niet in | 1" in then
    report = said(ctx, "renovatieverslag")
    assert "2 | 20-04-2026 | – | 1 antwoord verviel" in report


def test_each_number_of_the_telblad_opens_as_many_homes_as_it_says(seen: Context) -> None:
    for kind in ("telblad", "renovatieverslag"):
        paper = jobs.run(renovatie_papier.make(seen, kind, 1))
        opened = [
            (link.says, numbers(seen, link.behind.kind, *link.behind.where))
            for link in paper.links
            if link.behind.kind == "renovatiewoning"
        ]
        assert len(opened) > 10
        assert [(says, len(found)) for says, found in opened if says != str(len(found))] == []


def test_the_walk_list_leaves_out_who_answered_and_where_nobody_lives(seen: Context) -> None:
    everybody = said(seen, "renovatielijst")
    assert "Op deze lijst staan 23 woningen." in everybody
    assert "Houtweg 1 | Antwoord is er" in everybody
    open_only = said(seen, "renovatielijst", alleen_open=True)
    assert "Op deze lijst staan 3 woningen waarvan het antwoord er nog niet is." in open_only
    assert "Houtweg 21 | Niet thuis 20-5; terug 3-6" in open_only
    assert "Houtweg 24" not in open_only


def test_the_report_names_no_confidential_advies_and_no_outcome_before_it_was_sent(seen: Context) -> None:
    text = said(seen, "renovatieverslag")
    assert "Advies ‘de renovatie’: negatief." in text
    assert "het stille plan" not in text
    assert "Advies ‘het sociaal plan’: nog niet uitgebracht." in text
    assert "Raadpleging ‘Plannen’: 1 februari 2026, 43 antwoorden." in text
    assert (
        "telde dat 17 van de 23 huurders instemden. Dat is anders dan onze telling: één instemming meer."
        in text
    )
    assert "Overlast tijdens het werk | <5" in text
    assert "Beukenblok: Geen wettelijk vermoeden" in text
    assert "Leeg gebouw: Er zijn geen huurders om te tellen." in text


def test_a_worry_is_exact_only_on_the_sheet_that_stays_inside(seen: Context) -> None:
    assert "Overlast tijdens het werk | <5 | Niet boren voor negen uur." in said(seen, "zorgenblad")
    assert "Overlast tijdens het werk | 3 |" in said(seen, "zorgenblad", intern=True)


def test_without_a_building_or_homes_a_sentence_says_so(seen: Context) -> None:
    assert "nog geen bouwkundige eenheid" in said(seen, "renovatieverslag", GONE)
    assert "nog geen bouwkundige eenheid" in said(seen, "zorgenblad", GONE)
    assert "In deze eenheid staan nog geen woningen." in said(seen, "telblad", BARE)
    assert "nog geen woningen" in said(seen, "renovatielijst", BARE)


def test_what_cannot_be_made_says_why(seen: Context, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="kennen wij niet"):
        jobs.run(renovatie_papier.make(seen, "poster", 1))
    with pytest.raises(UserError, match="heeft niets om in te vullen"):
        said(seen, "telblad", blanco=True, zonder_adressen=True)
    for kind in PAPERS:
        with pytest.raises(UserError):
            said(seen, kind, 99)
    with pytest.raises(UserError, match=r"alleen als \.pdf"):
        jobs.run(renovatie_papier.write_letters(seen, FLAT, tmp_path / "x.docx"))
    for kind in ("telblad", "renovatieverslag"):
        with pytest.raises(UserError, match="Deze dag moet nog komen"):
            said(seen, kind, op=TODAY + timedelta(1))
    assert numbers(seen, "brief") == []
    assert set(OF_PROJECT) < set(PAPERS)


def test_after_closing_all_papers_still_say_what_was_counted(ctx: Context) -> None:
    before = said(ctx, "telblad")
    renovatie_sluiten.close(ctx, 1, sure=True)
    assert said(ctx, "telblad") == before
    assert "afgesloten op 1 juni 2026" in said(ctx, "renovatieverslag")
    listed = renovatie_papier.document_of(ctx, "renovatielijst", FLAT, Choices(met_namen=True))
    assert listed.mark is None
    assert "Geheim" not in words(listed)


# -- the letter -----------------------------------------------------------------------------------------------------


def test_before_the_count_the_letter_tells_what_seventy_percent_and_silence_mean(seen: Context) -> None:
    text = said(seen, "rechtenbrief")
    assert "Woonstichting Het Erf wil uw woning renoveren." in text
    assert "Het nieuwste is van 20 april 2026." in text
    assert "De huur gaat volgens het voorstel € 25 per maand omhoog." in text
    assert "naar een wisselwoning" in text
    assert "U kunt antwoorden tot en met 15 juni 2026." in text
    assert "Uw gebouw heeft 23 huurders. Voor 70 % moeten er minstens 17 instemmen." in text
    assert "Wie niet antwoordt, telt mee als huurder en stemt niet in." in text
    assert "Vanaf die brief hebt u acht weken." in text
    assert "16" not in text.replace("2026", "")  # what others answered is nobody's business
    assert "Voor onderhoud en dringend werk heeft de verhuurder uw instemming niet nodig." in text
    assert "Dan kunt u nog naar de rechter. Hieronder leest u hoeveel tijd u daarvoor hebt." in text


def test_after_the_notice_the_letter_gives_the_last_day_and_later_that_it_is_past(ctx: Context) -> None:
    changed(ctx, "bouwkundige_eenheid", FLAT, aangezegd_op="2026-05-20")
    text = said(ctx, "rechtenbrief")
    assert "De verhuurder schreef op 20 mei 2026 dat 70 % van de huurders instemde." in text
    assert "Wij houden 15 juli 2026 aan als laatste dag." in text
    assert "U kunt antwoorden" not in text
    # Eight weeks after the 17th of May is Sunday 12 July: a tenant is told the earlier day, not that of Monday.
    changed(ctx, "bouwkundige_eenheid", FLAT, aangezegd_op="2026-05-17")
    moved = (
        "Wij houden 12 juli 2026 aan als laatste dag. Volgens de Algemene termijnenwet is het 13 juli 2026."
    )
    assert moved in said(ctx, "rechtenbrief")
    with clock.fixed(date(2026, 7, 13)):
        assert moved in said(ctx, "rechtenbrief"), "who may still go is not told that it is over"
    with clock.fixed(date(2026, 7, 14)):
        assert "Volgens ons was de laatste dag 12 juli 2026." in said(ctx, "rechtenbrief")
    changed(ctx, "bouwkundige_eenheid", FLAT, aangezegd_op="2026-05-20")
    with clock.fixed(date(2026, 7, 16)):
        late = said(ctx, "rechtenbrief")
    assert "Volgens ons was de laatste dag 15 juli 2026." in late
    assert "Wij houden" not in late


def test_below_ten_homes_the_letter_says_that_the_rule_does_not_hold(seen: Context) -> None:
    text = said(seen, "rechtenbrief", BLOCK)
    assert "Uw gebouw heeft er minder." in text
    assert "Dan moet de verhuurder naar de rechter als hij toch wil doorgaan." in text
    assert "acht weken" not in text
    bare = said(seen, "rechtenbrief", BARE)
    assert "Uw gebouw" not in bare


def test_the_letter_goes_to_every_home_with_a_tenant_and_into_the_register_once(
    ctx: Context, tmp_path: Path
) -> None:
    changed(ctx, "renovatiewoning", 1, huurovereenkomst="kamer 1")
    extra = {"eenheid": FLAT, "straat": "Houtweg", "huisnummer": 1, "huurovereenkomst": "kamer 2"}
    records.create(ctx, ctx.spec("renovatiewoning"), [extra])
    target = tmp_path / "brieven.pdf"
    done = jobs.run(renovatie_papier.write_letters(ctx, FLAT, target))
    (letter,) = numbers(ctx, "brief")
    assert records.show(ctx, ctx.spec("brief"), letter)["status"] == "concept"
    pages = extracted(target.read_bytes())
    assert done.pages == len(pages)
    streets = [
        line.strip() for page in pages for line in page.splitlines() if re.fullmatch(r"Houtweg \d+ ?", line)
    ]
    assert len(streets) == 23
    assert streets[:2] == ["Houtweg 1", "Houtweg 3"]
    assert not any("Geheim" in page for page in pages)
    assert renovatie_papier.letter_of(ctx, FLAT) == letter
    # What somebody rewrote is what goes out, and what is shown.
    brieven.write_part(ctx, letter, "vervolg", "Kom op dinsdag langs.")
    assert "Kom op dinsdag langs." in said(ctx, "rechtenbrief")
    changed(ctx, "brief", letter, verstuurd_op="2026-06-01")
    assert renovatie_papier.letter_of(ctx, FLAT) != letter


def test_a_letter_without_a_building_says_what_to_choose(ctx: Context) -> None:
    (record,) = records.create(ctx, ctx.spec("brief"), [{"soort": "rechten", "onderwerp": "x"}]).records
    with pytest.raises(UserError, match="niet aan welke adressen") as caught:
        brieven_velen.homes(ctx, int(record["nummer"]))
    assert "bouwkundige eenheid" in caught.value.told()


def test_a_letter_stands_on_its_building_and_proposal(ctx: Context) -> None:
    number = renovatie_papier.letter_of(ctx, FLAT)

    def stands_on() -> list[Any]:
        with ctx.store.reading() as db:
            return brief_bronnen.sources(db, records.find(db, ctx.spec("brief"), number))

    before = stands_on()
    changed(ctx, "bouwkundige_eenheid", FLAT, aangezegd_op="2026-05-20")
    (change,) = brief_bronnen.changes(before, stands_on())
    assert "20-05-2026" in change.text
