"""Who takes the laptop along reads nobody's name: forty are planted everywhere, and looked for in every file.

Records, personal fields, long texts, attachments, concepts, preferences, words that were searched for, a load that failed,
the log, a crash report, an export that was cut off: what the program keeps lies in the encrypted file, or nowhere.
"""

from __future__ import annotations

import contextlib
import io
import logging
import re
import shutil
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from huurdersapp.actions import bijlagen, concepten, lists, records, sleutels, voorkeuren, zoeken
from huurdersapp.actions.context import Context
from huurdersapp.app import opened
from huurdersapp.base import clock, fault_report, files, jobs, log
from huurdersapp.base.errors import UserError
from huurdersapp.base.settings import LAST_PLACE, Settings
from huurdersapp.cli import app as program
from huurdersapp.cli import secret
from huurdersapp.records.spec import RecordSpec
from huurdersapp.store import backup, slots
from huurdersapp.store.concepts import Concept
from huurdersapp.ui.frame.remembering import keep_place
from huurdersapp.ui.place import Place
from tests.example_store import TODAY
from tests.figures import Figures, figures
from tests.records.samples import SAMPLES

__all__ = ["figures"]
PASSWORD = "kwelder tuba penseel klooster zinken koffie"
NAMES = tuple(f"Kwaboltje{first}{second}mans" for first in "abcdefgh" for second in "vwxyz")
"""Forty names that stand nowhere else."""
_STREAM = re.compile(rb"\x78[\x01\x5e\x9c\xda]")


class Planting:
    """Hands the names out, one to each place, and begins again when all were used."""

    def __init__(self) -> None:
        self.used: list[str] = []

    def next(self) -> str:
        name = NAMES[len(self.used) % len(NAMES)]
        self.used.append(name)
        return name


def planted(spec: RecordSpec, sample: dict[str, Any], planting: Planting) -> dict[str, Any]:
    """The sample of a kind with a name in every text that may be of a person, also in its lines."""
    fields = spec.fields
    own = {
        key: f"{value} {planting.next()}"
        for key, value in sample.items()
        if isinstance(value, str)
        and key in fields
        and fields[key].kind == "tekst"
        and (fields[key].note.personal or fields[key].note.long)
        and not key.endswith(("email", "telefoon", "postcode", "postcodes"))
        and not key.startswith(("regel_", "tekst"))
        and key not in spec.name
    }
    return sample | own


@pytest.fixture(scope="module")
def scene(
    office_made: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Path, list[str], bytes]]:
    """A home with an administration in which all was done, its folder of temporary files, and its log while it was
    open; the names that were planted."""
    home = tmp_path_factory.mktemp("thuis")
    folder, temp = home / "gegevens", home / "temp"
    temp.mkdir()
    shutil.copytree(office_made, folder)
    planting = Planting()
    with pytest.MonkeyPatch.context() as patch, clock.fixed(TODAY):
        patch.setattr(tempfile, "tempdir", str(temp))
        patch.setattr(slots, "COST", slots.Cost(8, 1, 1))
        for name in ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA"):
            patch.setenv(name, str(home))
        jobs.run(sleutels.eerste_wachtwoord(folder, PASSWORD))
        sleutels.tweede(folder, PASSWORD, planting.next(), "loslaten lijster prei kennis bassist tunnel")
        with opened(folder, secret=PASSWORD) as ctx:
            live(ctx, home, planting)
            wal = b"".join(path.read_bytes() for path in folder.glob("huurdersapp.store-*"))
        by_command(folder, home, planting, patch)
    assert set(planting.used) == set(NAMES), f"only {len(set(planting.used))} names were planted"
    yield home, planting.used, wal
    shutil.rmtree(home, ignore_errors=True)


def live(ctx: Context, home: Path, planting: Planting) -> None:
    """Everything that somebody does in a day."""
    for kind, sample in SAMPLES.items():
        records.create(ctx, ctx.spec(kind), [planted(ctx.spec(kind), dict(sample), planting)])
    changed = {"melder_naam": planting.next()}
    records.change(ctx, ctx.spec("knelpunt"), 1, changed)
    for name, content in (("verslag.txt", planting.next()), (f"{planting.next()}.txt", "tekst")):
        source = home / name
        source.write_text(content)
        line = bijlagen.keep(ctx, source)
        source.unlink()
        bijlagen.open_copy(ctx, line["inhoud"], name)
    concepten.keep(ctx, Concept(soort="knelpunt", gegevens={"melder_naam": planting.next()}))
    voorkeuren.put(ctx, "filters", {"knelpunt": [planting.next()]})
    name = planting.next()
    zoeken.find(ctx, name)
    keep_place(Place("zoeken", words=name), ctx.settings)
    keep_place(Place("knelpunt", 1, words=name, values={"melder_naam": name}, kind="knelpunt"), ctx.settings)
    with contextlib.suppress(UserError):
        records.create(ctx, ctx.spec("knelpunt"), [{"melder_naam": planting.next(), "omschrijving": 3}])
    backup.make(ctx.store.path, ctx.store.key, "met-de-hand")
    for wrong in (ValueError(planting.next()), UserError(planting.next())):
        try:
            raise RuntimeError(planting.next()) from wrong
        except RuntimeError as fault:
            log.LOGGER.info("Something went wrong", exc_info=fault)
            fault_report.write(fault_report.text(fault, "screen knelpunt"), ctx.folder)
            fault_report.write(fault_report.text(fault, "screen knelpunt"), home / "nergens")
    logging.getLogger("huurdersapp").info("Done")
    with contextlib.suppress(ZeroDivisionError), files.written(home / "temp" / "lijst.csv") as file:
        file.write(planting.next().encode())
        raise ZeroDivisionError
    for ending in ("xlsx", "csv", "json"):
        stream = home / f"uit.{ending}"
        jobs.run(lists.export(ctx, ctx.spec("knelpunt"), stream))
        assert holds(stream.read_bytes(), planting.used) != []
        stream.unlink()


def by_command(folder: Path, home: Path, planting: Planting, patch: pytest.MonkeyPatch) -> None:
    """The same on the command line: a list that cannot be read in, and a fault of our own."""
    typed = home / "ww"
    typed.write_text(PASSWORD)
    patch.setenv(secret.VARIABLE, str(typed))
    bad = home / "lijst.json"
    bad.write_text(f'[{{"melder_naam": "{planting.next()}", "omschrijving": ["{planting.next()}"]}}]')
    assert program.run(["nieuw", "knelpunt", "--json", str(bad), "--gegevens", str(folder)]) == 1
    bad.unlink()

    def fails(*_args: object, **_more: object) -> None:
        raise ValueError(planting.next())

    patch.setattr(lists, "find", fails)
    assert program.run(["lijst", "knelpunt", "--zoek", planting.next(), "--gegevens", str(folder)]) in (0, 70)


def holds(content: bytes, names: list[str]) -> list[str]:
    """The names in a file: as they are, in capitals or not, in UTF-16, in what is packed with zlib and in zips."""
    looked = b"\n".join((content, *_unpacked(content))).lower()
    return [
        name
        for name in dict.fromkeys(names)
        if any(name.lower().encode(coding) in looked for coding in ("utf-8", "utf-16-le", "utf-16-be"))
    ]


def _unpacked(content: bytes) -> Iterator[bytes]:
    for found in _STREAM.finditer(content):
        with contextlib.suppress(zlib.error):
            yield zlib.decompressobj().decompress(content[found.start() :], 1_000_000)
    if content[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            yield from (packed.read(name) for name in packed.namelist())


def found_in(home: Path, names: list[str]) -> dict[str, list[str]]:
    """The names by file, also in the names of files."""
    found = {
        path.relative_to(home).as_posix(): holds(path.read_bytes() + path.name.encode(), names)
        for path in home.rglob("*")
        if path.is_file()
    }
    return {name: held for name, held in found.items() if held}


def test_forty_planted_names_are_found_nowhere(
    scene: tuple[Path, list[str], bytes], figures: Figures
) -> None:
    home, names, wal = scene
    looked_at = {path.name for path in home.rglob("*") if path.is_file()}
    assert {"huurdersapp.store", "sleutel.json", "instellingen.json", "huurdersapp.log"} <= looked_at
    assert [name for name in looked_at if name.startswith("fout-")], "no crash report to look at"
    assert list((home / "gegevens" / "reservekopieen").glob("*/huurdersapp.store"))
    assert len(wal) > 100_000, "nothing in the log of the store to look at"
    assert holds(wal, names) == []
    assert found_in(home, names) == {}
    figures.tell(
        "Namen zoeken in alle bestanden",
        seed=None,
        goal="0 van 40 gevonden",
        found={"namen op zoveel plaatsen": len(names), "gevonden": 0, "bestanden": len(looked_at)},
    )


def test_the_names_are_there_for_who_has_the_password(scene: tuple[Path, list[str], bytes]) -> None:
    home, names, _wal = scene
    with opened(home / "gegevens", secret=PASSWORD) as ctx, ctx.store.reading() as db:
        driver: Any = db.connection().connection.dbapi_connection
        tables = [row[0] for row in driver.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        everything = "".join(repr(driver.execute(f'SELECT * FROM "{table}"').fetchall()) for table in tables)
    assert len(holds(everything.encode(), names)) > 30


@pytest.mark.parametrize("way", ["as it is", "UTF-16", "packed"])
def test_the_harness_notices_a_name_in_the_settings(
    scene: tuple[Path, list[str], bytes], tmp_path: Path, way: str, figures: Figures
) -> None:
    home, names, _wal = scene
    (tmp_path / "thuis").mkdir()
    path = tmp_path / "thuis" / "instellingen.json"
    shutil.copy(home / "gegevens" / "instellingen.json", path)
    if way == "as it is":
        Settings(path.parent).set(LAST_PLACE, names[7])
    else:
        data = names[7].upper().encode("utf-16-le")
        path.write_bytes(path.read_bytes() + (zlib.compress(data) if way == "packed" else data))
    assert found_in(tmp_path, names) == {"thuis/instellingen.json": [names[7]]}
    figures.tell(
        "Namen zoeken in alle bestanden",
        seed=None,
        goal="0 van 40 gevonden",
        found={"namen geplant": 1, "gevonden": 1},
        twin=True,
    )
