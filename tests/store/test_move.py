"""A move leaves one whole administration at each moment, takes everything along, and never leaves two."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from huurdersapp.base import jobs, paths
from huurdersapp.base.errors import Stopped, UserError
from huurdersapp.store import backup, check, journal, move, place
from huurdersapp.store.store import Store
from tests.processes import PROCESSES
from tests.readonly import read_only, state
from tests.store import moved, proef


@pytest.fixture
def old(folder: Path) -> Path:
    """An administration with a record, a copy, settings and a log, in a folder that is synchronised."""
    with proef.opened(folder) as store:
        proef.add(store, titel="Lekkage")
        backup.make(store.path, store.key, "proef")
    (folder / "instellingen.json").write_text('{"naam": "Fatima"}')
    (folder / "log").mkdir()
    (folder / "log" / "huurdersapp.log").write_text("begin\n")
    (folder / ".stfolder").mkdir()
    return folder


def titles(store: Store) -> list[str]:
    return [row[0] for row in proef.rows(store, "SELECT titel FROM proef ORDER BY nummer")]


def expect_there(to: Path) -> None:
    with proef.opened(to) as store:
        assert store.read_only is None
        assert titles(store) == ["Lekkage"]
        assert jobs.run(check.check(store)) == []
        proef.add(store, titel="Na de verhuizing")


def test_everything_goes_along_and_the_old_folder_tells_where(old: Path, tmp_path: Path) -> None:
    to = tmp_path / "nieuw" / "huurdersapp"
    with proef.opened(old) as store:
        assert store.misplaced is not None
        device = store.head.device
    copies = [path.name for path in (old / backup.FOLDER).iterdir()]
    result = jobs.run(move.move(old, to))
    assert (result.to, result.stays) == (to, False)
    expect_there(to)
    with proef.opened(to) as store:
        assert store.head.device == device  # a move is no copy
    assert [path.name for path in (to / backup.FOLDER).iterdir()] == copies
    assert (to / "instellingen.json").read_text() == '{"naam": "Fatima"}'
    assert (to / "log" / "huurdersapp.log").exists()
    assert not (to / ".stfolder").exists()
    assert paths.data_folder(old) == to
    assert str(to) in (old / move.NOTE).read_text(encoding="utf-8")
    with pytest.raises(move.Moved, match="is verhuisd naar") as told, proef.opened(old):
        raise AssertionError
    assert told.value.to == to
    with pytest.raises(move.Moved):
        jobs.run(move.move(old, tmp_path / "nog een"))


def test_from_a_computer_that_cannot_reach_the_new_folder_the_old_one_tells_too(
    old: Path, tmp_path: Path
) -> None:
    jobs.run(move.move(old, tmp_path / "nieuw"))
    (tmp_path / "nieuw").rename(tmp_path / "elders")
    assert paths.data_folder(old) == old
    with pytest.raises(move.Moved, match="is verhuisd naar"), proef.opened(old):
        raise AssertionError


def test_it_can_move_on(old: Path, tmp_path: Path) -> None:
    jobs.run(move.move(old, tmp_path / "een"))
    jobs.run(move.move(tmp_path / "een", tmp_path / "twee"))
    assert paths.data_folder(old) == tmp_path / "twee"
    expect_there(tmp_path / "twee")


def life(old: Path, to: Path, until: str, *, forgetful: bool = False) -> None:
    """Move in a process of its own that is killed at a step."""
    child = PROCESSES.Process(target=moved.main, args=(old, to, until, forgetful))
    child.start()
    child.join()
    assert child.exitcode is not None
    assert child.exitcode < 0, until
    child.close()


def open_to_work(*folders: Path) -> list[Path]:
    """The folders in which an administration can be worked with."""
    found = []
    for folder in folders:
        try:
            with proef.opened(folder) as store:
                if titles(store) == ["Lekkage"] and not jobs.run(check.check(store)):
                    found.append(folder)
        except UserError:
            continue
    return found


@pytest.mark.parametrize("until", moved.STEPS)
def test_a_killed_move_leaves_one_whole_administration(old: Path, tmp_path: Path, until: str) -> None:
    (old / ".stfolder").rmdir()
    if until == "old log aside":
        leave_a_log(old)
    to = tmp_path / "nieuw"
    life(old, to, until)
    found = open_to_work(old, to)
    assert len(found) == 1, until
    assert paths.data_folder(old) == found[0]
    if found == [old]:  # and it can be tried again
        jobs.run(move.move(old, to))
        expect_there(to)
    assert not list(tmp_path.glob(".*.deel")) or found == [to]


def leave_a_log(folder: Path) -> None:
    """As a program leaves it that was killed."""
    with proef.opened(folder) as store:
        shutil.copytree(folder, folder.with_name("gedood"))
        assert store.path.exists()
    shutil.rmtree(folder)
    folder.with_name("gedood").rename(folder)
    (folder / "huurdersapp.store-wal").touch()


def test_the_harness_notices_a_move_without_a_note(old: Path, tmp_path: Path) -> None:
    (old / ".stfolder").rmdir()
    to = tmp_path / "nieuw"
    life(old, to, "in place", forgetful=True)
    assert open_to_work(old, to) == [old, to], "two that can be worked with, and nobody notices"


def test_stopping_leaves_all_as_it_was(old: Path, tmp_path: Path) -> None:
    before = state(old)
    with pytest.raises(Stopped):
        jobs.run(move.move(old, tmp_path / "nieuw"), stop=lambda: True)
    after = state(old)
    assert {name: seen[2] for name, seen in after.items()} == {name: seen[2] for name, seen in before.items()}
    assert not (tmp_path / "nieuw").exists()
    assert not list(tmp_path.glob(".*.deel"))


def test_from_a_folder_that_may_only_be_read_it_goes_on_under_a_new_name(old: Path, tmp_path: Path) -> None:
    to = tmp_path / "nieuw"
    with proef.opened(old) as store:
        device = store.head.device
    with read_only(old, "schijf"):
        before = state(old)
        result = jobs.run(move.move(old, to))
        assert state(old) == before
    assert result.stays
    with proef.opened(to) as store:
        assert titles(store) == ["Lekkage"]
        assert store.head.device != device
        with store.reading() as db:
            assert journal.has_device(db.connection())


@pytest.mark.parametrize("where", ["zelfde", "erin", "vol", "gesynchroniseerd", "open"])
def test_what_cannot_be_is_refused_and_nothing_changes(old: Path, tmp_path: Path, where: str) -> None:
    (tmp_path / "vol").mkdir()
    (tmp_path / "vol" / "brief.txt").touch()
    (tmp_path / "wolk" / ".stfolder").mkdir(parents=True)
    to = {
        "zelfde": old,
        "erin": old / "nieuw",
        "vol": tmp_path / "vol",
        "gesynchroniseerd": tmp_path / "wolk" / "nieuw",
        "open": tmp_path / "nieuw",
    }[where]
    (old / ".stfolder").rmdir()
    before = state(old)
    if where == "open":
        with proef.opened(old), pytest.raises(UserError, match="al geopend"):
            jobs.run(move.move(old, to))
    else:
        with pytest.raises(place.Misplaced if where == "gesynchroniseerd" else UserError):
            jobs.run(move.move(old, to))
        assert {name: seen[2] for name, seen in state(old).items()} == {
            name: seen[2] for name, seen in before.items()
        }
    with proef.opened(old) as store:
        assert titles(store) == ["Lekkage"]


def test_a_damaged_store_moves_as_it_is_so_that_it_can_be_mended_there(old: Path, tmp_path: Path) -> None:
    content = bytearray((old / "huurdersapp.store").read_bytes())
    content[30_000] ^= 1
    (old / "huurdersapp.store").write_bytes(content)
    jobs.run(move.move(old, tmp_path / "nieuw"))
    assert (tmp_path / "nieuw" / "huurdersapp.store").read_bytes() == content


def test_the_folder_that_one_stands_in_and_a_link_are_good_places(
    old: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "hier").mkdir()
    monkeypatch.chdir(tmp_path / "hier")
    assert jobs.run(move.move(old, Path())).to == tmp_path / "hier"
    monkeypatch.chdir(tmp_path)
    (tmp_path / "doel").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "doel")
    jobs.run(move.move(tmp_path / "hier", Path("link")))
    assert paths.followed(old) == tmp_path / "doel"
    expect_there(tmp_path / "link")
