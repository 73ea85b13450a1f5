"""Putting a copy back: what comes, what stays, under which name it goes on, and what is told."""

from __future__ import annotations

import json
import os
import random
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from huurdersapp.actions import reservekopie
from huurdersapp.base import clock, ids, jobs
from huurdersapp.base.errors import UserError
from huurdersapp.base.formats import moment
from huurdersapp.store import (
    backup,
    check,
    compare,
    copies,
    damage,
    erase,
    erased,
    journal,
    keys,
    laptop,
    swap,
    tidying,
    undo,
)
from huurdersapp.store.journal import Head
from huurdersapp.store.restore import OtherKey, Restored, restore
from huurdersapp.store.store import Store
from tests.figures import Figures
from tests.store import proef, secured
from tests.store.secured import cheap

__all__ = ["cheap"]
SOAK = bool(os.environ.get("HUURDERSAPP_SOAK"))
SERIES = 5
HISTORIES = (500 if SOAK else 50) // SERIES
SEED = random.randrange(2**32) if SOAK else 20190305


def back(folder: Path, copy: Path, key: str, **options: Any) -> Restored:
    return jobs.run(restore(folder, copy, key, specs=proef.SPECS, author="Fatima", **options))


def titles(store: Store) -> set[str]:
    return {row[0] for row in proef.rows(store, "SELECT titel FROM proef")}


def every_byte(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


@pytest.fixture
def filled(folder: Path) -> tuple[Path, Path, str]:
    """A closed store with two records, a copy from when there was one, and the key."""
    with proef.opened(folder) as store:
        proef.add(store, titel="Eerste")
        copy = backup.make(store.path, store.key, "met-de-hand")
        proef.add_tree(store, "Tweede")
        return folder, copy, store.key


def test_a_copy_comes_back_under_a_new_name_and_what_was_there_is_kept(
    filled: tuple[Path, Path, str],
) -> None:
    folder, copy, key = filled
    before, device = every_byte(copy), copies.every(folder)[0].head
    done = back(folder, copy, key)
    assert every_byte(copy) == before, "the copy stays as it was"
    assert done.missing[0].startswith("Sinds deze kopie is er 1 wijziging.")
    assert done.missing[1:3] == ("Het gaat om: Proef: 1.", done.missing[2])
    assert done.missing[2].endswith(": Boom opslaan")
    assert done.words[0] == "Deze laptop gaat verder onder een nieuw nummer."
    with proef.opened(folder) as store:
        assert titles(store) == {"Eerste"}
        assert store.head.device == done.device
        assert device is not None
        assert store.head.device != device[0]
        assert undo.undoable(store, 9) == [], "what came back is a floor for undo"
        with pytest.raises(UserError):
            undo.undo(store)
        assert jobs.run(check.check(store)) == []
        context = proef.rows(store, "SELECT context FROM journal_step WHERE device = ?", done.device)
        assert json.loads(context[0][0]) == {device[0]: device[1]}
        proef.add(store, titel="Daarna")
        assert len(undo.undoable(store, 9)) == 1
    assert done.kept is not None
    with proef.opened(done.kept, read_only=True) as store:
        assert titles(store) == {"Eerste", "Tweede"}
    again = back(folder, done.kept, key)
    with proef.opened(folder) as store:
        assert titles(store) == {"Eerste", "Tweede"}
        assert jobs.run(check.check(store)) == []
    assert again.device != done.device
    assert len(copies.kept(folder)) == 2, "what was kept is never written over"


def test_steps_after_a_restore_come_after_all_others_though_the_clock_was_turned_back(
    filled: tuple[Path, Path, str],
) -> None:
    folder, copy, key = filled
    with clock.fixed(date(2001, 1, 1)):
        back(folder, copy, key)
        with proef.opened(folder) as store:
            row = next(iter(proef.rows(store, "SELECT id FROM proef")))[0]
            proef.change(store, row, titel="Later")
            assert jobs.run(check.check(store)) == []


def ruined(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:4096] + os.urandom(8192))


def without(*names: str) -> Callable[[Path], None]:
    def lose(folder: Path) -> None:
        for name in names:
            (folder / name).unlink()

    return lose


LOSSES: dict[str, Callable[[Path], object]] = {
    "a damaged store": lambda folder: ruined(folder / swap.STORE),
    "no store": without(swap.STORE),
    "no key file": without(swap.KEY),
    "nothing but copies": without(swap.STORE, swap.KEY),
    "an unreadable key file": lambda folder: (folder / swap.KEY).write_bytes(b"{"),
}


@pytest.mark.parametrize("loss", LOSSES)
def test_a_copy_comes_back_whatever_was_lost(filled: tuple[Path, Path, str], loss: str) -> None:
    folder, copy, key = filled
    damage.mark(folder, ("kapot",))
    LOSSES[loss](folder)
    store_before = (folder / swap.STORE).read_bytes() if (folder / swap.STORE).exists() else None
    done = back(folder, copy, key)
    if store_before is not None:
        assert done.kept is not None
        assert (done.kept / swap.STORE).read_bytes() == store_before, "what is damaged is kept as it is"
    assert damage.marked(folder) is None
    with proef.opened(folder) as store:
        assert titles(store) == {"Eerste"}
        assert backup.make(store.path, store.key, "daarna").is_dir()


def test_a_copy_comes_into_a_folder_where_nothing_is_yet(
    filled: tuple[Path, Path, str], tmp_path: Path
) -> None:
    _folder, copy, key = filled
    done = back(tmp_path / "nieuw", copy, key)
    assert done.kept is None
    assert not (tmp_path / "nieuw" / copies.KEPT / "x").parent.exists() or not list(
        (tmp_path / "nieuw" / copies.KEPT).iterdir()
    )
    with proef.opened(tmp_path / "nieuw") as store:
        assert titles(store) == {"Eerste"}


def test_what_a_log_holds_comes_along_from_a_folder_that_somebody_points_at(
    filled: tuple[Path, Path, str], tmp_path: Path
) -> None:
    """A data folder that was copied while it was open: the last steps are in the log beside it."""
    folder, _copy, key = filled
    with proef.opened(folder) as store:
        proef.add(store, titel="In het logboek")
        other = shutil.copytree(folder, tmp_path / "gewezen", ignore=shutil.ignore_patterns("*.slot", "*shm"))
    before = every_byte_of_files(other)
    back(folder, other, key)
    assert every_byte_of_files(other) == before
    with proef.opened(folder) as store:
        assert "In het logboek" in titles(store)


def every_byte_of_files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir()) if path.is_file()}


@pytest.mark.parametrize("how", ["a flipped bit", "cut", "another store", "empty", "no store"])
def test_a_copy_that_is_not_whole_is_refused_and_all_stays(
    filled: tuple[Path, Path, str], tmp_path: Path, prepared: Path, how: str
) -> None:
    folder, copy, key = filled
    path = copy / swap.STORE
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    if how == "no store":
        path.unlink()
    else:
        kinds = {"a flipped bit": bytes(data), "cut": bytes(data[:-4096]), "empty": b""}
        path.write_bytes(kinds.get(how) or (prepared / swap.STORE).read_bytes() * (how != "empty"))
    before = every_byte_of_files(folder)
    with pytest.raises(UserError) as told:
        back(folder, copy, key)
    assert told.value.hint
    assert every_byte_of_files(folder) == before
    assert not (folder / copies.KEPT).exists()


def test_a_newer_copy_is_refused(filled: tuple[Path, Path, str]) -> None:
    from huurdersapp.store.driver import connect

    folder, copy, key = filled
    driver = connect(copy / swap.STORE, key)
    driver.execute("UPDATE alembic_version SET version_num = '9999'")
    driver.execute("PRAGMA journal_mode=DELETE")
    driver.close()
    (copy / copies.NOTE).unlink()
    with pytest.raises(UserError, match="nieuwere versie"):
        back(folder, copy, key)
    with proef.opened(folder) as store:
        assert titles(store) == {"Eerste", "Tweede"}


@pytest.mark.parametrize("sealed", [True, False], ids=["with a password", "without one"])
def test_an_open_copy_under_another_key_brings_its_own(
    filled: tuple[Path, Path, str], tmp_path: Path, sealed: bool, cheap: None
) -> None:
    """Whoever had a password is told that it is gone."""
    folder, copy, _key = filled
    other = tmp_path / "ander"
    proef.prepare(other)
    own = keys.unlock(other, secured.PASSWORD) if sealed and secured.first(other) else keys.read(other)
    done = back(other, copy, own)
    assert ("Stel opnieuw een wachtwoord in." in done.words[-1]) == sealed
    with proef.opened(other) as store:
        assert titles(store) == {"Eerste"}
        assert store.key != own
    assert done.kept is not None
    with proef.opened(done.kept, read_only=True, key=own) as store:
        assert store.key == own, "what was kept has its own key beside it"
    assert folder.exists()


def test_what_was_erased_since_is_gone_again_before_anybody_can_read(filled: tuple[Path, Path, str]) -> None:
    folder, _copy, key = filled
    with proef.opened(folder) as store:
        row = proef.add(store, titel="Met naam", melder="Zeldzame Naam")
        copy = backup.make(store.path, store.key, "voor-wissen")
        erase.erase_many(store, "proef", [row], ["melder"], "Gewist", "verzoek")
    with proef.opened(copy, read_only=True) as store:
        assert proef.values(store, row)["melder"] == "Zeldzame Naam"
    done = back(folder, copy, key)
    assert done.erased_again == 1
    assert any("opnieuw gewist" in each for each in done.words)
    with proef.opened(folder) as store:
        assert proef.values(store, row)["melder"] is None
        assert "Zeldzame Naam" not in str(proef.content(store))
        assert jobs.run(check.check(store)) == []
    assert erased.known(folder), "and the next restore knows of it too"


def test_the_folder_is_held_meanwhile_and_stopping_leaves_all(filled: tuple[Path, Path, str]) -> None:
    folder, copy, key = filled
    with proef.opened(folder), pytest.raises(UserError, match="al geopend"):
        back(folder, copy, key)
    job = restore(folder, copy, key, specs=proef.SPECS)
    for _ in range(4):
        next(job)
    with pytest.raises(UserError, match="al geopend"), proef.opened(folder):
        raise AssertionError
    job.close()
    assert not (folder / swap.READY).exists()
    with proef.opened(folder) as store:
        assert titles(store) == {"Eerste", "Tweede"}


def test_what_was_kept_goes_after_a_month_and_never_earlier(filled: tuple[Path, Path, str]) -> None:
    folder, copy, key = filled
    moment = clock.now()
    with clock.fixed(moment):
        kept = back(folder, copy, key).kept
    assert kept is not None
    with clock.fixed(moment + timedelta(days=29)):
        assert tidying.tidy(folder, months=12, cap=1).kept == 0
    with clock.fixed(moment + timedelta(days=31)):
        damage.mark(folder, ("kapot",))
        assert tidying.tidy(folder, months=12, cap=10**9).kept == 0, "nothing goes while damage is known"
        damage.clear(folder)
        assert tidying.tidy(folder, months=12, cap=10**9).kept == 1
    assert not kept.exists()


def test_comparing_counts_records_by_kind_and_lines_as_their_record(filled: tuple[Path, Path, str]) -> None:
    folder, copy, key = filled
    found = compare.with_copy(folder / swap.STORE, key, copy / swap.STORE, key, proef.SPECS)
    assert found.steps == 1
    assert found.kinds == (("proef", 1),)
    ruined(folder / swap.STORE)
    assert compare.with_copy(folder / swap.STORE, key, copy / swap.STORE, key, proef.SPECS).steps is None


def test_a_copy_of_another_administration_is_told_to_be_one(
    filled: tuple[Path, Path, str], tmp_path: Path
) -> None:
    """Also where both are open, and each has its own key."""
    folder, copy, key = filled
    other = tmp_path / "ander"
    proef.prepare(other)
    with proef.opened(other) as store:
        proef.add(store, titel="Van een ander")
        own = store.key
    found = compare.with_copy(other / swap.STORE, own, copy / swap.STORE, key, proef.SPECS)
    assert found.words[0].startswith("Deze reservekopie is van een andere administratie.")
    assert reservekopie.vergelijk(other, copy, own, own).words[0] == found.words[0]
    again = compare.with_copy(folder / swap.STORE, key, copy / swap.STORE, key, proef.SPECS)
    assert "andere administratie" not in " ".join(again.words)


def test_the_example_never_takes_the_place_of_an_administration(
    filled: tuple[Path, Path, str], tmp_path: Path
) -> None:
    folder, _copy, key = filled
    invented = tmp_path / "voorbeeld"
    with proef.opened(invented, create=True, example=True) as store:
        copy, other = backup.make(store.path, store.key, "met-de-hand"), store.key
    with pytest.raises(UserError, match="voorbeeld"):
        back(folder, copy, other, present_key=key)
    with proef.opened(folder) as store:
        assert titles(store) == {"Eerste", "Tweede"}
        assert not store.example
    back(invented, copy, other)
    back(tmp_path / "nieuw", copy, other)


def test_a_disk_with_hardly_any_room_is_told_before_anything_is_done(
    filled: tuple[Path, Path, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, copy, key = filled
    usage, size = shutil.disk_usage(folder), (copy / swap.STORE).stat().st_size
    monkeypatch.setattr("shutil.disk_usage", lambda path: usage._replace(free=size + 100_000))
    with pytest.raises(UserError, match="Er is niets teruggezet"):
        back(folder, copy, key)


@pytest.mark.parametrize(
    "marker", [b"", b"{", b'{"bewaard": ".."}', b'{"bewaard": "../../x"}', b'{"bewaard": ""}']
)
def test_a_change_that_was_cut_off_is_finished_although_its_marker_is_damaged(
    filled: tuple[Path, Path, str], marker: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, copy, key = filled

    def pulled(step: str) -> None:
        if step == "marker":
            raise OSError(5, "pulled out")

    with monkeypatch.context() as patch:
        patch.setattr(swap, "reached", pulled)
        with pytest.raises(UserError):
            back(folder, copy, key)
    assert swap.pending(folder)
    (folder / swap.MARKER).write_bytes(marker)
    with proef.opened(folder) as store:
        assert titles(store) == {"Eerste"}
    assert not swap.pending(folder)
    whole = [each for each in copies.kept(folder) if each.size]
    with proef.opened(whole[0].path, read_only=True) as store:
        assert titles(store) == {"Eerste", "Tweede"}, "what made room is kept"


@pytest.mark.parametrize("name", ["0001-01-01-000000", "9999-12-31-235959", "kopie 12:30", "mijn kopie 🏠"])
def test_a_copy_with_any_name_or_moment_is_in_the_list(filled: tuple[Path, Path, str], name: str) -> None:
    folder, copy, _key = filled
    strange = shutil.copytree(copy, copy.with_name(name))
    assert strange in {each.path for each in copies.every(folder)}
    assert copies.plain_name(strange).isascii()
    assert ":" not in copies.plain_name(strange)
    note = copies.note_of(copy)
    assert note is not None
    data = (strange / copies.NOTE).read_text()
    year = str(note.gemaakt_op.year)
    (strange / copies.NOTE).write_text(data.replace(f'"{year}-', '"9999-'))
    found = copies.read(strange)
    assert found is not None
    assert moment(found.made_at.astimezone())
    (strange / copies.NOTE).unlink()
    found = copies.read(strange)
    assert found is not None
    assert moment(found.made_at.astimezone())


# -- one name, one chain -------------------------------------------------------------------------------------------


@contextmanager
def on_laptop(name: str, home: Path) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(laptop, "home", lambda: home / name)
        yield


def test_a_store_that_was_copied_to_another_laptop_goes_on_under_a_new_name(
    folder: Path, tmp_path: Path
) -> None:
    with on_laptop("een", tmp_path), proef.opened(folder) as store:
        proef.add(store)
        assert store.renewed in (None, laptop.COPIED)
        first = store.head.device
    other = proef.copied(folder, tmp_path / "twee-gegevens")
    with on_laptop("twee", tmp_path), proef.opened(other) as store:
        assert store.renewed == laptop.COPIED
        assert store.head.device != first
        assert jobs.run(check.check(store)) == []
    with on_laptop("twee", tmp_path), proef.opened(other) as store:
        assert store.renewed is None, "told once"
    with on_laptop("een", tmp_path), proef.opened(folder) as store:
        assert (store.renewed, store.head.device) == (None, first)


def test_a_store_that_was_put_back_by_the_system_goes_on_under_a_new_name(folder: Path) -> None:
    with proef.opened(folder) as store:
        proef.add(store)
    earlier = (folder / swap.STORE).read_bytes()
    with proef.opened(folder) as store:
        proef.add(store)
        first = store.head.device
    (folder / swap.STORE).write_bytes(earlier)
    with proef.opened(folder) as store:
        assert store.renewed == laptop.ROLLED_BACK
        assert store.head.device != first
        assert jobs.run(check.check(store)) == []


def test_a_laptop_whose_settings_cannot_be_written_asks_nothing(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "vol").write_text("geen map")
    with on_laptop("vol", tmp_path):
        for _ in range(2):
            with proef.opened(folder) as store:
                assert store.renewed is None
                proef.add(store)


class History:
    """Copies, restores, laptops and rollbacks in some order, and every number that was ever given out."""

    def __init__(self, prepared: Path, home: Path, seed: int) -> None:
        self.dice, self.home = random.Random(seed), home
        self.places = [("een", proef.copied(prepared, home / "gegevens-1"))]
        self.made: list[Path] = []
        self.earlier: dict[Path, bytes] = {}
        self.given: dict[tuple[str, int], bytes] = {}
        self.twice: set[tuple[str, int]] = set()

    def live(self) -> None:
        for _ in range(4):
            laptop_name, folder = self.dice.choice(self.places)
            with on_laptop(laptop_name, self.home):
                self.one(laptop_name, folder)
        for laptop_name, folder in self.places:
            with on_laptop(laptop_name, self.home):
                self.work(folder)

    def one(self, laptop_name: str, folder: Path) -> None:
        choice = self.dice.random()
        if choice < 0.35:
            self.work(folder, copy=True)
        elif choice < 0.7 and self.made:
            copy = self.dice.choice(self.made)
            back(folder, copy, keys.read(copy))
            self.work(folder)
        elif choice < 0.85:
            other = proef.copied(folder, self.home / f"gegevens-{len(self.places) + 1}")
            self.places.append((f"laptop-{len(self.places)}", other))
            self.work(folder)
        elif folder in self.earlier:
            (folder / swap.STORE).write_bytes(self.earlier[folder])
            self.work(folder)
        else:
            self.earlier[folder] = (folder / swap.STORE).read_bytes()
            self.work(folder)

    def work(self, folder: Path, *, copy: bool = False) -> None:
        with proef.opened(folder) as store:
            proef.add(store, titel=ids.new_id())
            if copy:
                self.made.append(backup.make(store.path, store.key, "tussendoor"))
                proef.add(store)
            for device, seq, digest in proef.rows(store, "SELECT device, seq, hash FROM journal_step"):
                if self.given.setdefault((device, seq), digest) != digest:
                    self.twice.add((device, seq))


NAME = "Teruggezet, gekopieerd en teruggedraaid"


@pytest.mark.parametrize("series", range(SERIES))
def test_no_number_is_ever_given_twice(prepared: Path, tmp_path: Path, series: int, figures: Figures) -> None:
    numbers = 0
    for place in range(HISTORIES):
        history = History(prepared, tmp_path / str(place), SEED + series * HISTORIES + place)
        history.live()
        assert history.twice == set(), f"seed {SEED}, series {series}, history {place}"
        numbers += len(history.given)
        shutil.rmtree(history.home)
    figures.tell(
        NAME, seed=SEED, goal="0 dubbel", found={"verlopen": HISTORIES, "stappen": numbers, "dubbel": 0}
    )


def test_the_harness_notices_a_device_that_is_kept(
    prepared: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, figures: Figures
) -> None:
    def kept(connection: Any, name: str) -> Head:
        return journal.read_head(connection)

    monkeypatch.setattr(journal, "new_device", kept)
    for place in range(HISTORIES):
        history = History(prepared, tmp_path / str(place), SEED + place)
        history.live()
        if history.twice:
            found = {"verlopen": place + 1, "dubbel": len(history.twice)}
            figures.tell(NAME, seed=SEED, goal="meer dan 0 dubbel", found=found, twin=True)
            return
    raise AssertionError("a kept name, and no number given twice: the harness is blind")


def test_a_copy_that_was_sealed_later_needs_its_own_password(filled: tuple[Path, Path, str]) -> None:
    """A copy of which the slots do not open with this key: nothing is tried on the store itself."""
    folder, copy, _key = filled
    content = keys.content(copy)
    from huurdersapp.store import slots

    sealed = keys.KeyFile(
        2,
        [
            slots.SealedSlot(
                "wachtwoord", "1", "2019-03-05T12:00:00+00:00", slots.Cost(8, 1, 1), "AAAA", "AAAA"
            )
        ],
        binnen=slots.seal_inside(content.open_key() or "", b""),
    )
    keys.write(copy, sealed)
    with pytest.raises(OtherKey, match="ander wachtwoord") as told:
        back(folder, copy, "ab" * 48)
    assert told.value.copy == copy
    done = back(folder, copy, content.open_key() or "")
    assert done.kept is not None, "the key of then opens it"
