"""Who asks to be forgotten is: in every record, in the history, in search, forms and screens, and after a restore."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from huurdersapp.actions import persoon, records, wissen
from huurdersapp.actions.context import Context
from huurdersapp.app import opened
from huurdersapp.base import clock, jobs
from huurdersapp.store import backup, check, driver, erased, keys, restore
from tests.actions import vergeten
from tests.actions.conftest import TODAY
from tests.bare_pages import bare


@pytest.fixture(scope="module")
def planted_made(samples_made: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, int]]:
    """An administration with the name in every place, made once."""
    folder = tmp_path_factory.mktemp("vergeten") / "gegevens"
    shutil.copytree(samples_made, folder)
    with clock.fixed(TODAY), opened(folder) as ctx:
        count = vergeten.planted(ctx)
    yield folder, count
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def planted(planted_made: tuple[Path, int], data_folder: Path) -> Iterator[Context]:
    shutil.copytree(planted_made[0], data_folder)
    with clock.fixed(TODAY), opened(data_folder) as ctx:
        yield ctx


def ask(ctx: Context) -> int:
    """A request of somebody whom the board knows."""
    said = {"soort": "verwijdering", "ontvangen_op": TODAY.isoformat(), "identiteit": "bekend"}
    (made,) = records.create(ctx, ctx.spec("privacyverzoek"), [said]).records
    return int(made["nummer"])


def forget(ctx: Context) -> wissen.Gewist:
    found = jobs.run(persoon.zoek(ctx, vergeten.VRAAG))
    return jobs.run(wissen.wis(ctx, ask(ctx), vergeten.VRAAG, vergeten.all_of(found)))


def test_a_forgotten_name_is_nowhere(planted_made: tuple[Path, int], planted: Context) -> None:
    count, store = planted_made[1], planted.store
    before = bare(store.path, store.key)
    places = sum(
        before.count(word) for word in (vergeten.SURNAME.encode(), vergeten.SURNAME.lower().encode())
    )
    assert places > count > 40, "the scan is blind"
    done = forget(planted)
    print(f"{count} plantings, {done.plaatsen} findings, {done.rijen} rows")
    assert vergeten.seen(bare(store.path, store.key)) == []
    assert jobs.run(persoon.zoek(planted, vergeten.VRAAG)) == ()
    assert jobs.run(check.check(store)) == []


def back(folder: Path, copy: Path, *, with_list: bool = True) -> None:
    """An older copy put back the way people do it."""
    key = keys.read(folder)
    if not with_list:
        (folder / erased.FILE).unlink()
    jobs.run(restore.restore(folder, copy, key))


@pytest.mark.parametrize("damaged", [False, True], ids=["whole", "the store is damaged"])
def test_an_older_copy_that_is_put_back_does_not_bring_the_name_back(
    planted_made: tuple[Path, int], data_folder: Path, damaged: bool
) -> None:
    shutil.copytree(planted_made[0], data_folder)
    with clock.fixed(TODAY), opened(data_folder) as ctx:
        forget(ctx)
        (copy,) = backup.every(data_folder)
        path, key = ctx.store.path, ctx.store.key
    assert vergeten.seen(bare(copy.path / path.name, key)), "the copy was made before the erasing"
    assert not any(word in (data_folder / erased.FILE).read_bytes() for word in (b"Wxyqz", b"wxyqz"))
    if damaged:
        path.write_bytes(b"\0" * 5000)
    with clock.fixed(TODAY):
        back(data_folder, copy.path)
    assert vergeten.seen(bare(path, key)) == []
    with clock.fixed(TODAY), opened(data_folder) as ctx:
        assert jobs.run(persoon.zoek(ctx, vergeten.VRAAG)) == ()
        assert jobs.run(check.check(ctx.store)) == []


def test_without_the_list_the_name_comes_back(planted: Context, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same as above must be able to fail: here what does the erasing again is taken away."""
    forget(planted)
    (copy,) = backup.every(planted.folder)
    path, key, folder = planted.store.path, planted.store.key, planted.folder
    planted.store.close()
    monkeypatch.setattr(erased, "again", lambda store, items: 0)
    back(folder, copy.path)
    assert vergeten.seen(bare(path, key))


def test_without_overwriting_the_name_stays_on_free_pages(
    planted_made: tuple[Path, int], data_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(planted_made[0], data_folder)
    settings = [each.replace("secure_delete=ON", "secure_delete=OFF") for each in driver.SETTINGS]
    assert settings != list(driver.SETTINGS)
    monkeypatch.setattr(driver, "SETTINGS", tuple(settings))
    with clock.fixed(TODAY), opened(data_folder) as ctx:
        forget(ctx)
        assert jobs.run(persoon.zoek(ctx, vergeten.VRAAG)) == ()
        assert vergeten.seen(bare(ctx.store.path, ctx.store.key))
