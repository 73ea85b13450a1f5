"""A full disk or a folder that may only be read loses nothing, and is told in words."""

from __future__ import annotations

from pathlib import Path

import pytest
import sqlcipher3

from huurdersapp.base import jobs
from huurdersapp.base.errors import UserError
from huurdersapp.store import backup, bulk, check, opening
from huurdersapp.store.store import Store
from tests.figures import Figures
from tests.full_disk import fill, limit, small_disk
from tests.store import proef

FILL_POINTS = 20


def write_until_full(store: Store) -> int:
    """Records written before the disk was full."""
    for number in range(2_000):
        try:
            proef.add(store, titel=f"Record {number}", verhaal="Tekst " * 200)
        except UserError as fault:
            if "schijf is vol" not in fault.text:
                raise
            return number
    raise AssertionError("the disk is never full")


def expect_whole(store: Store, records: int) -> None:
    assert proef.rows(store, "SELECT count(*) FROM proef") == [(records,)]
    assert jobs.run(check.check(store)) == []


@pytest.mark.parametrize("point", range(FILL_POINTS))
def test_a_full_disk_refuses_a_step_and_harms_nothing(
    prepared: Path, tmp_path: Path, point: int, figures: Figures
) -> None:
    with small_disk(tmp_path / "disk") as disk:
        folder = proef.copied(prepared, (disk or tmp_path) / "administratie")
        with proef.opened(folder) as store:
            ballast = fill(disk, 100_000 + point * 7_777) if disk else None
            if ballast is None:
                limit(store, 3 + point)
            written = write_until_full(store)
            expect_whole(store, written)
            with pytest.raises(UserError, match="schijf is vol"):
                jobs.run(bulk.load(store, "Laden", bulk.drafts_of(proef.SPEC, [{"titel": "x" * 999}] * 3000)))
            expect_whole(store, written)
            if ballast is not None:
                ballast.unlink()
            else:
                limit(store, None)
            proef.add(store)
            expect_whole(store, written + 1)
    found = {"punten": 1, "stappen bewaard": written, "verloren": 0}
    figures.tell("Schijf vol tijdens opslaan", seed=None, goal="0 verloren op 20 punten", found=found)


def test_on_a_full_disk_one_can_still_open_and_read(prepared: Path, tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk") as disk:
        folder = proef.copied(prepared, (disk or tmp_path) / "administratie")
        with proef.opened(folder) as store:
            proef.add(store)
        if disk is not None:
            fill(disk, 40_000)  # the index of the log needs 32 kB, see sqlite.org/walformat.html
        with proef.opened(folder) as store:
            expect_whole(store, 1)


@pytest.mark.parametrize("series", range(5))
def test_a_copy_that_does_not_fit_leaves_nothing_behind(prepared: Path, tmp_path: Path, series: int) -> None:
    with small_disk(tmp_path / "disk") as disk:
        folder = proef.copied(prepared, (disk or tmp_path) / "administratie")
        with proef.opened(folder) as store:
            proef.add(store)
            if disk is None:
                return
            for point in range(series, FILL_POINTS, 5):
                fill(disk, 4_096 * (1 + point * 3))
                with pytest.raises(UserError):
                    backup.make(store.path, store.key, "te-vol")
                assert list((folder / backup.FOLDER).glob("*")) == []
                (disk / "ballast").unlink()
            assert backup.make(store.path, store.key, "past").is_dir()


@pytest.mark.parametrize("left", [0, 4_096, 40_000, 80_000])
def test_a_store_that_does_not_fit_is_not_half_made(tmp_path: Path, left: int) -> None:
    with small_disk(tmp_path / "disk") as disk:
        if disk is None:
            return
        fill(disk, left)
        folder = disk / "nieuw"
        with pytest.raises(UserError):
            opening.open_store(folder, create=True)
        assert not opening.exists(folder)
        (disk / "ballast").unlink()
        opening.open_store(folder, create=True).close()


def test_a_file_that_may_only_be_read_is_told_in_words(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever runs the tests as super-user may write everywhere: there the driver opens the file for reading alone."""
    with proef.opened(folder) as store:
        proef.add(store)
    real = sqlcipher3.connect
    monkeypatch.setattr(
        sqlcipher3,
        "connect",
        lambda path, **options: real(path.replace("mode=rw", "mode=ro"), **options),
    )
    with proef.opened(folder) as store:
        expect_whole(store, 1)
        with pytest.raises(UserError, match="alleen te lezen"):
            proef.add(store)
        expect_whole(store, 1)
