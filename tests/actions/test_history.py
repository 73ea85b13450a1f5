"""The history of a record reads as what people did, with its lines, and without what was erased."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from huurdersapp.actions import history, prullenbak_legen, records
from huurdersapp.actions.context import Context
from huurdersapp.app import opened
from huurdersapp.base import clock, formats, jobs
from huurdersapp.base.errors import UserError
from huurdersapp.store.erase import erase

DAY = datetime(2019, 7, 1, 12, tzinfo=UTC)


@pytest.fixture
def ctx(data_folder: Path) -> Iterator[Context]:
    """An administration of Jo Prins on the 1st of July 2019, with a kern and a knelpunt."""
    with clock.fixed(DAY), opened(data_folder, create=True, author="Jo Prins") as ctx:
        made(ctx, "kern", naam="Klazienaveen")
        made(
            ctx,
            "knelpunt",
            titel="Lekkage",
            categorie="onderhoud",
            kern=1,
            melder_naam="A. de Boer",
            toestemming_contact=True,
        )
        yield ctx


def made(ctx: Context, kind: str, **values: Any) -> None:
    records.create(ctx, ctx.spec(kind), [values])


def changed(ctx: Context, kind: str, number: int, **values: Any) -> None:
    records.change(ctx, ctx.spec(kind), number, values)


def told(ctx: Context, kind: str, number: int) -> list[str]:
    return list(history.lines(history.history(ctx, ctx.spec(kind), number)))


def test_making_tells_what_was_filled_in_by_whom_and_when(ctx: Context) -> None:
    lines = told(ctx, "knelpunt", 1)
    assert lines[0].startswith("01-07-2019 ")
    assert lines[0].endswith("  Jo Prins: Knelpunt opslaan")
    assert "    Titel: Lekkage" in lines
    assert "    Kern of wijk: Klazienaveen" in lines
    assert "    Gemeld op: 01-07-2019" in lines
    assert "    Melder vindt contact goed: ja" in lines
    assert not any("Nummer" in line or "ouder" in line or "volgorde" in line for line in lines)


def test_a_line_inside_a_record_belongs_to_its_history(ctx: Context) -> None:
    shown = records.show(ctx, ctx.spec("knelpunt"), 1)
    steps = [*shown["stappen"], {"status": "beoordeeld"}]
    changed(ctx, "knelpunt", 1, stappen=steps)
    lines = told(ctx, "knelpunt", 1)
    assert lines[0].endswith("Knelpunt 1 wijzigen")
    assert "    Stap erbij" in lines[1:4]
    assert "    Stap: Beoordeeld" in lines
    assert not any("Stap: Stap" in line for line in lines)
    assert "    Status: Gemeld → Beoordeeld" in lines
    newest = history.plain(history.history(ctx, ctx.spec("knelpunt"), 1))[0]
    assert {"stappen"} == {item["lijst"] for item in newest["wijzigingen"] if item["regel"]}


def test_changes_stand_newest_first_in_words(ctx: Context) -> None:
    changed(ctx, "knelpunt", 1, omvang="complex", omschrijving="Onder\nhet raam")
    changed(ctx, "knelpunt", 1, omschrijving=None, kern=None)
    lines = told(ctx, "knelpunt", 1)
    first = lines.index("    Omschrijving: Onder het raam → (leeg)")
    assert "    Kern of wijk: Klazienaveen → (leeg)" in lines[:4]
    assert first < lines.index("    Omvang: Individueel (één huishouden) → Complex")


def test_what_was_erased_is_named_but_not_told(ctx: Context) -> None:
    changed(ctx, "knelpunt", 1, melder_naam="B. de Boer")
    with ctx.store.reading() as db:
        key = records.find(db, ctx.spec("knelpunt"), 1).id
    erase(ctx.store, "knelpunt", key, ["melder_naam"], "Persoonsgegevens wissen", "verzoek")
    lines = told(ctx, "knelpunt", 1)
    assert lines[0].endswith("Jo Prins: Persoonsgegevens wissen")
    gone = f"(gewist op {formats.day(clock.today())}: verzoek)"
    assert lines.count(f"    Naam van de melder: {gone}") == 3
    assert not any("de Boer" in line for line in lines)
    plain = history.plain(history.history(ctx, ctx.spec("knelpunt"), 1))
    assert "de Boer" not in str(plain)
    assert plain[0]["wijzigingen"][0] == {
        "gebeurtenis": "gewist",
        "lijst": None,
        "regel": None,
        "veld": "melder_naam",
        "label": "Naam van de melder",
        "oud": gone,
        "nieuw": gone,
    }


def test_of_what_went_with_the_waste_bin_the_steps_stay_and_say_why_they_are_empty(ctx: Context) -> None:
    number = records.create(ctx, ctx.spec("kern"), [{"naam": "Zandpol"}]).records[0]["nummer"]
    records.discard(ctx, ctx.spec("kern"), number)
    jobs.run(prullenbak_legen.leeg(ctx, "kern"))
    lines = told(ctx, "kern", number)
    assert lines[0].endswith("Jo Prins: Prullenbak geleegd")
    assert "    Gewist met de prullenbak" in lines
    assert f"    Naam: (gewist op {formats.day(clock.today())}: prullenbak geleegd)" in lines
    assert not any("Zandpol" in line for line in lines)
    assert not any(
        each.can_go_back
        for entry in history.history(ctx, ctx.spec("kern"), number)
        for each in entry.happenings
        if each.event in ("gewist", "geleegd")
    )


def test_throwing_away_and_undoing_are_part_of_it(ctx: Context) -> None:
    records.discard(ctx, ctx.spec("kern"), 1)
    assert history.undo(ctx).label == "Kern 1 verwijderen"
    lines = told(ctx, "kern", 1)
    assert lines[0].endswith("Ongedaan: Kern 1 verwijderen")
    assert lines[1] == "    Teruggehaald"
    assert lines[3] == "    Weggehaald"
    assert history.redo(ctx).label == "Kern 1 verwijderen"
    assert len(told(ctx, "kern", 1)) == len(lines) + 2


def test_a_number_that_never_was_is_told(ctx: Context) -> None:
    with pytest.raises(UserError, match="Kern 7 is er niet"):
        told(ctx, "kern", 7)
