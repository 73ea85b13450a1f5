"""A program that is killed while it changes password or key leaves the old state or the new one, and nothing between.

It is killed at every step of the order, and at random moments as well. `make soak` kills more often.
"""

from __future__ import annotations

import contextlib
import os
import random
import shutil
import signal
import tempfile
import time
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from huurdersapp.actions import sleutels
from huurdersapp.base import jobs, paths
from huurdersapp.base.errors import Stopped, UserError
from huurdersapp.store import attempts, backup, check, driver, keys, move, place, rekey, securing
from huurdersapp.store.damage import Damaged
from tests.figures import Figures, figures
from tests.processes import PROCESSES
from tests.readonly import read_only, state
from tests.store import proef, secured
from tests.store.secured import OTHER, PASSWORD, cheap

__all__ = ["cheap", "figures"]
SOAK = bool(os.environ.get("HUURDERSAPP_SOAK"))
KILLS = 300 if SOAK else 30
SEED = random.randrange(2**32) if SOAK else 20261123
NAME = "Stoppen tijdens een nieuw wachtwoord of een nieuwe sleutel"
GOAL = "0 verloren, 0 half"
WAYS = ("first", "new key", "change")
LONG = "kwelder tuba penseel klooster zinken koffie"
EXPECTED = [("Fatima woont hier", "Lekkage " * 30)]


@pytest.fixture
def filled(folder: Path) -> Path:
    """A store with a record and two copies, and a file that was kept aside."""
    with proef.opened(folder) as store:
        proef.add_tree(store, *EXPECTED[0][:1], verhaal=EXPECTED[0][1])
        for why in ("met-de-hand", "afsluiten"):
            backup.make(store.path, store.key, why)
    (folder / "huurdersapp.store.oud").write_bytes((folder / driver.FILE).read_bytes())
    return folder


def child(
    what: str,
    folder: Path,
    end: str = "",
    *,
    secret: str = PASSWORD,
    new: str = PASSWORD,
    wrong: bool = False,
) -> tuple[Any, Any]:
    ears, mouth = PROCESSES.Pipe(duplex=False)
    process = PROCESSES.Process(target=secured.main, args=(what, folder, secret, new, end, wrong, mouth))
    process.start()
    mouth.close()
    assert ears.recv() == "begun"
    return process, ears


def ended(process: Any, ears: Any) -> list[str]:
    """The steps that the child went through when it came to its end, none when it was killed."""
    try:
        steps: list[str] = ears.recv()
    except EOFError:
        steps = []
    process.join()
    assert process.exitcode in (0, -signal.SIGKILL), "the child ended by itself"
    process.close()
    ears.close()
    return steps


def seen(folder: Path, **way: str) -> list[tuple[Any, ...]]:
    """What stands in the store when it is opened so. Raises where that is refused, or it is damaged."""
    with proef.opened(folder, **way) as store:
        assert jobs.run(check.check(store)) == []
        return proef.rows(store, "SELECT titel, verhaal FROM proef")


def right(folder: Path, secrets: tuple[str, ...]) -> list[str]:
    """The secrets that give a key."""
    found = []
    for secret in secrets:
        with contextlib.suppress(keys.WrongSecret):
            keys.unlock(folder, secret)
            found.append(secret)
    attempts.forget(folder)
    return found


def half(folder: Path) -> list[str]:
    """What a change leaves that was cut off."""
    own = {driver.FILE, keys.FILE, "huurdersapp.slot", "reservekopieen", "gewist.json"}
    return sorted(path.name for path in folder.iterdir() if path.name not in own)


def judge(folder: Path, old_key: str, secrets: tuple[str, ...]) -> str:
    """Whether exactly one of the ways opens it, with everything in it; gives that way."""
    if not keys.needs_secret(folder):
        assert seen(folder) == EXPECTED
        assert keys.read(folder) == old_key
        assert half(folder) == ["huurdersapp.store.oud"]
        return ""
    ways = right(folder, secrets)
    assert len(ways) == 1, f"opens with {ways}"
    assert seen(folder, secret=ways[0]) == EXPECTED
    assert half(folder) == []
    new = keys.unlock(folder, ways[0])
    if new != old_key:
        assert secured.opens(folder, old_key) == []
    stores = secured.opens(folder, new)
    assert driver.FILE in stores
    assert len(stores) >= 2, "no copy under the key of now"
    return ways[0]


def steps_of(what: str, prepared: Path, place: Path) -> list[str]:
    """All the steps, from a child that comes to its end."""
    folder = proef.copied(prepared, place)
    names = ended(*child(what, folder, new=OTHER if what == "change" else PASSWORD))
    return [f"{name} {names[: at + 1].count(name)}" for at, name in enumerate(names)]


@pytest.mark.parametrize("what", WAYS)
def test_killed_at_every_step_it_opens_with_the_old_or_the_new(
    what: str, filled: Path, tmp_path: Path, figures: Figures, cheap: None
) -> None:
    new = OTHER if what == "change" else PASSWORD
    if what != "first":
        secured.first(filled)
    steps = steps_of(what, filled, tmp_path / "heel")
    assert len(steps) >= (2 if what == "change" else 9), steps
    outcomes = set()
    for number, step in enumerate(steps):
        folder = proef.copied(filled, tmp_path / f"stap-{number}")
        old = keys.content(folder).open_key() or keys.unlock(folder, PASSWORD)
        process, ears = child(what, folder, step, new=new)
        assert ended(process, ears) == [], f"not killed at {step}"
        way = judge(folder, old, (PASSWORD, OTHER))
        outcomes.add((way, old == keys.unlock(folder, way) if way else True))
    assert len(outcomes) == 2, "both the old and the new state should be seen"
    figures.tell(NAME, seed=None, goal=GOAL, found={"keer gestopt": len(steps), "verloren": 0, "half": 0})


@pytest.mark.parametrize("what", WAYS)
def test_killed_at_any_moment_it_opens_with_the_old_or_the_new(
    what: str, filled: Path, tmp_path: Path, figures: Figures, cheap: None
) -> None:
    dice = random.Random(f"{SEED} {what}")
    if what != "first":
        secured.first(filled)
    now, changed, folder = PASSWORD, 0, filled
    began = time.monotonic()
    ended(*child(what, proef.copied(filled, tmp_path / "maat"), new=OTHER))
    lasts = time.monotonic() - began
    for kill in range(KILLS):
        if what == "first":
            folder = proef.copied(filled, tmp_path / f"keer-{kill}")
        old = keys.content(folder).open_key() or keys.unlock(folder, now)
        new = now if what == "new key" else OTHER if now == PASSWORD else PASSWORD
        process, ears = child(what, folder, secret=now, new=new)
        time.sleep(dice.uniform(0, lasts))
        process.kill()
        ended(process, ears)
        way = judge(folder, old, (PASSWORD, OTHER))
        changed += keys.unlock(folder, way) != old if way and what != "change" else way not in ("", now)
        now = way if what == "change" else now
    figures.tell(
        NAME,
        seed=SEED,
        goal=GOAL,
        found={"keer gestopt": KILLS, "verloren": 0, "half": 0, "keer was het al gewijzigd": changed},
    )


def test_the_harness_notices_a_store_that_turns_before_its_key(
    filled: Path, figures: Figures, cheap: None
) -> None:
    old = keys.read(filled)
    ended(*child("first", filled, "store in place 1", wrong=True))
    with pytest.raises((AssertionError, Damaged)):
        judge(filled, old, (PASSWORD,))
    figures.tell(NAME, seed=None, goal=GOAL, found={"keer gestopt": 1, "verloren": 1}, twin=True)


def test_after_the_first_password_nothing_opens_with_the_old_key(
    filled: Path, cheap: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(filled.parent))
    old = keys.read(filled)
    assert len(secured.opens(filled, old)) == 4, "the test has something to find"
    with proef.opened(filled) as store:
        proef.add(store)
    looked = filled.parent / "huurdersapp-kijk-1"
    looked.mkdir()
    (looked / driver.FILE).write_bytes((filled / driver.FILE).read_bytes())
    os.utime(looked, (0, 0))
    _code, new = secured.first(filled)
    assert secured.opens(filled.parent, old) == []
    assert len(secured.opens(filled, new)) == 2
    assert half(filled) == []


def stop_at(number: int) -> Callable[[], bool]:
    asked = count()
    return lambda: next(asked) >= number


@pytest.mark.parametrize("number", range(3))
def test_stopped_by_the_person_all_is_as_it_was(filled: Path, number: int, cheap: None) -> None:
    before = (filled / keys.FILE).read_bytes()
    with pytest.raises(Stopped), secured.held(filled):
        jobs.run(securing.first(filled, PASSWORD), stop=stop_at(number))
    assert (filled / keys.FILE).read_bytes() == before
    assert half(filled) == ["huurdersapp.store.oud"]
    assert seen(filled) == EXPECTED


def test_a_full_disk_leaves_all_as_it_was(filled: Path, cheap: None, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(step: str) -> None:
        if step == "read back":
            raise UserError("De schijf is vol.")

    monkeypatch.setattr(rekey, "reached", full)
    with pytest.raises(UserError, match="vol"):
        secured.first(filled)
    assert half(filled) == ["huurdersapp.store.oud"]
    assert seen(filled) == EXPECTED


def test_a_damaged_store_gets_no_new_key(filled: Path, cheap: None) -> None:
    path = filled / driver.FILE
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)
    with pytest.raises(UserError, match="beschadigd"):
        secured.first(filled)
    assert path.read_bytes() == content
    assert not keys.needs_secret(filled)
    assert secured.opens(filled / "reservekopieen", keys.read(filled)) != []


def test_old_copies_stay_until_there_is_a_new_one(
    filled: Path, cheap: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_args: object, **_more: object) -> Path:
        raise UserError("De schijf is vol.")

    old = keys.read(filled)
    with monkeypatch.context() as patch:
        patch.setattr(backup, "make", fails)
        with pytest.raises(UserError, match="vol"):
            secured.first(filled)
    assert len(secured.opens(filled, old)) == 3
    with proef.opened(filled, secret=PASSWORD):
        assert secured.opens(filled, old) == [], "the next opening makes the copy, and clears away"


def test_a_log_of_the_old_store_never_comes_to_lie_beside_the_new_one(filled: Path, cheap: None) -> None:
    log = driver.log_of(filled / driver.FILE)
    with proef.opened(filled) as store:
        proef.add(store)
        left = log.read_bytes()
        proef.rows(store, "SELECT 1")
    assert len(left) > 4096
    process, ears = child("first", filled, "key in place 1")
    assert ended(process, ears) == []
    log.write_bytes(left)
    assert len(seen(filled, secret=PASSWORD)) == 2
    assert not log.exists()


def test_what_a_killed_program_said_was_saved_comes_along(filled: Path, tmp_path: Path, cheap: None) -> None:
    cut = tmp_path / "stroom-uit"
    with proef.opened(filled) as store:
        proef.add(store, titel="Net opgeslagen")
        proef.copied(filled, cut)
    assert driver.log_of(cut / driver.FILE).stat().st_size > 4096
    _code, _key = secured.first(cut)
    assert ("Net opgeslagen", None) in seen(cut, secret=PASSWORD)


def test_where_the_store_cannot_be_moved_now_the_code_still_reaches_the_person(
    filled: Path, cheap: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    def in_use(step: str) -> None:
        if step == "old log gone":
            raise PermissionError

    with monkeypatch.context() as patch:
        patch.setattr(rekey, "reached", in_use)
        done = jobs.run(sleutels.eerste_wachtwoord(filled, LONG))
        assert "kan hier niet worden opgeslagen" in done.let_op
        with pytest.raises(UserError, match="kan hier niet worden opgeslagen"):
            seen(filled, secret=LONG)
    assert not (filled / "beschadigd.json").exists()
    assert keys.opened(filled, done.herstelcode)[1] == "herstelcode"
    assert seen(filled, secret=LONG) == EXPECTED


def test_a_change_that_was_cut_off_can_be_looked_at_where_nothing_can_be_written(
    filled: Path, cheap: None
) -> None:
    process, ears = child("first", filled, "key in place 1")
    assert ended(process, ears) == []
    with read_only(filled, "beide"):
        before = state(filled)
        with proef.opened(filled, secret=PASSWORD) as store:
            assert store.read_only
            assert proef.rows(store, "SELECT titel, verhaal FROM proef") == EXPECTED
        assert state(filled) == before


def test_what_was_left_by_a_move_is_told_as_still_open(filled: Path, tmp_path: Path, cheap: None) -> None:
    there, last = tmp_path / "daar", tmp_path / "ginds"
    jobs.run(move.move(filled, there))
    jobs.run(move.move(there, last))
    assert paths.followed(filled) == last
    done = jobs.run(sleutels.eerste_wachtwoord(last, LONG))
    assert done.elders == (str(there), str(filled))
    shutil.rmtree(there)
    assert jobs.run(sleutels.nieuwe_sleutel(last, LONG)).elders == (str(filled),)


def test_where_it_may_not_stand_or_not_be_written_it_gets_no_password(filled: Path, cheap: None) -> None:
    before = (filled / keys.FILE).read_bytes()
    (filled / ".stfolder").mkdir()
    with pytest.raises(place.Misplaced, match="Syncthing"):
        jobs.run(sleutels.eerste_wachtwoord(filled, LONG))
    (filled / ".stfolder").rmdir()
    (filled / driver.FILE).chmod(0o444)
    with pytest.raises(UserError, match="alleen lezen"):
        jobs.run(sleutels.eerste_wachtwoord(filled, LONG))
    assert (filled / keys.FILE).read_bytes() == before


def test_a_store_of_the_first_version_gets_its_password_too(tmp_path: Path, cheap: None) -> None:
    released = paths.own("db") / "released"
    (tmp_path / driver.FILE).write_bytes((released / "0001.store").read_bytes())
    (tmp_path / keys.FILE).write_bytes((released / "0001.sleutel.json").read_bytes())
    done = jobs.run(sleutels.eerste_wachtwoord(tmp_path, LONG))
    assert (done.elders, done.let_op) == ((), "")
    assert keys.opened(tmp_path, done.herstelcode)[1] == "herstelcode"


def test_a_page_that_cannot_be_read_is_never_copied_as_nothing(folder: Path, cheap: None) -> None:
    """Damage in the last page of a long text: the copy would have zeros there, and look well."""
    with proef.opened(folder) as store:
        proef.add(store, titel="Lang", verhaal="abcdefghij " * 820)
    path, key = folder / driver.FILE, keys.read(folder)
    content = bytearray(path.read_bytes())
    content[-2000] ^= 1
    path.write_bytes(content)
    with pytest.raises(UserError, match="De reservekopie is niet gelukt"):
        backup.make(path, key, "afsluiten")
    with pytest.raises(UserError, match="beschadigd"):
        secured.first(folder)
    assert not list((folder / "reservekopieen").iterdir())
    assert keys.read(folder) == key


def test_a_disk_that_fills_up_while_the_store_is_copied_is_told_as_that(
    filled: Path, cheap: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_copy = driver.make_copy

    def small(path: Path, key: str) -> Any:
        made = make_copy(path, key)
        made.execute("PRAGMA max_page_count=9")
        return made

    monkeypatch.setattr(driver, "make_copy", small)
    with pytest.raises(UserError, match="De schijf is vol"):
        secured.first(filled)
    assert half(filled) == ["huurdersapp.store.oud"]
    assert seen(filled) == EXPECTED


def test_a_part_of_a_key_file_that_a_killed_program_left_goes_at_the_next_opening(filled: Path) -> None:
    left = filled / f".{keys.FILE}.abcdefgh.deel"
    left.write_bytes(b"{")
    assert seen(filled) == EXPECTED
    assert not left.exists()
