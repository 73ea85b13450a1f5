"""The problem report tells what helpers need, and of forty planted names not one."""

from __future__ import annotations

import contextlib
import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from huurdersapp.actions import concepten, probleemrapport, records, voorkeuren
from huurdersapp.actions.context import Context
from huurdersapp.app import opened
from huurdersapp.base import clock, fault_report, log
from huurdersapp.base.errors import UserError
from huurdersapp.base.settings import AUTHOR, LAST_PLACE, SCHEME, SUMMER, WINDOW
from huurdersapp.store import backup, damage
from huurdersapp.store.check import LOOKED
from huurdersapp.store.concepts import Concept
from tests.example_store import TODAY
from tests.figures import Figures, figures
from tests.records.samples import SAMPLES
from tests.store.test_plaintext import NAMES, Planting, holds, planted

__all__ = ["figures"]
KINDS = ("knelpunt", "contact", "privacyverzoek", "datalek", "energiebezoek", "adres")


@pytest.fixture(scope="module")
def planting() -> Planting:
    """The names that are used up, one to each place."""
    return Planting()


@pytest.fixture(scope="module")
def folder(
    samples_made: Path, tmp_path_factory: pytest.TempPathFactory, planting: Planting
) -> Iterator[Path]:
    """An administration with names wherever people or systems may have put them, in a folder that bears one too."""
    home = tmp_path_factory.mktemp("thuis")
    folder = home / planting.next() / f"gegevens van {planting.next()}"
    shutil.copytree(samples_made, folder)
    with clock.fixed(TODAY), opened(folder, author=planting.next()) as ctx:
        plant(ctx, planting)
    yield folder
    shutil.rmtree(home, ignore_errors=True)


def plant(ctx: Context, planting: Planting) -> None:
    """Names in records, forms, preferences, settings, copies, faults and the mark of damage."""
    for kind in KINDS:
        spec, sample = ctx.spec(kind), dict(SAMPLES[kind])
        names = {key: text for key, text in planted(spec, sample, planting).items() if text != sample[key]}
        records.change(ctx, spec, 1, names)
    while len(planting.used) < len(NAMES):
        records.change(ctx, ctx.spec("knelpunt"), 1, {"melder_naam": planting.next()})
    records.discard(ctx, ctx.spec("datalek"), 1)
    concepten.keep(ctx, Concept(soort="knelpunt", titel=planting.next(), gegevens={"x": planting.next()}))
    voorkeuren.put(ctx, "filters", {"knelpunt": [planting.next()]})
    voorkeuren.put(ctx, LOOKED, planting.next())
    for setting in (AUTHOR, LAST_PLACE, SUMMER, WINDOW, SCHEME):
        ctx.settings.set(setting, planting.next())
    copy = backup.make(ctx.store.path, ctx.store.key, planting.next())
    shutil.copytree(copy, copy.with_name(f"2026-01-02-030405-{planting.next()}"))
    damage.mark(ctx.folder, [planting.next()])


def raised(wrong: BaseException) -> BaseException:
    """The same fault, with a place in the code."""
    try:
        raise RuntimeError(str(wrong)) from wrong
    except RuntimeError as fault:
        return fault


@contextlib.contextmanager
def reported(folder: Path) -> Iterator[str]:
    """The report of the open administration, on the day on which all was planted."""
    with clock.fixed(TODAY), opened(folder, read_only=True) as ctx:
        yield probleemrapport.tekst(folder, ctx, fault=raised(ValueError(NAMES[3])), tested=[("PDF", None)])


def logged(folder: Path) -> Iterator[bytes]:
    """The log and the crash reports."""
    yield from (path.read_bytes() for path in (folder / log.FOLDER).iterdir())


@pytest.mark.expects_log("Opslaan")
def test_forty_planted_names_are_not_in_the_report_the_log_or_a_crash_report(
    folder: Path, planting: Planting, figures: Figures
) -> None:
    assert set(planting.used) == set(NAMES)
    with opened(folder):
        for wrong in (ValueError(planting.next()), UserError(planting.next()), KeyError(planting.next())):
            log.LOGGER.error("Opslaan", exc_info=raised(wrong))
            fault_report.write(fault_report.text(raised(wrong), "scherm: knelpunt"), folder)
    closed = probleemrapport.tekst(folder, fault=raised(UserError(NAMES[4])))
    with reported(folder) as text:
        assert "Niet te lezen" not in text + closed
        assert holds((text + closed).encode(), list(NAMES)) == []
    kept = list(logged(folder))
    assert len(kept) == 4, "the log and three reports"
    assert "3 keer, het laatst op " in text
    assert holds(b"".join(kept), list(NAMES)) == []
    figures.tell(
        "Namen zoeken in het probleemrapport",
        seed=None,
        goal="0 van 40 gevonden",
        found={"namen op zoveel plaatsen": len(planting.used), "gevonden": 0},
    )


def test_a_report_that_shows_what_was_typed_is_noticed(
    folder: Path, monkeypatch: pytest.MonkeyPatch, figures: Figures
) -> None:
    monkeypatch.setattr(probleemrapport, "_set", lambda settings, setting: str(settings.get(setting)))
    with reported(folder) as text:
        found = holds(text.encode(), list(NAMES))
    assert len(found) == 3, "the name, the weeks of summer and the scheme"
    figures.tell(
        "Namen zoeken in het probleemrapport",
        seed=None,
        goal="0 van 40 gevonden",
        found={"gevonden": len(found)},
        twin=True,
    )


def test_it_tells_what_helpers_need(folder: Path) -> None:
    with reported(folder) as text:
        pass
    lines = text.splitlines()
    assert lines[0] == "Probleemrapport van huurdersapp"
    for line in (
        "Open: ja",
        "Alleen lezen: ja",
        "Met wachtwoord: nee",
        "Map: zelf gekozen",
        "Op deze computer: 2",
        "Uw naam: ingevuld",
        "Licht of donker: iets anders",
        "Grootte van de letters: 100",
        "PDF: goed",
        "RuntimeError",
        "ValueError",
    ):
        assert line in lines, line
    assert "Knelpunten: 1;" in text
    assert "Datalekken: 0 (en 1 in de prullenbak)" in " ".join(lines)
    assert "Niet opgeslagen formulieren: 1" in " ".join(lines)
    assert any(line.startswith("sqlalchemy ") for line in lines)
    assert any(line.startswith("Schade gezien: ") and "nee" not in line for line in lines)
    assert len(lines) < 140, "more than one or two screens"


def test_faults_of_the_same_place_are_told_once_and_old_ones_not(tmp_path: Path) -> None:
    place = tmp_path / log.FOLDER
    place.mkdir()
    day = f"{clock.now():%Y-%m-%d}"
    old = "2019-01-02 10:00:00,000 ERROR Oud\nOldError\n  old.py:3 far\n"
    one = f"{day} 00:00:0%d,000 ERROR Openen\nKeyError\n  undo.py:12 undo\n"
    text = old + one % 1 + one % 2 + f"{day} 00:00:03,000 ERROR {NAMES[0]}\n{NAMES[1]}\n{NAMES[2]}\n"
    (place / log.FILE).write_text(text + f"{NAMES[5]} zonder kop\n", encoding="utf-8")
    told = probleemrapport.tekst(tmp_path)
    assert "2 keer, het laatst op " in told
    assert told.count("undo.py:12 undo") == 1
    assert "een melding zonder plaats in het programma" in told
    assert "OldError" not in told
    assert holds(told.encode(), list(NAMES)) == []


def test_what_is_broken_is_said_and_the_rest_stands(tmp_path: Path) -> None:
    (tmp_path / "instellingen.json").write_text(f"geen instellingen van {NAMES[0]}")
    (tmp_path / "sleutel.json").write_text(json.dumps({"onzin": NAMES[1]}))
    told = probleemrapport.tekst(tmp_path / "er niet") + probleemrapport.tekst(tmp_path)
    assert "Niet te lezen: UserError" in told
    assert "Op deze computer: 0" in told
    assert holds(told.encode(), list(NAMES)) == []


def test_it_is_kept_in_a_file_or_says_why_not(tmp_path: Path) -> None:
    probleemrapport.bewaar(tmp_path / probleemrapport.name(), "tekst\n")
    assert (tmp_path / probleemrapport.name()).read_text("utf-8") == "tekst\n"
    (tmp_path / "map").write_text("")
    with pytest.raises(UserError):
        probleemrapport.bewaar(tmp_path / "map" / "rapport.txt", "tekst\n")
