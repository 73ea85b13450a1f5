"""An upgrade that is killed at any statement leaves the old state or the new one, whole, with a copy made before.

What a kill leaves is the same at statements between which nothing was written, so every statement of every migration is
looked at, and the few kinds of files that come of it are opened. Real kills at random statements confirm it.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
from collections.abc import Collection, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import pytest

from huurdersapp.base import jobs
from huurdersapp.store import check, connection, driver, keys, migrate
from huurdersapp.store.opening import open_store
from huurdersapp.store.store import Store
from tests.figures import Figures
from tests.processes import PROCESSES
from tests.store import migrating, proef

SOAK = bool(os.environ.get("HUURDERSAPP_SOAK"))
SEED = random.randrange(2**32) if SOAK else 20190305
KILLS = 10 if SOAK else 1
"""Real kills in the upgrade from each version."""
RELEASED = sorted((Path(__file__).parents[2] / "db" / "released").glob("*.store"))
NAME = "Bijwerken, gestopt bij elke opdracht"


def laid_down(release: Path, folder: Path) -> dict[str, Any]:
    """The store of a release in a folder; gives what was counted in it then."""
    folder.mkdir()
    shutil.copy(release, folder / driver.FILE)
    shutil.copy(release.with_name(f"{release.stem}.sleutel.json"), folder / keys.FILE)
    told: dict[str, Any] = json.loads(release.with_suffix(".json").read_text(encoding="utf-8"))
    return told


def schema(folder: Path) -> tuple[str, frozenset[str]]:
    """The version that a store says it is, and the tables and indexes that it has."""
    look = driver.connect(folder / driver.FILE, keys.read(folder))
    try:
        (version,) = look.execute("SELECT version_num FROM alembic_version").fetchone()
        assert look.execute("PRAGMA quick_check").fetchall() == [("ok",)]
        return version, frozenset(row[0] or "" for row in look.execute("SELECT sql FROM sqlite_master"))
    finally:
        look.close()


def lost(store: Store, counts: dict[str, int]) -> Iterator[str]:
    """Tables that have not what was counted; the program itself adds a line of its own to some."""
    for table, count in counts.items():
        ((now,),) = proef.rows(store, f'SELECT count(*) FROM "{table}"')
        if now < count or (now > count and table in store.catalogue.tree):
            yield f"{table} has {now} rows of {count}"


def faults(
    images: migrating.Images, folder: Path, states: list[Any], counts: dict[str, int], opened: Collection[int]
) -> Iterator[str]:
    """What is wrong with the files that a kill would leave, and of those `opened` with what the next start makes of
    them."""
    for number, (digest, files) in enumerate(images.kept.items()):
        image = folder / f"beeld{number}"
        image.mkdir()
        for name, data in files.items():
            (image / name).write_bytes(data)
        found = schema(image)
        if found not in states:
            yield "neither the old nor the new tables"
        if found == states[1] and not images.copied[digest]:
            yield "upgraded without a copy"
        if number in opened:
            with open_store(image) as store:
                yield from jobs.run(check.check(store))
                yield from lost(store, counts)
        shutil.rmtree(image)


@pytest.mark.parametrize("release", RELEASED, ids=lambda path: path.stem)
def test_an_upgrade_killed_at_any_statement_leaves_the_old_or_the_new_state(
    release: Path, tmp_path: Path, figures: Figures, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.fsync", lambda handle: None)
    folder = tmp_path / "administratie"
    told = laid_down(release, folder)
    old, images = schema(folder), migrating.Images(folder)
    with migrating.listened(images.take):
        open_store(folder).close()
    images.take()
    new = schema(folder)
    assert (old[0], new[0]) == (release.stem, migrate.HEAD)
    assert images.statements > 100, "nothing was listened to"
    assert len(images.kept) > 2, "no difference between before and after"
    dice = random.Random(f"{SEED}{release.stem}")
    every = range(len(images.kept))
    opened = every if SOAK else {dice.choice(every), every[-2]}
    assert list(faults(images, tmp_path, [old, new], told["tellingen"], opened)) == []
    for kill in range(KILLS):
        place = tmp_path / f"gedood{kill}"
        laid_down(release, place)
        child = PROCESSES.Process(
            target=migrating.killed_at, args=(place, dice.randrange(1, images.statements // 2))
        )
        child.start()
        child.join()
        assert child.exitcode == -signal.SIGKILL
        child.close()
        with open_store(place) as store:
            assert jobs.run(check.check(store)) == [], f"seed {SEED}"
            assert list(lost(store, told["tellingen"])) == []
    figures.tell(
        NAME,
        seed=SEED,
        goal="0 half, 0 kwijt",
        found={
            "opdrachten": images.statements,
            "soorten bestanden": len(images.kept),
            "keer echt gestopt": KILLS,
            "half": 0,
            "kwijt": 0,
        },
    )


def test_a_making_killed_at_any_statement_is_finished_or_done_again(
    tmp_path: Path, figures: Figures, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.fsync", lambda handle: None)
    folder = tmp_path / "nieuw"
    folder.mkdir()
    images = migrating.Images(folder)
    with migrating.listened(images.take):
        open_store(folder, create=True).close()
    for number, files in enumerate(images.kept.values()):
        image = tmp_path / f"beeld{number}"
        image.mkdir()
        for name, data in files.items():
            (image / name).write_bytes(data)
        with open_store(image, create=not files.get(driver.FILE)) as store:
            assert migrate.version(store.engine) == migrate.HEAD
            assert jobs.run(check.check(store)) == []
    figures.tell(
        "Maken, gestopt bij elke opdracht",
        seed=None,
        goal="0 half",
        found={"opdrachten": images.statements, "soorten bestanden": len(images.kept), "half": 0},
    )


def test_the_harness_notices_an_upgrade_that_is_not_one_transaction(
    tmp_path: Path, figures: Figures, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.fsync", lambda handle: None)
    folder = tmp_path / "administratie"
    told = laid_down(RELEASED[-1], folder)
    old, images, begin = schema(folder), migrating.Images(folder), connection._begin

    def without(opened: Any) -> None:
        """No BEGIN: every statement is a transaction of its own."""
        begin(opened)
        opened.connection.dbapi_connection.execute("COMMIT")

    monkeypatch.setattr(connection, "_begin", without)
    with migrating.listened(images.take):
        open_store(folder).close()
    monkeypatch.setattr(connection, "_begin", begin)
    found = list(islice(faults(images, tmp_path, [old, schema(folder)], told["tellingen"], ()), 3))
    assert found
    figures.tell(NAME, seed=SEED, goal="meer dan 0 half", found={"half": len(found)}, twin=True)
