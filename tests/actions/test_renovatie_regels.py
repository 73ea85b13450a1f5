"""Renovations stand in every report on one line each: per building, as counted at the end of the period, and without a number
that would tell neighbours who said what."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from huurdersapp.actions import brief_bronnen, brieven, records, verslag
from huurdersapp.actions.context import Context
from huurdersapp.actions.renovatie_regels import questions, renovation_lines
from huurdersapp.actions.verslagen.opdracht import Opdracht
from huurdersapp.actions.verslagen.soorten import SOORTEN, Soort
from huurdersapp.app import opened
from huurdersapp.base import clock, period
from huurdersapp.records.brief import Brief
from huurdersapp.records.draagvlak import Telling
from huurdersapp.reports.document import Document, Heading, Source
from huurdersapp.reports.renovatie_delen import TITLE, agreed, in_short, renovatie_blocks, standing
from huurdersapp.reports.renovatie_values import FEW, Renovatie, gebouw, is_few
from tests.actions.conftest import changed, numbers
from tests.actions.verslagen.test_samen import check_lists, spans_of
from tests.helpers_document import words

TODAY = date(2019, 9, 2)
BUILDINGS = {
    "Groot": (16, 4, 3, 2, 1),  # 16 of 23: not reached, and shown
    "Klein": (6, 1, 0, 2, 1),  # 6 of 7, seven and two empty homes: few said no
    "Ruim": (15, 5, 0, 0, 2),
}
"""Yes, no, no reaction and empty homes, and of which project."""
TELLING = ("trimester", "input", "jaar", "thema", "wijk", "overdracht")
"""The kinds of report that tell of renovations."""


def created(ctx: Context, kind: str, *values: dict[str, Any]) -> list[int]:
    done = records.create(ctx, ctx.spec(kind), list(values))
    return [int(record["nummer"]) for record in done.records]


def homes(name: str, unit: int) -> Iterator[dict[str, Any]]:
    yes, no, silent, empty, _project = BUILDINGS[name]
    said = ["ja"] * yes + ["nee"] * no + ["geen_reactie"] * silent + ["leeg"] * empty
    for at, answer in enumerate(said, 1):
        day = {"instemming_op": "2019-05-20"} if answer in ("ja", "nee") else {}
        yield {"eenheid": unit, "straat": f"{name}straat", "huisnummer": at, "instemming": answer, **day}


@pytest.fixture(scope="module")
def made(emmen_made: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("renovaties") / "gegevens"
    shutil.copytree(emmen_made, folder)
    with clock.fixed(TODAY), opened(folder) as ctx:
        created(ctx, "verhuurder", {"naam": "Lefier"})
        (thema,) = numbers(ctx, "thema", "naam=Duurzaamheid")
        (task,) = numbers(ctx, "afspraak", "code=DU2-A10")
        given = {"verhuurder": 1, "onderwerp": "de gevels", "uitkomst": "negatief"}
        sent = {"ontvangen_op": "2019-04-02", "verstuurd_op": "2019-05-01"}
        created(
            ctx, "advies", {**given, **sent}, {**given, **sent, "uitkomst": "positief", "vertrouwelijk": True}
        )
        asked = {"verhuurder": 1, "meting_van": "2019-05-01", "meting_tot": "2019-10-31"}
        created(
            ctx,
            "renovatieproject",
            {
                "titel": "Gevels", "thema": thema, "kern": "Klazienaveen", "afspraken": [task], "adviezen": [1],
                "voorstellen": [{"datum": "2019-04-01"}], "stand": "Er wordt nog gepraat over de huur.",
                "gevraagd": "Een wisselwoning voor wie dat wil.", **asked,
            },
            {
                "titel": "Daken", "adviezen": [2], "voorstellen": [{"datum": "2019-05-02"}],
                "afgesloten_op": "2019-07-15",
            },
            {"titel": "Plan zonder voorstel", "gevraagd": "Niets."},
        )  # fmt: skip
        for name, (*_answers, project) in BUILDINGS.items():
            (unit,) = created(ctx, "bouwkundige_eenheid", {"naam": name, "project": project})
            created(ctx, "renovatiewoning", *homes(name, unit))
    return folder


@pytest.fixture
def ctx(made: Path, data_folder: Path) -> Iterator[Context]:
    shutil.copytree(made, data_folder)
    with clock.fixed(TODAY), opened(data_folder) as found:
        yield found


def lines(ctx: Context, code: str) -> dict[str, Renovatie]:
    with ctx.store.reading() as db:
        return {item.titel: item for item in renovation_lines(db, period.parse(code))}


def told(item: Renovatie) -> str:
    return words(Document("x", "x", (Heading("x"), *renovatie_blocks([item]))))


def test_a_line_says_who_agreed_in_each_building_how_it_stands_and_what_we_ask(ctx: Context) -> None:
    found = lines(ctx, "2019-T2")
    assert list(found) == ["Gevels", "Daken"], "what was not proposed has nothing to decide about"
    said = told(found["Gevels"])
    assert "Groot: 16 van de 23 huurders (69,57 %); Klein: 7 huurders" in said
    assert "Groot: 70 % is nog niet gehaald (17 nodig, nog 1)" in said
    assert "Klein: 70 % is gehaald (5 nodig), geen wettelijk vermoeden: minder dan tien woningen." in said
    for piece in (
        "loopt tot en met 31-10-2019",
        "Ons advies: negatief.",
        "Er wordt nog gepraat",
        "Een wisselwoning",
    ):
        assert piece in said
    assert "buren zouden dan weten" in said
    assert "6" not in said.split("Klein: 7")[1].split(";")[0], "six of seven would name the one who said no"
    assert in_short(found["Gevels"]) == "70\u00a0% gehaald in 1 van 2 gebouwen"
    alone = told(found["Daken"])
    assert "15 van de 20 huurders (75,00 %)" in alone
    assert "buren" not in alone


def test_the_count_is_that_of_the_end_of_the_period(ctx: Context) -> None:
    changed(ctx, "renovatiewoning", 1, instemming="nee", instemming_op="2019-09-01")
    groot = lines(ctx, "2019-T2")["Gevels"].gebouwen[0]
    assert groot.ja.waarde == 16
    assert lines(ctx, "2019-T3")["Gevels"].gebouwen[0].ja.waarde == 15
    assert lines(ctx, "2019-01-01..2019-05-19")["Gevels"].gebouwen[0].ja.waarde == 0, "nobody had answered"
    assert lines(ctx, "2018-T3") == {}, "the proposal came in April"
    assert list(lines(ctx, "2019-T3")) == ["Gevels"], "the other was closed in July"


@pytest.mark.parametrize("soort", [SOORTEN[key] for key in TELLING], ids=lambda soort: soort.key)
def test_every_report_tells_of_them_and_each_number_opens_its_list(ctx: Context, soort: Soort) -> None:
    about: dict[str, Any] = dict.fromkeys(soort.needs, 1)
    if "thema" in about:
        about["thema"] = numbers(ctx, "thema", "naam=Duurzaamheid")[0]
    if "kern" in about:
        about["kern"] = numbers(ctx, "kern", "naam=Klazienaveen")[0]
    code = {"vrij": "2019-01-01..2019-08-31"}.get(
        soort.spans[0], "2019" if "jaar" in soort.spans else "2019-T2"
    )
    for publiek in dict.fromkeys((soort.publieken[0], soort.publieken[-1])):
        found = verslag.make(ctx, Opdracht(soort.key, period.parse(code), publiek=publiek, **about))
        parts = [each for each in found.onderdelen if each.titel == TITLE]
        (part,) = parts
        assert check_lists(ctx, part) >= 2
        text = words(Document("x", "x", (Heading("x"), *part.blocks)))
        assert "16 van de 23 huurders (69,57 %)" in text
        assert "6 van de 7" not in words(found.document)


def test_people_outside_read_nothing_of_a_confidential_advies(ctx: Context) -> None:
    for publiek, there in (("bo", True), ("leden", False), ("openbaar", False)):
        found = verslag.make(ctx, Opdracht("trimester", period.parse("2019-T2"), publiek=publiek))
        (part,) = [each for each in found.onderdelen if each.titel == TITLE]
        text = words(Document("x", "x", (Heading("x"), *part.blocks)))
        assert ("positief" in text) == there
        assert "Ons advies: negatief." in text


def test_what_is_asked_is_proposed_to_the_meeting_with_its_project(ctx: Context) -> None:
    found = verslag.make(ctx, Opdracht("trimester", period.parse("2019-T2"), akkoord=1))
    (asked,) = [each for each in found.read.vragen if each.herkomst.startswith("renovatieproject")]
    assert asked.herkomst == "renovatieproject 1"
    assert asked.tekst == "Wij vragen bij ‘Gevels’: Een wisselwoning voor wie dat wil"
    spans = (span for span, source in spans_of(found.onderdelen) if source.kind == "renovatieproject")
    assert next(spans).text == f"{asked.tekst}."
    changed(ctx, "renovatieproject", 1, status="gestopt")
    with ctx.store.reading() as db:
        assert list(questions(db, TODAY)) == [], "nobody decides about what was stopped"


def test_the_short_form_has_a_line_for_one_and_tells_how_many_more(ctx: Context) -> None:
    found = verslag.make(ctx, Opdracht("trimester", period.parse("2019-T2"), akkoord=1, kort=True))
    text = words(found.document)
    assert "70 % gehaald in 1 van 2 gebouwen" in text
    assert "één renovatie." in text


def test_without_renovations_no_report_speaks_of_them(emmen_made: Path, data_folder: Path) -> None:
    shutil.copytree(emmen_made, data_folder)
    with clock.fixed(TODAY), opened(data_folder) as ctx:
        for key in ("trimester", "jaar", "overdracht"):
            soort = SOORTEN[key]
            code = "2019-01-01..2019-08-31" if soort.spans == ("vrij",) else "2019"
            found = verslag.make(ctx, Opdracht(key, period.parse(code), publiek=soort.publieken[0]))
            assert TITLE not in words(found.document)


ANSWERS = st.integers(0, 30)


@given(ANSWERS, ANSWERS, ANSWERS, st.integers(0, 12))
def test_no_number_is_printed_that_tells_who_agreed(yes: int, no: int, silent: int, empty: int) -> None:
    telling = Telling(yes, no, silent, 0, empty)
    unit = gebouw("Flat", telling, Source("renovatiewoning"), Source("renovatiewoning"))
    rest = telling.huurders - yes
    hides = 1 <= yes <= FEW or 1 <= rest <= FEW or 1 <= telling.huurders <= FEW
    assert hides == (unit.ja.waarde is None)
    assert hides or not is_few(telling)
    item = Renovatie(1, "Gevels", gebouwen=(unit,))
    said = words(Document("x", "x", (Heading("x"), *renovatie_blocks([item]))))
    assert ("van de" in said) == (telling.huurders > 0 and not hides)
    if hides:
        assert "%)" not in str(agreed(item.gebouwen))
        assert "nog " not in standing(item)
    elif telling.huurders:
        assert f"{yes} van de {telling.huurders}" in said
    if telling.huurders > FEW:
        assert ("70 % is gehaald" in standing(item).replace("\u00a0", " ")) == (
            10 * yes >= 7 * telling.huurders
        )
    else:
        assert "70" not in standing(item), "of one tenant it would tell the answer"


def test_the_letter_of_an_advies_says_who_agreed_when_tenants_answered(ctx: Context) -> None:
    created(
        ctx,
        "partij",
        {"naam": "Huurders Samen", "soort": "huurdersorganisatie", "eigen": True, "plaats": "Emmen"},
    )
    before = words(brieven.case_document(ctx, 1))
    assert "telden wij" not in before, "nobody had answered when it was sent"
    (later,) = created(
        ctx,
        "advies",
        {
            "verhuurder": 1,
            "onderwerp": "de huur na de renovatie",
            "soort": "ongevraagd",
            "uitkomst": "negatief",
        },
    )
    assert "telden wij" not in words(brieven.case_document(ctx, later)), "it is not about a renovation"
    changed(ctx, "renovatieproject", 1, adviezen=[1, later])
    text = words(brieven.case_document(ctx, later)).replace("\u00a0", " ")
    assert "Bij ‘Gevels’ telden wij op 2 september 2019 wie instemde." in text
    assert (
        "In het gebouw Groot stemden 16 van de 23 huurders in (69,57 %). Nodig zijn er 17: 70 % is niet gehaald."
        in text
    )
    assert "In het gebouw Klein zijn 7 huurders. Nodig zijn er 5: 70 % is gehaald." in text
    assert "minder dan tien woningen, dus geldt het wettelijk vermoeden er niet" in text
    assert "Aantallen van één tot en met vier tonen wij niet" in text
    with ctx.store.reading() as db:
        row = records.find(db, ctx.spec("advies"), later)
        letter = Brief(soort="ongevraagd", onderwerp="x", advies_id=row.id)
        kinds = [source.kind for source in brief_bronnen.sources(db, letter)]
    assert kinds.count("renovatieproject") == 1
    assert kinds.count("bouwkundige_eenheid") == 2
