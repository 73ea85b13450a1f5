"""A report is fixed as it is at one moment, what was fixed never changes, and what changed after it is told."""

from __future__ import annotations

import hashlib
import shutil
import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from huurdersapp.actions import prullenbak, records, reservekopie, verslag
from huurdersapp.actions.bronnen import Bron, Veranderd
from huurdersapp.actions.context import Context
from huurdersapp.actions.plain import Resolver
from huurdersapp.actions.versies import lines as versies_of
from huurdersapp.actions.verslagen import bronnen, concept, trimester, versies
from huurdersapp.actions.verslagen.bronnen import Stand
from huurdersapp.actions.verslagen.opdracht import Opdracht
from huurdersapp.app import opened
from huurdersapp.base import clock, jobs, paths, period
from huurdersapp.base.errors import UserError
from huurdersapp.base.text_difference import changed as changes_of
from huurdersapp.records.draft import read
from huurdersapp.records.verslag import VerslagVersie
from huurdersapp.reports.plain_text import plain_text
from huurdersapp.reports.rapport import Onderdeel
from huurdersapp.store import check, contents, migrate, undo
from huurdersapp.store.erase import erase
from tests.actions.conftest import Made, changed, numbers, shown

T2 = period.parse("2019-T2")
PERSONAL = "Wilhelmina Geheim"


@pytest.fixture
def report(town: Context, made: Made) -> int:
    """A trimesterverslag that tells of a raadpleging, knelpunten, visits and an advies."""
    made("partij", naam="Huurders Zuidoost", soort="huurdersorganisatie", eigen=True, plaats="Andersstad")
    made("verhuurder", naam="Lefier")
    made(
        "raadpleging",
        titel="Isolatie",
        start_op="2019-05-01",
        sluit_op="2019-05-20",
        respons_totaal=90,
        methoden=[{"methode": "enquete"}],
    )
    for day in range(1, 8):
        made(
            "knelpunt",
            titel=f"Tocht {PERSONAL}",
            categorie="onderhoud",
            gemeld_op=f"2019-06-{day:02}",
            melder_naam=PERSONAL,
            omvang="individueel",
        )
    made("advies", onderwerp="het dak", verhuurder=1, ontvangen_op="2019-05-01", verstuurd_op="2019-06-01")
    return concept.ensure(town, Opdracht("trimester", T2))


def frozen(ctx: Context, number: int) -> list[Any]:
    """All of the versions of a report, bytes too."""
    with ctx.store.reading() as db:
        lines = versies_of(db, records.find(db, ctx.spec("verslag"), number))
    names = ("versie", "tekst", "bronnen", "publiek", "inhoud", "naam", "vastgelegd_op", "grootte")
    fields = [tuple(getattr(line, name) for name in names) for line in lines]
    return [fields, [versies.pdf(ctx, number, line.versie) for line in lines]]


def texts(found: list[Veranderd]) -> list[str]:
    return [one.text for one in found]


def test_fixing_keeps_pdf_words_audience_and_sources(town: Context, report: int) -> None:
    version = versies.fix(town, report, decision=versies.Besluit(date(2019, 8, 30), "5 voor"))
    assert (version.number, version.audience, version.fixed_by) == (1, "bo", "Jo Prins")
    assert version.decision == versies.Besluit(date(2019, 8, 30), "5 voor")
    data = versies.pdf(town, report, 1)
    assert data.startswith(b"%PDF-")
    assert (hashlib.sha256(data).hexdigest(), len(data)) == (version.sha256, version.size)
    said = versies.words(town, report, 1)
    assert "Versie: 1, vastgelegd op 2\u00a0september 2019".replace("\u00a0", " ") in said
    assert "concept" not in said.lower()
    assert version.name == "Trimesterverslag 2019-T2, versie 1.pdf"
    assert shown(town, "verslag", report)["status"] == "vastgelegd"
    assert versies.versions(town, report) == [version] == [versies.version(town, report, 1)]
    assert jobs.run(check.check(town.store)) == []


def test_nothing_that_identifies_a_tenant_is_kept_among_the_sources(town: Context, report: int) -> None:
    versies.fix(town, report)
    ((fields,), _pdfs) = frozen(town, report)
    assert PERSONAL not in fields[2]
    stand, _changed = bronnen.from_text(fields[2])
    kinds = {one.kind for one in stand.records}
    assert {"raadpleging", "knelpunt", "advies", "afspraak"} <= kinds
    assert "verslag" not in kinds
    knelpunt = next(one for one in stand.records if one.kind == "knelpunt")
    assert knelpunt.values["categorie"] == "onderhoud"
    assert knelpunt.values["titel"].startswith("sha256:")
    assert "melder_naam" not in knelpunt.values


def test_a_report_that_says_the_same_is_not_fixed_again(town: Context, report: int) -> None:
    versies.fix(town, report)
    with clock.fixed(date(2019, 9, 20)), pytest.raises(UserError, match="zegt hetzelfde"):
        versies.fix(town, report, on=date(2019, 9, 20))
    assert shown(town, "verslag", report)["datum"] is None, "the next one is of its own day"
    concept.choose(town, report, publiek="leden")
    assert versies.fix(town, report).audience == "leden"
    changed(town, "advies", 1, reactie="gevolgd", reactie_op="2019-06-20")
    assert versies.moved(town, report)
    assert versies.fix(town, report).number == 3
    assert not versies.moved(town, report)


def test_a_report_that_was_sent_is_fixed_no_more(town: Context, report: int) -> None:
    versies.fix(town, report)
    changed(town, "verslag", report, verstuurd_op="2019-09-01")
    changed(town, "knelpunt", 1, categorie="overlast")
    with pytest.raises(UserError, match="verstuurd"):
        versies.fix(town, report)
    assert versies.stale(town, report) == []


def test_a_version_that_is_not_there_is_told(town: Context, report: int) -> None:
    for ask in (versies.pdf, versies.words, versies.version):
        with pytest.raises(UserError, match="Verslag 1 heeft geen versie 4"):
            ask(town, report, 4)
    with pytest.raises(UserError, match="geen versie 4"):
        versies.difference(town, report, 4)
    with pytest.raises(UserError, match="Verslag 99 is er niet"):
        versies.versions(town, 99)


def test_stopped_while_it_is_made_nothing_is_fixed(town: Context, report: int) -> None:
    job = versies.fixing(town, report)
    next(job)
    next(job)
    job.close()
    assert versies.versions(town, report) == []
    assert shown(town, "verslag", report)["status"] == "concept"


# -- one moment ----------------------------------------------------------------------------------------------------


def both_at_once(ctx: Context, report: int, count: int) -> None:
    """In one step: a knelpunt more, and a text that says how many there are."""
    with ctx.store.step("Beide tegelijk") as db:
        spec = ctx.spec("verslag")
        row = records.find(db, spec, report)
        text = f"Er zijn {count} knelpunten geteld."
        draft, _faults = records.reviewed(db, spec, row, {"delen": [{"sleutel": "adviezen", "tekst": text}]})
        records.write(db, draft, row)
        spec = ctx.spec("knelpunt")
        raw = {"titel": "Nog een", "categorie": "onderhoud", "gemeld_op": "2019-06-20"}
        draft, _faults = read(spec, raw, Resolver(db))
        records.write(db, draft)


def test_words_numbers_and_sources_are_of_one_moment(town: Context, report: int) -> None:
    """While another thread adds a knelpunt and rewrites a text in one step, neither comes without the other."""
    stop = threading.Event()

    def beside() -> int:
        count = 7
        while not stop.is_set():
            count += 1
            both_at_once(town, report, count)
        return count

    with ThreadPoolExecutor(1) as pool:
        writing = pool.submit(beside)
        found = []
        for _round in range(4):
            with town.store.reading() as db:
                made = verslag.make_at(town, db, Opdracht("trimester", T2, nummer=report))
                blocks = [block for part in made.onderdelen for block in part.blocks]
                stand = bronnen.stand_of(db, bronnen.sources_of(blocks))
            own = next((keuze.tekst for keuze in made.keuzes if keuze.sleutel == "adviezen"), "")
            count = sum(one.kind == "knelpunt" for one in stand.records)
            assert own == (f"Er zijn {count} knelpunten geteld." if count > 7 else "")
            found.append(count)
        stop.set()
        written = writing.result()
    assert written > 7
    assert found == sorted(found)


def test_what_is_written_between_choices_and_numbers_is_in_neither(
    town: Context, report: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = trimester.read

    def late(*args: Any) -> Any:
        with ThreadPoolExecutor(1) as pool:
            pool.submit(both_at_once, town, report, 8).result()
        return real(*args)

    monkeypatch.setattr(trimester, "read", late)
    made = verslag.make(town, Opdracht("trimester", T2, nummer=report))
    with town.store.reading() as db:
        blocks = [block for part in made.onderdelen for block in part.blocks]
        stand = bronnen.stand_of(db, bronnen.sources_of(blocks))
    assert made.keuzes == ()
    assert sum(one.kind == "knelpunt" for one in stand.records) == 7


# -- frozen --------------------------------------------------------------------------------------------------------


def test_a_version_stays_byte_for_byte_whatever_happens(town: Context, report: int) -> None:
    """Changes of what it stands on and of its draft, undo and redo, erasing, the waste bin, tidying, a copy."""
    concept.write_text(town, report, "adviezen", "Zo was het.")
    versies.fix(town, report)
    kept = frozen(town, report)
    concept.write_text(town, report, "adviezen", "Nu anders.")
    changed(town, "raadpleging", 1, titel="Anders", respons_totaal=12)
    assert frozen(town, report) == kept
    for _each in range(2):
        undo.undo(town.store)
        assert frozen(town, report) == kept
    for _each in range(2):
        undo.redo(town.store)
    versies.fix(town, report)
    undo.undo(town.store)
    assert frozen(town, report) == kept
    undo.redo(town.store)
    assert frozen(town, report)[1][0] == kept[1][0]
    records.discard(town, town.spec("advies"), 1)
    with town.store.reading() as db:
        row = records.find(db, town.spec("knelpunt"), 1).id
    erase(town.store, "knelpunt", row, ("melder_naam",), "Wissen", "op verzoek")
    records.discard(town, town.spec("verslag"), report)
    contents.tidy(town.store)
    prullenbak.restore(town, "verslag", report)
    both = frozen(town, report)
    assert (both[0][0], both[1][0]) == (kept[0][0], kept[1][0])
    assert jobs.run(check.check(town.store)) == []
    copy = jobs.run(reservekopie.make(town))
    town.store.close()
    for folder in (town.folder, copy):
        with opened(folder) as again:
            assert frozen(again, report) == both


UPGRADE = """
import sqlalchemy as sa
from alembic import op
revision = "0999"
down_revision = "{head}"
branch_labels = None
depends_on = None
def upgrade() -> None:
    for table in ("verslag", "verslag_versie", "inhoud"):
        with op.batch_alter_table(table, recreate="always") as batch:
            batch.add_column(sa.Column("extra", sa.Text()))
"""


def test_an_upgrade_that_writes_its_tables_again_leaves_a_version_as_it_was(
    town: Context, report: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    versies.fix(town, report)
    kept = frozen(town, report)
    town.store.close()
    scripts, own = tmp_path / "db", paths.own
    shutil.copytree(own("db"), scripts, ignore=shutil.ignore_patterns("__pycache__"))
    (scripts / "versions" / "0999_next.py").write_text(UPGRADE.format(head=migrate.HEAD))
    monkeypatch.setattr(migrate, "HEAD", "0999")
    monkeypatch.setattr(paths, "own", lambda name: scripts if name == "db" else own(name))
    with opened(town.folder) as again:
        assert migrate.version(again.store.engine) == "0999"
        assert frozen(again, report) == kept


def test_code_that_would_change_a_version_is_stopped(town: Context, report: int) -> None:
    versies.fix(town, report)

    def change() -> None:
        with town.store.step("Fout") as db:
            line = db.alive(town.spec("verslag").part["versies"].spec)[0]
            assert isinstance(line, VerslagVersie)
            line.publiek = "openbaar"

    with pytest.raises(RuntimeError, match=r"never changes: verslag_versie\.publiek"):
        change()


def test_writing_in_a_draft_leaves_its_versions_alone(town: Context, report: int) -> None:
    versies.fix(town, report)
    before = frozen(town, report)
    concept.switch(town, report, "campagnes", False)
    concept.choose(town, report, publiek="openbaar", titel="Ons jaar")
    assert frozen(town, report) == before
    assert shown(town, "verslag", report)["status"] == "vastgelegd"


# -- stale ---------------------------------------------------------------------------------------------------------


def test_nothing_is_stale_before_somebody_wrote_or_fixed(town: Context, report: int) -> None:
    changed(town, "knelpunt", 1, categorie="overlast")
    assert versies.stale(town, report) == []
    versies.fix(town, report)
    assert versies.stale(town, report) == []
    concept.switch(town, report, "campagnes", False)
    assert versies.stale(town, report) == [], "leaving out a part changes no fact"


def test_each_kind_of_source_that_changed_is_told_and_can_be_opened(
    town: Context, report: int, made: Made
) -> None:
    versies.fix(town, report)
    changed(town, "knelpunt", 3, categorie="overlast")
    changed(town, "raadpleging", 1, respons_totaal=91)
    changed(town, "advies", 1, reactie="gevolgd", reactie_op="2019-06-20")
    changed(town, "raadpleging", 1, kanalen=[{"kanaal": "brief", "respons": 91}])
    told = versies.stale(town, report)
    assert Veranderd("raadpleging", 1, "Raadpleging 1: aantal reacties 91, was 90.") in told or any(
        one.kind == "raadpleging" and "91, was 90" in one.text for one in told
    )
    assert any((one.kind, one.number) == ("knelpunt", 3) and "was" in one.text for one in told)
    assert any((one.kind, one.number) == ("advies", 1) and "was leeg" in one.text for one in told)
    assert any("kanalen" in one.text and "1, was 0" in one.text for one in told)


def test_what_came_and_went_is_told_with_the_list_that_shows_it(
    town: Context, report: int, made: Made
) -> None:
    versies.fix(town, report)
    new = [made("knelpunt", titel="Lek", categorie="onderhoud", gemeld_op="2019-07-01") for _each in range(3)]
    records.discard(town, town.spec("knelpunt"), 2)
    told = versies.stale(town, report)
    assert "Er zijn 3 knelpunten bijgekomen." in texts(told)
    came = next(one for one in told if "bijgekomen" in one.text)
    assert (came.kind, came.number) == ("knelpunt", 0)
    assert numbers(town, "knelpunt", *came.where) == new
    assert Veranderd("knelpunt", 2, "Knelpunt 2 hoort er niet meer bij.") in told


def test_of_very_many_records_one_mark_is_kept(
    town: Context, report: int, made: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bronnen, "ONE_BY_ONE", 5)
    versies.fix(town, report)
    ((fields,), _pdfs) = frozen(town, report)
    stand, _changed = bronnen.from_text(fields[2])
    assert [(one.kind, one.count) for one in stand.crowds if one.kind == "knelpunt"] == [("knelpunt", 7)]
    assert not [one for one in stand.records if one.kind == "knelpunt"]
    assert versies.stale(town, report) == []
    changed(town, "knelpunt", 1, categorie="overlast")
    (told,) = [one for one in versies.stale(town, report) if one.kind == "knelpunt"]
    assert told.text == "Van de knelpunten is iets veranderd."
    made("knelpunt", titel="Lek", categorie="onderhoud", gemeld_op="2019-07-01")
    (told,) = [one for one in versies.stale(town, report) if one.kind == "knelpunt"]
    assert told.text == "Er is een knelpunt bijgekomen."
    assert 1 in numbers(town, "knelpunt", *told.where)


def test_a_kind_that_grew_over_the_limit_is_told_by_its_number() -> None:
    before = Stand(tuple(Bron("energiebezoek", number, "", {}) for number in range(1, 4)))
    now = Stand(crowds=(bronnen.Menigte("energiebezoek", ("gedaan_in=2019-T2",), 400, "x"),))
    (told,) = bronnen.changes(before, now)
    assert told == Veranderd(
        "energiebezoek", 0, "Er zijn 397 energiebezoeken bijgekomen.", ("gedaan_in=2019-T2",)
    )


def test_a_text_whose_facts_changed_is_told(
    town: Context, report: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    says = {"voorstel": "Er was één advies."}
    monkeypatch.setattr(
        "huurdersapp.actions.verslagen.trimester.trimester_onderdelen",
        lambda *_args: (Onderdeel("adviezen", "Adviezen", (), voorstel=says["voorstel"]),),
    )
    concept.write_text(town, report, "adviezen", "Wij schreven één advies.")
    assert versies.stale(town, report) == []
    says["voorstel"] = "Er waren twee adviezen."
    assert texts(versies.stale(town, report)) == [
        "Onder het deel ‘Adviezen’ is iets veranderd sinds u de tekst schreef."
    ]


# -- what changed --------------------------------------------------------------------------------------------------


def test_the_difference_of_versions_is_told_in_words_and_numbers(town: Context, report: int) -> None:
    versies.fix(town, report)
    concept.write_text(town, report, "adviezen", "Dit schreven wij erbij.")
    changed(town, "raadpleging", 1, respons_totaal=250)
    with clock.fixed(date(2019, 10, 1)):
        now = [(one.kind, one.new) for one in changes_of(versies.difference(town, report, 1))]
        assert ("erbij", "Dit schreven wij erbij.") in now
        assert any("250" in new for _kind, new in now)
        assert not [new for _kind, new in now if "Gemaakt op" in new or "Versie" in new]
        versies.fix(town, report)
    assert changes_of(versies.difference(town, report, 1, 2)) == changes_of(
        versies.difference(town, report, 1)
    )
    assert changes_of(versies.difference(town, report, 2)) == []


def printed(ctx: Context, number: int) -> str:
    return plain_text(verslag.make(ctx, Opdracht("trimester", T2, nummer=number)).document)


def test_a_later_version_can_say_what_changed(town: Context, report: int) -> None:
    assert "veranderd" not in [part.key for part in concept.read(town, report).parts]
    versies.fix(town, report)
    part = concept.read(town, report).part("veranderd")
    assert (part.on, part.title) == (False, "Wat is veranderd sinds versie 1")
    concept.switch(town, report, "veranderd", True)
    assert "Sindsdien is in dit verslag niets veranderd." in printed(town, report)
    concept.write_text(town, report, "adviezen", "Dit schreven wij erbij.")
    said = printed(town, report)
    assert "– | Dit schreven wij erbij." in said
    versies.fix(town, report)
    assert "Wat is veranderd sinds versie 1" in versies.words(town, report, 2)
    assert changes_of(versies.difference(town, report, 1, 2))[0].new == "Dit schreven wij erbij."
    assert len(changes_of(versies.difference(town, report, 1, 2))) == 1, "not what the version says of itself"
    said = printed(town, report)
    assert "Wat is veranderd sinds versie 2" in said
    assert "niets veranderd" in said
    with pytest.raises(UserError, match="zegt hetzelfde"):
        versies.fix(town, report)


def test_people_outside_do_not_read_what_a_version_for_the_bo_said(town: Context, report: int) -> None:
    concept.write_text(town, report, "adviezen", "Alleen voor het BO.")
    versies.fix(town, report)
    concept.write_text(town, report, "adviezen", "Voor iedereen.")
    concept.switch(town, report, "veranderd", True)
    assert "Alleen voor het BO." in printed(town, report)
    concept.choose(town, report, publiek="leden")
    assert "Alleen voor het BO." not in printed(town, report)
    assert "veranderd" not in [part.key for part in concept.read(town, report).parts]
    versies.fix(town, report)
    assert concept.read(town, report).part("veranderd").title == "Wat is veranderd sinds versie 2"
